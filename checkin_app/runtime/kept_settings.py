"""The settings that a run goes by: read once, changed while it runs, written down at each change."""

import logging
from pathlib import Path

from checkin_app.runtime.logs import Plain
from checkin_app.runtime.settings import Settings, load, save

log = logging.getLogger(__name__)


class KeptSettings:
    """What holds now; read by any thread, changed by the screen's."""

    def __init__(self, file: Path) -> None:
        """Read `file`; `mistakes` are its entries that were passed over."""
        self._file = file
        self.current, self.mistakes = load(file)
        for mistake in self.mistakes:
            log.warning("settings: %s expected %s", Plain(mistake.entry), Plain(mistake.expected))

    def change(self, settings: Settings) -> None:
        """Go by `settings` from now on, also where they cannot be written down."""
        self.current = settings
        try:
            save(self._file, settings)
        except OSError as error:
            log.warning("settings were not saved: %s", Plain(type(error).__name__))
