"""No letter of a name is lost, exchanged or drawn as a box."""

import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import FontMissing, GlyphMissing
from printing import fonts
from printing import text as text_module
from printing.fonts import FontChain, Weight, chain
from printing.text import clean, clusters, missing_characters, named, printable, shape

#: What names are written in: first and last code point of the parts of Unicode that matter.
_SCRIPTS = {
    "latin": (0x41, 0x24F),
    "vietnamese": (0x1EA0, 0x1EF9),
    "greek": (0x3B1, 0x3C9),
    "cyrillic": (0x410, 0x44F),
    "arabic": (0x627, 0x64A),
    "hebrew": (0x5D0, 0x5EA),
    "devanagari": (0x905, 0x939),
    "bengali": (0x995, 0x9A8),
    "tamil": (0xB95, 0xB9A),
    "thai": (0xE01, 0xE30),
    "lao": (0xE94, 0xE97),
    "georgian": (0x10D0, 0x10F0),
    "armenian": (0x561, 0x586),
    "ethiopic": (0x1200, 0x1248),
    "khmer": (0x1780, 0x17A2),
    "myanmar": (0x1000, 0x1020),
    "sinhala": (0xD9A, 0xDA5),
    "tibetan": (0xF40, 0xF47),
    "thaana": (0x780, 0x7A5),
    "hangul": (0xAC00, 0xD7A3),
    "kana": (0x3042, 0x30F3),
    "han": (0x4E00, 0x9FA5),
    "odia": (0xB05, 0xB39),
    "syriac": (0x710, 0x72C),
    "nko": (0x7CA, 0x7EA),
    "tifinagh": (0x2D30, 0x2D67),
    "adlam": (0x1E900, 0x1E943),
    "cherokee": (0x13A0, 0x13F4),
    "yi": (0xA000, 0xA48C),
    "ol_chiki": (0x1C5A, 0x1C77),
}


def _letters(script: str) -> st.SearchStrategy[str]:
    first, last = _SCRIPTS[script]
    return st.characters(min_codepoint=first, max_codepoint=last, categories=["L"])


_written = st.sampled_from(sorted(_SCRIPTS)).flatmap(
    lambda script: st.text(_letters(script) | st.just(" "), min_size=1, max_size=30)
)
_mixed = st.lists(_written, min_size=1, max_size=3).map(" ".join)


@given(text=_mixed, weight=st.sampled_from(Weight))
def test_a_text_of_known_scripts_keeps_every_character_and_has_no_box(text: str, weight: Weight) -> None:
    cleaned = clean(text)
    missing = missing_characters(cleaned)
    if missing:
        with pytest.raises(GlyphMissing):
            shape(cleaned, weight)
        return
    line = shape(cleaned, weight)
    drawn = [cluster for run in line.runs for cluster in run.clusters]
    assert sorted("".join(cluster.text for cluster in drawn)) == sorted(cleaned)
    assert all(glyph.id for cluster in drawn for glyph in cluster.glyphs)
    assert all(cluster.glyphs for cluster in drawn)


@given(text=st.text(max_size=60))
def test_whatever_a_list_holds_can_be_printed_with_the_missing_named(text: str) -> None:
    shown = printable(text)
    assert not missing_characters(shown)
    if shown:
        shape(shown, Weight.BOLD)


@given(text=st.text(max_size=40))
def test_a_text_is_either_shaped_or_refused_by_naming_what_is_missing(text: str) -> None:
    cleaned = clean(text)
    if missing := missing_characters(text):
        with pytest.raises(GlyphMissing) as refused:
            shape(cleaned)
        assert named(missing[0]) in str(refused.value) or refused.value.details["characters"]
    elif cleaned:
        shape(cleaned)


@given(text=st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(text=st.text(max_size=60))
def test_clusters_are_the_text_cut_up(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize("name", ["محمد", "عبد الله", "Steffi Griffin", "Ταφφι"])
def test_a_name_is_its_letters_and_never_one_sign(name: str) -> None:
    """Discretionary ligatures set Allah, as in Abdullah, as one honorific sign."""
    drawn = [cluster.text for run in shape(name, Weight.BOLD).runs for cluster in run.clusters]
    assert sorted(drawn) == sorted(name)


def test_arabic_letters_join() -> None:
    def glyphs(text: str) -> list[int]:
        return [glyph.id for run in shape(text).runs for cluster in run.clusters for glyph in cluster.glyphs]

    assert glyphs("محمد") != [glyph for letter in reversed("محمد") for glyph in glyphs(letter)]


def test_private_use_rare_han_and_lone_surrogates_are_named() -> None:
    assert missing_characters("𠮷田\ue000ab\U000f0000\ud800") == "𠮷\ue000\U000f0000\ud800"
    with pytest.raises(GlyphMissing) as refused:
        shape("𠮷田")
    assert refused.value.details["characters"] == "𠮷 (U+20BB7)"
    assert named("\ue000\ud800") == "U+E000, U+D800"


def test_a_private_use_letter_is_refused_even_where_a_font_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = fonts.open_face(fonts.FOLDER, "NotoSans-Regular")
    anything = SimpleNamespace(face_for=lambda cluster: latin)
    monkeypatch.setattr(text_module, "chain", lambda weight, added: anything)
    text_module._missing.cache_clear()
    assert missing_characters("A\ue000") == "\ue000"
    text_module._missing.cache_clear()


def test_a_missing_letter_stands_by_its_number_in_lists() -> None:
    assert printable("𠮷田\ue000") == "[U+20BB7]田[U+E000]"


def test_invisible_marks_and_controls_are_cleaned_away_and_joiners_kept() -> None:
    assert clean(" A\u202eli\u200b\tKhan\x00\n ") == "Ali Khan"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_names_are_composed_but_compatibility_ideographs_are_not_exchanged() -> None:
    assert clean("Ade\u0301") == "Adé"
    assert clean("\ufa19") == "\ufa19" != unicodedata.normalize("NFC", "\ufa19")


def test_a_variation_selector_is_no_letter_of_its_own() -> None:
    assert missing_characters("林\ufe0e若") == ""
    assert len(shape("林\ufe0e若").runs[0].clusters) == 2


@pytest.mark.parametrize("text", ["\u200c", "\u200cA", "A\u200d", "\u200dم", "\ufe00"])
def test_a_joiner_without_neighbours_is_no_letter_and_no_fault(text: str) -> None:
    drawn = [cluster.text for run in shape(text).runs for cluster in run.clusters]
    assert drawn in ([], [text])


def test_a_character_newer_than_this_python_is_refused_and_no_fault() -> None:
    with pytest.raises(GlyphMissing):
        shape("א\U00018d09")


def test_a_box_that_a_font_draws_after_all_is_caught_before_it_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = fonts.open_face(fonts.FOLDER, "NotoSans-Regular")
    monkeypatch.setattr(text_module, "_face", lambda cluster, weight: latin)
    with pytest.raises(GlyphMissing):
        shape.__wrapped__("王")


def test_both_weights_have_the_same_letters() -> None:
    for family in fonts.FAMILIES:
        regular = fonts.open_face(fonts.FOLDER, f"{family}-Regular").covers
        if (fonts.FOLDER / f"{family}-Bold.ttf").exists():
            assert regular == fonts.open_face(fonts.FOLDER, f"{family}-Bold").covers, family


def test_shaping_does_not_depend_on_the_computers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """HarfBuzz would ask the locale, and a Han letter would take its Japanese form on a Japanese laptop."""
    told: list[str] = []
    real = hb.shape
    monkeypatch.setattr(
        hb, "shape", lambda font, buffer, features: (told.append(buffer.language), real(font, buffer, features))
    )
    shape.__wrapped__("骨直 Ș محمد")
    assert told
    assert set(told) == {"und"}


@pytest.mark.parametrize("broken", ["gone", "empty"])
def test_a_missing_font_file_is_said_by_name(broken: str, tmp_path: Path) -> None:
    for file in fonts.FOLDER.glob("*.ttf"):
        (tmp_path / file.name).symlink_to(file)
    victim = tmp_path / "NotoSansArabic-Bold.ttf"
    victim.unlink()
    if broken == "empty":
        victim.write_bytes(b"")
    with pytest.raises(FontMissing) as missing:
        fonts.check_fonts(tmp_path)
    assert missing.value.details == {"font": "NotoSansArabic-Bold.ttf"}
    with pytest.raises(FontMissing):
        FontChain(Weight.BOLD, tmp_path).face_for("م")
    fonts.check_fonts()


def test_letters_and_digits_are_no_marks_and_nothing_to_take_out() -> None:
    whole = [each for each in map(chr, range(sys.maxunicode + 1)) if each.isalnum()]
    assert not [each for each in whole if text_module._is_blank(each) or text_module._UNSEEN.match(each)]
    assert not [each for each in whole if unicodedata.category(each)[0] == "M" or unicodedata.combining(each)]


@pytest.mark.parametrize("name", ["葛\U000e0100城", "辻\U000e0101", "神\ufe00谷"])
def test_a_form_of_a_character_that_no_font_has_is_said_and_not_dropped(name: str) -> None:
    """The selector chooses the form in which this person writes the character."""
    assert missing_characters(name) == name[:2]
    with pytest.raises(GlyphMissing, match="U\\+"):
        shape(name)


def test_a_form_that_a_font_has_is_drawn() -> None:
    assert missing_characters("林\ufe0e") == ""  # asks for text and no picture, which it is
    face = chain(Weight.BOLD).face_for("。")
    assert face and face.font.get_variation_glyph(ord("。"), 0xFE00)
