"""Which printer: its kind, and what a printer of that kind is found by."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.runtime.settings import PrinterKind
from checkin_app.ui import theme, words_laptop
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.cards import Note
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.printer_draft import PrinterDraft

_NONE = "none"


class PrinterForm(QWidget):
    """Draws a `PrinterDraft`.

    Signals: `kind_chosen` with a `PrinterKind` or None, `target_said` with a text, `folder_asked`.
    """

    kind_chosen = Signal(object)
    target_said = Signal(object)
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = Segmented()
        self.queues, self.target = Menu(), Field(ime=False)
        self.folder = Button("", icon="floppy-disk")
        self.trouble = Note()
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for part in (self.kinds, self.queues, self.target):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self.trouble)
        self.kinds.chosen.connect(lambda kind: self.kind_chosen.emit(None if kind == _NONE else PrinterKind(kind)))
        self.queues.textActivated.connect(self.target_said.emit)
        self.target.edited.connect(self.target_said)
        self.folder.clicked.connect(self.folder_asked)

    def set_compact(self, *, compact: bool) -> None:
        self.trouble.set_compact(compact=compact)

    def retranslate(self) -> None:
        self.folder.setText(self.tr("Choose a folder…"))
        self.queues.setAccessibleName(self.tr("Printer of this system"))
        kinds = (PrinterKind.FILE, PrinterKind.QUEUE, PrinterKind.NETWORK, PrinterKind.IPP)
        named = [(each.value, words_laptop.printer_kind(each)) for each in kinds]
        self.kinds.set_options([(_NONE, self.tr("No printer")), *named])

    def show_draft(self, draft: PrinterDraft, trouble: str) -> None:
        """Show a printer as far as it is named; `trouble` is a sentence and, on a line of its own, the next step."""
        self.kinds.choose(draft.kind.value if draft.kind else _NONE)
        queues = list(draft.queues or ())
        if [self.queues.itemText(place) for place in range(self.queues.count())] != queues:
            self.queues.clear()
            self.queues.addItems(queues)
        queue = draft.kind is PrinterKind.QUEUE
        self.queues.setVisible(queue and bool(queues))
        if queue and draft.target in queues:
            self.queues.setCurrentText(draft.target)
        self.target.setVisible(draft.kind in {PrinterKind.FILE, PrinterKind.NETWORK, PrinterKind.IPP})
        self.target.set_label(self._wanted(draft))
        if self.target.text() != draft.target:
            self.target.set_text(draft.target)
        self.folder.setVisible(draft.kind is PrinterKind.FILE)
        sentence, _, step = (trouble or self._no_queue(draft)).partition("\n")
        self.trouble.set_note(sentence, step, icon="warning")

    def _wanted(self, draft: PrinterDraft) -> str:
        """Return what is asked for of a printer of the kind chosen."""
        if draft.kind is PrinterKind.FILE:
            return self.tr("Folder for the PDF files")
        return self.tr("Address in the network, such as 192.168.1.50")

    def _no_queue(self, draft: PrinterDraft) -> str:
        return self.tr("This system knows no printer.") if draft.lacks_queues else ""
