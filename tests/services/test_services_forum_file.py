"""A forum's file comes out of a store as it went in, byte for byte."""

from pathlib import Path

import pytest

from checkin_app.bootstrap import station as stations
from checkin_app.files.forum_file import forum_bytes, parse_forum

WHOLE = forum_bytes("gstf-2024")
ZONED = WHOLE.replace(b"languages =", b'time_zone = "Asia/Shanghai"\nlanguages =', 1)


@pytest.mark.parametrize(
    "sent",
    [WHOLE, ZONED, WHOLE.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + WHOLE, ZONED.replace(b"+08:00", b"")],
    ids=["as it comes", "with its zone", "line ends of Windows", "byte order mark", "times of the hall"],
)
def test_a_forum_file_comes_out_as_it_went_in_and_says_the_same(tmp_path: Path, sent: bytes) -> None:
    (tmp_path / "forum.toml").write_bytes(sent)
    stations.new_station(tmp_path / "desk", str(tmp_path / "forum.toml"), "Desk", "")
    opened = stations.opened(tmp_path / "desk")
    try:
        assert opened.station.queries.forum_file() == sent
        assert opened.station.forum == parse_forum(sent, "forum.toml")
        assert [each.opens_at for each in opened.station.forum.sessions] == [
            each.opens_at for each in parse_forum(WHOLE, "forum.toml").sessions
        ]
    finally:
        opened.store.close()
