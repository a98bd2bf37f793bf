"""What people do on such a day, and what goes wrong on it."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from daykit import BUSES, DATABASE, HUB, PRINTER, Clock, CutError, Day, Desk
from versionkit import OLDER

from checkin_app.bootstrap import station as stations
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, DelegateId, RouteId, bus_checkpoint
from checkin_app.domain.jobs import Fate, JobState, Ticket
from checkin_app.domain.movements import Direction
from checkin_app.domain.outcomes import ANSWERS, Verdict
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.sync import messages, wire
from checkin_app.services.badges import code_of
from checkin_app.services.bundling import batches_above
from checkin_app.services.merging import bundle_of
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome, Ready, Record
from checkin_app.services.scanning import ScanOutcome

Step = Callable[[Day], None]
S = TypeVar("S", bound=Step)
CHECKPOINTS = ("opening", *map(bus_checkpoint, map(BusCode, BUSES)))
DAY = 24 * 3600 * 1000


def loses(step: S) -> S:
    """Mark what may lose facts that only one laptop had."""
    step.loses = True  # type: ignore[attr-defined]  # a mark on a function
    return step


def _somebody(day: Day, desk: Desk) -> DelegateId:
    return day.dice.choice(sorted(desk.station.queries.delegate_ids()))


# ---- what people do


def scan(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    for _ in range(day.dice.randint(1, 3)):
        who = day.dice.choice(sorted(desk.station.queries.delegate_ids())[:4])
        card = day.dice.choice(day.desks).station.queries.card(who)
        issue = card.badge.current if card else 1
        code = code_of(day.hub.station.signer, desk.station.forum.id, who, issue)
        where = CheckpointId(day.dice.choice(CHECKPOINTS))
        way = day.dice.choice([Direction.IN, Direction.IN, Direction.IN, Direction.OUT])
        _note(day, desk, day.at(desk, partial(desk.station.scanning.scan, [code], where, way)))


def _note(day: Day, desk: Desk, outcome: ScanOutcome | None) -> None:
    """Remember what was said of a scan, and answer where it asks something."""
    if outcome is None:
        return
    decision = outcome.decision
    if decision.verdict is Verdict.GO:
        day.said_go.add(outcome.fact_id)
    elif answers := ANSWERS.get(decision.reason):
        answer = day.dice.choice(answers)
        if "scan.answered" not in desk.version.lacks:
            day.at(desk, partial(desk.station.scanning.answer, outcome.fact_id, answer))


def undo(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    day.at(desk, desk.station.scanning.undo)


def register(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    name = f"Walk-in {day.dice.randint(1, 5)}"
    person = Delegate(DelegateId(""), name, category=CategoryId("media"), route=RouteId("1"))
    day.at(desk, partial(desk.station.people.register, person))


def amend(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    what = day.dice.choice(
        [{"name": f"Renamed {day.dice.randint(1, 9)}"}, {"delegation": f"D {day.dice.randint(1, 3)}"}]
    )
    day.at(desk, partial(desk.station.people.amend, _somebody(day, desk), what))


def badge(day: Day) -> None:
    desk, act = day.dice.choice(day.desks), day.dice.choice(["replace", "replace", "revoke", "restore"])
    who, badges = _somebody(day, desk), desk.station.badges
    match act:
        case "replace":
            card = desk.station.queries.card(who)
            former = card.badge.current if card else 1
            day.at(desk, partial(badges.replace, who, "lost", former, PRINTER))
        case "revoke":
            day.at(desk, partial(badges.revoke, who, "not invited"))
        case _ if "badge.restored" not in desk.version.lacks:
            day.at(desk, partial(badges.restore, who, "a mistake"))


def seat(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    bus = day.dice.choice([*map(BusCode, BUSES), None])
    day.at(desk, partial(desk.station.dispatch.assign, _somebody(day, desk), bus))


def settle(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    listed = desk.station.queries.conflicts()
    if listed and "contradiction.settled" not in desk.version.lacks:
        day.at(desk, partial(desk.station.settling.settle, day.dice.choice(listed).id, day.dice.choice("123")))


def print_badges(day: Day) -> None:
    """What waits is printed; sometimes the process dies over it."""
    desk = day.dice.choice(day.desks)
    dies_at = day.dice.choice([1, 2, 3, 4, None, None, None])
    with desk.version.speaks():
        for job in desk.station.printing.waiting():
            try:
                desk.station.printing.print(
                    job, partial(_printed, day, desk, dies_at), _recalled, lambda _changes: None
                )
            except CutError:
                day.reopen(desk)
                return


def _recalled(_ticket: Ticket) -> Fate:
    raise AssertionError("these printers give no ticket")


def _printed(day: Day, desk: Desk, dies_at: int | None, job: Job, _card: DelegateCard) -> Ready:
    def run(record: Record) -> Outcome:
        for place, state in enumerate((JobState.RENDERED, JobState.SENDING, JobState.SENT, JobState.CONFIRMED), 1):
            if state is JobState.SENT:
                day.papers[desk.name, job.delegate, job.issue] += 1
            if place == dies_at:
                raise CutError
            record(state, "", None)
        return Outcome(JobState.CONFIRMED)

    return run


def answer_for_a_badge(day: Day) -> None:
    """Somebody looks whether a badge came out of which nobody knows, and has it printed again where it did not."""
    desk = day.dice.choice(day.desks)
    for job in desk.station.queries.own_jobs({JobState.UNKNOWN}):
        if day.dice.random() < 0.5:
            day.at(desk, partial(desk.station.badges.job_changed, job.id, JobState.CONFIRMED))
        else:
            day.asked_for.add((desk.name, job.delegate, job.issue))
            day.at(desk, partial(desk.station.badges.job_changed, job.id, JobState.FAILED_SAFE))
            day.at(desk, partial(desk.station.badges.job_changed, job.id, JobState.QUEUED))


# ---- how they meet


def meet(day: Day) -> None:
    day.meet(day.dice.choice(day.others))


def meet_and_be_cut(day: Day) -> None:
    """The network goes before a request has come, or after the hub has done what it asks."""
    desk, left, after = day.dice.choice(day.others), day.dice.randint(0, 5), day.dice.random() < 0.5
    carried = day.carried_by(desk)

    def carry(request: messages.Request) -> messages.Reply:
        nonlocal left
        left -= 1
        if left < 0 and not after:
            raise CutError
        reply = carried(request)
        if left < 0:
            raise CutError
        return reply

    with suppress(CutError):
        day.meet(desk, carry)
    day.hang_up(desk)


def carry_a_stick(day: Day) -> None:
    """What one has goes to another, sometimes without what came before, or half of it."""
    giver, taker = day.dice.sample(day.desks, 2)
    upto = giver.store.log.vector()
    before = day.dice.choice([{}, taker.store.log.vector()])
    with giver.version.speaks():
        packed = [wire.encoded(each) for each in batches_above(giver.store.log, before, upto)]
    with taker.version.speaks():
        for each in packed[: day.dice.randint(0, len(packed))]:
            taker.station.merging.take(bundle_of(wire.batch_of(each)))


def fill_the_disk_of_the_hub(day: Day) -> None:
    """In the midst of a meeting nothing can be written at the hub any more, and later it can again."""
    desk, left = day.dice.choice(day.others), day.dice.randint(0, 2)
    open_piece = day.hub.store.log._open_piece

    def full() -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise DiskFull
        return open_piece()

    day.hub.store.log._open_piece = full
    try:
        with suppress(DiskFull):
            day.meet(desk)
    finally:
        day.hub.store.log._open_piece = open_piece
    day.hang_up(desk)


# ---- what goes wrong


def set_a_clock(day: Day) -> None:
    """A clock is a day wrong, jumps back by hours, or drifts; or somebody sets it right."""
    clock = day.dice.choice(day.desks).clock
    clock.ahead, clock.rate = day.dice.choice(
        [
            (0, 0.0),
            (0, 0.0),
            (DAY, 0.0),
            (-DAY, 0.0),
            (clock.ahead - DAY // 6, 0.0),
            (0, 0.2),
            (0, -0.2),
            (400 * DAY, 0.0),
        ]
    )


def reopen(day: Day) -> None:
    day.reopen(day.dice.choice(day.desks))


def save_a_folder(day: Day) -> None:
    desk = day.dice.choice(day.desks)
    desk.saved = desk.copied(day.elsewhere())


@loses
def lie(day: Day) -> None:
    """The power fails, and the disk has lost the last of what it said was written, or all that SQLite had not moved."""
    desk = day.dice.choice(day.desks)
    if desk.saved is None:
        return
    day.close(desk)
    saved, whole = desk.saved, day.dice.random() < 0.6
    for each in desk.folder.glob(f"{DATABASE}*"):
        each.unlink()
    for each in saved.glob(f"{DATABASE}*"):
        if whole or each.name == DATABASE:
            shutil.copy(each, desk.folder)
    desk.open()


@loses
def go_on_with_an_older_folder(day: Day) -> None:
    """Somebody brings back the whole folder of before, the witness in it as well."""
    desk = day.dice.choice(day.desks)
    if desk.saved is None:
        return
    day.close(desk)
    shutil.rmtree(desk.folder)
    shutil.copytree(desk.saved, desk.folder)
    desk.open()


def use_a_copy_beside(day: Day) -> None:
    """Somebody puts a copy of a laptop's folder on another one, and both go on: they are one station."""
    if len(day.desks) > 4:
        return
    desk = day.dice.choice(day.others)
    copy = Desk(f"{desk.name} again", desk.copied(day.elsewhere()), Clock(day), desk.version)
    day.desks.append(copy)
    copy.open()


def back_up_and_restore(day: Day) -> None:
    """What came after the backup is taken out of the store that was there."""
    desk = day.dice.choice(day.desks)
    with desk.version.speaks():
        desk.store.backup()
        scan(day)
        day.close(desk)
        stations.restore(desk.folder)
    desk.open()


@loses
def replace_the_hub(day: Day) -> None:
    """The hub's disk is gone: it begins anew, with nothing but who takes part."""
    day.close(day.hub)
    shutil.rmtree(day.hub.folder)
    shutil.copytree(day.folder / "first" / HUB, day.hub.folder)
    day.hub.open()


def bring_an_older_version(day: Day) -> None:
    """A laptop goes on with an older version, or is brought up to date."""
    desk = day.dice.choice(day.desks)
    day.close(desk)
    desk.version = replace(OLDER) if not desk.version.lacks else type(OLDER)()
    desk.open()


PEOPLE_DO = (scan, scan, scan, scan, undo, register, amend, badge, seat, settle, print_badges, answer_for_a_badge)
THEY_MEET = (meet, meet, meet_and_be_cut, carry_a_stick)
GOES_WRONG = (
    set_a_clock, reopen, save_a_folder, lie, go_on_with_an_older_folder, use_a_copy_beside, back_up_and_restore,
    replace_the_hub, bring_an_older_version, fill_the_disk_of_the_hub,
)  # fmt: skip
STEPS: tuple[Step, ...] = (*PEOPLE_DO * 3, *THEY_MEET * 2, *GOES_WRONG)
