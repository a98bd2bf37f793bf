"""A reader of QR version 5-M written from ISO/IEC 18004 alone, so that no library is judge of its own work.

It corrects no errors: a code on whole dots has none.
"""

from collections.abc import Iterator

from PIL import Image

_SIDE = 37
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MASKS = (
    lambda r, c: (r + c) % 2,
    lambda r, c: r % 2,
    lambda r, c: c % 3,
    lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2,
    lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
)


def read(image: Image.Image, box: tuple[int, int, int, int]) -> str:
    """Return the text of the code whose quiet zone or modules fill `box` of a black-and-white image."""
    dark = image.convert("L").crop(box).point(lambda value: 255 - value)
    modules = dark.crop(dark.getbbox())
    assert modules.width == modules.height, "not square"
    assert modules.width % _SIDE == 0, "modules are not whole dots"
    dots = modules.width // _SIDE
    _each_module_is_plain(modules, dots)
    grid = [[bool(modules.getpixel((c * dots, r * dots))) for c in range(_SIDE)] for r in range(_SIDE)]
    return _text(_data(grid))


def _each_module_is_plain(modules: Image.Image, dots: int) -> None:
    small = modules.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    assert set(small.tobytes()) <= {0, 255}, f"a module of {dots} dots is neither black nor white"


def _data(grid: list[list[bool]]) -> list[int]:
    bits = [grid[8][c] for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [grid[r][8] for r in (7, 5, 4, 3, 2, 1, 0)]
    form = int("".join("01"[bit] for bit in bits), 2) ^ 0b101010000010010
    assert form >> 13 == 0, "not level M"
    masked = _MASKS[form >> 10 & 7]
    stream = [grid[r][c] ^ (masked(r, c) == 0) for r, c in _places()]
    words = [int("".join("01"[bit] for bit in stream[at : at + 8]), 2) for at in range(0, 86 * 8, 8)]
    return words[0::2] + words[1::2]


def _places() -> Iterator[tuple[int, int]]:
    column, upwards = _SIDE - 1, True
    while column > 0:
        column -= column == 6
        for row in range(_SIDE - 1, -1, -1) if upwards else range(_SIDE):
            for each in (column, column - 1):
                if not _is_function(row, each):
                    yield row, each
        column, upwards = column - 2, not upwards


def _is_function(r: int, c: int) -> bool:
    finder = (r < 9 and c < 9) or (r < 9 and c > _SIDE - 9) or (r > _SIDE - 9 and c < 9)
    return finder or r == 6 or c == 6 or (28 <= r <= 32 and 28 <= c <= 32)


def _text(words: list[int]) -> str:
    bits = "".join(f"{word:08b}" for word in words)
    assert bits[:4] == "0010", "not alphanumeric"
    count, at, text = int(bits[4:13], 2), 13, ""
    while len(text) < count - 1:
        first, second = divmod(int(bits[at : at + 11], 2), 45)
        text, at = text + _ALPHANUMERIC[first] + _ALPHANUMERIC[second], at + 11
    return text if len(text) == count else text + _ALPHANUMERIC[int(bits[at : at + 6], 2)]
