"""A bus's boardings in the shape that transit data people share: TIDES 1.0, passenger_events.

Nobody is named in it; https://tides-transit.org has the specification.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checkin_app.domain.buses import Bus
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import Reason
from checkin_app.services.ports.movements import Passage

HEADER = (
    "passenger_event_id", "service_date", "event_timestamp", "trip_id_performed", "trip_stop_sequence", "event_type", "vehicle_id",
    "device_id", "event_count",
)  # fmt: skip
BOARDED, ALIGHTED, OPENED = "Passenger boarded", "Passenger alighted", "Door opened"


def passenger_events(bus: Bus, passages: Sequence[Passage], forum: Forum) -> Iterator[tuple[str, ...]]:
    """Yield a row for each time that the doors were opened and for each passage, the oldest first.

    The stop of an event is how often the doors had been opened by then.
    """
    opened = [(at, OPENED, "") for at in bus.opened]
    passed = [(each.at, ALIGHTED if each.reason is Reason.GOT_OFF else BOARDED, each.station) for each in passages]
    for number, (at, kind, device) in enumerate(sorted([*opened, *passed], key=lambda each: each[0]), start=1):
        yield (
            f"{bus.code}-{number}",
            forum.day_of(at).isoformat(),
            forum.local(at).isoformat(timespec="milliseconds"),
            bus.code,
            str(_stop(bus, at)),
            kind,
            bus.plate or bus.code,
            device,
            "1",
        )


def _stop(bus: Bus, at: Instant) -> int:
    return max(1, bisect_right(sorted(bus.opened), at))
