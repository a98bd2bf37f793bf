"""A forum in a zone with clock changes is read, and a time that its clock does not show, or shows twice, is told."""

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.forum import Forum, instant
from checkin_app.domain.problems import ForumFileInvalid
from checkin_app.files.forum_file import parse_forum
from checkin_app.files.time_zones import offsets_at, zone_meant, zone_named, zone_names

ROOT = Path(__file__).resolve().parents[2]
HEAD = """\
id = "river-days"
languages = ["en"]
days = [{days}]
{zone}
badge_template = "a6"
default_category = "guest"
name = {{ en = "River Days" }}
short_name = {{ en = "River" }}
theme = {{ en = "Banks" }}
city = {{ en = "Lisbon" }}
[[categories]]
id = "guest"
letter = "G"
name = {{ en = "Guest" }}
colour = "#104060"
precedence = 1
"""
SESSION = """\
[[sessions]]
id = "session-{number}"
name = {{ en = "Session" }}
place = {{ en = "Hall" }}
starts = {starts}
ends = {ends}
doors_open = 30
admits = "all"
"""


def forum(*sessions: tuple[str, str], zone: str = "Europe/Lisbon") -> Forum:
    days = ", ".join(sorted({starts[:10] for starts, _ in sessions}))
    text = HEAD.format(days=days, zone=f'time_zone = "{zone}"' if zone else "")
    for number, (starts, ends) in enumerate(sessions, start=1):
        text += SESSION.format(number=number, starts=starts, ends=ends)
    return parse_forum(text.encode(), "river.toml")


#: Clocks in Lisbon go back on 2024-10-27 at 02:00 to 01:00, and forward on 2025-03-30 at 01:00 to 02:00.
AUTUMN = (
    ("2024-10-26T09:00:00+01:00", "2024-10-26T10:30:00+01:00"),
    ("2024-10-26T23:00:00+01:00", "2024-10-27T01:30:00+00:00"),
    ("2024-10-27T09:00:00+00:00", "2024-10-27T10:30:00+00:00"),
)


def test_a_forum_over_a_change_of_clocks_is_read_and_shown_in_the_hall_s_time() -> None:
    autumn = forum(*AUTUMN)
    assert autumn.days() == (date(2024, 10, 26), date(2024, 10, 27))
    shown = [f"{autumn.in_hall(moment):%d %H:%M %z}" for each in autumn.sessions for moment in (each.starts, each.ends)]
    assert shown == [
        "26 09:00 +0100", "26 10:30 +0100", "26 23:00 +0100", "27 01:30 +0000", "27 09:00 +0000", "27 10:30 +0000",
    ]  # fmt: skip
    assert f"{autumn.local(autumn.sessions[2].opens_at):%H:%M}" == "08:30"


def test_times_without_an_offset_are_the_hall_s() -> None:
    bare = forum(("2024-10-26T09:00:00", "2024-10-26T10:30:00"), ("2024-10-27T09:00:00", "2024-10-27T10:30:00"))
    whole = forum(AUTUMN[0], AUTUMN[2])
    assert [each.opens_at for each in bare.sessions] == [each.opens_at for each in whole.sessions]
    assert [each.closes_at for each in bare.sessions] == [each.closes_at for each in whole.sessions]


def test_a_session_over_the_change_lasts_as_long_as_it_does() -> None:
    back = forum(("2024-10-26T23:00:00", "2024-10-27T03:00:00")).sessions[0]
    assert back.closes_at - instant(back.starts) == 5 * 3_600_000
    ahead = forum(("2025-03-29T23:00:00", "2025-03-30T03:00:00")).sessions[0]
    assert ahead.closes_at - instant(ahead.starts) == 3 * 3_600_000
    # doors open half an hour before, whatever the clock then shows
    early = forum(("2025-03-30T02:10:00", "2025-03-30T04:00:00"))
    assert f"{early.local(early.sessions[0].opens_at):%H:%M}" == "00:40"


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "line", "said"),
    [
        ("2025-03-30T01:30:00", "2025-03-30T04:00:00", "Europe/Lisbon", "starts", "a time that the clocks there show"),
        ("2024-10-27T00:30:00", "2024-10-27T01:30:00", "Europe/Lisbon", "ends", "01:30:00+01:00 and 2024-10-27 01:30:00+00:00"),
        ("2024-10-26T09:00:00+08:00", "2024-10-26T10:00:00", "Europe/Lisbon", "starts", "02:00:00+01:00"),
        ("2024-10-27T09:00:00+01:00", "2024-10-27T10:00:00+00:00", "Europe/Lisbon", "starts", "08:00:00+00:00"),
        ("2024-10-26T09:00:00", "2024-10-26T10:00:00", "europe/lisboa", "time_zone", "did you mean “Europe/Lisbon”"),
        ("2024-10-26T09:00:00", "2024-10-26T10:00:00", "UTC+1", "time_zone", "IANA"),
        ("2024-10-26T09:00:00", "2024-10-26T10:00:00", "../../etc/passwd", "time_zone", "IANA"),
        ("2024-10-26T09:00:00", "2024-10-26T10:00:00", "Europe", "time_zone", "IANA"),
        ("2024-10-26T09:00:00", "2024-10-26T10:00:00", "", "starts", "with its offset"),
    ],
)  # fmt: skip
def test_a_time_that_does_not_fit_the_zone_is_told_with_its_line(
    starts: str, ends: str, zone: str, line: str, said: str
) -> None:
    with pytest.raises(ForumFileInvalid) as caught:
        forum((starts, ends), zone=zone)
    text = HEAD.format(days="", zone='time_zone = ""' if zone else "") + SESSION.format(number=1, starts="", ends="")
    blamed = next(number for number, each in enumerate(text.split("\n"), start=1) if each.startswith(line))
    assert f"line {blamed}:" in str(caught.value)
    assert said in str(caught.value)


def test_of_two_offsets_without_a_zone_the_way_out_is_told() -> None:
    with pytest.raises(ForumFileInvalid, match="time_zone"):
        forum(AUTUMN[0], AUTUMN[2], zone="")


def test_the_same_zone_is_the_same_in_every_reading_so_that_forums_compare() -> None:
    assert forum(*AUTUMN) == forum(*AUTUMN)
    assert all(zone_named(name) is not None for name in zone_names())
    assert zone_meant("asia/shanghi") == "Asia/Shanghai"
    assert zone_meant("—") == ""


_TOLD = """
import sys
sys.path.insert(0, {root!r} + "/tests/files")
from test_files_time_zones import AUTUMN, forum
from checkin_app.domain.ids import Instant
told = forum(*AUTUMN)
for at in range(1729900800000, 1730160000000, 1800000):
    print(told.local(Instant(at)), told.day_of(Instant(at)), told.is_on(Instant(at)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="TZ is POSIX's way to say where a laptop is")
def test_the_hall_s_time_is_told_and_decides_whatever_zone_the_laptop_is_in() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _TOLD.format(root=str(ROOT))],
            cwd=ROOT, env={**os.environ, "TZ": zone, "PYTHONTZPATH": "/nowhere"}, capture_output=True, text=True, check=True,
        ).stdout
        for zone in ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Apia")
    }  # fmt: skip
    assert len(told) == 1
    assert "2024-10-27 01:30:00+01:00" in (lines := told.pop())
    assert "2024-10-27 01:30:00+00:00" in lines


ZONES = st.sampled_from(
    ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Shanghai", "Atlantic/Azores"]
)
MINUTES = st.integers(0, 20 * 365 * 24 * 60).map(
    lambda count: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=count)
)


@given(zone=ZONES, moment=MINUTES)
def test_what_a_clock_shows_at_a_moment_leads_back_to_it(zone: str, moment: datetime) -> None:
    named = zone_named(zone)
    assert named is not None
    shown = moment.astimezone(named)
    clock = shown.replace(tzinfo=None)
    assert moment in [clock.replace(tzinfo=offset) for offset in offsets_at(clock, named)]


@given(zone=ZONES, first=MINUTES, second=MINUTES)
def test_two_moments_in_the_hall_s_time_compare_and_differ_as_they_do_in_truth(
    zone: str, first: datetime, second: datetime
) -> None:
    there = forum(("2024-06-01T09:00:00", "2024-06-01T10:00:00"), zone=zone)
    one, other = there.in_hall(first), there.local(instant(second))
    assert (one < other) == (first < second)
    assert one - other == first - second


@given(zone=ZONES, day=st.dates(date(2020, 1, 1), date(2039, 12, 31)), clock=st.times())
def test_a_time_of_a_day_is_the_first_moment_at_which_the_clock_shows_it_or_later(
    zone: str, day: date, clock: time
) -> None:
    there = forum(("2024-06-01T09:00:00", "2024-06-01T10:00:00"), zone=zone)
    moment = there.wall(day, clock)
    shown = moment.replace(tzinfo=None)
    wanted = datetime.combine(day, clock)
    offsets = offsets_at(wanted, zone_named(zone))
    if offsets:
        assert moment == min(wanted.replace(tzinfo=each) for each in offsets)
    else:
        assert timedelta() < shown - wanted <= timedelta(hours=1)


def test_only_the_forum_turns_moments_into_the_hall_s_time() -> None:
    """A moment that carries its zone compares by the clock; one in the laptop's own zone is nobody's time."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("checkin_app", "printing", "db")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name not in {"forum.py", "time_zones.py", "forum_table.py", "forum_writer.py", "restoring.py"}
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\.astimezone\(|\.time_zone\b|datetime\.now\(\)|localtime|toLocalTime|currentDateTime\(", line)
    ]
    assert found == []
