"""In which encodings lists come, in the order of the menu that a person corrects the encoding with."""

from collections.abc import Mapping

#: With the languages that are written in each, in their own words, so that whoever knows the list finds its line.
ENCODINGS: Mapping[str, str] = {
    "utf-8": "",
    "gb18030": "简体中文",
    "utf-16-le": "",
    "utf-16-be": "",
    "big5hkscs": "繁體中文",
    "cp950": "繁體中文",
    "cp932": "日本語",
    "euc_jp": "日本語",
    "cp949": "한국어",
    "cp1252": "Français, Español, Deutsch",
    "cp1250": "Polski, Čeština, Magyar",
    "cp1251": "Русский",
    "koi8_r": "Русский",
    "cp866": "Русский",
    "cp1253": "Ελληνικά",
    "cp1254": "Türkçe",
    "cp1255": "עברית",
    "cp1256": "العربية, فارسی",
    "cp1257": "Latviešu, Lietuvių",
    "cp1258": "Tiếng Việt",
    "cp874": "ไทย",
    "mac_roman": "Macintosh",
    "cp850": "MS-DOS",
}
