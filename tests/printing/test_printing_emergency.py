"""The list of an emergency on paper: nobody is lost, boxes are large, and two papers that differ are told apart."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printing_guests import NAMES
from test_printing_manifest import _AT, _BUS, _FORUM

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.emergencies import Call, Condition, Emergency, Mark
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import DelegateId, FactId, Instant, StationId
from checkin_app.services.emergencies import EmergencyLine, EmergencyStanding
from printing import emergency_pdf as drawn
from printing.emergency_pdf import checksum, emergency_pdf

HERE = StationId("00" * 8)
DRIVER = EmergencyLine("driver-1", None, Crew.DRIVER, "王强", "+86 139", True, True, Condition.UNKNOWN)


def line(index: int, *said: Condition, aboard: bool = True, listed: bool = True, note: str = "", **fields: str):
    known = {"name": f"Guest {index}", "badge_no": f"{index:04}", "phone": f"+86 138 0000 {index:04}", **fields}
    who = Delegate(id=DelegateId(f"{index:016x}"), **known)
    marks = tuple(Mark(FactId(f"{place}"), each, _AT, HERE, note) for place, each in enumerate(said))
    condition = said[0] if said else Condition.UNKNOWN
    return EmergencyLine(
        who.id, who, None, "", who.phone, aboard, listed, condition, marks, len({*said}) > 1
    )  # fmt: skip


def standing(*lines: EmergencyLine, is_on: bool = True, **call: object) -> EmergencyStanding:
    aboard = tuple(each.who for each in lines if each.was_aboard and each.is_listed and each.delegate)
    expected = tuple(each.who for each in lines if not each.was_aboard and each.is_listed)
    crew = tuple(each.who for each in lines if each.crew)
    called = Call(FactId("c"), _AT, HERE, 812, aboard, expected, crew, **call)
    emergency = Emergency((called,), {each.who: each.marks for each in lines if each.marks}, is_on=is_on)
    return EmergencyStanding(_BUS, lines, emergency, 812)


def pages(of: EmergencyStanding, printed: int = _AT + 60_000) -> list[str]:
    assert of.emergency
    document = pypdfium2.PdfDocument(emergency_pdf(of, of.emergency, _FORUM, Instant(printed)))
    try:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def test_everybody_stands_on_it_once_and_each_page_says_where_it_belongs() -> None:
    known = standing(DRIVER, *(line(index, aboard=index % 3 > 0) for index in range(1, 91)), reason="smoke, km 42")
    found = pages(known)
    assert len(found) > 3
    whole = "".join(found)
    for each in known.lines:
        if each.delegate:
            assert whole.count(each.delegate.badge_no) >= 1
            assert whole.count(re.sub(r"\s", "", each.phone)) == 1
    proof = checksum(known, known.emergency)
    for number, page in enumerate(found, 1):
        for expected in (
            "3-2", "812", "冻结Frozen2024-09-2509:00+0800", "Printed2024-09-2509:01+0800", proof, f"Page{number}/{len(found)}",
            "紧急名单Emergencylist",
        ):  # fmt: skip
            assert expected in page, expected
    for expected in ("smoke,km42", "王强", "司机Driver", "京A·12345"):
        assert expected in found[0]


def test_what_each_is_and_whether_they_were_aboard_is_said_in_two_languages() -> None:
    whole = "".join(
        pages(
            standing(
                replace(DRIVER, name=""), line(1), line(2, aboard=False), line(3, Condition.SAFE, listed=False),
                line(4, Condition.INJURED, note="arm"), rehearsal=True,
            )
        )
    ).replace("，", ",")  # fmt: skip
    for expected in ("司机Driver1", "已上车Aboard", "待到Expected", "另外找到Foundbesides", "arm", "演练Drill"):
        assert expected in whole
    for figure in ("5人数People", "3不明Unknown", "1受伤Injured", "1安全Safe"):
        count, words = figure[0], figure[1:]
        assert count in whole
        assert words in whole
    assert "已结束Ended" in "".join(pages(standing(line(1), is_on=False)))


@pytest.mark.parametrize(
    ("said", "filled"),
    [
        ((), 0),
        ((Condition.UNKNOWN,), 0),
        ((Condition.SAFE,), 1),
        ((Condition.INJURED,), 1),
        ((Condition.INJURED, Condition.SAFE), 2),
    ],
)
def test_a_box_is_filled_where_somebody_is_marked_and_both_where_laptops_contradict_each_other(said, filled) -> None:
    boxes: list[str] = []

    class Seen:
        def frame(self, box, pen):
            assert box.width >= 8
            assert box.height >= 8
            boxes.append("box")

        def block(self, box, colour):
            boxes.append("filled")

        def line(self, *_):
            pass

        path = line

    sheet = drawn._Sheet(known := standing(line(1, *said)), known.emergency, _FORUM, _AT, ("zh", "en"))
    next(iter(sheet._rows())).draw(Seen(), 0)
    assert (boxes.count("box"), boxes.count("filled")) == (2, filled)


def test_there_is_room_for_who_was_not_on_the_list() -> None:
    assert "".join(pages(standing())).count("Foundbesides") == drawn._EMPTY_ROWS


def test_two_papers_share_a_checksum_only_where_they_say_the_same_and_its_end_where_they_list_the_same() -> None:
    one, marked = standing(line(1), line(2)), standing(line(1, Condition.SAFE), line(2))
    more = standing(line(1), line(2), line(3))
    sums = [checksum(each, each.emergency) for each in (one, marked, more)]
    assert len(set(sums)) == 3
    assert sums[0][-4:] == sums[1][-4:] != sums[2][-4:]


@pytest.mark.parametrize("script", sorted(NAMES))
def test_names_stand_in_their_own_script_and_in_latin(script: str) -> None:
    name, latin, delegation = NAMES[script]
    page = pages(standing(line(1, name=name, latin_name=latin, delegation=delegation)))[0]
    for expected in (name, latin, delegation):
        assert re.sub(r"\s", "", expected) in page


texts = st.text(max_size=120) | st.sampled_from(["W" * 400, "محمد " * 80, "欧阳" * 150])


@settings(max_examples=12, deadline=None)
@given(fields=st.lists(texts, min_size=5, max_size=5))
def test_nothing_in_a_list_can_make_its_paper_fail_or_run_off_the_page(fields: list[str]) -> None:
    name, latin, delegation, phone, note = fields
    known = standing(
        *(line(n, Condition.SAFE, name=name, latin_name=latin, delegation=delegation, phone=phone, note=note) for n in range(3)),
        reason=note,
    )  # fmt: skip
    assert pages(known)
    sheet = drawn._Sheet(known, known.emergency, _FORUM, _AT, ("zh", "en", "ar"))
    assert all(part.right <= drawn.RIGHT + 0.1 for row in sheet._rows() for part in row.parts)
