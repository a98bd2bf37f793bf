"""Rows of a list that are nobody: places kept free, sums, and lines about the list itself."""

import re
import unicodedata
from functools import lru_cache

from checkin_app.domain.lists.notes import Why

#: What stands where the name of somebody will stand who is not named yet.
_FREE = """
    tbc|tbd|tba|tbn|to be confirmed|to be determined|to be decided|to be announced|to be nominated|to be named
    to be designated|to be advised|to be appointed|to follow|name to follow|name tbc|name pending|pending|not yet named
    not yet nominated|not yet known|not known|not nominated|not applicable|not available|n/a|na|none|vacant
    vacancy|vacant seat|vacant post|unassigned|unknown|no name|reserved|reserved seat|reserve seat|placeholder|n.n.|n. n.
    no show|nobody|no one
    à confirmer|à désigner|à déterminer|à préciser|à nommer|vacante|non désigné|pas encore désigné|néant|poste vacant
    por confirmar|por definir|por designar|por determinar|por nombrar|sin confirmar|sin designar|no designado
    a confirmar|a definir|a designar|a nomear|não definido|não designado
    noch offen|noch zu benennen|noch nicht bekannt|noch unbekannt|noch nicht benannt|unbesetzt|vakant|wird nachgereicht
    wird benannt|wird noch benannt|nicht bekannt|folgt|keine angabe
    уточняется|будет уточнено|будет уточнен|подлежит уточнению|вакансия|вакантно|не определен|не назначен|не указано|нет
    待定|未定|待确认|待確認|暂定|暫定|暂缺|暫缺|空缺|空|空白|无|無|没有|沒有|未确定|未確定|待通知|待补|待補|待报|待報|预留|預留|人选待定
    人選待定|名单待定|待公布|暂无|暫無|另行通知|调整中
    미정|미확정|추후 통보|추후통보|추후 확정|없음|공석|해당 없음|未確認|調整中|なし|該当なし|後日連絡
    شاغر|يحدد لاحقا|يحدد لاحقًا|سيحدد لاحقا|سيتم تحديده|سيتم تأكيده|لا يوجد|غير محدد|لم يحدد بعد
"""
_SUMS = """
    total|totals|grand total|subtotal|sub-total|sub total|overall total|total général|total general|total geral|sous-total
    subtotais|suma total|somme totale|gesamt|gesamtsumme|gesamtzahl|zwischensumme|insgesamt|summe|итого|всего|общий итог
    合计|合計|总计|總計|小计|小計|共计|共計|总人数|總人數|合计人数|合計人數|总数|總數|计|합계|총계|소계|총인원|المجموع|الإجمالي|الاجمالي
    المجموع الكلي
"""
_ABOUT = """
    end of list|end of the list|end|end of document|end of file|continued|cont|cont'd|contd|continued on next page
    continued overleaf|intentionally left blank|this page intentionally left blank|blank below|nothing below
    confidential|fin de liste|fin de la liste|fin de la lista|fim da lista|ende der liste|fortsetzung|конец списка
    example|an example|sample|ejemplo|exemple|beispiel|пример|示例|样例|樣例|例|范例|範例|记入例|記入例|예시
    以下空白|以下无正文|以下無正文|此页空白|本页空白|以下余白|이하 여백|이하여백|نهاية القائمة
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(_bare(word) for line in text.split("\n") for word in line.split("|") if word.strip())


def _bare(text: str) -> str:
    return _as_compared(text).strip(" .:…-–—_*=#()[]<>«»\"'【】〔〕〈〉《》“”")


def _as_compared(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


_EXACT = {
    word: why
    for why, text in ((Why.PLACE_KEPT, _FREE), (Why.SUM, _SUMS), (Why.ABOUT_LIST, _ABOUT))
    for word in _words(text)
}
_PAGE = re.compile(r"[-–—]\s*\d+\s*[-–—]")
_MARKED = re.compile(r"[(（\[<](?:null|blank|empty|nil|none|vide|leer|vacío|пусто)[)）\]>]", re.IGNORECASE)
#: A person may be called so; in capitals nobody is.
_A_NAME = frozenset({"Na", "na"})

_PEOPLE = r"(?:people|persons?|pax|participants?|delegates?|guests?|members?|attendees?|personnes|personas|pessoas|personen|чел(?:овек)?\.?|人|名|位|명)"
_PATTERNS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (
        Why.PLACE_KEPT,
        re.compile(
            r"(?:tbc|tbd|tba|tbn|vacant|reserved?|待定|预留|預留)[\s#(（]*\d+[)）]?"
            r"|name (?:to be|will be|not yet)\b.*|to be (?:confirmed|determined|announced|nominated|named|advised)\b.*"
            r"|(?:vacant|reserved) (?:for|seat|place|post|position)\b.*|.{0,12}(?:人选|人選|名单|姓名)(?:待定|未定|待报)"
        ),
    ),
    (
        Why.SUM,
        re.compile(
            r"(?:(?:grand|sub|over-?all)[ -]?)?totals?(?: (?:number|no\.?))?(?: of)?(?: "
            + _PEOPLE
            + r")?\s*[:=]?\s*[\d.,]*\s*"
            + _PEOPLE
            + "?"
            r"|(?:合计|合計|总计|總計|小计|小計|共计|共計|总人数|總人數|共|총|계|итого|всего|gesamt(?:zahl)?|insgesamt|summe|sum|합계|المجموع|الإجمالي)"
            r"\s*[:=]?\s*[\d.,]+\s*" + _PEOPLE + "?"
            r"|[\d.,]+\s*" + _PEOPLE + r"|sum\s*[:=].*|(?:number|count) of " + _PEOPLE + r"\b.*"
        ),
    ),
    (
        Why.ABOUT_LIST,
        re.compile(
            r"(?:page|p\.|pg\.?|seite|página|pagina|стр(?:аница|\.)?|صفحة|페이지|ページ)\s*\d+(?:\s*(?:of|/|sur|von|de|из|من)\s*\d+)?"
            r"|e\.? ?g\.?[\s:].*|(?:example|sample|exemple|ejemplo|beispiel|пример|示例|样例|樣例|例|范例|範例|记入例|記入例|예시)\s*[:：].*"
            r"|第\s*\d+\s*[页頁ページ]+.*|\d+\s*/\s*\d+|共\s*\d+\s*[页頁].*"
            r"|(?:prepared|compiled|approved|checked|reviewed|verified|submitted|printed|generated|exported|issued|drafted|created)"
            r" (?:by|on|at|from)\b.*|(?:signed|signature|date|note|notes|nb|remarks?|source|status|updated|last updated|version"
            r"|contact|contact person|tel|phone|e-?mail|fax)\s*[:=].*|as (?:of|at) \d.*|last updated\b.*"
            r"|(?:établi|préparé|approuvé|elaborado|preparado|aprobado|aprovado|erstellt|geprüft|genehmigt|stand|fecha|data|datum"
            r"|подготовил\w*|составил\w*|утвержда\w*|исполнитель|дата|أعد\w*|التاريخ)\b(?: (?:par|por|von|am|le|el|em)\b.*|\s*[:=].*)"
            r"|(?:填表|制表|製表|填报|填報|审核|審核|批准|经办|經辦|联系|聯絡|聯繫|联络|负责|負責|填写|填寫|复核|覆核|签字|签名|簽名|盖章|打印"
            r"|统计|統計|报送|制作|작성|확인)(?:人|者|日期|单位|單位|时间|時間|部门|电话|자)?\s*[:=].*"
            r"|(?:日期|时间|時間|备注|備註|注|说明|說明|附注|附件|비고)\d?\s*[:=].*|以上\s*\d*\s*[名人位]?"
        ),
    ),
)
_LONGEST = 120
#: With one of these begins whatever is nobody's and has neither a digit nor a sign in it.
FIRST_WORDS = frozenset(word.split(maxsplit=1)[0] for word in _EXACT if word) | frozenset(
    """
    total totals grand sub over overall tbc tbd tba tbn vacant reserve reserved e.g. name to prepared compiled approved checked
    reviewed verified submitted printed generated exported issued drafted created as last établi préparé approuvé
    elaborado preparado aprobado aprovado erstellt geprüft genehmigt number count
    """.split()  # noqa: SIM905 - words, to be read as words
)


@lru_cache(maxsize=64)  # of one row's texts it is asked by each who reads them
def nobody(text: str) -> Why | None:
    """Return why what stands for a name is nobody's; None where it may be one."""
    if len(text) > _LONGEST:
        return None
    bare = _bare(text)
    if (found := _EXACT.get(bare)) is not None:
        return None if text in _A_NAME else found
    if not text[:1].isalnum():
        if _MARKED.fullmatch(text):
            return Why.PLACE_KEPT
        if _PAGE.fullmatch(text):
            return Why.ABOUT_LIST
    folded = _as_compared(text).strip(" .()[]*-–—")
    return next((why for why, pattern in _PATTERNS if pattern.fullmatch(folded)), None)


_GROUP = re.compile(
    r"(?:the )?(?:delegation|group|team|members?|representatives?|mission|list|heads?|ministers|ministry|secretariat|press|media|speakers"
    r"|observers|interpreters|staff|vips?|délégation|groupe|membres|delegación|grupo|miembros|delegação|gruppe|mitglieder"
    r"|делегация|группа|члены|وفد|مجموعة)\b.*|.*(?:delegation|代表团|代表團|代表队|团组|组|組|小组|一行|团|대표단|делегация|وفد)"
    r"|[一二三四五六七八九十]+\s*[、.．].*|(?:[ivx]+|[a-z]|\d+)\s*[.)]\s*\S.*|.*[:：]",
    re.IGNORECASE,
)


def is_group(text: str) -> bool:
    """Return whether what stands alone in its row reads like the heading of those that follow."""
    return len(text) <= _LONGEST and _GROUP.fullmatch(text) is not None
