"""What a laptop asks of a hub: over TLS to the one certificate it was shown, every request signed."""

import contextlib
import errno
import socket
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import msgspec

from checkin_app.domain.details import HubFault
from checkin_app.domain.ids import Instant
from checkin_app.domain.invitations import Address
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_hub import (
    HubForeign,
    HubNotReached,
    HubRefused,
    InvitationSpent,
    KeptApart,
    NobodyListens,
    NotAdmitted,
    NotJoined,
    ShutOut,
    WordsDiffer,
)
from checkin_app.domain.sync.messages import LONGEST
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.services.ports.signing import BadgeSigner
from checkin_app.sync.finding import is_near
from checkin_app.sync.pinned import PinnedContext, pinned_context
from checkin_app.sync.signed import Asked, signed

_TIMEOUT = httpx2.Timeout(10.0, connect=5.0)
#: A stream says every five seconds that it is there.
_QUIET = 16.0
#: The sample of least delay of so many is kept: the others met with queues on their way.
_SAMPLES = 8
#: What systems say when no card answers for an address; Windows has numbers of its own (WSAEHOSTUNREACH, WSAEHOSTDOWN).
_UNHEARD = frozenset({errno.EHOSTUNREACH, errno.EHOSTDOWN, 10064, 10065})
#: A card answers that nothing listens there (WSAECONNREFUSED).
_REFUSED = frozenset({errno.ECONNREFUSED, 10061})
_JSON = {"content-type": "application/json"}
_BYTES = {"content-type": "application/octet-stream"}
#: What the hub's keys mean here.
_MEANT: Mapping[str, Callable[[], Problem]] = {
    "invitation_spent": InvitationSpent,
    "words_differ": WordsDiffer,
    "asking": NotAdmitted,
    "unknown": NotJoined,
    "left": NotJoined,
    "revoked": ShutOut,
}
_FAULTS: Mapping[int, HubFault] = {
    401: HubFault.NOT_BELIEVED,
    403: HubFault.ROLE,
    413: HubFault.TOO_LARGE,
    422: HubFault.UNFIT,
    429: HubFault.BUSY,
    503: HubFault.BUSY,
    507: HubFault.CANNOT_STORE,
}


@dataclass(slots=True)
class HubClock:
    """The hub's clock as it is seen from here, by four stamps: the true one lies within half a delay of it."""

    best: ClockOffset | None = None
    _samples: list[ClockOffset] = field(default_factory=list)

    def note(self, sent: int, received: int, answered: int, back: int) -> None:
        delay = max(0, (back - sent) - (answered - received))
        offset = ((received - sent) + (answered - back)) // 2
        self._samples = [*self._samples, ClockOffset(offset, delay // 2 + 1)][-_SAMPLES:]
        self.best = min(self._samples, key=lambda each: each.within)

    def forget(self) -> None:
        """Begin anew: one of the clocks was set."""
        self._samples, self.best = [], None


class HubClient:
    """One hub at one address; used by one thread at a time, but for `stop`."""

    def __init__(self, address: Address, pin: bytes, signer: BadgeSigner | None, clock: Callable[[], Instant]) -> None:
        """Make ready; nothing is sent yet.

        Args:
            address: where it listens.
            pin: of its certificate; empty where people are to compare words.
            signer: signs what is asked; None for a laptop that has no key yet.
            clock: this laptop's.
        """
        self.address, self._signer, self._clock = address, signer, clock
        self.pin = pin
        self._context: PinnedContext = pinned_context(pin, None if pin else self._saw)
        self.clock = HubClock()
        self._http = httpx2.Client(
            base_url=f"https://{address}", verify=self._context, trust_env=False, timeout=_TIMEOUT,
            follow_redirects=False, limits=httpx2.Limits(max_connections=4),
        )  # fmt: skip
        self._streaming: httpx2.Response | None = None
        self._stopped = False

    def close(self) -> None:
        self._http.close()

    def stop(self) -> None:
        """End what is listened to, from another thread."""
        self._stopped = True
        response = self._streaming
        stream = response.extensions.get("network_stream") if response else None
        connection = stream.get_extra_info("socket") if stream else None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _saw(self, pin: bytes) -> None:
        """Take the first certificate met for the one that people's words are to prove, and no other after it."""
        self.pin = self.pin or pin
        if pin != self.pin:
            self._context.seen, self._context.pin = None, self.pin
            self._context.must_be(pin)

    # ---- asking

    def look_at_clock(self) -> None:
        """Compare the clocks once."""
        sent = self._clock()
        said = msgspec.json.decode(self._sent("GET", "/v1/time", b"", {}).content)
        self.clock.note(sent, int(said["received"]), int(said["answered"]), self._clock())

    def ask(self, path: str, body: object = None, *, sign: bool = True) -> Mapping[str, Any]:
        """Return what is answered to a JSON object, or to what is one when it is written down."""
        response = self._posted(path, msgspec.json.encode(body or {}), _JSON, sign=sign)
        return _object(response.content)

    def look(self, path: str) -> Mapping[str, Any]:
        """Return what anybody may see."""
        return _object(self._sent("GET", path, b"", {}).content)

    def say(self, message: bytes) -> bytes:
        """Return the answer to one message of an exchange."""
        return self._posted("/v1/exchange", message, _BYTES, sign=True).content

    def events(self) -> Iterator[bytes | None]:
        """Yield what comes down the stream; None where the hub only says that it is there.

        Ends where the hub ends it, or `stop` does.

        Raises:
            SyncProblem: it cannot be had, or broke off.
        """
        timeout = httpx2.Timeout(_QUIET, connect=3.0)
        headers = self._signed("GET", "/v1/stream", b"")
        with self._trouble():
            request = self._http.build_request("GET", "/v1/stream", headers=headers, timeout=timeout)
            response = self._http.send(request, stream=True)
        try:
            self._streaming = response
            if response.status_code != 200:
                with self._trouble():
                    raise self._refusal(response.status_code, response.read())
            with self._trouble():
                yield from self._lines(response)
        finally:
            self._streaming = None
            response.close()

    def news(self, name: str) -> Sequence[bytes]:
        """Return what came since this was asked last under the same name, once there is any."""
        target = f"/v1/news?after={name}"
        timeout = httpx2.Timeout(30.0, connect=3.0)
        headers = self._signed("GET", target, b"")
        with self._trouble():
            response = self._http.get(target, headers=headers, timeout=timeout)
        self._must_be_well(response)
        return [each for line in response.content.splitlines() if (each := _event(line))]

    # ---- how it is sent

    def _lines(self, response: httpx2.Response) -> Iterator[bytes | None]:
        rest = b""
        for part in response.iter_raw():
            *lines, rest = (rest + part).split(b"\n")
            if len(rest) > 2 * LONGEST:
                raise HubRefused(detail=HubFault.NO_HUB)
            for line in lines:
                if line.startswith((b"data: ", b": ")):
                    yield _event(line)

    def _posted(self, path: str, body: bytes, kind: Mapping[str, str], *, sign: bool) -> httpx2.Response:
        try:
            return self._sent("POST", path, body, {**kind, **(self._signed("POST", path, body) if sign else {})})
        except HubRefused:
            if self.clock.best or not sign:
                raise
            # One of the clocks was set since they were compared.
            return self._sent("POST", path, body, {**kind, **self._signed("POST", path, body)})

    def _sent(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> httpx2.Response:
        with self._trouble():
            response = self._http.request(method, path, content=body or None, headers=headers)
        self._must_be_well(response)
        return response

    def _signed(self, method: str, target: str, body: bytes) -> Mapping[str, str]:
        if self._signer is None:
            return {}
        if self.clock.best is None:
            self.look_at_clock()
        ahead = self.clock.best.milliseconds if self.clock.best else 0
        return signed(Asked(method, target, body), self.pin, self._signer, Instant(self._clock() + ahead))

    def _must_be_well(self, response: httpx2.Response) -> None:
        if response.status_code != 200:
            raise self._refusal(response.status_code, response.content)

    def _refusal(self, status: int, content: bytes) -> Exception:
        said = _object(content)
        key = str(said.get("refused", ""))
        if key == "clock":
            self.clock.forget()
            return HubRefused(detail=HubFault.NOT_BELIEVED)
        if key in _MEANT:
            return _MEANT[key]()
        return HubRefused(detail=_FAULTS.get(status) or HubFault.OTHERWISE.of(status=status))

    @contextlib.contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except (httpx2.HTTPError, httpx2.StreamError, OSError) as error:
            if self._context.mismatched:
                self._context.mismatched = False
                raise HubForeign(address=str(self.address)) from error
            raise self._unreached(error)(addresses=str(self.address)) from error

    def _unreached(self, error: BaseException) -> type[HubNotReached]:
        if _is_one_of(error, _REFUSED):
            return NobodyListens
        return KeptApart if _is_one_of(error, _UNHEARD) and is_near(self.address) else HubNotReached


def _is_one_of(error: BaseException | None, numbers: Collection[int]) -> bool:
    """Return whether it comes of what the system said by one of some numbers."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in numbers:
            return True
        error = error.__cause__ or error.__context__
    return False


def _event(line: bytes) -> bytes | None:
    return line[6:] if line.startswith(b"data: ") else None


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        return msgspec.json.decode(content, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
