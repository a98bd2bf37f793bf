import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from checkin_app.domain.forum import ListedOperator
from checkin_app.domain.ids import CategoryId, CheckpointId, RouteId
from checkin_app.domain.problems import ForumFileInvalid, ForumFileMissing
from checkin_app.domain.roles import OperatorRole
from checkin_app.files.forum_file import LARGEST, forum_bytes, forum_names, parse_forum

SMALL = """\
id = "harbour-days"
languages = ["en", "fr"]
country = "FR"
days = [2031-05-06, 2031-05-07]
badge_template = "a6"
default_category = "guest"
visit = "tour"

[name]
en = "Harbour Days"
fr = "Journées du port"
[short_name]
en = "Harbour"
fr = "Port"
[theme]
en = "Quays"
fr = "Quais"
[city]
en = "Portville"
fr = "Portville"

[[categories]]
id = "guest"
letter = "G"
name = { en = "Guest", fr = "Invité" }
colour = "#104060"
precedence = 2

[[categories]]
id = "speaker"
letter = "S"
name = { en = "Speaker", fr = "Orateur" }
colour = "#601040"
precedence = 1

[[sessions]]
id = "tour"
name = { en = "Tour", fr = "Visite" }
place = { en = "Gate", fr = "Porte" }
starts = 2031-05-07T14:00:00+02:00
ends = 2031-05-07T18:00:00+02:00
doors_open = 45
admits = "all"

[[sessions]]
id = "opening"
name = { en = "Opening", fr = "Ouverture" }
topic = { en = "Beginnings", fr = "Débuts" }
place = { en = "Hall", fr = "Salle" }
starts = 2031-05-06T09:00:00+02:00
ends = 2031-05-06T10:00:00+02:00
doors_open = 60
admits = [
    "guest",
    "speaker",
]

[[routes]]
id = "1"
name = { en = "Route 1", fr = "Circuit 1" }
stops = [
    { en = "Lighthouse", fr = "Phare" },
    { en = "Dry dock", fr = "Cale sèche" },
]
"""


def line(wanted: str, text: str = SMALL, nth: int = 0) -> int:
    return [number for number, each in enumerate(text.split("\n"), start=1) if wanted in each][nth]


def mistake(old: str, new: str, *, nth: int = 0) -> ForumFileInvalid:
    places = [found.start() for found in re.finditer(re.escape(old), SMALL)]
    text = SMALL[: places[nth]] + new + SMALL[places[nth] + len(old) :]
    with pytest.raises(ForumFileInvalid) as caught:
        parse_forum(text.encode(), "harbour.toml")
    return caught.value


def test_a_small_forum_reads_as_it_stands() -> None:
    forum = parse_forum(SMALL.encode(), "harbour.toml")
    assert [category.id for category in forum.categories] == ["speaker", "guest"]
    assert [session.id for session in forum.sessions] == ["opening", "tour"]
    assert forum.sessions[0].topic.in_("fr") == "Débuts"
    assert forum.sessions[1].admits == {"guest", "speaker"}
    assert forum.routes[0].stops[1].name.in_("fr") == "Cale sèche"
    assert forum.time_zone.utcoffset(None) == timedelta(hours=2)
    assert forum.visit == "tour"
    assert not forum.routes[0].charter
    abroad = parse_forum(SMALL.replace('id = "1"\n', 'id = "1"\ncharter = true\n').encode(), "harbour.toml")
    assert abroad.routes[0].charter


def test_a_forum_may_have_no_visit_and_no_routes() -> None:
    text = SMALL.replace('visit = "tour"\n', "").split("[[routes]]")[0]
    forum = parse_forum(text.encode(), "harbour.toml")
    assert (forum.visit, forum.routes) == (None, ())


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    plain = parse_forum(SMALL.encode(), "harbour.toml")
    assert parse_forum(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode(), "harbour.toml") == plain


def operators_in(text: str) -> str:
    return f"{SMALL}\n[[operators]]\n{text}\n"


def test_a_forum_may_name_who_acts() -> None:
    text = operators_in('name = "Lena Lead"\nrole = "lead"\n[[operators]]\nname = "陈静"\nrole = "duty_officer"')
    forum = parse_forum(text.encode(), "harbour.toml")
    assert forum.operators == (
        ListedOperator("Lena Lead", OperatorRole.LEAD),
        ListedOperator("陈静", OperatorRole.DUTY_OFFICER),
    )
    assert parse_forum(SMALL.encode(), "harbour.toml").operators == ()


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ('name = "Lena"\nrole = "laed"', "did you mean “lead”", "laed"),
        ('name = "Lena"', "“role”", "none"),
        (f'name = "{"x" * 61}"\nrole = "lead"', "60", "xxx"),
        ('name = "Lena"\nrole = "lead"\npin = "20417"', "one of name, role", "“pin”"),
        ('name = "Lena"\nrole = "lead"\n[[operators]]\nname = "LENA"\nrole = "lead"', "no other has", "LENA"),
    ],
)
def test_a_mistake_in_who_acts_is_named(text: str, expected: str, found: str) -> None:
    with pytest.raises(ForumFileInvalid) as problem:
        parse_forum(operators_in(text).encode(), "harbour.toml")
    assert expected in str(problem.value)
    assert found in str(problem.value)


# old text, new text, text of the line to blame (in the small forum), what is expected, what was found
MISTAKES = [
    ('id = "harbour-days"', 'id = "Harbour Days"', 'id = "harbour-days"', "an id of", "Harbour Days"),
    ('id = "harbour-days"', "id = 7", 'id = "harbour-days"', "an id of", "7"),
    ('country = "FR"', 'country = "France"', "country", "two letters", "France"),
    ('["en", "fr"]', "[]", "languages", "1 to 500", "0"),
    ('["en", "fr"]', '["en", "en"]', "languages", "only once", "en"),
    ('["en", "fr"]', '["en", "english"]', "languages", "BCP 47", "english"),
    ("2031-05-07]", "2031-05-08]", "starts = 2031-05-07", "2031-05-06, 2031-05-08", "2031-05-07"),
    ("2031-05-07]", "2031-05-07, 2031-05-09]", "days = [", "a day with a session", "2031-05-09"),
    ("2031-05-07]", '"tomorrow"]', "days = [", "a date", "tomorrow"),
    ('default_category = "guest"', 'default_category = "gest"', "default_category", "did you mean “guest”", "gest"),
    ('default_category = "guest"', "", 'id = "harbour-days"', "default_category", "none"),
    ('visit = "tour"', 'visit = "turn"', "visit", "did you mean “tour”", "turn"),
    ("visit =", "visitt =", "visit", "did you mean “visit”", "visitt"),
    ('visit = "tour"', "", "[[routes]]", "visit", "none"),
    ('id = "1"\n', 'charter = "yes"\nid = "1"\n', 'id = "1"', "true or false", "yes"),
    ('fr = "Port"', 'zh = "Port"', 'fr = "Port"', "one of en, fr", "unknown key “zh”"),
    ('fr = "Port"', "", "[short_name]", "“fr”", "none"),
    ('fr = "Port"', 'fr = "P\\u0007ort"', 'fr = "Port"', "one line", "P�ort"),
    ('fr = "Port"', f'fr = "{"x" * 5000}"', 'fr = "Port"', "300", "xxx"),
    ('letter = "S"', 'letter = "G"', 'letter = "S"', "no other has", "“G”"),
    ('letter = "S"', 'letter = "St"', 'letter = "S"', "one capital letter", "“St”"),
    ('id = "speaker"', 'id = "guest"', 'id = "speaker"', "no other has", "“guest”"),
    ('colour = "#601040"', 'colour = "plum"', "#601040", "#8A1538", "“plum”"),
    ("precedence = 1", "precedence = 0", "precedence = 1", "from 1 to 1000", "0"),
    ("precedence = 1", "precedence = true", "precedence = 1", "from 1 to 1000", "true"),
    ("precedence = 1", f"precedence = 0x{'F' * 5000}", "precedence = 1", "from 1 to 1000", "18 digits"),
    ('name = { en = "Speaker", fr = "Orateur" }', 'name = { en = "Speaker" }', 'en = "Speaker"', "“fr”", "none"),
    ('name = { en = "Speaker", fr = "Orateur" }', 'name = "Speaker"', 'en = "Speaker"', "each language", "Speaker"),
    ('id = "opening"', 'id = "2-3"', 'id = "opening"', "an id of", "2-3"),
    ('id = "opening"', 'id = "b-12"', 'id = "opening"', "taken for a bus", "b-12"),
    ('id = "opening"', 'id = "tour"', 'id = "opening"', "no other has", "tour"),
    ("ends = 2031-05-06T10", "ends = 2031-05-06T08", "ends = 2031-05-06T10", "after the start", "08:00"),
    ("ends = 2031-05-06T10", "ends = 2031-05-09T10", "ends = 2031-05-06T10", "24 hours", "05-09"),
    (
        "starts = 2031-05-06T09:00:00+02:00",
        "starts = 0001-01-01T00:00:00+02:00",
        "2031-05-06T09",
        "such as 2024",
        "0001-01-01",
    ),
    ("starts = 2031-05-06T09:00:00+02:00", "starts = 2031-05-06T09:00:00", "2031-05-06T09", "offset", "without"),
    ("ends = 2031-05-06T10:00:00+02:00", "ends = 2031-05-06T10:00:00+01:00", "2031-05-06T10", "offset", "+01:00"),
    ("ends = 2031-05-06T10:00:00+02:00", "ends = 2031-02-30T10:00:00+02:00", "2031-05-06T10", "TOML", "Invalid date"),
    ("doors_open = 60", "doors_open = -5", "doors_open = 60", "0 to 1440", "-5"),
    ('    "speaker",', '    "speeker",', '    "speaker",', "did you mean “speaker”", "speeker"),
    ('    "speaker",', '    "guest",', '    "speaker",', "only once", "guest"),
    ('admits = "all"', 'admits = "guest"', 'admits = "all"', "an array", "guest"),
    ('id = "1"', 'id = "route-1"', 'id = "1"', "capital letters", "route-1"),
    ('en = "Dry dock", fr = "Cale sèche"', 'en = "Dry dock"', "Dry dock", "“fr”", "none"),
    ('{ en = "Dry dock", fr = "Cale sèche" }', '"Dry dock"', "Dry dock", "a table", "Dry dock"),
    ('[[routes]]\nid = "1"', '[routes]\nid = "1"', "[[routes]]", "an array", "a table"),
    ('letter = "G"', "letter = G", 'letter = "G"', "TOML", "Invalid value"),
]


@pytest.mark.parametrize(("old", "new", "blamed", "expected", "found"), MISTAKES)
def test_a_mistake_is_told_with_its_line(old: str, new: str, blamed: str, expected: str, found: str) -> None:
    told = mistake(old, new)
    assert told.details["line"] == line(blamed)
    assert expected in str(told.details["expected"])
    assert found in str(told.details["found"])
    assert str(told).startswith("harbour.toml, line ")


def test_every_required_key_is_missed_with_the_line_of_its_table() -> None:
    optional = {"topic", "visit", "country"}
    for number, each in enumerate(SMALL.split("\n"), start=1):
        key = each.split(" = ")[0]
        if " = " not in each or each.startswith(" ") or key in optional:
            continue
        lines = SMALL.split("\n")
        end = number
        while lines[number - 1].endswith("[") and lines[end - 1] != "]":
            end += 1
        text = "\n".join(lines[: number - 1] + lines[end:])
        with pytest.raises(ForumFileInvalid) as caught:
            parse_forum(text.encode(), "harbour.toml")
        header = max((place for place, other in enumerate(lines[:number], 1) if other.startswith("[")), default=1)
        assert caught.value.details["line"] == header, key
        assert key in str(caught.value.details["expected"])


def test_text_in_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(ForumFileInvalid) as caught:
        parse_forum(SMALL.encode("latin-1"), "harbour.toml")
    assert caught.value.details["line"] == line("Journées")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the key “"),
        (b"a" * (LARGEST + 1), "at most 1 MiB"),
        (b"\n\na = " + b"[" * 100_000, "line 3: .* nested without end"),
        (b"PK\x03\x04\x14\x00", "line 1: expected TOML"),
        (b"id = " + b"9" * 5000, "line 1: expected TOML"),
    ],
)
def test_what_is_no_forum_file_is_refused_in_words(content: bytes, expected: str) -> None:
    with pytest.raises(ForumFileInvalid, match=expected):
        parse_forum(content, "strange.toml")


def test_a_file_made_to_be_slow_is_still_answered() -> None:
    slow = b"a = [\n" + b"1,\n" * 300_000 + b"]\n"
    with pytest.raises(ForumFileInvalid):
        parse_forum(slow, "slow.toml")


def test_a_forum_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for name in ("no-such-forum", str(tmp_path / "none.toml"), str(tmp_path), "a\0b"):
        with pytest.raises(ForumFileMissing):
            forum_bytes(name)


def test_a_forum_file_is_found_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "论坛.toml"
    path.write_text(SMALL, encoding="utf-8")
    assert forum_bytes(str(path)) == SMALL.encode()


def test_the_first_forum_is_the_concept_notes() -> None:
    forum = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
    assert forum_names() == ("gstf-2024",)
    assert forum.days() == (date(2024, 9, 25), date(2024, 9, 26))
    assert [day.isoweekday() for day in forum.days()] == [3, 4]
    assert forum.city.in_("zh") == "北京"
    assert forum.theme.in_("zh") == "可持续交通：物流联通世界"
    assert [session.name.in_("zh") for session in forum.sessions] == [
        "开幕式暨全体会议", "部长论坛", "主题会议1", "主题会议2", "欢迎晚宴", "主题会议3", "主题会议4", "技术参观",
    ]  # fmt: skip
    assert forum.session(CheckpointId("session-4")).topic.in_("zh") == (  # type: ignore[union-attr]  # it is there
        "生态优先——推动新能源发展，加快全球交通绿色低碳转型"
    )
    assert [[stop.name.in_("zh") for stop in route.stops] for route in forum.routes] == [
        ["自动驾驶示范区", "智能物流园区"],
        ["京郊农村公路", "城乡客运"],
        ["北京大兴国际机场", "城市轨道交通"],
        ["北京南站", "京津城际铁路", "天津港自动化码头"],
    ]
    assert [category.name.in_("zh") for category in forum.categories[:6]] == [
        "国家领导人", "交通部长", "国际组织负责人", "驻华使节", "企业家", "学者",
    ]  # fmt: skip
    assert forum.default_category == CategoryId("delegate")
    assert forum.route(RouteId("3")) is not None


def test_white_text_is_readable_on_every_category_colour_of_the_first_forum() -> None:
    for category in parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml").categories:
        channels = [int(category.colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
        luminance = sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
        assert 1.05 / (luminance + 0.05) >= 4.5, category.id  # WCAG 2.2, 1.4.3


@pytest.mark.parametrize("hostile", ["a" + ".a" * 500_000 + "=1", "[" + "a." * 500_000 + "a]"])
def test_a_key_of_very_many_parts_is_refused_at_once(hostile: str) -> None:
    with pytest.raises(ForumFileInvalid, match="parts"):
        parse_forum(hostile.encode(), "forum.toml")
