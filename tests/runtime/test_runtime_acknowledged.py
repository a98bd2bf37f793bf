"""What of a laptop's own entries is only there: counted by what others hold and by what is on a stick, never too few."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import LogId, StationId
from checkin_app.domain.sync.status import OnlyHere
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime.acknowledged import FILE, Acknowledged
from checkin_app.runtime.bundled import note_bundled

OWN, OTHER = StationId("11" * 8), StationId("22" * 8)
LOGS = [LogId(f"{station}{place:016x}") for station in (OWN, OTHER) for place in range(3)]
HEADS = st.dictionaries(st.sampled_from(LOGS), st.integers(1, 9))


@given(vector=HEADS, held=HEADS, saved=HEADS)
def test_each_entry_of_its_own_is_elsewhere_or_only_here_and_of_those_on_a_stick_or_not(
    tmp_path_factory, vector, held, saved
) -> None:
    folder = tmp_path_factory.mktemp("station")
    known = Acknowledged(folder, OWN)
    known.note(held)
    note_bundled(folder, saved)
    own = {(log_id, seq) for log_id, head in vector.items() if log_id.startswith(OWN) for seq in range(1, head + 1)}
    only = {(log_id, seq) for log_id, seq in own if seq > held.get(log_id, 0)}
    on_stick = {(log_id, seq) for log_id, seq in only if seq <= saved.get(log_id, 0)}
    assert known.only_here(Vector(vector)) == OnlyHere(len(only), len(on_stick))


def test_what_another_lane_of_the_laptop_learns_is_counted_at_once(tmp_path: Path) -> None:
    vector, shown, learns = Vector({LOGS[0]: 9}), Acknowledged(tmp_path, OWN), Acknowledged(tmp_path, OWN)
    assert shown.only_here(vector) == OnlyHere(9)
    note_bundled(tmp_path, {LOGS[0]: 7})
    assert shown.only_here(vector) == OnlyHere(9, 7)
    learns.note({LOGS[0]: 4})
    learns.keep()
    assert shown.only_here(vector) == OnlyHere(5, 3)


def test_what_two_lanes_learn_is_kept_of_both(tmp_path: Path) -> None:
    one, other = Acknowledged(tmp_path, OWN), Acknowledged(tmp_path, OWN)
    one.note({LOGS[0]: 4})
    other.note({LOGS[1]: 2})
    one.keep()
    other.keep()
    assert Acknowledged(tmp_path, OWN).only_here(Vector({LOGS[0]: 4, LOGS[1]: 3})) == OnlyHere(1)


def test_what_another_that_knew_less_wrote_over_it_is_written_again(tmp_path: Path) -> None:
    known = Acknowledged(tmp_path, OWN)
    known.note({LOGS[0]: 4})
    known.keep()
    (tmp_path / FILE).write_text(f'{{"{LOGS[1]}": 2}}')
    known.keep()
    assert Acknowledged(tmp_path, OWN).only_here(Vector({LOGS[0]: 4, LOGS[1]: 2})) == OnlyHere(0)


def test_files_that_say_nothing_readable_tell_of_nobody(tmp_path: Path) -> None:
    for content in (b"[", b"\xff\xfe", b'{"a": "b"}', b""):
        (tmp_path / FILE).write_bytes(content)
        (tmp_path / "bundled.json").write_bytes(content)
        assert Acknowledged(tmp_path, OWN).only_here(Vector({LOGS[0]: 9})) == OnlyHere(9)
