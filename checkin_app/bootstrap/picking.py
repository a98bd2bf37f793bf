"""What the window's scans are decided on: chosen by hand, or picked by the room and the clock."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from checkin_app.domain.checkpoints import pick
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.movements import Direction
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.ui import words, words_notices
from checkin_app.ui.sentences import Sentence
from checkin_app.ui.shell.window import MainWindow


@dataclass(frozen=True, slots=True)
class Picking:
    """Turns the window to a checkpoint, and keeps in the settings what a person chose."""

    station: OpenedStation
    settings: KeptSettings
    window: Callable[[], MainWindow]

    def choose(self, checkpoint: CheckpointId) -> None:
        """Check what a person chose, until its session ends."""
        # Where a person checks a session, there this laptop stands: the clock picks the next one in that room.
        session = self.station.forum.session(checkpoint)
        settings = self.settings.current
        room = session.place.in_(self.station.forum.languages[0]) if session else settings.room
        self.settings.change(replace(settings, checkpoint=checkpoint, room=room))
        self.window().set_checkpoint(checkpoint)

    def follow_clock(self) -> CheckpointId | None:
        """Check from now on what the room and the clock pick; return what that is at this moment."""
        self.settings.change(replace(self.settings.current, checkpoint=""))
        self.pick()
        return self.window().router.checkpoint

    def pick(self, *, aloud: bool = True) -> None:
        """Check what the room and the clock say from now on, and say so when that has changed."""
        settings, router = self.settings.current, self.window().router
        chosen = CheckpointId(settings.checkpoint) if settings.checkpoint else None
        leaving = router.direction is Direction.OUT
        picked = pick(self.station.forum, settings.room, self.station.clock(), chosen, leaving=leaving)
        if picked != router.checkpoint:
            self.window().set_checkpoint(picked)
            session = self.station.forum.session(picked) if picked and aloud else None
            if session:
                picked_now = Sentence(lambda: words_notices.picked(session.name.in_(words.spoken())))
                self.window().over.notice.say(picked_now)
        if picked != chosen and chosen:
            self.settings.change(replace(settings, checkpoint=""))
