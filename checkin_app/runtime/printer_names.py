"""What a printer speaks, as far as what it calls itself tells."""

import re

from checkin_app.runtime.settings import PrinterLanguage

#: What is found first holds: wide models are of the same family.
_SPOKEN = (
    (r"\bQL-?1[01]\d\d", PrinterLanguage.QL_WIDE),
    (r"\bQL-?\d{3}", PrinterLanguage.QL),
    (r"Zebra|ZTC", PrinterLanguage.ZPL),
    (r"\bTSC\b|Gprinter|\bG-Printer\b", PrinterLanguage.TSPL),
)


def spoken_by(called: str) -> PrinterLanguage | None:
    """Return the language of label printers of a make, as the maker names them; None where the name tells nothing."""
    return next((language for make, language in _SPOKEN if re.search(make, called, re.IGNORECASE | re.ASCII)), None)
