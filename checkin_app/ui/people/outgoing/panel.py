"""The page of the files that go out: which there are, and the buttons that write one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.hand_outs import HandOut
from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import Message, RowsCard, list_view, mark
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.people.outgoing.state import OutgoingState
from checkin_app.ui.people.outgoing.words import OutgoingWords


class OutgoingPanel(QWidget):
    """Draws an `OutgoingState`.

    Signals: `left`, `chosen` with a row, `save_asked` with the ending of a file, `stopped`, `take_back_meant` with a `Meant`.
    """

    left = Signal()
    chosen = Signal(object)
    save_asked = Signal(object)
    stopped = Signal()
    take_back_meant = Signal(object)

    def __init__(self, words: OutgoingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left")
        self._title = Label("", "heading")
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self.stop = Button("", ButtonKind.QUIET, icon="x", height=theme.size("target.scan"))
        self.take_back = HeldButton("", icon="arrow-u-up-left", height=theme.size("target.scan"), deed=Deed.REPLACE)
        self.first = Button("", ButtonKind.PRIMARY, icon="download-simple", height=theme.size("target.scan"))
        self.second = Button("", icon="file-csv", height=theme.size("target.scan"))
        self._endings: tuple[str, ...] = ()
        self._progress = ProgressLine()
        self._foot = Foot(self.stop, self.take_back, self.second, self.first)
        self.foot, self.foot_line = self._foot.line, self._foot.second_line
        self._column = QVBoxLayout(self)
        self._build()
        self.back.clicked.connect(self.left)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.first.clicked.connect(partial(self._ask, 0))
        self.second.clicked.connect(partial(self._ask, 1))
        self.stop.clicked.connect(self.stopped)
        self.take_back.meant.connect(self.take_back_meant)

    def _ask(self, place: int) -> None:
        self.save_asked.emit(self._endings[place])

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        self._column.addLayout(head)
        self._column.addWidget(RowsCard(self.list, Message()), 1)
        self._column.addWidget(self._progress)
        self._column.addWidget(self._foot)

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        self._column.setSpacing(theme.space(4) if regular else theme.space(2) if layout.low else theme.space(3))
        for button in (self.stop, self.take_back, self.first, self.second):
            button.set_height(theme.size("target.button" if layout.low else "target.scan"))
        self._foot.set_layout(layout)
        self._delegate.height = theme.size("row.recent" if regular else "row.recentCompact")
        self.list.setMinimumHeight(2 * self._delegate.height)
        self.list.doItemsLayout()

    def retranslate(self) -> None:
        self.back.setText(self.tr("People"))
        self._title.setText(self.tr("Save a file"))
        self.list.setAccessibleName(self.tr("Save a file"))
        self.stop.setText(self.tr("Stop"))

    def render_state(self, state: OutgoingState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self.model.show_rows(view.rows)
        mark(self.list, state.place)
        self.foot.setText(view.foot)
        self.foot.set_ink("trouble.ink" if state.wrong else "ink.primary")
        self.foot_line.setText(view.foot_line)
        self._progress.setVisible(state.writing)
        self._progress.show_part(state.done, state.whole)
        self._endings = tuple(ending for ending, _ in view.saves)
        for button, (_, said) in zip((self.first, self.second), view.saves, strict=False):
            button.setText(said)
            button.set_deed(Deed.REPLACE if state.chosen.kind is HandOut.BADGES else None)
        self.stop.setVisible(state.writing)
        self.take_back.setVisible(state.issued is not None)
        if state.issued:
            self.take_back.set_act(state.issued, view.take_back)
        self.first.setVisible(not state.writing)
        self.second.setVisible(not state.writing and len(view.saves) > 1)
        self._foot.arrange()
