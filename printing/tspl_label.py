"""Labels in TSPL, as TSC, Gprinter and many others take them: one bitmap a label.

Commands and answers: TSC, "TSPL/TSPL2 Programming".  No library under a licence that ships writes this for a picture.
"""

from PIL import Image

from printing.dots import rows

_MM_AN_INCH = 25.4


def label_bytes(image: Image.Image, dpi: int) -> bytes:
    """Return the commands that print a black-and-white image on one label.

    Where labels end – a gap, a mark, nowhere – is what the printer was set up for.
    """
    across = -(-image.width // 8)
    width, height = (side / dpi * _MM_AN_INCH for side in image.size)
    return b"".join(
        (
            b"\r\nSIZE %.2f mm,%.2f mm\r\n" % (width, height),
            b"DIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\n",
            b"BITMAP 0,0,%d,%d,0," % (across, image.height),
            rows(image, black=0),
            b"\r\nPRINT 1,1\r\n",
        )
    )
