"""Whose badge, why a new one, and the button: the leading column of the badge desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.badge_desk.hands_box import HandsBox
from checkin_app.ui.badge_desk.hands_words import HandsView
from checkin_app.ui.badge_desk.model import CandidateModel
from checkin_app.ui.badge_desk.reasons import Reasons
from checkin_app.ui.badge_desk.state import Candidate, Why
from checkin_app.ui.kit import bidi, icons, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card
from checkin_app.ui.kit.chips import ChipTone, StateChip
from checkin_app.ui.kit.fields import SearchField
from checkin_app.ui.kit.flow import FlowLayout
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import list_view, mark, scrolled
from checkin_app.ui.kit.rows import RowDelegate


@dataclass(frozen=True, slots=True)
class HolderView:
    """The person and what printing would do, already in words."""

    name: str
    latin: str
    organisation: str
    chips: tuple[tuple[str, ChipTone], ...]
    question: str
    """Why a new badge; empty where none is replaced."""
    why: Why | None
    consequence: str
    note: str
    act: str
    """What tells this badge from every other."""
    lasting: bool
    """Printing voids a badge, which cannot be taken back."""
    print_words: str
    ready: bool


class _Consequence(QWidget):
    """What printing does, beside an i."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "body", "ink.secondary", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.space(2))
        row.addSpacing(38)
        row.addWidget(self.words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            icons.draw(painter, paint.visual(self, QRect(0, 0, 26, 26)), "info", theme.color("accent.text"))


class HolderColumn(Card):
    """The search, then those found, or the person with the reasons and the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24)
        self.field = SearchField(key="F2")
        self.model = CandidateModel(self)
        self.list = list_view(self.model, RowDelegate(self))
        self.reasons = Reasons([why.value for why in Why])
        self.print = HeldButton("", ButtonKind.PRIMARY, icon="printer", key="Ctrl P", height=theme.size("target.scan"))
        self._hint = Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.many = Button("", icon="printer")
        self._name, self._latin = NameText("nameList", least=20), NameText("bodyLarge", least=16)
        self._place = Label("", "body", "ink.secondary", wrap=True)
        self._chips = (StateChip(), StateChip())
        self._question = Label("", "buttonLarge")
        self._consequence = _Consequence()
        self._note = Label("", "body", "trouble.ink", wrap=True)
        self.hands, self._alone = HandsBox(), False
        self._hands_page = QWidget()
        self._stack = QStackedLayout()
        self._build()

    def _build(self) -> None:
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.field)
        self.body.addWidget(self.hands)
        page = QVBoxLayout(self._hands_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(1)
        # Before its pages: the first one is shown at once, and would be a window of its own.
        self.body.addLayout(self._stack, 1)
        self._stack.addWidget(self._begin_page())
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._person_page())
        self._stack.addWidget(scrolled(self._hands_page))

    def _begin_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint, 1)
        column.addWidget(self.many)
        return page

    def _person_page(self) -> QWidget:
        page, shown = QWidget(), QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        chips = FlowLayout(gap=theme.space(2))
        chips.setContentsMargins(0, 4, 0, 4)
        for chip in self._chips:
            chips.addWidget(chip)
        self._column.addWidget(self._name)
        self._column.addWidget(self._latin)
        self._column.addWidget(self._place)
        self._column.addLayout(chips)
        self._column.addWidget(self._question)
        self._column.addWidget(self.reasons)
        self._column.addStretch(1)
        self._foot = QVBoxLayout(page)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(scrolled(shown), 1)
        # What printing does, and the button that does it, stay in sight.
        for foot in (self._note, self._consequence, self.print):
            self._foot.addWidget(foot)
        return page

    def set_layout(self, layout: theme.Layout) -> None:
        regular = layout is theme.Layout.REGULAR
        pad = 12 if layout.low else layout.of(24, 20, 14)
        self.body.setContentsMargins(pad, pad, pad, pad)
        for column in (self._column, self._foot):
            column.setSpacing(theme.space(2) if regular else theme.space(1))
        self.reasons.set_tight(tight=not regular)
        self._set_alone(alone=layout.low)
        # What went wrong comes before the person, where little of whom would be seen above it.
        (self._column if layout.low else self._foot).insertWidget(0 if layout.low else 1, self._note)
        self._name.set_type("heading" if layout.low else "nameList")

    def _set_alone(self, *, alone: bool) -> None:
        """Tell of hands in a person's place, where both have no room, or above."""
        self._alone = alone
        if alone and isinstance(page := self._hands_page.layout(), QVBoxLayout):
            page.insertWidget(0, self.hands)
        elif not alone:
            self.body.insertWidget(1, self.hands)

    def show_hands(self, view: HandsView | None, *, searching: bool) -> None:
        """Say what was handed over; where there is no room for both, in a person's place, but not in that of a search."""
        self.hands.show_hands(view)
        if view is not None and self._alone and not searching:
            self._stack.setCurrentIndex(3)

    def set_words(self, search: Sequence[str], found: str, hint: str, many: str, reasons: list[str]) -> None:
        self.field.set_words(*search)
        self.many.setText(many)
        self.list.setAccessibleName(found)
        self._hint.setText(hint)
        self.reasons.set_words(reasons)

    def show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._stack.setCurrentIndex(0)

    def show_candidates(self, candidates: tuple[Candidate, ...], marked: int) -> None:
        self.model.show(candidates)
        mark(self.list, marked)
        self._stack.setCurrentIndex(1)

    def show_holder(self, view: HolderView) -> None:
        direction = self.layoutDirection()
        self._name.set_text(view.name)
        self._latin.set_text(view.latin)
        self._latin.setVisible(bool(view.latin))
        self._place.setText(bidi.leading(view.organisation, direction))
        self._place.setVisible(bool(view.organisation))
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < len(view.chips))
            if index < len(view.chips):
                chip.set_state(*view.chips[index])
        self._question.setText(view.question)
        for widget in (self._question, self.reasons):
            widget.setVisible(bool(view.question))
        self.reasons.choose(view.why.value if view.why else "")
        self._consequence.words.setText(view.consequence)
        self._consequence.setVisible(bool(view.consequence))
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self.print.set_lasting(lasting=view.lasting)
        self.print.set_deed(Deed.REPLACE if view.lasting else None)
        self.print.set_act(view.act, view.print_words)
        self.print.setEnabled(view.ready)
        self._stack.setCurrentIndex(2)
