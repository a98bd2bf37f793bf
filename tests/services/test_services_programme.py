"""Sessions, categories and routes are changed by the rules of a forum file, as facts that travel."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.buses import Bus
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, Instant, RouteId
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_printing import TemplateInUse
from checkin_app.domain.problems_programme import (
    CategoryAlone,
    CategoryInUse,
    CategoryIsDefault,
    EntryExists,
    EntryInvalid,
    EntryUnknown,
    ForumChangedApart,
    ForumChangedSince,
    ForumIsAnother,
    RoomTaken,
    RouteInUse,
    SessionInUse,
    SessionIsVisit,
)
from checkin_app.domain.problems_stops import BusNotReady
from checkin_app.domain.programme import (
    Besides,
    EntryRemoved,
    EntryWritten,
    ForumSet,
    Part,
    TemplateRemoved,
    TemplateSaved,
    differences,
    entries,
    lines_of,
    new_id,
    new_lines,
    values_of,
    with_stops,
)
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.files.forum_writer import edited
from checkin_app.services.exchange import exchange
from checkin_app.services.scanning import How

GSTF = forum_bytes("gstf-2024")
FORUM = parse_forum(GSTF, "gstf-2024.toml")
ZONED = GSTF.replace(b'country = "CN"', b'country = "CN"\ntime_zone = "Asia/Shanghai"', 1)


def written(part: Part, name: str, *, new: bool = False, visit: str = "", **lines: str) -> EntryWritten:
    """Return an edit of an entry by the lines that change; two underscores stand for a dot."""
    known = new_lines(FORUM, part) if new else lines_of(FORUM, part, name)
    whole = known | {key.replace("__", "."): text for key, text in lines.items()}
    return EntryWritten(part, name, values_of(part, whole, FORUM.languages), new, visit)


def now(post):
    return post.station.queries.forum()


# ---- the writer


@pytest.mark.parametrize("content", [GSTF, ZONED], ids=["offset", "zone"])
def test_writing_an_entry_as_it_is_changes_no_byte_of_the_file(content: bytes) -> None:
    for part in Part:
        for each in entries(FORUM, part):
            assert edited(content, written(part, str(each.id))) == content


def test_what_is_written_leaves_the_remarks_of_the_organiser(post) -> None:
    content = edited(GSTF, written(Part.SESSION, "opening", starts="09:30"))
    remarks = [line for line in GSTF.splitlines() if line.startswith(b"#")]
    assert remarks
    assert all(each in content.splitlines() for each in remarks)


_NAMES = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters=";；"), min_size=1, max_size=40
).filter(lambda text: text.strip())


_SESSIONS = st.fixed_dictionaries(
    {
        "name.zh": _NAMES,
        "name.en": _NAMES,
        "day": st.sampled_from(["2024-09-25", "2024-09-26", "2024-09-27"]),
        "starts": st.integers(0, 23).map("{:02}:00".format),
        "ends": st.integers(0, 59).map("{:02}".format),
        "admits": st.lists(st.sampled_from([str(each.id) for each in FORUM.categories]), min_size=1, unique=True),
    }
)


@settings(max_examples=60, deadline=None)
@given(content=st.sampled_from([GSTF, ZONED]), typed=_SESSIONS)
def test_a_session_comes_back_from_the_file_as_it_was_typed(content: bytes, typed) -> None:
    ends = f"{typed['starts'][:2]}:{typed['ends']}" if typed["ends"] != "00" else "2024-09-28 00:00"
    day = "2024-09-27" if typed["ends"] == "00" else typed["day"]
    admits = {"admits": ", ".join(typed["admits"]), "ends": ends, "day": day}
    lines = lines_of(FORUM, Part.SESSION, "opening") | typed | admits
    values = values_of(Part.SESSION, lines, FORUM.languages)
    after = parse_forum(edited(content, EntryWritten(Part.SESSION, "opening", values)), "x.toml")
    in_order = [str(each.id) for each in FORUM.categories if each.id in set(typed["admits"])]
    said = "all" if len(in_order) == len(FORUM.categories) else ", ".join(in_order)
    stripped = {name: text.strip() for name, text in lines.items()}
    assert lines_of(after, Part.SESSION, "opening") == stripped | {"admits": said}
    for part in Part:
        for each in entries(FORUM, part):
            if each.id != "opening":
                assert lines_of(after, part, str(each.id)) == lines_of(FORUM, part, str(each.id))


def test_an_hour_that_the_halls_clock_shows_twice_is_the_first_and_one_it_leaves_out_is_refused() -> None:
    forum = GSTF.replace(b'country = "CN"', b'time_zone = "Europe/Lisbon"', 1).replace(b"+08:00", b"")
    lines = lines_of(FORUM, Part.SESSION, "opening")
    twice = lines | {"day": "2024-10-27", "starts": "01:30", "ends": "03:00"}
    after = parse_forum(
        edited(forum, EntryWritten(Part.SESSION, "opening", values_of(Part.SESSION, twice, ("zh", "en")))), "x.toml"
    )
    assert str(after.session(CheckpointId("opening")).starts.utcoffset()) == "1:00:00"
    none = lines | {"day": "2024-03-31", "starts": "01:30", "ends": "03:00"}
    with pytest.raises(EntryInvalid) as caught:
        edited(forum, EntryWritten(Part.SESSION, "opening", values_of(Part.SESSION, none, ("zh", "en"))))
    assert caught.value.details["field"] == "starts"


# ---- what the lead does


def test_a_session_is_moved_and_everybody_who_reads_the_forum_sees_it(post) -> None:
    post.station.programme.change(written(Part.SESSION, "opening", starts="10:15", ends="11:00", place__zh="二号厅"))
    session = now(post).session(CheckpointId("opening"))
    assert (f"{session.starts:%H:%M}", f"{session.ends:%H:%M}", session.place.in_("zh")) == ("10:15", "11:00", "二号厅")


def test_a_session_may_end_on_another_day_and_a_day_of_the_forum_follows_its_sessions(post) -> None:
    post.station.programme.change(
        written(
            Part.SESSION, "gala", new=True, name__zh="晚宴", name__en="Gala", place__zh="塔", place__en="Tower",
            day="2024-09-27", starts="20:00", ends="2024-09-28 01:00",
        )
    )  # fmt: skip
    forum = now(post)
    assert lines_of(forum, Part.SESSION, "gala")["ends"] == "2024-09-28 01:00"
    assert [str(each) for each in forum.days()][-1] == "2024-09-27"
    post.station.programme.change(EntryRemoved(Part.SESSION, "gala"))
    assert [str(each) for each in now(post).days()] == ["2024-09-25", "2024-09-26"]


def test_a_change_is_taken_back_as_long_as_it_is_the_last(post) -> None:
    programme = post.station.programme
    first = programme.change(written(Part.CATEGORY, "media", name__en="Reporters"))
    second = programme.change(written(Part.CATEGORY, "media", name__en="Writers"))
    with pytest.raises(ForumChangedSince):
        programme.take_back(first)
    programme.take_back(second)
    assert now(post).category(CategoryId("media")).name.in_("en") == "Reporters"
    programme.take_back(first)
    assert now(post).category(CategoryId("media")) == FORUM.category(CategoryId("media"))


def test_writing_what_holds_already_records_nothing(post) -> None:
    assert not post.station.programme.change(written(Part.CATEGORY, "media")).changes


def test_a_route_is_the_first_with_its_visit_and_the_last_goes_with_it(post) -> None:
    for route in FORUM.routes:
        post.station.programme.change(EntryRemoved(Part.ROUTE, str(route.id)))
    assert (now(post).routes, now(post).visit) == ((), None)
    lines = {"name__zh": "机场", "name__en": "Airport", "stops__zh": "机场；车站", "stops__en": "Airport; Station"}
    post.station.programme.change(written(Part.ROUTE, "9", new=True, visit="technical-visit", **lines))
    assert now(post).visit == "technical-visit"
    assert [each.name.in_("en") for each in now(post).routes[0].stops] == ["Airport", "Station"]


@pytest.mark.parametrize("typed", ["yes", "YES ", "是"])
def test_whether_the_buses_of_a_route_need_a_charter_sign_is_said_and_taken_back_like_its_name(
    post, typed: str
) -> None:
    assert lines_of(FORUM, Part.ROUTE, "2")["charter"] == "no"
    said = post.station.programme.change(written(Part.ROUTE, "2", charter=typed))
    assert now(post).route(RouteId("2")).charter
    assert lines_of(now(post), Part.ROUTE, "2")["charter"] == "yes"
    assert [(each.field, each.text) for each in differences(now(post), FORUM)] == [("charter", "yes")]
    vehicle = Bus(
        BusCode("2-9"), RouteId("2"), 45, 40, 0, "京A·1", "1", "09:00", ("zh",), "Wang", "1", "Li", "Chen",
    )  # fmt: skip
    post.station.dispatch.add_bus(vehicle)
    with pytest.raises(BusNotReady):
        post.station.bus_days.ready(vehicle.code)
    moved = with_stops(now(post), now(post).route(RouteId("2")), now(post).route(RouteId("2")).stops[::-1])
    post.station.programme.change(moved)
    assert now(post).route(RouteId("2")).charter, "another change of the route leaves it as it is"
    post.station.programme.change(written(Part.ROUTE, "2", charter="no"))
    assert not now(post).route(RouteId("2")).charter
    post.station.bus_days.ready(vehicle.code)
    assert said.changes


def test_a_category_that_goes_enters_nowhere_any_more(post) -> None:
    post.station.programme.change(EntryRemoved(Part.CATEGORY, "media"))
    assert all(CategoryId("media") not in each.admits for each in now(post).sessions)


def test_a_new_entry_is_given_an_id_that_no_other_has() -> None:
    assert new_id(FORUM, Part.ROUTE, {}) not in {each.id for each in FORUM.routes}
    assert new_id(FORUM, Part.CATEGORY, {"name.en": "Media"}) == "media-2"
    assert new_id(FORUM, Part.SESSION, {"name.en": "闭幕"}) == "session"


_GOOD = {"name__zh": "甲", "name__en": "A", "place__zh": "塔", "place__en": "Tower"}


@pytest.mark.parametrize(
    ("edit", "problem", "field"),
    [
        (lambda: written(Part.SESSION, "opening", ends="08:00"), EntryInvalid, "ends"),
        (lambda: written(Part.SESSION, "opening", ends="2024-09-30 08:00"), EntryInvalid, "ends"),
        (lambda: written(Part.SESSION, "opening", starts="25:00"), EntryInvalid, "starts"),
        (lambda: written(Part.SESSION, "opening", starts="0930"), EntryInvalid, "starts"),
        (lambda: written(Part.SESSION, "opening", day="25.9.2024"), EntryInvalid, "day"),
        (lambda: written(Part.SESSION, "opening", day="9024-09-25"), EntryInvalid, "starts"),
        (lambda: written(Part.SESSION, "opening", doors_open="an hour"), EntryInvalid, "doors_open"),
        (lambda: written(Part.SESSION, "opening", doors_open="1441"), EntryInvalid, "doors_open"),
        (lambda: written(Part.SESSION, "opening", admits="nobody"), EntryInvalid, "admits"),
        (lambda: written(Part.SESSION, "opening", admits=" "), EntryInvalid, "admits"),
        (lambda: written(Part.SESSION, "opening", name__en=""), EntryInvalid, "name.en"),
        (lambda: written(Part.SESSION, "opening", name__en="x" * 301), EntryInvalid, "name.en"),
        (lambda: written(Part.SESSION, "opening", name__en="a\x00b"), EntryInvalid, "name.en"),
        (lambda: written(Part.SESSION, "2-3", new=True, day="2024-09-25", **_GOOD), EntryInvalid, "id"),
        (lambda: written(Part.SESSION, "Opening!", new=True, **_GOOD), EntryInvalid, "id"),
        (lambda: written(Part.CATEGORY, "media", letter="H"), EntryInvalid, "letter"),
        (lambda: written(Part.CATEGORY, "media", letter=""), EntryInvalid, "letter"),
        (lambda: written(Part.CATEGORY, "media", colour="red"), EntryInvalid, "colour"),
        (lambda: written(Part.CATEGORY, "media", precedence="0"), EntryInvalid, "precedence"),
        (lambda: written(Part.ROUTE, "2", stops__zh="一站"), EntryInvalid, "stops.zh"),
        (lambda: written(Part.ROUTE, "2", charter="perhaps"), EntryInvalid, "charter"),
        (lambda: written(Part.ROUTE, "two", new=True, name__zh="甲", name__en="A"), EntryInvalid, "id"),
        (lambda: ForumSet(default_category="nobody"), EntryInvalid, "default_category"),
        (lambda: ForumSet(visit="nowhere"), EntryInvalid, "visit"),
        (lambda: written(Part.CATEGORY, "media", new=True), EntryExists, ""),
        (lambda: EntryRemoved(Part.SESSION, "nowhere"), EntryUnknown, ""),
        (lambda: EntryRemoved(Part.CATEGORY, "delegate"), CategoryIsDefault, ""),
        (lambda: EntryRemoved(Part.SESSION, "technical-visit"), SessionIsVisit, ""),
    ],
)
def test_what_cannot_stand_is_refused_in_words_and_changes_nothing(post, edit, problem: type[Problem], field) -> None:
    before = post.station.queries.forum_file()
    with pytest.raises(problem) as caught:
        post.station.programme.change(edit())
    assert caught.value.details.get("field", "") == field
    assert "{" not in str(caught.value)
    assert post.station.queries.forum_file() == before


def test_two_sessions_are_not_held_in_one_room_at_once(post) -> None:
    opening = FORUM.session(CheckpointId("opening"))
    lines = {"place__zh": opening.place.in_("zh"), "place__en": "Another name", "starts": "09:10", "ends": "09:20"}
    new = written(Part.SESSION, "aside", new=True, name__zh="旁", name__en="Aside", day="2024-09-25", **lines)
    with pytest.raises(RoomTaken) as caught:
        post.station.programme.change(new)
    assert opening.name.in_("zh") in str(caught.value)


def test_what_guests_rest_on_stays(post) -> None:
    who = post.register("Guest", category=CategoryId("media"), route=RouteId("2"))
    post.station.scanning.enter(who.id, CheckpointId("opening"), How.FOUND)
    post.bus("3-1")
    for edit, problem in (
        (EntryRemoved(Part.CATEGORY, "media"), CategoryInUse),
        (EntryRemoved(Part.ROUTE, "2"), RouteInUse),
        (EntryRemoved(Part.ROUTE, "3"), RouteInUse),
        (EntryRemoved(Part.SESSION, "opening"), SessionInUse),
    ):
        with pytest.raises(problem):
            post.station.programme.change(edit)


def test_a_whole_file_is_adopted_by_the_same_rules(post) -> None:
    programme = post.station.programme
    programme.adopt(GSTF.replace("开幕式暨全体会议".encode(), "开幕".encode()))
    assert now(post).session(CheckpointId("opening")).name.in_("zh") == "开幕"
    with pytest.raises(ForumIsAnother):
        programme.adopt(GSTF.replace(b'id = "gstf-2024"', b'id = "gstf-2026"'))
    post.register("Guest", category=CategoryId("media"))
    with pytest.raises(CategoryInUse):
        programme.adopt(edited(GSTF, EntryRemoved(Part.CATEGORY, "media")))


def test_what_was_added_and_is_in_use_since_is_not_taken_back(post) -> None:
    added = post.station.programme.change(
        written(Part.CATEGORY, "choir", new=True, name__zh="合唱团", name__en="Choir")
    )
    post.register("Singer", category=CategoryId("choir"))
    with pytest.raises(CategoryInUse):
        post.station.programme.take_back(added)


def test_a_category_that_alone_may_enter_stays(post) -> None:
    post.station.programme.change(written(Part.SESSION, "opening", admits="media"))
    with pytest.raises(CategoryAlone):
        post.station.programme.change(EntryRemoved(Part.CATEGORY, "media"))


# ---- badge templates of the forum's own


@given(
    text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Cc"))),
    name=st.sampled_from(["own", "a6"]),
)
def test_a_template_comes_back_from_the_file_as_it_was_saved(text: str, name: str) -> None:
    once = edited(GSTF, TemplateSaved(name, text))
    assert [(each.name, each.text) for each in parse_forum(once, "x.toml").templates] == [(name, text)]
    twice = edited(edited(once, TemplateSaved("second", "page")), TemplateSaved(name, text + "#"))
    found = {each.name: each.text for each in parse_forum(twice, "x.toml").templates}
    assert found == {name: text + "#", "second": "page"}
    for each in (name, "second"):
        twice = edited(twice, TemplateRemoved(each))
    assert parse_forum(twice, "x.toml") == FORUM


def test_a_template_that_is_saved_on_one_laptop_is_on_every_other_that_met_it(new_post) -> None:
    one, other = new_post("one"), new_post("other")
    one.station.programme.change(TemplateSaved("own", "page = 1"))
    one.station.programme.change(ForumSet(badge_template="own"))
    assert not now(other).templates
    exchange(one.station, other.station)
    assert [(each.name, each.text) for each in now(other).templates] == [("own", "page = 1")]
    assert now(other).badge_template == "own"


def test_the_template_that_badges_are_drawn_by_stays_and_one_that_is_not_there_is_not_taken_away(post) -> None:
    post.station.programme.change(TemplateSaved("own", "page = 1"))
    post.station.programme.change(ForumSet(badge_template="own"))
    with pytest.raises(TemplateInUse):
        post.station.programme.change(TemplateRemoved("own"))
    with pytest.raises(EntryUnknown):
        post.station.programme.change(TemplateRemoved("other"))
    with pytest.raises(EntryInvalid):
        post.station.programme.change(TemplateSaved("large", "x" * 300_001))
    post.station.programme.change(ForumSet(badge_template="a6"))
    post.station.programme.change(TemplateRemoved("own"))
    assert not now(post).templates


# ---- several laptops


def test_what_one_laptop_changed_holds_on_the_others(new_post) -> None:
    one, other = new_post("one"), new_post("other")
    one.station.programme.change(written(Part.SESSION, "opening", starts="10:15", ends="11:00"))
    exchange(one.station, other.station)
    assert now(other) == now(one)
    assert not other.station.queries.conflicts()


def test_two_laptops_that_change_the_forum_apart_contradict_each_other_until_one_is_chosen(new_post) -> None:
    one, other = new_post("one"), new_post("other")
    one.station.programme.change(written(Part.SESSION, "opening", starts="10:15", ends="11:00"))
    other.station.programme.change(written(Part.SESSION, "opening", starts="10:30", ends="11:00"))
    exchange(one.station, other.station)
    assert now(one) == now(other)
    for each in (one, other):
        (conflict,) = each.station.queries.conflicts()
        assert {"10:15", "10:30"} == {str(claim["value"]).partition("starts=")[2][:5] for claim in conflict.claims}
        with pytest.raises(ForumChangedApart):
            each.station.programme.change(written(Part.CATEGORY, "media", name__en="Writers"))
    (conflict,) = one.station.queries.conflicts()
    chosen = next(place for place, claim in enumerate(conflict.claims, 1) if "10:15" in str(claim["value"]))
    one.station.settling.settle(conflict.id, str(chosen))
    exchange(one.station, other.station)
    for each in (one, other):
        assert f"{now(each).session(CheckpointId('opening')).starts:%H:%M}" == "10:15"
        assert not each.station.queries.conflicts()
    (settled,) = other.station.queries.settled(5)
    assert "10:30" in str(settled.claims)
    other.station.settling.undo(settled.id)
    assert len(other.station.queries.conflicts()) == 1


def test_two_laptops_that_kept_a_badge_template_apart_are_told_which_lines_differ(new_post) -> None:
    one, other = new_post("one"), new_post("other")
    for each, box in ((one, "[1, 2, 30, 40]"), (other, "[5, 2, 30, 40]")):
        each.station.programme.change(TemplateSaved("vip", f'form = 2\nbox = {box}\nimage = "{"A" * 5000}"\n'))
    exchange(one.station, other.station)
    for each in (one, other):
        (conflict,) = each.station.queries.conflicts()
        said = {str(claim["value"]) for claim in conflict.claims}
        assert said == {"template vip box=[1, 2, 30, 40]", "template vip box=[5, 2, 30, 40]"}
    (conflict,) = one.station.queries.conflicts()
    one.station.settling.settle(conflict.id, "1")
    exchange(one.station, other.station)
    assert now(one).templates == now(other).templates


def test_what_differs_of_two_versions_is_each_template_and_what_holds_for_all_of_the_forum(post) -> None:
    post.station.programme.change(TemplateSaved("vip", 'form = 2\nbox = [1, 2]\nimage = "' + "A" * 500 + '"\n'))
    first = now(post)
    post.station.programme.change(TemplateSaved("vip", "# a word\n" + first.templates[0].text))
    words = [(each.part, each.field) for each in differences(now(post), first)]
    assert words == [(Besides.TEMPLATE, "lines")], "no line that says something is another, and still it is told"
    assert [each.text for each in differences(first, FORUM)][:2] == ["2", "[1, 2]"]
    assert all(len(each.text) < 70 for each in differences(first, FORUM))
    assert [(each.id, each.field) for each in differences(FORUM, first)] == [("vip", "")]
    post.station.programme.change(ForumSet(badge_template="vip"))
    assert [(each.field, each.text) for each in differences(now(post), first) if each.part is Besides.FORUM] == [
        ("badge_template", "vip")
    ]


def test_two_laptops_that_changed_the_forum_alike_do_not_contradict_each_other(new_post) -> None:
    one, other = new_post("one"), new_post("other")
    for each in (one, other):
        each.station.programme.change(written(Part.SESSION, "opening", starts="10:15", ends="11:00"))
    exchange(one.station, other.station)
    assert not one.station.queries.conflicts()
    one.station.programme.change(written(Part.CATEGORY, "media", name__en="Writers"))
    exchange(one.station, other.station)
    assert now(other).category(CategoryId("media")).name.in_("en") == "Writers"


def test_a_laptop_that_is_started_later_with_the_first_file_changes_nothing_of_what_was_changed(new_post) -> None:
    one = new_post("one")
    one.station.programme.change(written(Part.CATEGORY, "media", name__en="Writers"))
    one.clock.at = Instant(one.clock.at + 60_000)
    late = new_post("late")
    late.clock.at = one.clock.at
    exchange(one.station, late.station)
    for each in (one, late):
        assert now(each).category(CategoryId("media")).name.in_("en") == "Writers"
        assert not each.station.queries.conflicts()
