"""What screens may ask for about buses: their doors and lists, the whole visit at once, head counts."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.changes import Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Condition, How
from checkin_app.domain.head_counts import Crew, Method
from checkin_app.domain.ids import (
    BusCode,
    DelegateId,
    FactId,
    LogId,
    RouteId,
)
from checkin_app.domain.swaps import Cause
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.fleet_import import FleetPreview, FleetTaken
from checkin_app.services.head_counts import Tallied
from checkin_app.services.overseeing import Board
from checkin_app.services.planning import Assigned, Planned
from checkin_app.services.ports.bus_log import BusLog
from checkin_app.services.ports.buses import BusCount, Manifest
from checkin_app.services.ports.missing import MissingList
from checkin_app.services.ports.overview import Overview
from checkin_app.services.proofs import Proof
from checkin_app.services.reseating import MoveForeseen, Reseated
from checkin_app.services.rides import RideTold, RideWish
from checkin_app.services.swaps import SwapStanding
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.answering import HowFar, Reply, Stop


@dataclass(frozen=True, slots=True)
class Buses:
    """The bus door and its manifest."""

    buses: Callable[[Reply[Sequence[BusCount]]], None]
    manifest: Callable[[BusCode, Reply[Manifest]], None]
    move_to: Callable[[BusCode, BusState, Reply[Recorded]], None]
    """Opens doors, calls finally: never into a state in which boarding is over, and never so that anything is void."""
    open_again: Callable[[Meant, BusCode, Reply[Recorded]], None]
    """Opens the doors of a bus whose head count, release or last look is void by it."""
    send_off: Callable[[Meant, BusCode, Reply[Recorded]], None]
    """The bus leaves with whom it has."""
    save_manifest: Callable[[BusCode, Path, Reply[Path]], None]
    """Writes PDF, CSV or XLSX by the ending of the path."""
    log: Callable[[BusCode, Reply[BusLog]], None]
    """What was done with a bus."""
    save_log: Callable[[Sequence[Sequence[str]], Path, Reply[Path]], None]
    """Writes that as a table; the rows are in words already, the first one its heading."""
    add: Callable[[Meant, Bus, Reply[Recorded]], None]
    amend: Callable[[Bus, Collection[str], Reply[Recorded]], None]
    """Arguments: the bus as it is to be, and the fields that somebody wrote."""
    lock: Callable[[BusCode, bool, Reply[Recorded]], None]
    """Arguments: which bus, and whether its list is right, so that plans leave it as it is."""
    keep_for_vips: Callable[[BusCode, bool, Reply[Recorded]], None]
    """The same, and whether it is meant for VIPs."""
    assign: Callable[[DelegateId, BusCode | None, Reply[Recorded]], None]
    """Puts a person on a bus's list, or off every list."""
    unseated: Callable[[RouteId, Reply[tuple[Delegate, ...]]], None]
    """Who chose a route and has no bus."""
    weigh: Callable[[BusCode | None, Sequence[DelegateId], RouteId | None, Reply[MoveForeseen]], None]
    """Arguments: the bus on whose list they stand, None for none; who; the route of which each bus is weighed, None for their own."""
    reseat: Callable[[BusCode | None, Sequence[DelegateId], BusCode, Reply[Reseated]], None]
    """The same, and the bus they are put on; `put_back` takes that back by the fact that it names."""
    put_back: Callable[[FactId, Reply[Recorded]], None]
    ride: Callable[[RideWish, Reply[RideTold]], None]
    """Says something of a person's ride; `unride` takes back what was said last."""
    unride: Callable[[DelegateId, Reply[RideTold]], None]
    fill: Callable[[Meant, Reply[Assigned]], None]
    """Seats everybody who chose a route and has no bus, on that route's buses."""
    plan: Callable[[frozenset[BusCode], HowFar, Reply[Planned]], Stop]
    """Plans all routes; the argument: buses that stay as they are."""
    unplan: Callable[[LogId, Reply[Recorded]], None]


@dataclass(frozen=True, slots=True)
class Overseeing:
    """The whole technical visit at once."""

    board: Callable[[Reply[Board]], None]
    """All buses, and when each door was heard of last."""
    missing: Callable[[BusCode, Reply[MissingList]], None]
    """Who is listed on a bus and not aboard, and all that helps to find them."""
    save_cards: Callable[[BusCode, Path, Reply[Path]], None]
    """Writes a card of half a page for each of those looked for, as PDF."""
    overview: Callable[[Reply[Overview]], None]
    """How the forum stands, for whoever leads it."""
    save_overview: Callable[[Overview, Path, Reply[Sequence[Path]]], None]
    """Writes that into a folder, as PDF with its plots and as a table for each subject."""


@dataclass(frozen=True, slots=True)
class HeadCountActions:
    """Counting a bus, and what comes of it."""

    tallied: Callable[[Reply[Sequence[Tallied]]], None]
    """What every bus comes to; as long as somebody may have to count, nothing in it says how many there are."""
    count: Callable[[BusCode, str, int, Method, Reply[Recorded]], None]
    """Arguments: which bus, who counted, how many, and how."""
    crew: Callable[[BusCode, Mapping[Crew, int], Reply[Recorded]], None]
    release: Callable[[Meant, BusCode, Sequence[DelegateId], str, Reply[Recorded]], None]
    """Arguments: which bus, who is unaccounted for, and why it leaves though it does not tally."""
    release_self: Callable[[Meant, BusCode, Proof, Reply[Recorded]], None]
    """Its coordinator and a second person, whose proof it is."""
    review: Callable[[BusCode, Reply[Recorded]], None]
    come_back: Callable[[BusCode, Reply[Recorded]], None]
    empty: Callable[[BusCode, str, Reply[Recorded]], None]
    """Arguments: which bus, and who walked to its last row."""
    close: Callable[[Meant, BusCode, Reply[Recorded]], None]
    reopen: Callable[[Meant, BusCode, str, Reply[Recorded]], None]


@dataclass(frozen=True, slots=True)
class SwapActions:
    """Another bus takes over from one."""

    look: Callable[[BusCode, Reply[SwapStanding | None]], None]
    """How far it is; None where no other bus takes over."""
    foresee: Callable[[BusCode, BusCode, Reply[SwapStanding]], None]
    """Arguments: the bus that is given up, and the one that takes over."""
    take_over: Callable[[Meant, BusCode, BusCode, Cause, str, Reply[SwapStanding]], None]
    """The same, and why."""
    undo_swap: Callable[[BusCode, Reply[SwapStanding]], None]
    """Until somebody was scanned on the substitute."""


@dataclass(frozen=True, slots=True)
class FleetLists:
    """Lists of buses: read, compared, taken in and back."""

    look_at_fleet: Callable[[Path, str, HowFar, Reply[FleetPreview]], Stop]
    """Arguments: which file, and which of its sheets, empty for the first that fits."""
    take_fleet: Callable[[Meant, FleetPreview, HowFar, Reply[FleetTaken]], Stop]
    last_fleet: Callable[[Reply[LogId | None]], None]
    """The last one that counts; None where there is none."""
    take_fleet_back: Callable[[Meant, LogId, Reply[Recorded]], None]


@dataclass(frozen=True, slots=True)
class BusDayActions:
    """What befalls a bus before its ride and on it."""

    ready: Callable[[BusCode, Reply[Recorded]], None]
    hold_back: Callable[[BusCode, str, Reply[Recorded]], None]
    """Arguments: which bus, and why; opened doors let it go on."""
    cancel: Callable[[Meant, BusCode, str, Reply[Recorded]], None]
    """The same; nobody may be aboard."""
    arrive: Callable[[BusCode, str, Reply[Recorded]], None]
    """Arguments: which bus, and the stop as its route calls it."""
    open_stop: Callable[[BusCode, Reply[Recorded]], None]
    """It stops where nobody planned to, and its doors are opened at once."""
    undo_stop: Callable[[BusCode, Reply[Recorded]], None]
    """It did not come to its last stop, or did not leave it."""
    skip: Callable[[BusCode, str, str, Reply[Recorded]], None]
    """Arguments: which bus, which stop it passes by, and why."""
    restore: Callable[[BusCode, str, Reply[Recorded]], None]


@dataclass(frozen=True, slots=True)
class EmergencyActions:
    """An emergency at a bus; each answers how it stands then."""

    emergency: Callable[[BusCode, Reply[EmergencyStanding]], None]
    """The one that is on, else the last one, else whom a call would freeze."""
    call_emergency: Callable[[Meant, BusCode, str, Reply[EmergencyStanding]], None]
    """Arguments: that it was meant, at which bus, and what happened."""
    mark_person: Callable[[BusCode, str, Condition, str, Reply[EmergencyStanding]], None]
    """Arguments: at which bus, who, how they are, and what else there is to say."""
    end_emergency: Callable[[Meant, BusCode, How, str, Reply[EmergencyStanding]], None]
    save_list: Callable[[BusCode, Path, Reply[Path]], None]
    """Writes the frozen list as PDF, with boxes to tick."""
