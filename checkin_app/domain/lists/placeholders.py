"""What stands in a name only because a form wanted something there."""

import re

from checkin_app.domain.lists.nobody import nobody

#: Parts of a name that say there is none; ``FNU``, ``LNU`` and ``NMN`` are those of visas: first, last, middle name.
_NONE = re.compile(
    r"[\W_]+|[fl]nu|nmn|n/a|n\.\s?a\.?|x{3,}|(?-i:NA|XX)|none|NIL|nil|NULL|unknown|no (?:(?:last|first|family|given|middle|sur) ?)?name"
    r"|mononym|single name|not (?:applicable|available|given|known|provided)|same|blank"
    r"|sans(?: (?:nom|prénom))?|néant|aucune?|sin (?:apellidos?|nombre)|ningun[oa]|sem (?:sobrenome|nome)|nenhum|kein(?:e|er)?"
    r"|entfällt|нет|не указано|отсутствует|无|無|没有|空|暂无|暫無|없음|なし|لا يوجد",
    re.IGNORECASE,
)
#: One of these words is in every placeholder that has neither a digit nor a sign in it.
HOLDERS = frozenset(
    """
    fnu lnu nmn na xx xxx xxxx xxxxx none nil null unknown no mononym single not same blank sans néant aucun aucune sin
    ningun ninguno ninguna sem nenhum kein keine keiner entfällt нет не отсутствует 없음 なし لا
    """.split()  # noqa: SIM905 - words, to be read as words
)
#: Names that are written so and are names.
_NAMES = frozenset({"Nil", "Null", "Same", "Blank", "None"})
#: Words that hold a place within a whole name.
_IN_WHOLE = re.compile(r"[fl]nu|nmn|n/a|x{3,}|\((?:none|null|nil|blank|n/?a|无|無)\)", re.IGNORECASE)
_BEGIN_HOLDING = "flnxFLNX("
_SIGNS = re.compile(r"[\W_]+")


def is_placeholder(part: str) -> bool:
    """Return whether a part of a name, in a column of its own, is none."""
    bare = part.strip("()[]<>（）【】 ")
    return not bare or nobody(part) is not None or (_NONE.fullmatch(bare) is not None and part not in _NAMES)


def without_placeholders(whole: str) -> str:
    """Return a whole name without the words that only hold a place; as it is where nothing would be left."""
    words = whole.split(" ")
    kept = [word for word in words if word[:1] not in _BEGIN_HOLDING or _IN_WHOLE.fullmatch(word) is None]
    if len(kept) == len(words) and whole[:1].isalnum() and whole[-1:].isalnum():
        return whole  # as nearly every name
    while len(kept) > 1 and _SIGNS.fullmatch(kept[-1]):
        kept.pop()
    while len(kept) > 1 and _SIGNS.fullmatch(kept[0]):
        del kept[0]
    return whole if not any(map(_says_something, kept)) else " ".join(kept)


def _says_something(word: str) -> bool:
    return _SIGNS.fullmatch(word) is None
