"""What a hub answers, one request at a time: whose it is, whether they may, and what is so; nothing of HTTP but its words."""

import base64
import contextlib
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.invitations import MOST_ADDRESSES, Address
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import FieldInvalid
from checkin_app.domain.problems_hub import InvitationSpent, WordsDiffer
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import LONGEST, Answer, Batch, Request
from checkin_app.domain.sync.statements import HubStatement
from checkin_app.domain.sync.status import HEARD_MS
from checkin_app.services.merging import bundle_of
from checkin_app.services.opened import OpenedStation
from checkin_app.services.responding import respond
from checkin_app.sync.doors import Doors
from checkin_app.sync.limits import Limit
from checkin_app.sync.reports import ReportAnswer, ReportBody, Reporting
from checkin_app.sync.signed import Asked, Proofs, Proven, Unproven, named_in

#: Bytes of a request that only asks to be let in.
SHORT_BODY = 4096
T = TypeVar("T")
_Code = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
_Short = Annotated[str, Meta(pattern=r"\A[A-Z2-9]{10}\Z")]
_Digest = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]

#: What is said of a request that is not proven; the rest of the world learns no more.
_UNPROVEN: Mapping[str, str] = {
    "unsigned": "The request is not signed.",
    "malformed": "The signature is none.",
    "clock": "The request is not of this minute; ask for the time first.",
    "signature": "The signature does not hold.",
    "replayed": "The request was made before.",
}


class Refusal(Exception):  # noqa: N818 - an answer, no fault of ours
    """A request that is refused, with a sentence."""

    def __init__(self, status: int, key: str, detail: str) -> None:
        super().__init__(key)
        self.status, self.key, self.detail = status, key, detail


@dataclass(frozen=True, slots=True)
class Got:
    """One request as it came."""

    asked: Asked
    headers: Mapping[str, str]
    address: str


class PairBody(msgspec.Struct):
    """A short code was typed; its laptop is bound to a number."""

    short: _Short
    commitment: _Digest


class RevealBody(msgspec.Struct):
    """The number that the laptop is bound to."""

    short: _Short
    opening: _Code


class InvitedBody(msgspec.Struct):
    """The code of an invitation."""

    code: _Code


class EnrolBody(msgspec.Struct):
    """The code of an invitation, and what the laptop is called."""

    code: _Code
    name: Annotated[str, Meta(min_length=1, max_length=200)]


@dataclass(slots=True)
class Counts:
    """What became of requests since the start."""

    answered: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    gate: threading.Lock = field(default_factory=threading.Lock)


def _untold() -> None:
    """Tell nobody: who waits is seen by whoever looks."""


@dataclass(frozen=True, slots=True)
class Tells:
    """What whoever sits at the hub is told."""

    paired: Callable[[str], None]
    """Shows the words that people compare."""
    asked: Callable[[], None] = _untold
    """Shows that somebody asks to be let in."""


class HubDesk:
    """Answers for one station that is the hub; used by several threads at once."""

    def __init__(self, station: OpenedStation, doors: Doors, reporting: Reporting, pin: bytes, tells: Tells) -> None:
        """Open the desk.

        Args:
            station: the hub's own.
            doors: its invitations.
            reporting: takes what laptops tell of themselves.
            pin: of its certificate.
            tells: shows what concerns people here.
        """
        self.station, self._doors, self.reporting = station, doors, reporting
        self.pin, self._tells = pin, tells
        self.reached_at: Callable[[], Sequence[Address]] = tuple
        """Where others reach it: known once it listens."""
        self._said: HubStatement | None = None
        self._proofs = Proofs(pin)
        #: Whoever tries codes: few a minute from one address.  A station: as many as sixty scans a second and more.
        self._tries, self._work = Limit(20, 0.5), Limit(400, 200)
        #: Whoever is not in may ask for it again and again, but not fill what is remembered of requests.
        self._waits = Limit(200, 20)
        self.counts = Counts()
        self.heard: dict[StationId, Instant] = {}
        """When each station asked last."""

    def now(self) -> Instant:
        return self.station.clock()

    def statement(self) -> HubStatement:
        """Return what this hub says of itself, to anybody; signed anew only where it is reached elsewhere than before."""
        addresses = tuple(self.reached_at())[:MOST_ADDRESSES]
        said, signer = self._said, self.station.signer
        if said is None or said.addresses != addresses:
            said = HubStatement(self.station.forum.id, self.pin, addresses, self.now(), signer.public_key)
            said = self._said = replace(said, signature=signer.sign(said.signed_bytes()))
        return said

    # ---- whoever is not let in yet

    def pair(self, got: Got) -> Mapping[str, str]:
        self._may_try(got)
        said = _read(got, PairBody)
        try:
            return {"answer": self._doors.pair(said.short, bytes.fromhex(said.commitment)).hex()}
        except InvitationSpent as spent:
            raise _refusal(403, spent) from spent

    def reveal(self, got: Got) -> Mapping[str, str]:
        self._may_try(got)
        said = _read(got, RevealBody)
        try:
            code, words = self._doors.reveal(said.short, bytes.fromhex(said.opening), self.pin)
        except (InvitationSpent, WordsDiffer) as spent:
            raise _refusal(403, spent) from spent
        self._tells.paired(words)
        return {"code": code.hex(), "words": words}

    def invited(self, got: Got) -> Mapping[str, str]:
        """Return the forum's file to whoever has an invitation: a laptop makes its own store of it before it asks."""
        self._may_try(got)
        if not self._doors.holds(bytes.fromhex(_read(got, InvitedBody).code)):
            raise _refusal(403, InvitationSpent())
        file = base64.b64encode(self.station.queries.forum_file()).decode()
        return {"forum": self.station.forum.id, "file": file}

    def enrol(self, got: Got) -> Mapping[str, str]:
        self._may_try(got)
        proven = self._proven(got)
        said = _read(got, EnrolBody)
        known = self._of(proven.station)
        if known is None or known.standing is Standing.LEFT:
            try:
                words = self._doors.use(bytes.fromhex(said.code), proven.public_key)
                known = self.station.enrolling.ask(proven.public_key, said.name, words)
                self._tells.asked()
            except InvitationSpent as spent:
                raise _refusal(403, spent) from spent
            except FieldInvalid as invalid:
                raise _refusal(422, invalid) from invalid
        return _standing(known)

    def standing(self, got: Got) -> Mapping[str, str | int]:
        """Return how whoever asks stands, also to those who wait, and how many others are here."""
        if not self._is_named_as_member(got) and not self._waits.allows(got.address, self.now()):
            raise Refusal(429, "too_many", "Too many requests at once.")
        proven = self._proven(got)
        known = self._of(proven.station)
        if known is None:
            raise Refusal(403, "unknown", "No laptop with this key takes part or has asked to.")
        if known.standing is Standing.MEMBER:
            self.heard[proven.station] = self.now()
        return {**_standing(known), "heard": self.heard_lately(besides=proven.station)}

    # ---- whoever takes part

    def member(self, got: Got) -> Enrolment:
        """Return whose request it is, of those who take part.

        Raises:
            Refusal: they may not.
        """
        proven = self._proven(got)
        known = self._must_take_part(proven.station)
        if not self._work.allows(proven.station, self.now()):
            raise Refusal(429, "too_many", "Too many requests at once.")
        self.heard[proven.station] = self.now()
        return known

    def may_send_much(self, headers: Mapping[str, str]) -> StationId:
        """Let nobody fill the hub's memory who does not even name themselves as one of those who take part.

        Returns:
            Whom they name: whether they are is proven only by the whole of what they send.

        Raises:
            Refusal: they do not.
        """
        try:
            station = named_in(headers)
        except Unproven as unproven:
            raise Refusal(401, unproven.why, _UNPROVEN[unproven.why]) from unproven
        return self._must_take_part(station).station

    def takes_part(self, station: StationId) -> bool:
        known = self._of(station)
        return known is not None and known.standing is Standing.MEMBER

    def count(self, path: str, refused: str = "") -> None:
        """Count an answer, of whatever kind."""
        with self.counts.gate:
            self.counts.answered[path] += 1
            if refused:
                self.counts.refused[refused] += 1

    def asked(self, got: Got) -> Request:
        """Return what whoever takes part asks, or brings."""
        self.member(got)
        try:
            return wire.request_of(got.asked.body)
        except MessageUnfit as unfit:
            raise _refusal(422, unfit) from unfit

    def answer(self, request: Request) -> bytes:
        return wire.encoded(respond(self.station.merging, request))

    def take(self, batch: Batch) -> Sequence[Answer]:
        """Take in what was brought; it is stored when this returns."""
        return self.station.merging.take(bundle_of(batch)).answers

    def keys(self, got: Got) -> Mapping[str, str]:
        """Return the keys that this hub vouches for: a desk's is vouched for by the fact that lets it in."""
        self.member(got)
        desks = {each.station for each in self.station.queries.enrolments() if each.role is Role.DESK}
        known = self.station.merging.log.station_keys()
        return {station: key.hex() for station, key in known.items() if station not in desks}

    def report(self, got: Got) -> ReportAnswer:
        """Take what a laptop tells of itself; return how the others stand."""
        who = self.member(got)
        return self.reporting.report(who.station, _read(got, ReportBody), dict(self.heard), self.now())

    def metrics(self, got: Got) -> str:
        """Return figures as Prometheus reads them: to a coordinator's laptop, or to a program on this one."""
        if got.address not in {"127.0.0.1", "::1"} and self.member(got).role is not Role.COORDINATOR:
            raise Refusal(403, "role", "Only a coordinator’s laptop may ask that.")
        health = self.station.queries.health()
        lines = [f"checkin_facts {health.facts}", f"checkin_stations_heard {self.heard_lately()}"]
        with self.counts.gate:
            lines += [
                f'checkin_requests_total{{path="{name}"}} {n}' for name, n in sorted(self.counts.answered.items())
            ]
            lines += [f'checkin_refused_total{{why="{name}"}} {n}' for name, n in sorted(self.counts.refused.items())]
        return "\n".join(lines) + "\n"

    def heard_lately(self, besides: StationId | None = None) -> int:
        now = self.now()
        return sum(now - at < HEARD_MS for station, at in tuple(self.heard.items()) if station != besides)

    def _proven(self, got: Got) -> Proven:
        try:
            return self._proofs.prove(got.asked, got.headers, self.now())
        except Unproven as unproven:
            raise Refusal(401, unproven.why, _UNPROVEN[unproven.why]) from unproven

    def _may_try(self, got: Got) -> None:
        if not self._tries.allows(got.address, self.now()):
            raise Refusal(429, "too_many", "Too many tries; wait a minute.")

    def _is_named_as_member(self, got: Got) -> bool:
        with contextlib.suppress(Unproven):
            return self.takes_part(named_in(got.headers))
        return False

    def _must_take_part(self, station: StationId) -> Enrolment:
        known = self._of(station)
        if known is None:
            raise Refusal(403, "unknown", "No laptop with this key takes part or has asked to.")
        if known.standing is not Standing.MEMBER:
            raise Refusal(403, known.standing.value, "This laptop does not take part.")
        return known

    def _of(self, station: StationId) -> Enrolment | None:
        """Return how a station stands now, so that who is shut out is so at once."""
        return next((each for each in self.station.queries.enrolments() if each.station == station), None)


def most_of(path: str) -> int:
    """Return how many bytes the body of a request may have."""
    return LONGEST if path == "/v1/exchange" else SHORT_BODY


def _standing(known: Enrolment) -> Mapping[str, str]:
    return {"standing": known.standing.value, "name": known.name, "role": known.role.value, "words": known.words}


def not_stored(problem: Problem) -> Refusal:
    """Return what is said where the store cannot be used, such as on a full disk: whatever came is offered again."""
    return _refusal(507, problem)


def _refusal(status: int, problem: Problem) -> Refusal:
    return Refusal(status, problem.key, problem.sentence.format(**problem.details))


def _read(got: Got, form: type[T]) -> T:
    try:
        return msgspec.json.decode(got.asked.body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal(422, "malformed", "That is nothing this hub understands.") from error
