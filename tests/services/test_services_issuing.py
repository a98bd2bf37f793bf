"""Badges that leave in files count as issued before the file is there: a new one voids them, and no desk prints them again."""

from pathlib import Path

import pypdfium2
import pytest

from checkin_app.bootstrap import papers
from checkin_app.domain.changes import Changed
from checkin_app.domain.hand_outs import HandOut, Wanted
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.problems import FileNotWritable, WorkStopped
from checkin_app.domain.problems_lists import ListBeingTaken
from checkin_app.domain.problems_records import BadgeLeftInFile, NoBadgesInFile
from checkin_app.services.exchange import exchange
from checkin_app.services.issuing import Leaving

OPENING = CheckpointId("opening")


def save(post, path: Path, progress=lambda _done, _whole: None):
    return papers.write_hand_out(post.station, Wanted(HandOut.BADGES), path, progress)


def in_files(post, guest) -> frozenset[int]:
    return post.card(guest).in_files


def test_a_bulk_run_issues_every_badge_in_it_and_no_other(post, tmp_path: Path) -> None:
    ana, ben, odd = post.register("Ana Sol"), post.register("Ben Roe"), post.register("𠮷")
    post.station.badges.revoke(ben.id, "not coming")
    written = save(post, tmp_path / "all.pdf")
    assert (in_files(post, ana), in_files(post, ben), in_files(post, odd)) == ({1}, frozenset(), frozenset())
    assert (written.written, len(written.left_out)) == (1, 1)
    assert {Changed.BADGES} <= written.changes


def test_the_record_is_there_before_the_file(post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = post.register("Ana Sol")
    seen = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda draft, path: seen.append(in_files(post, ana)) or replace(draft, path))
    save(post, tmp_path / "all.pdf")
    ben = post.register("Ben Roe")
    monkeypatch.setattr(Path, "replace", lambda draft, path: seen.append(in_files(post, ben)) or replace(draft, path))
    papers.save_badge(post.station, ben.id, 1, tmp_path / "one.pdf")
    assert seen == [{1}, {1}]


def test_a_lost_badge_of_the_bulk_run_is_replaced_and_its_code_stops(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    save(post, tmp_path / "all.pdf")
    with pytest.raises(BadgeLeftInFile):  # a desk that has not looked again says that another exists
        post.station.badges.print(ana.id, "A")
    former, replaced = post.code(ana), post.station.badges.replace(ana.id, "lost", 1, "A")
    assert (replaced.badge.current, replaced.job.issue) == (2, 2)
    outcome = post.station.scanning.scan([former], OPENING)
    assert (outcome.decision.verdict, outcome.decision.reason) == (Verdict.STOP, Reason.BADGE_REPLACED)
    assert post.station.scanning.scan([post.code(ana, 2)], OPENING).decision.verdict is Verdict.GO


def test_a_first_admission_owes_no_badge_that_left_in_a_file(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    save(post, tmp_path / "all.pdf")
    ben = post.register("Ben Roe")
    scanning = post.station.scanning
    object.__setattr__(scanning, "badge_printer", lambda: "A")
    assert scanning.scan([post.code(ana)], OPENING).job is None
    assert scanning.scan([post.code(ben)], OPENING).job is not None


def test_other_laptops_hear_of_it(new_post, tmp_path: Path) -> None:
    here, there = new_post("here"), new_post("there")
    ana = here.register("Ana Sol")
    save(here, tmp_path / "all.pdf")
    exchange(here.station, there.station)
    assert in_files(there, ana) == {1}


def test_a_file_that_was_not_printed_is_taken_back_and_only_that_one(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    first = save(post, tmp_path / "first.pdf")
    ben = post.register("Ben Roe")
    post.clock.at = Instant(post.clock.at + 1000)
    second = save(post, tmp_path / "second.pdf")
    assert save(post, tmp_path / "third.pdf").issued is None  # nothing new leaves, and nothing is written
    issuing = post.station.issuing
    issuing.take_back()
    assert (in_files(post, ana), in_files(post, ben)) == ({1}, frozenset())
    with pytest.raises(NoBadgesInFile):
        issuing.take_back(second.issued)
    issuing.take_back(first.issued)
    with pytest.raises(NoBadgesInFile):
        issuing.take_back()
    assert in_files(post, ana) == frozenset()
    assert post.station.badges.print(ana.id, "A").job.issue == 1
    post.station.upkeep.check()


def test_where_nothing_can_be_recorded_no_file_is_made(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    with post.station.operations.alone(), pytest.raises(ListBeingTaken):
        save(post, tmp_path / "all.pdf")
    told = []

    def stop(done: int, whole: int) -> None:
        told.append(done)
        if len(told) > 1:  # drawn, and being recorded
            raise WorkStopped

    with pytest.raises(WorkStopped):
        save(post, tmp_path / "all.pdf", stop)
    assert (list(tmp_path.glob("*.pdf")), in_files(post, ana)) == ([], frozenset())


def test_a_disk_that_fills_with_the_last_of_it_leaves_no_badge_issued(
    post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = post.register("Ana Sol")

    def full(_draft: Path, _path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileNotWritable):
        save(post, tmp_path / "all.pdf")
    assert in_files(post, ana) == frozenset()


def test_one_badge_saved_twice_is_recorded_once_and_each_issue_for_itself(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    for _ in range(2):
        papers.save_badge(post.station, ana.id, 1, tmp_path / "one.pdf")
    assert post.station.issuing.one(Leaving(ana.id, 1)).changes == frozenset()
    post.station.badges.replace(ana.id, "lost", 1)
    assert 2 not in in_files(post, ana)
    papers.save_badge(post.station, ana.id, 2, tmp_path / "two.pdf")
    assert in_files(post, ana) == {1, 2}


def test_a_try_leaves_neither_file_nor_record(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    papers.try_badge(post.station, post.card(ana), tmp_path / "one.pdf")
    assert (list(tmp_path.glob("*.pdf")), in_files(post, ana)) == ([], frozenset())
    with pytest.raises(FileNotWritable):
        papers.try_badge(post.station, post.card(ana), tmp_path / "nowhere" / "one.pdf")


def test_the_record_tells_of_it(post, tmp_path: Path) -> None:
    ana = post.register("Ana Sol")
    save(post, tmp_path / "all.pdf")
    record = post.station.queries.record(ana.id)
    assert [(each.kind, each.issue) for each in record.changes][-1] == ("badge.issued", 1)
    with pypdfium2.PdfDocument(tmp_path / "all.pdf") as pdf:
        assert len(pdf) == 1
