"""Names as lists give them: in halves, in two scripts, with titles before them and with what only holds a place."""

import pytest

from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.headings import field_of
from checkin_app.domain.lists.notes import ListRemark, Remark
from checkin_app.domain.lists.reading import Reading, read_rows
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.files.forum_file import forum_bytes, parse_forum

FORUM = parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml")


def reading(*rows: str) -> Reading:
    whole = Sheet("", tuple(tuple(row.split("|")) for row in rows))
    return read_rows(whole, find_columns(whole), FORUM)


def only(*rows: str) -> Taken:
    (taken,) = reading(*rows).taken
    return taken


def keys(row: Taken) -> set[object]:
    return {note.key for note in row.notes}


def both(row: Taken) -> tuple[str, str]:
    return row.name, str(row.values.get("latin_name", ""))


# ---- in halves


@pytest.mark.parametrize(
    ("headings", "row", "name"),
    [
        ("Name|Surname", "Thandi|Mokoena", "Thandi Mokoena"),
        ("Nombre|Apellidos", "María José|Ríos Paz", "María José Ríos Paz"),
        ("First name|Name", "Benno|Straub", "Benno Straub"),
        ("Nom|Prénom", "Dubois|Zoé", "Dubois Zoé"),
        ("Prénom|Nom", "Zoé|Dubois", "Zoé Dubois"),
        ("Nome|Sobrenome", "Ana Rita|Luz Prado", "Ana Rita Luz Prado"),
        ("Nombre|Apellido paterno|Apellido materno", "Elena|Ríos|Paz", "Elena Ríos Paz"),
        ("Primer apellido|Segundo apellido|Nombre", "Ríos|Paz|Elena", "Ríos Paz Elena"),
        ("Vorname|Namenszusatz|Nachname", "Benno|von|Straub", "Benno von Straub"),
        ("Nachname|Vorname|Namenszusatz", "Straub|Benno|von", "von Straub Benno"),
        ("Voornaam|First name|Tussenvoegsel|Last name", "|Tove|van den|Berg", "Tove van den Berg"),
        ("Фамилия|Имя|Отчество", "Ларин|Пётр|Ильич", "Ларин Пётр Ильич"),
        ("Имя|Фамилия|Отчество", "Пётр|Ларин|Ильич", "Пётр Ильич Ларин"),
        ("First name|Last name|Middle name", "Ada|Lund|Marie", "Ada Marie Lund"),
        ("Last name|First name|Suffix", "Lund|Otis|Jr.", "Lund Otis Jr."),
        ("Prefix|First name|Last name", "van|Tove|Berg", "Tove van Berg"),
        ("姓|名", "欧阳|景逸", "欧阳景逸"),
        ("성|이름", "김|민준", "김민준"),
        ("الاسم الأول|اسم الأب|اسم العائلة", "ليلى|سامي|حداد", "ليلى سامي حداد"),
    ],
)
def test_the_parts_of_a_name_are_joined_in_the_order_of_their_columns(headings: str, row: str, name: str) -> None:
    found = only(headings, row)
    assert found.name == name
    assert Remark.NAME_JOINED in keys(found)


def test_a_half_that_stands_in_a_column_of_names_ends_in_its_own_field() -> None:
    found = reading("Nom|Prénom", "Dubois|Zoé", "Dubois|Marc")
    assert [(row.values["family"], row.values["given"]) for row in found.taken] == [
        ("Dubois", "Zoé"),
        ("Dubois", "Marc"),
    ]
    assert [note.details for note in found.notes if note.key is ListRemark.TOLD_BY_CELLS] == [
        {"column": 1, "heading": "Nom", "field": Field.FAMILY}
    ]


def test_people_of_one_half_are_not_one_person() -> None:
    assert len(reading("Nombre|Apellidos", "María José|Ríos Paz", "María José|Luna Sol").taken) == 2


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Name|Surname", "Thandi Mokoena|Mokoena"),
        ("Full name|Family name|Given name", "LUND, Ada Marie|Lund|Ada Marie"),
        ("Nom complet|Prénom", "Zoé Dubois|Zoé"),
        ("姓名|姓", "欧阳景逸|欧阳"),
        ("Name|Given name", "Li Meiling|Mei-ling"),
        ("Name|Last name|First name", "José Núñez|NUNEZ|JOSE"),
    ],
)
def test_a_whole_name_beside_its_parts_stays_whole(headings: str, row: str) -> None:
    found = only(headings, row)
    assert found.name == row.split("|", maxsplit=1)[0]
    assert Remark.NAME_PARTS_DIFFER not in keys(found)


def test_parts_that_say_another_name_are_asked_about() -> None:
    found = reading("Name|Surname", "Thandi Mokoena|Mokoena", "Odile Marchetti|Marchetti", "Tove Berg|Straub")
    asked = found.taken[2]
    assert (asked.name, asked.values["family"]) == ("Tove Berg", "Straub")
    (note,) = [note for note in asked.notes if note.key is Remark.NAME_PARTS_DIFFER]
    assert note.asks
    assert note.details == {"name": "Tove Berg", "parts": "Straub"}


def test_parts_in_two_scripts_are_two_names() -> None:
    row = only("姓|名|Surname|Given name", "欧阳|景逸|OUYANG|Jingyi")
    assert both(row) == ("欧阳景逸", "OUYANG Jingyi")
    assert (row.values["family"], row.values["given"]) == ("欧阳", "景逸")
    assert both(only("Surname|Given name|Фамилия|Имя", "Larin|Petr|Ларин|Пётр")) == ("Ларин Пётр", "Larin Petr")
    assert both(only("姓|名|Surname|Given name", "||LUND|Ada")) == ("LUND Ada", "")


# ---- two columns of names


@pytest.mark.parametrize(
    "headings",
    [
        "姓名|姓名（拼音/英文）", "Name (local script)|Name", "中文姓名|英文姓名", "姓名|Name", "Name|Name", "姓名|姓名",
        "Name in own script|Name in Latin letters", "姓名（中文）|姓名（外文）", "氏名|氏名（ローマ字）", "이름|영문 이름",
        "Name (Chinese)|Name (English)", "姓名 Name|姓名拼音 Name in pinyin", "Name – original|Name – romanized",
        "姓名|Full name as in passport", "姓名（必填）|Romanised name (as in passport)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_two_columns_of_names_are_told_apart_and_nobody_is_lost(headings: str, turned: bool) -> None:
    rows = [headings, "李明|Li Ming", "|Odile Marchetti", "王海|", "赵晴|Zhao Qing"]
    if turned:
        rows = ["|".join(reversed(row.split("|"))) for row in rows]
    found = reading(*rows)
    assert [both(row) for row in found.taken] == [
        ("李明", "Li Ming"), ("Odile Marchetti", "Odile Marchetti"), ("王海", ""), ("赵晴", "Zhao Qing"),
    ]  # fmt: skip


def test_the_cells_decide_whatever_script_people_write() -> None:
    for own in ("Пётр Ларин", "ليلى حداد", "김민준", "ลลิตา", "Ελένη Λάρη"):
        assert both(only("Name|Name", f"{own}|Some Body")) == (own, "Some Body")
        assert both(only("Name|Name", f"Some Body|{own}")) == (own, "Some Body")


def test_an_empty_column_falls_back_to_the_other_of_its_kind() -> None:
    found = reading(
        "中文姓名|英文姓名|单位（中文）|单位（英文）|Phone|Mobile",
        "李明|Li Ming|北方港务局|Northern Port Authority|+86 10 6529 2327|",
        "|Odile Marchetti||Port of Valdoria||+33 6 12 34 56 78",
    )
    assert [row.values["organisation"] for row in found.taken] == ["北方港务局", "Port of Valdoria"]
    assert [row.values["phone"] for row in found.taken] == ["+86 10 6529 2327", "+33 6 12 34 56 78"]
    assert {ListRemark.COLUMN_BESIDE} <= {note.key for note in found.notes}


def test_a_second_phone_or_mail_that_says_another_is_named_and_left_out() -> None:
    row = only("Name|Phone|Mobile|E-mail|Courriel", "Ada Lund|1|2|a@x.example|b@x.example")
    left = [note.details["value"] for note in row.notes if note.key is Remark.ALSO_GIVEN]
    assert sorted(left) == ["2", "b@x.example"]
    assert keys(only("Name|Phone|Mobile", "Ada Lund|1|1")).isdisjoint({Remark.ALSO_GIVEN})


def test_a_name_for_the_badge_beside_two_names_is_named_where_it_differs() -> None:
    found = reading(
        "中文姓名|英文姓名|Name on badge",
        "李明|Li Ming|Dr Li Ming",
        "|Odile Marchetti|Odile M.",
        "王海|Wang Hai|WANG HAI",
    )
    assert [[n.details["value"] for n in row.notes if n.key is Remark.ALSO_GIVEN] for row in found.taken] == [
        ["Dr Li Ming"], ["Odile M."], [],
    ]  # fmt: skip


# ---- titles before names


@pytest.mark.parametrize(
    ("headings", "row", "honorific", "title"),
    [
        ("Title|First name|Last name|Job title", "Dr.|Marilena|Monteverde|Director", "Dr.", "Director"),
        ("Title|First name|Last name|Job title", "H.E. Mr.|Benno|Straub|Minister", "H.E. Mr.", "Minister"),
        ("Titel|Vorname|Nachname|Funktion", "Prof. Dr.|Benno|Straub|Amtsleiter", "Prof. Dr.", "Amtsleiter"),
        ("Título|Nombre|Apellidos|Cargo", "Sra.|Elena|Ríos|Ministra", "Sra.", "Ministra"),
        ("头衔|姓名|职务", "博士|李明|处长", "博士", "处长"),
        ("Title|Name", "Ms|Ada Lund", "Ms", None),
        ("Title|Name", "Director|Ada Lund", None, "Director"),
        ("Name|Title|Salutation", "Ada Lund|Chair|Mrs", "Mrs", "Chair"),
        ("Titre|Nom|Prénom|Fonction", "M.|Dubois|Marc|Conseiller", "M.", "Conseiller"),
    ],
)
def test_a_title_is_an_honorific_or_a_post_as_its_cells_say(
    headings: str, row: str, honorific: str | None, title: str | None
) -> None:
    values = only(headings, row).values
    assert (values.get("honorific"), values.get("title")) == (honorific, title)


# ---- what only holds a place


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Suharto", "", "Suharto"), ("Sukarno", ".", "Sukarno"), ("-", "Tenzin", "Tenzin"), ("FNU", "Mahbub", "Mahbub"),
        ("Putri", "N/A", "Putri"), ("Dewi", "(none)", "Dewi"), ("Dewi", "LNU", "Dewi"), ("XXX", "Dewi", "Dewi"),
        ("Dewi", "---", "Dewi"), ("Dewi", "n.a.", "Dewi"), ("Dewi", "No surname", "Dewi"), ("无", "德吉", "德吉"),
    ],
)  # fmt: skip
def test_a_part_that_only_holds_a_place_is_left_out_and_said(first: str, last: str, name: str) -> None:
    row = only("First name|Last name", f"{first}|{last}")
    assert row.name == name
    assert (Remark.PLACEHOLDER_LEFT_OUT in keys(row)) == bool(first and last)
    assert row.values["given"] in {"", name}


@pytest.mark.parametrize(
    ("whole", "name"),
    [
        ("Sukarno .", "Sukarno"), ("FNU Mahbub", "Mahbub"), ("Mahbub LNU", "Mahbub"), ("Putri N/A", "Putri"),
        ("Dewi (none)", "Dewi"), ("- Tenzin", "Tenzin"), ("Dewi XXX", "Dewi"), ("Dewi -", "Dewi"),
    ],
)  # fmt: skip
def test_a_word_of_a_whole_name_that_only_holds_a_place_is_left_out_and_said(whole: str, name: str) -> None:
    for heading in ("Name", "Latin name"):
        row = only(heading, whole)
        assert row.name == name
        assert [note.details["value"] for note in row.notes if note.key is Remark.PLACEHOLDER_LEFT_OUT] == [whole]


@pytest.mark.parametrize(
    "name", ["Otis Null", "Nil Roca", "Na Lin", "Ana-María Luz", "Ada Lund, Jr.", "Xx Yy", "O Min"]
)
def test_a_name_that_looks_like_a_placeholder_and_is_none_stays(name: str) -> None:
    assert only("Name", name).name == name
    given, family = name.split(" ", 1)
    assert only("Given name|Family name", f"{given}|{family}").name == name


# ---- headings


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            "姓名,單位,職稱,國家/地區,手機,電郵,參觀路線,備註",
            "name organisation title delegation phone email route note",
        ),
        ("이름,소속,직위,국가,휴대전화,이메일,비고", "name organisation title delegation phone email note"),
        ("氏名,所属,役職,国名,携帯電話,メールアドレス,備考", "name organisation title delegation phone email note"),
        ("Vorname,Nachname,Land,Funktion,Handynummer,E-Mail-Adresse", "given family delegation title phone email"),
        ("Nome próprio,Apelido,País,Cargo,Telemóvel,Correio eletrônico", "given family delegation title phone email"),
        (
            "Prénom,Nom de famille,Pays,Fonction,Téléphone portable,Courriel",
            "given family delegation title phone email",
        ),
        (
            "Nombre de pila,Apellidos,País,Cargo,Teléfono móvil,Correo electrónico",
            "given family delegation title phone email",
        ),
        ("Имя,Фамилия,Страна,Должность,Мобильный телефон,Эл. почта", "given family delegation title phone email"),
        (
            "الاسم الأول,اسم العائلة,الدولة,المنصب,رقم الجوال,البريد الإلكتروني",
            "given family delegation title phone email",
        ),
    ],
)
def test_headings_are_known_in_the_languages_of_secretariats(headings: str, fields: str) -> None:
    assert [str(field_of(heading) or "") for heading in headings.split(",")] == fields.split()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Family name in Latin letters", Field.FAMILY), ("Name (in block letters)", Field.NAME),
        ("姓名（拼音/英文）", Field.LATIN_NAME), ("Name (English)", Field.LATIN_NAME), ("姓名（中文/英文）", Field.NAME),
        ("Имя на английском языке", Field.GIVEN), ("Mobile phone (required)", Field.PHONE),
        ("Given name as it should appear on the passport", Field.GIVEN), ("职务 Position", Field.TITLE),
        ("单位（英文）", Field.ORGANISATION), ("Language of the passport", Field.LANGUAGES), ("Native land", Field.DELEGATION),
    ],
)  # fmt: skip
def test_the_qualifier_of_a_heading_is_read(heading: str, field: Field) -> None:
    assert field_of(heading) is field
