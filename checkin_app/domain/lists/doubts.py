"""Texts that hold something else than their field does: nothing at all, the row above, an excuse, a number for a name."""

import re
from functools import lru_cache

from checkin_app.domain.lists.headings import is_heading
from checkin_app.domain.lists.statuses import comes
from checkin_app.domain.names.folding import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for line in text.split("\n") for word in line.split("|") if word.strip())


_NOTHING = _words(
    """
    n/a|#n/a|n.a.|n.a|na.|n\\a|null|(null)|nil|(nil)|none|(none)|(blank)|(empty)|not applicable|not available|not known|unknown|undefined|nan
    tbc|tbd|tba|to be confirmed|to be determined|to be advised|to be announced
    无|無|(无)|（无）|暂无|暫無|没有|沒有|待定|待确认|待確認|未定|空|空白|暂缺|不详|不詳|无此项|没有填写|未填|未填写
    なし|無し|未定|該当なし|없음|미정|해당 없음|해당없음|néant|aucun|aucune|sans objet|ninguno|ninguna|no aplica|por confirmar|nenhum
    não se aplica|keine|keiner|kein|keine angabe|entfällt|нет|нет данных|не указано|не указан|لا يوجد|غير محدد
"""
)
#: Blanks are left to the reader of the cell; marks such as ★ or ✓ say something.
_SIGNS = re.compile(r"[\s\-–—―‐‑_./\\*~…·、。•?？]+")
_DITTO = _words(
    """
    ditto|ditto.|do.|-do-|idem|id.|as above|same as above|see above|same|同上|同左|上同|如上|〃|々|同|同前|위와 같음|상동
    dito|dto.|s.o.|s. o.|le même|la même|comme ci-dessus|ídem|igual|lo mismo|то же|тот же|так же|там же|كما سبق|نفسه
"""
)
_DITTO_SIGNS = re.compile(r"[\s\-–—_.]*(?:[\"“”„″''’‘]{1,2}|,,|〃)[\s\-–—_.]*")
#: No word by which a cell says nothing, or what another does, is longer.
LONGEST_WORD = 24
_MOST_SAID = 60


@lru_cache(4096)
def says_nothing(text: str) -> bool:
    """Return whether a cell says that there is nothing to say: ``N/A``, ``-``, ``待定``."""
    return _SIGNS.fullmatch(text) is not None or text.casefold() in _NOTHING


@lru_cache(4096)
def repeats_above(text: str) -> bool:
    """Return whether a cell says that it holds what the row above it does: ``同上``, ``ditto``, a mark of repetition."""
    return text.casefold() in _DITTO or _DITTO_SIGNS.fullmatch(text) is not None


#: Behind a number: those of a house, which no telephone outside can dial with it.
_EXTENSION = re.compile(r"(?:ext\w*|доб\w*|anexo|poste|int|[x#~])[\s.:=№]*\d{1,7}#?$", re.IGNORECASE)


def has_extension(number: str) -> bool:
    """Return whether the number of an extension stands behind that of a telephone."""
    return not number.isdigit() and _EXTENSION.search(number) is not None


#: What says of people that they do not come only beneath a heading that asks for it.
_UNCLEAR = frozenset(
    map(
        fold,
        _words("no|n|non|não|nein|нет|لا|否|아니오|아니요|void|invalid|无效|無效|baja|absente|absent|present|excusé"),
    )
)
#: With these begins what says so at length: "cancelled on 3 May", "not coming, his deputy will".
_SAID_AT_LENGTH = re.compile(
    r"(?:(?:has |was |is )?(?:cancell?ed|withdrawn|withdrew)|(?:will|can|could)(?: ?not|n['’]t) (?:attend|come|participate)"
    r"|(?:is )?(?:not|no longer) (?:attending|coming|participating|able to attend)|(?:is )?unable to (?:attend|come)|sent regrets|regrets"
    r"|annulée?|ne (?:vient|viendra|participe) pas|cancelad[oa]|no (?:asiste|asistirá|viene|participa)|não (?:vem|participa|comparecerá)"
    r"|abgesagt|storniert|kommt nicht|nimmt nicht teil|отменен[оа]?|отказал(?:ся|ась)|не (?:приедет|придет|участвует))\b.*"
    r"|(?:已?取消|已?退出|不参加|不參加|不参会|不出席|不来|不能参加|无法参加|無法參加|因故不|취소|불참|キャンセル|欠席|اعتذر|ملغ).*",
    re.IGNORECASE | re.DOTALL,
)
_AT_THE_END = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,40})[)）\]】]\s*$|\s[-–—:]\s*([^-–—:]{2,40})$")


@lru_cache(4096)
def not_coming(text: str) -> str:
    """Return the words of a text that say of somebody that they do not come; empty where none do.

    They are the whole of it, or stand behind a name, in brackets or behind a dash.
    """
    behind = _AT_THE_END.search(text)
    found = next((each for each in behind.groups() if each), "") if behind else ""
    said = found.strip()
    if said and (_SAID_AT_LENGTH.fullmatch(said) or says_not_coming(said)):
        return said
    whole = _SAID_AT_LENGTH.fullmatch(text) or (len(text) <= LONGEST_WORD and says_not_coming(text))
    return text[:_MOST_SAID] if whole else ""


def says_not_coming(text: str) -> bool:
    """Return whether a text says, wherever it stands, that somebody does not come."""
    return fold(text) not in _UNCLEAR and comes(text) is False


_OFFICE = re.compile(
    r"\b(director|specialist|officer|manager|coordinator|adviser|advisor|consultant|secretariat|foundation"
    r"|ministry|department|directeur|directora?|conseiller|ministère|ministerio|fundaci[óo]n|fondation)\b",
    re.IGNORECASE,
)
_ROLES = _words(
    """
    guest|delegate|participant|attendee|interpreter|driver|assistant|aide|bodyguard|security|staff|journalist|reporter
    嘉宾|代表|参会者|翻译|翻譯|司机|司機|随员|隨員|工作人员|工作人員|秘书|秘書|警卫|记者|記者
"""
)
#: Without one of these a name is neither a number nor an address, nor are its letters encoded.
_SIGNED = re.compile(r"[\d@:=%&\\?_+(（\[【]")
_SPOILT = re.compile(
    rf"@|https?:|^(?:{'|'.join(_ROLES)})\s*(?:no\.?|#)?\s*\d+$|\d{{5}}|^[(（\[【].*[)）\]】]$"
    r"|=[0-9A-F]{2}|%[0-9A-F]{2}|&#?\w+;|\\u[0-9a-f]{4}|_x[0-9A-F]{4}_|\+A[A-Za-z0-9]{1,2}-?|[^\W\d_]\?[^\W\d_]",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[\d\W_]+")


def is_odd_name(text: str) -> bool:
    """Return whether a name reads like an address, an office, a heading, a number, or letters that were encoded."""
    if _SIGNED.search(text) is not None and _SPOILT.search(text) is not None:
        return True
    if is_heading(text) or text.casefold() in _ROLES:
        return True
    return _OFFICE.search(text) is not None or _NO_LETTERS.fullmatch(text) is not None
