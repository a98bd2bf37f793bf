"""Which printer: its kind, and what a printer of that kind is found by."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.runtime.settings import DOTS, LABEL_PRINTERS, QUEUES, PrinterKind
from checkin_app.ui import theme, words_laptop
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.cards import Note
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.menus import Menu
from checkin_app.ui.kit.printer_look import Offered, PrinterLook
from checkin_app.ui.printer_draft import PrinterDraft, is_paper

_NONE = "none"


class PrinterForm(QWidget):
    """Draws a `PrinterDraft`.

    Signals: `kind_chosen` with a `PrinterKind` or None, `target_said` with a text, `folder_asked`; of label printers
    `language_chosen` with a `PrinterLanguage`, `dots_chosen` with a number; those of `look`.
    """

    kind_chosen = Signal(object)
    target_said = Signal(object)
    folder_asked = Signal()
    language_chosen = Signal(object)
    dots_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = Segmented()
        self.queues, self.target = Menu(), Field(ime=False)
        self.folder = Button("", icon="floppy-disk")
        self.ways, self.languages, self.dots = Menu(), Menu(), Menu()
        self.look, self.trouble = PrinterLook(), Note()
        self.look.hide()
        self._labels = QWidget()
        across = FlowLayout(self._labels, gap=theme.space(2), fill=True)
        for menu in (self.ways, self.languages, self.dots):
            across.addWidget(menu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._labels.setSizePolicy(policy)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for part in (self.kinds, self.queues, self._labels, self.target):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.look)
        column.addStretch(1)
        column.addWidget(self.trouble)
        self.kinds.chosen.connect(lambda kind: self.kind_chosen.emit(None if kind == _NONE else PrinterKind(kind)))
        self.queues.textActivated.connect(self.target_said.emit)
        self.target.edited.connect(self.target_said)
        self.folder.clicked.connect(self.folder_asked)
        self.ways.activated.connect(lambda place: self.kind_chosen.emit(LABEL_PRINTERS[place]))
        self.languages.activated.connect(lambda place: self.language_chosen.emit(tuple(DOTS)[place]))
        self.dots.activated.connect(lambda place: self.dots_chosen.emit(self.dots.itemData(place)))

    def set_compact(self, *, compact: bool) -> None:
        self.trouble.set_compact(compact=compact)

    def retranslate(self) -> None:
        self.folder.setText(self.tr("Choose a folder…"))
        self.look.retranslate()
        self.queues.setAccessibleName(self.tr("Printer of this system"))
        kinds = (PrinterKind.FILE, PrinterKind.QUEUE, PrinterKind.NETWORK, PrinterKind.IPP)
        named = [(each.value, words_laptop.printer_kind(each)) for each in kinds]
        self.kinds.set_options([(_NONE, self.tr("No printer")), *named])
        self.ways.setAccessibleName(self.tr("How the label printer is connected"))
        self.languages.setAccessibleName(self.tr("Language of the label printer"))
        self.dots.setAccessibleName(self.tr("Dots an inch of the label printer"))
        _offer(self.ways, [(words_laptop.label_way(each), each) for each in LABEL_PRINTERS])
        _offer(self.languages, [(words_laptop.spoken(each), each) for each in DOTS])

    def show_draft(self, draft: PrinterDraft, trouble: str) -> None:
        """Show a printer as far as it is named; `trouble` is a sentence and, on a line of its own, the next step."""
        label = draft.kind in LABEL_PRINTERS
        self.kinds.choose(PrinterKind.NETWORK.value if label else draft.kind.value if draft.kind else _NONE)
        self._labels.setVisible(label)
        if draft.kind in LABEL_PRINTERS:
            _offer(self.dots, [(words_laptop.dots(each), each) for each in DOTS[draft.speaks]])
            self.ways.setCurrentIndex(LABEL_PRINTERS.index(draft.kind))
            self.languages.setCurrentIndex(tuple(DOTS).index(draft.speaks))
            self.dots.setCurrentIndex(DOTS[draft.speaks].index(draft.dpi))
        queues = list(draft.queues or ())
        if [self.queues.itemText(place) for place in range(self.queues.count())] != queues:
            self.queues.clear()
            self.queues.addItems(queues)
        queue = draft.kind in QUEUES
        self.queues.setVisible(queue and bool(queues))
        if queue and draft.target in queues:
            self.queues.setCurrentText(draft.target)
        self.target.setVisible(draft.kind in {PrinterKind.FILE, PrinterKind.IPP} or (label and not queue))
        self.target.set_label(self._wanted(draft))
        if self.target.text() != draft.target:
            self.target.set_text(draft.target)
        self.folder.setVisible(draft.kind is PrinterKind.FILE)
        sentence, _, step = (trouble or self._no_queue(draft)).partition("\n")
        self.trouble.set_note(sentence, step, icon="warning")

    def show_looks(self, offered: Offered, draft: PrinterDraft) -> None:
        """Show by which of these templates its badges are drawn, where somebody may say so."""
        self.look.setVisible(draft.kind is not None)
        self.look.show_look(offered, draft.template, draft.paper, wrong=not is_paper(draft.paper))

    def _wanted(self, draft: PrinterDraft) -> str:
        """Return what is asked for of a printer of the kind chosen."""
        if draft.kind is PrinterKind.FILE:
            return self.tr("Folder for the PDF files")
        return words_laptop.label_target(draft.kind if draft.kind in LABEL_PRINTERS else PrinterKind.NETWORK)

    def _no_queue(self, draft: PrinterDraft) -> str:
        return self.tr("This system knows no printer.") if draft.lacks_queues else ""


def _offer(menu: Menu, choices: Sequence[tuple[str, object]]) -> None:
    """Fill a menu anew where it offers something else: filling it closes it under whoever has it open."""
    if [menu.itemText(place) for place in range(menu.count())] != [text for text, _ in choices]:
        chosen = menu.currentIndex()
        menu.clear()
        for text, value in choices:
            menu.addItem(text, value)
        menu.setCurrentIndex(chosen if chosen < len(choices) else 0)
