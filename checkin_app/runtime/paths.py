"""Where things lie: the station's folder and what came with the application."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

#: Holds in the source tree and in the frozen bundle alike.
ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"


def default_folder() -> Path:
    """Return the folder of this computer's own station, by the custom of its operating system."""
    return Path(platformdirs.user_data_dir("checkin-app", appauthor=False))


@dataclass(frozen=True, slots=True)
class StationFolder:
    """The places inside one station's folder."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "settings.toml"

    @property
    def first_run(self) -> Path:
        """What was entered in a first run that was closed half way."""
        return self.root / "first-run.json"

    @property
    def hub(self) -> Path:
        """What a laptop remembers of the hub it joined."""
        return self.root / "hub.json"

    @property
    def own_hub(self) -> Path:
        """What this laptop keeps as the hub of others."""
        return self.root / "hub"

    @property
    def hub_certificate(self) -> Path:
        return self.own_hub / "hub.pem"

    @property
    def lock(self) -> Path:
        return self.root / "open.lock"

    @property
    def log(self) -> Path:
        return self.root / "logs" / "checkin.log"

    @property
    def crashes(self) -> Path:
        return self.root / "crashes"
