"""The words of a printed manifest in the languages that a forum or a bus may have."""

from checkin_app.domain.forum import Language, Words

#: By key, then language.  A forum's first two languages stand side by side on the paper.
WORDS: dict[str, dict[Language, str]] = {
    "manifest": {"zh": "乘车名单", "en": "Manifest", "fr": "Liste des passagers", "ru": "Список пассажиров", "es": "Lista de pasajeros", "ar": "قائمة الركاب"},
    "plate": {"zh": "车牌", "en": "Plate", "fr": "Immatriculation", "ru": "Номер", "es": "Matrícula", "ar": "رقم اللوحة"},
    "bay": {"zh": "车位", "en": "Bay", "fr": "Quai", "ru": "Место", "es": "Andén", "ar": "الموقف"},
    "departs": {"zh": "发车", "en": "Departs", "fr": "Départ", "ru": "Отправление", "es": "Salida", "ar": "المغادرة"},
    "driver": {"zh": "司机", "en": "Driver", "fr": "Conducteur", "ru": "Водитель", "es": "Conductor", "ar": "السائق"},
    "driver_phone": {"zh": "司机电话", "en": "Driver's phone", "fr": "Tél. du conducteur", "ru": "Телефон водителя", "es": "Tel. del conductor", "ar": "هاتف السائق"},
    "guide": {"zh": "导游", "en": "Guide", "fr": "Guide", "ru": "Гид", "es": "Guía", "ar": "المرشد"},
    "coordinator": {"zh": "领队", "en": "Coordinator", "fr": "Responsable", "ru": "Координатор", "es": "Coordinador", "ar": "المنسق"},
    "languages": {"zh": "语言", "en": "Languages", "fr": "Langues", "ru": "Языки", "es": "Idiomas", "ar": "اللغات"},
    "seats": {"zh": "座位", "en": "Seats", "fr": "Places", "ru": "Места", "es": "Plazas", "ar": "المقاعد"},
    "listed": {"zh": "名单人数", "en": "Listed", "fr": "Inscrits", "ru": "В списке", "es": "Inscritos", "ar": "في القائمة"},
    "aboard": {"zh": "已上车", "en": "Aboard", "fr": "À bord", "ru": "В автобусе", "es": "A bordo", "ar": "على متن الحافلة"},
    "to_come": {"zh": "未上车", "en": "Still to come", "fr": "Encore attendu", "ru": "Ожидается", "es": "Por llegar", "ar": "لم يصعد بعد"},
    "missing": {"zh": "缺席", "en": "Missing", "fr": "Manquant", "ru": "Отсутствует", "es": "Ausente", "ar": "غائب"},
    "safe": {"zh": "安全，在车", "en": "Safe, aboard", "fr": "En sécurité, à bord", "ru": "В безопасности, в", "es": "A salvo, a bordo", "ar": "بأمان، في"},
    "got_off": {"zh": "已下车", "en": "Got off", "fr": "Descendu", "ru": "Вышел", "es": "Bajó", "ar": "نزل"},
    "unlisted": {"zh": "名单外", "en": "Not on the list", "fr": "Hors liste", "ru": "Вне списка", "es": "Fuera de lista", "ar": "خارج القائمة"},
    "souls": {"zh": "车上总人数", "en": "Souls aboard", "fr": "Personnes à bord", "ru": "Всего людей", "es": "Personas a bordo", "ar": "مجموع الأشخاص"},
    "delegates": {"zh": "代表", "en": "Delegates", "fr": "Délégués", "ru": "Делегаты", "es": "Delegados", "ar": "المندوبون"},
    "version": {"zh": "版本", "en": "Version", "fr": "Version", "ru": "Версия", "es": "Versión", "ar": "الإصدار"},
    "printed": {"zh": "打印时间", "en": "Printed", "fr": "Imprimé", "ru": "Напечатано", "es": "Impreso", "ar": "طُبع"},
    "checksum": {"zh": "校验码", "en": "Checksum", "fr": "Contrôle", "ru": "Контроль", "es": "Control", "ar": "رمز التحقق"},
    "page": {"zh": "页", "en": "Page", "fr": "Page", "ru": "Стр.", "es": "Página", "ar": "صفحة"},
    "name": {"zh": "姓名", "en": "Name", "fr": "Nom", "ru": "Имя", "es": "Nombre", "ar": "الاسم"},
    "delegation": {"zh": "代表团", "en": "Delegation", "fr": "Délégation", "ru": "Делегация", "es": "Delegación", "ar": "الوفد"},
    "badge": {"zh": "证件号", "en": "Badge", "fr": "Badge", "ru": "Бейдж", "es": "Credencial", "ar": "البطاقة"},
    "phone": {"zh": "电话", "en": "Phone", "fr": "Téléphone", "ru": "Телефон", "es": "Teléfono", "ar": "الهاتف"},
    "state": {"zh": "状态", "en": "State", "fr": "État", "ru": "Статус", "es": "Estado", "ar": "الحالة"},
    "nobody": {"zh": "名单为空", "en": "Nobody is listed", "fr": "Liste vide", "ru": "Список пуст", "es": "Lista vacía", "ar": "القائمة فارغة"},
}  # fmt: skip


def words(key: str, languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Return one label in each of `languages`, English standing for one that is not here."""
    return tuple(dict.fromkeys(Words(WORDS[key]).in_(language) for language in languages))


def word(key: str, languages: tuple[Language, ...]) -> str:
    return " ".join(words(key, languages))
