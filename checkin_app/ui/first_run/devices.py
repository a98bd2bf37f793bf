"""The last page of the first run: scan anything, name a printer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin_app.runtime.settings import PrinterKind
from checkin_app.ui import theme
from checkin_app.ui.first_run.state import FirstRunState
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.cards import Card, Note
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.menus import Menu

_NONE = "none"
#: Of a code, as much as shows that it was read well.
_SHOWN = 120


class DevicesPage(QWidget):
    """Signals: `kind_chosen` with a `PrinterKind` or None, `target_said` with a text, `folder_asked`."""

    kind_chosen = Signal(object)
    target_said = Signal(object)
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scanner_title, self._printer_title = Label("", "heading"), Label("", "heading")
        self._scanner_line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.chip, self.code = StateChip(), NameText("title", least=16)
        self._printer_line = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.kinds = Segmented()
        self.queues, self.target = Menu(), Field(ime=False)
        self.folder = Button("", icon="floppy-disk")
        self.trouble = Note()
        self._build()
        self.kinds.chosen.connect(lambda kind: self.kind_chosen.emit(None if kind == _NONE else PrinterKind(kind)))
        self.queues.textActivated.connect(self.target_said.emit)
        self.target.edited.connect(self.target_said)
        self.folder.clicked.connect(self.folder_asked)

    def _build(self) -> None:
        scanner, printer = Card(padding=28), Card(padding=28)
        for sign in (self._scanner_title, self._scanner_line, self.chip, self.code):
            scanner.body.addWidget(sign)
        scanner.body.addStretch(1)
        for part in (self._printer_title, self._printer_line, self.kinds, self.queues, self.target):
            printer.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch(1)
        printer.body.addLayout(row)
        printer.body.addStretch(1)
        printer.body.addWidget(self.trouble)
        self._cards = QHBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.addWidget(scanner, 4)
        self._cards.addWidget(printer, 6)

    def set_layout(self, layout: theme.Layout) -> None:
        self._cards.setSpacing(theme.space(8) if layout is theme.Layout.REGULAR else theme.space(4))
        self.trouble.set_compact(compact=layout is not theme.Layout.REGULAR)

    def retranslate(self) -> None:
        self._scanner_title.setText(self.tr("Scanner"))
        self._scanner_line.setText(self.tr("Scan anything that has a code: a badge, a bottle, a book."))
        self._printer_title.setText(self.tr("Printer of badges"))
        self._printer_line.setText(self.tr("Without one, people are checked in and badges are printed later."))
        self.folder.setText(self.tr("Choose a folder…"))
        self.queues.setAccessibleName(self.tr("Printer of this system"))
        self.kinds.set_options(
            [
                (_NONE, self.tr("No printer")),
                (PrinterKind.FILE.value, self.tr("PDF files")),
                (PrinterKind.QUEUE.value, self.tr("System printer")),
                (PrinterKind.NETWORK.value, self.tr("Label printer")),
            ]
        )

    def render_state(self, state: FirstRunState) -> None:
        if state.scanned:
            shown = state.scanned[:_SHOWN] + ("…" if len(state.scanned) > _SHOWN else "")
            self.chip.set_state(self.tr("It was read"), ChipTone.GO)
            self.code.set_text(shown)
        else:
            self.chip.set_state(self.tr("Nothing read yet"), ChipTone.QUIET, icon="scan")
            self.code.set_text("")
        self._show_printer(state)

    def _show_printer(self, state: FirstRunState) -> None:
        self.kinds.choose(state.kind.value if state.kind else _NONE)
        queues = list(state.queues or ())
        if [self.queues.itemText(place) for place in range(self.queues.count())] != queues:
            self.queues.clear()
            self.queues.addItems(queues)
        queue = state.kind is PrinterKind.QUEUE
        self.queues.setVisible(queue and bool(queues))
        if queue and state.target in queues:
            self.queues.setCurrentText(state.target)
        self.target.setVisible(state.kind in {PrinterKind.FILE, PrinterKind.NETWORK})
        self.target.set_label(self._label(state.kind))
        if self.target.text() != state.target:
            self.target.set_text(state.target)
        self.folder.setVisible(state.kind is PrinterKind.FILE)
        none = self.tr("This system knows no printer.") if queue and state.queues == () else ""
        sentence, _, step = (state.trouble or none).partition("\n")
        self.trouble.set_note(sentence, step, icon="warning")

    def _label(self, kind: PrinterKind | None) -> str:
        if kind is PrinterKind.FILE:
            return self.tr("Folder for the PDF files")
        return self.tr("Address in the network, such as 192.168.1.50")
