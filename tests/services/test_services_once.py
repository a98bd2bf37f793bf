"""Whatever fails, and wherever the power goes: one badge of each issue comes out, or a person knew that two might."""

from dataclasses import replace
from random import Random

import pytest
from presskit import LABELS, QUEUE, Desk, Held, World

from checkin_app.domain.jobs import GIVEN_UP, MAY_STILL_COME, WENT_ON, Fate, JobState, Ticket
from checkin_app.domain.problems import JobCannotBecome
from checkin_app.services.exchange import exchange

_SEEDS = 200
_OUT = {JobState.CONFIRMED, JobState.HANDED_OVER}


class Clerk:
    """Looks at what came out, and answers truthfully."""

    def __init__(self, desk: Desk, guest: object) -> None:
        self.desk, self.guest = desk, guest
        self.badges = desk.post.station.badges
        self.told = False
        """It was said on the screen that the first may still come out, and a second was wanted."""
        self.number = f"{desk.post.card(guest).delegate.badge_no}-1".encode()

    @property
    def job(self):
        found = [each for each in self.desk.post.station.queries.jobs(1000) if each.delegate == self.guest.id]
        return min(found, key=lambda each: (each.state in GIVEN_UP, -each.at))

    @property
    def out(self) -> int:
        return self.desk.world.papers[self.number]

    def answer(self) -> None:
        job = self.job
        if job.state is JobState.UNKNOWN:
            self.told |= job.detail == MAY_STILL_COME and not self.out
            self.badges.job_changed(job.id, JobState.CONFIRMED if self.out else JobState.FAILED_SAFE, "told")

    def again(self, printer: str) -> None:
        """Print a badge again that did not come out, at either printer."""
        job = self.job
        if job.state is JobState.FAILED_SAFE:
            self.badges.move(job.id, printer)

    def give_up(self) -> None:
        """Give a badge up, and want it after all."""
        job = self.job
        if job.state in {JobState.FAILED_SAFE, JobState.QUEUED}:
            self.badges.job_changed(job.id, JobState.CANCELLED, "told")
            self.badges.print(self.guest.id, QUEUE.name)

    def act(self) -> None:
        dice = self.desk.world.dice
        act = dice.choice([self.answer, self.answer, self.again_somewhere, self.give_up])
        try:
            act()
        except JobCannotBecome:
            return

    def again_somewhere(self) -> None:
        self.again(self.desk.world.dice.choice([QUEUE.name, LABELS.name]))


def _owner(desk: Desk) -> None:
    dice = desk.world.dice
    desk.queue.paused = dice.random() < 0.3
    desk.queue.up = dice.random() < 0.8


def _play(desk: Desk, clerk: Clerk) -> None:
    for _ in range(desk.world.dice.randint(2, 7)):
        _owner(desk)
        desk.go_on()
        clerk.act()


def _end_well(desk: Desk, clerk: Clerk) -> None:
    """Mend everything, and let the clerk see to the badge until it is settled."""
    desk.world.kind, desk.queue.paused, desk.queue.up = True, False, True
    for _ in range(12):
        desk.go_on()
        if clerk.job.state in _OUT:
            break
        clerk.answer()
        clerk.again(QUEUE.name)
    desk.world.pass_time(70)  # whatever still holds something brings it out now
    desk.world.pass_time(70)


def test_one_badge_of_an_issue_comes_out_or_a_person_was_told(new_post, monkeypatch: pytest.MonkeyPatch) -> None:
    post, told, twice = new_post("desk"), 0, 0
    for seed in range(_SEEDS):
        guest = post.register(f"Guest {seed}")
        post.station.badges.print(guest.id, Random(seed).choice([QUEUE.name, QUEUE.name, LABELS.name]))
        desk = Desk(post, World(Random(seed)), monkeypatch.setattr)
        clerk = Clerk(desk, guest)
        _play(desk, clerk)
        _end_well(desk, clerk)
        state = clerk.job.state
        told, twice = told + clerk.told, twice + (clerk.out > 1)
        assert clerk.out >= 1, (seed, state)
        assert clerk.out == 1 or clerk.told, (seed, state, clerk.out)
        assert state in _OUT, (seed, state)
    assert told > twice > 0, "the dice must meet what they are for"


# ---- the same, one by one


@pytest.fixture
def desk(post, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk at which nothing fails but what a test says."""
    return Desk(post, World(Random(0), kind=True), monkeypatch.setattr)


def _states(desk: Desk) -> list[tuple[JobState, str]]:
    return [(each.state, each.detail) for each in desk.post.station.queries.jobs(100)]


def _broken_off(desk: Desk, names: range, state: JobState) -> list[Clerk]:
    """Print badges, and lose what was recorded of them after `state`."""
    clerks = []
    for number in names:
        guest = desk.post.register(f"Guest {number}")
        job = desk.post.station.badges.print(guest.id, QUEUE.name).job
        clerks.append(Clerk(desk, guest))
        ticket = Ticket(QUEUE.name, f"mark {number}")
        desk.queue.held.append(Held(ticket.name, clerks[-1].number))
        for step in (JobState.RENDERED, JobState.SENDING, JobState.SENT):
            desk.post.station.badges.job_changed(job.id, step, ticket=None if step is JobState.RENDERED else ticket)
            if step is state:
                break
    return clerks


@pytest.mark.parametrize("state", [JobState.SENDING, JobState.SENT])
def test_forty_badges_printed_well_are_no_question_after_a_restart(desk: Desk, state: JobState) -> None:
    _broken_off(desk, range(40), state)
    desk.world.pass_time(1)
    for each in desk.queue.held:
        each.fate = Fate.PRINTED
    desk.start()
    assert _states(desk) == [(JobState.CONFIRMED, "")] * 40


def test_while_the_spooler_is_away_a_badge_is_a_question_which_it_answers_when_it_is_back(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    desk.queue.held[0].fate, desk.queue.up = Fate.PRINTED, False
    desk.start()
    assert _states(desk) == [(JobState.UNKNOWN, "printer_missing")]
    desk.go_on()
    assert _states(desk) == [(JobState.UNKNOWN, "printer_missing")]
    desk.queue.up = True
    desk.go_on()
    assert clerk.job.state is JobState.CONFIRMED


def test_a_badge_that_waits_in_its_queue_goes_on_waiting_and_one_that_was_given_up_is_printed_again(desk: Desk) -> None:
    waits, gone = _broken_off(desk, range(2), JobState.SENT)
    desk.queue.held[1].fate = Fate.NOT_PRINTED
    desk.start()
    assert (waits.job.state, waits.out) == (JobState.CONFIRMED, 1)
    assert gone.job.state is JobState.FAILED_SAFE
    assert gone.out == 0


def test_what_the_spooler_knows_nothing_of_is_a_question(desk: Desk) -> None:
    _broken_off(desk, range(1), JobState.SENDING)
    desk.queue.held.clear()
    desk.start()
    assert _states(desk) == [(JobState.UNKNOWN, "")]


def test_a_truthful_no_takes_the_first_out_of_the_paused_queue_before_another_is_sent(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    desk.queue.paused = desk.queue.up = True
    desk.post.station.badges.job_changed(clerk.job.id, JobState.UNKNOWN, "printer_failed")
    clerk.answer()
    assert clerk.job.state is JobState.FAILED_SAFE
    clerk.again(LABELS.name)
    desk.go_on()
    desk.queue.paused = False
    desk.go_on()
    assert (clerk.out, clerk.job.state, clerk.job.printer) == (1, JobState.CONFIRMED, LABELS.name)
    assert desk.queue.held[0].fate is Fate.NOT_PRINTED


def test_a_badge_given_up_and_wanted_again_is_taken_out_of_the_queue_before(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    desk.queue.paused = True
    desk.post.station.badges.job_changed(clerk.job.id, JobState.UNKNOWN, "printer_failed")
    clerk.answer()
    clerk.give_up()
    desk.queue.paused = False
    desk.room.wake()
    desk.bench.work()
    desk.world.pass_time(70)
    assert clerk.out == 1


def test_what_came_out_after_the_no_is_asked_about_and_not_printed_again(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    desk.post.station.badges.job_changed(clerk.job.id, JobState.UNKNOWN, "printer_failed")
    clerk.answer()
    desk.world.pass_time(1)
    desk.world.pass_time(1)
    clerk.again(QUEUE.name)
    desk.go_on()
    assert _states(desk) == [(JobState.UNKNOWN, WENT_ON)]
    assert clerk.out == 1


def test_where_nobody_can_say_whether_the_first_is_gone_it_is_said_before_a_second_goes(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    desk.post.station.badges.job_changed(clerk.job.id, JobState.UNKNOWN, "printer_failed")
    clerk.answer()
    desk.queue.up = False
    clerk.again(LABELS.name)
    desk.room.wake()
    desk.bench.work()
    assert _states(desk) == [(JobState.UNKNOWN, MAY_STILL_COME)]
    clerk.answer()
    clerk.again(LABELS.name)
    desk.go_on()
    assert clerk.job.state is JobState.CONFIRMED
    assert clerk.told


def test_a_badge_that_another_laptop_s_printer_may_still_bring_out_is_asked_about_here(new_post) -> None:
    there, here = new_post("there"), new_post("here")
    guest = there.register()
    job = there.station.badges.print(guest.id, "A").job
    for step in (JobState.RENDERED, JobState.SENDING, JobState.UNKNOWN, JobState.FAILED_SAFE):
        there.station.badges.job_changed(job.id, step, ticket=Ticket("A", "mark"))
    exchange(here.station, there.station)
    own = here.station.badges.print(guest.id, "B").job
    assert (own.state, own.detail, own.ticket) == (JobState.UNKNOWN, MAY_STILL_COME, None)


def test_a_store_that_lost_what_it_knew_asks_no_printer(desk: Desk) -> None:
    (clerk,) = _broken_off(desk, range(1), JobState.SENT)
    doubtful = replace(desk.post.station.printing, doubtful=lambda: True)
    assert doubtful.unanswered() == ()
    doubtful.settle()
    assert (clerk.job.state, clerk.job.detail) == (JobState.UNKNOWN, "older")
    assert desk.post.station.printing.unanswered() == []
