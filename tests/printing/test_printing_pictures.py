"""Pictures on badges are looked at before they are unpacked; what is none, or has too many dots, is refused in words."""

import zlib
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from struct import pack
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PIL import Image

from checkin_app.domain.problems import TemplateInvalid
from checkin_app.domain.problems_printing import PictureUnusable
from printing.content import BadgeContent
from printing.elements import Photo, Picture, Template
from printing.fit import Box
from printing.layout import PlacedPicture, lay_out
from printing.looks import OURS
from printing.pictures import MOST_MEGAPIXELS, filling, unpacked, whole
from printing.raster import raster
from printing.template import parse_template
from printing.template_writer import written

Make = Callable[..., BadgeContent]
_BOX = Box(60, 60, 30, 20)


def _file(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))


def _bomb(side: int) -> bytes:
    """Return a PNG of a few hundred kilobytes that unpacks to side × side dots."""
    row = zlib.compress(bytes((side + 7) // 8 + 1) * side, 9)
    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", row) + _chunk(b"IEND", b"")


def _with(element: Photo | Picture) -> Template:
    look = OURS.template("a6")
    return structs.replace(look, elements=(*look.elements, element))


def _placed(content: BadgeContent, look: Template) -> list[PlacedPicture]:
    plan = lay_out(content, look)
    return [mark for page in plan.pages for face in page for mark in face.marks if isinstance(mark, PlacedPicture)]


@pytest.mark.parametrize("side", [7_800, 12_000, 40_000], ids=["60 megapixels", "144 megapixels", "1600 megapixels"])
def test_a_photo_of_too_many_dots_is_refused_before_it_is_unpacked(side: int, make: Make) -> None:
    photo = _bomb(side)
    began = process_time()
    with pytest.raises(PictureUnusable, match=f"more than {MOST_MEGAPIXELS} million pixels"):
        lay_out(make(photo=photo), _with(Photo(id="photo", box=_BOX)))
    assert process_time() - began < 1  # to unpack the smallest of them takes longer


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_only_png_and_jpeg_are_pictures(kind: str) -> None:
    with pytest.raises(PictureUnusable, match="no PNG or JPEG"):
        unpacked(_file(Image.new("RGB", (9, 9)), kind))


@given(content=st.binary(max_size=200))
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(PictureUnusable, match="no PNG or JPEG"):
        unpacked(content)


@given(
    at=st.integers(0, 10_000),
    byte=st.integers(0, 255),
    end=st.integers(0, 10_000),
    kind=st.sampled_from(["PNG", "JPEG"]),
)
def test_a_damaged_picture_is_refused_or_drawn_and_never_a_bug(at: int, byte: int, end: int, kind: str) -> None:
    whole_file = _file(Image.linear_gradient("L").convert("RGB"), kind)
    damaged = bytearray(whole_file)
    damaged[at % len(damaged)] = byte
    for content in (bytes(damaged), whole_file[: end % len(whole_file)]):
        try:
            assert unpacked(content).mode == "RGB"
        except PictureUnusable:
            continue


def test_a_photo_stands_in_its_box_and_where_there_is_none_nothing_does(make: Make) -> None:
    look = _with(Photo(id="photo", box=_BOX))
    assert not _placed(make(), look)
    photo = _file(Image.new("RGB", (300, 400), "black"), "JPEG")
    (placed,) = _placed(make(photo=photo), look)
    assert placed.box == _BOX
    image = raster(lay_out(make(photo=photo), look), 203)  # whose code reads back beside it
    scale = 203 / 25.4
    assert image.getpixel((int(75 * scale), int(70 * scale))) == 0
    assert image.getpixel((int(75 * scale), int(58.5 * scale))) != 0


@given(
    width=st.integers(1, 900), height=st.integers(1, 900),
    box=st.builds(Box, st.floats(0, 50), st.floats(0, 50), st.floats(1, 80), st.floats(1, 80)),
)  # fmt: skip
def test_a_picture_is_whole_within_its_box_and_a_photo_fills_it(width: int, height: int, box: Box) -> None:
    picture = Image.new("RGB", (width, height))
    inside, dots = whole(picture, box)
    assert inside.left >= box.left - 1e-9
    assert inside.left + inside.width <= box.left + box.width + 1e-9
    assert inside.top >= box.top - 1e-9
    assert inside.top + inside.height <= box.top + box.height + 1e-9
    assert inside.width / inside.height == pytest.approx(width / height)
    filled, cut = filling(picture, box)
    assert filled == box
    assert max(dots.width, cut.width, dots.height, cut.height) <= max(900, 80 / 25.4 * 300 + 1)


def test_what_is_transparent_is_paper_and_a_camera_that_was_held_upright_is_heard() -> None:
    assert unpacked(_file(Image.new("RGBA", (2, 2), (0, 0, 0, 0)))).getpixel((0, 0)) == (255, 255, 255)
    turned = Image.new("RGB", (40, 20))
    exif = turned.getexif()
    exif[0x0112] = 6  # orientation: turned by a quarter (Exif 2.32)
    file = BytesIO()
    turned.save(file, "JPEG", exif=exif)
    assert unpacked(file.getvalue()).size == (20, 40)


def test_a_template_s_own_picture_is_read_with_it_and_a_bad_one_is_pointed_at(make: Make) -> None:
    logo = b64encode(_file(Image.new("RGB", (60, 30), "red"))).decode()
    look = _with(Picture(id="logo", box=_BOX, image=logo))
    (placed,) = _placed(make(), parse_template(written(look), "own.toml"))
    assert (placed.box.width, placed.box.height) == (30, 15)
    for bad in (b64encode(_bomb(7_800)).decode(), b64encode(b"GIF89a").decode(), "no base 64!"):
        text = written(structs.replace(look, elements=(*look.elements[:-1], Picture(id="logo", box=_BOX, image=bad))))
        with pytest.raises(TemplateInvalid, match="a PNG or JPEG picture") as invalid:
            parse_template(text, "own.toml")
        assert "image" in text.splitlines()[int(str(invalid.value.details["line"])) - 1]
