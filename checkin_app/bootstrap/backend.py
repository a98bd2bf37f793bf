"""The lanes, and the verbs that are done on each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from checkin_app.bootstrap.own_hub import OwnHubKeeper
from checkin_app.bootstrap.verbs import on
from checkin_app.domain.changes import EVERYTHING, ChangeSet, Changing
from checkin_app.domain.ids import CheckpointId, DelegateId
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.sync.status import SyncStatus
from checkin_app.runtime.errands import Errand, Errands
from checkin_app.runtime.kept_settings import KeptSettings
from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.services.opened import OpenedStation
from checkin_app.ui.shell.answering import HowFar, Reply, Stop

T = TypeVar("T")
W = TypeVar("W", bound=Changing)
Ts = TypeVarTuple("Ts")

_NOTHING: ChangeSet = frozenset()


@dataclass(frozen=True, slots=True)
class Backend:
    """The lanes and what stands behind them."""

    folder: Path
    """The station's."""
    station: OpenedStation
    writer: Lane
    reader: Lane
    papers: Lane
    """Drawing and reading whole files: what takes long enough to hold up a search."""
    slow: Lane
    """Writes that take long and give way to scans at every piece: on the writer's lane a scan would wait for them."""
    lists: Lane
    """Reading, comparing and saving lists: a badge is drawn meanwhile."""
    errands: Errands
    settings: KeptSettings
    status: Callable[[], SyncStatus]
    """How this laptop stands to the others; reads the store."""
    own_hub: OwnHubKeeper
    """This laptop as the hub, while it is."""
    choose_checkpoint: Callable[[CheckpointId], None]
    follow_clock: Callable[[], CheckpointId | None]
    printer_trouble: Callable[[str], PrintProblem | None]
    """Why a printer of this laptop does not print, as far as is known."""
    printer_told: Callable[[str, PrintProblem | None], None]
    """Tells what a printer of this laptop said of itself, on the screen's thread."""
    printer_lane: Callable[[str], Lane]
    """Where a printer of this laptop is asked, behind the badges that it has."""
    page_ahead: Callable[[DelegateId, int, str, str], None]
    """Lets a page come out before somebody's badge of an issue, which says a title and a line; called on any lane."""
    printers_changed: Callable[[], None]
    """Tells that the printers are set up otherwise."""
    touched: Callable[[ChangeSet], None]
    """Tells the window what a write changed."""

    def on_writer(self, write: Callable[[*Ts], W]) -> Callable[[*Ts, Reply[W]], None]:
        """Return the verb that writes; when it comes home, it answers and then tells every screen."""
        return self._telling(self.writer, write, _NOTHING)

    def on_slow(self, write: Callable[[*Ts], W]) -> Callable[[*Ts, Reply[W]], None]:
        """Return the verb that writes beside the scans; what it did before it failed, and undid, was seen meanwhile."""
        return self._telling(self.slow, write, EVERYTHING)

    def on_reader(self, read: Callable[[*Ts], T]) -> Callable[[*Ts, Reply[T]], None]:
        return on(self.reader, read)

    def on_papers(self, draw: Callable[[*Ts], T]) -> Callable[[*Ts, Reply[T]], None]:
        return on(self.papers, draw)

    def on_leaving(self, write: Callable[[*Ts], W]) -> Callable[[*Ts, Reply[W]], None]:
        """Return the verb that draws what leaves, and records that; it tells every screen as `on_writer` does."""
        return self._telling(self.papers, write, _NOTHING)

    def on_lists(self, read: Callable[[*Ts], T]) -> Callable[[*Ts, Reply[T]], None]:
        return on(self.lists, read)

    def on_saving(self, save: Callable[[*Ts], W]) -> Callable[[*Ts, Reply[W]], None]:
        """Return the verb that saves beside the lists; it tells every screen as `on_writer` does."""
        return self._telling(self.lists, save, _NOTHING)

    def as_errand(self, verb: Callable[[*Ts, Errand, Reply[T]], None]) -> Callable[[*Ts, HowFar, Reply[T]], Stop]:
        """Return the verb that tells how far it is, and can be stopped."""

        def ask(*given: *tuple[*Ts, HowFar, Reply[T]]) -> Stop:
            errand = self.errands.begin(given[-2])
            verb(*given[:-2], errand, given[-1])
            return errand.stop

        return ask

    def _telling(self, lane: Lane, write: Callable[[*Ts], W], failed: ChangeSet) -> Callable[[*Ts, Reply[W]], None]:
        def ask(*given: *tuple[*Ts, Reply[W]]) -> None:
            reply = given[-1]

            def home(result: Result[W]) -> None:
                reply(result)
                if changes := result.value.changes if isinstance(result, Done) else failed:
                    self.touched(changes)

            lane.submit(lambda: write(*given[:-1]), home)

        return ask
