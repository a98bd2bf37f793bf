"""Numbers as people type them.  Pure."""

#: `int` refuses texts of thousands of digits by an error.
_MOST_DIGITS = 18
#: More than anything that is counted here; what may be is judged where it is kept.
_MOST = 999_999


def whole_number(text: str, most: int = _MOST) -> int | None:
    """Return the number from 0 to `most` that a text is, in digits of any script; None where it is none of these."""
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        return None
    number = int(digits)
    return number if number <= most else None
