"""A badge's words come from the forum and the guest, and nothing is said twice."""

from dataclasses import replace
from datetime import UTC

import pytest
from msgspec import structs

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Category, Forum, Words
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, ForumId, RouteId
from printing.content import BadgeContent, badge_content

_CATEGORIES = (
    Category(CategoryId("delegate"), "D", Words({"zh": "代表", "en": "Delegate"}), "#12201C", 2),
    Category(CategoryId("media"), "P", Words({"zh": "媒体", "en": "Media"}), "#5B2C83", 3),
)
_FORUM = Forum(
    ForumId("f"), Words({}), Words({"zh": "论坛", "en": "Forum"}), Words({}), Words({}), ("zh", "en", "fr"), UTC,
    _CATEGORIES, CategoryId("delegate"), (), None, (), "a6",
)  # fmt: skip
_GUEST = Delegate(
    DelegateId("0" * 16), "佐伯遥", latin_name="SAEKI Haruka", delegation="Japan", organisation="Rail Institute",
    category=CategoryId("media"), route=RouteId("3"), badge_no="0388",
)  # fmt: skip


def _content(guest: Delegate = _GUEST, forum: Forum = _FORUM, bus: str | None = "3-2") -> BadgeContent:
    return badge_content(forum, guest, BusCode(bus) if bus else None, 2, "CODE")


def test_a_badge_says_who_where_and_which() -> None:
    assert _content() == BadgeContent(
        forum=("论坛", "Forum"), name="佐伯遥", latin_name="SAEKI Haruka", delegation="Japan",
        organisation="Rail Institute", letter="P", category=("媒体", "Media"), colour="#5B2C83",
        route=("线路 3", "Route 3"), bus="3-2", number="0388-2", code="CODE",
        category_id="media",
    )  # fmt: skip


def test_a_name_given_once_stands_once() -> None:
    latin_only = _content(structs.replace(_GUEST, name="", latin_name="Inês Carvalhal"))
    assert (latin_only.name, latin_only.latin_name) == ("Inês Carvalhal", "")
    same = _content(structs.replace(_GUEST, name="Inês Carvalhal", latin_name="Inês Carvalhal"))
    assert (same.name, same.latin_name) == ("Inês Carvalhal", "")
    assert _content(structs.replace(_GUEST, organisation="Japan")).organisation == ""


def test_an_unknown_category_is_that_of_the_forum() -> None:
    assert _content(structs.replace(_GUEST, category=CategoryId("gone"))).letter == "D"
    assert _content(structs.replace(_GUEST, category=CategoryId("gone")), replace(_FORUM, categories=())).category == (
        "",
        "",
    )


def test_what_is_not_there_is_left_out() -> None:
    bare = _content(structs.replace(_GUEST, route=RouteId(""), badge_no=""), bus=None)
    assert (bare.route, bare.bus, bare.number) == (("", ""), "", "")


@pytest.mark.parametrize(
    ("languages", "forum", "route"),
    [
        (("en",), ("Forum", ""), ("Route 3", "")),
        (("pt", "en"), ("Forum", ""), ("Route 3", "")),
        (("ar", "zh"), ("Forum", "论坛"), ("المسار 3", "线路 3")),
    ],
)
def test_words_are_the_first_two_languages_and_no_word_stands_twice(
    languages: tuple[str, ...], forum: tuple[str, str], route: tuple[str, str]
) -> None:
    content = _content(forum=replace(_FORUM, languages=languages))
    assert (content.forum, content.route) == (forum, route)


def test_a_badge_bears_the_latin_name_alone_where_the_record_says_so() -> None:
    switched = structs.replace(_GUEST, prints_latin=True)
    assert (_content(switched).name, _content(switched).latin_name) == ("SAEKI Haruka", "")
    nothing_to_print_instead = structs.replace(switched, latin_name="")
    assert (_content(nothing_to_print_instead).name, _content(nothing_to_print_instead).latin_name) == ("佐伯遥", "")
