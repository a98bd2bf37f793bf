"""What the person at the laptop chooses for it: language, theme, sound; kept in its settings."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from checkin_app.runtime import settings
from checkin_app.ui import theme, words
from checkin_app.ui.shell.actions import Laptop
from checkin_app.ui.shell.sounds import Sounds


class Choices(QObject):
    """Makes a choice felt at once and remembers it; `language_chosen` asks for every text anew."""

    language_chosen = Signal()
    look_chosen = Signal()

    def __init__(self, laptop: Laptop, sounds: Sounds, parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._sounds = laptop, sounds
        sounds.on = laptop.settings().sound

    def speak(self, language: object) -> None:
        words.speak(str(language))
        self._laptop.change_settings(replace(self._laptop.settings(), language=words.spoken()))
        self.language_chosen.emit()

    def speak_next(self) -> None:
        languages = list(words.LANGUAGES)
        self.speak(languages[(languages.index(words.spoken()) + 1) % len(languages)])

    def dress(self, name: object) -> None:
        chosen = theme.ThemeName(str(name))
        theme.use(chosen)
        self._laptop.change_settings(replace(self._laptop.settings(), theme=settings.Theme(chosen.value)))
        self.look_chosen.emit()

    def toggle_sunlight(self) -> None:
        bright = theme.current().name is theme.ThemeName.SUNLIGHT
        self.dress(theme.ThemeName.LIGHT if bright else theme.ThemeName.SUNLIGHT)

    def switch_sound(self, on: object) -> None:
        self._sounds.on = bool(on)
        self._laptop.change_settings(replace(self._laptop.settings(), sound=bool(on)))
