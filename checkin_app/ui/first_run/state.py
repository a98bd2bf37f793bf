"""The first run as values: one step after the other, each of which can be gone back to."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.forum import Forum
from checkin_app.runtime.keys import SHORTEST_PASSPHRASE
from checkin_app.runtime.settings import DOTS, PrinterKind
from checkin_app.runtime.settings_entries import LONGEST_TEXT
from checkin_app.ui.first_run.joining import state as joining
from checkin_app.ui.first_run.joining.state import JoinEntered, JoiningState
from checkin_app.ui.printer_draft import PrinterDraft, printer_dots_chosen, printer_language_chosen


class Step(StrEnum):
    LANGUAGE = "language"
    WAY = "way"
    """A new event is begun here, or the others are joined."""
    EVENT = "event"
    NAME = "name"
    JOIN = "join"
    CHECK = "check"


STEPS = tuple(Step)
_BEGINNING = (Step.LANGUAGE, Step.WAY, Step.EVENT, Step.NAME, Step.CHECK)
_JOINING = (Step.LANGUAGE, Step.WAY, Step.NAME, Step.JOIN, Step.CHECK)


class NameFault(StrEnum):
    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    TOO_SHORT = "too_short"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """Everything that was chosen so far."""

    step: Step = Step.LANGUAGE
    joins: bool = False
    """It joins the others, and begins no event of its own."""
    join: JoiningState = field(default_factory=JoiningState)
    source: str = ""
    """The path of a forum file, or the name of one that comes with the application."""
    forum: Forum | None = None
    name: str = ""
    passphrase: str = ""
    again: str = ""
    """The passphrase typed once more."""
    shown_faults: bool = False
    busy: bool = False
    started: bool = False
    """The station is there: its event and its name can no longer be changed."""
    trouble: str = ""
    scanned: str = ""
    """What the scanner read last."""
    printer: PrinterDraft = field(default_factory=PrinterDraft)
    resumed: bool = False
    """It goes on from what was entered before it was closed half way."""

    @property
    def faults(self) -> tuple[NameFault, ...]:
        return tuple(_faults(self))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the way that was chosen."""
        return _JOINING if self.joins else _BEGINNING

    @property
    def may_go_on(self) -> bool:
        """Return whether there is something for the blue button to do."""
        match self.step:
            case Step.WAY:
                return not self.busy and (self.joins or bool(self.source))
            case Step.EVENT:
                return not self.busy and self.forum is not None
            case Step.JOIN:
                return self.join.may_go_on
            case _:
                return not self.busy

    @property
    def may_go_back(self) -> bool:
        if self.step is Step.JOIN:
            return self.join.may_go_back
        return not self.busy and self.step is not Step.LANGUAGE and not self.started


def _faults(state: FirstRunState) -> list[NameFault]:
    found = []
    name = state.name.strip()
    if not name or not name.isprintable():
        found.append(NameFault.NO_NAME)
    elif len(name) > LONGEST_TEXT:
        found.append(NameFault.NAME_TOO_LONG)
    if state.passphrase and len(state.passphrase) < SHORTEST_PASSPHRASE:
        found.append(NameFault.TOO_SHORT)
    elif state.passphrase != state.again:
        found.append(NameFault.DIFFER)
    return found


def gone_on(state: FirstRunState) -> FirstRunState:
    place = state.steps.index(state.step)
    return replace(state, step=state.steps[min(place + 1, len(state.steps) - 1)], trouble="")


def gone_back(state: FirstRunState) -> FirstRunState:
    place = state.steps.index(state.step)
    return replace(state, step=state.steps[max(place - 1, 0)], trouble="") if state.may_go_back else state


def way_chosen(state: FirstRunState, *, joins: bool) -> FirstRunState:
    return gone_on(replace(state, joins=joins))


def invited(state: FirstRunState) -> FirstRunState:
    """An invitation was scanned: it says more clearly than a button that this laptop joins the others."""
    if state.step in {Step.LANGUAGE, Step.WAY, Step.EVENT}:
        return replace(state, joins=True, step=Step.NAME, trouble="")
    return replace(state, joins=True) if state.step is Step.NAME else state


def moved_on(state: FirstRunState, join: JoiningState) -> FirstRunState:
    """The way to the others goes on."""
    moved = replace(state, join=join)
    return started(moved) if join.made else moved


def read(state: FirstRunState, source: str, forum: Forum) -> FirstRunState:
    """A forum file can be used."""
    return replace(state, source=source, forum=forum, busy=False, trouble="")


def begun(state: FirstRunState) -> FirstRunState:
    return replace(state, busy=True, trouble="")


def troubled(state: FirstRunState, trouble: str) -> FirstRunState:
    return replace(state, busy=False, trouble=trouble)


def unread(state: FirstRunState, trouble: str) -> FirstRunState:
    """A forum file cannot be used; none is chosen then."""
    return replace(state, source="", forum=None, busy=False, trouble=trouble)


def named(state: FirstRunState, *, name: str, passphrase: str, again: str) -> FirstRunState:
    return replace(state, name=name, passphrase=passphrase, again=again)


def started(state: FirstRunState) -> FirstRunState:
    """The station was made: the passphrase is not needed any more."""
    return replace(state, started=True, passphrase="", again="")


def code_read(state: FirstRunState, text: str) -> FirstRunState:
    return replace(state, scanned=text) if state.step is Step.CHECK else state


def printer_changed(state: FirstRunState, printer: PrinterDraft) -> FirstRunState:
    return replace(state, printer=printer, trouble="")


# ---- closed half way


@dataclass(frozen=True, slots=True)
class Entered:
    """What is kept of a first run that was closed half way; a passphrase never is."""

    step: Step = Step.LANGUAGE
    language: str = ""
    source: str = ""
    name: str = ""
    kind: str = ""
    target: str = ""
    speaks: str = PrinterDraft().speaks.value
    dpi: int = PrinterDraft().dpi
    joins: bool = False
    join: JoinEntered = field(default_factory=JoinEntered)
    secret: bool = False
    """Whether a passphrase was typed, which has to be typed again."""
    made: bool = False
    """Whether the station is there by now; known by whoever reads this."""


def draft_of(state: FirstRunState, language: str) -> Entered:
    """Return what is to be kept of what was chosen so far."""
    printer = state.printer
    entered = Entered(
        state.step,
        language,
        state.source,
        state.name,
        printer.kind.value if printer.kind else "",
        printer.target,
        printer.speaks.value,
        printer.dpi,
    )
    if not state.joins:
        return entered
    return replace(entered, joins=True, join=joining.draft_of(state.join), secret=bool(state.passphrase))


def resumed(state: FirstRunState, kept: Entered, forum: Forum | None) -> FirstRunState:
    """It goes on where it was left, though never past the passphrase, and nowhere without the event's file."""
    state = replace(state, name=kept.name, printer=_printer_of(state.printer, kept), resumed=True, joins=kept.joins)
    if kept.joins:
        return _joining_on(state, kept)
    furthest = Step.NAME if forum else Step.EVENT
    step = STEPS[min(STEPS.index(kept.step), STEPS.index(furthest))]
    return replace(state, step=step, source=kept.source if forum else "", forum=forum)


def _printer_of(draft: PrinterDraft, kept: Entered) -> PrinterDraft:
    """Return the printer that was kept; what this version does not know of it is as at the beginning."""
    kinds = {kind.value: kind for kind in PrinterKind}
    languages = {language.value: language for language in DOTS}
    named = replace(draft, kind=kinds.get(kept.kind), target=kept.target)
    speaks = printer_language_chosen(named, languages.get(kept.speaks, draft.speaks))
    return printer_dots_chosen(speaks, kept.dpi)


def _joining_on(state: FirstRunState, kept: Entered) -> FirstRunState:
    """Go on with joining: a station that is there has its name and its passphrase."""
    join = joining.named(joining.resumed(state.join, kept.join, made=kept.made), kept.name)
    if kept.made:
        step = max(kept.step, Step.JOIN, key=STEPS.index)
    else:
        step = min(kept.step, Step.NAME if kept.secret else Step.JOIN, key=STEPS.index)
    return replace(state, step=step, join=join, started=kept.made)
