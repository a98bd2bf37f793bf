"""Lists in every code page that a secretariat's programs write, whole and with damaged bytes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.lists.encodings import ENCODINGS
from checkin_app.domain.lists.sheet import WHOLE_ROW, Flaw
from checkin_app.domain.problems_lists import ListProblem, ListUnreadable
from checkin_app.files.tables import read_tables
from checkin_app.files.text_encoding import CODE_PAGES, decode

#: People as lists of each code page have them, under English headings: nothing but the names says what it is.
PEOPLE = {
    "gb18030": [
        "王小明,北方物流公司,中国",
        "李雪,交通运输部,中国",
        "欧阳静怡,滨海市港务局,中国",
        "龚䶮,镕基研究院,中国",
    ],
    "big5hkscs": ["林淑芬,運輸公司,臺北市", "陳大文,港鐵公司,香港", "黃嘉欣,運輸署,香港", "碁恒,粧業,澳門"],
    "cp950": ["林淑芬,運輸公司,臺北市", "陳大文,物流公司,香港", "王建民,價目 100€,臺中"],
    "cp932": ["髙橋 純,①東京物流,日本", "山﨑 弘,港湾輸送協会,日本", "田中 ひろし,ﾄﾖﾀ物流,名古屋"],
    "euc_jp": ["高橋 純,東京物流,日本", "田中 ひろし,港湾輸送協会,日本", "佐藤 健,国土交通省,日本"],
    "cp949": [
        "똠방 김,한국물류,한국",
        "김 철수,대한교통협회,한국",
        "펲시 박,한국운송,한국",
        "이영희,서울교통공사,대한민국",
    ],
    "cp1252": [
        "Zoë Lefèvre,Société Générale,Île d'Été",
        "José Núñez,Puertos,Perú",
        "Björn Åkerlund,Malmö Hamn,Sverige",
    ],
    "cp1250": ["Łukasz Woźniak,Kolej,Polska", "Jiří Dvořák,Dráhy,Česko", "Őri Gábor,Vasút,Magyarország"],
    "cp1251": ["Дарья Белова,Порт,Поморье", "Евгений ЩУКИН,Министерство,Россия", "Олена Їжак,Залізниця,Україна"],
    "koi8_r": ["Дарья Белова,Порт,Поморье", "Евгений Щукин,Министерство транспорта,Россия"],
    "cp866": ["Дарья Белова,Порт,Поморье", "Евгений Щукин,Министерство транспорта,Россия"],
    "cp1253": ["Γιώργος Παπαδόπουλος,Λιμάνι,Ελλάδα", "Ελένη Νικολάου,Υπουργείο,Κύπρος"],
    "cp1254": ["Şule Yıldız,Ulaştırma,Türkiye", "İbrahim Çağlar,Lojistik,Türkiye", "Gülşen Doğan,Liman,İzmir"],
    "cp1255": ["דוד כהן,נמל,ישראל", "שרה לוי,רכבת,חיפה", "יעל מזרחי,משרד התחבורה,ישראל"],
    "cp1256": ["محمد العلي,وزارة النقل,السعودية", "فاطمة حسن,ميناء,مصر", "علي رضائي,سكك حديد,إيران"],
    "cp1257": ["Jānis Bērziņš,Osta,Latvija", "Šarūnas Žukauskas,Geležinkeliai,Lietuva"],
    "cp1258": ["Nguyễn Văn An,Cảng Đà Nẵng,Việt Nam", "Trần Thị Hương,Bộ Giao thông,Việt Nam"],
    "cp874": ["สมชาย ใจดี,การท่าเรือ,ประเทศไทย", "วิภา ศรีสุข,กระทรวงคมนาคม,กรุงเทพ"],
    "mac_roman": ["José Núñez,Puertos,Perú", "Björn Åkerlund,Hamn,Malmö", "Zoé Lefèvre,Compagnie Générale,Genève"],
    "cp850": ["José Núñez,Puertos,Perú", "Björn Åkerlund,Hamn,Malmö", "Zoé Lefèvre,Compagnie Générale,Genève"],
}
#: Vietnamese code pages write some marks apart, as their keyboards do.
_MARKS_APART = str.maketrans(
    {
        "ễ": "ê\u0303", "ả": "a\u0309", "ẵ": "ă\u0303", "ệ": "ê\u0323", "ầ": "â\u0300", "ị": "i\u0323", "ộ": "ô\u0323",
        "ô": "ô",
    }
)  # fmt: skip


def encoded(lines: list[str], encoding: str) -> bytes:
    text = "\r\n".join(lines) + "\r\n"
    return (text.translate(_MARKS_APART) if encoding == "cp1258" else text).encode(encoding)


def test_every_code_page_of_the_menu_is_tried() -> None:
    assert PEOPLE.keys() == set(CODE_PAGES)
    assert {*CODE_PAGES} < ENCODINGS.keys()


@pytest.mark.parametrize("encoding", PEOPLE)
@pytest.mark.parametrize("rows", [2, 3, 60])
def test_a_list_of_a_code_page_is_read_and_said_to_be_guessed(encoding: str, rows: int) -> None:
    lines = ["Name,Organisation,Delegation", *(PEOPLE[encoding] * rows)[:rows]]
    content = encoded(lines, encoding)
    found = decode(content, "list.csv")
    assert found.text == content.decode(encoding)
    assert found.guessed


@pytest.mark.parametrize("encoding", PEOPLE)
def test_a_code_page_that_a_person_chose_is_used(tmp_path: Path, encoding: str) -> None:
    lines = ["Name,Organisation,Delegation", *PEOPLE[encoding]]
    (tmp_path / "list.csv").write_bytes(encoded(lines, encoding))
    sheet = read_tables(tmp_path / "list.csv", encoding).sheet()
    assert [",".join(row) for row in sheet.rows] == encoded(lines, encoding).decode(encoding).splitlines()
    assert not sheet.notes


#: Headings in their own words prove the encoding.
HEADED = {
    "gb18030": ["姓名,单位,职务", "王小明,物流,处长"],
    "big5hkscs": ["姓名,單位,代表團", "林 淑芬,運輸公司,臺北市", "林 嘉欣,運輸署,香港"],
    "cp932": ["氏名,所属,国", "髙橋 純,東京物流,日本"],
    "cp1251": ["Имя,Страна", "Дарья,Поморье"],
    "cp1256": ["الاسم,الدولة", "أحمد علي,الأردن"],
}


@pytest.mark.parametrize("encoding", HEADED)
def test_headings_in_their_own_words_prove_the_encoding(encoding: str) -> None:
    found = decode(encoded(HEADED[encoding], encoding), "list.csv")
    assert (found.encoding, found.guessed) == (encoding, False)


@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_no_row_of_a_code_page_is_bent(encoding: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(PEOPLE[encoding]), min_size=3, max_size=40))
    content = encoded(["No.;Name,Organisation,Delegation", *rows, *PEOPLE[encoding]], encoding)
    assert decode(content, "list.csv").text == content.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "people", ["王小明,北方物流公司,中国", "Ada Lund,Harbour,Northland", "Дарья Белова,Порт,Поморье"]
)
def test_utf_16_without_a_mark_is_known(encoding: str, people: str) -> None:
    lines = ["姓名,单位,国家", *[people] * 5]
    found = decode(encoded(lines, encoding), "list.csv")
    assert (found.encoding, found.text.split()) == (encoding, "\n".join(lines).split())


# ---- damage


def rows_of(tmp_path: Path, content: bytes, encoding: str = "") -> tuple[list[str], list[int]]:
    """Return the first cells, and the numbers of the rows that cannot be read."""
    (tmp_path / "list.csv").write_bytes(content)
    sheet = read_tables(tmp_path / "list.csv", encoding).sheet()
    damaged = [place + 1 for (place, column), flaw in sheet.flaws.items() if flaw is Flaw.UNREADABLE]
    assert all(column == WHOLE_ROW for _, column in sheet.flaws)
    return [row[0] for row in sheet.rows], damaged


GOOD = ["Name,Organisation,Delegation", "王小明,北方物流,中国", "José Pérez,Puertos,Perú", "Анна Белова,Порт,Россия"]
DAMAGED = {
    "a row of another code page": "Zoë Dubois,Société,France".encode("cp1252"),
    "a letter cut at the end": "李长江,北方物流,中国".encode()[:-1],
    "a letter cut in its middle": "李长".encode() + "江".encode()[:1] + ",北方,中国".encode(),
    "a null byte": b"Tove \0 Berg,Havn,Norge",
    "half a pair": b"Tove \xed\xa0\x80 Berg,Havn,Norge",
    "a stray continuation": b"Tove \x80Berg,Havn,Norge",
    "a row in GBK": "赵敏,物流,中国".encode("gb18030"),
}


@pytest.mark.parametrize("damage", DAMAGED)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("forced", ["", "utf-8"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_bytes_that_are_no_letters_spoil_their_own_row_only(
    tmp_path: Path, damage: str, mark: bytes, forced: str, line_end: bytes
) -> None:
    lines = [*(line.encode() for line in GOOD), DAMAGED[damage], "Ida Sørby,Havn,Norge".encode()]
    names, damaged = rows_of(tmp_path, mark + line_end.join(lines), forced)
    assert damaged == [5]
    assert [*names[1:4], names[5]] == ["王小明", "José Pérez", "Анна Белова", "Ida Sørby"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "cp932", "cp949", "utf-16-le", "utf-16-be"])
def test_damage_in_another_encoding_spoils_its_own_row_only(tmp_path: Path, encoding: str) -> None:
    stray = {"utf-16-le": b"\x00\xd8", "utf-16-be": b"\xd8\x00"}.get(encoding, b"\x81 ")
    people = PEOPLE.get(encoding, GOOD[1:])
    lines = [f"{line}\n".encode(encoding) for line in ["Name,Organisation,Delegation", *people * 4]]
    lines[3] = stray + lines[3]
    names, damaged = rows_of(tmp_path, b"".join(lines))
    assert damaged == [4]
    assert names[1] == people[0].split(",")[0]
    assert len(names) == len(lines)


def test_damage_in_the_heading_spoils_no_row(tmp_path: Path) -> None:
    lines = ["Name,Organisation,\xe9".encode("cp1252"), *(line.encode() for line in GOOD[1:])]
    assert rows_of(tmp_path, b"\n".join(lines))[0][1:] == ["王小明", "José Pérez", "Анна Белова"]


def test_a_list_that_is_mostly_something_else_is_refused_whole(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("Имя,Страна\nДарья,Поморье\nЕвгений,Россия\n".encode("cp1251"))
    with pytest.raises(ListUnreadable, match="line 1"):
        read_tables(tmp_path / "list.csv", "utf-8")


@given(st.data())
def test_wherever_one_byte_is_spoilt_all_other_rows_go_in(data: st.DataObject) -> None:
    lines = [line.encode() for line in [*GOOD, *GOOD[1:]]]
    row = data.draw(st.integers(1, len(lines) - 1))
    place = data.draw(st.integers(0, len(lines[row]) - 1))
    lines[row] = lines[row][:place] + data.draw(st.sampled_from([b"\0", b"\xff", b"\x81"])) + lines[row][place:]
    found = decode(b"\n".join(lines), "list.csv").text.split("\n")
    assert [line for place, line in enumerate(found) if place != row] == [
        line.decode() for place, line in enumerate(lines) if place != row
    ]


@given(st.binary(max_size=300), st.sampled_from([*ENCODINGS, "undefined", "idna", "punycode", "unicode_escape"]))
def test_any_bytes_in_any_encoding_are_text_or_a_foreseen_problem(content: bytes, encoding: str) -> None:
    try:
        decode(b"Name\n" + content, "list.csv", encoding)
    except ListProblem:
        return
