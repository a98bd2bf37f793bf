"""How commands show what a camera or a scanner reads: apart, since what draws it takes a while to load."""

import io

import qrcode


def qr(text: str) -> str:
    """Return a QR code in letters, for a terminal that is dark."""
    picture = io.StringIO()
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2)
    code.add_data(text, optimize=0)
    code.print_ascii(out=picture, invert=True)
    return picture.getvalue()
