"""Other people's programs see on our labels the very dots that were drawn, and read the badge's code from them."""

from collections.abc import Callable, Iterator

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar
from strangers import FOLDER, Strangers, strangers

from checkin_app.runtime.settings import PrinterKind
from printing.content import BadgeContent
from printing.languages import document
from printing.layout import lay_out
from printing.looks import OURS
from printing.printers import LABEL, Language, Printer
from printing.raster import raster
from tests.parts_there import needs

Make = Callable[..., BadgeContent]
pytestmark = needs("node", str(FOLDER / "node_modules"))
#: Names that are hard on fonts; what a label bears is a picture all the same.
_NAMES = ("ليلى الحداد", "林若溪", "José Ñáñez", "നീലകണ്ഠൻ", "ཀརྨ་བསོད་ནམས", "Ἀθηνᾶ Παπαδοπούλου")


@pytest.fixture(scope="module")
def readers() -> Iterator[Strangers]:
    with strangers() as running:
        yield running


def _printer(language: Language, dpi: int) -> Printer:
    return Printer("Labels", PrinterKind.NETWORK, "192.0.2.1", 9100, LABEL, dpi, language)


def _same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.convert("L").tobytes() == other.convert("L").tobytes()


def _codes(image: Image.Image) -> set[str]:
    """Return what two readers of codes see."""
    plain = image.convert("L")
    return {zxingcpp.read_barcodes(plain)[0].text, pyzbar.decode(plain)[0].data.decode()}


@pytest.mark.parametrize(
    ("name", "dpi", "dots_a_mm"),
    [*((name, 203, 8) for name in _NAMES), *((name, 300, 12) for name in _NAMES), (_NAMES[0], 600, 24)],
)
def test_a_label_in_zpl_is_drawn_dot_for_dot(
    readers: Strangers, make: Make, name: str, dpi: int, dots_a_mm: int
) -> None:
    content = make(name=name)
    drawn = raster(lay_out(content, OURS.template(LABEL)), dpi)
    seen = readers.zpl(document(content, _printer(Language.ZPL, dpi)), drawn.size, dots_a_mm)
    assert _same(seen, drawn)
    assert _codes(seen) == {content.code}


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("dpi", [180, 203])
def test_a_label_in_escpos_is_taken_apart_into_pictures_dot_for_dot(
    readers: Strangers, make: Make, name: str, dpi: int
) -> None:
    content = make(name=name)
    drawn = raster(lay_out(content, OURS.template(LABEL)), dpi)
    seen, commands = readers.escpos(document(content, _printer(Language.ESCPOS, dpi)))
    assert _same(seen.crop((0, 0, *drawn.size)), drawn)
    assert _codes(seen) == {content.code}
    assert commands[:2] == ["ESC @", "GS a"]
    assert commands[-1] == "GS V", "it is cut off last"
    assert set(commands[2:-1]) <= {"GS v0", "ESC d"}


def test_what_is_not_a_label_is_seen_otherwise(readers: Strangers, make: Make) -> None:
    sent = document(make(), _printer(Language.ESCPOS, 203))
    middle = len(sent) // 2
    spoiled = sent[:middle] + bytes([sent[middle] ^ 0xFF]) + sent[middle + 1 :]
    assert not _same(readers.escpos(spoiled)[0], readers.escpos(sent)[0])
