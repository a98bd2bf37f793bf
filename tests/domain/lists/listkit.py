"""Makes lists in the forms that secretariats send: columns, cells, and what a sheet hides, strikes, rounds and garbles."""

from collections.abc import Mapping

from hypothesis import strategies as st

from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw, Sheet

#: Columns that together name a person.
NAMES = (
    ("Name",), ("姓名",), ("Nom complet",), ("ФИО",), ("الاسم",), ("Nome completo",), ("氏名",), ("성명",), ("Full name (as in passport)",),
    ("Nom", "Prénom"), ("First name", "Last name"), ("Vorname", "Nachname"), ("Apellidos", "Nombre"), ("姓", "名"),
    ("Given name", "Middle name", "Surname"), ("Title", "First name", "Last name"), ("First name", "Last name", "Suffix"),
    ("姓名", "姓名（拼音/英文）"), ("Name (local script)", "Name"), ("Name", "Family name"), ("Full name", "First name", "Last name"),
    ("姓名", "姓", "名"), ("Name", "Name"),
)  # fmt: skip
_PEOPLE = (
    "Odile Marchetti", "Benno Straub", "ROOS Ana", "Lund, Ada", "李明", "欧阳静怡", "김민준", "山田 太郎", "Пётр Ларин", "ليلى حداد",
    "สมชาย ใจดี", "Nguyễn Thị Hoa", "José Ortega y Gasset", "Karl von und zu Berg", "Siva A/L Raman", "Dr. Tove Berg", "王伟先生",
    "O’Brien Mary", "Jean-Pierre de la Cour", "Sukarno", "Ada (Addie) Lund", "Otis Lund, Jr.",
)  # fmt: skip
_PARTS = (
    "Odile",
    "Marchetti",
    "Ana María",
    "de la Cruz",
    "Lü",
    "伟",
    "欧阳",
    "Sukarno",
    "Straub-Berg",
    "Ларина",
    "van den Berg",
)
_SEVERAL = (
    "Ana Roos / Jens Holm",
    "李伟、王芳",
    "Mr & Mrs Straub",
    "王伟等3人",
    "Tove Berg + guest",
    "Ana Roos/Jens Holm",
    "1. Ada Lund 2. Bo Lund",
)
_HOLDERS = (
    "FNU",
    "TBC",
    "待定",
    ".",
    "N/A",
    "Sukarno .",
    "FNU Mahbub",
    "Putri N/A",
    "-",
    "无",
    "Total: 12",
    "Page 2 of 3",
    "合计",
)
_DAMAGED = (
    "Jos\ufffd Paz",
    "\ue000\ue001",
    "=A1",
    "#REF!",
    "2024-03-01",
    "Odile\u200b Marchetti",
    "Ada\nLund",
    "x" * 300,
)
#: What stands around a cell without being of it.
PADDING = ("", " ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff")
_NUMBERS = (
    "00042", "42", "GSTF-00043", "'00044", "1.38E+10", "３２１", "A-7/1", "2024-03-01", "3-1", "R 9", "N/A", "同上", "00000000000000000001", "#12", "№ 5",
)  # fmt: skip
_PHONES = (
    "+33 6 12 34 56 78", "0033612345678", "13800138000", "138 0013 8000", "12", "(010) 6505 2266", "+86 138 0013 8000 / 139 0013 8000",
    "1.38E+10", "'+8613800138000", "tel: 13800138000", "no phone yet", "13800138000 ext 12", "+8613800138000#7", "-", "ditto", "＋８６１３８００１３８０００",
)  # fmt: skip
_MAILS = (
    "a@x.example", "B@X.example", "a@x.example; b@x.example", "a(at)x.example", "to follow", "<a@x.example>", "a@x",
    "mailto:a@x.example", "Ana Roos <a@x.example>", "none", "〃",
)  # fmt: skip
#: What a list holds besides names, by heading.
OTHERS: Mapping[str, tuple[str, ...]] = {
    "Registration ID": _NUMBERS, "编号": _NUMBERS, "Badge no": _NUMBERS, "Ticket code": _NUMBERS,
    "Phone": _PHONES, "手机": _PHONES, "Mobile": _PHONES, "E-mail": _MAILS, "邮箱": _MAILS, "Second e-mail": _MAILS,
    "Type": ("部长 Minister", "IO Head", "Press", "媒体/Press"), "Status": ("CANCELLED", "confirmed", "zephyr", "已取消 Cancelled"),
    "Bus": ("1-1", "Bus 1-1", "1-1号车", "9-9"), "Delegation": ("Valdoria", "北岭", "Puerto", "同上", "TBC"), "Remarks": ("2024-03-01", "vegetarian", "cancelled", "N/A"),
    "Route": ("3", "线路三", "Nine lakes", "3 / 4"), "Languages": ("en", "中文, fr", "Zemblan"), "No.": ("1", "2", "3"), "Other": ("x",),
    "Nationality": ("Valdorian",), "Job title": ("Director", "处长", "N/A", "ditto"), "Decision": ("withdrawn", "accepted"), "Honorific": ("Dr.", "Mme", "先生"),
}  # fmt: skip
#: Headings whose cells must not be lost in silence, besides those of names.
KEPT = frozenset(
    {"Registration ID", "编号", "Badge no", "Ticket code", "Phone", "手机", "Mobile", "E-mail", "邮箱", "Second e-mail"}
)
_CELL_FLAWS = (
    Flaw.FORMULA, Flaw.ERROR, Flaw.ROUNDED, Flaw.DATED, Flaw.SHOWN_OTHERWISE, Flaw.STRUCK, Flaw.SPANNED,
)  # fmt: skip


def _padded(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda before, cell, after: before + cell + after if cell else cell, PAD, cells, PAD)


PAD = st.one_of(st.just(""), st.sampled_from(PADDING))


@st.composite
def lists(draw: st.DrawFn) -> Sheet:
    """Return a list with a heading row, of people, of rows that are nobody, and of much that is wrong with either."""
    names = draw(st.sampled_from(NAMES))
    others = draw(st.lists(st.sampled_from(sorted(OTHERS)), unique=True, max_size=5))
    pool = (
        _PEOPLE + _SEVERAL + _HOLDERS + _DAMAGED
        if len(names) == 1
        else (*_PEOPLE, *_PARTS, *_PARTS, *_HOLDERS, *_DAMAGED)
    )
    row = st.tuples(
        *(_padded(st.sampled_from((*pool, ""))) for _ in names),
        *(_padded(st.sampled_from((*OTHERS[each], ""))) for each in others),
    )
    rows: list[tuple[str, ...]] = [(*names, *others), *draw(st.lists(row, max_size=8))]
    if draw(st.booleans()):
        at = draw(st.integers(1, len(rows)))
        rows.insert(
            at,
            draw(
                st.sampled_from(
                    (
                        rows[0],
                        ("Total", "12"),
                        ("第二代表团",),
                        ("(as in passport)",) * len(rows[0]),
                        ("",) * len(rows[0]),
                        (*rows[-1], "beyond"),
                    )
                )
            ),
        )
    places = st.tuples(st.integers(1, max(1, len(rows) - 1)), st.integers(0, len(rows[0]) - 1))
    flaws = draw(st.dictionaries(places, st.sampled_from(_CELL_FLAWS), max_size=2))
    for hidden in draw(st.sets(st.integers(1, max(1, len(rows) - 1)), max_size=2)):
        flaws[hidden, WHOLE_ROW] = Flaw.HIDDEN
    mended = draw(st.dictionaries(st.sampled_from(["Odile", "Odile Marchetti", "a@x.example"]), st.just("Élodie")))
    return Sheet("", tuple(rows), {at: flaw for at, flaw in flaws.items() if at[0] < len(rows)}, mended=mended)
