"""What the desk is told without having asked."""

from collections.abc import Sequence

from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.runtime.settings import Mistake
from checkin_app.ui.kit import bidi
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


#: What an entry of the settings file may have been expected to be, as `checkin_app.runtime.settings` says it.
EXPECTED = (
    QT_TRANSLATE_NOOP("Settings", "an entry of a TOML file"),
    QT_TRANSLATE_NOOP("Settings", "a file that can be read"),
    QT_TRANSLATE_NOOP("Settings", "a file of at most 64 kB"),
    QT_TRANSLATE_NOOP("Settings", "a text of at most 200 characters on one line"),
    QT_TRANSLATE_NOOP("Settings", "true or false"),
    QT_TRANSLATE_NOOP("Settings", "[[printers]] tables"),
    QT_TRANSLATE_NOOP("Settings", "[[printers]] tables with name, kind and target"),
    QT_TRANSLATE_NOOP("Settings", "a name and a target for each printer"),
    QT_TRANSLATE_NOOP("Settings", "a different name for each printer"),
    QT_TRANSLATE_NOOP("Settings", "name, kind and target alone"),
    QT_TRANSLATE_NOOP("Settings", "host or host:port, the port from 1 to 65535"),
)
_ONE_OF = "one of "
#: As many as the notice has room for.
_MOST_TOLD = 3


def passed_over(mistakes: Sequence[Mistake]) -> str:
    """Return the sentences about entries of the settings file that could not be taken."""
    sentence = say("Settings", QT_TRANSLATE_NOOP("Settings", "settings.toml was not taken as it stands."))
    told = [sentence, *(_told(each) for each in mistakes[:_MOST_TOLD])]
    if more := len(mistakes) - _MOST_TOLD:
        rest = say("Settings", QT_TRANSLATE_NOOP("Settings", "And {count} more."))
        told += [rest.format(count=bidi.code(str(more)))] if more > 0 else []
    return " ".join(told)


def _told(mistake: Mistake) -> str:
    entry = mistake.entry
    for mark, named in (
        ("line ", QT_TRANSLATE_NOOP("Settings", "line {number}")),
        ("printers ", QT_TRANSLATE_NOOP("Settings", "printer {number} of the file")),
    ):
        if (number := entry.removeprefix(mark)) != entry:
            entry = say("Settings", named).format(number=bidi.code(number))
    sentence = say("Settings", QT_TRANSLATE_NOOP("Settings", "{entry}: expected {expected}."))
    return sentence.format(entry=bidi.name(entry), expected=bidi.name(_expected(mistake.expected)))


def _expected(words: str) -> str:
    if words.startswith(_ONE_OF):
        one = say("Settings", QT_TRANSLATE_NOOP("Settings", "one of {known}"))
        return one.format(known=bidi.code(words.removeprefix(_ONE_OF)))
    return say("Settings", words)
