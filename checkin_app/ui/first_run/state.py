"""The first run as values: one step after the other, each of which can be gone back to."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.forum import Forum
from checkin_app.runtime.keys import SHORTEST_PASSPHRASE
from checkin_app.runtime.settings import LONGEST_TEXT, PrinterKind
from checkin_app.ui.printer_draft import PrinterDraft


class Step(StrEnum):
    LANGUAGE = "language"
    EVENT = "event"
    NAME = "name"
    CHECK = "check"


STEPS = tuple(Step)


class NameFault(StrEnum):
    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    TOO_SHORT = "too_short"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """Everything that was chosen so far."""

    step: Step = Step.LANGUAGE
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
    """The station is there: its event can no longer be changed."""
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
    def may_go_back(self) -> bool:
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
    place = STEPS.index(state.step)
    return replace(state, step=STEPS[min(place + 1, len(STEPS) - 1)], trouble="")


def gone_back(state: FirstRunState) -> FirstRunState:
    place = STEPS.index(state.step)
    return replace(state, step=STEPS[max(place - 1, 0)], trouble="") if state.may_go_back else state


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


def draft_of(state: FirstRunState, language: str) -> Entered:
    """Return what is to be kept of what was chosen so far."""
    kind = state.printer.kind
    return Entered(state.step, language, state.source, state.name, kind.value if kind else "", state.printer.target)


def resumed(state: FirstRunState, kept: Entered, forum: Forum | None) -> FirstRunState:
    """It goes on where it was left, though never past the passphrase, and nowhere without the event's file."""
    kinds = {kind.value: kind for kind in PrinterKind}
    printer = replace(state.printer, kind=kinds.get(kept.kind), target=kept.target)
    furthest = Step.NAME if forum else Step.EVENT
    step = STEPS[min(STEPS.index(kept.step), STEPS.index(furthest))]
    source = kept.source if forum else ""
    return replace(state, step=step, source=source, forum=forum, name=kept.name, printer=printer, resumed=True)
