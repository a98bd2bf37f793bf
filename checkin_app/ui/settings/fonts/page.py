"""The card of added fonts joined to what looks at them and keeps them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from checkin_app.runtime.lanes import Done, Result
from checkin_app.ui import theme
from checkin_app.ui.kit.file_dialogs import Then, ask_file
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import said_anew, sentence
from checkin_app.ui.settings.fonts import state as steps
from checkin_app.ui.settings.fonts.panel import FontsPanel
from checkin_app.ui.settings.fonts.state import FontsState
from checkin_app.ui.settings.fonts.words import FontsWords
from checkin_app.ui.shell.printer_actions import AddedFont, Printers


class FontsPage(QObject):
    """Owns its panel and its state; `choose` asks for a file."""

    def __init__(self, actions: Printers, choose: Callable[[Then], None] | None = None) -> None:
        super().__init__()
        self._actions, self._words, self._state = actions, FontsWords(), FontsState()
        self.panel = FontsPanel(self._words)
        self._choose = choose or self._ask_file
        self.panel.add_asked.connect(lambda: self._choose(self._add))
        self.panel.removal_asked.connect(self._remove)

    @property
    def state(self) -> FontsState:
        return self._state

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._become(said_anew(self._state))

    def ask(self) -> None:
        """Look again at which there are."""
        self._actions.added_fonts(self._listed)

    def _ask_file(self, then: Then) -> None:
        ask_file(self.panel, self._words.choosing(), ["TrueType (*.ttf *.TTF)"], then)

    def _add(self, file: Path) -> None:
        if not self._state.busy:
            self._become(steps.begun(self._state))
            self._actions.add_font(file, self._added)

    def _added(self, result: Result[AddedFont]) -> None:
        if isinstance(result, Done):
            theme.load_added([result.value.file])  # so that the screens draw its letters, too
            self._ended(sentence(self._words.added, result.value.name))
        else:
            self._ended(trouble(result), wrong=True)

    def _remove(self, name: str) -> None:
        if not self._state.busy and steps.font_of(self._state, name):
            self._become(steps.begun(self._state))
            self._actions.remove_font(name, partial(self._removed, name))

    def _removed(self, name: str, result: Result[None]) -> None:
        if isinstance(result, Done):
            self._ended(sentence(self._words.removed, name))
        else:
            self._ended(trouble(result), wrong=True)

    def _ended(self, note: str, *, wrong: bool = False) -> None:
        self._become(steps.told(self._state, note, wrong=wrong))
        self.ask()

    def _listed(self, result: Result[Sequence[AddedFont]]) -> None:
        if isinstance(result, Done):
            self._become(steps.fonts_listed(self._state, result.value))

    def _become(self, new: FontsState) -> None:
        self._state = new
        self.panel.render_state(new)
