"""A bundle is used whole and by those it was sealed for, or not at all; each thing that can be wrong has its sentence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.facts import GENESIS, Fact
from checkin_app.domain.hlc import Hlc
from checkin_app.domain.ids import FactId, ForumId, Instant, LogId, Subject
from checkin_app.domain.problems import FileNotWritable
from checkin_app.domain.problems_sync import (
    BundleCut,
    BundleDamaged,
    BundleForeign,
    BundleNotForUs,
    BundleProblem,
    BundleUnknown,
    BundleUnreadable,
)
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.messages import LONGEST, Batch, Compare
from checkin_app.files import bundle_file
from checkin_app.files.bundle_file import MAGIC, Sealing
from checkin_app.runtime.keys import StationKeys

FORUM = ForumId("harbour-2024")
WRITER, READER, OTHER = (StationKeys.of(bytes(32), bytes([number]) * 32) for number in (1, 2, 3))


def _fact(number: int) -> Fact:
    named = FactId(f"01890000-0000-7000-8000-{number:012x}")
    log_id = LogId(f"{WRITER.station}{number:016x}")
    return Fact(
        log_id, 1, named, Hlc(1), Instant(1), 0, "note", 1, "", Subject("delegate:1"), b"{}", GENESIS, bytes(64)
    )


BATCHES = (Batch((_fact(1), _fact(2)), (b"a document",)), Batch((_fact(3),)))


def write(path: Path, batches: tuple[Batch, ...] = BATCHES) -> bytes:
    readers = {each.station: each.public_key for each in (WRITER, READER)}
    written = bundle_file.write(path, Sealing(FORUM, WRITER, Instant(7), readers), batches)
    assert written.facts == sum(len(each.facts) for each in batches)
    assert {*written.stations} == {*readers}
    return path.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write(tmp_path_factory.mktemp("bundle") / "one.bundle")


def read(path: Path, content: bytes, keys: StationKeys = READER) -> tuple[Batch, ...]:
    path.write_bytes(content)
    return tuple(bundle_file.proven(path, FORUM, keys).batches())


def test_a_bundle_is_what_was_put_into_it(tmp_path: Path) -> None:
    path = tmp_path / "one.bundle"
    write(path)
    bundle = bundle_file.proven(path, FORUM, READER)
    assert (bundle.facts, bundle.sender, bundle.at) == (3, WRITER.station, 7)
    assert tuple(bundle.batches()) == BATCHES
    assert read(path, write(path, ())) == ()


def test_nothing_of_what_it_says_of_people_can_be_read_in_it(whole: bytes) -> None:
    assert b"document" not in whole
    assert b"delegate:1" not in whole


@given(st.data())
def test_a_bundle_that_is_cut_anywhere_is_refused_and_says_so(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.bundle"
    place = data.draw(st.integers(1, len(whole) - 1))
    with pytest.raises(BundleCut, match="The end of"):
        read(path, whole[:place])


@given(st.data())
def test_a_bundle_in_which_any_byte_was_changed_is_refused(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "changed.bundle"
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :]
    with pytest.raises(BundleProblem):
        read(path, changed)


def test_bytes_behind_its_end_are_refused(whole: bytes, tmp_path: Path) -> None:
    with pytest.raises(BundleDamaged):
        read(tmp_path / "one.bundle", whole + b"more")


def test_a_bundle_of_another_forum_is_refused_with_its_name(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "one.bundle"
    path.write_bytes(whole)
    with pytest.raises(BundleForeign, match="belongs to another forum: harbour-2024"):
        bundle_file.proven(path, ForumId("another"), READER)


def test_a_laptop_for_which_it_was_not_sealed_cannot_open_it(whole: bytes, tmp_path: Path) -> None:
    with pytest.raises(BundleNotForUs, match="was not sealed for this laptop"):
        read(tmp_path / "one.bundle", whole, OTHER)


@pytest.mark.parametrize("content", [b"", b"name,phone\n", b"PK\x03\x04" * 9, MAGIC.replace(b"1", b"2") + bytes(99)])
def test_what_is_no_bundle_of_this_version_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(BundleUnknown):
        read(tmp_path / "one.bundle", content)


def test_what_cannot_be_read_or_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleUnreadable):
        bundle_file.proven(tmp_path / "none", FORUM, READER)
    for path in (tmp_path, Path("/dev/zero")):
        with pytest.raises(BundleProblem):
            bundle_file.proven(path, FORUM, READER)


def _length_of(number: int) -> Callable[[bytes], bytes]:
    return lambda whole: whole[: len(MAGIC)] + number.to_bytes(4) + whole[len(MAGIC) + 4 :]


@pytest.mark.parametrize("hostile", [_length_of(2**32 - 1), _length_of(2**20 + 1), _length_of(0)])
def test_a_length_that_is_too_great_is_refused_before_it_is_read(
    hostile: Callable[[bytes], bytes], whole: bytes, tmp_path: Path
) -> None:
    with pytest.raises(BundleDamaged):
        read(tmp_path / "one.bundle", hostile(whole))


@pytest.mark.parametrize("piece", [wire.encoded(Compare(bytes(16))), b"no message", b"", wire.FORM + bytes(99)])
def test_what_a_laptop_that_takes_part_put_in_and_is_no_batch_is_refused_before_anything_is_taken(
    piece: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, encoded = tmp_path / "one.bundle", wire.encoded
    monkeypatch.setattr(wire, "encoded", lambda batch: encoded(batch) if batch.documents else piece)
    content = write(path)
    monkeypatch.undo()
    with pytest.raises(BundleDamaged):
        read(path, content)


def test_a_bundle_that_says_to_be_another_laptop_s_is_refused(tmp_path: Path) -> None:
    """Whoever knows for whom bundles are sealed can write one: only the signature says who did."""
    pretending = replace(OTHER, public_key=WRITER.public_key)
    path = tmp_path / "one.bundle"
    bundle_file.write(path, Sealing(FORUM, pretending, Instant(7), {READER.station: READER.public_key}), BATCHES)
    with pytest.raises(BundleDamaged):
        bundle_file.proven(path, FORUM, READER)


@pytest.mark.parametrize("more", [-1, 1, 1 << 62])
def test_a_bundle_that_counts_its_facts_wrongly_is_refused(
    more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, end = tmp_path / "one.bundle", bundle_file._End
    monkeypatch.setattr(bundle_file, "_End", lambda facts: end(facts + more))
    content = write(path)
    monkeypatch.undo()
    with pytest.raises(BundleDamaged):
        read(path, content)


def test_a_piece_longer_than_any_message_is_refused_before_it_is_read(whole: bytes, tmp_path: Path) -> None:
    header = int.from_bytes(whole[len(MAGIC) : len(MAGIC) + 4])
    begins = len(MAGIC) + 4 + header
    with pytest.raises(BundleDamaged):
        read(tmp_path / "one.bundle", whole[:begins] + (LONGEST + 17).to_bytes(4) + whole[begins + 4 :])


def test_a_bundle_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritable):
        write(tmp_path / "no folder" / "one.bundle")
    path = tmp_path / "one.bundle"
    before = write(path)

    def cut() -> tuple[Batch, ...]:
        raise BundleProblem(file="")

    with pytest.raises(BundleProblem):
        bundle_file.write(path, Sealing(FORUM, WRITER, Instant(7), {}), (cut() for _ in range(1)))  # type: ignore[misc]  # it yields nothing
    assert path.read_bytes() == before
