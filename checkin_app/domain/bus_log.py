"""What was done with a bus and its riders, fact by fact, as a list tells it.  Pure.

How many somebody counted is not told: who has still to count must not read it here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin_app.domain.canonical import Json
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, FactId, Instant, StationId, bus_of, station_of
from checkin_app.domain.kinds.buses import BusAdded, BusAmended, BusMove
from checkin_app.domain.kinds.emergencies import BusEmergencyCalled, BusEmergencyEnded, BusEmergencyMarked
from checkin_app.domain.kinds.head_counts import BusCounted, BusCrewed, BusReleaseReviewed
from checkin_app.domain.kinds.rides import RideAssigned, RideLeft, RideSaid, RideUndone, Saying
from checkin_app.domain.kinds.scans import BoardingOverridden, PresenceSettled, ScanAnswered, ScanDecided, ScanUndone
from checkin_app.domain.kinds.stops import BusArrivalUndone, BusArrived, BusDepartureUndone, StopRestored, StopSkipped
from checkin_app.domain.kinds.swaps import BusSwapped, BusSwapUndone
from checkin_app.domain.outcomes import Reason
from checkin_app.domain.overriding import override_word
from checkin_app.domain.ride_states import ground_word, ride_word, said_as
from checkin_app.domain.scans import Place, place_of, taken_back
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded


class Done(Worded):
    """What a fact of a bus or a rider does."""

    ADDED = QT_TRANSLATE_NOOP("Detail", "Bus added")
    AMENDED = QT_TRANSLATE_NOOP("Detail", "Bus changed")
    MOVED = QT_TRANSLATE_NOOP("Detail", "State: {state}")
    ARRIVED = QT_TRANSLATE_NOOP("Detail", "Came to a stop: {stop}")
    STOPPED = QT_TRANSLATE_NOOP("Detail", "Came to a stop without a name")
    NOT_ARRIVED = QT_TRANSLATE_NOOP("Detail", "Was not at that stop")
    NOT_LEFT = QT_TRANSLATE_NOOP("Detail", "Did not leave")
    SKIPPED = QT_TRANSLATE_NOOP("Detail", "Passes by a stop: {stop}")
    RESTORED = QT_TRANSLATE_NOOP("Detail", "Calls at that stop after all")
    COUNTED = QT_TRANSLATE_NOOP("Detail", "Head count, round {round}")
    CREWED = QT_TRANSLATE_NOOP("Detail", "Said who is aboard besides guests")
    REVIEWED = QT_TRANSLATE_NOOP("Detail", "Release reviewed")
    SWAPPED = QT_TRANSLATE_NOOP("Detail", "Taken over by bus {bus}")
    NOT_SWAPPED = QT_TRANSLATE_NOOP("Detail", "Not taken over after all")
    EMERGENCY = QT_TRANSLATE_NOOP("Detail", "Emergency called")
    MARKED = QT_TRANSLATE_NOOP("Detail", "Said in the emergency how somebody is")
    EMERGENCY_OVER = QT_TRANSLATE_NOOP("Detail", "Emergency ended")
    SEATED = QT_TRANSLATE_NOOP("Detail", "Put on the list of bus {bus}")
    UNSEATED = QT_TRANSLATE_NOOP("Detail", "Taken off the list")
    SCANNED = QT_TRANSLATE_NOOP("Detail", "Scanned at the door")
    ANSWERED = QT_TRANSLATE_NOOP("Detail", "The door’s question answered")
    OVERRIDDEN = QT_TRANSLATE_NOOP("Detail", "Boarded by override")
    SETTLED_HERE = QT_TRANSLATE_NOOP("Detail", "Settled: is aboard")
    SETTLED_AWAY = QT_TRANSLATE_NOOP("Detail", "Settled: was never here")
    SAID = QT_TRANSLATE_NOOP("Detail", "Ride: {state}")
    TRANSFER = QT_TRANSLATE_NOOP("Detail", "Transfer to bus {bus}")
    NO_SHOW_ASKED = QT_TRANSLATE_NOOP("Detail", "No-show asked for")
    TAKEN_BACK = QT_TRANSLATE_NOOP("Detail", "Something is taken back")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One fact of the list."""

    fact_id: FactId
    at: Instant
    station: StationId
    kind: str
    what: Detail
    why: Detail = ""
    """Out of a list of reasons."""
    reason: Reason | None = None
    """What the door said."""
    answer: str = ""
    """What was answered to it."""
    text: str = ""
    """What else was said, in somebody's own words."""
    delegate: DelegateId | None = None
    undone: bool = False
    """It was taken back since."""
    counts: bool = True
    """False of what is kept and not applied, by whoever said it, and of a list that does not count."""


def about(fact: Fact, bus: BusCode) -> bool:
    """Return whether a fact speaks of a bus: one of its own, of its door, or of a seat on it."""
    said = fact.said
    match said:
        case RideAssigned(bus=to):
            return to == bus
        case RideSaid(bus=to, leaves=leaves):
            return bus in {to, leaves}
        case ScanDecided() | ScanAnswered() | PresenceSettled() | RideLeft():
            left = said.moved_from or ()
            return bus in {_of(said.checkpoint), *(_of(each) for each in left)}
        case _:
            return fact.subject == f"bus:{bus}"


def _of(checkpoint: CheckpointId) -> BusCode | None:
    return bus_of(checkpoint)


def log_of(
    bus: BusCode, facts: Iterable[Fact], documents: Mapping[str, Mapping[str, Json]], counted: frozenset[Place]
) -> tuple[LogEntry, ...]:
    """Return what was done with a bus, the oldest first.

    Args:
        bus: which.
        facts: all of the bus, and of everybody who was ever seen at it or has something to do with its list.
        documents: by digest, as far as the facts name them.
        counted: the places of those facts that count.
    """
    ordered = sorted({place_of(each): each for each in facts}.values(), key=lambda each: each.order)
    undone = taken_back([each for each in ordered if place_of(each) in counted])
    gone = {each.fact_id for each in ordered if place_of(each) in undone} | _unmade(ordered)
    told = {each.fact_id for each in ordered if about(each, bus)}
    return tuple(
        _entry(fact, documents.get(fact.document or "", {}), fact.fact_id in gone, place_of(fact) in counted)
        for fact in ordered
        if fact.fact_id in told or fact.target in told
    )


def _unmade(facts: Iterable[Fact]) -> set[FactId]:
    """Return the moves and skips of a bus that others of its facts say were not so."""
    found: set[FactId] = set()
    for fact in facts:
        match fact.said:
            case BusArrivalUndone(fact=former) | BusDepartureUndone(fact=former) | StopRestored(fact=former):
                found.add(former)
            case BusSwapUndone(swap=former):
                found.add(former)
            case _:
                pass
    return found


def _entry(fact: Fact, document: Mapping[str, Json], undone: bool, counts: bool) -> LogEntry:  # noqa: FBT001 - two of one kind
    said = fact.said
    reason, answer = None, ""
    if isinstance(said, ScanDecided):
        reason = said.reason
    elif isinstance(said, ScanAnswered):
        answer = said.answer.value
    text = " – ".join(
        str(document[name]) for name in ("reason", "name", "text", "note", "agreed", "by") if document.get(name)
    )
    person = fact.subject.partition(":")[2] if fact.subject.startswith("delegate:") else ""
    who = DelegateId(person) if person else None
    return LogEntry(
        fact.fact_id, fact.at, station_of(fact.log_id), fact.kind, _what(fact), _why(fact), reason, answer, text, who, undone, counts
    )  # fmt: skip


def _what(fact: Fact) -> Detail:
    said = fact.said
    match said:
        case RideSaid() | RideLeft():
            return _of_ride(said)
        case BusMove():
            return _of_move(said)
        case RideAssigned(bus=to):
            return Done.SEATED.of(bus=to) if to else Done.UNSEATED
        case PresenceSettled(absent=absent):
            return Done.SETTLED_AWAY if absent else Done.SETTLED_HERE
        case _:
            return _filled(fact)


def _filled(fact: Fact) -> Detail:
    said = fact.said
    match said:
        case StopSkipped(stop=stop):
            return Done.SKIPPED.of(stop=stop)
        case BusCounted(round=number):
            return Done.COUNTED.of(round=number)
        case _:
            return _PLAIN.get(type(said), fact.kind)


_PLAIN: Mapping[type, Done] = {
    BusAdded: Done.ADDED,
    BusAmended: Done.AMENDED,
    BusCrewed: Done.CREWED,
    BusReleaseReviewed: Done.REVIEWED,
    StopRestored: Done.RESTORED,
    ScanDecided: Done.SCANNED,
    ScanAnswered: Done.ANSWERED,
    BoardingOverridden: Done.OVERRIDDEN,
    ScanUndone: Done.TAKEN_BACK,
    RideUndone: Done.TAKEN_BACK,
    BusEmergencyCalled: Done.EMERGENCY,
    BusEmergencyMarked: Done.MARKED,
    BusEmergencyEnded: Done.EMERGENCY_OVER,
}


def _of_move(said: BusMove) -> Detail:
    match said:
        case BusArrived(stop=stop):
            return Done.ARRIVED.of(stop=stop) if stop else Done.STOPPED
        case BusArrivalUndone():
            return Done.NOT_ARRIVED
        case BusDepartureUndone():
            return Done.NOT_LEFT
        case BusSwapped(to=to):
            return Done.SWAPPED.of(bus=to)
        case BusSwapUndone():
            return Done.NOT_SWAPPED
        case _:
            return Done.MOVED.of(state=said.becomes)


def _of_ride(said: RideSaid | RideLeft) -> Detail:
    if isinstance(said, RideSaid) and said.what is Saying.TRANSFER:
        return Done.TRANSFER.of(bus=said.bus or "")
    if said.what is Saying.NO_SHOW_ASKED:
        return Done.NO_SHOW_ASKED
    state = said_as(said.what)
    return Done.SAID.of(state=ride_word(state)) if state else said.what.value


def _why(fact: Fact) -> Detail:
    match fact.said:
        case BoardingOverridden(ground=ground):
            return override_word(ground)
        case RideSaid(ground=why) | RideLeft(ground=why) if why:
            return ground_word(why)
        case _:
            return ""
