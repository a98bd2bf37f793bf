"""A laptop joins: shown an invitation, it makes its own store of the hub's forum, and asks to be let in.

Each step is written down before the next, so that one that was broken off goes on where it was.
"""

import base64
import secrets
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from checkin_app.domain.comparing import NONCE_BYTES, Spoken, commitment, said, words_of
from checkin_app.domain.details import HubFault
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import ForumId, Instant
from checkin_app.domain.invitations import CODE_BYTES, Address, Invitation
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import (
    ForumDiffers,
    HubNotReached,
    HubRefused,
    KeptApart,
    NobodyListens,
    NotJoined,
    OnlyHeardOf,
    WordsDiffer,
)
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.signing import BadgeSigner
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.membership import Membership, remember

T = TypeVar("T")
K = TypeVar("K", Invitation, Membership)
Clock = Callable[[], Instant]


@dataclass(frozen=True, slots=True)
class Invited:
    """The forum that an invitation is to."""

    forum: ForumId
    file: bytes


@dataclass(frozen=True, slots=True)
class Paired:
    """What a short code stands for: good only where people see the same words on both laptops."""

    invitation: Invitation
    words: tuple[Spoken, ...]

    def agreed(self, read: str) -> Invitation:
        """Return the invitation, where the words that were read from the hub’s screen are these.

        Raises:
            WordsDiffer: another certificate answered here than the hub has.
        """
        if read.split() != said(self.words).split():
            raise WordsDiffer
        return self.invitation


def by_short_code(addresses: Sequence[Address], short: str, clock: Clock) -> Paired:
    """Return the invitation that a typed code stands for, and the words to compare before it is used.

    Raises:
        SyncProblem: no hub is reached, or none takes it.
    """
    worse: Problem | None = None
    for address in addresses:
        try:
            return _paired(address, short, clock)
        except HubNotReached as unreached:
            worse = worse or unreached
        except Problem as problem:
            worse = problem
    raise worse or HubNotReached(addresses=", ".join(map(str, addresses)))


def _paired(address: Address, short: str, clock: Clock) -> Paired:
    opening = secrets.token_bytes(NONCE_BYTES)
    with closing(HubClient(address, b"", None, clock)) as client:
        bound = {"short": short, "commitment": commitment(opening).hex()}
        answer = _bytes(client.ask("/v1/pair", bound, sign=False).get("answer"), NONCE_BYTES)
        revealed = client.ask("/v1/reveal", {"short": short, "opening": opening.hex()}, sign=False)
        invitation = Invitation((address,), client.pin, ForumId(""), _bytes(revealed.get("code"), CODE_BYTES))
        return Paired(invitation, words_of(client.pin, opening, answer))


def look_at(invitation: Invitation, clock: Clock) -> tuple[Invited, Membership]:
    """Return what an invitation is to, and what to remember of its hub.

    Raises:
        SyncProblem: the hub is not reached, or it is spent.
    """

    def ask(client: HubClient) -> Invited:
        answer = client.ask("/v1/invited", {"code": invitation.code.hex()}, sign=False)
        try:
            return Invited(ForumId(str(answer["forum"])), base64.b64decode(str(answer["file"]), validate=True))
        except (KeyError, ValueError) as error:
            raise HubRefused(detail=HubFault.NO_HUB) from error

    invited, address = at_first(invitation.addresses, invitation.pin, None, clock, ask)
    if invitation.forum and invited.forum != invitation.forum:
        raise ForumDiffers(forum=invited.forum)
    return invited, Membership(invitation.pin, invitation.addresses, invitation.code).answered_at(address)


def ask_to_join(folder: Path, membership: Membership, station: OpenedStation, name: str) -> tuple[Standing, Membership]:
    """Ask to be let in, or how the asking stands; return that, and what to remember.

    Raises:
        SyncProblem: the hub is not reached, or refuses.
    """

    def ask(client: HubClient) -> Standing:
        try:
            standing = Standing(str(client.ask("/v1/standing").get("standing")))
        except NotJoined:
            standing = Standing.LEFT
        if standing is not Standing.LEFT:
            return standing
        if not membership.code:
            raise NotJoined
        answer = client.ask("/v1/enrol", {"code": membership.code.hex(), "name": name})
        return Standing(str(answer.get("standing")))

    standing, address = at_first(membership.addresses, membership.pin, station.signer, station.clock, ask)
    known = replace(membership.answered_at(address), code=b"")
    remember(folder, known)
    return standing, known


def at_first(
    addresses: Sequence[Address], pin: bytes, signer: BadgeSigner | None, clock: Clock, ask: Callable[[HubClient], T]
) -> tuple[T, Address]:
    """Return what the first address gives at which the hub answers, and which that is.

    Raises:
        HubNotReached: it answers at none; a hub that refuses, or is another one, where none is better.
    """
    worse: Problem | None = None
    unreached: set[type[HubNotReached]] = set()
    for address in addresses:
        with closing(HubClient(address, pin, signer, clock)) as client:
            try:
                return ask(client), address
            except HubNotReached as each:
                unreached.add(type(each))
            except Problem as problem:
                worse = worse or problem
    telling = next((each for each in (KeptApart, NobodyListens) if each in unreached), HubNotReached)
    raise worse or telling(addresses=", ".join(map(str, addresses)))


def at_hints(known: K, found: Callable[[], tuple[Address, ...]], ask: Callable[[K], T]) -> T:
    """Return what the hub answers at the addresses known, else where the network tells that one is.

    A hint vouches for nothing: whoever answers there has to prove to be the hub by its certificate, as anywhere.

    Raises:
        OnlyHeardOf: the network tells of it, and lets nothing through to it.
        HubNotReached: it answers nowhere; a hub that refuses, or is another one, where none is better.
    """
    try:
        return ask(known)
    except HubNotReached:
        hinted: tuple[Address, ...] = found()
        if not hinted:
            raise
    try:
        return ask(replace(known, addresses=(*hinted, *known.addresses)))
    except NobodyListens:
        raise
    except HubNotReached as unreached:
        raise OnlyHeardOf(addresses=", ".join(map(str, hinted))) from unreached


def _bytes(text: object, size: int) -> bytes:
    try:
        found = bytes.fromhex(str(text))
    except ValueError:
        found = b""
    if len(found) != size:
        raise HubRefused(detail=HubFault.NO_HUB)
    return found
