"""What the desk is told when something of ours broke."""

from checkin_app.ui.kit import bidi
from checkin_app.ui.words_marks import QT_TRANSLATE_NOOP
from checkin_app.ui.words_speech import say


def fault(mark: str) -> str:
    """Return the sentence about a crash report of this mark."""
    sentence = QT_TRANSLATE_NOOP(
        "Fault", "Something in this application broke. Check-in goes on. Tell the event lead this mark: {mark}"
    )
    return say("Fault", sentence).format(mark=bidi.code(mark))
