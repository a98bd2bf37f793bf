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
