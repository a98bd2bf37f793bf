"""The desk's state in words: what its panel, card and lists show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.forum import Doors
from checkin_app.domain.ids import CheckpointId, bus_of
from checkin_app.domain.jobs import JobState, may_come_out, may_follow
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.scans import verdict_after
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.movements import RecentScan
from checkin_app.ui import words, words_badges, words_notices, words_remarks
from checkin_app.ui.desk.state import NOT_OURS, DeskState, Moment, Person, Shown, unread_lately
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone, Step
from checkin_app.ui.kit.person import FactRow, PersonView
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.kit.verdict import VerdictView
from checkin_app.ui.print_jobs import HANDED_OVER, PHASES, JobPhase, is_of_badge, job_mended, job_trouble
from checkin_app.ui.words_languages import languages

#: What the ready strip says was just done: an answer that let nobody in, or an undo.
NOTES: Mapping[str, str] = {
    Answer.SEND_AWAY: QT_TRANSLATE_NOOP("Desk", "Recorded: not boarded."),
    Answer.REPRINT: QT_TRANSLATE_NOOP("Desk", "The badge desk prints a new badge."),
    Answer.GO_THERE: QT_TRANSLATE_NOOP("Desk", "Recorded: sent to their bus."),
    Answer.STANDBY: QT_TRANSLATE_NOOP("Desk", "Recorded: on standby."),
    Answer.CALL_SUPERVISOR: QT_TRANSLATE_NOOP("Desk", "Call the supervisor now; the guest waits."),
    Answer.SHOW_VALID_BADGE: QT_TRANSLATE_NOOP("Desk", "Recorded: scan the new badge now."),
    Answer.TYPE_NUMBER: QT_TRANSLATE_NOOP("Desk", "Type the number under the code."),
    Answer.FIND_NAME: QT_TRANSLATE_NOOP("Desk", "Find the name."),
    "undone": QT_TRANSLATE_NOOP("Desk", "Taken back: {name}"),
    "handed_over": QT_TRANSLATE_NOOP("Desk", "Badge handed over: {name}"),
    "not_handed_over": QT_TRANSLATE_NOOP("Desk", "Nothing was recorded: look where the badge of {name} is now."),
}
UNREAD_HINTS = (
    QT_TRANSLATE_NOOP("Desk", "Turn the badge out of the light and hold it 15 cm away."),
    QT_TRANSLATE_NOOP("Desk", "On a phone: screen brightness up, zoom the code to fill the width."),
    QT_TRANSLATE_NOOP("Desk", "Still nothing: type the number printed under the code."),
)
FOREIGN_HINTS = (
    QT_TRANSLATE_NOOP("Desk", "The code was read well; this laptop knows no badge by it."),
    QT_TRANSLATE_NOOP("Desk", "Ask for the forum’s badge: it may hang under another one."),
    QT_TRANSLATE_NOOP("Desk", "No badge: press F2 and type any part of the name."),
)
FAULT_HINTS = (
    QT_TRANSLATE_NOOP("Desk", "Nobody was let in and nothing was counted."),
    QT_TRANSLATE_NOOP("Desk", "Scan once more; if it stays, use the next desk."),
    QT_TRANSLATE_NOOP("Desk", "Tell the event lead what this screen says."),
)
FIRST_HINTS = (
    QT_TRANSLATE_NOOP("Desk", "Scan the code on the badge or on the guest’s phone."),
    QT_TRANSLATE_NOOP("Desk", "No code: press F2 and type any part of the name."),
    QT_TRANSLATE_NOOP("Desk", "On no list: press F4 and register a walk-in."),
)
#: Unread codes within ten minutes from which the scanner itself is suspected.
DIRTY_FROM = 3


@dataclass(frozen=True, slots=True)
class HintsView:
    """What to do, in the place of a person."""

    title: str
    hints: tuple[str, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class ReadyView:
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class PrintView:
    """The way of the badge in sight."""

    number: str
    steps: tuple[tuple[str, Step], ...]
    line: str
    short: str
    """The same in one line, where there is little room."""
    may_hand_over: bool


@dataclass(frozen=True, slots=True)
class IssueView:
    """One badge of the person in sight."""

    number: str
    chip: str
    tone: ChipTone


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything the desk's panel draws, in words."""

    verdict: VerdictView | None
    follows: bool
    ready: ReadyView
    person: PersonView | None
    hints: HintsView
    print: PrintView | None
    issues: tuple[IssueView, ...]
    recent: tuple[RowView, ...]
    today: int
    going_out: bool


@dataclass(frozen=True, slots=True)
class DeskWords:
    """Words in the language in use; looked up when shown."""

    telling: words.Telling

    def view(self, state: DeskState, now: Moment, *, roomy: bool = True) -> DeskView:
        """Return what the desk shows of a state; without room, in shorter words."""
        telling = self.telling
        return DeskView(
            verdict=_verdict(state.shown, telling, _with_it(state), _remarks(state.shown, state.old_since))
            if state.shown
            else None,
            follows=bool(state.shown and state.shown.follows),
            ready=_ready(state, telling),
            person=_person(state.person, telling, roomy=roomy) if state.person else None,
            hints=_hints(state, now),
            print=_print(state.job, state.person, state.objected),
            issues=_issues(state),
            recent=tuple(_recent(scan, telling) for scan in state.recent),
            today=state.accepted_today,
            going_out=state.direction is Direction.OUT,
        )


def _with_it(state: DeskState) -> str:
    """Return what a volunteer does besides waving on, by what the card below really shows."""
    job = state.job
    badge = job is not None and may_come_out(job.state) and job.state is not JobState.HANDED_OVER
    note = bool(state.person and state.person.delegate.note)
    if badge and note:
        return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Hand over the badge and mind the note, then wave on."))
    if badge:
        return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Hand over the badge, then wave on."))
    return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Mind the note, then wave on.")) if note else ""


def _remarks(shown: Shown, old_since: str | None) -> tuple[str, ...]:
    """Return what stands beside a verdict on somebody who is known here."""
    known = shown.verdict not in {Verdict.UNREADABLE, Verdict.FAULT}
    return words_remarks.remarks(shown.decision, old_since) if known else ()


def _verdict(shown: Shown, telling: words.Telling, with_it: str = "", remarked: Sequence[str] = ()) -> VerdictView:
    """Return the panel of a verdict; `with_it` is what belongs to an admission besides waving on."""
    told = words.verdict(shown.decision, telling)
    reason, action = words.problem(shown.problem) if shown.problem else (told.reason, told.action)
    if shown.decision.reason is Reason.ADMITTED:
        action = with_it or action
    action = words.in_a_row((action, *remarked))
    return VerdictView(
        shown.verdict,
        told.word,
        told.second_word,
        reason,
        action,
        tuple(words.answer(answer) for answer in shown.decision.answers),
        bidi.code(f"№ {shown.number}") if shown.number else "",
        words.say("Desk", QT_TRANSLATE_NOOP("Desk", "at this desk")),
    )


def _ready(state: DeskState, telling: words.Telling) -> ReadyView:
    """Return what the strip says while no verdict stands there: nothing green before the first scan."""
    if state.checkpoint is None:
        return ReadyView(
            words.say("Desk", QT_TRANSLATE_NOOP("Desk", "No session is open here now")),
            words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Press F6 to choose what to check.")),
        )
    if not state.deciding and state.doors is not Doors.OPEN and state.direction is Direction.IN:
        return _closed(state.checkpoint, state.doors, telling)
    if state.deciding:
        title = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Deciding…"))
    elif state.direction is Direction.OUT:
        title = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Ready to scan people out"))
    else:
        title = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Ready to scan"))
    if state.note in NOTES:
        line = words.say("Desk", NOTES[state.note]).format(name=bidi.name(state.note_name))
    else:
        line = _checkpoint_name(state.checkpoint, telling)
    return ReadyView(title, line)


def _closed(checkpoint: CheckpointId, doors: Doors, telling: words.Telling) -> ReadyView:
    """Return what stands there before the first guest hears that nobody is let in now."""
    name = bidi.name(_checkpoint_name(checkpoint, telling))
    session = telling.forum.session(checkpoint)
    if doors is Doors.OVER or session is None:
        title = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "This session is over"))
        line = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "{name} · F6 chooses what to check"))
        return ReadyView(title, line.format(name=name))
    title = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Not open yet"))
    line = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "{name} · doors open {date} at {time}"))
    opens = telling.forum.local(session.opens_at)
    date, time = bidi.code(f"{opens:%m-%d}"), bidi.code(f"{opens:%H:%M}")
    return ReadyView(title, line.format(name=name, date=date, time=time))


def _checkpoint_name(checkpoint: CheckpointId, telling: words.Telling) -> str:
    """Return what a checkpoint is called in the language in use."""
    bus = bus_of(checkpoint)
    if bus:
        return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Bus {code}")).format(code=bidi.code(bus))
    session = telling.forum.session(checkpoint)
    return session.name.in_(words.spoken()) if session else checkpoint


def _person(person: Person, telling: words.Telling, *, roomy: bool = True) -> PersonView:
    """Return the card of the person at the desk."""
    delegate = person.delegate
    category = telling.forum.category(delegate.category)
    return PersonView(
        delegate.name,
        "" if delegate.second_name.casefold() == delegate.name.casefold() else delegate.second_name,
        category.letter if category else "",
        category.name.in_(words.spoken()) if category else "",
        facts=tuple(fact for fact in _facts(delegate, person, telling, roomy=roomy) if fact.value or fact.bus),
        note=delegate.note,
    )


def _facts(delegate: Delegate, person: Person, telling: words.Telling, *, roomy: bool) -> tuple[FactRow, ...]:
    from_ = delegate.delegation or delegate.organisation
    if delegate.organisation and delegate.organisation != from_:
        from_ = f"{from_} · {delegate.organisation}"
    whence = QT_TRANSLATE_NOOP("Desk", "Delegation") if roomy else QT_TRANSLATE_NOOP("Desk", "From")
    visit = QT_TRANSLATE_NOOP("Desk", "Technical visit") if roomy else QT_TRANSLATE_NOOP("Desk", "Visit")
    return (
        FactRow(words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge")), _taken_along(person.taken_along, telling)),
        FactRow(words.say("Desk", whence), from_),
        FactRow(words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Title")), delegate.title),
        FactRow(words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Speaks")), languages(delegate.languages)),
        FactRow(words.say("Desk", visit), _visit(delegate, person), person.bus or ""),
    )


def _taken_along(job: Job | None, telling: words.Telling) -> str:
    """Return who has the badge of the person in sight; empty where nobody took it along."""
    if job is None or job.collector is None:
        return ""
    called = job.collector.called or words_notices.nameless()
    return words_badges.taken_along(bidi.name(called), bidi.code(telling.clock(job.at)))


def _visit(delegate: Delegate, person: Person) -> str:
    if not delegate.route:
        return ""
    route = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Route {route}")).format(route=bidi.code(delegate.route))
    bus = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "bus")) if person.bus else ""
    return f"{route} · {bus}" if bus else route


def _hints(state: DeskState, now: Moment) -> HintsView:
    """Return what stands in the card's place while nobody is known."""
    verdict = state.shown.verdict if state.shown else None
    if state.shown and state.shown.decision.reason in NOT_OURS:
        title, hints = QT_TRANSLATE_NOOP("Desk", "What this means"), FOREIGN_HINTS
    elif verdict is Verdict.UNREADABLE:
        title, hints = QT_TRANSLATE_NOOP("Desk", "What usually helps"), UNREAD_HINTS
    elif verdict is Verdict.FAULT:
        title, hints = QT_TRANSLATE_NOOP("Desk", "What this means"), FAULT_HINTS
    else:
        title, hints = QT_TRANSLATE_NOOP("Desk", "How it goes"), FIRST_HINTS
    unread = unread_lately(state, now)
    foot = ""
    if hints is UNREAD_HINTS and unread >= DIRTY_FROM:
        said = words.say(
            "Desk", QT_TRANSLATE_NOOP("Desk", "Unread codes in 10 minutes: {count}. Wipe the scanner window.")
        )
        foot = said.format(count=words.figure(unread))
    return HintsView(words.say("Desk", title), tuple(words.say("Desk", hint) for hint in hints), foot)


Objected = tuple[Job, PrintProblem | None]
_QUEUED, _PRINTING, _PRINTED, _TAKEN = range(4)
#: How far a badge is; what is not known counts as printing until somebody looks.
_STAGES = {JobPhase.WAITING: _QUEUED, JobPhase.PRINTED: _PRINTED, JobPhase.TAKEN: _TAKEN}


def _print(job: Job | None, person: Person | None, objected: Objected | None = None) -> PrintView | None:
    """Return the way of the badge that the person in sight is owed."""
    if job is None:
        return None
    phase = PHASES[job.state]
    stage = _STAGES.get(phase, _PRINTING)
    number = bidi.code(person.delegate.badge_no if person else "")
    badge = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number}")).format(number=number)
    if is_of_badge(job):
        unfit = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} cannot be printed")).format(number=number)
        return PrintView(badge, (), _objection(job, objected), unfit, may_hand_over=False)
    if not may_come_out(job.state):
        line = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} waits for printer {printer}"))
        waits = line.format(number=number, printer=bidi.name(job.printer))
        trouble = job_trouble(job.detail, job.printer) if phase is JobPhase.FAILED else ""
        return PrintView(badge, (), trouble, waits, may_hand_over=False)
    short = (
        words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} is queued")),
        words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} is printing")),
        words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} is printed")),
        words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Badge {number} was taken")),
    )[stage].format(number=number)
    may_hand_over = may_follow(job.state, HANDED_OVER)
    return PrintView(badge, _steps(stage), bidi.name(job.printer), short, may_hand_over=may_hand_over)


def _objection(job: Job, objected: Objected | None) -> str:
    """Return what speaks against a badge and what can be done, as exactly as is known now."""
    if objected is None or objected[0] != job:
        return job_trouble(job.detail, job.printer)
    return words.in_a_row(words.problem(objected[1])) if objected[1] else job_mended()


def _steps(stage: int) -> tuple[tuple[str, Step], ...]:
    """Return the way of a badge: what was printed is taken only when somebody has handed it over."""
    printing = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Printing"))
    printed = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Printed"))
    return (
        (words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Queued")), Step.NOW if stage == _QUEUED else Step.DONE),
        (printed if stage >= _PRINTED else printing, (Step.NEXT, Step.NOW, Step.DONE, Step.DONE)[stage]),
        (words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Taken")), Step.DONE if stage == _TAKEN else Step.NEXT),
    )


def _issues(state: DeskState) -> tuple[IssueView, ...]:
    """Return the badges of a person whose old one was scanned: which is void, which is valid."""
    replaced = {Reason.BADGE_REPLACED, Reason.BADGE_REVOKED, Reason.BADGE_NOT_KNOWN_YET}
    person = state.person
    if not state.shown or state.shown.decision.reason not in replaced or not person or not person.badge:
        return ()
    badge, number = person.badge, person.delegate.badge_no
    first = max(1, badge.current - 2)
    return tuple(_issue(badge, issue, number) for issue in range(first, badge.current + 1))


def _issue(badge: BadgeStanding, issue: int, number: str) -> IssueView:
    name = bidi.code(f"{number}-{issue}")
    if badge.revoked or issue < badge.current:
        return IssueView(name, words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Revoked")), ChipTone.STOP)
    return IssueView(name, words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Valid")), ChipTone.GO)


def _recent(scan: RecentScan, telling: words.Telling) -> RowView:
    """Return one recent scan as a row."""
    unread = words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Code not read"))
    verdict = verdict_after(scan.decision, scan.answer)
    title = scan.name or (words_notices.nameless() if scan.delegate else unread)
    return RowView(title, _recent_line(scan), telling.clock(scan.at), verdict, struck=scan.undone)


def _recent_line(scan: RecentScan) -> str:
    reason, brief = scan.decision.reason, words.brief(scan.decision.reason)
    if scan.undone:
        return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Taken back"))
    given = words.answered(scan.answer)
    match scan.decision.verdict:
        case Verdict.GO:
            return brief if reason in (Reason.LEFT, Reason.GOT_OFF) else scan.second_line or brief
        case Verdict.ASK if not given:
            return words.say("Desk", QT_TRANSLATE_NOOP("Desk", "Waiting for an answer"))
        case Verdict.ASK:
            return f"{brief} · {given}"
        case _:
            return f"{brief} · {given}" if given else brief
