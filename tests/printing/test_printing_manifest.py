"""A manifest on paper says who is aboard, loses nobody, and fails on no letter."""

import re
from dataclasses import replace
from datetime import timedelta, timezone

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing_guests import NAMES

from checkin_app.domain.buses import LEFT, Bus, BusState
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum, Route, Words
from checkin_app.domain.ids import BusCode, CategoryId, DelegateId, FactId, ForumId, Instant, RouteId, StationId
from checkin_app.domain.papers import STANDINGS, PaperWord
from checkin_app.domain.standings import Standing
from checkin_app.domain.swaps import Cause, Swap
from checkin_app.runtime import languages
from checkin_app.services.ports.buses import Manifest, ManifestLine
from printing.manifest_pdf import manifest_pdf, spoken_on
from printing.manifest_sums import checksum, crew
from printing.words import word, words

_AT = Instant(1_727_226_000_000)  # 25 September 2024, 09:00 in Beijing
_BUS = Bus(
    BusCode("3-2"), RouteId("3"), 49, 45, plate="京A·12345", bay="B7", departs="08:30", languages=("zh", "ar"),
    driver="Wang Jianguo", driver_phone="+86 139 1000 2000", guide="Мария Иванова",
)  # fmt: skip
_FORUM = Forum(
    ForumId("f"), Words({"zh": "论坛", "en": "Forum"}), Words({"zh": "论坛", "en": "Forum"}), Words({}), Words({}),
    ("zh", "en", "ar"), timezone(timedelta(hours=8)), (), CategoryId(""), (), None,
    (Route(RouteId("3"), Words({"zh": "大兴机场", "en": "Daxing Airport"}), ()),), "a6",
)  # fmt: skip


def _line(index: int, *, aboard: bool = False, seen_on: str = "", listed: bool = True, **fields: str) -> ManifestLine:
    known = {"name": f"Guest {index}", "badge_no": f"{index:04}", "phone": f"+86 138 0000 {index:04}", **fields}
    person = Delegate(id=DelegateId(f"{index:016x}"), **known)
    return ManifestLine(person, aboard, _AT if aboard else None, BusCode(seen_on) if seen_on else None, listed)


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def _print(*lines: ManifestLine, bus: Bus = _BUS) -> list[str]:
    return _pages(manifest_pdf(Manifest(bus, lines, 128), _FORUM, _AT))


def test_nobody_is_lost_on_the_way_through_the_pages() -> None:
    lines = [_line(index, aboard=index % 3 == 0) for index in range(1, 121)]
    pages = _print(*lines)
    assert len(pages) > 3
    whole = "".join(pages)
    for line in lines:
        assert whole.count(line.delegate.badge_no) >= 1
        assert re.sub(r"\s", "", line.delegate.phone) in whole


def test_each_page_says_where_it_belongs() -> None:
    lines = tuple(_line(index, aboard=index % 2 == 0) for index in range(90))
    pages = _print(*lines)
    proof = checksum(Manifest(_BUS, lines, 128))
    for number, page in enumerate(pages, 1):
        for expected in ("3-2", "128", "2024-09-2509:00+0800", proof, f"Page{number}/{len(pages)}", "90", "45"):
            assert expected in page
        assert "乘车名单" in page
        assert "Manifest" in page


def test_the_first_page_tells_of_bus_crew_and_souls() -> None:
    page = _print(_line(1, aboard=True), _line(2))[0]
    for expected in ("京A·12345", "B7", "08:30", "+8613910002000", "МарияИванова", "大兴机场", "DaxingAirport", "=3"):
        assert expected in page
    assert "Soulsaboard" in page
    assert "Soulsaboard" not in _print(_line(1), bus=replace(_BUS, driver="", guide=""))[0]


@pytest.mark.parametrize(
    ("state", "sought", "other"),
    [(BusState.BOARDING, "未上车Stilltocome", "Missing"), (BusState.FINAL_CALL, "缺席Missing", "Stilltocome")],
)
def test_each_standing_is_said_in_two_languages_and_in_one_word(state: BusState, sought: str, other: str) -> None:
    lines = (_line(1, aboard=True), _line(2), _line(3, seen_on="2-5"), _line(4, aboard=True, listed=False))
    page = _print(*lines, bus=replace(_BUS, state=state))[0].replace("，", ",")
    for expected in ("已上车Aboard", "09:00", sought, "安全,在车Safe,aboard", "2-5", "名单外Notonthelist"):
        assert expected in page
    assert other not in page


@pytest.mark.parametrize("script", sorted(NAMES))
def test_names_stand_in_their_own_script_and_in_latin(script: str) -> None:
    name, latin, delegation = NAMES[script]
    page = _print(_line(1, name=name, latin_name=latin, delegation=delegation))[0]
    for expected in (name, latin, delegation):
        assert re.sub(r"\s", "", expected) in page


def test_a_letter_no_font_has_stands_by_its_number_beside_the_latin_name() -> None:
    page = _print(_line(1, name="𠮷野\ue000", latin_name="YOSHINO Taro"))[0]
    assert "[U+20BB7]野[U+E000]" in page
    assert "YOSHINOTaro" in page


def test_a_monstrous_name_says_how_much_of_it_is_not_shown() -> None:
    page = "".join(_print(_line(1, name="Abc" * 2000), _line(2)))
    assert "…[+5820]" in page
    assert "0002" in page


@settings(max_examples=30)
@given(texts=st.lists(st.text(max_size=200), min_size=4, max_size=4))
def test_nothing_in_a_list_can_make_its_paper_fail(texts: list[str]) -> None:
    name, latin, delegation, phone = texts
    line = _line(1, name=name, latin_name=latin, delegation=delegation, phone=phone)
    assert len(_pages(manifest_pdf(Manifest(_BUS, (line, _line(2)), 1), _FORUM, _AT))) >= 1


def test_an_empty_list_is_a_page_that_says_so() -> None:
    pages = _print()
    assert len(pages) == 1
    assert "Nobodyislisted" in pages[0]


_lines = st.lists(
    st.builds(
        lambda index, aboard, listed, seen: _line(index, aboard=aboard, listed=listed or not aboard, seen_on=seen),
        st.integers(0, 99), st.booleans(), st.booleans(), st.sampled_from(["", "2-5"]),
    ),
    max_size=30,
)  # fmt: skip


@given(lines=_lines)
def test_the_totals_add_up(lines: list[ManifestLine]) -> None:
    counted = Manifest(_BUS, tuple(lines), 7).tally
    assert counted.listed == counted.aboard - counted.unlisted + counted.safe + counted.sought
    assert counted.listed == sum(line.listed for line in lines)
    assert len(lines) == counted.aboard + counted.absent


@given(lines=_lines.filter(bool), at=st.integers(0, 30))
def test_two_papers_share_a_checksum_only_where_they_say_the_same(lines: list[ManifestLine], at: int) -> None:
    index = at % len(lines)
    changed = [*lines]
    changed[index] = replace(lines[index], aboard=not lines[index].aboard)
    one = Manifest(_BUS, tuple(lines), 7)
    assert checksum(one) == checksum(Manifest(_BUS, tuple(lines), 7))
    assert checksum(one) != checksum(Manifest(_BUS, tuple(changed), 7))
    assert checksum(one) != checksum(Manifest(_BUS, tuple(lines), 8))


def test_only_crew_that_is_known_is_counted() -> None:
    assert crew(_BUS) == (PaperWord.DRIVER, PaperWord.GUIDE)
    assert crew(replace(_BUS, coordinator="Layla", driver=" ")) == (PaperWord.GUIDE, PaperWord.COORDINATOR)


def test_every_label_has_every_language() -> None:
    spoken = set(languages.of_papers())
    assert spoken >= {"zh", "en", "fr", "ru", "es", "ar"}
    for language in spoken - {"en"}:
        assert len({words(each, ("en", language)) for each in PaperWord}) == len(PaperWord)
        assert word(PaperWord.SOULS, language) != PaperWord.SOULS
    assert words(PaperWord.BAY, ("pt", "zh")) == ("Bay", "车位")


def test_every_kind_of_standing_has_its_word_on_paper() -> None:
    assert set(STANDINGS) == set(Standing)


def test_any_two_languages_make_a_paper() -> None:
    for spoken in (("ar", "en"), ("ru",), ("pt", "fr")):
        assert manifest_pdf(Manifest(_BUS, (_line(1),), 1), _FORUM, _AT, spoken).startswith(b"%PDF-1.7")


def test_a_paper_speaks_the_forums_two_languages_and_the_buss_own() -> None:
    assert spoken_on(_BUS, _FORUM) == ("zh", "en", "ar")
    assert spoken_on(replace(_BUS, languages=("en", "zh")), _FORUM) == ("zh", "en")
    assert spoken_on(replace(_BUS, languages=("tlh", "fr", "ru")), _FORUM) == ("zh", "en", "fr")


@pytest.mark.parametrize("state", BusState)
def test_a_working_copy_is_told_from_the_list_that_a_bus_left_with_by_a_glance_and_by_words(state: BusState) -> None:
    bus = replace(_BUS, state=state)
    pdf = manifest_pdf(Manifest(bus, (_line(1),), 128), _FORUM, _AT)
    page = "".join(_pages(pdf))
    final, working = "正式名单Finallist" in page, "工作副本Workingcopy" in page
    assert (final, working) == (state in LEFT, state not in LEFT)
    document = pypdfium2.PdfDocument(pdf)
    try:  # the corner of the plate, within its frame
        ink = document[0].render(scale=4).to_pil().convert("L").getpixel((round(14 * 11.34), round(14 * 11.34)))
    finally:
        document.close()
    assert (ink < 100) is final


@given(lines=_lines.filter(bool), at=st.integers(0, 30))
def test_papers_share_the_last_four_digits_where_the_same_people_stand_on_the_same_lines(
    lines: list[ManifestLine], at: int
) -> None:
    index, one = at % len(lines), Manifest(_BUS, tuple(lines), 7)
    seen = replace(lines[index], aboard=not lines[index].aboard)
    same = Manifest(_BUS, (*lines[:index], seen, *lines[index + 1 :]), 9)
    fewer = Manifest(_BUS, (*lines[:index], *lines[index + 1 :]), 7)
    assert checksum(one)[-4:] == checksum(same)[-4:] == one.lines_code
    assert fewer.lines_code != one.lines_code


def test_both_papers_of_a_swap_say_which_bus_takes_over_from_which() -> None:
    swap = Swap(
        FactId("f"), BusCode("2-9"), Cause.BROKEN_DOWN, "", Instant(0), StationId("00" * 8), (), (), BusState.BOARDING
    )
    old = replace(Manifest(_BUS, (), 1), swap=swap)
    new = replace(Manifest(_BUS, (), 1), took_over=(BusCode("2-1"), BusCode("2-4")))
    said = [_pages(manifest_pdf(each, _FORUM, _AT))[0] for each in (old, new)]
    assert all(each in said[0] for each in ("Brokendown", "Allchangetobus", "全员换乘车辆", "2-9"))
    assert all(each in said[1] for each in ("Takesoverfrombus", "接替车辆", "2-12-4"))
