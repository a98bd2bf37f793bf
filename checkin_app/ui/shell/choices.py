"""What the person at the laptop chooses for it: language, theme, size of text, sound; kept in its settings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin_app.runtime import settings
from checkin_app.runtime.settings import Settings
from checkin_app.ui import theme, words
from checkin_app.ui.shell.actions import Laptop
from checkin_app.ui.shell.help import HelpPanel
from checkin_app.ui.shell.screen import Screen
from checkin_app.ui.shell.sounds import Sounds


class Choices(QObject):
    """Makes a choice felt at once and remembers it.

    Signals: `language_chosen` asks for every text anew, `look_chosen` for the switches, `text_size_chosen` for every
    size, `adopted` says that anything at all was chosen.
    """

    language_chosen = Signal()
    look_chosen = Signal()
    text_size_chosen = Signal()
    adopted = Signal()

    def __init__(self, laptop: Laptop, sounds: Sounds, parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._sounds = laptop, sounds
        sounds.on = laptop.settings().sound

    def listen_to(self, switches: HelpPanel) -> None:
        """Do what is chosen there."""
        switches.language_chosen.connect(self.speak)
        switches.theme_chosen.connect(self.dress)
        switches.text_size_chosen.connect(lambda size: self.resize_text(int(size)))
        switches.sound_switched.connect(lambda on: self._set(sound=bool(on)))

    def heed(self, screen: Screen) -> None:
        """Do what is chosen on a screen."""
        screen.settings_chosen.connect(self.adopt)
        screen.language_chosen.connect(self.speak)

    def keys(self) -> Mapping[str, Callable[[], None]]:
        """Return what is chosen by a key from anywhere."""
        larger, smaller = partial(self.step_text, 1), partial(self.step_text, -1)
        usual = partial(self.resize_text, settings.TEXT_SIZES[0])
        sizes = {"Ctrl++": larger, "Ctrl+=": larger, "Ctrl+-": smaller, "Ctrl+0": usual}
        return {"Ctrl+L": self.speak_next, "Ctrl+Shift+L": self.toggle_sunlight, **sizes}

    def adopt(self, chosen: object) -> None:
        """Go by these `Settings` from now on; what differs is felt at once.

        The language stays: what is spoken need not be the one that is kept, and only `speak` chooses another.
        """
        if isinstance(chosen, Settings):
            self._feel(chosen, words.spoken())

    def _feel(self, chosen: Settings, language: str) -> None:
        self._laptop.change_settings(chosen)
        self._sounds.on = chosen.sound
        speaks, larger = language != words.spoken(), chosen.text_size != theme.text_size()
        looks = chosen.theme.value != theme.current().name.value
        if speaks:
            words.speak(language)
        if looks or larger:
            theme.use(theme.ThemeName(chosen.theme), chosen.text_size)
        for told, differs in (
            (self.language_chosen, speaks),
            (self.look_chosen, looks),
            (self.text_size_chosen, larger),
            (self.adopted, True),
        ):
            if differs:
                told.emit()

    def speak(self, language: object) -> None:
        wanted = str(language) if language in words.offered() else words.spoken()
        self._feel(replace(self._laptop.settings(), language=wanted), wanted)

    def speak_next(self) -> None:
        languages = list(words.offered())
        self.speak(languages[(languages.index(words.spoken()) + 1) % len(languages)])

    def dress(self, name: object) -> None:
        self._set(theme=settings.Theme(str(name)))

    def toggle_sunlight(self) -> None:
        bright = theme.current().name is theme.ThemeName.SUNLIGHT
        self.dress(theme.ThemeName.LIGHT if bright else theme.ThemeName.SUNLIGHT)

    def resize_text(self, size: int) -> None:
        """Draw text in a size, in percent."""
        if size != theme.text_size():
            self._set(text_size=size)

    def step_text(self, steps: int) -> None:
        """Take the next larger size of text, or the next smaller one, as far as there is one."""
        sizes = settings.TEXT_SIZES
        place = sizes.index(theme.text_size()) + steps
        self.resize_text(sizes[min(max(place, 0), len(sizes) - 1)])

    def _set(self, **entries: Any) -> None:
        self.adopt(replace(self._laptop.settings(), **entries))
