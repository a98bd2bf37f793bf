"""Codes of other systems: one key for the spellings in which a ticket comes from a mail, a wallet or a scanner."""

import re
import unicodedata

_MARKS = re.compile(r"^(?:\][a-z][0-9a-z])?(?:\\[0-9]{6})?")
"""Of symbology (ISO/IEC 15424) and character set (AIM ITS/04-023), which scanners put before a code."""
_SCHEME = re.compile(r"^https?://(?:www\.)?")
#: What mails and links add to an address to tell where it was clicked; it tells nobody from anybody.
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|spm|from|lang|locale)(?:=|$)")
_SILENT = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def ticket_key(code: str) -> str:
    """Return what two spellings of one ticket share: case, scheme, blanks, a slash at the end make no difference.

    Of a query that which tells tickets apart is kept.
    """
    address, sign, query = _plain(code).partition("?")
    kept = [each for each in query.split("&") if each and not _TRACKING.match(each)]
    return address.rstrip("/") + (sign + "&".join(kept) if kept else "")


def scanned_keys(scan: str) -> tuple[str, ...]:
    """Return under which keys to look for a ticket that was scanned, the likeliest first.

    Only the scanned side loses its whole query: somebody's own ticket is never less than the list says.
    """
    whole = ticket_key(_MARKS.sub("", _plain(scan)))
    return tuple(dict.fromkeys(key for key in (whole, whole.partition("?")[0].rstrip("/")) if key))


def _plain(code: str) -> str:
    plain = unicodedata.normalize("NFKC", code).casefold()
    if plain.isascii() and plain.isprintable():  # most are, and each code of a list is looked at
        return _SCHEME.sub("", plain.replace(" ", ""))
    return _SCHEME.sub("", "".join(each for each in plain if unicodedata.category(each) not in _SILENT))
