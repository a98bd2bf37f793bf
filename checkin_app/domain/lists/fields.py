"""What the columns of a delegate list can hold."""

from collections.abc import Mapping
from enum import StrEnum

from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class Field(StrEnum):
    """What a column holds; the value is the field of a delegate, where there is one."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    FAMILY = "family"
    GIVEN = "given"
    MIDDLE = "middle"
    """A further given name, or a patronymic."""
    PARTICLE = "particle"
    """The ``van`` or ``de la`` before a family name, where a list has it apart."""
    SUFFIX = "suffix"
    HONORIFIC = "honorific"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    TITLE = "title"
    CATEGORY = "category"
    ROUTE = "route"
    SECOND_ROUTE = "second_route"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGES = "languages"
    ACCESSIBLE = "accessible"
    NOTE = "note"
    HOST = "host"
    ALIASES = "aliases"
    """A code of another system that its tickets carry."""
    BADGE_NO = "badge_no"
    REGISTRATION = "origin"
    """The number under which another system knows the person."""
    RECORD = "record"
    """Which record of this application a row is, as its own exports say."""
    STATUS = "status"
    """Whether the person comes at all."""
    BUS = "bus"
    """On whose list the person stands."""
    NUMBER = "number"
    """A running number: it changes when the list is sorted anew, so nobody is known by it."""
    DOCUMENT = "document"
    """The number of a passport or identity card: never taken, since nothing here needs it."""


#: How people call them.
FIELDS: Mapping[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("ListField", "Name"),
    Field.LATIN_NAME: QT_TRANSLATE_NOOP("ListField", "Latin name"),
    Field.FAMILY: QT_TRANSLATE_NOOP("ListField", "Family name"),
    Field.GIVEN: QT_TRANSLATE_NOOP("ListField", "Given name"),
    Field.MIDDLE: QT_TRANSLATE_NOOP("ListField", "Middle name"),
    Field.PARTICLE: QT_TRANSLATE_NOOP("ListField", "Particle of the family name"),
    Field.SUFFIX: QT_TRANSLATE_NOOP("ListField", "Suffix of the name"),
    Field.HONORIFIC: QT_TRANSLATE_NOOP("ListField", "Honorific"),
    Field.DELEGATION: QT_TRANSLATE_NOOP("ListField", "Delegation"),
    Field.ORGANISATION: QT_TRANSLATE_NOOP("ListField", "Organisation"),
    Field.TITLE: QT_TRANSLATE_NOOP("ListField", "Title"),
    Field.CATEGORY: QT_TRANSLATE_NOOP("ListField", "Category"),
    Field.ROUTE: QT_TRANSLATE_NOOP("ListField", "Route"),
    Field.SECOND_ROUTE: QT_TRANSLATE_NOOP("ListField", "Second route"),
    Field.PHONE: QT_TRANSLATE_NOOP("ListField", "Phone"),
    Field.EMAIL: QT_TRANSLATE_NOOP("ListField", "E-mail"),
    Field.LANGUAGES: QT_TRANSLATE_NOOP("ListField", "Languages"),
    Field.ACCESSIBLE: QT_TRANSLATE_NOOP("ListField", "Accessible place"),
    Field.NOTE: QT_TRANSLATE_NOOP("ListField", "Attention note"),
    Field.HOST: QT_TRANSLATE_NOOP("ListField", "Host"),
    Field.ALIASES: QT_TRANSLATE_NOOP("ListField", "Ticket code"),
    Field.BADGE_NO: QT_TRANSLATE_NOOP("ListField", "Badge number"),
    Field.REGISTRATION: QT_TRANSLATE_NOOP("ListField", "Registration number"),
    Field.RECORD: QT_TRANSLATE_NOOP("ListField", "Record id"),
    Field.STATUS: QT_TRANSLATE_NOOP("ListField", "Status"),
    Field.BUS: QT_TRANSLATE_NOOP("ListField", "Bus"),
    Field.NUMBER: QT_TRANSLATE_NOOP("ListField", "Running number"),
    Field.DOCUMENT: QT_TRANSLATE_NOOP("ListField", "Document number (not kept)"),
}
#: The parts of a name, where a list has them in columns of their own.
NAME_PARTS = frozenset({Field.FAMILY, Field.GIVEN, Field.MIDDLE, Field.PARTICLE, Field.SUFFIX})
#: Fields that may stand in several columns of one list, all of which are taken.
SEVERAL = NAME_PARTS | {Field.ALIASES, Field.NOTE, Field.NUMBER, Field.DOCUMENT}
#: Fields of which each person has one, by which others know them: a second column is another system's.
SINGLE = frozenset({Field.REGISTRATION, Field.BADGE_NO, Field.RECORD})
#: Fields of numbers and codes, which a spreadsheet likes to take for something else.
NUMBERS = frozenset({Field.PHONE, Field.ALIASES, Field.BADGE_NO, Field.REGISTRATION})
#: Fields whose columns are found and say nothing about a person.
IGNORED = frozenset({Field.NUMBER, Field.DOCUMENT, Field.RECORD})
