"""The parts of a hub within a window, apart from who keeps it going and who puts it together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from checkin_app.bootstrap.station import Opened
from checkin_app.domain.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a hub within a window is made of."""

    folder: Path
    whole: Opened
    came: Callable[[ChangeSet], None]
    """Shows what other laptops brought; called by threads of the hub."""
