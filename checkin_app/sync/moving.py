"""A laptop whose hub is gone goes to another that it may believe, without joining anew: all know who takes part."""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from checkin_app.domain.enrolment import Standing
from checkin_app.domain.invitations import Address
from checkin_app.domain.problems_hub import HubForeign, NotAdmitted
from checkin_app.domain.problems_sync import SyncProblem
from checkin_app.domain.sync.statements import MOST_HUBS, HubStatement, is_believed, leading
from checkin_app.services.opened import OpenedStation
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.joining import at_first
from checkin_app.sync.membership import BY_A_PERSON, Elsewhere, Membership, remember
from checkin_app.sync.statements import StatementBody


def heard_of(station: OpenedStation, membership: Membership, said: Iterable[StatementBody]) -> Membership:
    """Return what is known of hubs, with those that others say they are, as far as they are to be believed."""
    others = {each.pin: each for each in membership.others if _is_followed(station, each)}
    for each in _believed(station, (body.statement() for body in said)):
        if each.pin != membership.pin and each.at >= others.get(each.pin, Elsewhere(b"", ())).at:
            others[each.pin] = Elsewhere(each.pin, each.addresses, each.at, each.station)
    newest = sorted(others.values(), key=lambda there: -there.at)[:MOST_HUBS]
    return replace(membership, others=tuple(newest))


def at_another(
    folder: Path, membership: Membership, station: OpenedStation, found: Callable[[], tuple[Address, ...]]
) -> Membership | None:
    """Return the hub that this laptop goes to, which it remembers from now on; None where no other lets it in.

    Those that it was told of are tried first, then those that the network tells of: each has to prove by its certificate that
    it is the one of which a coordinator's laptop said that it is a hub.
    """
    for each in (each for each in membership.others if _is_followed(station, each)):
        with suppress(SyncProblem):
            return _moved(folder, membership, station, each)
    for address in found():
        with suppress(SyncProblem):
            for said in _believed(station, _stated(address, station)):
                addresses = tuple(dict.fromkeys((address, *said.addresses)))
                there = Elsewhere(said.pin, addresses, said.at, said.station)
                return _moved(folder, membership, station, there)
    return None


def must_be_followed(station: OpenedStation, membership: Membership) -> None:
    """Raise HubForeign where this laptop went to its hub by itself, and that is of a laptop that leads no more."""
    if not _is_followed(station, membership):
        raise HubForeign


def _is_followed(station: OpenedStation, hub: Membership | Elsewhere) -> bool:
    leaders = {each.station for each in leading(station.queries.enrolments())}
    return hub.station == BY_A_PERSON or hub.station in leaders


def _stated(address: Address, station: OpenedStation) -> list[HubStatement]:
    """Return what whoever listens at an address says of itself, where its certificate is the one it names."""
    with closing(HubClient(address, b"", None, station.clock)) as client:
        try:
            said = msgspec.convert(client.look("/v1/hub"), StatementBody).statement()
        except msgspec.ValidationError:
            return []
        return [said] if said.pin == client.pin else []


def _believed(station: OpenedStation, said: Iterable[HubStatement]) -> list[HubStatement]:
    known, own = station.queries.enrolments(), station.station.id
    return [
        each
        for each in said
        if each.station != own and is_believed(each, station.forum.id, known, station.signer.holds)
    ]


def _moved(folder: Path, membership: Membership, station: OpenedStation, there: Elsewhere) -> Membership:
    def ask(client: HubClient) -> Standing:
        return Standing(str(client.ask("/v1/standing").get("standing")))

    standing, address = at_first(there.addresses, there.pin, station.signer, station.clock, ask)
    if standing is not Standing.MEMBER:
        raise NotAdmitted
    moved = membership.moved_to(there).answered_at(address)
    remember(folder, moved)
    return moved
