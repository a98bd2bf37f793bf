"""How people are addressed: told apart from what they are by their words."""

import re

from checkin_app.domain.names.folding import fold

#: Folded words of address; what consists of them alone is no post.
_WORDS = frozenset(
    """
    mr mrs ms miss mx mister missus messrs dr drs prof professor doctor rev reverend fr father sister sir dame lord lady
    hon honourable honorable rt right the madam madame mme m mlle mademoiselle monsieur maitre me pr docteur professeur
    h e he hh hrh his her excellency exc highness majesty royal serene eminence holiness sheikh shaikh sheikha
    ing eng ir arch dipl dra sr sra srta senor senora senorita don dona ilmo excmo excma exmo exma lic mtro mtra
    herr frau hr fr herrn doktor magister mag univ univprof jur med phil rer nat h c habil
    s e son sa excellence lord hajji haji datuk dato datin tan sri puan encik bapak ibu pak bpk drg
    engr atty capt captain col gen lt maj sgt cdr adm amb ambassador ambassadeur embajador
    г н господин г жа госпожа гн гжа д р доктор проф профессор его ее превосходительство
    السيد السيده الدكتور الدكتوره د أ ا م المهندس الاستاذ الاستاذه سعاده معالي الشيخ الشيخه سمو صاحب
    """.split()  # noqa: SIM905 - words, to be read as words
)
_HAN = re.compile(
    r"(?:尊敬的)?(?:先生|女士|小姐|太太|夫人|博士|教授|副教授|院士|阁下|閣下|殿下|老师|老師|同志|さん|様|氏|님|씨|귀하|선생님|박사|교수|여사)+"
)
_BETWEEN = re.compile(r"[\s.,/&()（）、·\-]+|\band\b|\bet\b|\by\b")
_LONGEST = 60


def is_honorific(text: str) -> bool:
    """Return whether a text addresses somebody and says nothing else: ``H.E. Mr.``, ``Prof. Dr.``, ``先生``."""
    if not text or len(text) > _LONGEST:
        return False
    words = [folded for word in _BETWEEN.split(text) for folded in fold(word).split()]
    return bool(words) and all(word in _WORDS or _HAN.fullmatch(word) for word in words)
