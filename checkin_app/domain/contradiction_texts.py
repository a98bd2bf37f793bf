"""What is said of contradictions and of the choices there are, in English; screens say it in their language.

``{name}`` is whom or what it is about, ``{value}`` what a choice says, ``{others}`` what the other claims say.
"""

from collections.abc import Mapping

from checkin_app.domain.contradictions import ConflictKind, Effect
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

_K, _E = ConflictKind, Effect

TITLES: Mapping[ConflictKind, str] = {
    _K.TWO_BUSES: QT_TRANSLATE_NOOP("Contradiction", "One person, two buses"),
    _K.TWO_LISTS: QT_TRANSLATE_NOOP("Contradiction", "On two buses’ lists"),
    _K.TWO_PLACES: QT_TRANSLATE_NOOP("Contradiction", "Checked in twice"),
    _K.TWO_BADGES: QT_TRANSLATE_NOOP("Contradiction", "Two live badges"),
    _K.OLD_BADGE: QT_TRANSLATE_NOOP("Contradiction", "Void badge accepted"),
    _K.TWO_EDITS: QT_TRANSLATE_NOOP("Contradiction", "Changed twice"),
    _K.TWO_STATES: QT_TRANSLATE_NOOP("Contradiction", "Moved on in two ways"),
    _K.TWO_CONDITIONS: QT_TRANSLATE_NOOP("Contradiction", "Marked in two ways"),
    _K.TWO_RECORDS: QT_TRANSLATE_NOOP("Contradiction", "Merged in two ways"),
    _K.OVERBOOKED: QT_TRANSLATE_NOOP("Contradiction", "More aboard than seats"),
    _K.ONE_NUMBER: QT_TRANSLATE_NOOP("Contradiction", "Shared badge number"),
    _K.ONE_CODE: QT_TRANSLATE_NOOP("Contradiction", "Shared code"),
    _K.SET_ASIDE: QT_TRANSLATE_NOOP("Contradiction", "Entries set aside"),
}

#: Of each kind what a person is asked.
QUESTIONS: Mapping[ConflictKind, str] = {
    _K.TWO_BUSES: QT_TRANSLATE_NOOP("Contradiction", "Where is this guest?"),
    _K.TWO_LISTS: QT_TRANSLATE_NOOP("Contradiction", "Which bus is this guest’s?"),
    _K.TWO_PLACES: QT_TRANSLATE_NOOP("Contradiction", "Was it this guest both times?"),
    _K.TWO_BADGES: QT_TRANSLATE_NOOP("Contradiction", "Who has the two badges?"),
    _K.OLD_BADGE: QT_TRANSLATE_NOOP("Contradiction", "Was it this guest who came in?"),
    _K.TWO_EDITS: QT_TRANSLATE_NOOP("Contradiction", "Which one is right?"),
    _K.TWO_STATES: QT_TRANSLATE_NOOP("Contradiction", "What is true?"),
    _K.TWO_CONDITIONS: QT_TRANSLATE_NOOP("Contradiction", "How is this person?"),
    _K.TWO_RECORDS: QT_TRANSLATE_NOOP("Contradiction", "Whose record is it?"),
    _K.OVERBOOKED: QT_TRANSLATE_NOOP("Contradiction", "Do they all stay aboard?"),
    _K.ONE_NUMBER: QT_TRANSLATE_NOOP("Contradiction", "Who keeps the number?"),
    _K.ONE_CODE: QT_TRANSLATE_NOOP("Contradiction", "Whose code is it?"),
    _K.SET_ASIDE: QT_TRANSLATE_NOOP("Contradiction", "Is a copy of this laptop’s folder in use?"),
}

#: Of each choice what it says, and what follows from it.
CHOICES: Mapping[tuple[ConflictKind, Effect], tuple[str, str]] = {
    (_K.TWO_BUSES, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "On {value}"),
        QT_TRANSLATE_NOOP("Contradiction", "{others} counts one less. Have it counted again."),
    ),
    (_K.TWO_BUSES, _E.NEITHER): (
        QT_TRANSLATE_NOOP("Contradiction", "On neither"),
        QT_TRANSLATE_NOOP("Contradiction", "Both buses count one less, and the guest is missing until scanned again."),
    ),
    (_K.TWO_LISTS, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "The list of {value}"),
        QT_TRANSLATE_NOOP("Contradiction", "The seat on {others} is free again."),
    ),
    (_K.TWO_LISTS, _E.NEITHER): (
        QT_TRANSLATE_NOOP("Contradiction", "None of them"),
        QT_TRANSLATE_NOOP("Contradiction", "The guest is on no list and waits for a seat."),
    ),
    (_K.TWO_PLACES, _E.BOTH): (
        QT_TRANSLATE_NOOP("Contradiction", "Yes, the same guest"),
        QT_TRANSLATE_NOOP("Contradiction", "They count once, as before. Nothing else changes."),
    ),
    (_K.TWO_PLACES, _E.RENEW): (
        QT_TRANSLATE_NOOP("Contradiction", "No, somebody else bore this badge"),
        QT_TRANSLATE_NOOP("Contradiction", "Every badge that is out is void, for good. Give the guest a new one."),
    ),
    (_K.TWO_BADGES, _E.BOTH): (
        QT_TRANSLATE_NOOP("Contradiction", "This guest has both, or one was never handed out"),
        QT_TRANSLATE_NOOP("Contradiction", "Both stay valid, and let the guest in once."),
    ),
    (_K.TWO_BADGES, _E.RENEW): (
        QT_TRANSLATE_NOOP("Contradiction", "Somebody else may have one"),
        QT_TRANSLATE_NOOP("Contradiction", "Both are void, for good. Give the guest a new one."),
    ),
    (_K.OLD_BADGE, _E.BOTH): (
        QT_TRANSLATE_NOOP("Contradiction", "Yes, the guest with the old badge"),
        QT_TRANSLATE_NOOP("Contradiction", "They stay counted. Take the old badge away."),
    ),
    (_K.OLD_BADGE, _E.OUT): (
        QT_TRANSLATE_NOOP("Contradiction", "No, somebody else"),
        QT_TRANSLATE_NOOP("Contradiction", "The guest counts as not there. Look for whoever bears the old badge."),
    ),
    (_K.TWO_EDITS, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "{value}"),
        QT_TRANSLATE_NOOP("Contradiction", "Instead of: {others}"),
    ),
    (_K.TWO_STATES, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "It is: {value}"),
        QT_TRANSLATE_NOOP("Contradiction", "On every laptop, instead of: {others}"),
    ),
    (_K.TWO_CONDITIONS, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "{value}"),
        QT_TRANSLATE_NOOP("Contradiction", "On the emergency’s list of every laptop, instead of: {others}"),
    ),
    (_K.TWO_CONDITIONS, _E.WAIT): (
        QT_TRANSLATE_NOOP("Contradiction", "Nobody knows yet"),
        QT_TRANSLATE_NOOP(
            "Contradiction", "It stays here, marked as being asked. The worst holds, and they are looked for."
        ),
    ),
    (_K.TWO_RECORDS, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "It is {value}"),
        QT_TRANSLATE_NOOP("Contradiction", "Not {others}. Badges and scans go with the record."),
    ),
    (_K.OVERBOOKED, _E.BOTH): (
        QT_TRANSLATE_NOOP("Contradiction", "Yes, there is a seat for each"),
        QT_TRANSLATE_NOOP("Contradiction", "They stay aboard: the licence allows it."),
    ),
    (_K.OVERBOOKED, _E.OFF): (
        QT_TRANSLATE_NOOP("Contradiction", "No, these get off"),
        QT_TRANSLATE_NOOP("Contradiction", "{others} count as not aboard. Find them a seat."),
    ),
    (_K.ONE_NUMBER, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "{value} keeps it"),
        QT_TRANSLATE_NOOP("Contradiction", "A new number for {others}. Print that badge anew."),
    ),
    (_K.ONE_NUMBER, _E.MERGE): (
        QT_TRANSLATE_NOOP("Contradiction", "Both are one person"),
        QT_TRANSLATE_NOOP("Contradiction", "Their records are merged; badges and scans of both are kept."),
    ),
    (_K.ONE_CODE, _E.THIS): (
        QT_TRANSLATE_NOOP("Contradiction", "It is the code of {value}"),
        QT_TRANSLATE_NOOP("Contradiction", "It no longer stands for {others}."),
    ),
    (_K.ONE_CODE, _E.MERGE): (
        QT_TRANSLATE_NOOP("Contradiction", "It is one person"),
        QT_TRANSLATE_NOOP("Contradiction", "The records are merged; badges and scans of both are kept."),
    ),
    (_K.SET_ASIDE, _E.BOTH): (
        QT_TRANSLATE_NOOP("Contradiction", "The copy is put away"),
        QT_TRANSLATE_NOOP("Contradiction", "What it wrote stays aside and does not count. Scan those guests again."),
    ),
}
#: What stands last among the choices of every kind that says nothing else.
WAIT: tuple[str, str] = (
    QT_TRANSLATE_NOOP("Contradiction", "Nobody knows yet"),
    QT_TRANSLATE_NOOP("Contradiction", "It stays here, marked as being asked; figures tell both."),
)
STANDINGS = {
    "open": QT_TRANSLATE_NOOP("Contradiction", "Open"),
    "waiting": QT_TRANSLATE_NOOP("Contradiction", "Waits for somebody"),
    "undone": QT_TRANSLATE_NOOP("Contradiction", "Open again, taken back"),
    "settled": QT_TRANSLATE_NOOP("Contradiction", "Settled"),
}


def texts_of(kind: ConflictKind, effect: Effect) -> tuple[str, str]:
    """Return what a choice says and what follows from it, with their placeholders."""
    return CHOICES.get((kind, effect), WAIT)
