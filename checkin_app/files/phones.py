"""Reads phone numbers as people write them."""

from collections.abc import Callable

import phonenumbers

#: The longest number with its country code, blanks and an extension that was met; longer texts are no number.
_LONGEST = 40


def phone_reader(country: str) -> Callable[[str], str]:
    """Return what turns a text into E.164, or into nothing where it is no valid number.

    A number without a country code is `country`'s (ISO 3166-1); where that is empty it is none.
    """

    def read(text: str) -> str:
        if len(text) > _LONGEST:
            return ""
        try:
            number = phonenumbers.parse(text, country or None)
        except phonenumbers.NumberParseException:
            return ""
        if not phonenumbers.is_valid_number(number):
            return ""
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    return read
