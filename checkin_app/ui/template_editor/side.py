"""How the element chosen looks, or the page where none is: every field of it, those that its kind has in sight."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui.kit.buttons import Button, Segmented
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.menus import Menu, fill
from checkin_app.ui.template_areas import Area
from checkin_app.ui.template_design import (
    Align,
    Design,
    Element,
    Kind,
    Shown,
    TextLook,
    Upright,
    Weight,
    length_read,
    length_written,
    steps_read,
    steps_written,
)
from checkin_app.ui.template_editor.colours import ColourChoice
from checkin_app.ui.template_editor.page_form import PageForm
from checkin_app.ui.template_editor.state import EditorState
from checkin_app.ui.template_editor.words import EditorView, EditorWords

_BOX = ("left", "top", "width", "height")


class LooksForm(QWidget):
    """Draws the element chosen of an `EditorState`, or the page.

    Signals: `box_said` with an `Area`, `page_said` with a pair of lengths, `element_said` with an `Element`, `look_said` with a
    `TextLook`, `text_chosen` with a place, `text_added`, `text_removed`, `picture_asked`; those of `page`.
    """

    box_said = Signal(object)
    page_said = Signal(object)
    element_said = Signal(object)
    look_said = Signal(object)
    text_chosen = Signal(object)
    text_added = Signal()
    text_removed = Signal()
    picture_asked = Signal()

    def __init__(self, words: EditorWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._element: Element | None = None
        self._look: TextLook | None = None
        self._head = Label("", "buttonLarge", wrap=True)
        self.page = PageForm(words)
        self.box = {each: Field(ime=False) for each in _BOX}
        self.texts, self.shows = Menu(), Menu()
        self.more, self.less = Button("", icon="plus"), Button("", icon="trash")
        self.weight, self.align, self.upright = Segmented(), Segmented(), Segmented()
        self.steps, self.above, self.thickness = Field(ime=False), Field(ime=False), Field(ime=False)
        self.ink, self.colours = ColourChoice(), {each: ColourChoice() for each in ("fill", "ink", "accent")}
        self.picture = Button("", icon="upload-simple")
        self._labels = {each: Label("", "body", "ink.secondary") for each in ("texts", "shows", "align", "upright")}
        self._parts: list[tuple[Callable[[Element], bool], QWidget]] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._head)
        grid = QGridLayout()
        grid.setSpacing(theme.space(2))
        for place, field in enumerate(self.box.values()):
            grid.addWidget(field, place // 2, place % 2)
        column.addLayout(grid)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.more, self.less):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        self._put(_is_text, self._labels["texts"], self.texts, buttons)
        self._put(_shows_text, self._labels["shows"], self.shows, self.weight, self.steps, self.ink, self.above)
        self._put(_is_text, self._labels["align"], self.align, self._labels["upright"], self.upright)
        for name, choice in self.colours.items():
            self._put(partial(_has, name), choice)
        self._put(lambda element: element.kind is Kind.LINE, self.thickness)
        self._put(lambda element: element.kind is Kind.PICTURE, self.picture)
        column.addWidget(self.page)
        column.addStretch(1)
        # The column is as wide as its card, however long a word of a menu is.
        for part in (*self.box.values(), self.steps, self.above, self.thickness, self.texts, self.shows):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())

    def _put(self, wanted: Callable[[Element], bool], *parts: QWidget) -> None:
        """Add parts that are in sight for some elements."""
        for part in parts:
            self._parts.append((wanted, part))
            self._column.addWidget(part)

    def _connect(self) -> None:
        for field in self.box.values():
            field.line.editingFinished.connect(self._say_box)
        self.texts.activated.connect(self.text_chosen.emit)
        self.shows.activated.connect(lambda place: self._say_look(shows=tuple(Shown)[place]))
        self.more.clicked.connect(self.text_added)
        self.less.clicked.connect(self.text_removed)
        self.weight.chosen.connect(lambda value: self._say_look(weight=Weight(value)))
        self.steps.line.editingFinished.connect(self._say_steps)
        self.above.line.editingFinished.connect(self._say_above)
        self.ink.chosen.connect(lambda colour: self._say_look(ink=colour))
        self.align.chosen.connect(lambda value: self._say(align=Align(value)))
        self.upright.chosen.connect(lambda value: self._say(upright=Upright(value)))
        for name, choice in self.colours.items():
            choice.chosen.connect(lambda colour, name=name: self._say(**{name: colour}))
        self.thickness.line.editingFinished.connect(self._say_thickness)
        self.picture.clicked.connect(self.picture_asked)

    def say_typed(self) -> None:
        """Take what is being typed: a button is pressed that does not take the focus."""
        self.page.say_typed()
        for field in (*self.box.values(), self.steps, self.above, self.thickness):
            if field.line.hasFocus():
                field.line.editingFinished.emit()
        for choice in (self.ink, *self.colours.values()):
            choice.say_typed()

    # ---- what is said

    def _say_box(self) -> None:
        lengths = [length_read(field.text()) for field in self.box.values()]
        self._mark_wrong()
        if None in lengths:
            return
        left, top, width, height = (length or 0.0 for length in lengths)
        if self._element is None:
            self.page_said.emit((width, height))
        elif Area(left, top, width, height) != self._element.box:
            self.box_said.emit(Area(left, top, width, height))

    def _mark_wrong(self) -> None:
        for field in (*self.box.values(), self.above, self.thickness):
            wrong = bool(field.text()) and length_read(field.text()) is None
            field.set_hint(self._words.paper.not_a_length() if wrong else "", wrong=wrong)

    def _say_steps(self) -> None:
        steps = steps_read(self.steps.text())
        wrong = steps is None
        self.steps.set_hint(self._words.steps_hint(wrong=wrong), wrong=wrong)
        if steps is not None:
            self._say_look(steps=steps)

    def _say_above(self) -> None:
        above = length_read(self.above.text())
        self._mark_wrong()
        if above is not None:
            self._say_look(above=above)

    def _say_thickness(self) -> None:
        thickness = length_read(self.thickness.text())
        self._mark_wrong()
        if thickness is not None:
            self._say(thickness=min(max(thickness, 0.05), 20.0))

    def _say(self, **values: object) -> None:
        if self._element is not None:
            said = replace(self._element, **values)
            if said != self._element:
                self.element_said.emit(said)

    def _say_look(self, **values: object) -> None:
        if self._look is not None:
            said = replace(self._look, **values)
            if said != self._look:
                self.look_said.emit(said)

    # ---- drawing

    def retranslate(self) -> None:
        for name, words in (
            ("left", self.tr("Left")),
            ("top", self.tr("Top")),
            ("width", self.tr("Width")),
            ("height", self.tr("Height")),
        ):
            self.box[name].set_label(self.tr("{side}, mm").format(side=words))
        self._labels["texts"].setText(self.tr("Texts, one under another"))
        self._labels["shows"].setText(self.tr("What it says"))
        self._labels["align"].setText(self.tr("Across"))
        self._labels["upright"].setText(self.tr("Upright"))
        self.page.retranslate()
        self.texts.setAccessibleName(self._labels["texts"].text())
        self.shows.setAccessibleName(self._labels["shows"].text())
        self.more.setText(self.tr("One more text"))
        self.less.setText(self.tr("Take it away"))
        self.steps.set_label(self.tr("Sizes in points, the largest first"))
        self.above.set_label(self.tr("White above it, mm"))
        self.thickness.set_label(self.tr("Thickness, mm"))
        self.picture.setText(self.tr("Choose a picture…"))
        for name, words in (
            ("fill", self.tr("Colour")),
            ("ink", self.tr("Colour")),
            ("accent", self.tr("Second colour")),
        ):
            self.colours[name].set_words(words, self._words.colour)
        self.ink.set_words(self.tr("Colour"), self._words.colour)
        self.weight.set_options(self._words.weights())
        self.align.set_options(self._words.aligns())
        self.upright.set_options(self._words.uprights())

    def render_state(self, state: EditorState, view: EditorView) -> None:
        element, look = state.element, state.look
        anew = (element.id if element else "", state.text) != (self._element.id if self._element else "", self._text)
        self._element, self._look, self._text = element, look, state.text
        self._head.setText(view.head)
        self.page.render_state(state)
        self._show_box(state)
        for wanted, part in self._parts:
            part.setVisible(element is not None and wanted(element))
        if element is not None:
            self._show_element(element, state.design)
        if look is not None:
            self._show_look(look, state.design)
            shown = [self._words.shown()[each.shows] for each in (element.texts if element else None) or ()]
            fill(self.texts, shown, state.text)
        if anew:
            self._mark_wrong()
            self.steps.set_hint(self._words.steps_hint(wrong=False))

    _text = 0

    def _show_box(self, state: EditorState) -> None:
        element = state.element
        box = element.box if element else Area(0, 0, *state.design.page)
        for name, field in self.box.items():
            field.show_kept(length_written(getattr(box, name)))
            field.setVisible(element is not None or name in {"width", "height"})
            field.setEnabled(state.is_open)

    def _show_element(self, element: Element, design: Design) -> None:
        self.align.choose(element.align.value)
        self.upright.choose(element.upright.value)
        self.thickness.show_kept(length_written(element.thickness))
        for name, choice in self.colours.items():
            choice.show_colour(getattr(element, name) or "", design)

    def _show_look(self, look: TextLook, design: Design) -> None:
        fill(self.shows, [self._words.shown()[each] for each in Shown], tuple(Shown).index(look.shows))
        self.weight.choose(look.weight.value)
        self.steps.show_kept(steps_written(look.steps))
        self.above.show_kept(length_written(look.above))
        self.ink.show_colour(look.ink, design)


def _is_text(element: Element) -> bool:
    return element.kind is Kind.TEXT


def _shows_text(element: Element) -> bool:
    return bool(element.texts)


def _has(name: str, element: Element) -> bool:
    return getattr(element, name) is not None
