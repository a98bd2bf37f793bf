"""The overview's widgets: four figures, the arrivals, what needs a person, desks, routes and laptops."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button
from checkin_app.ui.kit.cards import Card, Line
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.verdict import VerdictStrip
from checkin_app.ui.overview.plot import Plot
from checkin_app.ui.overview.rows import Heading, Opening, RowsCard, Tile
from checkin_app.ui.overview.state import OverviewState
from checkin_app.ui.overview.words import OverviewWords

_FIGURES, _COLUMNS, _UNBOUND = 4, 3, 16_777_215
#: Text of this share of its usual size leaves no room for three cards beside one another in a narrow window, in percent.
_LARGE = 110


class _ArrivalsCard(Card):
    """The plot under its heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=1)
        self.body.setSpacing(0)
        self.heading, self.plot = Heading(), Plot()
        for part in (self.heading, Line(), self.plot):
            self.body.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)


class OverviewPanel(QWidget):
    """Draws an `OverviewState`.

    Signals: `list_asked` with the `Destination` that a figure opens, `files_asked` to write all of it as PDF and CSV.
    """

    list_asked = Signal(object)
    files_asked = Signal()

    def __init__(self, words: OverviewWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.strip = VerdictStrip()
        self.strip.hide()
        self._wrong = Label("", "body", "trouble.ink", wrap=True)
        self._note = Label("", "body", "ink.secondary", wrap=True)
        self.tiles = [Tile() for _ in range(_FIGURES)]
        self.files = Button("", icon="download-simple", height=theme.size("target.min"))
        self.arrivals = _ArrivalsCard()
        self.needs, self.desks, self.routes, self.laptops = (RowsCard() for _ in range(4))
        self._build()
        self._connect()
        self.set_layout(theme.Layout.REGULAR)

    def _build(self) -> None:
        self._figures, self._cards = QGridLayout(), QGridLayout()
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addLayout(self._figures)
        self._inner.addLayout(self._cards, 1)
        self._scroll = scrolled(inner, by_keys=False)
        self._column = QVBoxLayout(self)
        for part in (self.strip, self._wrong, self._note):
            self._column.addWidget(part)
        self._column.addWidget(self._scroll, 1)

    def _arrange(self, columns: int) -> None:
        """Give figures and cards their places: three cards beside one another, or two where larger text leaves no room."""
        for grid in (self._figures, self._cards):
            while grid.count():
                grid.takeAt(0)
        across = 4 if columns == _COLUMNS else 2
        for place, tile in enumerate(self.tiles):
            self._figures.addWidget(tile, place // across, place % across)
        self._figures.addWidget(self.files, 0, across, _FIGURES // across, 1)
        for column in range(_FIGURES):
            self._figures.setColumnStretch(column, int(column < across))
        self._cards.addWidget(self.arrivals, 0, 0, 1, 2)
        cards = (self.needs, self.desks, self.routes, self.laptops)
        for place, card in enumerate(cards, 2):
            self._cards.addWidget(card, place // columns, place % columns)
        for column in range(_COLUMNS):
            self._cards.setColumnStretch(column, (6, 6, 7)[column] if column < columns else 0)
        for row in range(_COLUMNS):
            self._cards.setRowStretch(row, int(row * columns < len(cards) + 2))

    def _connect(self) -> None:
        self.files.clicked.connect(self.files_asked)
        self.arrivals.heading.opened.connect(self.list_asked)
        self.arrivals.plot.opened.connect(self.list_asked)
        for tile in self.tiles:
            tile.opened.connect(self.list_asked)
        for card in (self.needs, self.desks, self.routes, self.laptops):
            card.opened.connect(self.list_asked)

    def set_layout(self, layout: theme.Layout) -> None:
        margin, gap = theme.margin(layout), theme.gap(layout)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(2))
        for part in (self._inner, self._figures, self._cards):
            part.setSpacing(gap)
        self._arrange(2 if layout.narrow and theme.text_size() > _LARGE else _COLUMNS)
        self.files.setMaximumWidth(theme.widened(112) if layout.narrow else _UNBOUND)
        for tile in self.tiles:
            tile.set_layout(layout)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    # ---- what keys do

    def step(self, across: int, down: int) -> None:
        """Give the focus to the next figure, heading or row in a direction of the screen; to the first where none has it."""
        places = [(each, self._place(each)) for each in self.findChildren(Opening) if each.isVisible()]
        if not places:
            return
        current = next((place for each, place in places if each.hasFocus()), None)
        if current is None:
            places[0][0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        ahead = [
            (_distance(current, place, across, down), order, each)
            for order, (each, place) in enumerate(places)
            if _is_ahead(current, place, across, down)
        ]
        if ahead:
            chosen = min(ahead)[2]
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(chosen)

    def _place(self, each: QWidget) -> QRect:
        return QRect(each.mapTo(self, each.rect().topLeft()), each.size())

    # ---- drawing

    def show_strip(self, *, shown: bool) -> None:
        """Show what the last scan came to."""
        self.strip.setVisible(shown)

    def retranslate(self) -> None:
        self.files.setText(self.tr("PDF and CSV"))

    def render_state(self, state: OverviewState) -> None:
        """Draw everything the state says."""
        self._wrong.setText(state.wrong)
        self._wrong.setVisible(bool(state.wrong))
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        view = self._words.view(state)
        self._scroll.setVisible(view is not None)
        if view is None:
            return
        for tile, figure in zip(self.tiles, view.figures, strict=True):
            tile.set_figure(figure)
        self.arrivals.heading.set_title(view.arrivals.title, view.arrivals.trailing, view.arrivals.to)
        self.arrivals.plot.set_curves(view.curves)
        cards = (
            (self.needs, view.needs),
            (self.desks, view.desks),
            (self.routes, view.routes),
            (self.laptops, view.laptops),
        )
        for card, shown in cards:
            card.show_card(shown, self._words.more)


def _is_ahead(current: QRect, place: QRect, across: int, down: int) -> bool:
    if down:
        return (place.top() - current.top()) * down > 0 and (place.bottom() - current.bottom()) * down > 0
    return (place.center().x() - current.center().x()) * across > 0


def _distance(current: QRect, place: QRect, across: int, down: int) -> int:
    """Return how far a place is; what lies in the way of the key counts less than what lies beside it."""
    x, y = (abs(a - b) for a, b in zip(_centre(current), _centre(place), strict=True))
    return y + 4 * x if down else x + 4 * y if across else 0


def _centre(place: QRect) -> tuple[int, int]:
    return place.center().x(), place.center().y()
