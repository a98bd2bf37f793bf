"""From the text of one cell to a delegate's value; what is guessed, doubted or left out comes back as notes."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct, structs

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BusCode, CategoryId, RouteId
from checkin_app.domain.lists.answers import UNANSWERED, Answers, Way
from checkin_app.domain.lists.doubts import has_extension
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.halves import meant
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.statuses import comes
from checkin_app.domain.names.folding import fold

Value = str | bool | tuple[str, ...]


class Read(Struct, frozen=True):
    """A value, or None where the delegate's field is to be left alone; and what to say about it."""

    value: Value | None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChecks:
    """What the reading of a list needs from outside the domain."""

    phone: Callable[[str], str] = str
    """Return a number in E.164, or empty where it is no valid number."""
    missing_characters: Callable[[str], str] = lambda _text: ""
    """Return the characters of a text that the badge fonts lack."""


# ---- cleaning

_BLANKS = re.compile(r"\s+")
_LINE_BREAK = re.compile(r"\s*(?:[\r\n\v\f\x85\u2028\u2029]|_x000[AaDd]_)+\s*")
#: A zero-width joiner or non-joiner shapes Persian, Indic and Sinhala words: it belongs to the name.
_JOINERS = frozenset("\u200c\u200d")
#: A spreadsheet's mark of "this is text", which our own CSV files carry as well.
_TEXT_MARK = re.compile(r"'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
_QUOTED_FORMULA = re.compile(r'="([^"]*)"')


class Cleaned(Struct, frozen=True):
    """The text of a cell in NFC with single blanks, and what was done to it."""

    text: str
    invisible: bool = False
    line_break: bool = False
    private: str = ""
    """Code points of private use, as ``U+E000``."""
    lines: tuple[str, ...] = ()
    """Where it had several."""
    damaged: str = ""
    """Code points that only damage brings: replacement characters, surrogates, non-characters."""


def clean(raw: str) -> Cleaned:
    if raw.isascii() and raw.isprintable():
        return Cleaned(_unmarked(" ".join(raw.split())))
    whole = unicodedata.normalize("NFC", raw)
    if whole.isprintable() and "\ufffd" not in whole:  # no break, no sign unseen and no blank but the plain one
        return Cleaned(_unmarked(" ".join(whole.split())))
    broken = _LINE_BREAK.sub(" ", whole.strip())
    plain = _BLANKS.sub(" ", "".join(" " if unicodedata.category(each) == "Zs" else each for each in broken)).strip()
    shown = "".join(each for each in plain if not _is_invisible(each))
    return Cleaned(
        text=_unmarked(_BLANKS.sub(" ", shown).strip()),
        invisible=shown != plain,
        line_break=broken != whole.strip(),
        lines=tuple(_LINE_BREAK.split(whole.strip())) if broken != whole.strip() else (),
        private=_points(each for each in shown if unicodedata.category(each) == "Co"),
        damaged=_points(each for each in shown if each == "\ufffd" or _is_no_character(each)),
    )


def _unmarked(text: str) -> str:
    if text.startswith("'"):
        return _TEXT_MARK.sub("", text, count=1)
    quoted = _QUOTED_FORMULA.fullmatch(text) if text.startswith("=") else None
    return quoted[1] if quoted else text


#: A spreadsheet's mark of "these digits are text", and what typewriters' apostrophes are turned into.
_APOSTROPHES = "'\u2018\u2019\u02bc\u00b4\uff07`"


def without_apostrophe(cell: Cleaned) -> Cleaned:
    """Return the cell of a column of numbers or codes without the apostrophe before them; names begin with it."""
    if cell.text[:1] not in _APOSTROPHES or not cell.text:
        return cell
    return structs.replace(cell, text=cell.text.lstrip(_APOSTROPHES).lstrip())


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf"} and character not in _JOINERS


def _is_no_character(character: str) -> bool:
    point = ord(character)
    return unicodedata.category(character) == "Cs" or 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE


def _points(characters: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(each):04X}" for each in characters))


# ---- categories and routes


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words by which a forum's own categories and routes are known, and what a person said of others."""

    forum: Forum
    categories: Mapping[str, CategoryId]
    routes: Mapping[str, RouteId]
    answers: Answers = UNANSWERED
    buses: Mapping[str, BusCode] = field(default_factory=dict)

    @classmethod
    def of(cls, forum: Forum, answers: Answers = UNANSWERED, buses: Iterable[BusCode] = ()) -> "Vocabulary":
        categories: dict[str, CategoryId] = {}
        for each in forum.categories:
            for spelling in (each.id, each.letter, *each.name.by_language.values()):
                categories.setdefault(fold(spelling), each.id)
        routes = {fold(name): each.id for each in forum.routes for name in (each.id, *each.name.by_language.values())}
        return cls(forum, categories, routes, answers, {fold(each): each for each in buses})


def category(text: str, known: Vocabulary) -> Read:
    """Match by id, letter or word, or by half of a value in two languages; nothing given is the forum's default."""
    default = known.forum.default_category
    if not text:
        return Read(default, (Note(Remark.DEFAULT_CATEGORY, {"category": default}),))
    if (found := meant(text, lambda said: known.categories.get(fold(said)))) is not None:
        return Read(found)
    note = known.answers.note(Remark.CATEGORY_UNKNOWN, text, {"value": _short(text), "category": default})
    return Read(CategoryId(note.answer) if note.answer else None, (note,))


_ROUTE_WORDS = re.compile(
    r"参观线路|参观路线|线路|路线|号线|号|第|route|no\.?|nr\.?|tour|circuit|itinéraire|ruta|маршрут|المسار|#"
)
_CHINESE_DIGITS = str.maketrans("一二三四五六七八九①②③④⑤⑥⑦⑧⑨", "123456789123456789")
_OR = re.compile(r"[/,;，；、|&+]|\bor\b|\band\b|或|和")


def route(text: str, known: Vocabulary) -> Read:
    """Match by id (``3``, ``Route 3``, ``线路三``) or name; several routes in one cell are a question."""
    if not (folded := fold(text)) or folded in _NONE:
        return Read("")
    if (found := meant(text, lambda said: _one_route(said, known))) is not None:
        return Read(found)
    parts = [each for each in _OR.split(text) if each.strip()]
    choices = [each for part in parts if (each := _one_route(part, known)) is not None]
    if len(parts) > 1 and len(choices) == len(parts):
        details = {"value": _short(text), "choices": ", ".join(dict.fromkeys(choices))}
        return _route_as_answered(known.answers.note(Remark.ROUTE_SEVERAL, text, details))
    return _route_as_answered(known.answers.note(Remark.ROUTE_UNKNOWN, text, {"value": _short(text)}))


def _route_as_answered(note: Note) -> Read:
    answered = "" if note.answer == Way.NONE else RouteId(note.answer)
    return Read(answered if note.answer else None, (note,))


def _one_route(text: str, known: Vocabulary) -> RouteId | None:
    bare = _ROUTE_WORDS.sub(" ", text.casefold().translate(_CHINESE_DIGITS))
    once = " ".join(dict.fromkeys(fold(bare).split()))  # "线路三 Route 3"
    return known.routes.get(fold(text)) or known.routes.get(once)


# ---- who comes, and on which bus


def status(text: str, answers: Answers = UNANSWERED) -> Read:
    """Return the status of somebody who does not come, True of who does, or nothing; one not known is a question."""
    if not text:
        return Read("")
    if said := comes(text):
        return Read(value=True)
    if said is False:
        return Read(text, (Note(Remark.CANCELLED, {"value": _short(text)}, of=fold(text)),))
    note = answers.note(Remark.STATUS_UNKNOWN, text, {"value": _short(text)})
    return Read(_short(text) if note.answer == Way.NO else "", (note,))


_BUS_WORDS = re.compile(
    r"号车|號車|号巴士|大巴车?|巴士|车辆|車輛|车|車|バス|号|號|버스|автобус|الحافلة|حافلة|باص|(?<![^\W\d_])(?:bus|coach|vehicle|autob[uú]s|autocar|no|nr)(?![^\W\d_])\.?|#"
)


def bus(text: str, known: Vocabulary) -> Read:
    """Return the code of the bus that is meant; one that is not there is a question."""
    if not text or fold(text) in _NONE or not any(map(str.isalnum, text)):
        return Read("")
    plain = unicodedata.normalize("NFKC", text).casefold()
    found = known.buses.get(fold(text)) or known.buses.get(fold(_BUS_WORDS.sub(" ", plain)))
    return Read(found) if found else Read("", (Note(Remark.BUS_UNKNOWN, {"value": _short(text)}, of=fold(text)),))


# ---- the rest

_LANGUAGES = {
    "zh": "zh 中文 汉语 普通话 国语 华语 chinese mandarin chinois chino китайский الصينية",
    "en": "en 英文 英语 english anglais inglés английский الإنجليزية الانجليزية",
    "fr": "fr 法文 法语 french français francés французский الفرنسية",
    "ru": "ru 俄文 俄语 russian russe ruso русский الروسية",
    "es": "es 西班牙文 西班牙语 西语 spanish espagnol español castellano испанский الإسبانية",
    "ar": "ar 阿拉伯文 阿拉伯语 阿语 arabic arabe árabe арабский العربية",
    "pt": "pt 葡萄牙文 葡萄牙语 葡语 portuguese portugais português portugués португальский",
    "de": "de 德文 德语 german allemand alemán deutsch немецкий",
    "ja": "ja 日文 日语 japanese japonais japonés 日本語 японский",
    "ko": "ko 韩文 韩语 朝鲜语 korean coréen coreano 한국어 корейский",
    "it": "it 意大利文 意大利语 意语 italian italien italiano итальянский",
    "tr": "tr 土耳其语 土耳其文 turkish turc turco türkçe турецкий",
    "fa": "fa 波斯语 persian farsi persan فارسی персидский",
    "vi": "vi 越南语 越南文 vietnamese vietnamien вьетнамский",
    "th": "th 泰语 泰文 thai thaï тайский",
    "id": "id 印尼语 印度尼西亚语 indonesian indonésien индонезийский",
    "mn": "mn 蒙古语 蒙语 mongolian mongol монгольский",
    "kk": "kk 哈萨克语 kazakh kazakhe казахский",
    "sw": "sw 斯瓦希里语 swahili kiswahili",
    "hi": "hi 印地语 hindi हिन्दी",
    "ur": "ur 乌尔都语 urdu اردو",
    "pl": "波兰语 polish polonais polaco polski польский",
    "nl": "荷兰语 dutch néerlandais neerlandés nederlands",
    "sv": "瑞典语 swedish suédois sueco svenska",
    "da": "丹麦语 danish danois danés dansk",
    "no": "挪威语 norwegian norvégien noruego norsk",
    "fi": "芬兰语 finnish finnois finlandés suomi",
    "el": "希腊语 greek grec griego ελληνικά",
    "he": "希伯来语 hebrew hébreu hebreo עברית",
    "cs": "捷克语 czech tchèque checo čeština",
    "hu": "匈牙利语 hungarian hongrois húngaro magyar",
    "ro": "罗马尼亚语 romanian roumain rumano română",
    "uk": "乌克兰语 ukrainian ukrainien українська",
    "am": "阿姆哈拉语 amharic amharique አማርኛ",
    "ms": "马来语 malay malais malayo melayu",
    "bn": "孟加拉语 bengali bangla বাংলা",
    "km": "高棉语 柬埔寨语 khmer",
    "lo": "老挝语 lao",
    "my": "缅甸语 burmese birman",
}
#: ISO 639-1, for lists that give languages by their codes.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
    tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_TAGS = {code: code for code in _CODES.split()} | {
    fold(word): tag for tag, words in _LANGUAGES.items() for word in words.split()
}
_BETWEEN = re.compile(r"[/,;，；、|&+\s]+|\band\b|和|及")


def languages(text: str, answers: Answers = UNANSWERED) -> Read:
    """Return tags in the order given; a language that is not known is a question, the others are kept."""
    found: list[str] = []
    notes: list[Note] = []
    for word in _BETWEEN.split(text):
        if not (folded := fold(word)):
            continue
        tag = _TAGS.get(folded) or _TAGS.get(re.split(r"[ _-]", word.casefold())[0])
        if tag is None:
            note = answers.note(Remark.LANGUAGE_UNKNOWN, word, {"value": _short(word)})
            notes.append(note)
            tag = note.answer if note.answer != Way.NONE else None
        if tag and tag not in found:
            found.append(tag)
    return Read(None if any(note.asks for note in notes) and not found else tuple(found), tuple(notes))


def language_tags() -> tuple[str, ...]:
    """Return the languages that are known by words, the forums' most frequent first."""
    return tuple(_LANGUAGES)


_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")


def is_rounded(text: str) -> bool:
    """Return whether a spreadsheet has written a long number as ``1.38E+10``."""
    return bool(_SCIENTIFIC.fullmatch(text))


def phone(text: str, forum: Forum, checks: TextChecks, answers: Answers = UNANSWERED) -> Read:
    """Return E.164 where the number is valid, else the text as given with a question."""
    if not text:
        return Read("")
    if is_rounded(text):
        return Read(None, (Note(Remark.PHONE_ROUNDED, {"value": text}),))
    number = checks.phone(text)
    if not number:
        return _kept_or_emptied(text, Remark.PHONE_ODD, answers)
    told = (Note(Remark.ALSO_GIVEN, {"field": Field.PHONE, "value": _short(text)}),) if has_extension(text) else ()
    abroad = unicodedata.normalize("NFKC", text).lstrip(" (").startswith(("+", "00"))
    return Read(number, told if abroad else (Note(Remark.PHONE_COUNTRY, {"country": forum.country}), *told))


_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;.]+(\.[^@\s<>,;.]+)+")


#: As mail programs write it: ``Ana Roos <ana@x.example>``, ``mailto:ana@x.example``.
_NAMED_EMAIL = re.compile(rf"(mailto:|[^<>@]*<(?:mailto:)?)({_EMAIL.pattern})>?", re.IGNORECASE)


def email(text: str, answers: Answers = UNANSWERED) -> Read:
    if (":" in text or "<" in text) and (named := _NAMED_EMAIL.fullmatch(text)):
        told = (Note(Remark.ALSO_GIVEN, {"field": Field.EMAIL, "value": _short(text)}),)
        return Read(named[2], told if text.strip("<>") != named[2] else ())
    odd = text and not _EMAIL.fullmatch(text)
    return _kept_or_emptied(text, Remark.EMAIL_ODD, answers) if odd else Read(text)


def _kept_or_emptied(text: str, remark: Remark, answers: Answers) -> Read:
    """Return what cannot be right as it is, unless a person said of all such values that they are to be left out."""
    note = answers.note(remark, text, {"value": _short(text)}, each=False)
    return Read("" if note.answer == Way.EMPTY else text, (note,))


_YES = frozenset(
    {
        "是",
        "有",
        "需要",
        "需",
        "轮椅",
        "y",
        "yes",
        "true",
        "1",
        "x",
        "oui",
        "si",
        "да",
        "نعم",
        "wheelchair",
        "accessible",
    }
    | {"required", "✓", "✔", "√", "☑", "●"}
)
_NO = frozenset(
    {
        "否",
        "无",
        "不需要",
        "不需",
        "不",
        "没有",
        "n",
        "no",
        "false",
        "0",
        "non",
        "нет",
        "لا",
        "none",
        "nil",
        "na",
        "n a",
    }
)
_NONE = _NO | {"not yet decided", "undecided", "tbd", "未定", "待定", "未选", "不参加", "not attending"}


def accessible(text: str, answers: Answers = UNANSWERED) -> Read:
    """Return whether an accessible place is needed; words that say neither yes nor no are taken as a need."""
    if (said := meant(text, _needed)) is not None:
        return Read(value=said)
    note = answers.note(Remark.ACCESSIBLE_UNCLEAR, text, {"value": _short(text)})
    return Read(value=note.answer != Way.NO, notes=(note,))


def _needed(text: str) -> bool | None:
    folded = fold(text) or text
    if folded in _YES:
        return True
    says_nothing = not any(each.isalnum() for each in text)
    return False if says_nothing or folded in _NO else None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
