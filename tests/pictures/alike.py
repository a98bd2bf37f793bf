"""Pictures as files, and whether two of them show the same."""

from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

#: What lies around a pixel and is seen with it: no farther than a stroke of a letter is wide.
_AROUND = ImageFilter.BoxBlur(1)
#: By how much of 255 the mean colour around a pixel may differ: edges that another processor, or another version of the
#: library that draws letters, softens otherwise stay below; a stroke that came, went or moved does not.
_MOST = 16


def png(picture: Image.Image) -> bytes:
    """Return a picture as a file, small by a palette of its own, and the same whenever it shows the same."""
    file = BytesIO()
    few = picture.convert("RGB").quantize(method=Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


def alike(one: bytes, other: bytes) -> bool:
    """Return whether two files show the same to the eye."""
    first, second = (Image.open(BytesIO(each)).convert("RGB") for each in (one, other))
    if first.size != second.size:
        return False
    difference = ImageChops.difference(first.filter(_AROUND), second.filter(_AROUND))
    return all(most <= _MOST for _least, most in difference.getextrema())
