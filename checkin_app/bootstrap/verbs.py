"""Verbs: what a service does, asked with its arguments and a reply; ``find(text)`` becomes ``find(text, reply)``.

The arguments are typed once, where the service has them: a verb takes them over.
"""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from checkin_app.runtime.lanes import Done, Lane
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.answering import Reply

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def on(lane: Lane, work: Callable[[*Ts], T]) -> Callable[[*Ts, Reply[T]], None]:
    """Return the verb that is done on a lane."""

    def ask(*given: *tuple[*Ts, Reply[T]]) -> None:
        lane.submit(lambda: work(*given[:-1]), given[-1])

    return ask


def at_once(work: Callable[[*Ts], T]) -> Callable[[*Ts, Reply[T]], None]:
    """Return the verb that is done where it is asked: on the screen's thread."""

    def ask(*given: *tuple[*Ts, Reply[T]]) -> None:
        given[-1](Done(work(*given[:-1])))

    return ask


def meant(verb: Callable[[*Ts], T]) -> Callable[[Meant, *Ts], T]:
    """Return the verb that asks for the proof that it is meant: what it does cannot be taken back."""

    def ask(_meant: Meant, *given: *Ts) -> T:
        return verb(*given)

    return ask
