"""Whether somebody on a list comes, as its column of statuses says in the languages that secretariats write."""

from checkin_app.domain.lists.halves import meant
from checkin_app.domain.names.folding import fold

_COMES = """
    confirmed|registered|accepted|approved|attending|attended|yes|y|ok|active|valid|complete|completed|paid|participating|will attend
    present|in person|going|accept|granted|issued|admitted|checked in
    confirmé|confirmée|inscrit|inscrite|accepté|acceptée|oui|présent|présente|validé|validée|confirmado|confirmada|inscrito|inscrita
    aceptado|aceptada|sí|si|sim|aprovado|aprovada|aprobado|aprobada|asiste|asistirá|aceito|aceita
    bestätigt|angemeldet|zugesagt|ja|nimmt teil|akzeptiert|подтвержден|подтверждено|подтверждена|зарегистрирован|зарегистрирована
    да|участвует|принято|принят|одобрено|مؤكد|مؤكدة|مسجل|مسجلة|نعم|مقبول|سيحضر|حاضر
    已确认|确认|已報名|已报名|已注册|已註冊|已通过|通过|通過|已審核|已审核|有效|正常|参加|參加|出席|参会|參會|已確認|確認|是|审核通过|已缴费|確定|确定
    확인|확정|참석|참가|등록|승인|등록완료|승인완료|예|出席予定|参加予定|確認済|確認済み|登録済|登録済み
"""
_DOES_NOT = """
    cancelled|canceled|cancel|cancellation|withdrawn|withdrew|withdraw|declined|decline|regret|regrets|regretted|rejected|refused|denied
    not attending|will not attend|not coming|no show|no-show|absent|apologies|sent apologies|removed|deleted|struck|void|invalid|revoked
    not approved|not accepted|disapproved|dropped|dropped out|pulled out|terminated|expired|not participating|unable to attend|no|n
    annulé|annulée|annule|refusé|refusée|décliné|déclinée|désisté|désistée|désistement|retiré|retirée|excusé|excusée|absente|non
    ne vient pas|ne participe pas|rejeté|rejetée
    cancelado|cancelada|anulado|anulada|rechazado|rechazada|retirado|retirada|no asiste|no asistirá|ausente|declinado|baja|no participa
    desistiu|recusado|recusada|não comparecerá|não participa|desistência|não
    storniert|abgesagt|absage|abgelehnt|zurückgezogen|abgemeldet|nimmt nicht teil|entschuldigt|nein|gestrichen
    отменено|отменен|отменён|отменена|отмена|отказ|отказался|отказалась|отозван|отозвана|отклонен|отклонено|отклонён|отклонена|не участвует
    не приедет|снят|снята|нет|аннулировано|не придет
    ملغى|ملغاة|ملغي|ملغية|إلغاء|تم الإلغاء|منسحب|منسحبة|انسحب|اعتذر|اعتذرت|معتذر|مرفوض|مرفوضة|لن يحضر|غائب|لا
    撤销|已撤销|取消|已取消|撤回|已撤回|退出|已退出|不参加|不參加|不来|不來|不出席|未通过|未通過|拒绝|已拒绝|拒絕|已拒絕|作废|已作废|作廢|无效|無效|撤銷|已撤銷
    请假|請假|缺席|不能参加|无法参加|無法參加|删除|已删除|刪除|注销|已注销|审核不通过|否|因故取消|不参会
    취소|취소됨|불참|거절|철회|참가취소|등록취소|반려|아니오|아니요|キャンセル|取消し|取り消し|欠席|不参加|辞退|却下
"""


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for line in words.split("\n") for word in line.split("|") if word.strip())


_SAID = dict.fromkeys(_folded(_COMES), True) | dict.fromkeys(_folded(_DOES_NOT), False)


def comes(text: str) -> bool | None:
    """Return whether a status says that somebody comes; None where it is not known, or says two things."""
    return meant(text, lambda said: _SAID.get(fold(said)))
