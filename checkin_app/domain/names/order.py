"""Where somebody stands in a list that people read: by Latin letters, whatever the script."""

from checkin_app.domain.names.folding import fold
from checkin_app.domain.names.pinyin import PinyinTable, is_han, suggest_latin

#: Letters that decide where a name stands; hostile lists hold thousands.
_LETTERS = 80
#: Ends a delegation; it stands before every letter, so that a delegation stays together whoever is of it.
_PARTING = "\x1f"


def by_name(name: str, latin_name: str, table: PinyinTable) -> str:
    """Return what people are ordered by: the folded Latin name, else the name as it is read, else the name folded."""
    whole = name[:_LETTERS]
    return fold(latin_name[:_LETTERS]) or fold(suggest_latin(whole, table)) or fold(_read(whole, table))


def by_delegation(delegation: str, table: PinyinTable) -> str:
    """Return what delegations are ordered by, as they are read; what orders the people of one may stand after it."""
    return fold(_read(delegation[:_LETTERS], table)) + _PARTING


def _read(text: str, table: PinyinTable) -> str:
    """Return a text in which each Han character that has a reading is replaced by it."""
    if text.isascii():
        return text
    return "".join(
        f" {table.characters[each][0]} " if is_han(each) and each in table.characters else each for each in text
    )
