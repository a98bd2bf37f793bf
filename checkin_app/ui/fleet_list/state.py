"""A list of buses on its way in, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from checkin_app.domain.fleet_lists import FleetList
from checkin_app.domain.ids import LogId
from checkin_app.services.fleet_import import FleetPreview, FleetTaken


class Part(StrEnum):
    """Which rows of the list are looked at."""

    REFUSED = "refused"
    ADDED = "added"
    CHANGED = "changed"


class Work(StrEnum):
    """What is under way."""

    READING = "reading"
    TAKING = "taking"
    TAKING_BACK = "taking_back"


@dataclass(frozen=True, slots=True)
class FleetListState:
    file: Path | None = None
    sheet: str = ""
    """Which sheet somebody chose; empty for the first that fits."""
    asked: int = 0
    """Counts what was read: an answer to an earlier question is passed over."""
    work: Work | None = None
    preview: FleetPreview | None = None
    trouble: str = ""
    """Why the file is no list of buses, in words."""
    part: Part = Part.ADDED
    taken: FleetTaken | None = None
    last: LogId | None = None
    """The last list that counts, which can be taken back."""
    note: str = ""
    wrong: bool = False

    @property
    def list_(self) -> FleetList | None:
        return self.preview.list_ if self.preview else None

    @property
    def counts(self) -> Mapping[Part, int]:
        """Return how many rows, or buses, there are of each part."""
        list_ = self.list_ or FleetList()
        refused = len({flaw.row for flaw in list_.flaws})
        return {Part.REFUSED: refused, Part.ADDED: len(list_.added), Part.CHANGED: len(list_.changed)}

    @property
    def may_take(self) -> bool:
        """Return whether the list can be taken in: as a whole, once nothing is wrong with any of its rows."""
        some = self.counts[Part.ADDED] + self.counts[Part.CHANGED]
        return bool(some) and not self.counts[Part.REFUSED] and self.work is None and self.taken is None

    @property
    def may_take_back(self) -> bool:
        return self.last is not None and self.work is None and (self.preview is None or self.taken is not None)


def file_chosen(state: FleetListState, file: Path, sheet: str = "") -> FleetListState:
    """A list is about to be read; what was shown of another is gone."""
    return FleetListState(file, sheet, state.asked + 1, Work.READING, last=state.last)


def previewed(state: FleetListState, question: int, preview: FleetPreview) -> FleetListState:
    """What it would come to is known; what has to be put right is looked at first."""
    if question != state.asked:
        return state
    fresh = replace(state, work=None, preview=preview, trouble="")
    part = next((part for part in Part if fresh.counts[part]), Part.ADDED)
    return replace(fresh, part=part)


def unread(state: FleetListState, question: int, trouble: str) -> FleetListState:
    """It is no list of buses, or was not read to its end."""
    return replace(state, work=None, preview=None, trouble=trouble) if question == state.asked else state


def part_chosen(state: FleetListState, part: Part) -> FleetListState:
    return replace(state, part=part)


def begun(state: FleetListState, work: Work) -> FleetListState:
    return replace(state, work=work, note="", wrong=False)


def list_taken(state: FleetListState, taken: FleetTaken, note: str) -> FleetListState:
    """The list counts; it can be taken back."""
    return replace(state, work=None, taken=taken, last=taken.operation or state.last, note=note, wrong=False)


def taken_back(state: FleetListState, note: str) -> FleetListState:
    """The list counts no more; what it would change was compared with what it had changed, and is gone."""
    return FleetListState(asked=state.asked + 1, note=note)


def refused(state: FleetListState, note: str) -> FleetListState:
    """It was not done, and nothing was changed."""
    return replace(state, work=None, note=note, wrong=True)


def told(state: FleetListState, note: str) -> FleetListState:
    """It was not done, and what is so now is read anew meanwhile."""
    return replace(state, note=note, wrong=True)


def last_fetched(state: FleetListState, last: LogId | None) -> FleetListState:
    return replace(state, last=last)


def screen_opened(state: FleetListState) -> FleetListState:
    """The screen is opened anew: a list that was taken in is old news."""
    return FleetListState(asked=state.asked + 1, last=state.last) if state.taken else state
