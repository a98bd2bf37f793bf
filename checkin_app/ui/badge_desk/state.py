"""What the badge desk shows: whose badge, why a new one, how it will print, and what became of the others."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.badge_numbers import has_digits
from checkin_app.domain.ids import CheckpointId, DelegateId, Instant, JobId
from checkin_app.domain.jobs import printer_for
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui.badge_desk.hands import Hands, turned_away
from checkin_app.ui.badge_desk.printer_lines import ChosenBy, PrinterLine, PrinterPhase
from checkin_app.ui.print_jobs import JobPhase


class Why(StrEnum):
    """Why a badge is replaced; the value is recorded, the order is that of the number keys."""

    LOST = "lost"
    DAMAGED = "damaged"
    DETAILS_WRONG = "details_wrong"
    CATEGORY_CHANGED = "category_changed"
    FIRST_PRINT_FAILED = "first_print_failed"


_LEADING = {JobPhase.UNKNOWN: 0, JobPhase.FAILED: 1}
_ON_ITS_WAY = frozenset({JobPhase.WAITING, JobPhase.PRINTING})


@dataclass(frozen=True, slots=True)
class JobLine:
    job: JobId
    badge: str
    """Number and issue, such as ``0412-2``; empty, as is the name, where the guest is not registered any more."""
    name: str
    printer: str
    phase: JobPhase
    detail: str = ""
    at: Instant | None = None
    collector: str = ""
    """Who took it along for the guest."""
    of_badge: bool = False
    """It failed by a fault of the badge: no word against the printer."""
    stands: bool = False
    """That fault is there still: to print once more would not help."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who fits what was typed."""

    delegate: DelegateId
    name: str
    latin: str = ""
    organisation: str = ""
    badge_no: str = ""
    bears_it: bool = False
    """The number that was typed is this person's."""
    in_part: bool = False
    """Found by a part of a number or of an e-mail address: it may be anybody."""
    issue: int | None = None
    """The issue typed after the number."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose badge it is."""

    delegate: DelegateId
    name: str
    latin: str = ""
    organisation: str = ""
    badge_no: str = ""
    issue: int = 1
    """The issue that is valid now."""
    printed: bool = False
    """A badge of this issue was sent to a printer or a file."""
    revoked: str = ""
    inside_since: Instant | None = None
    latin_alone: bool = False
    """The badge bears the Latin name alone."""

    def number(self, issue: int) -> str:
        return f"{self.badge_no}-{issue}"


@dataclass(frozen=True, slots=True)
class Preview:
    """One badge as the printing layout itself draws it."""

    png: bytes = b""
    reads_back: bool = False
    objections: tuple[str, ...] = ()
    """Why it may not be printed so, each in words: text that does not fit, characters no font has."""
    unlettered: str = ""
    """The text in which there are characters that no font has."""


@dataclass(frozen=True, slots=True)
class BadgeDeskState:
    """Everything the badge desk draws."""

    query: str = ""
    asked: int = 0
    candidates: tuple[Candidate, ...] = ()
    answered: int = 0
    marked: int = 0
    """Which candidate the arrows stand on; -1 where a number was typed that is nobody's or several people's."""
    holder: Holder | None = None
    why: Why | None = None
    preview: Preview | None = None
    preview_of: tuple[DelegateId, int] | None = None
    """Whose badge of which issue the preview was asked for; answers about others are not shown."""
    printers: tuple[PrinterLine, ...] = ()
    printer: str = ""
    chosen_by: ChosenBy = ChosenBy.ABLE
    """Why badges go to that one."""
    picked: str = ""
    """The printer that was chosen at this desk."""
    jobs: tuple[JobLine, ...] = ()
    busy: bool = False
    note: str = ""
    """What went wrong or was done last, in words, or empty."""
    done: str = ""
    """The badge just sent or saved, such as ``0412-2``."""
    saved_as: str = ""
    """The file it was saved to, where it went to no printer."""
    hands: Hands = field(default_factory=Hands)
    """What was handed over last."""
    spelt: DelegateId | None = None
    """Whose badge bears the Latin name alone since it was decided here just now."""

    @property
    def who(self) -> DelegateId | None:
        """Return who is at the desk."""
        return self.holder.delegate if self.holder else None

    @property
    def replaces(self) -> bool:
        """Return whether printing now voids a badge: one of this issue exists already."""
        return self.holder is not None and self.holder.printed

    @property
    def act(self) -> str:
        """Return what tells one badge from another, so that a press is never meant for the former guest's."""
        return f"{self.holder.delegate} {self.issue}" if self.holder else ""

    @property
    def issue(self) -> int:
        """Return the issue that would be printed; 0 without a person."""
        return 0 if self.holder is None else self.holder.issue + (1 if self.replaces else 0)

    @property
    def ready(self) -> bool:
        """Return whether the primary button may print."""
        if self.holder is None or self.busy or self.holder.revoked:
            return False
        return self.fit and (not self.replaces or self.why is not None)

    @property
    def fit(self) -> bool:
        """Return whether the preview came, reads back and has nothing against it."""
        preview = self.preview
        return preview is not None and preview.reads_back and not preview.objections

    @property
    def offers_latin(self) -> bool:
        """Return whether the Latin name could stand alone for one that the fonts lack."""
        holder, preview = self.holder, self.preview
        if holder is None or preview is None or self.busy or holder.latin_alone or not holder.latin:
            return False
        return bool(preview.unlettered) and preview.unlettered in holder.name

    @property
    def takes_latin_back(self) -> bool:
        """Return whether both names can stand on the badge again, as before somebody decided here."""
        return self.spelt is not None and self.who == self.spelt and not self.busy

    @property
    def nobody(self) -> bool:
        """Return that the newest question is answered and nobody fits; a person chosen closes the search."""
        searching = self.holder is None or self.query != self.holder.badge_no
        return searching and bool(self.query.strip()) and self.answered == self.asked and not self.candidates

    @property
    def waiting_jobs(self) -> int:
        return sum(job.phase in {JobPhase.WAITING, JobPhase.PRINTING} for job in self.jobs)


def typed(state: BadgeDeskState, query: str) -> BadgeDeskState:
    """Return the state after a keystroke: one more question; the person shown stays until another is chosen."""
    if query == state.query:
        return state
    asked = state.asked + 1
    if not query.strip():
        return replace(state, query=query, asked=asked, answered=asked, candidates=(), marked=0)
    return replace(state, query=query, asked=asked)


def answered(state: BadgeDeskState, question: int, candidates: tuple[Candidate, ...]) -> BadgeDeskState:
    """Return the state after an answer; one that is not the newest changes nothing."""
    if question != state.asked:
        return state
    return replace(state, answered=question, candidates=candidates, marked=_marked(state.query, candidates))


def _marked(query: str, candidates: tuple[Candidate, ...]) -> int:
    """Return whom Enter means before an arrow was pressed: of a number its one bearer, else nobody."""
    bearers = [place for place, each in enumerate(candidates) if each.bears_it]
    in_part = bool(candidates) and candidates[0].in_part
    if not (bearers or in_part or has_digits(query)):
        return 0
    return bearers[0] if len(bearers) == 1 else -1


def moved(state: BadgeDeskState, step: int) -> BadgeDeskState:
    if not state.candidates:
        return state
    return replace(state, marked=min(max(state.marked + step, 0), len(state.candidates) - 1))


def candidate(state: BadgeDeskState) -> Candidate | None:
    """Return whom Enter would choose: nobody while an older answer is on the screen."""
    if state.answered != state.asked or not state.candidates or state.marked < 0:
        return None
    return state.candidates[state.marked]


def held(state: BadgeDeskState, holder: Holder, note: str = "") -> BadgeDeskState:
    """Return the state with a person chosen; the search closes and gives their number."""
    same = state.holder is not None and state.holder.delegate == holder.delegate
    fresh = replace(
        state,
        query=holder.badge_no,
        asked=state.asked + 1,
        answered=state.asked + 1,
        candidates=(),
        marked=0,
        holder=holder,
        note=note,
        done=state.done if same else "",
        why=state.why if same else None,
        spelt=state.spelt if same else None,
        hands=state.hands if state.hands.who == holder.delegate else turned_away(state.hands),
    )
    return _asking_preview(fresh)


def hands_moved(state: BadgeDeskState, hands: Hands) -> BadgeDeskState:
    """Return the state after hands changed; the field is free for who takes badges along, and as it was afterwards."""
    moved = replace(state, hands=hands, note="", spelt=None)
    if hands.asking == state.hands.asking:
        return moved
    number = state.holder.badge_no if state.holder and not hands.asking else ""
    asked = state.asked + 1
    return replace(moved, query=number, asked=asked, answered=asked, candidates=(), marked=0)


def refreshed(state: BadgeDeskState, holder: Holder) -> BadgeDeskState:
    """Return the state after the person chosen changed elsewhere; what is typed stays."""
    if state.holder is None or state.holder.delegate != holder.delegate or state.holder == holder:
        return state
    return _asking_preview(replace(state, holder=holder))


def desk_entered(state: BadgeDeskState) -> BadgeDeskState:
    """Return the state of a desk that somebody comes back to: what was wrong with a badge may be mended."""
    return _asking_preview(state) if state.preview and state.preview.objections else state


def removed(state: BadgeDeskState, delegate: DelegateId) -> BadgeDeskState:
    """Return the state after somebody was taken off the record: no badge is made for who is not there."""
    if state.holder is None or state.holder.delegate != delegate:
        return state
    return _asking_preview(replace(state, query="", holder=None, why=None, done=""))


def _asking_preview(state: BadgeDeskState) -> BadgeDeskState:
    holder = state.holder
    wanted = (holder.delegate, state.issue) if holder else None
    return replace(state, preview=None, preview_of=wanted)


def previewed(state: BadgeDeskState, wanted: tuple[DelegateId, int], preview: Preview) -> BadgeDeskState:
    return replace(state, preview=preview) if wanted == state.preview_of else state


def reason_chosen(state: BadgeDeskState, why: Why) -> BadgeDeskState:
    return replace(state, why=why, note="") if state.replaces else state


def printers_listed(state: BadgeDeskState, printers: tuple[PrinterLine, ...], wanted: str = "") -> BadgeDeskState:
    """Return the state with fresh printers; the chosen one stays, else `wanted`, else the first that is able."""
    able = [each.name for each in printers if each.phase in {PrinterPhase.READY, PrinterPhase.PRINTING}]
    printer = printer_for([each.name for each in printers], state.printer, wanted, able=able)
    return replace(state, printers=printers, printer=printer, chosen_by=_chosen_by(state, printers, printer, wanted))


def _chosen_by(state: BadgeDeskState, printers: tuple[PrinterLine, ...], printer: str, wanted: str) -> ChosenBy:
    if len(printers) == 1:
        return ChosenBy.ALONE
    if printer == state.picked:
        return ChosenBy.HAND
    return ChosenBy.SETTINGS if printer == wanted else ChosenBy.ABLE


def printer_chosen(state: BadgeDeskState, name: str) -> BadgeDeskState:
    there = name in {each.name for each in state.printers}
    return replace(state, printer=name, picked=name, chosen_by=ChosenBy.HAND) if there else state


def jobs_listed(state: BadgeDeskState, jobs: tuple[JobLine, ...]) -> BadgeDeskState:
    """Return the state with fresh jobs: questions come first, then what failed, each newest first as the rest is."""
    ordered = sorted(jobs, key=lambda job: (_LEADING.get(job.phase, len(_LEADING)), -(job.at or 0)))
    # The queue tells how the badge ended; "on its way" would contradict it.
    newest = next((job for job in jobs if job.badge == state.done), None)
    ended = newest is not None and newest.phase not in _ON_ITS_WAY
    return replace(state, jobs=tuple(ordered), done="" if ended else state.done)


def job_in_question(state: BadgeDeskState) -> JobLine | None:
    """Return the job that the keys Y and N answer for: the first that is unknown."""
    return next((job for job in state.jobs if job.phase is JobPhase.UNKNOWN), None)


def in_question(state: BadgeDeskState) -> tuple[JobId, ...]:
    """Return the jobs of which somebody has to say whether they came out."""
    return tuple(job.job for job in state.jobs if job.phase is JobPhase.UNKNOWN)


def begun(state: BadgeDeskState) -> tuple[BadgeDeskState, bool]:
    """Return the state after the print button and whether there is something to print."""
    if not state.ready:
        return state, False
    return replace(state, busy=True, note="", done=""), True


def printed(state: BadgeDeskState, issue: int) -> BadgeDeskState:
    """Return the state after issue `issue` was recorded and sent: a further badge asks for a new reason."""
    holder = state.holder
    if holder is None:
        return replace(state, busy=False)
    holder = replace(holder, issue=issue, printed=True)
    sent = holder.number(issue)
    return _asking_preview(replace(state, busy=False, holder=holder, why=None, done=sent, saved_as=""))


def spelling_begun(state: BadgeDeskState) -> BadgeDeskState:
    """Return the state while is written by which name a badge goes: meanwhile nothing is printed."""
    return replace(state, busy=True, note="")


def spelling_decided(state: BadgeDeskState, who: DelegateId, *, latin_alone: bool) -> BadgeDeskState:
    return replace(state, busy=False, spelt=who if latin_alone else None)


def saved(state: BadgeDeskState, file: str) -> BadgeDeskState:
    """Return the state after the badge was written to a file instead of sent to a printer."""
    return replace(state, saved_as=file)


def unread(state: BadgeDeskState, words: str) -> BadgeDeskState:
    """Return the state after a scan that made nobody known: whoever was shown gives way, lest they be taken for it."""
    return BadgeDeskState(
        asked=state.asked + 1,
        answered=state.asked + 1,
        printers=state.printers,
        printer=state.printer,
        chosen_by=state.chosen_by,
        picked=state.picked,
        jobs=state.jobs,
        note=words,
        hands=turned_away(state.hands),
    )


def refused(state: BadgeDeskState, words: str) -> BadgeDeskState:
    return replace(state, busy=False, note=words)


def holder_from(card: DelegateCard, checkpoint: CheckpointId | None, *, printed: bool, rehearsal: bool) -> Holder:
    """Return whose badge it is; `printed` says whether one of the valid issue went to a printer."""
    delegate = card.delegate
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    return Holder(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name,
        organisation=delegate.organisation or delegate.delegation,
        badge_no=delegate.badge_no,
        issue=card.badge.current,
        printed=printed,
        revoked=card.badge.revoked,
        inside_since=presence.since if presence and presence.inside else None,
        latin_alone=delegate.prints_latin,
    )
