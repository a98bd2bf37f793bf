"""What stands beside a verdict and changes nothing of it: that no language is shared, that the list is old."""

from checkin_app.domain.outcomes import Decision
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words, words_languages
from checkin_app.ui.kit import bidi


def remarks(decision: Decision, old_since: str | None) -> tuple[str, ...]:
    """Return what is remarked of a decision.

    Args:
        decision: about somebody who is known here.
        old_since: when the other laptops were met last, where that is long ago; empty where never, None where it is not.
    """
    found = []
    if spoken := str(decision.details.get("speaks") or ""):
        said = _say(QT_TRANSLATE_NOOP("Remark", "No language in common: this bus speaks {languages}."))
        found.append(said.format(languages=words_languages.languages(spoken.split())))
    if old_since:
        said = _say(QT_TRANSLATE_NOOP("Remark", "The list here is old: last exchange {time}."))
        found.append(said.format(time=bidi.code(old_since)))
    elif old_since is not None:
        found.append(_say(QT_TRANSLATE_NOOP("Remark", "The list here is old: the others were never met.")))
    return tuple(found)


def _say(text: str) -> str:
    return words.say("Remark", text)
