"""What a manifest adds up to: totals, everybody aboard, and the digits that tell two papers apart."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.buses import Bus
from checkin_app.services.ports import Manifest, ManifestLine


@dataclass(frozen=True, slots=True)
class Totals:
    """Heads; `listed` = aboard - unlisted + not_aboard, and `elsewhere` are among the not aboard."""

    listed: int
    aboard: int
    not_aboard: int
    elsewhere: int
    """Listed here and seen aboard another bus: safe, not missing."""
    unlisted: int
    """Aboard without being on the list."""


def totals(lines: Iterable[ManifestLine]) -> Totals:
    counted = tuple(lines)
    absent = [line for line in counted if line.listed and not line.aboard]
    return Totals(
        listed=sum(line.listed for line in counted),
        aboard=sum(line.aboard for line in counted),
        not_aboard=len(absent),
        elsewhere=sum(line.seen_on is not None for line in absent),
        unlisted=sum(line.aboard and not line.listed for line in counted),
    )


def crew(bus: Bus) -> tuple[str, ...]:
    """Return the roles whose holder is known, each one soul more than the delegates."""
    holders = {"driver": bus.driver, "guide": bus.guide, "coordinator": bus.coordinator}
    return tuple(role for role, holder in holders.items() if holder.strip())


def checksum(manifest: Manifest) -> str:
    """Return eight digits that two papers share only where they say the same of the same people."""
    lines = [[line.delegate.id, line.listed, line.aboard, line.seen_on] for line in manifest.lines]
    content = json.dumps([manifest.bus.code, manifest.version, lines], separators=(",", ":"))
    digest = hashlib.sha256(content.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
