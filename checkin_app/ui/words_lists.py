"""What screens say about the rows of a delegate list: why one was refused, what was guessed, what is a question."""

from collections.abc import Mapping

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CategoryId
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.notes import Key, ListRemark, Note, Remark, Why
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_speech import say, spoken

_FIELDS: Mapping[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("ListField", "Name"),
    Field.LATIN_NAME: QT_TRANSLATE_NOOP("ListField", "Latin name"),
    Field.FAMILY: QT_TRANSLATE_NOOP("ListField", "Family name"),
    Field.GIVEN: QT_TRANSLATE_NOOP("ListField", "Given name"),
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
    Field.NUMBER: QT_TRANSLATE_NOOP("ListField", "Running number"),
    Field.DOCUMENT: QT_TRANSLATE_NOOP("ListField", "Document number (not kept)"),
}
_SENTENCES: Mapping[Key, str] = {
    Why.NO_NAME: QT_TRANSLATE_NOOP("ListNote", "No name."),
    Why.HEADING_AGAIN: QT_TRANSLATE_NOOP("ListNote", "A heading that slipped into the rows."),
    Why.SECTION_HEADING: QT_TRANSLATE_NOOP("ListNote", "A heading over the rows that follow: “{text}”."),
    Why.CONTINUES: QT_TRANSLATE_NOOP("ListNote", "Its name belongs to a row above: the cells are merged."),
    Why.BROKEN_QUOTES: QT_TRANSLATE_NOOP(
        "ListNote", "Its quotation marks do not close, so its columns cannot be told apart."
    ),
    Why.NAME_IS_FORMULA: QT_TRANSLATE_NOOP("ListNote", "The name is a formula without a result."),
    Why.NAME_IS_ERROR: QT_TRANSLATE_NOOP("ListNote", "The name is an error of the spreadsheet."),
    Why.NAME_TOO_LONG: QT_TRANSLATE_NOOP("ListNote", "The name has {length} characters; at most {most} can be a name."),
    Why.NAME_PRIVATE_USE: QT_TRANSLATE_NOOP(
        "ListNote", "The name holds private-use characters ({characters}) that no font can be trusted to show."
    ),
    Why.NAME_DAMAGED: QT_TRANSLATE_NOOP("ListNote", "The name holds damaged characters ({characters})."),
    Why.NUMBER_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has rounded the registration number {value}."),
    Why.DUPLICATE_NUMBER: QT_TRANSLATE_NOOP("ListNote", "Row {first} has the same registration number."),
    Why.SAME_ROW: QT_TRANSLATE_NOOP("ListNote", "Row {first} says the same."),
    Remark.LATIN_NAME_USED: QT_TRANSLATE_NOOP("ListNote", "No name in another script: the Latin name is used."),
    Remark.NAME_JOINED: QT_TRANSLATE_NOOP("ListNote", "The name was joined from its parts: {name}."),
    Remark.INVISIBLE_REMOVED: QT_TRANSLATE_NOOP("ListNote", "Invisible characters were left out of {field}."),
    Remark.LINE_BREAK_REMOVED: QT_TRANSLATE_NOOP("ListNote", "A line break in {field} became a space."),
    Remark.PHONE_COUNTRY: QT_TRANSLATE_NOOP("ListNote", "The phone number was read as one of {country}."),
    Remark.DEFAULT_CATEGORY: QT_TRANSLATE_NOOP("ListNote", "No category given: taken as {category}."),
    Remark.CATEGORY_UNKNOWN: QT_TRANSLATE_NOOP(
        "ListNote", "Category “{value}” is not one of this forum’s; {category} unless changed."
    ),
    Remark.ROUTE_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Route “{value}” is not one of this forum’s."),
    Remark.ROUTE_SEVERAL: QT_TRANSLATE_NOOP("ListNote", "Route “{value}”: one route each. Which of {choices}?"),
    Remark.ROUTE_TWICE: QT_TRANSLATE_NOOP("ListNote", "First and second choice are one route."),
    Remark.LANGUAGE_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Language “{value}” is not known here."),
    Remark.PHONE_ODD: QT_TRANSLATE_NOOP("ListNote", "Phone “{value}” is no complete number; kept as it is."),
    Remark.PHONE_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has cut the phone number {value}; left out."),
    Remark.EMAIL_ODD: QT_TRANSLATE_NOOP("ListNote", "“{value}” is no e-mail address; kept as it is."),
    Remark.ACCESSIBLE_UNCLEAR: QT_TRANSLATE_NOOP("ListNote", "“{value}” under accessible: taken as yes."),
    Remark.NAME_ODD: QT_TRANSLATE_NOOP("ListNote", "“{value}” does not look like a person’s name."),
    Remark.SAME_NAME: QT_TRANSLATE_NOOP("ListNote", "Same name and delegation as row {first}: one person or two?"),
    Remark.MAYBE_KNOWN: QT_TRANSLATE_NOOP("ListNote", "May be {holder}, who is here already and not on this list."),
    Remark.ALIAS_TAKEN: QT_TRANSLATE_NOOP("ListNote", "The code is {holder}’s already; left out."),
    Remark.BADGE_NO_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "Badge number {value} is {holder}’s already; another will be given."
    ),
    Remark.VALUE_TOO_LONG: QT_TRANSLATE_NOOP(
        "ListNote", "{field} has {length} characters; at most {most} are kept, so it was left out."
    ),
    Remark.VALUE_PRIVATE_USE: QT_TRANSLATE_NOOP(
        "ListNote", "{field} holds private-use characters ({characters}) and was left out."
    ),
    Remark.VALUE_DAMAGED: QT_TRANSLATE_NOOP("ListNote", "{field} holds damaged characters ({characters})."),
    Remark.VALUE_FORMULA: QT_TRANSLATE_NOOP("ListNote", "{field} is a formula without a result and was left out."),
    Remark.VALUE_ERROR: QT_TRANSLATE_NOOP("ListNote", "{field} is an error of the spreadsheet and was left out."),
    Remark.VALUE_ROUNDED: QT_TRANSLATE_NOOP(
        "ListNote", "The spreadsheet has rounded {field}, {value}; it was left out."
    ),
    Remark.BEYOND_HEADINGS: QT_TRANSLATE_NOOP("ListNote", "Cells beyond the last heading were left out: {value}."),
    Remark.CHARACTERS_MISSING: QT_TRANSLATE_NOOP("ListNote", "The badge fonts lack {characters} in {field}."),
    ListRemark.COLUMN_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is not taken: nothing here is headed so."
    ),
    ListRemark.COLUMN_TWICE: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is not taken: another column is {field} already."
    ),
    ListRemark.NUMBER_NOT_USED: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, numbers the rows and is not used to know people by."
    ),
    ListRemark.DOCUMENT_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, holds numbers of documents, which are not kept here."
    ),
    ListRemark.NO_CATEGORIES: QT_TRANSLATE_NOOP(
        "ListNote", "No column holds categories: new people are taken as {category}."
    ),
    ListRemark.ENCODING_GUESSED: QT_TRANSLATE_NOOP(
        "ListNote", "The text was read as {encoding}, which is a guess: look at the names."
    ),
    ListRemark.OTHER_SHEETS: QT_TRANSLATE_NOOP("ListNote", "Sheet “{sheet}” is read; not read: {others}."),
}


def field(of: Field) -> str:
    return say("ListField", _FIELDS[of])


def note(of: Note, forum: Forum) -> str:
    """Return a remark on a row, or on the whole list, in the language in use."""
    details = {name: _detail(name, value, forum) for name, value in of.details.items()}
    return say("ListNote", _SENTENCES[of.key]).format_map(details)


def _detail(name: str, value: str | int, forum: Forum) -> str:
    if name == "field" and value in set(Field):
        return field(Field(str(value)))
    if name == "category" and (category := forum.category(CategoryId(str(value)))):
        return category.name.in_(spoken())
    head, _, number = str(value).partition(" ")
    if name == "holder" and head == "row" and number.isdecimal():
        return say("ListNote", QT_TRANSLATE_NOOP("ListNote", "row {row}")).format(row=number)
    return bidi.code(str(value)) if isinstance(value, int) else bidi.name(value)
