"""What everybody asks who moves a bus: is it known, may it come into that state, and why."""

from checkin_app.domain.buses import Bus, BusRecord, BusState, may_follow
from checkin_app.domain.canonical import canonical
from checkin_app.domain.details import Entry, Expected, Found
from checkin_app.domain.ids import BusCode, Digest
from checkin_app.domain.problems import BusAlready, BusCannotBecome, FieldInvalid, UnknownBus
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.transactions import Keeping

#: As long as why a bus leaves, stays, or is opened again, is said in a few words.
LONGEST_REASON = 400


def known_bus(unit: BusReads, code: BusCode) -> tuple[BusRecord, Bus]:
    """Return a bus with the facts that moved it.

    Raises:
        UnknownBus: there is no such bus.
    """
    record = unit.bus_record(code)
    if record.bus is None:
        raise UnknownBus(name=code)
    return record, record.bus


def leading_to(unit: BusReads, code: BusCode, wanted: BusState, but: BusState | None = None) -> tuple[BusRecord, Bus]:
    """Return a bus that may come into a state; from `but` another way leads there.

    Raises:
        UnknownBus, BusAlready, BusCannotBecome: it is not there, there already, or may not.
    """
    record, bus = known_bus(unit, code)
    if bus.state is wanted:
        raise BusAlready(bus=code, state=wanted)
    if bus.state is but or not may_follow(bus.state, wanted):
        raise BusCannotBecome(bus=code, state=bus.state, wanted=wanted)
    return record, bus


def reason_kept(unit: Keeping, reason: str) -> Digest:
    """Keep why something is done with a bus.

    Raises:
        FieldInvalid: it is empty, or too long.
    """
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        value = Found.CHARACTERS.of(length=len(why)) if why else Found.EMPTY
        raise FieldInvalid(field=Entry.REASON, value=value, expected=Expected.WHY)
    return unit.keep(canonical({"reason": why}))
