"""The widgets of a list of buses on its way in: what it would change, row by row, before anything is written."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.services.fleet_import import FleetPreview
from checkin_app.ui import theme
from checkin_app.ui.fleet_list.state import FleetListState, Part, Work
from checkin_app.ui.fleet_list.words import FleetListView, FleetListWords
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.foot import Foot
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import NameText
from checkin_app.ui.kit.lists import Message
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.pages import ListPage
from checkin_app.ui.kit.progress import ProgressLine
from checkin_app.ui.kit.seen import Seen


class FleetListPanel(ListPage):
    """Draws a `FleetListState`.

    Signals: `left`, `list_asked` to choose a file, `file_dropped` with its `Path`, `sheet_chosen` with a name, `part_chosen` with a
    `Part`, `take_meant` and `back_meant` with a `Meant`, `stop_asked`.
    """

    left = Signal()
    list_asked = Signal()
    file_dropped = Signal(object)
    sheet_chosen = Signal(object)
    part_chosen = Signal(object)
    take_meant = Signal(object)
    back_meant = Signal(object)
    stop_asked = Signal()

    def __init__(self, words: FleetListWords, parent: QWidget | None = None) -> None:
        first = Button("", ButtonKind.PRIMARY, icon="upload-simple", height=theme.size("target.scan"))
        super().__init__(parent, message=Message(first))
        self.first = first
        self.setAcceptDrops(True)
        self._words = words
        self._shown: tuple[FleetPreview | None, Part] | None = None
        self._title = NameText("heading", least=18)
        self.sheets, self.stop = AskingMenu(), Button("", icon="x")
        self.choose, self.parts = Button("", icon="upload-simple"), Segmented()
        self._progress = ProgressLine()
        self.take = HeldButton(
            "", ButtonKind.PRIMARY, icon="check", key="Ctrl Enter", height=theme.size("target.scan"), deed=Deed.FLEET
        )
        self.take_back = HeldButton("", icon="arrow-u-up-left", height=theme.size("target.scan"), deed=Deed.FLEET)
        self._foot = Foot(self.take_back, self.take)
        self.seen = Seen(self.take)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sheets.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._put_together(
            self._title,
            self._rows,
            beside=(self.sheets, self.stop, self.choose),
            above=(self._progress, self.parts),
            below=(self._foot,),
        )

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        for button in (self.choose, self.first):
            button.clicked.connect(self.list_asked)
        self.sheets.activated.connect(lambda place: self.sheet_chosen.emit(self.sheets.itemText(place)))
        self.parts.chosen.connect(lambda value: self.part_chosen.emit(Part(value)))
        self.take.meant.connect(self.take_meant)
        self.take_back.meant.connect(self.back_meant)
        self.stop.clicked.connect(self.stop_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self._line.setVisible(not layout.low)
        self.sheets.setMaximumWidth(layout.of(320, 240, 180))
        self._foot.set_large(layout)

    def retranslate(self) -> None:
        self._shown = None
        self.back.setText(self.tr("Back"))
        self.stop.setText(self.tr("Stop"))
        self.first.setText(self.tr("Choose a list"))
        self.choose.setText(self.tr("Another file"))
        self.list.setAccessibleName(self.tr("Its rows"))
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self._progress.setAccessibleName(self.tr("Progress"))

    def render_state(self, state: FleetListState) -> None:
        """Draw everything the state says."""
        view = self._words.view(state)
        self._title.set_text(view.title)
        self._line.setText(view.line)
        self._show_sheets(state)
        self.choose.setVisible(state.preview is not None)
        self.choose.setEnabled(state.work is None)
        self.stop.setVisible(state.work in {Work.READING, Work.TAKING})
        self._progress.setVisible(state.work is not None)
        self.parts.set_options(view.parts)
        self.parts.choose(state.part.value)
        self.parts.setVisible(bool(view.parts))
        if (state.preview, state.part) != self._shown:
            self._shown = (state.preview, state.part)
            self._show_rows(view.rows)
        self._message.say(view.message, view.message_line, ink="trouble.ink" if view.is_trouble else "ink.primary")
        self.first.setVisible(state.preview is None and state.work is None)
        self._show_foot(state, view)

    def _show_sheets(self, state: FleetListState) -> None:
        sheets = [*state.preview.sheets] if state.preview else []
        if [self.sheets.itemText(place) for place in range(self.sheets.count())] != sheets:
            self.sheets.clear()
            self.sheets.addItems(sheets)
        if state.preview:
            self.sheets.setCurrentText(state.preview.sheet)
        self.sheets.setVisible(len(sheets) > 1)
        self.sheets.setEnabled(state.work is None and state.taken is None)

    def _show_foot(self, state: FleetListState, view: FleetListView) -> None:
        self._foot.line.setText(view.foot)
        self._foot.remark(view.foot_line, wrong=state.wrong)
        self.take.set_act(f"take {state.asked}", view.take)
        self.take.setVisible(state.may_take or state.work is Work.TAKING)
        self.take.setEnabled(state.may_take)
        self.take_back.set_act(f"back {state.last}", view.take_back)
        self.take_back.setVisible(state.may_take_back)
        self._foot.arrange()

    def show_how_far(self, done: int, whole: int) -> None:
        """Show how much is read or written."""
        self._progress.show_part(done, whole)

    # ---- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self.choose.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _dropped(event)
        if file is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.file_dropped.emit(file)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is held over the panel; None where it is something else, or several."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
