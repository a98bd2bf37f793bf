"""What a manifest adds up to: everybody aboard, and the digits that tell two papers apart."""

import hashlib
import json

from checkin_app.domain.buses import Bus
from checkin_app.domain.papers import PaperWord
from checkin_app.services.ports.buses import Manifest


def crew(bus: Bus) -> tuple[PaperWord, ...]:
    """Return the roles whose holder is known, each one soul more than the delegates."""
    holders = {PaperWord.DRIVER: bus.driver, PaperWord.GUIDE: bus.guide, PaperWord.COORDINATOR: bus.coordinator}
    return tuple(role for role, holder in holders.items() if holder.strip())


def checksum(manifest: Manifest) -> str:
    """Return twelve digits: two papers share them only where they say the same, and the last four where they list the same.

    By those four whoever keys a paper's hand amendments back knows that its line numbers still hold.
    """
    lines = [[line.delegate.id, line.listed, line.aboard, line.seen_on] for line in manifest.lines]
    content = json.dumps([manifest.bus.code, manifest.version, lines], separators=(",", ":"))
    digest = hashlib.sha256(content.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}-{manifest.lines_code}"
