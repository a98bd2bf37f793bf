"""A person as the desk and the door show them."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.cards import Card, Line, Note
from checkin_app.ui.kit.chips import BusPlate, CategoryTag
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import scrolled

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_UP = QBoxLayout.Direction.BottomToTop
#: What a scroll bar and the room before it take, in pixels.
_BAR = 16
#: Of what scrolls, this many pixels are seen beside a note.
_LEAST_SEEN = 92
#: The share of a card's width from which its signs stand above the name.
_MOST_OF_SIGNS = 0.36


@dataclass(frozen=True, slots=True)
class FactRow:
    """A label, its value and, behind the value, the plate of a bus."""

    label: str
    value: str
    bus: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything a person card shows, already in words."""

    name: str
    second_name: str = ""
    category_letter: str = ""
    category: str = ""
    number: str = ""
    """The badge number, at the trailing end where there is room for it."""
    facts: tuple[FactRow, ...] = ()
    note: str = ""
    note_line: str = ""
    note_icon: str = "info"


#: A grid narrower than this, in pixels at the usual size of text, has each value under its label.
_STACKED_BELOW = 250


class FactGrid(QWidget):
    """Label and value pairs, one a line; or a line of each where the grid is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Label, Label, BusPlate, QWidget]] = []
        self._stacked = False

    def set_facts(self, facts: tuple[FactRow, ...]) -> None:
        while len(self._rows) < len(facts):
            self._rows.append(self._new_row(len(self._rows)))
        for index, (label, value, plate, holder) in enumerate(self._rows):
            shown = index < len(facts)
            label.setVisible(shown)
            holder.setVisible(shown)
            if shown:
                fact = facts[index]
                label.setText(fact.label)
                value.setText(bidi.leading(fact.value, self.layoutDirection()))
                value.setWordWrap(not fact.bus)
                row = holder.layout()
                if isinstance(row, QHBoxLayout):
                    row.setStretch(0, 0 if fact.bus else 1)
                    row.setStretch(2, 1 if fact.bus else 0)
                plate.set_code(fact.bus)

    def set_spacing(self, vertical: int) -> None:
        self._grid.setVerticalSpacing(vertical)

    def _new_row(self, index: int) -> tuple[Label, Label, BusPlate, QWidget]:
        label = Label("", "body", "ink.secondary")
        value = Label("", "bodyLarge", wrap=True)
        value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        plate = BusPlate()
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(value)
        row.addWidget(plate)
        row.addStretch(1)
        self._place(index, label, holder)
        return label, value, plate, holder

    def _place(self, index: int, label: Label, holder: QWidget) -> None:
        if self._stacked:
            self._grid.addWidget(label, 2 * index, 0, 1, 2)
            self._grid.addWidget(holder, 2 * index + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, 2 * index, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(holder, 2 * index, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() * 100 < _STACKED_BELOW * theme.text_size()
        if stacked is not self._stacked:
            self._stacked = stacked
            for index, (label, _, _, holder) in enumerate(self._rows):
                self._place(index, label, holder)

    def minimumSizeHint(self) -> QSize:
        """Return the least of a value under its label: beside it, a card could never be narrow enough to stack."""
        shown = [(label, holder) for label, _, _, holder in self._rows if not label.isHidden()]
        wide = (max(label.minimumSizeHint().width(), holder.minimumSizeHint().width()) for label, holder in shown)
        return QSize(max(wide, default=0), super().minimumSizeHint().height())


class PersonCard(Card):
    """Own script, Latin, category, facts, note, and a footer slot: `set_footer(widget)`.

    Where a card is too low for everything, names and facts scroll while note and footer stay in sight; where even a
    note leaves a name no room, it stands first after the name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=32)
        self._name = NameText("name", least=24)
        self._latin = NameText("latin", least=18)
        self._tag = CategoryTag()
        self._number = Label("", "title")
        self._facts = FactGrid()
        self._note, self._first_note = Note(), Note()
        self._line = Line()
        self._low = self._noted = False
        self._hint = Label("", "bodyLarge", "ink.hint", wrap=True)
        self._footer: QWidget | None = None
        self._top, self._signs = (QBoxLayout(_ACROSS) for _ in range(2))
        self._shown = QWidget()
        self._column = QVBoxLayout(self._shown)
        self._build()
        self.show_person(PersonView(""))

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._latin)
        names.addWidget(self._first_note)
        names.addStretch(1)
        self._signs.setSpacing(theme.space(2))
        self._signs.addWidget(self._tag)
        self._signs.addWidget(self._number)
        self._signs.addStretch(1)
        self._top.setSpacing(theme.space(2))
        self._top.addLayout(names, 1)
        self._top.addLayout(self._signs)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        self._column.setSpacing(theme.space(3))
        self._column.addWidget(self._hint)
        self._column.addLayout(self._top)
        self._column.addWidget(self._facts)
        self._first_note.hide()
        self._column.addStretch(1)
        self.body.setSpacing(theme.space(2))
        self.body.addWidget(scrolled(self._shown), 1)
        # What to give or to say is never scrolled away.
        self.body.addWidget(self._note)
        self.body.addWidget(self._line)

    def set_footer(self, footer: QWidget) -> None:
        """Put a widget under a hairline at the foot of the card."""
        self._footer = footer
        self.body.addWidget(footer)
        self._line.show()

    def set_hint(self, hint: str) -> None:
        """Say what the card is for while it shows nobody."""
        self._hint.setText(hint)

    def set_footer_shown(self, *, shown: bool) -> None:
        self._line.setVisible(shown)
        if self._footer:
            self._footer.setVisible(shown)
        self._place_note()

    def set_layout(self, layout: theme.Layout) -> None:
        """Take the sizes of a layout."""
        regular = layout is theme.Layout.REGULAR
        small = "nameLow" if layout.low else "nameCompact"
        self._name.set_type("name" if regular else small)
        self._latin.set_type("latin" if regular else "bodyLarge" if layout.low else "latinCompact")
        self._facts.set_spacing(10 if regular else 4 if layout.low else 8)
        for note in (self._note, self._first_note):
            note.set_compact(compact=not regular, low=layout.low)
        self._low = layout.low
        pad = 32 if regular else 16 if layout.low else 24
        self.body.setContentsMargins(pad, pad - 8, pad, pad - 8 if layout.low else pad - 4)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        self.body.setSpacing(theme.space(1) if layout.low else theme.space(2))

    def show_person(self, person: PersonView) -> None:
        self._hint.setVisible(not person.name)
        self._name.set_text(person.name)
        self._name.setVisible(bool(person.name))
        self._latin.set_text(person.second_name)
        self._latin.setVisible(bool(person.second_name))
        self._tag.set_category(person.category_letter, person.category)
        self._tag.setVisible(bool(person.category))
        self._number.setText(bidi.code(person.number))
        self._number.setVisible(bool(person.number))
        self._facts.set_facts(person.facts)
        for note in (self._note, self._first_note):
            note.set_note(person.note, person.note_line, icon=person.note_icon)
        self.setAccessibleName(person.name)
        self._noted = bool(person.note)
        self._arrange(self.width())
        self._place_note()

    def _arrange(self, width: int) -> None:
        """Let the category stand beside the name, or over it where it would leave the name too little.

        Under it where a low card shows little more than the name.
        """
        above = self._tag.sizeHint().width() > _MOST_OF_SIGNS * width
        self._top.setDirection((_DOWN if self._low else _UP) if above else _ACROSS)
        both = self._tag.sizeHint().width() + self._number.sizeHint().width() + theme.space(12)
        side = Qt.AlignmentFlag.AlignLeading if above else Qt.AlignmentFlag.AlignTrailing
        self._signs.setAlignment(self._number, side | Qt.AlignmentFlag.AlignVCenter)
        self._signs.setDirection(_ACROSS if above and both < width - 2 * self.body.contentsMargins().left() else _DOWN)

    def _place_note(self) -> None:
        """Keep the note in sight at the foot, unless that leaves the name none."""
        margins = self.body.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        foot = 0
        if self._footer and not self._footer.isHidden():
            foot = max(self._footer.sizeHint().height(), self._footer.heightForWidth(width))
        name = max(_LEAST_SEEN, self._name.heightForWidth(width - _BAR))
        needed = name + self._note.heightForWidth(width) + foot
        fits = needed + 3 * self.body.spacing() <= self.height() - margins.top() - margins.bottom()
        self._note.setVisible(self._noted and fits)
        self._first_note.setVisible(self._noted and not fits)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # What stands in the footer may have become higher.
            self._place_note()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())
        self._place_note()
