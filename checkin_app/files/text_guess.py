"""How much a text reads like names and places: what it says in the right encoding, and not in a wrong one."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

#: Signs that stand between words, and tell nothing of the encoding.
_SIGNS = "’‘“”–—…«»•°№§·´®™、，。（）《》：；！？／　"
_WORD = re.compile(r"[A-Za-z\u0080-\U0010ffff]+")
_BETWEEN = re.compile(f"[{_SIGNS}\xa0\u200e\u200f\u200c\u200d]+")
#: Between two letters these join a word; of the others one in a word's middle shows a wrong encoding.
_SPLIT = re.compile("(?<=[A-Za-z\u00c0-\u052f])[“”…«»•°№§®™](?=[A-Za-z\u00c0-\u052f])")

_Value = Callable[[str, str], float]


def plausibility(text: str, encoding: str) -> float:
    """Return how plausible the letters beyond ASCII are, 0 to 1, with a little more where words are family names."""
    value = _VALUES[_SCRIPTS.get(encoding, "LATIN")]
    surnames = _SURNAMES.get(encoding, "")
    whole, weight, words, named = 0.0, 0, 0, 0
    for word in _words(text):
        letters = sum(not each.isascii() for each in word)
        whole += value(word, encoding) * letters
        weight, words, named = weight + letters, words + 1, named + (word[0] in surnames)
    signs = len(_SPLIT.findall(text))
    return (whole + 0.2 * weight * named / words) / (weight + signs) if words else 0.0


def _words(text: str) -> Iterator[str]:
    for run in _WORD.findall(text):
        yield from (word for word in _BETWEEN.split(run) if not word.isascii())


# ---- scripts of letters

#: Which script a code page is for, beside Latin letters.
_SCRIPTS = {
    "gb18030": "HAN", "big5hkscs": "HAN", "cp950": "HAN", "cp932": "HAN", "euc_jp": "HAN", "cp949": "HAN",
    "cp1251": "CYRILLIC", "koi8_r": "CYRILLIC", "cp866": "CYRILLIC", "cp1253": "GREEK", "cp1255": "HEBREW",
    "cp1256": "ARABIC", "cp874": "THAI",
}  # fmt: skip
_WRONG: Mapping[str, re.Pattern[str]] = {
    "GREEK": re.compile(r"ς[^\W\d_]|σ$|\w\w[ΆΈΉΊΌΎΏ]"),
    "HEBREW": re.compile("[ךםןףץ][א-ת]|^[\u0591-\u05c7]"),
    "ARABIC": re.compile("ة[ء-ي]|ى[ء-ي]"),
    "THAI": re.compile("^[ะ-ฺ็-๎]|[เ-ไ](?![ก-ฮ])|[ะ-ฺ]{3}"),
    "CYRILLIC": re.compile("^[ъыь]|[ъь]{2}", re.IGNORECASE),
}


def _in_script(word: str, encoding: str) -> float:
    """Value a word of a code page of one script: all in it, and in the case that names are written in."""
    script = _SCRIPTS[encoding]
    if all(_script_of(each) in {script, "MARK"} for each in word):
        return 0.0 if _WRONG[script].search(word) else _cased(word)
    return 0.4 * _latin(word, encoding)


def _latin(word: str, encoding: str) -> float:
    """Value a word of Latin letters: most without marks, none of them a sign, all in one of the page's languages."""
    if any(_script_of(each) not in {"LATIN", "MARK"} for each in word) or _script_of(word[0]) == "MARK":
        return 0.0
    foreign = sum(not each.isascii() for each in word)
    if len(word) > 1 and foreign > 0.6 * len(word):
        return 0.0
    marked = {each for each in word.casefold() if not each.isascii() and _script_of(each) != "MARK"}
    spoken = any(marked <= letters for letters in _LANGUAGES.get(encoding, _WESTERN))
    return _cased(word) if spoken else 0.8 * _cased(word)


def _letters(words: str) -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, words.split()))


#: Letters beyond ASCII of the languages that are written in a code page, each by itself.
_WESTERN = _letters("àâæçèéêëîïôùûüœÿ áéíóúüñ áâãàçéêíóôõúü äöüßé åäöøæéü àèéìíòóù áðéíóúýþæö")
_LANGUAGES = {
    "cp1250": _letters("ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíľĺňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž äöüß"),
    "cp1254": _letters("çğıöşüâîû\u0307"),
    "cp1257": _letters("āčēģīķļņšūž ąčęėįšųūž äõöüšž"),
    "cp1258": _letters("ăâđêôơưáàéèíóúùý"),
}


def _cased(word: str) -> float:
    """Value a word by its case: capitals stand first or everywhere, and what is a name begins with one."""
    if word.isupper() or not any(each.isupper() or each.islower() for each in word):
        return 1.0
    for before, each in pairwise(word):
        if each.isupper() and (before.islower() if not each.isascii() else not before.isascii()):
            return 0.0
    return 1.0 if word[0].isupper() or word[0].isascii() else 0.8


@lru_cache(4096)
def _script_of(character: str) -> str:
    if unicodedata.category(character) in {"Mn", "Mc"} and "COMBINING" in unicodedata.name(character, ""):
        return "MARK"
    if not character.isalpha() and unicodedata.category(character) not in {"Mn", "Mc"}:
        return ""
    return unicodedata.name(character, "").split(" ")[0]


# ---- Han, kana and hangul


def _in_han(word: str, encoding: str) -> float:
    letters = [_common(each, encoding) for each in word if not each.isascii()]
    return sum(letters) / len(letters)


@lru_cache(20_000)
def _common(character: str, encoding: str) -> float:
    """Return how common a character is, by where its encoding's standard has put it: common ones come first."""
    try:
        code = character.encode(encoding)
    except UnicodeEncodeError:
        return 0.0
    plain = len(code) == 2 and (code[1] >= 0xA1 or encoding in {"big5hkscs", "cp950", "cp932"})
    match unicodedata.name(character, "").partition(" ")[0]:
        case "HIRAGANA" | "KATAKANA" | "KATAKANA-HIRAGANA":
            return 1.0 if encoding in {"cp932", "euc_jp"} else 0.3
        case "FULLWIDTH" | "IDEOGRAPHIC" | "HALFWIDTH" as width:
            return 0.4 if width == "HALFWIDTH" else 0.8
        case "HANGUL":
            return 1.0 if plain and encoding == "cp949" else 0.3
        case "CJK" if plain:
            return _by_level(code[0], encoding)
        case _:
            return 0.1


def _by_level(first: int, encoding: str) -> float:
    common, rare = _LEVELS[encoding]
    return 1.0 if first in common else 0.55 if first in rare else 0.2


#: First bytes of the common Han characters and of the rarer ones (GB 2312, Big5, JIS X 0208, KS X 1001).
_LEVELS = {
    "gb18030": (range(0xB0, 0xD8), range(0xD8, 0xF8)),
    "big5hkscs": (range(0xA4, 0xC7), range(0xC9, 0xFA)),
    "cp950": (range(0xA4, 0xC7), range(0xC9, 0xFA)),
    "cp932": (range(0x88, 0x98), range(0x98, 0xFD)),
    "euc_jp": (range(0xB0, 0xD0), range(0xD0, 0xF5)),
    "cp949": (range(0), range(0)),
}
_TRADITIONAL = (
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁馬"
    "蔣唐卓藍馮姚石董紀歐程連古汪湯姜田康鄒白涂尤巫韓龔嚴袁"
)
_SURNAMES = {
    "gb18030": "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧阳司诸葛上官尚",
    "big5hkscs": _TRADITIONAL,
    "cp950": _TRADITIONAL,
    "cp949": "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명",
}

_VALUES: Mapping[str, _Value] = {"HAN": _in_han, "LATIN": _latin} | dict.fromkeys(
    ("CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI"), _in_script
)
