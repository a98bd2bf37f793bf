"""What a printer has in it, as people write it."""

import re
from dataclasses import dataclass

_MEDIA = re.compile(r"(?P<width>[0-9]{1,3})( ?[x×] ?(?P<height>[0-9]{1,4}))?", re.ASCII)
_WIDEST, _LONGEST = 300, 1000


@dataclass(frozen=True, slots=True, order=True)
class Media:
    """What a printer has in it, in mm."""

    width: int
    height: int = 0
    """Of one label; 0 on a roll without ends."""

    def __str__(self) -> str:
        return f"{self.width}x{self.height}" if self.height else str(self.width)

    @property
    def said(self) -> str:
        """As people read it, in mm."""
        return str(self).replace("x", " × ")


def media_of(text: str) -> Media | None:
    """Return what ``62`` or ``62x29`` says, in whole mm; None of anything else."""
    said = _MEDIA.fullmatch(text.strip())
    if said is None or not 0 < int(said["width"]) <= _WIDEST:
        return None
    height = int(said["height"] or 0)
    return None if said["height"] and not 0 < height <= _LONGEST else Media(int(said["width"]), height)
