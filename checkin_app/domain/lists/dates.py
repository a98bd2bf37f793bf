"""What a spreadsheet makes of a number such as 3-1: a date or time, in the words of its country."""

import re

#: Months as spreadsheets write them, shortened by three or four letters in the languages of lists.
_MONTHS = """
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
    november december janv févr mars avr mai juin juil août déc janvier février avril juillet septembre octobre novembre
    décembre januar februar märz mrz juni juli okt oktober dez dezember ene abr ago dic enero febrero marzo abril mayo
    junio julio agosto septiembre octubre noviembre diciembre fev set out fevereiro março maio junho julho setembro
    outubro novembro dezembro gen mag giu lug ott gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    янв фев мар апр май мая июн июл авг сен сент окт ноя дек января февраля марта апреля июня июля августа сентября
    октября ноября декабря يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
"""
_MONTH = "(?:" + "|".join(sorted(_MONTHS.split(), key=len, reverse=True)) + r")\.?"
_DAY, _NUMBER_OF_MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_TIME = r"\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AP]\.?M\.?)?"
_DATED = re.compile(
    rf"(?:{_YEAR}([-/.]){_NUMBER_OF_MONTH}\1{_DAY}"
    rf"|(?:{_DAY}([-/.]){_NUMBER_OF_MONTH}|{_NUMBER_OF_MONTH}([-/.]){_DAY})(?:\2|\3){_YEAR}"
    rf"|{_DAY}([/.]){_NUMBER_OF_MONTH}\4\d\d|{_NUMBER_OF_MONTH}/{_DAY}/\d\d"
    rf"|{_DAY}[-/. ]{{1,2}}{_MONTH}(?:[-/. ]{{1,2}}(?:{_YEAR}|\d\d))?"
    rf"|{_MONTH}[-/. ]{{1,2}}(?:{_YEAR}|\d\d|{_DAY})"
    rf"|(?:{_YEAR} ?[年년] ?)?{_NUMBER_OF_MONTH} ?[月월] ?(?:{_DAY} ?[日일]?)?|{_YEAR} ?[年년])"
    rf"(?:[ T]{_TIME})?|\d{{1,2}}:\d\d(?::\d\d| ?[AP]M)(?: ?[AP]M)?",
    re.IGNORECASE,
)
_LONGEST_DATE, _DIGIT = 32, re.compile("[0-9]")
_BEGINNINGS = frozenset(month[:3].casefold() for month in _MONTHS.split())


def is_dated(text: str) -> bool:
    """Return whether a text reads like a date or time that a spreadsheet made of a number such as 3-1."""
    return (
        len(text) <= _LONGEST_DATE
        and bool(_DIGIT.search(text))
        and _may_be_dated(text)
        and bool(_DATED.fullmatch(text))
    )


def _may_be_dated(text: str) -> bool:
    """Return whether a text begins as dates do: nearly all names with digits are told from them by this."""
    head = text[:3]
    return head[0].isdecimal() or not head.isascii() or head.casefold() in _BEGINNINGS
