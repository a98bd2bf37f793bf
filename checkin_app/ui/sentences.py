"""Sentences that are kept – what was done, why something was not – and are said again in the language in use."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, ParamSpec, Self, TypeVar

P = ParamSpec("P")
S = TypeVar("S")


class Sentence(str):
    """What is said now, in the language in use, and what says it again in another.

    A state that keeps one is a text for whoever draws it, and equal to another that says the same.
    """

    __slots__ = ("_say",)
    _say: Callable[[], str]

    def __new__(cls, say: Callable[[], str]) -> Self:
        made = super().__new__(cls, say())
        made._say = say
        return made

    def anew(self) -> "Sentence":
        return Sentence(self._say)


def sentence(say: Callable[P, str], *given: P.args, **named: P.kwargs) -> Sentence:
    """Return what `say` says of what it is given; nothing of that may be a text in one language alone."""
    return Sentence(lambda: say(*given, **named))


def said_anew(state: S) -> S:
    """Return a state with every sentence that it keeps said in the language in use."""
    anew: Any = _said_anew(state)
    return anew  # type: ignore[no-any-return]  # of the same type


def _said_anew(kept: Any) -> Any:
    if isinstance(kept, Sentence):
        return kept.anew()
    if type(kept) is tuple and any(isinstance(each, Sentence) for each in kept):
        return tuple(_said_anew(each) for each in kept)
    if not is_dataclass(kept) or isinstance(kept, type):
        return kept
    parts = {each.name: getattr(kept, each.name) for each in fields(kept) if each.init}
    fresh = {name: _said_anew(value) for name, value in parts.items()}
    changed = {name: value for name, value in fresh.items() if value is not parts[name]}
    return replace(kept, **changed) if changed else kept
