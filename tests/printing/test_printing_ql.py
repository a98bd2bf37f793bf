"""Labels for Brother QL printers show the dots that were drawn, where the print head comes to, and are said to fit or not."""

from collections.abc import Callable
from hashlib import sha256

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from label_readers import ql_paper
from PIL import Image
from pyzbar import pyzbar

from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import PrinterKind, PrinterLanguage, PrinterSettings
from printing import ql_label
from printing.content import BadgeContent
from printing.languages import document
from printing.layout import lay_out
from printing.looks import OURS, Looks
from printing.printers import Printer, printer_from
from printing.ql_media import NARROW, TAPES, WIDE, Head, fitting
from printing.raster import raster

Make = Callable[..., BadgeContent]
_ROLL, _LABELS = 0x0A, 0x0B


def _ql(media: Media | None = None, template: str = "", speaks: PrinterLanguage = PrinterLanguage.QL) -> Printer:
    entry = PrinterSettings("Labels", PrinterKind.USB, "04f9:209b", speaks=speaks, media=media, template=template)
    return printer_from(entry)


@st.composite
def _pictures(draw: st.DrawFn) -> Image.Image:
    """Return a picture of some dots on white, of any size."""
    image = Image.new("1", (draw(st.integers(1, 1400)), draw(st.integers(1, 1900))), 1)
    dots = st.tuples(st.integers(0, image.width - 1), st.integers(0, image.height - 1))
    for dot in draw(st.lists(dots, max_size=20)):
        image.putpixel(dot, 0)
    return image


_FITS = [(head, media) for head in (NARROW, WIDE) for media in fitting(head)]


@given(_pictures(), st.sampled_from(_FITS))
def test_each_dot_within_reach_is_printed_in_its_place_and_no_other(
    image: Image.Image, fits: tuple[Head, Media]
) -> None:
    head, media = fits
    paper, tape = ql_paper(ql_label.label_bytes(image, media, head), head.across), TAPES[media]
    assert paper.size == (media.width, media.height)
    assert (paper.kind, paper.feed) == ((_LABELS, 0) if media.height else (_ROLL, 35))
    lines = paper.picture.height
    assert lines == (tape.length or max(150, image.height - 70))
    right = head.dots - head.right - tape.right
    seen = Image.new("1", (tape.width, lines), 1)
    seen.paste(image, ((tape.width - image.width) // 2, (lines - image.height) // 2))
    whole = Image.new("1", (head.dots, lines), 1)
    whole.paste(seen, (right - tape.width, 0))
    assert paper.picture.tobytes() == whole.tobytes()


@given(_pictures(), st.sampled_from([each for each in _FITS if each[1].height and Media(each[1].width) in TAPES]))
def test_a_label_for_a_roll_comes_out_on_cut_labels_of_its_width_as_if_it_were_drawn_for_them(
    image: Image.Image, fits: tuple[Head, Media]
) -> None:
    head, media = fits
    reached = Image.new("1", image.size, 1)  # on neither its ends are printed
    reached.paste(image.crop((0, 35, image.width, max(35, image.height - 35))), (0, 35))
    if image.height < 220:  # what is shorter than the shortest has white about it
        reached = Image.new("1", (image.width, 220), 1)
    on_roll = ql_label.label_bytes(reached, Media(media.width), head)
    assert ql_label.for_labels(on_roll, media) == ql_label.label_bytes(reached, media, head)


@pytest.mark.parametrize(
    ("printer", "across", "lines"),
    [
        (_ql(), 90, 1112),
        (_ql(Media(62, 100)), 90, 1109),
        (_ql(speaks=PrinterLanguage.QL_WIDE), 162, 1702),
        (_ql(Media(102, 153), speaks=PrinterLanguage.QL_WIDE), 162, 1660),
        (_ql(Media(62, 100), "label62", PrinterLanguage.QL_WIDE), 162, 1109),
    ],
)
@pytest.mark.parametrize("name", ["ليلى الحداد", "林若溪"])
def test_a_badge_comes_out_of_a_brother_printer_and_its_code_reads(
    printer: Printer, across: int, lines: int, name: str, make: Make
) -> None:
    content = make(name=name)
    paper = ql_paper(document(content, printer), across).picture
    assert paper.height == lines
    drawn = raster(lay_out(content, printer.look()), 300)
    assert paper.convert("L").histogram()[0] > 0.98 * drawn.convert("L").histogram()[0], "no more than an edge is lost"
    for codes in ([each.text for each in zxingcpp.read_barcodes(paper.convert("L"))],
                  [each.data.decode() for each in pyzbar.decode(paper.convert("L"))]):  # fmt: skip
        assert codes == [content.code]


def test_a_small_label_is_what_another_program_has_read() -> None:
    """What `brother_ql_analyse` of brother-ql-inventree 1.3 made into this very picture."""
    image = Image.new("1", (732, 400), 1)
    for at in range(60):
        image.putpixel((100 + 9 * at, 40 + 5 * at), 0)
    sent = ql_label.label_bytes(image, Media(62), NARROW)
    assert sha256(sent).hexdigest() == "c4c73b73edf027ad4ca833a6f9518cdd338f52d209d949b7682c79b79aaa1c60"


@pytest.mark.parametrize(
    ("media", "template", "speaks", "words"),
    [
        (Media(80), "", PrinterLanguage.QL, "take rolls and labels of 29, 38"),
        (Media(62, 50), "", PrinterLanguage.QL, "badges for it are 62 × 100 mm, and its paper is 62 × 50 mm"),
        (Media(62, 120), "", PrinterLanguage.QL, "not of 62 × 120 mm"),
        (Media(102), "", PrinterLanguage.QL, "not of 102 mm"),
        (None, "label100x150", PrinterLanguage.QL, "not of 102 mm"),
        (None, "label80", PrinterLanguage.QL, "not of 102 mm"),
        (Media(54), "", PrinterLanguage.QL, "badges for it are 62 × 100 mm, and its paper is 54 mm"),
    ],
)
def test_what_does_not_fit_a_brother_printer_is_refused(
    media: Media | None, template: str, speaks: PrinterLanguage, words: str
) -> None:
    with pytest.raises(PrinterMisfit, match=words):
        _ql(media, template, speaks)


@pytest.mark.parametrize("at", [(0.5, 50), (24, 50), (10, 0.5), (10, 62)])
def test_a_code_that_the_print_head_does_not_reach_is_refused(at: tuple[float, float]) -> None:
    own = OURS.text("label62").replace("box = [1.6, 52, 36, 36]", f"box = [{at[0]}, {at[1]}, 37, 37]")
    looks = Looks((("edge", own),))
    entry = PrinterSettings("Labels", PrinterKind.USB, "04f9:209b", speaks=PrinterLanguage.QL, template="edge")
    with pytest.raises(PrinterMisfit, match="nearer to an edge"):
        printer_from(entry, looks=looks)


def test_every_media_fits_the_head_that_it_is_for() -> None:
    assert set(fitting(NARROW)) | set(fitting(WIDE)) == set(TAPES)
    assert set(fitting(NARROW)) < set(fitting(WIDE))
