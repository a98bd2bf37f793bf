"""The code under which a paper's lines are known: who stands on which of them, and nothing of how they stand."""

import hashlib
from collections.abc import Iterable

from checkin_app.domain.ids import BusCode, DelegateId


def lines_code(bus: BusCode, people: Iterable[DelegateId]) -> str:
    """Return four digits that two papers of a bus share where the same people stand on the same lines."""
    content = "\n".join((bus, *people))
    return hashlib.sha256(content.encode()).hexdigest()[:4].upper()
