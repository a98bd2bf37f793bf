"""What a store offers to others, be it whole or damaged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId, StationId
from checkin_app.services.kept_out import Offered


class Offering(Protocol):
    """What others can be given of a store, whole or damaged."""

    def offered(self, vector: Mapping[LogId, int], limit: int) -> Offered:
        """Return at most `limit` facts that `vector` lacks; what is none costs no other."""
        ...

    def misplaced(self) -> int:
        """Return how many rows stand in no place of any log."""
        ...

    def documents_of(self, facts: Iterable[Fact]) -> Mapping[Digest, bytes]: ...
    def documents_named(self, digests: Sequence[Digest]) -> Mapping[Digest, bytes]: ...

    def spoilt_documents(self, digests: Sequence[Digest]) -> Sequence[Digest]:
        """Return those of the documents named that stand here and are not what their names say."""
        ...

    def station_keys(self) -> Mapping[StationId, bytes]:
        """Return the keys of all stations known, as far as they can be read."""
        ...


OpenOffering = Callable[[], AbstractContextManager[Offering]]
