"""Badges in ten scripts look as they did when a person last looked at them.

There is no switch that accepts a change: look at the picture that the failure names, and copy it.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from printing_guests import NAMES

from printing.content import BadgeContent
from printing.raster import preview

Make = Callable[..., BadgeContent]

_GOLDEN = Path(__file__).parent / "golden"
_WIDTH = 330
#: Rounding and anti-aliasing differ between machines by less than this grey level, once blurred; a letter does not.
_TOLERANCE = 48


@pytest.mark.parametrize("script", sorted(NAMES))
def test_a_badge_looks_as_it_did(script: str, make: Make, tmp_path: Path) -> None:
    name, latin, delegation = NAMES[script]
    picture = _grey(preview(make(name=name, latin_name=latin, delegation=delegation), _WIDTH))
    seen = tmp_path / f"{script}.png"
    picture.save(seen)
    accepted = Image.open(_GOLDEN / f"{script}.png")
    assert picture.size == accepted.size
    apart = ImageChops.difference(_blurred(picture), _blurred(accepted)).getextrema()[1]
    assert apart < _TOLERANCE, f"look at {seen}; if it is right, it belongs into {_GOLDEN}"


@pytest.mark.parametrize("change", [{"name": "ليلى الحذاد"}, {"bus": "3-3"}, {"latin_name": "Layla AL-HADDAO"}])
def test_one_letter_is_enough_to_be_seen(change: dict[str, str], make: Make) -> None:
    before, after = (_blurred(_grey(preview(content, _WIDTH))) for content in (make(), make(**change)))
    assert ImageChops.difference(before, after).getextrema()[1] > _TOLERANCE


def _grey(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("L")


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(1))
