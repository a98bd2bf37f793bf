"""The proof that a person meant what cannot be taken back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meant:
    """Given by a `HeldButton` that was held to its end, and made nowhere else.

    Every action that cannot be taken back asks for one, so that no click and no stray key can reach it.
    """

    words: str
    """What the button said it would do."""
