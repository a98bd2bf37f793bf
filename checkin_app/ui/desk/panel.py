"""The desk's widgets: verdict, person, and the recent scans at the side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.desk.hints import CardFooter, HintsCard
from checkin_app.ui.desk.side import DeskSide
from checkin_app.ui.desk.state import DeskState, Moment
from checkin_app.ui.desk.words import DeskView, DeskWords
from checkin_app.ui.kit.person import PersonCard
from checkin_app.ui.kit.verdict import ReadyStrip, VerdictPanel, panel_style


class DeskPanel(QWidget):
    """Draws a `DeskState`; says what was asked for and decides nothing.

    Signals: `answer_chosen` with its place, `badge_taken`, `find_asked`, `walk_in_asked`, `undo_asked`, `turn_asked` where
    people are to be scanned the other way, `scan_chosen` with the place of a recent scan, `record_asked` of the person in
    sight.
    """

    answer_chosen = Signal(object)
    badge_taken = Signal()
    find_asked = Signal()
    walk_in_asked = Signal()
    undo_asked = Signal()
    turn_asked = Signal()
    scan_chosen = Signal(object)
    record_asked = Signal()

    def __init__(self, words: DeskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.verdict = VerdictPanel()
        self.ready = ReadyStrip()
        self.person = PersonCard()
        self.footer = CardFooter()
        self.hints = HintsCard()
        self.side = DeskSide()
        self._shown: object = None
        self._layout = theme.Layout.REGULAR
        self._card = QStackedLayout()
        self._main = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._build()
        self._connect()
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
        self.verdict.hide()

    def _connect(self) -> None:
        side = self.side
        self.verdict.answered.connect(self.answer_chosen)
        self.footer.taken.clicked.connect(self.badge_taken)
        self.footer.record.clicked.connect(self.record_asked)
        side.search.clicked.connect(self.find_asked)
        side.walk_in.clicked.connect(self.walk_in_asked)
        side.undo.clicked.connect(self.undo_asked)
        side.out.clicked.connect(self.turn_asked)
        side.list.clicked.connect(lambda index: self.scan_chosen.emit(index.row()))

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
        self.footer.record.setHidden(theme.is_crowded(layout))
        self.side.set_layout(layout)
        self._layout = layout
        self.retranslate()

    def retranslate(self) -> None:
        side = self.side
        side.search.set_words(
            self.tr("Name, pinyin, badge no."), self.tr("Name, pinyin, no."), self.tr("Find a person")
        )
        side.undo.setText(self.tr("Undo last"))
        side.walk_in.setText(self.tr("Walk-in") if self._layout.narrow else self.tr("Walk-in registration"))
        side.out.setText(self.tr("Out"))
        self.footer.taken.setText(self.tr("Badge taken"))
        self.footer.record.setText(self.tr("Record"))

    def render_state(self, state: DeskState, now: Moment) -> None:
        """Draw everything the state says, as it is at a moment; only a new verdict makes the panel blank."""
        view = self._words.view(state, now, roomy=self._layout is theme.Layout.REGULAR)
        self._render_verdict(view, state.shown)
        self.ready.show_ready(view.ready.title, view.ready.line, icon="sign-out" if view.going_out else "scan")
        self.hints.show_hints(view.hints)
        if view.person is not None:
            self.person.show_person(view.person)
            self.person.set_footer_shown(shown=self.footer.show_footer(view.print, view.issues))
        self._card.setCurrentWidget(self.person if view.person is not None else self.hints)
        title = self.tr("Recent") if self._layout.narrow else self.tr("Recent scans")
        self.side.section.set_title(title, self.tr("%Ln today", "", view.today))
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
