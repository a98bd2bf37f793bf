"""The dots of a label as bits, eight to a byte, as the languages of label printers want them."""

from PIL import Image


def rows(image: Image.Image, *, black: int) -> bytes:
    """Return an image of mode ``1`` row by row, each of whole bytes, the left dot first; what fills up a row is white.

    Args:
        image: black and white.
        black: the bit of a black dot, 0 or 1.
    """
    padded = Image.new("1", (-(-image.width // 8) * 8, image.height), 1)
    padded.paste(image)
    return padded.tobytes("raw", "1;I" if black else "1")
