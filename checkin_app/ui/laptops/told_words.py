"""Puts into words what is known of one laptop: what it is, what of it is here, and what it told of itself."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from checkin_app.domain.enrolment import Role, Standing
from checkin_app.domain.ids import Instant
from checkin_app.domain.phones import SignedIn
from checkin_app.domain.sync.laptops import Laptop, Laptops
from checkin_app.domain.sync.status import HEARD_MS, ClockOffset, Reach, Told
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.shell.sync_health import gaps_told
from checkin_app.ui.words import Telling

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
#: As many digits of a key as a laptop that joins shows, too.
_KEY_SHOWN = 8
#: Milliseconds below which two clocks are said to agree.
_AGREES_MS = 1_000
#: Milliseconds above which it is said of a clock in the list of all.
_SAID_MS = 5_000


class ToldWords(QObject):
    """What is known of one laptop, in words."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._telling = telling

    def phone_name(self, phone: SignedIn) -> str:
        """Return what a phone is called: nobody's name is kept for it."""
        return self.tr("Phone {number}").format(number=bidi.code(str(phone.number)))

    def phone_row(self, phone: SignedIn, now: Instant) -> RowView:
        seen = self.ago(phone.seen, now) if phone.seen is not None else ""
        return RowView(self.phone_name(phone), self.tr("Looks at the hub’s page"), seen, icon="phone")

    def of_phone(self, phone: SignedIn, now: Instant) -> Iterator[tuple[str, str]]:
        """Yield what is known of a phone that is signed in."""
        yield self.tr("Since"), self._when(phone.since, now)
        yield self.tr("Last seen"), self.ago(phone.seen, now) if phone.seen is not None else self.tr("Not yet")
        yield self.tr("Until"), self._when(phone.until, now)

    def lines(self, laptop: Laptop, laptops: Laptops) -> Iterator[tuple[str, str]]:
        yield self.tr("Takes part as"), self.role(laptop.enrolment.role)
        yield self.tr("Its key begins with"), bidi.code(laptop.enrolment.station[:_KEY_SHOWN])
        if laptop.is_own:
            yield from self._told_of_own(laptops)
        else:
            yield from self._told_of_other(laptop, laptops.now)

    def _told_of_own(self, laptops: Laptops) -> Iterator[tuple[str, str]]:
        status = laptops.status
        if status.reach not in {Reach.ALONE, Reach.CARRIED}:
            if status.hub and status.reach is not Reach.HUB:
                yield self.tr("Hub"), bidi.code(status.hub)
            last = self.ago(status.last_exchange, laptops.now) if status.last_exchange else self.tr("None yet")
            yield self.tr("Last exchange"), last
        if status.reach is not Reach.ALONE or status.only_here:
            yield self.tr("Only on this laptop"), self._entries(status.only_here)
        if status.on_stick:
            yield self.tr("Of those, on a stick"), self._entries(status.on_stick)
        if status.reach is not Reach.ALONE:
            yield self.tr("Not received"), gaps_told(status.gaps) or self.tr("Nothing is missing")
            if status.clock is not None:
                yield self.tr("Clock"), self.clock(status.clock)
        yield self.tr("Entries of its own"), self._entries(laptops.own.written.facts)
        if status.newer_kinds:
            yield self.tr("For a newer version"), self._entries(status.newer_kinds)

    def _told_of_other(self, laptop: Laptop, now: Instant) -> Iterator[tuple[str, str]]:
        seen, written = laptop.seen, laptop.written
        if laptop.enrolment.standing is not Standing.ASKING:
            yield self.tr("Last heard"), self.ago(seen.at, now) if seen.at else self.tr("Not since this laptop is on")
        if written.newest is not None:
            yield self.tr("Its newest entry here"), self.ago(written.newest, now)
            yield self.tr("Its entries here"), self._entries(written.facts)
        if laptop.missing:
            yield self.tr("Not received"), self._entries(laptop.missing)
        if written.unread:
            yield self.tr("For a newer version"), self._entries(written.unread)
        if laptop.enrolment.standing is not Standing.MEMBER:
            yield self.tr("Since"), self._when(laptop.enrolment.since, now)
        elif laptop.seen.told is not None:
            yield from self._told_by_it(laptop.seen.told)

    def _told_by_it(self, told: Told) -> Iterator[tuple[str, str]]:
        """Yield what another laptop said of itself when it was at the hub."""
        yield self.tr("Only on it"), self._entries(told.ahead)
        yield self.tr("It lacks"), self._entries(told.behind)
        if told.missing:
            yield self.tr("Gaps there"), self._entries(told.missing)
        if told.unread:
            yield self.tr("Too new for it"), self._entries(told.unread)
        if told.clock is not None:
            yield self.tr("Its clock"), self.clock(told.clock)

    def _entries(self, count: int) -> str:
        return self.tr("%Ln entries", "", count) if count else self.tr("None")

    def clock(self, offset: ClockOffset) -> str:
        """Return how this laptop's clock stands to the hub's."""
        if abs(offset.milliseconds) < _AGREES_MS:
            return self.tr("As the hub’s")
        behind = offset.milliseconds > 0
        said = self.tr("{time} behind the hub’s") if behind else self.tr("{time} ahead of the hub’s")
        return said.format(time=self._span(offset))

    def _span(self, offset: ClockOffset) -> str:
        """Return by how much two clocks differ."""
        apart = abs(offset.milliseconds)
        if apart < 2 * _MINUTE:
            return self.tr("{count} s").format(count=bidi.code(f"{apart / 1000:.0f}"))
        if apart < 2 * _HOUR:
            return self.tr("{count} min").format(count=bidi.code(f"{apart / _MINUTE:.0f}"))
        return self.tr("%Ln hours", "", round(apart / _HOUR))

    def briefly(self, laptop: Laptop, now: Instant) -> str:
        """Return what is wrong with another laptop, the worst of it; empty where nothing is."""
        told = laptop.seen.told
        if laptop.missing:
            return self.tr("%Ln not received", "", laptop.missing)
        if told is None:
            return ""
        if told.ahead:
            return self.tr("%Ln only there", "", told.ahead)
        if told.clock is not None and abs(told.clock.milliseconds) - told.clock.within > _SAID_MS:
            ahead = told.clock.milliseconds < 0
            said = self.tr("clock {time} ahead") if ahead else self.tr("clock {time} behind")
            return said.format(time=self._span(told.clock))
        if told.behind and not is_heard(laptop, now):  # what whoever is heard lacks is on its way
            return self.tr("%Ln behind", "", told.behind)
        return ""

    def role(self, role: Role) -> str:
        """Return what a laptop may do, in a word."""
        return self.tr("Coordinator") if role is Role.COORDINATOR else self.tr("Desk")

    def ago(self, at: Instant, now: Instant) -> str:
        """Return how long ago something was, or when, where that is long."""
        passed = now - at
        if passed < _MINUTE:
            return self.tr("{count} s ago").format(count=bidi.code(str(max(0, passed) // 1000)))
        if passed < _HOUR:
            return self.tr("{count} min ago").format(count=bidi.code(str(passed // _MINUTE)))
        return self._when(at, now)

    def _when(self, at: Instant, now: Instant) -> str:
        try:
            local, today = (self._telling.forum.local(each) for each in (at, now))
        except (OverflowError, OSError, ValueError):  # a stranger's clock is beyond any calendar
            return "–"
        return bidi.code(local.strftime("%H:%M" if local.date() == today.date() else "%Y-%m-%d %H:%M"))


def is_heard(laptop: Laptop, now: Instant) -> bool:
    return laptop.seen.at is not None and now - laptop.seen.at < HEARD_MS
