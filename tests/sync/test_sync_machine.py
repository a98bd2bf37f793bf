"""Stations as a machine of states, whose courses Hypothesis chooses and cuts down to the shortest that breaks a law."""

from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from stationkit import Laptop
from worldkit import Broken, CutError, World, admit, replace_the_hub

from checkin_app.domain.ids import LogId
from checkin_app.domain.sync import messages, wire
from checkin_app.services import conversing
from checkin_app.services.bundling import batches_above
from checkin_app.services.merging import bundle_of

EXAMPLES, STEPS = 40, 40
WHO = st.integers(0, 4)
DESKS = st.integers(0, 3)


class Stations(RuleBasedStateMachine):
    """Three desks, a late one and a hub: they write, meet, are cut, forget, and in the end all know the same."""

    @initialize(dice=st.integers(0, 3))
    def begin(self, dice: int) -> None:
        self.world = World(dice)

    def _who(self, number: int) -> Laptop:
        return self.world.everybody[number]

    @rule(
        who=WHO, kind=st.sampled_from(["note.made", "kind.of.tomorrow"]), document=st.sampled_from([None, b"a", b"b"])
    )
    def write(self, who: int, kind: str, document: bytes | None) -> None:
        desk = self._who(who)
        desk.write(f"{desk.written}", kind, document)

    @rule(who=DESKS)
    def meet(self, who: int) -> None:
        self.world.meet(self._who(who))

    @rule(who=DESKS, left=st.integers(0, 6), after=st.booleans())
    def meet_and_be_cut(self, who: int, left: int, after: bool) -> None:
        heard = 0

        def carry(request: messages.Request) -> messages.Reply:
            nonlocal heard
            heard += 1
            if heard > left and not after:
                raise CutError
            reply = self.world.asked(request)
            if heard > left:
                raise CutError
            return reply

        with suppress(CutError):
            self.world.meet(self._who(who), carry)
        self.world.hang_up(self._who(who))

    @rule(giver=WHO, taker=WHO, pieces=st.integers(0, 3))
    def carry_a_stick(self, giver: int, taker: int, pieces: int) -> None:
        log = self._who(giver).log
        packed = [wire.encoded(each) for each in batches_above(log, {}, log.vector())]
        for each in packed[:pieces]:
            self._who(taker).merging.take(bundle_of(wire.batch_of(each)))

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        self._who(who).open()
        self.world.talks.clear()

    @rule(who=WHO, newest=st.integers(1, 5))
    def lose_the_newest(self, who: int, newest: int) -> None:
        self._who(who).log.forget(newest)
        self.reopen(who)

    @rule(who=WHO)
    def back_up(self, who: int) -> None:
        desk = self._who(who)
        self.world.backups[desk.name] = desk.log.copied()

    @precondition(lambda self: self.world.backups)
    @rule(place=st.integers(0, 4))
    def restore(self, place: int) -> None:
        name = sorted(self.world.backups)[place % len(self.world.backups)]
        desk = next(each for each in self.world.everybody if each.name == name)
        desk.log = self.world.backups[name].copied()
        self.reopen(self.world.everybody.index(desk))

    @rule()
    def replace_the_hub(self) -> None:
        replace_the_hub(self.world)

    @rule()
    def admit_the_late_one(self) -> None:
        admit(self.world)

    @invariant()
    def every_store_holds_what_it_says(self) -> None:
        if hasattr(self, "world"):
            self.world.holds()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.heal()


def play(examples: int, *, cut_down: bool = True, chosen_by: int = 0) -> None:
    """Try so many courses; one that breaks a law is cut down to the shortest that does, and printed.

    Args:
        examples: how many.
        cut_down: whether one that breaks a law is cut down.
        chosen_by: the seed that chooses them.

    Raises:
        Broken: a law does not hold.
    """
    bounds = settings(
        max_examples=examples, derandomize=False, database=None, stateful_step_count=STEPS, deadline=None, suppress_health_check=[*HealthCheck],
        phases=[Phase.generate, *([Phase.shrink] if cut_down else [])], report_multiple_bugs=False,
    )  # fmt: skip
    run_state_machine_as_test(seed(chosen_by)(type("Course", (Stations,), {})), settings=bounds)


def test_whatever_course_things_take_all_know_the_same_in_the_end() -> None:
    play(EXAMPLES)


def _skips_logs_unheard_of(here: Mapping[LogId, int], there: Mapping[LogId, int], _in_vain: object) -> dict[LogId, int]:
    return {log_id: here[log_id] for log_id, seq in there.items() if log_id in here and seq > here[log_id]}


def _goes_on_in_its_log(laptop: Laptop) -> None:
    laptop.log.writing = LogId(f"{laptop.station}{1:016x}")


@pytest.mark.parametrize(("where", "name", "instead"), [
    (conversing, "_behind", _skips_logs_unheard_of), (Laptop, "open", _goes_on_in_its_log),
])  # fmt: skip
def test_the_machine_finds_a_bug_that_is_planted(
    where: object, name: str, instead: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, instead)
    with pytest.raises((Broken, AssertionError)):
        play(200, cut_down=False)
