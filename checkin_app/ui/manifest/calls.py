"""Sentences to read aloud at a bus door, each in its own language; a person reads them, so they are kept short.

Fixed texts, not translations of the screen: a caller needs Arabic while the screen speaks Chinese.
"""

from collections.abc import Mapping, Sequence

from checkin_app.domain.ids import BusCode
from checkin_app.ui.kit import bidi

#: By language; `{bus}` is the bus's code.
CALLS: Mapping[str, str] = {
    "zh": "{bus} 号车马上出发，请尽快上车。",
    "en": "Bus {bus} is about to leave, please come aboard.",
    "fr": "Le bus {bus} va partir, veuillez monter à bord.",
    "ru": "Автобус {bus} скоро отправляется, просим занять места.",
    "es": "El autobús {bus} está a punto de salir, suban a bordo, por favor.",
    "ar": "الحافلة {bus} على وشك المغادرة، يُرجى الصعود إليها.",
}
#: What is read where nobody's own language is in the table.
COMMON = ("zh", "en")


def calls(bus: BusCode, wanted: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return language and sentence: those wanted that are known, most wanted first, then the common ones."""
    known = [tag for tag in wanted if tag in CALLS]
    others = COMMON if len(known) < len(wanted) or not known else ()
    tags = dict.fromkeys([*known, *others])
    return tuple((tag, CALLS[tag].format(bus=bidi.code(bus))) for tag in tags)
