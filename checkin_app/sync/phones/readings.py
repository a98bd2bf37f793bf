"""What is read of the record for phones: once for all that look at about the same time, since each looks every few seconds."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TypeVar, cast

from checkin_app.domain.ids import BusCode, Instant
from checkin_app.domain.rehearsal import part_of_the_forum
from checkin_app.domain.sightings import last_seen
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Filter, Manifest
from checkin_app.sync.phones.pages import Figures
from checkin_app.sync.phones.people import MOST, Looked, Missing

T = TypeVar("T")
#: Milliseconds for which what was read stands, though there is something new: a phone looks less often.
STANDS_MS = 2_000
#: And though nothing is new: the store itself may have been mended.
_STANDS_AT_MOST_MS = 60_000
_MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class _Read:
    value: object
    at: Instant
    knew: Hashable


class Readings:
    """Reads a station for phones; used by several threads, which wait for one another rather than read the same."""

    def __init__(self, station: OpenedStation, newest: Callable[[], int]) -> None:
        """Read nothing yet.

        Args:
            station: the hub's own.
            newest: returns the place of what its store was told last.
        """
        self._station, self._newest = station, newest
        self._gate = threading.Lock()
        self._kept: OrderedDict[Hashable, _Read] = OrderedDict()

    def figures(self) -> Figures:
        return self._read("figures", lambda: Figures(self._station.buses(), self._station.checkpoint_counts()))

    def of_bus(self, bus: BusCode, part: Filter, first: int) -> Looked:
        """Return the people of a bus that are looked at, from a place on.

        Raises:
            UnknownBus: there is none of this code.
        """
        return self._read((bus, part, first), lambda: self._looked(self._station.manifest(bus), part, first, MOST))

    def missing(self) -> Missing:
        """Return every bus from which somebody is missing, and who: as many as a page holds."""
        return self._read("missing", self._missing)

    def _missing(self) -> Missing:
        left, looked = MOST, list[Looked]()
        buses = [
            each
            for each in self._station.buses()
            if each.tally.sought and sought_as(each.bus.state) is Standing.MISSING
        ]
        for each in buses:
            if left <= 0:
                break
            looked.append(self._looked(self._station.manifest(each.bus.code), Filter.SOUGHT, 0, left))
            left -= len(looked[-1].lines)
        return Missing(tuple(looked), tuple(buses[len(looked) :]))

    def _looked(self, manifest: Manifest, part: Filter, first: int, most: int) -> Looked:
        lines = manifest.part(part)[first : first + most]
        cards = self._station.queries.cards([each.delegate.id for each in lines])
        seen = {
            card.delegate.id: last
            for card in cards
            if (last := last_seen(card.movements.presences, rehearsal=manifest.rehearsal))
        }
        return Looked(manifest, part, lines, seen, first)

    def _read(self, what: Hashable, read: Callable[[], T]) -> T:
        with self._gate:
            now = self._station.clock()
            knew = (self._newest(), part_of_the_forum(self._station.forum, now))
            found = self._kept.pop(what, None)
            if found is None or not self._stands(found, now, knew):
                found = _Read(read(), now, knew)
            self._kept[what] = found
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            return cast("T", found.value)

    @staticmethod
    def _stands(found: _Read, now: Instant, knew: Hashable) -> bool:
        return 0 <= now - found.at < (_STANDS_AT_MOST_MS if found.knew == knew else STANDS_MS)
