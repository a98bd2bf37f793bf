"""How the store of this laptop is, in figures."""

from dataclasses import dataclass, field

from checkin_app.services.kept_out import KeptOut


@dataclass(frozen=True, slots=True)
class Health:
    """What the top bar shows of the store."""

    facts: int
    only_here: int
    """Facts of this station that no other station has been seen to hold."""
    unknown_kinds: int
    flagged_clocks: int
    missing: int = 0
    """Facts that this store once acknowledged and does not hold."""
    kept_out: KeptOut = field(default_factory=KeptOut)
    """What others brought that does not count here; documents are not among it."""
