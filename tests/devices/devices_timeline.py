"""Key strokes of people and scanners on one time line, and a busy event loop that plays them to a burst."""

import random
from dataclasses import dataclass, field

from checkin_app.devices.burst import Burst, Key, KeyKind, Scan, Timing
from checkin_app.devices.keymap import ENTER as ENTER_CODE
from checkin_app.devices.keymap import TAB, US

ENTER = "\r"
#: Character → scan code and Shift, on the main block of a US keyboard.
_KEYS = {character: (code, bool(level)) for code in reversed(US) for level, character in enumerate(US[code])}
_KEYS |= {ENTER: (ENTER_CODE, False), "\t": (TAB, False)}


def us_key(character: str) -> tuple[int, bool]:
    """Return the scan code of the key that writes a character on a US keyboard, and whether with Shift."""
    return _KEYS[character]


def draw_codes(count: int) -> list[str]:
    """Return texts shaped like badge codes, the same at every run."""
    draw = random.Random(2)
    return ["AE" + "".join(draw.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=120)) for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A press or release; `name` tells one press from every other."""

    name: str
    press: bool
    key: Key
    by_person: bool


@dataclass(slots=True)
class Timeline:
    """Written from left to right; gaps are from press to press."""

    strokes: list[Stroke] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    torn_heads: set[str] = field(default_factory=set)
    now: int = 1_000
    _count: int = 0

    def type(self, character: str, gap: int, hold: int) -> None:
        self._stroke(character, gap, hold, by_person=True)

    def hold_down(self, character: str, delay: int, repeats: list[int], *, first_marked: bool) -> None:
        """Keep the key typed last down until the system repeats it."""
        for number, gap in enumerate([delay, *repeats]):
            self._stroke(character, gap, 0, by_person=True, repeat=first_marked or number > 0)

    def scan(self, code: str, gaps: list[int], terminators: str, *, tear: int | None = None, hiccup: int = 0) -> None:
        """Scan `code`, `tear` keys of it `hiccup` ms ahead of the rest; doubled letters come as X11 marks them."""
        self.codes.append(code)
        before = ""
        for place, character in enumerate(code + terminators):
            gap = gaps[place] + (hiccup if place == tear else 0)
            doubled = character == before and (gap <= 12 or place == tear)
            name = self._stroke(character, gap, 0 if doubled else 1, by_person=False, repeat=doubled)
            if tear is not None and place < tear + doubled:
                self.torn_heads.add(name)
            before = character

    def wait(self, gap: int) -> None:
        self.now += gap

    def _stroke(self, character: str, gap: int, hold: int, *, by_person: bool, repeat: bool = False) -> str:
        self.now += gap
        self._count += 1
        name = f"{self._count}:{character}"
        kind = KeyKind.TERMINATOR if character in "\r\n\t" else KeyKind.CHARACTER
        code = ord(character) + (1_000 if by_person else 0)
        key = Key(kind, self.now, code, physical=character, text=character, repeat=repeat)
        released = Key(kind, self.now + hold, code)
        self.strokes += [Stroke(name, True, key, by_person), Stroke(name, False, released, by_person)]
        return name

    def ordered(self) -> list[Stroke]:
        return sorted(self.strokes, key=lambda stroke: stroke.key.stamp_ms)

    def typed(self) -> list[str]:
        return [stroke.name for stroke in self.strokes if stroke.press and stroke.by_person]


@dataclass(slots=True)
class Played:
    """What came out at the other end."""

    strokes: list[Stroke] = field(default_factory=list)
    scans: list[Scan] = field(default_factory=list)

    def presses(self, *, by_person: bool) -> list[str]:
        return [stroke.name for stroke in self.strokes if stroke.press and stroke.by_person == by_person]

    def releases(self) -> list[str]:
        return [stroke.name for stroke in self.strokes if not stroke.press]


def play(timeline: Timeline, stalls: list[tuple[int, int]], timing: Timing | None = None) -> Played:
    """Play to a loop that handles nothing during `stalls` (from, for ms); its timers overtake waiting keys."""
    burst = Burst[Stroke]("test", timing or Timing())
    played = Played()
    waiting = timeline.ordered()
    now, due = 0, None
    while waiting or due is not None:
        key_at = max(now, _free(waiting[0].key.stamp_ms, stalls)) if waiting else None
        timer_at = max(now, _free(due, stalls)) if due is not None else None
        if key_at is None or (timer_at is not None and timer_at <= key_at):
            assert timer_at is not None
            now, step, stroke = timer_at, burst.time_out(), None
        else:
            now, stroke = key_at, waiting.pop(0)
            step = burst.press(stroke.key, stroke) if stroke.press else burst.release(stroke.key.code, stroke)
        played.strokes += step.typed
        played.scans += [step.scan] if step.scan else []
        if stroke is not None and not step.taken:
            played.strokes.append(stroke)
        due = now + burst.wait_ms if burst.wait_ms else None
    return played


def _free(moment: int, stalls: list[tuple[int, int]]) -> int:
    for start, length in sorted(stalls):
        if start <= moment < start + length:
            moment = start + length
    return moment
