"""The first run as values: one step after the other, each of which can be gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from checkin_app.domain.forum import Forum
from checkin_app.runtime.keys import SHORTEST_PASSPHRASE
from checkin_app.runtime.settings import LONGEST_TEXT, PrinterKind, PrinterSettings


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
    kind: PrinterKind | None = None
    target: str = ""
    queues: tuple[str, ...] | None = None
    """The system's queues; None until they have come."""

    @property
    def faults(self) -> tuple[NameFault, ...]:
        return tuple(_faults(self))

    @property
    def printer(self) -> PrinterSettings | None:
        """Return the printer as it would be written into the settings."""
        target = self.target.strip()
        if self.kind is None or not target or len(target) > LONGEST_TEXT or not target.isprintable():
            return None
        name = target
        if self.kind is PrinterKind.FILE:
            name = f"PDF · {PurePath(target).name or target}"
        return PrinterSettings(name, self.kind, target)

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
    fresh = replace(state, busy=False, started=True, passphrase="", again="")
    return gone_on(fresh)


def code_read(state: FirstRunState, text: str) -> FirstRunState:
    return replace(state, scanned=text) if state.step is Step.CHECK else state


def queues_listed(state: FirstRunState, queues: Sequence[str]) -> FirstRunState:
    return replace(state, queues=tuple(queues))


def printer_kind_chosen(state: FirstRunState, kind: PrinterKind | None) -> FirstRunState:
    """Another kind of printer: what the former kind was called means nothing to it."""
    first = state.queues[0] if kind is PrinterKind.QUEUE and state.queues else ""
    return replace(state, kind=kind, target=first, trouble="")


def printer_named(state: FirstRunState, target: str) -> FirstRunState:
    return replace(state, target=target, trouble="")
