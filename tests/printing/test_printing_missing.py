"""A card for each person looked for: whole, within its half of the page, and with all that helps to find them."""

import re
from dataclasses import replace

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from test_printing_manifest import _AT, _BUS, _FORUM

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, DelegateId, StationId, bus_checkpoint
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally
from checkin_app.services.ports.missing import Absent, Companion, MissingList
from printing.missing_pdf import _FOOT_AT, _Cards, missing_pdf

LAYLA = Delegate(
    DelegateId("0412041204120412"), "ليلى الحداد", latin_name="Layla AL-HADDAD", delegation="Nile Basin Transit Authority",
    languages=("ar",), phone="+86 138 0000 4471", host="Sun Wei", badge_no="0412",
)  # fmt: skip
OTHER = Delegate(DelegateId("1"), "Omar Fathy", delegation=LAYLA.delegation)
SEEN = LastSeen(bus_checkpoint(BusCode("3-1")), _AT, inside=False, station=StationId("00" * 8))
GONE = Absent(LAYLA, Standing.MISSING, None, SEEN, (Companion(OTHER, Standing.ABOARD),))
BUS = replace(_BUS, state=_BUS.state.FINAL_CALL)


def _list(*absent: Absent) -> MissingList:
    return MissingList(BUS, Tally(40, 40 - len(absent)), absent, {StationId("00" * 8): "Bay 7"})


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def test_a_card_says_who_how_to_call_them_where_they_were_and_who_knows_them() -> None:
    page = _pages(missing_pdf(_list(GONE), _FORUM, _AT))[0]
    for expected in (
        "3-2", "京A·12345", "缺席Missing", "ليلىالحداد", "LaylaAL-HADDAD", "NileBasinTransitAuthority", "العربية",
        "+8613800004471", "0412", "09:00", "3-1", "Gotoff", "Bay7", "SunWei", "OmarFathy(已上车)",
    ):  # fmt: skip
        # Of letters that run to the left, a reader of PDF says some in the order in which they stand.
        assert expected in page or expected[::-1] in page, expected


def test_two_cards_stand_on_a_page_and_nobody_is_left_out() -> None:
    people = [replace(GONE, delegate=structs.replace(LAYLA, badge_no=f"{number:04}")) for number in range(5)]
    pages = _pages(missing_pdf(_list(*people), _FORUM, _AT))
    assert [page.count("LaylaAL-HADDAD") for page in pages] == [2, 2, 1]
    assert all(f"{number:04}" in "".join(pages) for number in range(5))


def test_who_is_safe_elsewhere_has_no_card() -> None:
    safe = replace(GONE, standing=Standing.SAFE, seen_on=BusCode("3-1"))
    assert "LaylaAL-HADDAD" not in _pages(missing_pdf(_list(safe), _FORUM, _AT))[0]


texts = st.text(max_size=120) | st.sampled_from(["W" * 400, "محمد " * 80, "欧阳" * 150])


@settings(max_examples=15, deadline=None)
@given(fields=st.lists(texts, min_size=6, max_size=6))
def test_whatever_a_list_says_a_card_stays_on_its_half_of_the_page(fields: list[str]) -> None:
    name, latin, group, phone, host, language = fields
    who = structs.replace(
        LAYLA, name=name, latin_name=latin, delegation=group, phone=phone, host=host, languages=(language,)
    )
    absent = replace(
        GONE, delegate=who, companions=(Companion(structs.replace(OTHER, name=name), Standing.MISSING),) * 4
    )
    assert max(part.bottom for part in _Cards(_list(absent), _FORUM, _AT)._body(absent)) < _FOOT_AT
    assert len(_pages(missing_pdf(_list(absent), _FORUM, _AT))) == 1
