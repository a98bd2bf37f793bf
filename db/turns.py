"""Turns at the store: who finds it taken puts up a hand, and a long work begins its next piece when no hand is up."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import filelock

from checkin_app.domain.problems import StoreBusy
from checkin_app.runtime.interpreter import haste
from checkin_app.services.operations import HELD, LONGEST

HAND = "waiting.lock"
#: Pages that a piece of a long work writes at most, as far as can be foreseen: its commit enciphers each, some 50 ms,
#: and a scan that meets it waits for all of them.
MOST_PAGES = 2000
#: How many times fewer while guests come: a long list then takes a fifth longer.
_SHORTER = 8
#: How long the first piece may be, of which nothing can be foreseen.
_FIRST = 0.07
#: How long a long work waits for hands to go down: whoever holds one up for longer hangs, and would hold it up for ever.
_PATIENCE = 1.0
_POLL = 0.001
#: How long is believed that no other process has its hand up, once that was seen: to look costs as much as a row of a list.
_SEEN = 0.01
#: Seconds after a scan in which another is thought to be near: guests come in queues.
_NEAR = 3.0
#: How much longer than the last the shortest pause between scans is thought to be, where none as short comes.
_FORGETS = 1.25
#: How fast it is forgotten how long the longest piece beside scans took: a disk that was busy once is not for ever.
_CALMS = 0.95
#: Seconds of a piece where nobody is checked in: each commit waits for the disk, and writes each page that it touched.
_ALONE = 2.0

T = TypeVar("T")


@dataclass(slots=True)
class _Taken:
    """Holds the turn while one waits at most; `lasted` hears for how many seconds it was held, the commit and all."""

    _next: threading.Lock
    _turn: threading.Lock
    _lasted: Callable[[float], None]
    _begun: float = 0.0

    def __enter__(self) -> None:
        with self._next:
            self._turn.acquire()
        self._begun = time.monotonic()

    def __exit__(self, *_raised: object) -> None:
        self._lasted(time.monotonic() - self._begun)
        self._turn.release()


class _First:
    """The same for whoever goes before all that this process computes meanwhile: a scan."""

    __slots__ = ("_next", "_turn", "answered", "came", "pause")

    def __init__(self, following: threading.Lock, turn: threading.Lock) -> None:
        self._next, self._turn = following, turn
        self.came = -_NEAR
        """When one was done last."""
        self.pause = _NEAR
        """The shortest between two that came lately, in seconds."""
        self.answered = threading.Event()
        """Set when one was done; whoever waits for that clears it before."""

    def __enter__(self) -> None:
        self.pause = min(time.monotonic() - self.came, self.pause * _FORGETS, _NEAR)
        with self._next:
            haste.begin()  # whoever has the turn needs the interpreter to give it back
            self._turn.acquire()
        haste.begin()  # and has ended its own haste

    def __exit__(self, *_raised: object) -> None:
        haste.end()
        self.came = time.monotonic()
        self._turn.release()
        if not self.answered.is_set():
            self.answered.set()


class Turns:
    """Lets the threads of this process write one after the other, and long works behind all others.

    SQLite's lock is not fair: whoever waits looks every so often, and a long work that lets go for an instant has it
    back before anybody looks.  The hand is a lock on a file, so it goes down with the process that put it up.
    """

    def __init__(self, folder: Path) -> None:
        self._next, self._turn = threading.Lock(), threading.Lock()
        self._taken, self._first = _Taken(self._next, self._turn, self._have_held), _First(self._next, self._turn)
        self._hand = filelock.FileLock(folder / HAND, thread_local=False)
        self._look = filelock.FileLock(folder / HAND, thread_local=False)
        self._fair, self._held, self._lasts = _FIRST, 0.0, 0.0
        self._alone, self._looked = False, 0.0

    def taken(self) -> AbstractContextManager[None]:
        """Return what holds the turn; whoever comes while another waits for it stands behind that one."""
        return self._taken

    def taken_first(self) -> AbstractContextManager[None]:
        """Return what holds the turn for somebody who waits to be checked in."""
        return self._first

    @property
    def scans_are_near(self) -> bool:
        """Whether guests come now: then a piece of what arrives is as short as a scan, and none waits for it."""
        return not self._alone and time.monotonic() - self._first.came < _NEAR

    @contextmanager
    def taken_if_free(self) -> Iterator[bool]:
        """Hold the turn where nobody has it, and yield whether that is so."""
        mine = self._turn.acquire(blocking=False)
        try:
            yield mine
        finally:
            if mine:
                self._turn.release()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let pieces be as large as their work until the block ends, unless a hand goes up: nobody is checked in here yet."""
        self._alone = True
        try:
            yield
        finally:
            self._alone = False

    def let_others_pass(self) -> None:
        """Wait until no other process has its hand up: between two pieces of a long work, outside any transaction."""
        try:
            with self._look.acquire(timeout=_PATIENCE, poll_interval=_POLL):
                pass
        except (filelock.Timeout, OSError):  # a hand that hangs, or a folder where none can be put up
            pass

    def let_scans_pass(self, patience: float = _NEAR) -> None:
        """Wait, while guests come, for the moment after one was answered: before one of many pieces, in no transaction.

        Guests come no faster than they came lately, so nobody meets a piece that is over, as long as the longest of late
        would take, by half of the shortest pause.  One that takes longer begins when one was answered.

        Args:
            patience: for so many seconds at most.
        """
        scans = self._first
        scans.answered.clear()
        if self.scans_are_near and not self._turn.locked() and not self._has_room():
            scans.answered.wait(patience)

    def _has_room(self) -> bool:
        return time.monotonic() - self._first.came + self._lasts < self._first.pause / 2

    @property
    def somebody_waits_here(self) -> bool:
        """Whether the turn is waited for in this process: that costs nothing to see."""
        return self._next.locked()

    def anybody_waits(self) -> bool:
        """Return whether the turn is waited for, in this process or with a hand up in another."""
        if self._next.locked():
            return True
        try:
            with self._look.acquire(blocking=False):
                return False
        except filelock.Timeout:
            return True
        except OSError:
            return False

    def may_go_on(self, held: float) -> bool:
        """Return whether a piece of a long work that has held the store for `held` seconds has time for more.

        None where somebody of this process waits: that costs nothing to see.
        """
        self._held = held
        if self._alone:
            return held < _ALONE and not self._waits_anybody_by(held)
        fair = self._fair / _SHORTER if self.scans_are_near else self._fair
        if self._next.locked() or held >= min(LONGEST, fair):
            return False
        return held < HELD or not self._waits_anybody_by(held)

    def _waits_anybody_by(self, held: float) -> bool:
        """Return whether the turn is waited for, as far as is to be known that far into a piece."""
        if 0 <= held - self._looked < _SEEN:
            return self._next.locked()
        self._looked = held
        return self.anybody_waits()

    def _have_held(self, lasted: float) -> None:
        """Hear for how many seconds a transaction that is no scan held the store."""
        self._lasts = max(lasted, self._lasts * _CALMS) if self.scans_are_near else 0.0

    def have_written(self, pages: int) -> None:
        """Hear how many pages the last piece wrote, in the time that it had, with those of the indexes: the next stops in time."""
        if self._held and pages:
            self._fair = self._held * MOST_PAGES / pages

    def begin(self, begin: Callable[[], T], patience: float) -> T:
        """Return what `begin` returns once it is not busy any more, with a hand up from the first time that it is.

        Raises:
            StoreBusy: `patience` seconds are over.
        """
        try:
            return begin()
        except StoreBusy:
            return self._begin_in_time(begin, time.monotonic() + patience)

    def _begin_in_time(self, begin: Callable[[], T], until: float) -> T:
        try:
            while True:
                self._put_up_hand()
                try:
                    return begin()  # it looks for some milliseconds itself
                except StoreBusy:
                    if time.monotonic() > until:
                        raise
        finally:
            self._hand.release()

    def _put_up_hand(self) -> None:
        """Hold the file, unless another process that waits does: then long works are waiting already."""
        try:
            if not self._hand.is_locked:
                self._hand.acquire(blocking=False)
        except (filelock.Timeout, OSError):
            pass
