"""What we draw comes out of a ZPL printer that other people's software drives, dot for dot, and its code reads."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from lprintkit import PAPER, SECONDS, Lprint, driven
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


def _inked(image: Image.Image) -> Image.Image:
    """Return what is black of a picture, and no margin."""
    plain = image.convert("L")
    return plain.crop(ImageChops.invert(plain).getbbox())


@pytest.mark.parametrize("name", ["ليلى الحداد", "林若溪"])
def test_a_label_that_lprint_drives_shows_the_dots_that_were_drawn_and_its_code_reads(
    tmp_path: Path, make: Make, name: str
) -> None:
    content = make(name=name)
    drawn, picture = raster(lay_out(content, OURS.template(LABEL)), 203), BytesIO()
    drawn.convert("L").save(picture, "PNG", dpi=(203, 203))  # of one bit a dot it makes a negative

    def printed(running: Lprint) -> bytes:
        running.print(picture.getvalue())
        label = running.zebra.labels.get(timeout=SECONDS)
        assert running.zebra.labels.empty()
        return label

    label = driven(tmp_path, printed)
    with strangers() as readers:
        seen = readers.zpl(label, PAPER, 8)
    ours, theirs = _inked(drawn), _inked(seen)
    assert (theirs.size, theirs.tobytes()) == (ours.size, ours.tobytes())
    for codes in ([each.text for each in zxingcpp.read_barcodes(seen.convert("L"))],
                  [each.data.decode() for each in pyzbar.decode(seen.convert("L"))]):  # fmt: skip
        assert codes == [content.code]


def test_what_lprint_says_of_its_printer_is_put_into_words(tmp_path: Path) -> None:
    def told(running: Lprint) -> None:
        running.zebra.error = 1
        assert stop_in(running.trouble()) is PrinterStop.NO_LABELS
        settings = PrinterSettings("Labels", PrinterKind.IPP, f"localhost:{running.spooler.port}/ipp/print/label")
        with pytest.raises(PrinterNotReady, match="takes no PDFs"):
            IppPrinter().health(printer_from(settings))

    driven(tmp_path, told)
