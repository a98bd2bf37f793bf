"""One spelling for all spellings of a name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.names.folding import fold, fold_each, spellings

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_only_letters_digits_and_single_spaces_are_left(text: str) -> None:
    folded = fold(text)
    assert all(each.isalnum() or each == " " for each in folded)
    assert folded == " ".join(folded.split())


@given(ANY_TEXT.map(lambda text: unicodedata.normalize("NFC", text)), st.integers(0, 40))
def test_the_fold_of_a_prefix_is_a_prefix_of_the_fold(text: str, end: int) -> None:
    assert fold(text).startswith(fold(text[:end]))


@given(ANY_TEXT)
def test_the_form_of_unicode_makes_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("code", range(128))
def test_a_sign_of_ascii_is_folded_at_once_as_it_is_by_itself(code: int) -> None:
    text = f"aB{chr(code)}9Z"
    assert fold(text) == " ".join("".join(fold_each(text)).split())


@given(ANY_TEXT)
def test_letter_by_letter_every_place_keeps_its_fold(text: str) -> None:
    assert len(fold_each(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Müller", "muller"),
        ("STRASSE Straße", "strasse strasse"),
        ("İstanbul ISPARTA Iğdır ığdır", "istanbul isparta igdir igdir"),
        ("Nguyễn Thị Đặng", "nguyen thi dang"),
        ("Wałęsa Łódź", "walesa lodz"),
        ("Sørensen Ærø Þór Guðrún", "sorensen aero thor gudrun"),
        ("Œuvre Đorđević Ħal", "oeuvre dordevic hal"),
        ("Əliyev", "aliyev"),
        ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
        ("مصطفى فاطمة", "مصطفي فاطمه"),
        ("محـــمد مُحَمَّد", "محمد محمد"),
        ("علی کریم", "علي كريم"),
        ("Ёлкин ЁЛКИН Елкин", "елкин елкин елкин"),
        ("Oʻzbekiston Hawaiʻi O’Brien D'Arc", "ozbekiston hawaii obrien darc"),
        ("Jean-Luc Al‑Farsi", "jean luc al farsi"),
        ("٠٤١٢ ０４１２", "0412 0412"),
        ("ヤマダ やまだ", "やまた やまた"),
        ("김철수", "김철수"),
        ("𫟹𬭎𰻝", "𫟹𬭎𰻝"),
        ("a\x00b\ud800c", "a b c"),
        ("👍 ❤️", ""),
    ],
)
def test_letters_that_keyboards_lack_are_typed_plainly(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "also"),
    [("Müller", "mueller"), ("Ångström", "aangstroem"), ("Sørensen", "soerensen"), ("O'Brien", "o brien")],
)
def test_written_out_and_parted_spellings_stand_beside_the_plain_one(typed: str, also: str) -> None:
    assert spellings(typed)[0] == fold(typed)
    assert also in spellings(typed)


def test_a_plain_name_has_one_spelling() -> None:
    assert spellings("Anna Kovacs") == ("anna kovacs",)
