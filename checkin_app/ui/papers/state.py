"""Which files can be written, which one is being written, and what came of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from checkin_app.domain.hand_outs import HandedOut, HandOut


@dataclass(frozen=True, slots=True)
class PapersState:
    running: HandOut | None = None
    done: int = 0
    whole: int = 0
    """0 while it is not known."""
    results: Mapping[HandOut, HandedOut | str] = field(default_factory=dict)
    """What each came to last; a text where it was not written."""


def begun(state: PapersState, paper: HandOut) -> PapersState:
    results = {each: result for each, result in state.results.items() if each is not paper}
    return replace(state, running=paper, done=0, whole=0, results=results)


def moved_on(state: PapersState, done: int, whole: int) -> PapersState:
    return replace(state, done=done, whole=whole) if state.running else state


def ended(state: PapersState, result: HandedOut | str) -> PapersState:
    """The file was written, or the text says why not."""
    if state.running is None:
        return state
    return replace(state, running=None, results={**state.results, state.running: result})
