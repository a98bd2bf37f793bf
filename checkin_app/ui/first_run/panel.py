"""The first run's widgets: the bar above, the page of the step, the way back and the way on below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui import theme
from checkin_app.ui import words as speech
from checkin_app.ui.first_run.joining.panel import JoiningPanel
from checkin_app.ui.first_run.pages import DevicesPage, EventPage, LanguagePage, NamePage, WayPage
from checkin_app.ui.first_run.state import STEPS, FirstRunState, Step
from checkin_app.ui.first_run.words import FirstRunWords
from checkin_app.ui.kit import paint
from checkin_app.ui.kit.buttons import Button, ButtonKind, Segmented
from checkin_app.ui.kit.chips import PrintSteps
from checkin_app.ui.kit.labels import Label
from checkin_app.ui.kit.lists import scrolled
from checkin_app.ui.kit.page_stack import PageStack


class Heading(QWidget):
    """`row` takes what stands at its trailing end."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self._words = Label("", "buttonLarge", wrap=True)
        self.row.addWidget(self._words, 1)
        self.set_layout(theme.Layout.REGULAR)

    def set_layout(self, layout: theme.Layout) -> None:
        self.setFixedHeight(60 if layout.low else 72)
        side, end = (24, 4) if layout.low else (32, 8)
        self.row.setContentsMargins(side, end, side, end)

    def set_words(self, said: str) -> None:
        self._words.setText(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("bg.surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line.subtle"))


class Foot(QWidget):
    """The steps beside the buttons, or above them where they have no room."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = PrintSteps()
        self.back = Button("", ButtonKind.QUIET, icon="arrow-left", height=theme.size("target.scan"))
        self.go_on = Button("", ButtonKind.PRIMARY, icon="arrow-right", key="Enter", height=theme.size("target.scan"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(3))
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go_on)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(2))
        self._row.addWidget(self.steps)
        self._row.addLayout(buttons, 1)

    def arrange(self) -> None:
        """Take the room there is; whoever changes a word of it asks for this."""
        buttons = sum(each.sizeHint().width() + theme.space(3) for each in (self.back, self.go_on))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        fits = self.steps.minimumSizeHint().width() + buttons <= self.width()
        self._row.setDirection(across if fits else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class FirstRunPanel(QWidget):
    """Draws a `FirstRunState`: the page of its step between the heading and the foot.

    Signals: `language_spoken` with a language, `language_chosen` where that goes on as well, `joining_chosen`,
    `beginning_chosen`, `event_picked` with a forum's
    name or path, `file_asked`, `named`, `kind_chosen` with a `PrinterKind` or None, `target_said` with a text,
    `printer_language_chosen` with a `PrinterLanguage`, `dots_chosen` with a number, `folder_asked`, `back_asked`, `on_asked`.
    """

    language_spoken = Signal(object)
    language_chosen = Signal(object)
    joining_chosen = Signal()
    beginning_chosen = Signal()
    event_picked = Signal(object)
    file_asked = Signal()
    named = Signal()
    kind_chosen = Signal(object)
    target_said = Signal(object)
    printer_language_chosen = Signal(object)
    dots_chosen = Signal(object)
    folder_asked = Signal()
    back_asked = Signal()
    on_asked = Signal()

    def __init__(self, words: FirstRunWords, forums: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._heading, self._tongues = Heading(), Segmented()
        self._title, self._line = Label("", "figure", wrap=True), Label("", "bodyLarge", "ink.secondary", wrap=True)
        self.language, self.way, self.event_page = LanguagePage(), WayPage(), EventPage(words, forums)
        self.name, self.joining, self.devices = NamePage(words), JoiningPanel(words.joining), DevicesPage(words)
        self._each = (self.language, self.way, self.event_page, self.name, self.joining, self.devices)
        self.pages = PageStack()
        self._foot = Foot()
        self.back, self.go_on = self._foot.back, self._foot.go_on
        self._build()
        self._connect()

    def _build(self) -> None:
        for page in self._each:
            self.pages.addWidget(scrolled(page))
        self._heading.row.addWidget(self._tongues)
        self._tongues.set_options([*speech.offered().items()])
        self._body = QVBoxLayout()
        for part in (self._title, self._line):
            self._body.addWidget(part)
        self._body.addWidget(self.pages, 1)
        self._body.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(self._body, 1)

    def _connect(self) -> None:
        self._tongues.chosen.connect(self.language_spoken)
        self.language.chosen.connect(self.language_chosen)
        self.way.joining_chosen.connect(self.joining_chosen)
        self.way.beginning_chosen.connect(self.beginning_chosen)
        self.event_page.picked.connect(self.event_picked)
        self.event_page.file_asked.connect(self.file_asked)
        self.name.edited.connect(self.named)
        self.devices.form.kind_chosen.connect(self.kind_chosen)
        self.devices.form.target_said.connect(self.target_said)
        self.devices.form.folder_asked.connect(self.folder_asked)
        self.devices.form.language_chosen.connect(self.printer_language_chosen)
        self.devices.form.dots_chosen.connect(self.dots_chosen)
        self.back.clicked.connect(self.back_asked)
        self.go_on.clicked.connect(self.on_asked)

    # ---- drawing

    def retranslate(self) -> None:
        self._tongues.choose(speech.spoken())
        self._heading.set_words(self.tr("Check-in and bus dispatch"))
        self.back.setText(self.tr("Back"))
        for page in self._each:
            page.retranslate()

    def render_state(self, state: FirstRunState) -> None:
        """Draw everything the state says."""
        title, line = self._words.title(state)
        self._title.setText(title)
        self._line.setText(line)
        self.way.render_state(state)
        self.event_page.render_state(state)
        self.name.render_state(state)
        self.joining.render_state(state.join)
        self.devices.render_state(state)
        self.pages.setCurrentIndex(STEPS.index(state.step))
        self._foot.steps.set_steps(self._words.steps(state))
        self.back.setVisible(state.may_go_back)
        self.go_on.setText(self._words.go_on(state))
        self.go_on.setEnabled(state.may_go_on)
        self._foot.arrange()

    def take_focus(self, step: Step) -> bool:
        """Give the focus to what a step is there for, and return whether there is such a thing."""
        if step is Step.NAME:
            self.name.name.line.setFocus()
        elif step is Step.LANGUAGE:
            self.language.cards[speech.spoken()].button.setFocus(Qt.FocusReason.TabFocusReason)
        elif step is Step.WAY:
            self.way.join.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif step is Step.JOIN:
            return self.joining.take_focus()
        elif step is Step.EVENT:
            self.event_page.own.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def set_layout(self, layout: theme.Layout) -> None:
        side = layout.of(120, 96, 48)
        regular = layout is theme.Layout.REGULAR
        side = 24 if layout is theme.Layout.LEAST else side
        above, below = (12, 12) if layout.low else (40, 28) if regular else (24, 20)
        self._body.setContentsMargins(side, above, side, below)
        self._body.setSpacing(theme.space(2) if layout.low else theme.space(6) if regular else theme.space(4))
        self._title.set_type("figure" if regular else "heading" if layout.low else "display")
        self._heading.set_layout(layout)
        for page in self._each:
            page.set_layout(layout)
