"""What we draw comes out of a ZPL printer that other people's software drives, dot for dot, and its code reads."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from lprintkit import PAPER, SECONDS, Lprint, lprint
from PIL import Image, ImageChops
from pyzbar import pyzbar
from strangers import FOLDER, strangers

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems_printing import PrinterNotReady
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from printing.content import BadgeContent
from printing.ipp_printer import IppPrinter
from printing.ipp_said import stop_in
from printing.layout import lay_out
from printing.looks import OURS
from printing.printers import LABEL, printer_from
from printing.raster import raster
from tests.parts_there import needs

Make = Callable[..., BadgeContent]
pytestmark = needs("lprint", "node", str(FOLDER / "node_modules"))


@pytest.fixture
def driven(tmp_path: Path) -> Iterator[Lprint]:
    with lprint(tmp_path) as running:
        yield running


def _inked(image: Image.Image) -> Image.Image:
    """Return what is black of a picture, and no margin."""
    plain = image.convert("L")
    return plain.crop(ImageChops.invert(plain).getbbox())


@pytest.mark.parametrize("name", ["ليلى الحداد", "林若溪"])
def test_a_label_that_lprint_drives_shows_the_dots_that_were_drawn_and_its_code_reads(
    driven: Lprint, make: Make, name: str
) -> None:
    content = make(name=name)
    drawn, picture = raster(lay_out(content, OURS.template(LABEL)), 203), BytesIO()
    drawn.convert("L").save(picture, "PNG", dpi=(203, 203))  # of one bit a dot it makes a negative
    driven.print(picture.getvalue())
    label = driven.zebra.labels.get(timeout=SECONDS)
    assert driven.zebra.labels.empty()
    with strangers() as readers:
        seen = readers.zpl(label, PAPER, 8)
    ours, theirs = _inked(drawn), _inked(seen)
    assert (theirs.size, theirs.tobytes()) == (ours.size, ours.tobytes())
    for codes in ([each.text for each in zxingcpp.read_barcodes(seen.convert("L"))],
                  [each.data.decode() for each in pyzbar.decode(seen.convert("L"))]):  # fmt: skip
        assert codes == [content.code]


def test_what_lprint_says_of_its_printer_is_put_into_words(driven: Lprint) -> None:
    driven.zebra.error = 1
    assert stop_in(driven.trouble()) is PrinterStop.NO_LABELS
    settings = PrinterSettings("Labels", PrinterKind.IPP, f"localhost:{driven.spooler.port}/ipp/print/label")
    with pytest.raises(PrinterNotReady, match="takes no PDFs"):
        IppPrinter().health(printer_from(settings))


def test_no_lprint_has_the_printers_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everybodys = tmp_path / "everybodys"
    everybodys.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(everybodys))
    for name in ("first", "second"):
        place = tmp_path / name
        place.mkdir()
        with lprint(place) as running:
            assert running.is_ready()
    assert not list(everybodys.iterdir())
