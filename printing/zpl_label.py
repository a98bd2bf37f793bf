"""Labels in ZPL II: one graphic a label, as small as its dots compress.

Commands and answers: Zebra, "Programming Guide for ZPL II, ZBI 2, Set-Get-Do, Mirror, WML".  No library under a licence that
ships writes this: zebrafy is under the LGPL, and brings a renderer besides.
"""

from base64 import b64encode
from binascii import crc_hqx
from zlib import compress

from PIL import Image

from printing.dots import rows

#: What another program may have left: upside down, mirrored, white on black, moved.
_PLAIN = b"^PON^PMN^LRN^LH0,0^LS0"


def label_bytes(image: Image.Image) -> bytes:
    """Return the format that prints a black-and-white image on one label."""
    across = -(-image.width // 8)
    dots = rows(image, black=1)
    z64 = b64encode(compress(dots, 9))
    return b"".join(
        (
            b"^XA^PW%d^LL%d" % (image.width, image.height),
            _PLAIN,
            b"^FO0,0^GFA,%d,%d,%d,:Z64:%s:%04X^FS" % (len(dots), len(dots), across, z64, crc_hqx(z64, 0)),
            b"^PQ1^XZ\n",
        )
    )
