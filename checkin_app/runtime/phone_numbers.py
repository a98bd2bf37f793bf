"""Phone numbers as people read them out: in groups."""

import phonenumbers


def grouped(number: str) -> str:
    """Return a number with its country code in groups, such as ``+86 139 0000 2073``; any other as it is."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
