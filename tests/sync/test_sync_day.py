"""Whatever goes wrong on a day of a forum, all laptops that met know the same in the end, and nothing acknowledged is lost."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from daykit import DESKS, Broken, Day, prepare
from daysteps import (
    STEPS,
    Step,
    amend,
    back_up_and_restore,
    bring_an_older_version,
    lie,
    meet,
    print_badges,
    reopen,
    save_a_folder,
    scan,
    seat,
    set_a_clock,
)
from sqlcipher3.dbapi2 import IntegrityError

from checkin_app.domain import chain, hlc
from checkin_app.domain.bounds import Bounds
from checkin_app.domain.chain import Stored, Why
from checkin_app.domain.contradictions import Conflict
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problem import Problem
from checkin_app.services import accepting, badges, conversing, printing, responding
from checkin_app.services.accepting import Accepting
from checkin_app.services.conversing import Conversation
from checkin_app.services.ports.fact_log import Accepted
from checkin_app.services.ports.upkeep import Holding
from db import checking, recording, restoring
from db.log.own_log import OwnLog
from db.queries import StoreQueries

HISTORIES, LENGTH = 8, 40


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folders that each day begins with."""
    folder = tmp_path_factory.mktemp("day")
    prepare(folder)
    return folder


def test_every_day_ends_with_all_knowing_the_same(prepared: Path, tmp_path: Path) -> None:
    fired: Counter[str] = Counter()
    for seed in range(HISTORIES):
        with Day(tmp_path / f"{seed}", seed, fired).begun(prepared) as day:
            day.run(STEPS, LENGTH)
    assert {step.__name__ for step in STEPS} == {*fired}, "each fault has happened"


def test_a_day_is_the_same_each_time(prepared: Path, tmp_path: Path) -> None:
    ends = []
    for turn in range(2):
        with Day(tmp_path / f"{turn}", 5).begun(prepared) as day:
            day.run(STEPS, LENGTH)
            ends.append(day.hub.station.queries.folded())
    assert ends[0] == ends[1]


Plant = Callable[[pytest.MonkeyPatch], None]


def _writes_into_the_log_of_before(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(OwnLog, "_fresh", lambda self: LogId(f"{self._station}{0:016x}"))


def _follows_any_clock(patch: pytest.MonkeyPatch) -> None:
    for where in (hlc, chain, recording):
        patch.setattr(where, "is_too_far_ahead", lambda _stamp, _now: False)


def _goes_on_in_a_log_that_is_ahead(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(OwnLog, "come_back", lambda _self, _now: None)


def _stamps_by_the_wall_clock_alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(recording, "tick", lambda _last, now: now << 16)


def _prints_again_what_it_was_printing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(printing, "after_restart", lambda _state, doubtful: JobState.QUEUED)
    patch.setattr(badges, "may_follow", lambda _before, _state: True)  # the table of states would not let it


def _believes_an_older_state_of_its_jobs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Holding, "doubtful", property(lambda _self: False))
    patch.setattr(accepting, "doubt_jobs", lambda _unit, _facts: None)


def _leaves_what_an_older_version_could_not_read(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checking, "is_current", lambda _link: True)


def _drops_kinds_it_does_not_know(patch: pytest.MonkeyPatch) -> None:
    def refusal(_self: Bounds, fact: Fact) -> Why | None:
        return None if fact.said else Why.MALFORMED

    patch.setattr(Bounds, "refusal", refusal)


def _forgets_what_is_newer_than_a_backup(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(restoring, "take_what_is_newer", lambda *_arguments: (0, None))


def _says_stored_before_it_is(patch: pytest.MonkeyPatch) -> None:
    def accept(_self: Accepting, facts: Sequence[Fact], _documents: Sequence[bytes] = ()) -> Accepted:
        return Accepted((Stored(),) * len(facts), frozenset())

    patch.setattr(Accepting, "accept", accept)


def _lists_what_it_had_a_part_in(patch: pytest.MonkeyPatch) -> None:
    whole = StoreQueries.conflicts

    def conflicts(self: StoreQueries) -> Sequence[Conflict]:
        return [each for each in whole(self) if self._station.id in each.stations]

    patch.setattr(StoreQueries, "conflicts", conflicts)


def _asks_for_no_documents(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(responding, "_lacking", lambda _log, _after: ())
    patch.setattr(conversing, "_wanted", _none_wanted)
    patch.setattr(Conversation, "_lacked_there", _none_lacked)


def _none_wanted(_digests: Sequence[Digest]) -> Any:
    yield from ()
    return {}


def _none_lacked(_self: Conversation, _facts: Sequence[Fact]) -> Any:
    yield from ()
    return []


PLANTED: dict[str, tuple[Plant, tuple[Step, ...]]] = {
    "a laptop goes on in a log it wrote before": (_writes_into_the_log_of_before, (scan, meet, reopen)),
    "a clock that is far ahead is followed": (_follows_any_clock, (scan, meet, set_a_clock)),
    "a clock that came back goes on as it was": (_goes_on_in_a_log_that_is_ahead, (scan, meet, set_a_clock)),
    "stamps are what the wall clock says": (_stamps_by_the_wall_clock_alone, (scan, set_a_clock)),
    "what was being printed is printed again": (_prints_again_what_it_was_printing, (scan, print_badges, reopen)),
    "an older state prints what waited in it": (_believes_an_older_state_of_its_jobs, (scan, print_badges, save_a_folder, lie)),
    "what an older version could not read is left so": (
        _leaves_what_an_older_version_could_not_read,
        (scan, meet, bring_an_older_version),
    ),
    "an older version drops what it cannot read": (_drops_kinds_it_does_not_know, (scan, meet, bring_an_older_version)),
    "what is newer than a backup is forgotten": (_forgets_what_is_newer_than_a_backup, (back_up_and_restore,)),
    "what is not written is said to be stored": (_says_stored_before_it_is, (scan, meet)),
    "only those who had a part in a contradiction list it": (_lists_what_it_had_a_part_in, (amend, seat, scan)),
    "documents are not handed on": (_asks_for_no_documents, (amend, meet)),
}  # fmt: skip


@pytest.mark.parametrize("bug", PLANTED)
def test_a_day_finds_a_bug_that_is_planted(
    bug: str, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant, steps = PLANTED[bug]
    plant(monkeypatch)
    for seed in range(10):
        with Day(tmp_path / f"{seed}", seed).begun(prepared, DESKS[:2]) as day:
            try:
                day.run(steps, 30)
            except (Broken, Problem, IntegrityError):
                return
    pytest.fail(f"no day has found that {bug}")
