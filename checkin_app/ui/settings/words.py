"""Puts the settings into words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.scanner_trial import Finding, Trial
from checkin_app.runtime.settings import PrinterSettings, Settings, Theme
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_laptop
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.settings.state import Change, SettingsState
from checkin_app.ui.words_laptop import Options


@dataclass(frozen=True, slots=True)
class PrinterView:
    """One printer: its name, what it is and where, and whether badges come out there."""

    name: str
    line: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything the screen says that depends on how things stand."""

    line: str
    undo: str
    name_hint: str
    name_wrong: bool
    printers: tuple[PrinterView, ...]
    no_printer: str
    add: str
    trial: str
    trial_line: str
    tone: ChipTone


class SettingsWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    # ---- what can be chosen

    def rooms(self, settings: Settings) -> Options:
        """Return the forum's rooms, one that only the settings know, and that this laptop stands in none."""
        first = self._in_force.forum.languages[0]
        known = {each.place.in_(first): each.place.in_(words.spoken()) for each in self._in_force.forum.sessions}
        if settings.room and settings.room not in known:
            known[settings.room] = settings.room
        named = sorted(((value, bidi.name(said)) for value, said in known.items() if value), key=lambda each: each[1])
        return ("", self.tr("No room")), *named

    def sides(self) -> Options:
        return ("left", self.tr("On the left")), ("right", self.tr("On the right"))

    # ---- how things stand

    def view(self, state: SettingsState) -> SettingsView:
        trial, trial_line, tone = self._trial(state)
        wrong = state.name_is_wrong
        changed = self._changed(state.last) if state.last else ""
        return SettingsView(
            line=changed or self.tr("Every change holds at once."),
            undo=self.tr("Undo"),
            name_hint=words_laptop.name_too_long() if wrong else "",
            name_wrong=wrong,
            printers=tuple(self._printer(each, state.settings) for each in state.settings.printers),
            no_printer="" if state.settings.printers else self.tr("No printer yet: badges wait until there is one."),
            add=self.tr("One moment…") if state.adding else self.tr("Add this printer"),
            trial=trial,
            trial_line=trial_line,
            tone=tone,
        )

    def _changed(self, change: Change) -> str:
        """Return what was changed last, with what held before."""
        if change.entry == "printers":
            former, new = ({each.name for each in printers} for printers in (change.former, change.new))
            names = words.listed(bidi.name(name) for name in sorted(new ^ former))
            said = self.tr("Printer added: {names}") if new > former else self.tr("Printer taken away: {names}")
            return said.format(names=names)
        said = self.tr("{what}: {new}, before: {former}")
        values = {"new": self._value(change.entry, change.new), "former": self._value(change.entry, change.former)}
        return said.format(what=words_laptop.entry(change.entry), **values)

    def _value(self, entry: str, value: object) -> str:
        options: dict[str, Options] = {
            "room": self.rooms(Settings(room=str(value))),
            "language": words_laptop.languages(),
            "theme": words_laptop.themes(),
            "text_size": words_laptop.text_sizes(),
            "sound": words_laptop.sounds(),
            "lock_minutes": words_laptop.lock_times(),
            "left_handed": self.sides(),
        }
        by_value = dict(options.get(entry, ()))
        return by_value.get(choice(entry, value)) or (bidi.name(str(value)) if value else "–")

    def _printer(self, printer: PrinterSettings, settings: Settings) -> PrinterView:
        kind = words_laptop.printer_kind(printer.kind)
        where = "" if printer.target == printer.name else f" · {bidi.code(printer.target)}"
        return PrinterView(printer.name, f"{kind}{where}", printer.name == settings.badge_printer)

    def _trial(self, state: SettingsState) -> tuple[str, str, ChipTone]:
        if state.trial is None:
            waiting = self.tr("Waiting for the code on this screen") if state.trying else ""
            return waiting, "", ChipTone.QUIET
        said, line = self._found(state.trial)
        return said, line, ChipTone.GO if state.trial.read else ChipTone.ASK

    def _found(self, trial: Trial) -> tuple[str, str]:
        """Return what a trial showed, and what to do."""
        added = bidi.code(printed(trial.added))
        said = {
            Finding.WELL: (self.tr("Well set"), self.tr("Badges are read as they are printed.")),
            Finding.LETTER_CASE: (
                self.tr("Read, in other letters"),
                self.tr("Capitals arrive as small letters, or the reverse. Badges are read all the same."),
            ),
            Finding.LAYOUT: (
                self.tr("Read by its keys"),
                self.tr("This laptop's keyboard is another one than the scanner's. Badges are read all the same."),
            ),
            Finding.ADDS: (
                self.tr("It adds something"),
                self.tr("It adds {added} to each code. Scan “no prefix, no suffix but Enter” in its handbook."),
            ),
            Finding.OTHER_KEYBOARD: (
                self.tr("Set to another keyboard"),
                self.tr("Scan “keyboard: USA” in its handbook, then this code again. Set no Alt-code mode."),
            ),
            Finding.CUT: (
                self.tr("Only a part arrived"),
                self.tr("Scan “delay between characters: none” in its handbook, or hold it still a little longer."),
            ),
            Finding.ANOTHER_CODE: (self.tr("Another code"), self.tr("Scan the code that stands on this screen.")),
        }
        title, line = said[trial.finding]
        return title, line.replace("{added}", added)


def printed(added: str) -> str:
    """Return what a scanner adds as it can be shown: what no font draws by its number."""
    return "".join(each if each.isprintable() else f"[U+{ord(each):04X}]" for each in added)


def choice(entry: str, value: object) -> str:
    """Return the value of an entry as the choice that stands for it."""
    if entry == "sound":
        return "on" if value else "off"
    if entry == "left_handed":
        return "left" if value else "right"
    return str(value)


def chosen(entry: str, choice: str) -> object:
    """Return the value of an entry that a choice stands for."""
    match entry:
        case "sound":
            return choice == "on"
        case "left_handed":
            return choice == "left"
        case "text_size" | "lock_minutes":
            return int(choice)
        case "theme":
            return Theme(choice)
        case _:
            return choice
