"""The desk's widgets: verdict, person, and the recent scans at the side."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.desk.hints import CardFooter, HintsCard
from checkin_app.ui.desk.words import DeskView
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Line, Section
from checkin_app.ui.kit.fields import SearchButton
from checkin_app.ui.kit.lists import list_view
from checkin_app.ui.kit.person import PersonCard
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.verdict import ReadyStrip, VerdictPanel, panel_style

#: The list leaves the card's frame in sight, which is heaviest in sunlight.
_RIM = 3


class RecentSide(QWidget):
    """Search, the recent scans, undo and walk-in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchButton()
        self.section = Section()
        self.model = RowModel(self)
        self._delegate = RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self.undo = Button(icon="arrow-u-up-left", key="Ctrl Z")
        self.walk_in = Button(icon="plus", key="F4")
        self.out = Button(key="O")
        self._column = QVBoxLayout(self)
        self._row = theme.size("row.recent")
        self._build()

    def _build(self) -> None:
        self.out.setCheckable(True)
        # Rows are as high as fill the list: it is turned row by row, and shows no bar.
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        within = QHBoxLayout()
        within.setContentsMargins(_RIM, 0, _RIM, 0)
        within.addWidget(self.list)
        self.section.body.addLayout(within, 1)
        self.list.installEventFilter(self)
        self.section.body.addWidget(Line())
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.undo)
        self.section.body.addLayout(self._foot)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.search)
        self._column.addWidget(self.section, 1)
        doors = QHBoxLayout()
        doors.setSpacing(theme.space(2))
        doors.addWidget(self.walk_in, 1)
        doors.addWidget(self.out)
        self._column.addLayout(doors)

    def set_layout(self, layout: theme.Layout) -> None:
        self.setFixedWidth(theme.side_column(layout))
        regular = layout is theme.Layout.REGULAR
        self._column.setSpacing(theme.gap(layout))
        self._row = theme.size("row.recent" if regular else "row.recentCompact")
        inset = 20 if regular else 14 if layout.narrow else 16
        self._delegate.inset = inset - _RIM
        self.section.set_padding(inset)
        foot = 8 if layout.low else 12
        self._foot.setContentsMargins(16, foot, 16, foot)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Show whole rows only: each takes a little more or less than the token says."""
        room = self.list.height()
        self._delegate.height = room // max(1, round(room / self._row))
        self.list.doItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.Resize:
            self._fit_rows()
        return False


class DeskPanel(QWidget):
    """Draws a `DeskView`; says what was asked for and decides nothing."""

    answer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = VerdictPanel()
        self.ready = ReadyStrip()
        self.person = PersonCard()
        self.footer = CardFooter()
        self.hints = HintsCard()
        self.side = RecentSide()
        self._shown: object = None
        self._card = QStackedLayout()
        self._main = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._build()
        self.set_layout(theme.Layout.REGULAR)

    def _build(self) -> None:
        self.person.set_footer(self.footer)
        self._row.addLayout(self._main, 1)
        self._main.addWidget(self.verdict)
        self._main.addWidget(self.ready)
        # Before its pages: the first one is shown at once, and would be a window of its own.
        self._main.addLayout(self._card, 1)
        self._card.addWidget(self.hints)
        self._card.addWidget(self.person)
        self._row.addWidget(self.side)
        self.verdict.answered.connect(self.answer_chosen)
        self.verdict.hide()

    def set_layout(self, layout: theme.Layout) -> None:
        pad = theme.margin(layout)
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(pad)
        self._main.setSpacing(theme.gap(layout))
        self.hints.set_layout(layout)
        self.verdict.set_style(panel_style(layout))
        self.ready.set_layout(layout)
        self.person.set_layout(layout)
        self.footer.set_narrow(narrow=layout.narrow)
        self.side.set_layout(layout)

    def render_state(self, view: DeskView, shown: object = None) -> None:
        """Draw the desk; `shown` tells one verdict from the next, so that only a new one makes the panel blank."""
        self._render_verdict(view, shown)
        self.ready.show_ready(view.ready.title, view.ready.line, icon="sign-out" if view.going_out else "scan")
        self.hints.show_hints(view.hints)
        if view.person is not None:
            self.person.show_person(view.person)
            self.person.set_footer_shown(shown=self.footer.show_footer(view.print, view.issues))
        self._card.setCurrentWidget(self.person if view.person is not None else self.hints)
        self.side.model.show_rows(view.recent)
        self.side.out.setChecked(view.going_out)

    def _render_verdict(self, view: DeskView, shown: object) -> None:
        self.verdict.setVisible(view.verdict is not None)
        self.ready.setVisible(view.verdict is None)
        if view.verdict is not None:
            if shown is not self._shown or shown is None:
                self.verdict.show_verdict(view.verdict, gap=view.follows)
            elif view.verdict != self.verdict.view:
                self.verdict.say_anew(view.verdict)
        self._shown = shown
