"""What the desk is told without having asked."""

from checkin_app.ui.kit import bidi
from checkin_app.ui.words_marks import QT_TRANSLATE_NOOP
from checkin_app.ui.words_speech import say


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


def passed_over(entry: str, expected: str) -> str:
    """Return the sentence about an entry of the settings file that could not be taken."""
    sentence = QT_TRANSLATE_NOOP("Settings", "settings.toml was not taken as it stands. {entry}: expected {expected}.")
    return say("Settings", sentence).format(entry=bidi.name(entry), expected=bidi.name(expected))
