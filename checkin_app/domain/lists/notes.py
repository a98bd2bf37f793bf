"""What a person should know about the rows of a list: why one was refused, what was guessed, what is a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checkin_app.domain.lists.fields import FIELDS, Field
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail, Worded


class Why(StrEnum):
    """Why a row was not taken."""

    NO_NAME = "no_name"
    HEADING_AGAIN = "heading_again"
    SECTION_HEADING = "section_heading"
    PLACE_KEPT = "place_kept"
    SUM = "sum"
    ABOUT_LIST = "about_list"
    CONTINUES = "continues"
    UNREADABLE = "unreadable"
    BROKEN_QUOTES = "broken_quotes"
    NAME_IS_FORMULA = "name_is_formula"
    NAME_IS_ERROR = "name_is_error"
    NAME_IS_DATE = "name_is_date"
    NAME_TOO_LONG = "name_too_long"
    NAME_PRIVATE_USE = "name_private_use"
    NAME_DAMAGED = "name_damaged"
    NUMBER_ROUNDED = "number_rounded"
    LEFT_OUT_HIDDEN = "left_out_hidden"
    LEFT_OUT_STRUCK = "left_out_struck"
    DUPLICATE_NUMBER = "duplicate_number"
    SAME_ROW = "same_row"
    SAME_PERSON = "same_person"


class Remark(StrEnum):
    """What was noticed on a row that was taken."""

    # told, since something was worked out
    LATIN_NAME_USED = "latin_name_used"
    NAME_JOINED = "name_joined"
    PLACEHOLDER_LEFT_OUT = "placeholder_left_out"
    ALSO_GIVEN = "also_given"
    VALUE_SAYS_NOTHING = "value_says_nothing"
    INVISIBLE_REMOVED = "invisible_removed"
    LINE_BREAK_REMOVED = "line_break_removed"
    PHONE_COUNTRY = "phone_country"
    CANCELLED = "cancelled"
    DEFAULT_CATEGORY = "default_category"
    REVOKED_HERE = "revoked_here"
    BUS_OF_MERGED = "bus_of_merged"
    # asked, since a person has to look
    CATEGORY_UNKNOWN = "category_unknown"
    STATUS_UNKNOWN = "status_unknown"
    MAYBE_CANCELLED = "maybe_cancelled"
    CONFIRMED_AGAIN = "confirmed_again"
    LISTED_AGAIN = "listed_again"
    LEFT_OFF = "left_off"
    BUS_UNKNOWN = "bus_unknown"
    ROUTE_UNKNOWN = "route_unknown"
    ROUTE_SEVERAL = "route_several"
    ROUTE_TWICE = "route_twice"
    LANGUAGE_UNKNOWN = "language_unknown"
    PHONE_ODD = "phone_odd"
    PHONE_ROUNDED = "phone_rounded"
    EMAIL_ODD = "email_odd"
    ACCESSIBLE_UNCLEAR = "accessible_unclear"
    NAME_ODD = "name_odd"
    NAME_PARTS_DIFFER = "name_parts_differ"
    NAME_ALONE = "name_alone"
    SEVERAL_PEOPLE = "several_people"
    SEVERAL_NAMED = "several_named"
    SOMEBODY_BESIDE = "somebody_beside"
    SAME_NAME = "same_name"
    MAYBE_KNOWN = "maybe_known"
    NUMBER_OF_ANOTHER = "number_of_another"
    ALIAS_TAKEN = "alias_taken"
    BADGE_NO_TAKEN = "badge_no_taken"
    VALUE_TOO_LONG = "value_too_long"
    VALUE_PRIVATE_USE = "value_private_use"
    VALUE_DAMAGED = "value_damaged"
    VALUE_FORMULA = "value_formula"
    VALUE_ERROR = "value_error"
    VALUE_ROUNDED = "value_rounded"
    VALUE_DATED = "value_dated"
    VALUE_AS_ABOVE = "value_as_above"
    VALUE_TWICE_ENCODED = "value_twice_encoded"
    VALUE_GARBLED = "value_garbled"
    VALUE_SHOWN_OTHERWISE = "value_shown_otherwise"
    VALUE_STRUCK = "value_struck"
    ROW_STRUCK = "row_struck"
    ROW_HIDDEN = "row_hidden"
    BEYOND_HEADINGS = "beyond_headings"
    CHARACTERS_MISSING = "characters_missing"


class ListRemark(StrEnum):
    """What was noticed on the list as a whole."""

    COLUMN_NOT_TAKEN = "column_not_taken"
    COLUMN_TWICE = "column_twice"
    COLUMN_BESIDE = "column_beside"
    TOLD_BY_CELLS = "told_by_cells"
    NUMBER_NOT_USED = "number_not_used"
    DOCUMENT_NOT_TAKEN = "document_not_taken"
    NO_CATEGORIES = "no_categories"
    COLUMN_REMEMBERED = "column_remembered"
    COLUMN_LEFT_OUT = "column_left_out"
    ENCODING_GUESSED = "encoding_guessed"
    OTHER_SHEETS = "other_sheets"
    SHEETS_HIDDEN = "sheets_hidden"
    COLUMN_HIDDEN = "column_hidden"
    ONLY_VALUES = "only_values"


class Holder(Worded):
    """Who holds a number or code already, where that is a row of the same list."""

    ROW = QT_TRANSLATE_NOOP("Detail", "row {row}")


class Cancelled(Worded):
    """Why a list cancelled somebody, where no status of it says so."""

    LEFT_OFF = QT_TRANSLATE_NOOP("Detail", "no longer on it")


Details = dict[str, Detail]
Key = Why | Remark | ListRemark

#: Remarks that only tell; every other asks for a look.
TOLD = frozenset(
    {
        Remark.LATIN_NAME_USED,
        Remark.NAME_JOINED,
        Remark.PLACEHOLDER_LEFT_OUT,
        Remark.ALSO_GIVEN,
        Remark.VALUE_SAYS_NOTHING,
        Remark.INVISIBLE_REMOVED,
        Remark.LINE_BREAK_REMOVED,
        Remark.PHONE_COUNTRY,
        Remark.CANCELLED,
        Remark.DEFAULT_CATEGORY,
        Remark.REVOKED_HERE,
        Remark.BUS_OF_MERGED,
    }
)

SENTENCES: Mapping[Key, str] = {
    Why.NO_NAME: QT_TRANSLATE_NOOP("ListNote", "No name."),
    Why.HEADING_AGAIN: QT_TRANSLATE_NOOP("ListNote", "A heading that slipped into the rows."),
    Why.SECTION_HEADING: QT_TRANSLATE_NOOP("ListNote", "A heading over the rows that follow: “{text}”."),
    Why.PLACE_KEPT: QT_TRANSLATE_NOOP("ListNote", "“{text}” keeps a place for somebody who is not named."),
    Why.SUM: QT_TRANSLATE_NOOP("ListNote", "“{text}” counts the other rows."),
    Why.ABOUT_LIST: QT_TRANSLATE_NOOP("ListNote", "“{text}” is a line about the list."),
    Why.CONTINUES: QT_TRANSLATE_NOOP("ListNote", "Its name belongs to a row above: the cells are merged."),
    Why.UNREADABLE: QT_TRANSLATE_NOOP("ListNote", "It holds bytes that are no letters in the encoding of this file."),
    Why.BROKEN_QUOTES: QT_TRANSLATE_NOOP(
        "ListNote", "Its quotation marks do not close, so its columns cannot be told apart."
    ),
    Why.NAME_IS_FORMULA: QT_TRANSLATE_NOOP("ListNote", "The name is a formula without a result."),
    Why.NAME_IS_ERROR: QT_TRANSLATE_NOOP("ListNote", "The name is an error of the spreadsheet."),
    Why.NAME_IS_DATE: QT_TRANSLATE_NOOP(
        "ListNote", "The name is {value}, a date: the spreadsheet has made it of a word."
    ),
    Why.NAME_TOO_LONG: QT_TRANSLATE_NOOP("ListNote", "The name has {length} characters; at most {most} can be a name."),
    Why.NAME_PRIVATE_USE: QT_TRANSLATE_NOOP(
        "ListNote", "The name holds private-use characters ({characters}) that no font can be trusted to show."
    ),
    Why.NAME_DAMAGED: QT_TRANSLATE_NOOP("ListNote", "The name holds damaged characters ({characters})."),
    Why.NUMBER_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has rounded the registration number {value}."),
    Why.LEFT_OUT_HIDDEN: QT_TRANSLATE_NOOP("ListNote", "The sheet hides this row, which does not belong to the list."),
    Why.LEFT_OUT_STRUCK: QT_TRANSLATE_NOOP("ListNote", "The name is struck through in the sheet: not coming."),
    Why.DUPLICATE_NUMBER: QT_TRANSLATE_NOOP("ListNote", "Row {first} has the same registration number."),
    Why.SAME_ROW: QT_TRANSLATE_NOOP("ListNote", "Row {first} says the same."),
    Why.SAME_PERSON: QT_TRANSLATE_NOOP("ListNote", "The same person as row {first}, as you said: one badge."),
    Remark.LATIN_NAME_USED: QT_TRANSLATE_NOOP("ListNote", "No name in another script: the Latin name is used."),
    Remark.NAME_JOINED: QT_TRANSLATE_NOOP("ListNote", "The name was joined from its parts: {name}."),
    Remark.PLACEHOLDER_LEFT_OUT: QT_TRANSLATE_NOOP("ListNote", "“{value}” only holds the place of a name: left out."),
    Remark.ALSO_GIVEN: QT_TRANSLATE_NOOP("ListNote", "{field} is also given as “{value}”: left out."),
    Remark.INVISIBLE_REMOVED: QT_TRANSLATE_NOOP("ListNote", "Invisible characters were left out of {field}."),
    Remark.LINE_BREAK_REMOVED: QT_TRANSLATE_NOOP("ListNote", "A line break in {field} became a space."),
    Remark.PHONE_COUNTRY: QT_TRANSLATE_NOOP("ListNote", "The phone number was read as one of {country}."),
    Remark.DEFAULT_CATEGORY: QT_TRANSLATE_NOOP("ListNote", "No category given: taken as {category}."),
    Remark.CATEGORY_UNKNOWN: QT_TRANSLATE_NOOP(
        "ListNote", "Category “{value}” is not one of this forum’s; {category} unless changed."
    ),
    Remark.CANCELLED: QT_TRANSLATE_NOOP("ListNote", "Status “{value}”: does not come, and is not let in."),
    Remark.STATUS_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Status “{value}”: does the person come? Yes unless changed."),
    Remark.VALUE_SAYS_NOTHING: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” under {field} says that there is nothing: left out."
    ),
    Remark.MAYBE_CANCELLED: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” stands beside the name or in the note: do they come? Taken as coming unless changed."
    ),
    Remark.SOMEBODY_BESIDE: QT_TRANSLATE_NOOP("ListNote", "The row names “{value}” as well: another person? Left out."),
    Remark.VALUE_AS_ABOVE: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” under {field} means what a row above has: left out; which is it?"
    ),
    Remark.REVOKED_HERE: QT_TRANSLATE_NOOP(
        "ListNote", "Revoked by a person (“{value}”): stays so, whatever a list says."
    ),
    Remark.BUS_OF_MERGED: QT_TRANSLATE_NOOP(
        "ListNote", "Bus “{value}” is left out: this record was merged, and the other one’s row says where they ride."
    ),
    Remark.CONFIRMED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote", "Cancelled by an earlier list (“{value}”), confirmed again by this one: let in unless changed."
    ),
    Remark.LISTED_AGAIN: QT_TRANSLATE_NOOP(
        "ListNote",
        "Cancelled by an earlier list (“{value}”), on this one without a status: come after all? No unless changed.",
    ),
    Remark.LEFT_OFF: QT_TRANSLATE_NOOP(
        "ListNote", "On an earlier version of this list, and not on this one: kept, and let in, unless changed."
    ),
    Remark.BUS_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "There is no bus “{value}”: nobody is put on its list."),
    Remark.ROUTE_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Route “{value}” is not one of this forum’s."),
    Remark.ROUTE_SEVERAL: QT_TRANSLATE_NOOP("ListNote", "Route “{value}”: one route each. Which of {choices}?"),
    Remark.ROUTE_TWICE: QT_TRANSLATE_NOOP("ListNote", "First and second choice are one route."),
    Remark.LANGUAGE_UNKNOWN: QT_TRANSLATE_NOOP("ListNote", "Language “{value}” is not known here."),
    Remark.PHONE_ODD: QT_TRANSLATE_NOOP("ListNote", "Phone “{value}” is no complete number; kept as it is."),
    Remark.PHONE_ROUNDED: QT_TRANSLATE_NOOP("ListNote", "The spreadsheet has cut the phone number {value}; left out."),
    Remark.EMAIL_ODD: QT_TRANSLATE_NOOP("ListNote", "“{value}” is no e-mail address; kept as it is."),
    Remark.ACCESSIBLE_UNCLEAR: QT_TRANSLATE_NOOP("ListNote", "“{value}” under accessible: taken as yes."),
    Remark.NAME_ODD: QT_TRANSLATE_NOOP("ListNote", "“{value}” does not look like a person’s name."),
    Remark.NAME_PARTS_DIFFER: QT_TRANSLATE_NOOP(
        "ListNote", "The name is “{name}”, its parts in other columns say “{parts}”: which is right?"
    ),
    Remark.NAME_ALONE: QT_TRANSLATE_NOOP(
        "ListNote", "Only a name, where the rows around say more: a person, or a heading?"
    ),
    Remark.SEVERAL_PEOPLE: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” may be several people: taken as one, with one badge."
    ),
    Remark.SEVERAL_NAMED: QT_TRANSLATE_NOOP(
        "ListNote", "“{value}” names {count} people: taken as one, with one badge, unless they are split."
    ),
    Remark.SAME_NAME: QT_TRANSLATE_NOOP("ListNote", "Same name and delegation as row {first}: one person or two?"),
    Remark.MAYBE_KNOWN: QT_TRANSLATE_NOOP("ListNote", "May be {holder}, who is here already and not on this list."),
    Remark.NUMBER_OF_ANOTHER: QT_TRANSLATE_NOOP(
        "ListNote",
        "Number {number} is {holder}’s here: another person? Their record is changed unless the row is left out.",
    ),
    Remark.ALIAS_TAKEN: QT_TRANSLATE_NOOP("ListNote", "The code “{value}” is {holder}’s already; left out."),
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
    Remark.VALUE_DATED: QT_TRANSLATE_NOOP(
        "ListNote", "{field} is {value}, a date that the spreadsheet may have made of something like 3-1; left out."
    ),
    Remark.VALUE_TWICE_ENCODED: QT_TRANSLATE_NOOP(
        "ListNote", "{field} “{value}” was encoded twice, and was “{mended}” before: shall it be taken so?"
    ),
    Remark.VALUE_GARBLED: QT_TRANSLATE_NOOP(
        "ListNote", "{field} “{value}” was encoded twice, and a part of it is lost: what was it?"
    ),
    Remark.VALUE_SHOWN_OTHERWISE: QT_TRANSLATE_NOOP(
        "ListNote", "The sheet shows {field} in another form than {value}, which was taken: is it right?"
    ),
    Remark.VALUE_STRUCK: QT_TRANSLATE_NOOP("ListNote", "{field}, “{value}”, is struck through in the sheet; taken."),
    Remark.ROW_STRUCK: QT_TRANSLATE_NOOP("ListNote", "The name is struck through in the sheet: is this person coming?"),
    Remark.ROW_HIDDEN: QT_TRANSLATE_NOOP(
        "ListNote", "The sheet hides this row, by a filter or by hand: does it belong to the list?"
    ),
    Remark.BEYOND_HEADINGS: QT_TRANSLATE_NOOP("ListNote", "Cells beyond the last heading were left out: {value}."),
    Remark.CHARACTERS_MISSING: QT_TRANSLATE_NOOP("ListNote", "The badge fonts lack {characters} in {field}."),
    ListRemark.COLUMN_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is not taken: nothing here is headed so."
    ),
    ListRemark.COLUMN_TWICE: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is not taken: another column is {field} already."
    ),
    ListRemark.COLUMN_BESIDE: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is {field} as column {other} is: it is read where that one is empty."
    ),
    ListRemark.TOLD_BY_CELLS: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is taken for {field}: its cells say so."
    ),
    ListRemark.NUMBER_NOT_USED: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, numbers the rows and is not used to know people by."
    ),
    ListRemark.DOCUMENT_NOT_TAKEN: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, holds numbers of documents, which are not kept here."
    ),
    ListRemark.COLUMN_REMEMBERED: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is taken as {field}, as in the last list with these headings."
    ),
    ListRemark.COLUMN_LEFT_OUT: QT_TRANSLATE_NOOP(
        "ListNote", "Column {column}, “{heading}”, is not taken, as in the last list with these headings."
    ),
    ListRemark.NO_CATEGORIES: QT_TRANSLATE_NOOP(
        "ListNote", "No column holds categories: new people are taken as {category}."
    ),
    ListRemark.ENCODING_GUESSED: QT_TRANSLATE_NOOP(
        "ListNote", "The text was read as {encoding}, which is a guess: look at the names."
    ),
    ListRemark.OTHER_SHEETS: QT_TRANSLATE_NOOP("ListNote", "Sheet “{sheet}” is read; not read: {others}."),
    ListRemark.SHEETS_HIDDEN: QT_TRANSLATE_NOOP("ListNote", "Hidden in the workbook: sheet {sheets}."),
    ListRemark.ONLY_VALUES: QT_TRANSLATE_NOOP(
        "ListNote",
        "An XLS workbook does not tell how it shows numbers, nor what it hides: 00042 may be 42. XLSX tells both.",
    ),
    ListRemark.COLUMN_HIDDEN: QT_TRANSLATE_NOOP(
        "ListNote",
        "Column {column}, “{heading}”, is hidden in the sheet and was taken as {field}: does it belong here?",
    ),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One remark with what its sentence needs."""

    key: Key
    details: Mapping[str, Detail] = field(default_factory=dict)
    of: str = ""
    """The folded value that is asked about, where every value has an answer of its own."""
    answer: str = ""
    """What a person said of it, as `lists.answers` has it; empty where nobody did."""

    @property
    def asks(self) -> bool:
        """Whether a person should look before the badge is printed."""
        return isinstance(self.key, Remark) and self.key not in TOLD and not self.answer

    def __str__(self) -> str:
        """Return what a command says of it, in English."""
        return self.said_as(SENTENCES[self.key])

    def said_as(self, sentence: str) -> str:
        """Return an English sentence filled with what this one tells."""
        return sentence.format_map({name: _plain(name, value) for name, value in self.details.items()})


def _plain(name: str, value: Detail) -> Detail:
    return FIELDS[Field(str(value))] if name == "field" and value in set(Field) else value
