"""The cards of the settings, one for each subject; each draws a `SettingsState` and reports what was chosen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme, words_laptop
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented, tab_in_place
from checkin_app.ui.kit.cards import Line, SubjectCard
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.code import CodeView, Modules
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.printer_form import PrinterForm
from checkin_app.ui.settings.state import SettingsState
from checkin_app.ui.settings.words import PrinterView, SettingsView, SettingsWords, choice
from checkin_app.ui.words_laptop import Options

_CODE_SIDE = 232


class Switches(QWidget):
    """Rows of a label and its choices; `chosen` carries a pair of an entry of the settings and the choice."""

    chosen = Signal(object)

    def __init__(self, *entries: str) -> None:
        super().__init__()
        self._rows = {entry: (Label("", "body", "ink.secondary"), Segmented()) for entry in entries}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for entry, (label, switch) in self._rows.items():
            row = QHBoxLayout()
            row.setSpacing(theme.space(3))
            row.addWidget(label)
            row.addWidget(switch, 1)
            column.addLayout(row)
            switch.chosen.connect(partial(self._tell, entry))

    def _tell(self, entry: str, choice: object) -> None:
        self.chosen.emit((entry, str(choice)))

    def set_words(self, said: dict[str, tuple[str, Options]]) -> None:
        """Show each row's label and choices."""
        for entry, (label, switch) in self._rows.items():
            name, options = said[entry]
            label.setText(name)
            switch.setAccessibleName(name)
            switch.set_options(options)
        self.align()

    def align(self) -> None:
        """Let all choices begin where the longest label lets them; asked again when text has grown."""
        widest = max(paint.width_of(label.text(), theme.font("body")) for label, _ in self._rows.values())
        for label, _ in self._rows.values():
            label.setFixedWidth(widest + 8)

    def choose(self, entry: str, value: str) -> None:
        self._rows[entry][1].choose(value)

    def switch(self, entry: str) -> Segmented:
        return self._rows[entry][1]


class LaptopCard(SubjectCard):
    """Its name and its room; `typed` carries the name so far, `name_left` says that it stands, `chosen` as `Switches`."""

    typed = Signal(object)
    name_left = Signal()
    chosen = Signal(object)

    def __init__(self, words: SettingsWords) -> None:
        super().__init__()
        self._words = words
        self.name, self.switches = Field(), Switches("room")
        self.body.addWidget(self.name)
        self.body.addWidget(self.switches)
        self.name.edited.connect(self.typed)
        self.name.line.editingFinished.connect(self.name_left)
        self.switches.chosen.connect(self.chosen)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.switches.align()

    def retranslate(self) -> None:
        self.subject.setText(self.tr("This laptop"))
        self.name.set_label(self.tr("Name, as others call it"))

    def show_view(self, state: SettingsState, view: SettingsView) -> None:
        if self.name.text() != state.name:
            self.name.set_text(state.name)
        self.name.set_hint(view.name_hint, wrong=view.name_wrong)
        self.switches.set_words({"room": (words_laptop.entry("room"), self._words.rooms(state.settings))})
        self.switches.choose("room", state.settings.room)


class _WayCard(SubjectCard):
    """The way to a screen of its own."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._line = Label("", "body", "ink.secondary", wrap=True)
        self.open = Button("", icon=icon)
        self.body.addWidget(self._line)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        self.body.addLayout(row)


class ForumCard(_WayCard):
    """The way to the forum's programme."""

    def __init__(self) -> None:
        super().__init__("clock")

    def retranslate(self) -> None:
        self.subject.setText(self.tr("The forum"))
        self._line.setText(
            self.tr("Sessions with room, begin, end and who may enter; categories; routes and their stops.")
        )
        self.open.setText(self.tr("Programme, categories, routes"))


class LaptopsCard(_WayCard):
    """The way to the screen of all laptops."""

    def __init__(self) -> None:
        super().__init__("laptop")

    def retranslate(self) -> None:
        self.subject.setText(self.tr("Laptops"))
        self._line.setText(self.tr("Who takes part, when each was heard last, and what has not come yet."))
        self.open.setText(self.tr("All laptops"))


class LookCard(SubjectCard):
    """Language, theme, size of text, sound, the door's buttons; `chosen` as `Switches`."""

    chosen = Signal(object)

    def __init__(self, words: SettingsWords) -> None:
        super().__init__()
        self._words = words
        self.switches = Switches("language", "theme", "text_size", "sound", "lock_minutes", "left_handed")
        self.body.addWidget(self.switches)
        self.switches.chosen.connect(self.chosen)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.switches.align()

    def retranslate(self) -> None:
        self.subject.setText(self.tr("Screen and sound"))
        options = {
            "language": words_laptop.languages(),
            "theme": words_laptop.themes(),
            "text_size": words_laptop.text_sizes(),
            "sound": words_laptop.sounds(),
            "lock_minutes": words_laptop.lock_times(),
            "left_handed": self._words.sides(),
        }
        self.switches.set_words({entry: (words_laptop.entry(entry), each) for entry, each in options.items()})

    def show_view(self, state: SettingsState, spoken: str) -> None:
        for entry in ("theme", "text_size", "sound", "lock_minutes", "left_handed"):
            self.switches.choose(entry, choice(entry, getattr(state.settings, entry)))
        self.switches.choose("language", spoken)


class _PrinterRow(QWidget):
    """One printer: what it is, and whether badges come out there; `chosen` and `removed` carry its name."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name, self._line = Label("", "buttonLarge", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self._chip = StateChip()
        self.choose = Button("", height=theme.size("target.min"))
        self.remove = Button("", ButtonKind.QUIET, icon="trash", height=theme.size("target.min"))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        for part in (self._chip, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._line)
        column.addSpacing(theme.space(1))
        column.addLayout(row)
        self.choose.clicked.connect(lambda: self.chosen.emit(self._name.text()))
        self.remove.clicked.connect(lambda: self.removed.emit(self._name.text()))

    def show_printer(self, view: PrinterView) -> None:
        self._name.setText(view.name)
        self._line.setText(view.line)
        self._chip.set_state(self.tr("Badges come out here"), ChipTone.GO)
        self._chip.setVisible(view.chosen)
        self.choose.setText(self.tr("Print here"))
        self.choose.setVisible(not view.chosen)
        self.remove.setText(self.tr("Take away"))


class PrintersCard(SubjectCard):
    """The printers and one more.

    Signals: `printer_chosen` and `printer_removed` with a name, `added` for the one in the form, `page_asked` for the page of
    printers; the form's own.
    """

    printer_chosen = Signal(object)
    printer_removed = Signal(object)
    added = Signal()
    page_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = Button("", icon="printer")
        self.page.clicked.connect(self.page_asked)
        self._none = Label("", "body", "ink.secondary", wrap=True)
        self._rows: list[_PrinterRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.space(3))
        self._more = Label("", "buttonLarge")
        self.form = PrinterForm()
        self.add = Button("", icon="plus", height=theme.size("target.button"))
        self.body.addWidget(self._none)
        self.body.addLayout(self._column)
        way = QHBoxLayout()
        way.addWidget(self.page)
        way.addStretch(1)
        self.body.addLayout(way)
        self.body.addWidget(Line())
        self.body.addWidget(self._more)
        self.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add.clicked.connect(self.added)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.form.set_compact(compact=True)

    def retranslate(self) -> None:
        self.subject.setText(self.tr("Printers"))
        self.page.setText(self.tr("Test, template, pause, group"))
        self._more.setText(self.tr("One more"))
        self.form.retranslate()

    def show_view(self, state: SettingsState, view: SettingsView) -> None:
        self._none.setText(view.no_printer)
        self._none.setVisible(bool(view.no_printer))
        self._hold(len(view.printers))
        for row, printer in zip(self._rows, view.printers, strict=True):
            row.show_printer(printer)
        self.form.show_draft(state.printer, state.trouble)
        self.add.setText(view.add)
        self.add.setEnabled(state.new_printer is not None and not state.adding)

    def _hold(self, count: int) -> None:
        """Have as many rows as there are printers; a row keeps its place, and with it the focus."""
        while len(self._rows) > count:
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = _PrinterRow()
            row.chosen.connect(self.printer_chosen)
            row.removed.connect(self.printer_removed)
            self._rows.append(row)
            self._column.addWidget(row)
            tab_in_place(self._none, [each for row in self._rows for each in (row.choose, row.remove)])


class ScannerCard(SubjectCard):
    """A code to scan and what came of it; `asked` begins a trial, `ended` leaves it."""

    asked = Signal()
    ended = Signal()

    def __init__(self, modules: Modules) -> None:
        super().__init__()
        self._modules = modules
        self._line = Label("", "body", "ink.secondary", wrap=True)
        self.code = CodeView(_CODE_SIDE)
        self.chip, self.told = StateChip(), Label("", "body", wrap=True)
        self.start, self.stop = Button("", icon="scan"), Button("", ButtonKind.QUIET)
        self.body.addWidget(self._line)
        beside = QHBoxLayout()
        beside.setSpacing(theme.space(4))
        beside.addWidget(self.code)
        said = QVBoxLayout()
        said.setSpacing(theme.space(2))
        chip = QHBoxLayout()
        chip.addWidget(self.chip)
        chip.addStretch(1)
        said.addLayout(chip)
        said.addWidget(self.told)
        said.addStretch(1)
        beside.addLayout(said, 1)
        self.body.addLayout(beside)
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addWidget(self.stop)
        row.addStretch(1)
        self.body.addLayout(row)
        self.start.clicked.connect(self.asked)
        self.stop.clicked.connect(self.ended)

    def retranslate(self) -> None:
        self.subject.setText(self.tr("Scanner"))
        self._line.setText(
            self.tr("A code with every letter and digit shows how the scanner is set. Nobody is checked in by it.")
        )
        self.start.setText(self.tr("Try the scanner"))
        self.stop.setText(self.tr("Done trying"))
        self.code.set_code(self._modules, self.tr("Code to scan"))

    def show_view(self, state: SettingsState, view: SettingsView) -> None:
        self.code.setVisible(state.trying)
        self.chip.setVisible(bool(view.trial))
        self.chip.set_state(view.trial, view.tone, icon="" if state.trial else "scan")
        self.told.setText(view.trial_line)
        self.told.setVisible(bool(view.trial_line))
        self.start.setVisible(not state.trying)
        self.stop.setVisible(state.trying)
