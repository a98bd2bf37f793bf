"""The first run's own window: there is no station yet, and so no rail and nobody to check in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from checkin_app.domain.forum import Forum
from checkin_app.domain.invitations import parse_invitation
from checkin_app.runtime.lanes import Done, Result
from checkin_app.runtime.settings import PrinterKind
from checkin_app.ui import printer_draft as printers
from checkin_app.ui import theme, words, words_laptop
from checkin_app.ui.first_run import state as first
from checkin_app.ui.first_run.actions import FirstRunActions
from checkin_app.ui.first_run.joining.page import JoiningPage
from checkin_app.ui.first_run.joining.state import Phase
from checkin_app.ui.first_run.making import Making, told
from checkin_app.ui.first_run.panel import FirstRunPanel
from checkin_app.ui.first_run.state import Entered, FirstRunState, Step
from checkin_app.ui.first_run.words import FirstRunWords
from checkin_app.ui.kit.chrome import FocusRing
from checkin_app.ui.kit.file_dialogs import Then, ask_file, ask_folder
from checkin_app.ui.kit.second_clicks import SecondClicks

AskPath = Callable[[Then], None]
"""Asks for a file or a folder."""


class FirstRunWindow(QWidget):
    """Leads from nothing to a station; `ended` carries whether it went through to its end."""

    ended = Signal(object)

    def __init__(self, actions: FirstRunActions, *, file: AskPath | None = None, folder: AskPath | None = None) -> None:
        super().__init__()
        self._actions = actions
        self._ask_file, self._ask_folder = file or partial(_ask_forum, self), folder or partial(_ask_folder, self)
        self._state, self._words = FirstRunState(), FirstRunWords()
        self._over, self._entered = False, Entered()
        self._early: Sequence[str] | None = ()
        # what was scanned before it is known where this laptop was left, and None from then on
        self.panel = FirstRunPanel(self._words, actions.forums)
        self.joining = JoiningPage(actions.joining, self.panel.joining, self)
        self._making = Making(actions, lambda: self._state, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._ring, self._second_clicks = FocusRing(self), SecondClicks(self)
        self._connect()
        self.setMinimumSize(*theme.MINIMUM_SIZE)
        self.retranslate()
        self._take_focus(Step.LANGUAGE)
        actions.entered(self._left_off)

    @property
    def state(self) -> FirstRunState:
        return self._state

    def _connect(self) -> None:
        panel = self.panel
        panel.language_spoken.connect(self.speak)
        panel.language_chosen.connect(self._language_chosen)
        panel.joining_chosen.connect(lambda: self._become(first.way_chosen(self._state, joins=True)))
        panel.beginning_chosen.connect(lambda: self._become(first.way_chosen(self._state, joins=False)))
        self.joining.moved.connect(lambda join: self._become(first.moved_on(self._state, join)))
        self._making.moved.connect(self._become)
        self._making.made.connect(lambda: self._end(through=True))
        self.joining.through.connect(lambda: self._become(first.gone_on(self._state)))
        panel.event_picked.connect(self._read)
        panel.file_asked.connect(lambda: self._ask_file(self._read))
        panel.named.connect(self._named)
        panel.kind_chosen.connect(self._kind_chosen)
        panel.target_said.connect(self._target_said)
        panel.folder_asked.connect(lambda: self._ask_folder(self._target_said))
        panel.printer_language_chosen.connect(lambda said: self._set_up(printers.printer_language_chosen, said))
        panel.dots_chosen.connect(lambda said: self._set_up(printers.printer_dots_chosen, said))
        panel.back_asked.connect(self._go_back)
        panel.on_asked.connect(self.proceed)

    # ---- what comes from outside

    def scan(self, candidates: Sequence[str]) -> None:
        """Take an invitation of the others; of anything else, show what the scanner read."""
        if self._early is not None:
            self._early = candidates
            return
        invitation = next((each for each in candidates if parse_invitation(each)), "")
        if self._state.step is Step.CHECK:
            self._become(first.code_read(self._state, candidates[0] if candidates else ""))
        elif not self._state.busy and (invitation or self._state.step is Step.JOIN):
            self._become(first.invited(self._state))
            self.joining.scan(invitation, goes_on=self._state.step is Step.JOIN)

    def speak(self, language: object) -> None:
        words.speak(str(language))
        self.retranslate()

    # ---- closed half way, and gone on with

    def _left_off(self, result: Result[Entered | None]) -> None:
        early, self._early = self._early, None
        self._resume(result)
        if early:
            self.scan(early)

    def _resume(self, result: Result[Entered | None]) -> None:
        """Go on where it was closed, unless somebody is a step further already."""
        kept = result.value if isinstance(result, Done) else None
        if kept is None or self._state != FirstRunState():
            return
        if kept.language:
            self.speak(kept.language)
        if kept.joins:
            self._join_on(first.resumed(self._state, kept, None))
        elif kept.source:
            self._become(first.begun(self._state))
            self._actions.read_forum(kept.source, lambda read: self._resumed(kept, read))
        else:
            self._become(first.resumed(self._state, kept, None))

    def _resumed(self, kept: Entered, result: Result[Forum]) -> None:
        forum = result.value if isinstance(result, Done) else None
        self._become(first.resumed(replace(self._state, busy=False), kept, forum))

    def _join_on(self, state: FirstRunState) -> None:
        self._become(state)
        if state.step in {Step.JOIN, Step.CHECK}:
            self._ask_queues()
        if state.step is Step.JOIN:
            self.joining.resume(state.join)
        else:
            self.joining.remember(state.join)

    def _keep_entered(self, state: FirstRunState) -> None:
        entered = first.draft_of(state, words.spoken())
        over = state.started and not state.joins
        if entered != self._entered and not over and state != FirstRunState():
            self._entered = entered
            self._actions.keep_entered(entered, lambda _kept: None)

    # ---- steps

    def proceed(self) -> None:
        """Do what the blue button says."""
        if self._state.busy:
            return
        match self._state.step:
            case Step.LANGUAGE | Step.WAY | Step.EVENT:
                if self._state.may_go_on:
                    self._become(first.gone_on(self._state))
            case Step.NAME:
                self._take_name()
            case Step.JOIN:
                self.joining.proceed()
            case Step.CHECK:
                self._making.begin()

    def _language_chosen(self, language: object) -> None:
        self.speak(language)
        self._become(first.gone_on(self._state))

    def _read(self, source: object) -> None:
        self._become(first.begun(self._state))
        self._actions.read_forum(str(source), partial(self._forum_came, str(source)))

    def _forum_came(self, source: str, result: Result[Forum]) -> None:
        if isinstance(result, Done):
            self._become(first.read(self._state, source, result.value))
            self.panel.go_on.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._become(first.unread(self._state, told(result)))

    def _named(self) -> None:
        page = self.panel.name
        texts = {"name": page.name.text(), "passphrase": page.passphrase.text(), "again": page.again.text()}
        self._become(first.named(self._state, **texts))

    def _take_name(self) -> None:
        """Go on where the name is right; nothing is made yet, so that everything can be gone back to."""
        state = replace(self._state, shown_faults=True)
        self._become(state if state.faults else first.gone_on(state))
        if not state.faults:
            self._ask_queues()
        if self._state.step is Step.JOIN:
            self.joining.begin(state.name.strip(), state.passphrase)

    def _ask_queues(self) -> None:
        if self._state.printer.queues is None:
            self._actions.queues(self._queues_came)

    def _go_back(self) -> None:
        """Go a step back; on the way to the others, to another invitation first."""
        if self._state.step is Step.JOIN and self._state.join.phase is not Phase.CODE:
            if self._state.may_go_back:
                self.joining.go_back()
        else:
            self._become(first.gone_back(self._state))

    def _queues_came(self, result: Result[Sequence[str]]) -> None:
        queues = result.value if isinstance(result, Done) else ()
        self._change_printer(printers.queues_listed(self._state.printer, queues))

    def _kind_chosen(self, kind: object) -> None:
        chosen = kind if isinstance(kind, PrinterKind) else None
        self._change_printer(printers.printer_kind_chosen(self._state.printer, chosen))

    def _set_up(self, change: Callable[..., printers.PrinterDraft], said: object) -> None:
        self._change_printer(change(self._state.printer, said))

    def _target_said(self, target: object) -> None:
        self._change_printer(printers.printer_named(self._state.printer, str(target)))

    def _change_printer(self, printer: printers.PrinterDraft) -> None:
        self._become(first.printer_changed(self._state, printer))

    # ---- its end

    def _end(self, *, through: bool) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(through)

    # ---- drawing

    def retranslate(self) -> None:
        """Set every text."""
        self.setWindowTitle(self._words.title(FirstRunState())[0])
        self.panel.retranslate()
        self._become(self._state)

    def _become(self, state: FirstRunState) -> None:
        former, self._state = self._state, state
        self.panel.render_state(state)
        self._keep_entered(state)
        if (former.step, former.join.phase) != (state.step, state.join.phase):
            self._take_focus(state.step)

    def _take_focus(self, step: Step) -> None:
        if not self.panel.take_focus(step):
            self.setFocus()

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.set_layout(theme.layout_for(self.width(), self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.isAutoRepeat():
                return  # a key that is held goes one step on
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self.proceed()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down})
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.joining.stop()
        self._end(through=False)


def _ask_forum(parent: QWidget, then: Then) -> None:
    files = QCoreApplication.translate("FirstRunWindow", "Forum files")
    title = QCoreApplication.translate("FirstRunWindow", "Choose a forum file")
    ask_file(parent, title, [f"{files} (*.toml)"], then)


def _ask_folder(parent: QWidget, then: Then) -> None:
    ask_folder(parent, words_laptop.choosing_a_folder(), then)
