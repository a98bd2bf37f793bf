"""An evening at a badge desk: printers fail, their owners too, the power goes, and a clerk answers truthfully."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import TypeAlias

from wirekit import PRINTERS, QUEUE, Desk, Evening, Shop

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import CategoryId, DelegateId
from checkin_app.domain.jobs import MAY_STILL_COME, JobState
from checkin_app.domain.problems import JobCannotBecome
from checkin_app.runtime.settings import PrinterSettings

Patch: TypeAlias = Callable[[object, str, object], None]
OUT = {JobState.CONFIRMED, JobState.HANDED_OVER}


class Clerk:
    """Looks at what came out, and answers truthfully."""

    def __init__(self, desk: Desk, guest: DelegateId, number: str) -> None:
        self.desk, self.guest, self.badge = desk, guest, f"[{number}-1]".encode()
        self.told = False
        """It was said on the screen that the first may still come out, and a second was wanted."""
        self.asked = 0
        """How often it had to be said whether the badge came out."""

    @property
    def job(self):
        with self.desk.station.badges.open_unit() as unit:
            found = unit.job_for(self.guest, 1)
        assert found
        return found

    @property
    def out(self) -> int:
        return self.desk.world.papers[self.badge]

    def answer(self) -> None:
        job = self.job
        if job.state is JobState.UNKNOWN:
            self.asked += 1
            self.told |= job.detail == MAY_STILL_COME and not self.out
            self._becomes(JobState.CONFIRMED if self.out else JobState.FAILED_SAFE)

    def again(self, printer: PrinterSettings) -> None:
        """Print a badge again that did not come out."""
        if self.job.state is JobState.FAILED_SAFE:
            self.desk.station.badges.move(self.job.id, printer.name)

    def give_up(self) -> None:
        """Give a badge up, and want it after all."""
        if self.job.state in {JobState.FAILED_SAFE, JobState.QUEUED}:
            self._becomes(JobState.CANCELLED)
            self.desk.station.badges.print(self.guest, QUEUE.name)

    def act(self) -> None:
        dice = self.desk.world.dice
        try:
            dice.choice([self.answer, self.answer, lambda: self.again(dice.choice(PRINTERS)), self.give_up])()
        except JobCannotBecome:
            return

    def _becomes(self, state: JobState) -> None:
        self.desk.station.badges.job_changed(self.job.id, state, "told")


def _owner(desk: Desk) -> None:
    """Switch printers off and on, pause them, take their labels away."""
    dice = desk.world.dice
    for part in desk.parts:
        part.up, part.empty = dice.random() < 0.85, dice.random() < 0.15
    for part in (desk.queue, desk.hall):
        part.paused = dice.random() < 0.2


def _end_well(desk: Desk, clerk: Clerk) -> None:
    """Mend everything, and let the clerk see to the badge until it is settled."""
    desk.world.kind = True
    for part in desk.parts:
        part.up, part.empty = True, False
    for part in (desk.queue, desk.hall):
        part.paused = False
    for _ in range(20):
        desk.go_on()
        if clerk.job.state in OUT:
            break
        clerk.answer()
        clerk.again(QUEUE)
    for _ in range(4):  # whatever still holds something brings it out now
        desk.world.pass_time(70)


def evening(shop: Shop, world: Evening, printer: PrinterSettings, patch: Patch, *, anew: bool = False) -> Clerk:
    """Owe one badge, let go wrong what does, and return what a clerk knows in the end."""
    guest = shop.opened().people.register(Delegate(DelegateId(""), "Ana Sol", category=CategoryId("delegate"))).delegate
    shop.opened().badges.print(guest.id, printer.name)
    desk = Desk(shop, world, patch, anew)
    clerk = Clerk(desk, guest.id, guest.badge_no)
    if not world.well:
        for _ in range(world.dice.randint(1, 5)):
            _owner(desk)
            desk.go_on()
            clerk.act()
    _end_well(desk, clerk)
    return clerk


def must_hold(clerk: Clerk, which: object) -> None:
    state = clerk.job.state
    assert clerk.out >= 1, (which, state)
    assert clerk.out == 1 or clerk.told, (which, state, clerk.out)
    assert state in OUT, (which, state)


def play(
    shop: Shop, patch: Patch, seeds: Iterable[int], printers: Sequence[PrinterSettings] = PRINTERS
) -> Counter[str]:
    """Play an evening for each seed, by turns at each of some printers; return how often what was met."""
    met = Counter[str]()
    for seed in seeds:
        world = Evening(Random(seed))
        clerk = evening(shop, world, printers[seed % len(printers)], patch, anew=seed % 20 == 0)
        must_hold(clerk, seed)
        met.update(told=clerk.told, twice=clerk.out > 1, cuts=world.cuts)
    return met
