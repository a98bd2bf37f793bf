"""Sentences to read aloud at a bus door, each in its own language; a person reads them, so they are kept short.

A caller needs Arabic while the screen speaks Chinese: they are words on paper, whatever the screen's language.
"""

from collections.abc import Sequence

from checkin_app.domain.ids import BusCode
from checkin_app.domain.papers import PaperWord
from checkin_app.runtime import languages
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import say


def calls(bus: BusCode, wanted: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return language and sentence: those wanted that are known, most wanted first, then those of the screens where somebody's own is not."""
    known = [tag for tag in wanted if tag in languages.of_papers()]
    others = languages.of_screens() if len(known) < len(wanted) or not known else ()
    tags = dict.fromkeys([*known, *others])
    return tuple((tag, say("Paper", PaperWord.CALL, tag).format(bus=bidi.code(bus))) for tag in tags)
