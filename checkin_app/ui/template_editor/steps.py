"""What was done to a design, step by step: taken back and done again as often as there are steps."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Steps(Generic[T]):
    """How something is now, how it was before each step, and how it was before steps that were taken back."""

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()
    kept: T | None = None
    """How it stands where it is kept; None where it is kept nowhere."""
    going_on: str = ""
    """The step that the next one of the same name is a part of, such as the repeating of a key that is held down."""

    @property
    def is_kept(self) -> bool:
        return self.now == self.kept


def stepped(steps: Steps[T], to: T, *, part_of: str = "") -> Steps[T]:
    """Return the steps with one more; what was taken back is gone then.  A step to where it stands already is none.

    Successive steps that are `part_of` the same, by its name, are taken back as one.
    """
    if to == steps.now:
        return steps
    going_on = bool(part_of) and part_of == steps.going_on
    past = steps.past if going_on else (*steps.past, steps.now)
    return Steps(to, past, (), steps.kept, part_of)


def ended(steps: Steps[T]) -> Steps[T]:
    """Return the steps where nothing that follows is a part of the last one."""
    return Steps(steps.now, steps.past, steps.future, steps.kept) if steps.going_on else steps


def taken_back(steps: Steps[T]) -> Steps[T]:
    if not steps.past:
        return steps
    return Steps(steps.past[-1], steps.past[:-1], (*steps.future, steps.now), steps.kept)


def done_again(steps: Steps[T]) -> Steps[T]:
    if not steps.future:
        return steps
    return Steps(steps.future[-1], (*steps.past, steps.now), steps.future[:-1], steps.kept)


def kept(steps: Steps[T], as_: T | None) -> Steps[T]:
    """Return the steps once something is kept, which may have gone on meanwhile; None where it is kept no more."""
    return Steps(steps.now, steps.past, steps.future, as_, steps.going_on)
