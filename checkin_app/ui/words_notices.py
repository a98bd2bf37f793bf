"""What the desk is told without having asked, and what several windows say."""

from collections.abc import Sequence

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime.settings import Mistake
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_details import detail
from checkin_app.ui.words_speech import counted, in_a_row, say


def fault(mark: str) -> str:
    """Return the sentence about a crash report of this mark."""
    sentence = QT_TRANSLATE_NOOP(
        "Fault", "Something in this application broke. Check-in goes on. Tell the event lead this mark: {mark}"
    )
    return say("Fault", sentence).format(mark=bidi.code(mark))


def picked(session: str) -> str:
    """Return the sentence that the clock has moved this laptop on to another session."""
    sentence = QT_TRANSLATE_NOOP("Picked", "By the clock, this laptop now checks: {session}. F6 chooses another.")
    return say("Picked", sentence).format(session=bidi.name(session))


def nothing_lost() -> str:
    """Return what a strip says of a screen over which somebody was scanned."""
    return say("Notice", QT_TRANSLATE_NOOP("Notice", "Nothing here was lost."))


def nobody_chosen() -> str:
    """Return what a card says before it shows a person."""
    return say("Notice", QT_TRANSLATE_NOOP("Notice", "The person chosen is shown here."))


def nameless() -> str:
    """Return what stands for the name of a guest who was withdrawn, or whose details are not here."""
    return say("Notice", QT_TRANSLATE_NOOP("Notice", "A guest without details"))


def nothing_needed() -> str:
    """Return what stands where everything that needs a person would."""
    return say("Notice", QT_TRANSLATE_NOOP("Notice", "Nothing needs a person"))


def on_no_other(count: int) -> str:
    """Return how many entries no other laptop is known to hold."""
    return counted("Notice", QT_TRANSLATE_NOOP("Notice", "%Ln entries are on no other laptop.", None, 1), count)


def only_here(count: int, on_stick: int = 0) -> str:
    """Return what is said of a window that closes with entries which nobody else holds, some of them on a stick."""
    said = counted("Notice", QT_TRANSLATE_NOOP("Notice", "%Ln entries exist on this laptop alone.", None, 1), count)
    if on_stick:
        rest = QT_TRANSLATE_NOOP("Notice", "%Ln of them are on no stick either.", None, 1)
        said = in_a_row((on_no_other(count), counted("Notice", rest, count - on_stick)))
    way = QT_TRANSLATE_NOOP("Notice", "“Without a network…” saves them on a stick. Close once more to leave them here.")
    return in_a_row((said, say("Notice", way)))


def restoring() -> str:
    """Return what a button says that opens the window in which a backup is brought back."""
    return say("Notice", QT_TRANSLATE_NOOP("Notice", "Restore a backup…"))


#: As many as the notice has room for.
_MOST_TOLD = 3


def passed_over(mistakes: Sequence[Mistake]) -> str:
    """Return the sentences about entries of the settings file that could not be taken."""
    sentence = say("Settings", QT_TRANSLATE_NOOP("Settings", "settings.toml was not taken as it stands."))
    told = [sentence, *(_told(each) for each in mistakes[:_MOST_TOLD])]
    if more := len(mistakes) - _MOST_TOLD:
        rest = say("Settings", QT_TRANSLATE_NOOP("Settings", "And {count} more."))
        told += [rest.format(count=bidi.code(str(more)))] if more > 0 else []
    return in_a_row(told)


def _told(mistake: Mistake) -> str:
    sentence = say("Settings", QT_TRANSLATE_NOOP("Settings", "{entry}: expected {expected}."))
    return sentence.format(entry=detail(mistake.entry), expected=detail(mistake.expected))
