"""A test label shows what a printer can do, and a page between badges says whose come next."""

from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp

from checkin_app.domain.problems import TextDoesNotFit
from checkin_app.runtime.settings import PrinterKind
from printing.fonts import FAMILIES
from printing.languages import page
from printing.printers import A6, LABEL, Language, Printer, usual_template
from printing.raster import black_and_white
from printing.separator import separator
from printing.text import shape
from printing.trial_label import DOTS, GREYS, SCRIPTS, code_text, trial_label

_LABEL = Printer("Desk label", PrinterKind.NETWORK, "192.0.2.1", 9100, LABEL, 203)
_OFFICE = Printer("Office 办公室", PrinterKind.QUEUE, "office", template=A6)


@pytest.mark.parametrize("printer", [_LABEL, _OFFICE], ids=["label", "A6"])
def test_every_code_of_a_test_label_reads_on_the_dots_of_its_printer(printer: Printer) -> None:
    picture = black_and_white(trial_label(printer), printer.dpi / 72)
    found = {each.text for each in zxingcpp.read_barcodes(picture.convert("L"))}
    assert {code_text(dots) for dots in DOTS} <= found


def test_its_greys_become_darker_step_by_step() -> None:
    picture = black_and_white(trial_label(_LABEL), _LABEL.dpi / 72).convert("L")
    per_mm = _LABEL.dpi / 25.4
    top = next(y for y in range(int(9 * per_mm), int(12 * per_mm)) if picture.getpixel((int(30 * per_mm), y)) == 0)
    shares = []
    for place in range(len(GREYS)):
        left = (6 + place * 5.6 + 0.8) * per_mm
        box = tuple(int(each) for each in (left, top + 0.8 * per_mm, left + 3 * per_mm, top + 3.8 * per_mm))
        step = picture.crop(box)  # type: ignore[arg-type]  # four whole numbers
        shares.append(step.histogram()[0] / (step.width * step.height))
    assert shares[0] == 0
    assert shares[-1] > 0.9
    assert all(later > earlier + 0.1 for earlier, later in pairwise(shares))


def test_it_has_a_name_in_every_font_and_says_which_printer_it_is_of() -> None:
    drawn = {run.face.name.partition("-")[0] for name in SCRIPTS for run in shape(name).runs}
    assert set(FAMILIES) - drawn == {"NotoSansDevanagari"}  # the first font has the common letters of that script
    document = pypdfium2.PdfDocument(trial_label(_OFFICE))
    try:
        text = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert "Office 办公室 · 300 dpi · 105 × 148 mm" in text
    assert "林若溪" in text


@pytest.mark.parametrize("language", Language)
def test_a_page_that_is_no_badge_goes_out_in_each_language(language: Language) -> None:
    beginnings = {
        Language.PDF: b"%PDF", Language.PICTURE: b"\x89PNG", Language.ESCPOS: b"\x1b@", Language.ZPL: b"^XA", Language.TSPL: b"\r\nSIZE",
        Language.QL: b"\x00" * 400, Language.QL_WIDE: b"\x00" * 400,
    }  # fmt: skip
    printer = Printer("p", PrinterKind.NETWORK, "192.0.2.1", 9100, usual_template(language, LABEL), 203, language)
    assert page(trial_label(printer), printer).startswith(beginnings[language])


@pytest.mark.parametrize("printer", [_LABEL, _OFFICE], ids=["label", "A6"])
def test_a_page_between_badges_says_all_of_a_long_title_or_is_refused(printer: Printer) -> None:
    title = "The Intergovernmental Organisation for International Carriage by Rail · 国际铁路联运组织"
    document = pypdfium2.PdfDocument(separator(title, "12", printer))
    try:
        said = document[0].get_textpage().get_text_bounded().split()
    finally:
        document.close()
    assert "".join(said) == "".join([*title.split(), "12"])
    with pytest.raises(TextDoesNotFit):
        separator("w" * 399, "12", printer)
