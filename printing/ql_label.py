"""Labels in the raster language of Brother QL printers: one picture a label, row by row, cut behind each.

Commands: Brother, "Raster Command Reference" of the QL-800, QL-1100 and QL-720NW series and of the QL-500 to QL-1060N.  What
there is to write them, brother_ql and what came of it, is under the GPL.
"""

import struct

from PIL import Image

from checkin_app.runtime.printer_media import Media
from printing.dots import rows
from printing.ql_media import TAPES, Head, Tape

#: Ends whatever a broken job left behind: zeros are skipped, and those of the longest row and the rest of a command fill it.
RESET = b"\x00" * 400 + b"\x1b@"
_ROLL, _LABELS = 0x0A, 0x0B
_ALL_SAID = 0x02 | 0x04 | 0x08 | 0x40 | 0x80
"""Kind, width and length of the media are said, so that others are refused; quality before speed; a stopped label is done again."""
_CUT = b"\x1biM\x40\x1biA\x01\x1biK\x08"
"""Cut, behind every label and behind the last."""
_PLAIN = b"M\x00"
"""Rows as they are: half of the models read no others."""
_PRINT = b"\x1a"
_SHORTEST = 150
"""Dots of the shortest label that is cut."""


def label_bytes(image: Image.Image, media: Media, head: Head) -> bytes:
    """Return the commands that print a black-and-white image, in the middle, on one label of `media`.

    What lies beyond the part of the paper that a print head reaches, 1.5 mm at its sides and 3 mm at its ends, is left out.

    Args:
        image: of 300 dots an inch.
        media: one of `TAPES`.
        head: wide enough for it.
    """
    tape = TAPES[media]
    dots = rows(_on_head(_reached(image, tape), tape, head), black=1)
    lines = len(dots) // head.across
    return b"".join(
        (
            RESET,
            b"\x1bia\x01",
            b"\x1biz" + _told(media, lines),
            _CUT,
            _feed(tape),
            _PLAIN,
            *(b"g\x00%c%b" % (head.across, dots[at : at + head.across]) for at in range(0, len(dots), head.across)),
            _PRINT,
        )
    )


def for_labels(document: bytes, media: Media) -> bytes:
    """Return a label for a roll as one for cut labels of its width: in the middle, as much of it as can be printed."""
    tape, roll = TAPES[media], TAPES[Media(media.width)]
    reset, sent = document.split(b"\x1biz", 1)
    modes, lines = sent[10:].split(_feed(roll) + _PLAIN, 1)
    each = lines[2] + 3
    blank = lines[:3] + bytes(each - 3)
    whole = [lines[at : at + each] for at in range(0, len(lines) - 1, each)]
    beyond = max(0, (len(whole) - tape.length + 1) // 2)
    above = max(0, (tape.length - len(whole)) // 2)
    shown = [blank] * above + whole[beyond : beyond + tape.length]
    shown += [blank] * (tape.length - len(shown))
    return b"".join((reset, b"\x1biz", _told(media, tape.length), modes, _feed(tape), _PLAIN, *shown, _PRINT))


def _told(media: Media, lines: int) -> bytes:
    kind = _LABELS if media.height else _ROLL
    return struct.pack("<BBBBIBB", _ALL_SAID, kind, media.width, media.height, lines, 0, 0)


def _feed(tape: Tape) -> bytes:
    return b"\x1bid" + struct.pack("<H", tape.ends)


def _reached(image: Image.Image, tape: Tape) -> Image.Image:
    """Return what of a picture can be printed."""
    length = tape.length or max(image.height - 2 * tape.ends, _SHORTEST)
    part = Image.new("1", (tape.width, length), 1)
    part.paste(image, ((tape.width - image.width) // 2, (length - image.height) // 2))
    return part


def _on_head(part: Image.Image, tape: Tape, head: Head) -> Image.Image:
    """Return the rows of a head, whose first dot is the one on the right."""
    whole = Image.new("1", (head.dots, part.height), 1)
    whole.paste(part, (head.dots - tape.right - head.right - part.width, 0))
    return whole.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
