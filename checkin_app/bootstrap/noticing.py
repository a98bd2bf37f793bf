"""What changes without a click in this window: others wrote to the same folder, another day or session began."""

from collections.abc import Callable, Hashable

from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.rehearsal import part_of_the_forum
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.services.opened import OpenedStation


class Noticing:
    """Looks, and says that everything may have changed; used from the screen's thread.

    What this window wrote itself has said what it changed, and is not heard a second time.
    """

    def __init__(self, station: OpenedStation, reader: Lane, changed: Callable[[ChangeSet], None]) -> None:
        self._station, self._reader, self._changed = station, reader, changed
        self.counted_in = self._part_of_the_forum()
        self.others = station.queries.others()

    def look(self) -> None:
        counted_in = self._part_of_the_forum()
        if counted_in != self.counted_in:
            self.counted_in = counted_in
            self._changed(EVERYTHING)
        self._reader.submit(self._station.queries.others, self._seen)

    def _part_of_the_forum(self) -> object:
        return part_of_the_forum(self._station.forum, self._station.clock())

    def _seen(self, result: Result[Hashable]) -> None:
        if isinstance(result, Done) and result.value != self.others:
            self.others = result.value
            self._changed(EVERYTHING)
