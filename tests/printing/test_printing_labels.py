"""What label printers are sent shows the very dots that were drawn, in each of their languages."""

from collections.abc import Callable

import pytest
import qr_by_the_book
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from label_readers import crc_ccitt, tspl_paper, zpl_paper
from PIL import Image

from checkin_app.runtime.settings import PrinterKind
from printing import languages, tspl_label, zpl_label
from printing import raster as rasters
from printing.content import BadgeContent
from printing.languages import document
from printing.layout import lay_out
from printing.looks import OURS
from printing.printers import LABEL, Language, Printer
from printing.raster import raster

Make = Callable[..., BadgeContent]
DPI = st.sampled_from([203, 300, 600])


@st.composite
def _pictures(draw: st.DrawFn) -> Image.Image:
    width, height = draw(st.integers(1, 70)), draw(st.integers(1, 40))
    dots = draw(st.binary(min_size=-(-width // 8) * height, max_size=-(-width // 8) * height))
    return Image.frombytes("1", (width, height), dots)


def _same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.convert("L").tobytes() == other.convert("L").tobytes()


@given(_pictures())
def test_a_label_in_zpl_shows_the_dots_that_were_drawn(image: Image.Image) -> None:
    assert _same(zpl_paper(zpl_label.label_bytes(image)), image)


@given(_pictures(), DPI)
def test_a_label_in_tspl_shows_the_dots_that_were_drawn(image: Image.Image, dpi: int) -> None:
    assert _same(tspl_paper(tspl_label.label_bytes(image, dpi), dpi), image)


def test_the_checksum_of_the_readers_is_that_of_the_standard() -> None:
    assert crc_ccitt(b"123456789") == 0x31C3  # CRC-16/XMODEM, reveng.sourceforge.io


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("language", [Language.ZPL, Language.TSPL])
def test_a_badge_comes_out_of_a_printer_of_labels_and_its_code_reads(dpi: int, language: Language, make: Make) -> None:
    sent = document(make(), Printer("Labels", PrinterKind.NETWORK, "192.0.2.1", 9100, LABEL, dpi, language))
    paper = zpl_paper(sent) if language is Language.ZPL else tspl_paper(sent, dpi)
    assert _same(paper, raster(lay_out(make(), OURS.template(LABEL)), dpi))
    assert zxingcpp.read_barcodes(paper.convert("L"))[0].text == make().code


def test_between_the_steps_of_drawing_a_label_whoever_needs_the_interpreter_has_it(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for module, name in ((languages, "lay_out"), (rasters, "plan_pdf"), (rasters, "black_and_white")):
        work = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, name=name, work=work: (steps.append(name), work(*given))[1])
    printer = Printer("Labels", PrinterKind.NETWORK, "192.0.2.1", 9100, LABEL, 203, Language.ZPL)
    given_way = languages.document(make(), printer, lambda: steps.append(""))
    assert steps == ["lay_out", "", "plan_pdf", "", "black_and_white", ""], "the last before it is encoded"
    steps.clear()
    queue = Printer("Office", PrinterKind.QUEUE, "office", language=Language.PDF)
    languages.document(make(), queue, lambda: steps.append(""))
    assert steps == ["lay_out", "", "plan_pdf", "", "black_and_white"]
    assert given_way == document(make(), printer)


def test_a_code_on_a_label_in_zpl_is_read_by_the_book(make: Make) -> None:
    sent = document(make(), Printer("Labels", PrinterKind.NETWORK, "192.0.2.1", 9100, LABEL, 203, Language.ZPL))
    box = tuple(int(edge * 203 / 25.4) for edge in (0, 24, 36, 60))
    assert qr_by_the_book.read(zpl_paper(sent), box) == make().code
    assert len(sent) < 12_000  # the slowest lines carry 1 kB a second
