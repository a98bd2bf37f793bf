"""Lists in the forms that secretariats send: each row is accounted for once, and no name, phone or mail is lost unsaid."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.plan import compare
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")
NAMES = (
    ("Name",),
    ("Nom", "Prénom"),
    ("姓名", "姓名（拼音/英文）"),
    ("Name (local script)", "Name"),
    ("First name", "Last name"),
)
CELLS = st.sampled_from(
    ["Odile", "Benno Straub", "李明", "Tove", "FNU", "TBC", "Ana Roos / Jens Holm", "Total", ".", ""]
)
OTHERS = {
    "Phone": st.sampled_from(["+33 6 12 34 56 78", "12", ""]),
    "E-mail": st.sampled_from(["a@x.example", "b@x.example", ""]),
    "Type": st.sampled_from(["部长 Minister", "IO Head", ""]),
    "Status": st.sampled_from(["CANCELLED", "confirmed", "zephyr", ""]),
    "Bus": st.sampled_from(["1-1", ""]),
}


@st.composite
def lists(draw: st.DrawFn) -> Sheet:
    names = draw(st.sampled_from(NAMES))
    others = draw(st.lists(st.sampled_from(sorted(OTHERS)), unique=True))
    row = st.tuples(*(CELLS for _ in names), *(OTHERS[each] for each in others))
    return Sheet("", ((*names, *others), *draw(st.lists(row, max_size=8))))


@given(lists())
@settings(max_examples=60, deadline=None)
def test_every_row_is_accounted_for_once_and_every_cell_of_a_name_ends_in_a_field_or_is_named(sheet: Sheet) -> None:
    plan = compare({}, read_rows(sheet, find_columns(sheet), FORUM), FORUM)
    rows = [place for place, row in enumerate(sheet.rows[1:], start=2) if any(row)]
    told = [each.row.number for each in (*plan.new, *plan.changed, *plan.cancelled)] + [
        each.number for each in plan.refused
    ]
    assert sorted(told) == rows
    names = sum(heading not in OTHERS for heading in sheet.rows[0])
    for taken in plan.reading.taken:
        said = repr((dict(taken.values), [dict(note.details) for note in taken.notes]))
        assert all(cell in said for cell in sheet.rows[taken.number - 1][:names])
