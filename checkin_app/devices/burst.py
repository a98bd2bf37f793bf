"""Tells a scanner's burst of keys from a person's typing, by the keys' own time stamps; knows nothing of Qt.

Every number was measured on real keyboards, scanners and busy interfaces (docs/decisions/0030).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

Event = TypeVar("Event")
"""What the adapter holds for a key: opaque here."""

#: X11 stamps are 32 bits wide and start again after 49.7 days.
_STAMP_RANGE = 2**32
#: A hiccup can tear the first four keys apart three times.
_TAIL_PIECES = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Limits in milliseconds and in keys."""

    key_gap_ms: int = 35
    """Between the first keys of a scan; people are slower."""
    scan_gap_ms: int = 250
    """Between keys once it is a scan: a scanner's hiccup is shorter."""
    ask_again_ms: int = 10
    """A timer that fired may have overtaken keys that wait in the queue."""
    repeat_ms: int = 12
    """X11 marks fast doubled letters as auto-repeat; a held key repeats slower than this."""
    tail_ms: int = 1_500
    """How long keys given back may still be the head of a torn scan."""
    scan_from_keys: int = 4
    minimum_keys: int = 8
    """A burst of fewer is typing."""
    maximum_keys: int = 4_096
    """Keys beyond are swallowed: no code is as long."""


#: Key stamps on Windows are as coarse as its message clock.
WINDOWS_TIMING = Timing(key_gap_ms=48)


class KeyKind(Enum):
    CHARACTER = "character"
    TERMINATOR = "terminator"
    """Enter, Return or Tab."""
    CONTROL = "control"
    """A letter with Ctrl: how a scanner writes STX, ETX and separators, and a person a command."""
    MODIFIER = "modifier"
    OTHER = "other"
    """Arrows, function keys, anything with Alt or Meta."""


@dataclass(frozen=True, slots=True)
class Key:
    """One press of a key."""

    kind: KeyKind
    stamp_ms: int
    """On the clock of key events; 0 where the event carries none."""
    code: int
    """Names the key between its press and its release."""
    physical: str = ""
    """What a US keyboard writes with this key."""
    text: str = ""
    """What the layout in force writes with it."""
    repeat: bool = False
    """The system says that the key is being held down."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned code; the first candidate whose signature or alias holds is what was scanned."""

    candidates: tuple[str, ...]
    device: str
    stamp_ms: int
    """When its last key came, on the clock of key events."""


@dataclass(frozen=True, slots=True)
class Step(Generic[Event]):
    """What to do after an event: give back `typed` first, then let this event pass unless it is `taken`."""

    taken: bool
    typed: tuple[Event, ...] = ()
    scan: Scan | None = None


class State(Enum):
    PASS = "pass"  # noqa: S105 - a state's name, no password
    """Nothing is held."""
    HOLD = "hold"
    """Keys are held that may be a scan."""
    SCAN = "scan"
    """So many came so fast that no person typed them."""


class Burst(Generic[Event]):
    """The state machine of one keyboard: fed with presses, releases and time-outs, it answers with steps."""

    def __init__(self, device: str, timing: Timing) -> None:
        self._device = device
        self._timing = timing
        self._keys: list[Key] = []
        self._held: list[Event] = []
        self._tail: list[tuple[Key, ...]] = []
        self._down: set[int] = set()
        self._swallowed: set[int] = set()
        self._last_ms = 0
        self._closed_ms: int | None = None
        self._asked = False

    @property
    def state(self) -> State:
        if not self._keys:
            return State.PASS
        return State.SCAN if len(self._keys) >= self._timing.scan_from_keys else State.HOLD

    @property
    def wait_ms(self) -> int:
        """Return in how many milliseconds to call `time_out` if no key comes; 0 for never."""
        match self.state:
            case State.PASS:
                return 0
            case _ if self._asked:
                return self._timing.ask_again_ms
            case State.HOLD:
                return self._timing.key_gap_ms
            case State.SCAN:
                return self._timing.scan_gap_ms

    def wants(self, key: Key) -> bool:
        """Return whether `press` would take this key: a shortcut must not have it then."""
        match key.kind:
            case KeyKind.CHARACTER:
                return self._continues(key) or self._begins(key)
            case KeyKind.TERMINATOR:
                return self._completes(key) or self._trails(key)
            case KeyKind.MODIFIER | KeyKind.CONTROL:
                return self._continues(key)
            case KeyKind.OTHER:
                return False

    def press(self, key: Key, event: Event) -> Step[Event]:
        self._swallowed.discard(key.code)
        if self._keys and self._completes(key):
            return self._close(key)
        if self._keys and (key.kind is KeyKind.TERMINATOR or not self._continues(key)):
            ended = self._end()
            then = self.press(key, event)
            return Step(then.taken, ended.typed + then.typed, ended.scan)
        if not self.wants(key):
            self._remember(key)
            return Step(taken=False)
        if key.kind is KeyKind.TERMINATOR:
            self._close(key)
        else:
            self._hold(key, event)
        return Step(taken=True)

    def release(self, code: int, event: Event) -> Step[Event]:
        if code in self._down:
            self._down.discard(code)
            if not self._sure:
                self._held.append(event)
            return Step(taken=True)
        taken = code in self._swallowed
        self._swallowed.discard(code)
        return Step(taken)

    def time_out(self) -> Step[Event]:
        """Answer a timer of `wait_ms`: it may be late, so the first one asks for another."""
        if not self._keys:
            return Step(taken=False)
        if not self._asked:
            self._asked = True
            return Step(taken=False)
        return self._end()

    @property
    def _sure(self) -> bool:
        return len(self._keys) >= self._timing.minimum_keys

    def _within(self, key: Key, since_ms: int, limit_ms: int) -> bool:
        return key.stamp_ms != 0 and (key.stamp_ms - since_ms) % _STAMP_RANGE <= limit_ms

    def _begins(self, key: Key) -> bool:
        fresh = not key.repeat or self._within(key, self._last_ms, self._timing.repeat_ms)
        return key.stamp_ms != 0 and fresh

    def _continues(self, key: Key) -> bool:
        match self.state:
            case State.PASS:
                return False
            case _ if key.kind is KeyKind.CONTROL:
                return self._sure and self._within(key, self._last_ms, self._timing.key_gap_ms)
            case State.HOLD:
                limit = self._timing.repeat_ms if key.repeat else self._timing.key_gap_ms
            case State.SCAN:
                limit = self._timing.scan_gap_ms
        return key.kind is not KeyKind.OTHER and self._within(key, self._last_ms, limit)

    def _completes(self, key: Key) -> bool:
        return key.kind is KeyKind.TERMINATOR and self._sure and self._continues(key)

    def _trails(self, key: Key) -> bool:
        """Return whether this is the LF of a scanner's CR LF, which must not click a button."""
        return self._closed_ms is not None and self._within(key, self._closed_ms, self._timing.key_gap_ms)

    def _hold(self, key: Key, event: Event) -> None:
        self._asked = False
        self._down.add(key.code)
        if not self._sure:
            self._held.append(event)
        if key.kind is KeyKind.MODIFIER:
            return
        self._last_ms = key.stamp_ms
        if key.kind is KeyKind.CHARACTER and len(self._keys) < self._timing.maximum_keys:
            self._keys.append(key)
        if self._sure:
            self._held.clear()

    def _close(self, key: Key) -> Step[Event]:
        scan = self._end().scan
        self._tail.clear()
        self._swallowed.add(key.code)
        self._closed_ms = key.stamp_ms
        return Step(taken=True, scan=scan)

    def _end(self) -> Step[Event]:
        keys, held, sure = self._keys, self._held, self._sure
        scan = Scan(self._candidates(keys), self._device, self._last_ms) if sure else None
        self._keys, self._held, self._asked = [], [], False
        if sure:
            self._swallowed |= self._down
        self._down.clear()
        if keys:
            self._keep_tail(tuple(keys))
        return Step(taken=False, typed=tuple(held), scan=scan)

    def _remember(self, passed: Key) -> None:
        match passed.kind:
            case KeyKind.CHARACTER:
                # A doubled letter that a hiccup made look like a key held down.
                self._last_ms = passed.stamp_ms
                self._keep_tail((passed,))
            case KeyKind.TERMINATOR | KeyKind.CONTROL | KeyKind.OTHER:
                self._tail.clear()
            case KeyKind.MODIFIER:
                pass

    def _keep_tail(self, piece: tuple[Key, ...]) -> None:
        self._tail = [*self._tail, piece][-_TAIL_PIECES:]

    def _candidates(self, keys: Sequence[Key]) -> tuple[str, ...]:
        runs: list[Sequence[Key]] = [keys]
        for piece in reversed(self._tail):
            if self._within(keys[0], piece[-1].stamp_ms, self._timing.tail_ms):
                runs.append([*piece, *runs[-1]])
        texts = [text for run in runs for text in (_physical(run), _text(run)) if text]
        return tuple(dict.fromkeys(texts))


def _physical(keys: Sequence[Key]) -> str:
    return "".join(key.physical or key.text for key in keys)


def _text(keys: Sequence[Key]) -> str:
    return "".join(key.text for key in keys)
