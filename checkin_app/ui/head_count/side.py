"""Beside who counts: the number pad, the names that are called, and what is done with the bus."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from checkin_app.ui import theme
from checkin_app.ui.head_count.state import HELD, Doing, HeadCountState, Step
from checkin_app.ui.head_count.words import HeadCountView
from checkin_app.ui.kit import bidi, paint
from checkin_app.ui.kit.buttons import Button, ButtonKind
from checkin_app.ui.kit.fields import Field
from checkin_app.ui.kit.held import HeldButton
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import list_view
from checkin_app.ui.kit.menus import AskingMenu
from checkin_app.ui.kit.row_model import RowModel
from checkin_app.ui.kit.rows import RowDelegate
from checkin_app.ui.kit.side_card import SideCard

_LONGEST_PIN = 8
#: Of what can be done several times, what leads.
_LEADING = frozenset({Doing.COUNT, Doing.EMPTY, Doing.RELEASE, Doing.LEAVE, Doing.CLOSE})


class Digit(Button):
    """A key of the number pad."""

    def words_font(self) -> QFont:
        return theme.font("title")


class Number(QWidget):
    """What was typed so far, large."""

    def __init__(self) -> None:
        super().__init__()
        self._digits = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.line_height("figure") + 12)

    def show_digits(self, digits: str) -> None:
        self._digits = digits
        self.setAccessibleName(digits)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            line, width = theme.color("focus.ring"), theme.stroke("focus")
            paint.box(
                painter,
                self.rect(),
                fill=theme.color("bg.surface"),
                line=line,
                width=width,
                radius=theme.radius("control"),
            )
            paint.text(
                painter, self.rect(), bidi.code(self._digits), theme.font("figure"), theme.color("ink.primary"),
                Qt.AlignmentFlag.AlignHCenter,
            )  # fmt: skip


class HeadCountSide(SideCard):
    """Signals: `digit` with a digit, `cleared`, `taken_back`, `typed` with a pair of a field and its text, `roll_turned`,
    `row_chosen` with a row, `second_chosen` with its place, `name_entered` when Enter was pressed in the field of the name; those
    of every such column, with a `Doing`.
    """

    digit = Signal(object)
    cleared = Signal()
    taken_back = Signal()
    typed = Signal(object)
    roll_turned = Signal()
    row_chosen = Signal(object)
    second_chosen = Signal(object)
    name_entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._line = Label("", "heading", wrap=True), Label("", "body", "ink.secondary", wrap=True)
        self.fields = {name: Field(ime=name != "pin") for name in ("name", "reason", "pin")}
        self.number = Number()
        self.digits = {each: Digit(each) for each in "1234567890"}
        self.clear, self.back = Button(""), Button("", icon="arrow-u-up-left")
        self.roll = Button("", ButtonKind.QUIET)
        self._pad = QWidget()
        self.model, self._delegate = RowModel(self), RowDelegate(self)
        self.list = list_view(self.model, self._delegate)
        self.seconds = AskingMenu()
        self.seconds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.doing: dict[Doing, Button] = {
            each: HeldButton("") if each in HELD else Button("", key="Enter" if each is Doing.COUNT else "")
            for each in Doing
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        self.fields["pin"].line.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["pin"].line.setMaxLength(_LONGEST_PIN)
        self._keys = QGridLayout(self._pad)
        self._keys.setContentsMargins(0, 0, 0, 0)
        for place, each in enumerate("123456789"):
            self._keys.addWidget(self.digits[each], place // 3, place % 3)
        for place, button in enumerate((self.clear, self.digits["0"], self.back)):
            self._keys.addWidget(button, 3, place)
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        counted = (self.fields["name"], self.number, self._pad, self.roll, self.list)
        asked = (self.fields["reason"], self.seconds, self.fields["pin"])
        self._put_together(self._title, self._line, *counted, *asked, self._rest, apart=False)
        self._offer(self.doing)

    def _connect(self) -> None:
        for each, digit in self.digits.items():
            digit.clicked.connect(partial(self.digit.emit, each))
        self.clear.clicked.connect(self.cleared)
        self.back.clicked.connect(self.taken_back)
        self.roll.clicked.connect(self.roll_turned)
        self.list.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.seconds.activated.connect(self.second_chosen.emit)
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.typed.emit((name, str(text))))
        self.fields["name"].line.returnPressed.connect(self.name_entered)

    def set_layout(self, layout: theme.Layout) -> None:
        super().set_layout(layout)
        self.list.setMinimumHeight(2 * theme.size("row.recentCompact"))
        self._keys.setSpacing(theme.space(1) if layout.low else layout.of(12, 8, 8))
        key = 44 if layout.low else layout.of(theme.size("target.countKey") - 16, 52, 52)
        for button in (*self.digits.values(), self.clear, self.back):
            button.set_height(key)
        self.roll.set_height(theme.size("target.min"))
        self._delegate.height = theme.size("row.recentCompact")
        self._delegate.inset = 8
        self._line.setVisible(not layout.low)
        self._low = layout.low
        self.list.doItemsLayout()

    _low = False

    def retranslate(self) -> None:
        self.fields["reason"].set_label(self.tr("Why, in a few words"))
        self.fields["pin"].set_label(self.tr("PIN, or staff badge"))
        self.clear.setText(self.tr("Clear"))
        self.back.setAccessibleName(self.tr("Take the last digit back"))
        self.list.setAccessibleName(self.tr("Aboard, by the scans"))
        self.seconds.setAccessibleName(self.tr("The second person"))
        self.number.setAccessibleDescription(self.tr("Counted"))

    def show_view(self, state: HeadCountState, view: HeadCountView) -> None:
        counting = state.step is Step.COUNT
        self._title.setText(view.title)
        self._line.setText(view.line)
        self._line.setVisible(not (self._low and counting))
        for widget in (self.number, self._pad, self.roll):
            widget.setVisible(counting)
        self.number.show_digits(state.draft.digits)
        self.roll.setText(view.roll)
        self._show_fields(state, view)
        self._show_second(state, view)
        self.list.setVisible(state.step is Step.CALL)
        self.model.show_rows(view.rows)
        self._rest.setVisible(not counting and state.step is not Step.CALL)
        for doing, button in self.doing.items():
            self._show_doing(doing, button, state, view)

    def _show_fields(self, state: HeadCountState, view: HeadCountView) -> None:
        counting = state.step is Step.COUNT
        shown = {
            "name": counting or state.step is Step.EMPTY,
            "reason": state.asks_why,
            "pin": state.awaits_second and state.draft.badge is None,
        }
        self.fields["name"].set_label(view.name_label)
        values = {"name": state.name, "reason": state.draft.reason, "pin": state.draft.pin}
        for name, field in self.fields.items():
            field.setVisible(shown[name])
            field.setEnabled(not state.busy)
            if field.text() != values[name]:
                field.set_text(values[name])

    def _show_second(self, state: HeadCountState, view: HeadCountView) -> None:
        self.seconds.setVisible(state.awaits_second)
        items = [view.second, *view.seconds]
        if items != [self.seconds.itemText(place) for place in range(self.seconds.count())]:
            self.seconds.clear()
            self.seconds.addItems(items)
        ids = [each.id for each in state.seconds]
        self.seconds.setCurrentIndex(ids.index(state.draft.second) + 1 if state.draft.second in ids else 0)

    def _show_doing(self, doing: Doing, button: Button, state: HeadCountState, view: HeadCountView) -> None:
        leads = doing in _LEADING or (doing is Doing.OPEN_DOORS and state.step is Step.OPEN)
        button.set_kind(ButtonKind.PRIMARY if leads else ButtonKind.SECONDARY)
        if isinstance(button, HeldButton):
            button.set_act(f"{doing.value} {state.bus}", view.doing[doing], view.names)
        else:
            button.setText(view.doing[doing])
        button.set_deed(state.deed(doing))
        button.setVisible(doing in state.offered)
        button.setEnabled(doing in state.ready)
