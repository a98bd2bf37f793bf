"""Fictional guests, one for each script that forums have met."""

CODE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
NAMES = {
    "arabic": ("ليلى الحداد", "Layla AL-HADDAD", "Nile Basin Transit Authority"),
    "han": ("欧阳景逸", "OUYANG Jingyi", "中国"),
    "latin": ("Oyelaran Adéṣínà", "", "Republic of Benin"),
    "devanagari": ("राजेंद्र क्षत्रिय", "Rajendra KSHATRIYA", "Nepal"),
    "ethiopic": ("አበበ ቢቂላ", "Abebe BIKILA", "Ethiopia"),
    "thai": ("สมชาย ใจดีน้ำ", "Somchai JAIDEENAM", "Thailand"),
    "hangul": ("김민준", "KIM Min-jun", "Republic of Korea"),
    "georgian": ("გიორგი რუსთაველი", "Giorgi RUSTAVELI", "Georgia"),
    "bengali": ("রবীন্দ্রনাথ ঠাকুর", "Rabindranath THAKUR", "Bangladesh"),
    "cyrillic": ("Рустам Оюнов", "Rustam OYUNOV", "Кыргызская Республика"),
}
#: Names that badges were too small for, with the Latin name and delegation of each.
HARD = (
    *NAMES.values(),
    (
        "Oyelaran Adéṣínà-Olúwatóyìn Babátúndé Ọlákúnlé",
        "",
        "Directorate General for the Coordination of Inland Waterways",
    ),
    ("María de los Ángeles Fernández de Córdoba y Álvarez de Toledo", "", "Plurinational State of Bolivia"),
    ("阿卜杜拉·穆罕默德·艾哈迈德·哈桑", "Abdullah Mohammed Ahmed HASSAN", "中华人民共和国"),
    ("Wickramasinghe Arachchige Don Thilakaratne Bandaranaike", "", "Democratic Socialist Republic of Sri Lanka"),
    ("นายสมชาย ใจดีน้ำ ณ อยุธยาศักดิ์", "Somchai JAIDEENAM NA AYUTTHAYASAK", "Thailand"),
    ("བསྟན་འཛིན་རྒྱ་མཚོ", "TENZIN Gyamtso", ""),
    ("محمد عبد الرحمن بن عبد العزيز آل سعود", "Mohammed Abdulrahman bin Abdulaziz AL SAUD", "Kingdom of Saudi Arabia"),
)
