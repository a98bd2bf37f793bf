"""Laptops that meet: the hub of a station, and the way of one that joins it, put together."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from checkin_app.bootstrap import station as stations
from checkin_app.bootstrap.hosted import Hosted
from checkin_app.bootstrap.phone_words import say
from checkin_app.bootstrap.station import Opened
from checkin_app.cli.parts import HubWish, Joined, JoinWish, Serving, TakenOver
from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.details import HubFault
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.invitations import Address, Invitation, Shown, parse_address, parse_invitation, parse_short
from checkin_app.domain.phones import PhoneCode
from checkin_app.domain.problems_hub import ForumDiffers, HubNotReached, InvitationInvalid, NotJoined, PortTaken
from checkin_app.domain.sync.coming import Coming, ToldComing, untold_coming
from checkin_app.services.conversing import Met
from checkin_app.services.opened import OpenedStation
from checkin_app.sync import finding, joining
from checkin_app.sync.hosting import EVERYWHERE, Host, HostedHub, invite_to, phone_code_of, sign_ins_of
from checkin_app.sync.joining import Invited, Paired
from checkin_app.sync.membership import Membership, membership_in, remember
from checkin_app.sync.network import Network
from checkin_app.sync.phones.sign_ins import SignIns
from checkin_app.sync.server import PORT
from checkin_app.sync.visit import Around
from db.log.stamps import now


@contextlib.contextmanager
def serving(folder: Path, wish: HubWish, paired: Callable[[str], None]) -> Iterator[Serving]:
    """Be the hub of the station in `folder`, or one of its processes, until the block ends.

    Raises:
        PortTaken, StorageProblem: it cannot be.
    """
    address = parse_address(wish.listen, PORT, least=0) if wish.listen else EVERYWHERE
    if address is None:
        raise PortTaken(address=wish.listen, detail=HubFault.NO_ADDRESS)
    with _opened(folder) as whole, _answering(whole, wish.database) as station:
        hub = HostedHub(replace(_host(folder, whole, paired), station=station), address)
        try:
            yield hub
        finally:
            hub.close()


def invite(folder: Path) -> Shown:
    """Return an invitation to the hub that another process serves in `folder`.

    Raises:
        HubNotReached: none does.
    """
    with _opened(folder) as whole:
        shown = invite_to(_host(folder, whole, lambda _words: None))
    if shown is None:
        raise HubNotReached(addresses=str(folder))
    return shown


def hub_of(hosted: Hosted, port: int, paired: Callable[[str], None]) -> HostedHub:
    """Return the hub of a station that is open; it serves until it is closed.

    Raises:
        PortTaken, StorageProblem: it cannot be.
    """
    host = _host(hosted.folder, hosted.whole, paired)
    station = replace(host.station, merging=replace(host.station.merging, told=hosted.came))
    told = replace(host, station=station, asked=lambda: hosted.came(frozenset({Changed.STATIONS})))
    return HostedHub(told, replace(EVERYWHERE, port=port))


def invitation_of(hosted: Hosted) -> Shown | None:
    """Return an invitation to the hub that another process serves in the folder of a station that is open."""
    return invite_to(_host(hosted.folder, hosted.whole, lambda _words: None))


def phone_code_for(hosted: Hosted) -> PhoneCode | None:
    """Return a code for one phone at the hub that another process serves in the folder of a station that is open."""
    return phone_code_of(_host(hosted.folder, hosted.whole, lambda _words: None), 1)


def phone_code(folder: Path, phones: int) -> PhoneCode:
    """Return a code that signs so many phones in at the hub that another process serves in `folder`.

    Raises:
        HubNotReached: none does.
    """
    with _opened(folder) as whole:
        shown = phone_code_of(_host(folder, whole, lambda _words: None), phones)
    if shown is None:
        raise HubNotReached(addresses=str(folder))
    return shown


def phones(folder: Path) -> SignIns:
    """Return the phones that are signed in at the hub in `folder`, whether it runs or not."""
    return sign_ins_of(folder, now)


def join(folder: Path, wish: JoinWish) -> Joined:
    """Take a laptop one step further on its way to the others; asked again, it goes on where it was.

    Raises:
        SyncProblem, StorageProblem, ForumFileInvalid: it goes no further now.
    """
    if wish.code:
        _accept(folder, wish)
    membership = membership_in(folder)
    if membership is None or not stations.exists(folder):
        raise NotJoined
    membership = replace(membership, addresses=(*_typed(wish.hub), *membership.addresses))
    with stations.open_station(folder) as station:
        found = partial(finding.heard_of, membership.pin)
        standing, _ = joining.at_hints(
            membership, found, partial(_asked, folder, station, wish.name or station.station.name)
        )
        return Joined(station.station.id, station.station.name, standing)


def pair(short: str, hub: str = "") -> Paired:
    """Return what a short code stands for, at the hub whose address was typed or that the network tells of.

    Raises:
        InvitationInvalid, SyncProblem: no hub takes it.
    """
    code = parse_short(short)
    if not code:
        raise InvitationInvalid
    typed = _typed(hub)
    places = typed or finding.heard_of(b"")
    if not places:
        raise HubNotReached(addresses=hub or HubFault.UNSEEN)
    return joining.by_short_code(places, code, now)


def meet(folder: Path) -> Met:
    """Meet the hub once.

    Raises:
        SyncProblem, StorageProblem: it cannot be met.
    """
    with _opened(folder) as whole:
        return Network(_around(folder, whole), _raised).meet_once()


def take_over(folder: Path, told: ToldComing = untold_coming) -> TakenOver:
    """Let a laptop at which nobody works yet come to all that the hub knows; what came stays, wherever it is broken off.

    Raises:
        SyncProblem, StorageProblem: it cannot be met, or no longer.
    """
    here = Coming()

    def come(coming: Coming) -> None:
        nonlocal here
        here = coming
        told(here)

    with _opened(folder) as whole, whole.store.turns.alone():
        whole.store.log.counting = lambda left: come(here.counting(left))
        network = Network(replace(_around(folder, whole), coming=come), _raised)
        met = network.meet_once()
        return TakenOver(met, network.status())


@contextlib.contextmanager
def staying(folder: Path, changed: Callable[[ChangeSet], None]) -> Iterator[Network]:
    """Stay with the hub until the block ends."""
    with _opened(folder) as whole:
        network = Network(_around(folder, whole, changed), _raised)
        network.start()
        try:
            yield network
        finally:
            network.close()


def network_of(
    folder: Path,
    whole: Opened,
    changed: Callable[[ChangeSet], None],
    report: Callable[[BaseException], object],
) -> Network:
    """Return the network lane of a station that is open; it is not started."""
    return Network(_around(folder, whole, changed), report)


def _accept(folder: Path, wish: JoinWish) -> None:
    """Remember the hub of an invitation, and make the station where there is none."""
    invited, membership = _looked_at(_invitation(wish))
    if stations.exists(folder):
        with stations.open_station(folder) as station:
            if station.forum.id != invited.forum:
                raise ForumDiffers(forum=invited.forum)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    remember(folder, membership)
    if not stations.exists(folder):
        stations.joining_station(folder, invited.file, wish.name, wish.passphrase)


def _invitation(wish: JoinWish) -> Invitation:
    if invitation := parse_invitation(wish.code):
        return replace(invitation, addresses=(*_typed(wish.hub), *invitation.addresses))
    return pair(wish.code, wish.hub).agreed(wish.compare())


def _looked_at(invitation: Invitation) -> tuple[Invited, Membership]:
    """Look at an invitation where it says that the hub is, then where the network says that one of its certificate is."""
    return joining.at_hints(
        invitation, partial(finding.heard_of, invitation.pin), lambda known: joining.look_at(known, now)
    )


def _asked(folder: Path, station: OpenedStation, name: str, membership: Membership) -> tuple[Standing, Membership]:
    return joining.ask_to_join(folder, membership, station, name)


def _typed(hub: str) -> tuple[Address, ...]:
    """Return the address that was typed, if any.

    Raises:
        HubNotReached: it is none.
    """
    if not hub.strip():
        return ()
    found = parse_address(hub, PORT)
    if found is None:
        raise HubNotReached(addresses=hub)
    return (found,)


def _raised(error: BaseException) -> None:
    raise error


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[Opened]:
    whole = stations.opened(folder)
    try:
        yield whole
    finally:
        whole.store.close()


@contextlib.contextmanager
def _answering(whole: Opened, database: str) -> Iterator[OpenedStation]:
    """Yield the station as laptops are answered by it: from its own store, or from the database that is shared."""
    if not database:
        yield whole.station
        return
    from checkin_app.bootstrap.shared_hub import sharing

    with sharing(whole, database) as station:
        yield station


def _host(folder: Path, whole: Opened, paired: Callable[[str], None]) -> Host:
    return Host(folder, whole.station, whole.store.newest, whole.store.keys.database_key, paired, say)


def _around(folder: Path, whole: Opened, changed: Callable[[ChangeSet], None] = lambda _changes: None) -> Around:
    return Around(folder, whole.station, whole.store.newest, finding.heard_of, changed)
