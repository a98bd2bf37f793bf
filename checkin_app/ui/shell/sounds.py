"""What a verdict sounds like; never the only signal."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

from checkin_app.domain.outcomes import Verdict
from checkin_app.ui import theme

KEPT_FOR_LATER = "keptForLater"
VERDICT_SOUNDS: Mapping[Verdict, str] = {
    Verdict.GO: "go",
    Verdict.AGAIN: "again",
    Verdict.ASK: "ask",
    Verdict.STOP: "stop",
    Verdict.UNREADABLE: "undecided",
    Verdict.FAULT: "undecided",
}


class Sounds(QObject):
    """Plays the sounds of the tokens; a laptop without a loudspeaker stays silent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._effects: dict[str, QSoundEffect] = {}
        if not QMediaDevices.audioOutputs():
            return
        for name in {*VERDICT_SOUNDS.values(), KEPT_FOR_LATER}:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(theme.RESOURCES / "sounds" / f"{name}.wav")))
            self._effects[name] = effect

    def play(self, name: str) -> None:
        """Play a sound from its beginning, cutting off the one that sounds."""
        if not self.on:
            return
        for effect in self._effects.values():
            effect.stop()
        if name in self._effects:
            self._effects[name].play()
