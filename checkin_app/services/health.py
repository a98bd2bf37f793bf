"""How the store of this laptop is, in figures."""

from dataclasses import dataclass


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
    set_aside: int = 0
    """Facts of others that another fact stands in the place of."""
