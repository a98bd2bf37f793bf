"""The person chosen, at the side of the list: who it is, who is called alike, and what can be done."""

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from checkin_app.domain.roles import Deed
from checkin_app.ui import theme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.cards import Card, Line, Note
from checkin_app.ui.kit.chips import CategoryTag
from checkin_app.ui.kit.labels import Label, NameText
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.person import FactGrid, FactRow


@dataclass(frozen=True, slots=True)
class SideView:
    """The person at the side, already in words; an empty `name` shows the hint alone."""

    hint: str = ""
    name: str = ""
    latin: str = ""
    letter: str = ""
    category: str = ""
    number: str = ""
    facts: tuple[FactRow, ...] = ()
    note: str = ""
    alike: str = ""
    """Such as “Two people share this pinyin”, or empty."""
    alike_line: str = ""
    asking: bool = False
    """The second mark has been asked for: say so loudly."""
    trouble: str = ""
    done: str = ""
    check_in: str = ""
    enabled: bool = True


class PersonSide(Card):
    """Shows one `SideView`; its buttons belong to whoever made it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=28)
        big = theme.size("target.scan")
        self.check_in = Button("", ButtonKind.PRIMARY, icon="check", key="Enter", height=big, deed=Deed.SCAN)
        self.print_only = Button("", icon="printer", height=big)
        self.record = Button("", ButtonKind.QUIET, key="F3", height=theme.size("target.button"))
        self._crowded = False
        self._hint = Label("", "bodyLarge", "ink.hint", wrap=True)
        self._tag = CategoryTag()
        self._number = Label("", "title")
        self._signs = QWidget()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._signs)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._name = NameText("name", least=24)
        self._latin = NameText("latin", least=18)
        self._facts = FactGrid()
        self._note = Note()
        self._line = Line()
        self._alike = Label("", "buttonLarge", wrap=True)
        self._alike_line = Label("", "body", "ink.secondary", wrap=True)
        self._ask = Note()
        self._trouble = Label("", "body", "trouble.ink", wrap=True)
        self._done = Label("", "body", "ink.secondary", wrap=True)
        self._build()

    def _build(self) -> None:
        self._top.addWidget(self._tag)
        self._top.addStretch(1)
        self._top.addWidget(self._number)
        shown = QWidget()
        self._column = QVBoxLayout(shown)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._signs)
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        self._names.addWidget(self._name)
        self._names.addWidget(self._latin)
        self._column.addLayout(self._names)
        for part in (self._facts, self._note, self._line, self._alike, self._alike_line):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.body.setSpacing(theme.space(2))
        self.body.addWidget(scrolled(shown), 1)
        # What is asked and is to be done stays in sight while the person scrolls.
        for foot in (self._ask, self._done, self._trouble, self.check_in, self.print_only, self.record):
            self.body.addWidget(foot)

    def set_layout(self, layout: theme.Layout) -> None:
        self._crowded = theme.is_crowded(layout)
        self.record.setVisible(not self._crowded and not self._name.isHidden())
        regular = layout is theme.Layout.REGULAR
        self._name.set_type("name" if regular else "nameLow" if layout.low else "nameCompact")
        self._latin.set_type("latin" if regular else "bodyLarge" if layout.low else "latinCompact")
        self._facts.set_spacing(10 if regular else 4 if layout.low else 6)
        self._note.set_compact(compact=True, low=layout.low)
        self._ask.set_compact(compact=True, low=layout.low)
        pad = 14 if layout.low else layout.of(28, 24, 18)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.space(2) if layout.low else theme.space(3))
        # Where little is seen at once, the name comes first, and what went wrong before it.
        self._column.insertWidget(2 if layout.low else 1, self._signs)
        if layout.low:
            self._column.insertWidget(0, self._trouble)
        else:
            self.body.insertWidget(3, self._trouble)

    def show_view(self, view: SideView) -> None:
        known = bool(view.name)
        self._hint.setText(view.hint)
        self._hint.setVisible(not known and bool(view.hint))
        for widget in (self._name, self._facts, self.check_in, self.print_only):
            widget.setVisible(known)
        self.record.setVisible(known and not self._crowded)
        self._tag.set_category(view.letter, view.category)
        self._tag.setVisible(known and bool(view.category))
        self._number.setText(bidi.code(view.number))
        self._arrange()
        self._name.set_text(view.name)
        self._latin.set_text(view.latin)
        self._latin.setVisible(bool(view.latin))
        self._facts.set_facts(view.facts)
        self._note.set_note(view.note)
        self._show_alike(view)
        self._trouble.setText(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._done.setText(view.done)
        self._done.setVisible(bool(view.done))
        self.check_in.setText(view.check_in)
        self.check_in.setEnabled(view.enabled)
        self.print_only.setEnabled(view.enabled)
        self.setAccessibleName(view.name)

    def _arrange(self) -> None:
        """Let the number stand under the category where the two have no room beside each other."""
        both = self._tag.sizeHint().width() + self._number.sizeHint().width() + theme.space(6)
        fits = both < self.width() - 2 * self.body.contentsMargins().left()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if fits else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_alike(self, view: SideView) -> None:
        self._line.setVisible(bool(view.alike) and not view.asking)
        self._alike.setText(view.alike)
        self._alike_line.setText(view.alike_line)
        for label in (self._alike, self._alike_line):
            label.setVisible(bool(view.alike) and not view.asking)
        self._ask.set_note(view.alike if view.asking else "", view.alike_line, icon="question")
