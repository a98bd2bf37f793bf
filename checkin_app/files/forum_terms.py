"""What is said of a mistake in a forum file: what was expected there, and what was found."""

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class Wanted(Worded):
    """What was expected."""

    ADMITS = QT_TRANSLATE_NOOP("Detail", "an array of categories, or {everybody}")
    ARRAY = QT_TRANSLATE_NOOP("Detail", "an array of 1 to {most} elements")
    COLOUR = QT_TRANSLATE_NOOP("Detail", "a colour such as #8A1538")
    COUNTRY = QT_TRANSLATE_NOOP("Detail", "a country’s two letters of ISO 3166-1, such as CN")
    DATE_ONCE = QT_TRANSLATE_NOOP("Detail", "each day only once")
    DAY_OF_FORUM = QT_TRANSLATE_NOOP("Detail", "one of the forum’s days: {days}")
    DAY_WITH_SESSION = QT_TRANSLATE_NOOP("Detail", "a day with a session")
    END = QT_TRANSLATE_NOOP("Detail", "a moment after the start ({starts}), within 24 hours of it")
    FILE = QT_TRANSLATE_NOOP("Detail", "a forum file")
    FLAG = QT_TRANSLATE_NOOP("Detail", "true or false")
    ID = QT_TRANSLATE_NOOP("Detail", "an id of 2 to 40 small letters, digits and dashes that begins with a letter")
    KEY = QT_TRANSLATE_NOOP("Detail", "a key")
    LANGUAGE = QT_TRANSLATE_NOOP(
        "Detail", "a language as a BCP 47 tag without region, such as zh or en, each only once"
    )
    LETTER = QT_TRANSLATE_NOOP("Detail", "one capital letter from A to Z")
    MOMENT = QT_TRANSLATE_NOOP("Detail", "a date and time with its offset, such as 2024-09-25T09:00:00+08:00")
    MOMENT_OF_ZONE = QT_TRANSLATE_NOOP(
        "Detail", "a date and time such as 2024-09-25T09:00:00, in the forum’s time zone"
    )
    NO_BUS = QT_TRANSLATE_NOOP("Detail", "an id that cannot be taken for a bus such as 2-3")
    NO_GAP = QT_TRANSLATE_NOOP("Detail", "a time that the clocks there show on that day")
    NUMBER = QT_TRANSLATE_NOOP("Detail", "a whole number from {least} to {most}")
    OFFSET = QT_TRANSLATE_NOOP(
        "Detail", "the offset of the first session in the file ({first}), or the key “time_zone”"
    )
    ONCE = QT_TRANSLATE_NOOP("Detail", "each only once")
    ONE_OFFSET = QT_TRANSLATE_NOOP("Detail", "a time with its offset, as there are two: {first} and {second}")
    OFFSET_THERE = QT_TRANSLATE_NOOP("Detail", "the offset that the forum’s time zone has then ({right}), or none")
    ONE_OF_MEANT = QT_TRANSLATE_NOOP("Detail", "one of {known} – did you mean {meant}?")
    ROUTE_ID = QT_TRANSLATE_NOOP("Detail", "1 to 4 digits or capital letters, such as 3")
    ROUTES = QT_TRANSLATE_NOOP("Detail", "routes for this visit")
    SMALL = QT_TRANSLATE_NOOP("Detail", "a file of at most 1 MiB")
    TABLE = QT_TRANSLATE_NOOP("Detail", "a table")
    TEMPLATE = QT_TRANSLATE_NOOP("Detail", "the text of a badge template, of at most 300 000 letters")
    TEXT = QT_TRANSLATE_NOOP("Detail", "a text of 1 to {most} characters on one line")
    TEXTS = QT_TRANSLATE_NOOP("Detail", "a text in each language: {languages}")
    THE_KEY = QT_TRANSLATE_NOOP("Detail", "the key {key} ({expected})")
    TOML = QT_TRANSLATE_NOOP("Detail", "TOML")
    UNIQUE = QT_TRANSLATE_NOOP("Detail", "a value of {key} that no other has")
    UTF_8 = QT_TRANSLATE_NOOP("Detail", "text in UTF-8")
    ZONE = QT_TRANSLATE_NOOP("Detail", "a time zone of the IANA database, such as Europe/Lisbon")
    ZONE_MEANT = QT_TRANSLATE_NOOP("Detail", "a time zone of the IANA database – did you mean {meant}?")
    VISIT = QT_TRANSLATE_NOOP("Detail", "the key “visit” ({known}) where there are routes")


class Stands(Worded):
    """What stands there instead."""

    ARRAY = QT_TRANSLATE_NOOP("Detail", "an array of {count}")
    KEY_OF_PARTS = QT_TRANSLATE_NOOP("Detail", "one of {count} parts")
    LARGER = QT_TRANSLATE_NOOP("Detail", "a larger one")
    LONG_NUMBER = QT_TRANSLATE_NOOP("Detail", "a number of more than 18 digits")
    NESTED = QT_TRANSLATE_NOOP("Detail", "arrays nested without end")
    NO_FILE = QT_TRANSLATE_NOOP("Detail", "a pipe or a device")
    NO_OFFSET = QT_TRANSLATE_NOOP("Detail", "{moment} without an offset")
    NO_ROUTES = QT_TRANSLATE_NOOP("Detail", "no routes")
    NONE = QT_TRANSLATE_NOOP("Detail", "none")
    OTHER_BYTES = QT_TRANSLATE_NOOP("Detail", "other bytes")
    SESSION_ON = QT_TRANSLATE_NOOP("Detail", "a session on {day}")
    TABLE = QT_TRANSLATE_NOOP("Detail", "a table")
    UNKNOWN_KEY = QT_TRANSLATE_NOOP("Detail", "the unknown key {key}")
