"""The settings as a screen shows them: what holds, what was changed, a printer being named, a scanner being tried."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checkin_app.domain.scanner_trial import Trial, tried
from checkin_app.runtime.settings import PrinterSettings, Settings
from checkin_app.runtime.settings_entries import LONGEST_TEXT
from checkin_app.ui.printer_draft import PrinterDraft

#: Changes that can be taken back, the newest last.
_MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that was set here."""

    entry: str
    """A field of `Settings`."""
    former: Any
    new: Any

    @property
    def reverse(self) -> "Change":
        return Change(self.entry, self.new, self.former)


@dataclass(frozen=True, slots=True)
class SettingsState:
    settings: Settings = field(default_factory=Settings)
    changes: tuple[Change, ...] = ()
    given: str = ""
    """The name that this laptop was started with, which holds until it is given another."""
    name: str = ""
    """As it is typed: taken when it is left, and only where it can be one."""
    printer: PrinterDraft = field(default_factory=PrinterDraft)
    adding: bool = False
    """A printer that was named is being looked at."""
    trouble: str = ""
    """Why it was not added; its sentence and, on a line of its own, the next step."""
    trying: bool = False
    """The scanner's next code is for the trial."""
    trial: Trial | None = None

    @property
    def named(self) -> str:
        """Return what this laptop is called now."""
        return self.settings.station_name or self.given

    @property
    def name_is_wrong(self) -> bool:
        return not _is_name(self.name)

    @property
    def last(self) -> Change | None:
        """Return what is taken back next."""
        return self.changes[-1] if self.changes else None

    @property
    def new_printer(self) -> PrinterSettings | None:
        """Return the printer being named, under a name that no other has."""
        return self.printer.beside([each.name for each in self.settings.printers])


def changed(settings: Settings, change: Change) -> Settings:
    """Return settings with the one entry set; any other stays as it is now."""
    return replace(settings, **{change.entry: change.new})


def _is_name(name: str) -> bool:
    return name.isprintable() and len(name.strip()) <= LONGEST_TEXT


def settings_read(state: SettingsState, settings: Settings) -> SettingsState:
    """They were set elsewhere, such as by a key; what is being typed stays."""
    typed, fresh = state.name != state.named, replace(state, settings=settings)
    return fresh if typed else replace(fresh, name=fresh.named)


def entry_changed(state: SettingsState, entry: str, value: object) -> SettingsState:
    """One entry was set; nothing where it is so already."""
    former = getattr(state.settings, entry)
    if former == value:
        return state
    changes = (*state.changes, Change(entry, former, value))[-_MOST_CHANGES:]
    settings = changed(state.settings, changes[-1])
    fresh = replace(settings_read(state, settings), changes=changes)
    return replace(fresh, name=fresh.named) if entry == "station_name" else fresh


def taken_back(state: SettingsState) -> SettingsState:
    """The last change was taken back; what else has changed since stays."""
    last = state.last
    if last is None:
        return state
    settings = changed(state.settings, last.reverse)
    fresh = replace(settings_read(state, settings), changes=state.changes[:-1])
    return replace(fresh, name=fresh.named) if last.entry == "station_name" else fresh


def name_typed(state: SettingsState, name: str) -> SettingsState:
    return replace(state, name=name)


def name_entered(state: SettingsState) -> SettingsState:
    """The field was left: a name that can be one is taken, any other stands with its fault, and the old one holds."""
    name = state.name.strip()
    return state if state.name_is_wrong or name == state.named else entry_changed(state, "station_name", name)


# ---- printers


def printer_changed(state: SettingsState, printer: PrinterDraft) -> SettingsState:
    return replace(state, printer=printer, trouble="")


def printer_tried(state: SettingsState) -> SettingsState:
    """The printer that was named is being looked at."""
    return replace(state, adding=True, trouble="")


def printer_refused(state: SettingsState, trouble: str) -> SettingsState:
    return replace(state, adding=False, trouble=trouble)


def printer_added(state: SettingsState, printer: PrinterSettings) -> SettingsState:
    """It can be one: it is the last of the printers, and the form is empty again."""
    added = entry_changed(state, "printers", (*state.settings.printers, printer))
    return replace(added, adding=False, printer=PrinterDraft(queues=state.printer.queues))


def printer_removed(state: SettingsState, name: str) -> SettingsState:
    return entry_changed(state, "printers", tuple(each for each in state.settings.printers if each.name != name))


# ---- the scanner


def trial_begun(state: SettingsState) -> SettingsState:
    return replace(state, trying=True, trial=None)


def trial_ended(state: SettingsState) -> SettingsState:
    return replace(state, trying=False)


def code_tried(state: SettingsState, candidates: Sequence[str]) -> SettingsState:
    """A code was scanned while the scanner is tried."""
    return replace(state, trial=tried(candidates)) if state.trying else state
