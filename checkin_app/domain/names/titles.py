"""Titles and forms of address in the six languages of the United Nations: typed before or after a name, and no part of it."""

import re

from checkin_app.domain.names.folding import fold

#: English, French, Spanish, Russian, Arabic; what parts a title, such as a dash or a full stop, makes words of it.
_SPOKEN = """
    mr, mister, mrs, ms, miss, mx, madam, maam, sir, dame, lord, lady, dr, doctor, prof, professor, assoc prof, phd, ph d,
    md, mba, esq, he, h e, hh, h h, hrh, h r h, hm, his excellency, her excellency, their excellencies, your excellency,
    his highness, her highness, his royal highness, her royal highness, excellency, hon, honourable, honorable, the hon,
    the honourable, the honorable, rt hon, the rt hon, right honourable, rev, reverend, capt, captain, col, colonel, lt,
    lieutenant, maj, major, gen, general, brig, brigadier, sgt, adm, admiral, amb, ambassador, minister, deputy minister,
    prime minister, vice minister, president, vice president, chancellor, director, director general, secretary,
    secretary general, senator, sen, governor, gov, mayor, judge, justice, chief, sheikh, shaikh, prince, princess, king,
    queen, eng, engr, engineer, jr, sr, chairman, chairwoman, chairperson, commissioner, consul, attache, councillor

    monsieur, m, messieurs, madame, mme, mesdames, mademoiselle, mlle, docteur, docteure, dre, pr, professeur, professeure,
    maitre, me, son excellence, leurs excellences, votre excellence, s e, s e m, sem, s e mme, sa majeste, ministre,
    ambassadeur, ambassadrice, directeur, directrice, directeur general, directrice generale, presidente, depute, deputee,
    senateur, senatrice, monseigneur, mgr, maire, ingenieur

    senor, senora, senorita, sr, sra, srta, sres, sras, don, d, dona, dna, doctora, dra, profesor, profesora, profa,
    licenciado, licenciada, lic, licda, ingeniero, ingeniera, ing, arquitecto, arquitecta, arq, abogado, abogada, abg, mtro,
    mtra, excelentisimo, excelentisima, excmo, excma, ilustrisimo, ilustrisima, ilmo, ilma, su excelencia, s exc,
    vuestra excelencia, excelencia, ministro, ministra, embajador, embajadora, directora, diputado, diputada, senador,
    senadora, canciller, alcalde, alcaldesa, coronel, capitan, gobernador, gobernadora, secretario, secretaria

    господин, госпожа, господа, г-н, г-жа, гн, гжа, г, доктор, д-р, профессор, проф, академик, акад, доцент, инженер,
    товарищ, тов, мистер, миссис, мисс, месье, мадам, сэр, леди, его превосходительство, её превосходительство,
    ваше превосходительство, превосходительство, его высочество, её высочество, уважаемый, уважаемая, министр,
    замминистра, заместитель министра, премьер-министр, посол, чрезвычайный и полномочный посол, директор,
    генеральный директор, президент, вице-президент, председатель, секретарь, генеральный секретарь, депутат, сенатор,
    губернатор, мэр, судья, генерал, полковник, капитан, майор, адмирал, атташе, консул, советник, к-н, к-т н, д-р наук

    السيد, السيدة, السيده, سيد, سيدة, الآنسة, آنسة, السادة, الدكتور, الدكتورة, دكتور, دكتورة, د, الأستاذ, الأستاذة, أستاذ,
    أستاذة, أ, أ د, البروفيسور, بروفيسور, المهندس, المهندسة, مهندس, م, المحامي, الشيخ, الشيخة, شيخ, الأمير, الأميرة, أمير,
    سعادة, معالي, فخامة, دولة, سمو, صاحب السمو, صاحبة السمو, صاحب السمو الملكي, صاحب السعادة, صاحب المعالي, صاحب الفخامة,
    جلالة, جلالة الملك, حضرة, السفير, السفيرة, سفير, الوزير, الوزيرة, وزير, الرئيس, رئيس, المدير, المديرة, مدير,
    المدير العام, الأمين العام, النائب, القاضي, القنصل, اللواء, العميد, العقيد, العقيدة, المقدم, الرائد, النقيب, الفريق,
    الحاج, الحاجة, السيناتور
"""
#: Chinese, in both forms of its characters; longer ones first where one ends another.
_CHINESE = """
    先生 女士 小姐 太太 夫人 同志 阁下 閣下 殿下 陛下 博士 教授 老师 老師 师傅 師傅 医生 醫生 大夫 院士 律师 律師 法官 工程师 工程師 总工 總工
    会计师 會計師 处长 處長 局长 局長 部长 部長 司长 司長 厅长 廳長 科长 科長 股长 股長 组长 組長 室主任 主任 主席 委员 委員 委员长 委員長 常委
    总理 總理 首相 总统 總統 国王 國王 大使 公使 参赞 參贊 武官 领事 領事 总领事 總領事 代办 代辦 秘书 秘書 秘书长 秘書長 书记 書記 省长 省長
    市长 市長 区长 區長 县长 縣長 州长 州長 镇长 鎮長 乡长 鄉長 村长 村長 校长 校長 院长 院長 所长 所長 馆长 館長 会长 會長 理事长 理事長
    理事 社长 社長 行长 行長 董事 董事长 董事長 总裁 總裁 总经理 總經理 经理 經理 总监 總監 主管 老板 老闆 总 總 工 团长 團長 代表 首席代表
    议员 議員 议长 議長 将军 將軍 上校 上将 上將 少将 少將 中将 中將 大校 队长 隊長 站长 站長 总干事 總幹事 干事 幹事 专员 專員 顾问 顧問
"""
_LONGEST = 4
"""Words of one title."""
_TITLES = frozenset(
    tuple(fold(title).split()) for line in _SPOKEN.splitlines() for title in line.split(",") if fold(title)
)
_ENDS = "|".join(sorted(_CHINESE.split(), key=len, reverse=True))
#: Before a name, after it, and the way to call a colleague by the surname alone.
_BEFORE = re.compile("^(?:尊敬的|敬爱的|敬愛的|亲爱的|親愛的)")
_AFTER = re.compile(f"(?:(?:常务|常務|第一|前|代)?[副正]?(?:{_ENDS}))+$")
_FAMILIAR = re.compile("^[老小](?=.$)")


def without_titles(words: list[str]) -> list[str]:
    """Return the folded words of a typed text without its titles: none where it is nothing but titles."""
    left = [rest for word in words if (rest := _untitled(word))]
    kept: list[str] = []
    place = 0
    while place < len(left):
        lengths = range(min(_LONGEST, len(left) - place), 0, -1)
        title = next((length for length in lengths if tuple(left[place : place + length]) in _TITLES), 0)
        kept += [] if title else [left[place]]
        place += title or 1
    return kept


def _untitled(word: str) -> str:
    if word.isascii():
        return word
    return _FAMILIAR.sub("", _AFTER.sub("", _BEFORE.sub("", word)))
