"""A person as the desk and the door show them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.cards import Card, Line, Note
from checkin_app.ui.kit.chips import BusPlate, CategoryTag
from checkin_app.ui.kit.labels import Label, NameText, breakable
from checkin_app.ui.kit.lists import scrolled

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_UP = QBoxLayout.Direction.BottomToTop
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


class FactGrid(QWidget):
    """Label and value pairs, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Label, Label, BusPlate, QWidget]] = []

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
                value.setText(bidi.leading(breakable(fact.value), self.layoutDirection()))
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
        self._grid.addWidget(label, index, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, index, 1)
        return label, value, plate, holder


class PersonCard(Card):
    """Own script, Latin, category, facts, note, and a footer slot: `set_footer(widget)`.

    Where a card is too low for everything, names and facts scroll; note and footer stay in sight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=32)
        self._name = NameText("name", least=24)
        self._latin = NameText("latin", least=18)
        self._tag = CategoryTag()
        self._number = Label("", "title")
        self._facts = FactGrid()
        self._note = Note()
        self._line = Line()
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

    def set_layout(self, layout: theme.Layout) -> None:
        """Take the sizes of a layout."""
        regular = layout is theme.Layout.REGULAR
        small = "nameLow" if layout.low else "nameCompact"
        self._name.set_type("name" if regular else small)
        self._latin.set_type("latin" if regular else "bodyLarge" if layout.low else "latinCompact")
        self._facts.set_spacing(10 if regular else 4 if layout.low else 8)
        self._note.set_compact(compact=not regular, low=layout.low)
        pad = 32 if regular else 16 if layout.low else 24
        self.body.setContentsMargins(pad, pad - 8, pad, pad - 4)
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
        self._note.set_note(person.note, person.note_line, icon=person.note_icon)
        self.setAccessibleName(person.name)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        """Let the category stand beside the name, or above it where it would leave the name too little."""
        above = self._tag.sizeHint().width() > _MOST_OF_SIGNS * width
        self._top.setDirection(_UP if above else _ACROSS)
        both = self._tag.sizeHint().width() + self._number.sizeHint().width() + theme.space(12)
        side = Qt.AlignmentFlag.AlignLeading if above else Qt.AlignmentFlag.AlignTrailing
        self._signs.setAlignment(self._number, side | Qt.AlignmentFlag.AlignVCenter)
        self._signs.setDirection(_ACROSS if above and both < width - 2 * self.body.contentsMargins().left() else _DOWN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())
