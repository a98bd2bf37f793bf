"""Who takes part: laptops ask, coordinators let them in and shut them out."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import Recorded
from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.ids import LogId, StationId, Subject, station_id
from checkin_app.domain.kinds.stations import OfStation, StationAdmitted, StationAsked, StationLeft, StationRevoked
from checkin_app.domain.problems_hub import NotACoordinator, StandsSoAlready, UnknownStation
from checkin_app.services.naming import station_name
from checkin_app.services.ports.stations import EnrolmentReads, StationReads
from checkin_app.services.ports.transactions import Opens, Transaction


class EnrolmentUnit(StationReads, EnrolmentReads, Transaction, Protocol):
    """Writes down who takes part."""


@dataclass(frozen=True, slots=True)
class Enrolling:
    """Let laptops in, and shut them out."""

    open_unit: Opens[EnrolmentUnit]

    def ask(self, public_key: bytes, name: str, words: str = "") -> Enrolment:
        """Write down that a laptop showed an invitation here; return how it stands now.

        Raises:
            FieldInvalid: its name cannot be shown.
        """
        station = station_id(public_key)
        called = station_name(name)
        with self.open_unit() as unit:
            known = _known(unit).get(station)
            if known is None or (known.standing, known.words, known.name) != (Standing.ASKING, words, called):
                unit.record(
                    _draft(StationAsked(name=called, public_key=public_key.hex(), station=station, words=words))
                )
                unit.commit()
            return _known(unit)[station]

    def admit(self, station: StationId, name: str = "", role: Role = Role.DESK) -> Recorded:
        """Let a laptop in that asked, or let one that takes part do something else.

        Raises:
            NotACoordinator, UnknownStation, StandsSoAlready, FieldInvalid: nothing was changed.
        """
        with self.open_unit() as unit:
            known = _must_be_known(unit, station)
            called = station_name(name or known.name)
            if known.standing is Standing.REVOKED or (known.standing, known.role, known.name) == (
                Standing.MEMBER,
                role,
                called,
            ):
                raise StandsSoAlready(name=known.name)
            key = known.public_key.hex()
            unit.record(_draft(StationAdmitted(name=called, public_key=key, role=role, station=station)))
            unit.commit()
            return Recorded(unit.changes)

    def revoke(self, station: StationId, reason: str) -> Recorded:
        """Shut a laptop out: what it wrote beyond what is known here counts nowhere from now on.

        Raises:
            NotACoordinator, UnknownStation, StandsSoAlready: nothing was changed.
        """
        with self.open_unit() as unit:
            known = _must_be_known(unit, station)
            if known.standing is Standing.REVOKED or station == unit.station.id:
                raise StandsSoAlready(name=known.name)
            trusted: dict[LogId, int] = dict(unit.heads_of_station(station))
            key = known.public_key.hex()
            unit.record(_draft(StationRevoked(public_key=key, reason=reason.strip(), station=station, trusted=trusted)))
            unit.commit()
            return Recorded(unit.changes)

    def leave(self) -> Recorded:
        """Say that this laptop takes part no more; what it recorded stays."""
        with self.open_unit() as unit:
            own = unit.station
            unit.record(_draft(StationLeft(public_key=own.public_key.hex(), station=own.id)))
            unit.commit()
            return Recorded(unit.changes)


def _known(unit: EnrolmentUnit) -> dict[StationId, Enrolment]:
    return {each.station: each for each in unit.enrolments()}


def _must_be_known(unit: EnrolmentUnit, station: StationId) -> Enrolment:
    known = _known(unit)
    own = known.get(unit.station.id)
    if own is None or own.role is not Role.COORDINATOR or own.standing is not Standing.MEMBER:
        raise NotACoordinator
    if station not in known:
        raise UnknownStation(name=station)
    return known[station]


def _draft(said: OfStation) -> FactDraft:
    return FactDraft(Subject(f"station:{said.station}"), said)
