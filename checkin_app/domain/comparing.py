"""Words that two people compare, so that nobody stands between their laptops: short to read aloud, and none like another.

Both laptops draw a number after each has bound itself (one by the digest of its own, then the other's, then it opens), so
whoever stands between has one guess and cannot try out: four words of 64 are 24 bits.
"""

import hashlib

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded

COUNT = 4
NONCE_BYTES = 16


class Spoken(Worded):
    """The words, as they are said in each language."""

    APPLE = QT_TRANSLATE_NOOP("Detail", "apple")
    ARROW = QT_TRANSLATE_NOOP("Detail", "arrow")
    BAMBOO = QT_TRANSLATE_NOOP("Detail", "bamboo")
    BELL = QT_TRANSLATE_NOOP("Detail", "bell")
    BIRD = QT_TRANSLATE_NOOP("Detail", "bird")
    BOAT = QT_TRANSLATE_NOOP("Detail", "boat")
    BOOK = QT_TRANSLATE_NOOP("Detail", "book")
    BREAD = QT_TRANSLATE_NOOP("Detail", "bread")
    BRIDGE = QT_TRANSLATE_NOOP("Detail", "bridge")
    BUTTON = QT_TRANSLATE_NOOP("Detail", "button")
    CANDLE = QT_TRANSLATE_NOOP("Detail", "candle")
    CASTLE = QT_TRANSLATE_NOOP("Detail", "castle")
    CLOUD = QT_TRANSLATE_NOOP("Detail", "cloud")
    COIN = QT_TRANSLATE_NOOP("Detail", "coin")
    CROWN = QT_TRANSLATE_NOOP("Detail", "crown")
    DESERT = QT_TRANSLATE_NOOP("Detail", "desert")
    DRAGON = QT_TRANSLATE_NOOP("Detail", "dragon")
    DRUM = QT_TRANSLATE_NOOP("Detail", "drum")
    EAGLE = QT_TRANSLATE_NOOP("Detail", "eagle")
    ELEPHANT = QT_TRANSLATE_NOOP("Detail", "elephant")
    FEATHER = QT_TRANSLATE_NOOP("Detail", "feather")
    FLOWER = QT_TRANSLATE_NOOP("Detail", "flower")
    FOREST = QT_TRANSLATE_NOOP("Detail", "forest")
    GARDEN = QT_TRANSLATE_NOOP("Detail", "garden")
    GOLD = QT_TRANSLATE_NOOP("Detail", "gold")
    HAMMER = QT_TRANSLATE_NOOP("Detail", "hammer")
    HARBOUR = QT_TRANSLATE_NOOP("Detail", "harbour")
    HONEY = QT_TRANSLATE_NOOP("Detail", "honey")
    HORSE = QT_TRANSLATE_NOOP("Detail", "horse")
    ISLAND = QT_TRANSLATE_NOOP("Detail", "island")
    JADE = QT_TRANSLATE_NOOP("Detail", "jade")
    KITE = QT_TRANSLATE_NOOP("Detail", "kite")
    LADDER = QT_TRANSLATE_NOOP("Detail", "ladder")
    LAMP = QT_TRANSLATE_NOOP("Detail", "lamp")
    LEMON = QT_TRANSLATE_NOOP("Detail", "lemon")
    LION = QT_TRANSLATE_NOOP("Detail", "lion")
    LOTUS = QT_TRANSLATE_NOOP("Detail", "lotus")
    MIRROR = QT_TRANSLATE_NOOP("Detail", "mirror")
    MOON = QT_TRANSLATE_NOOP("Detail", "moon")
    MOUNTAIN = QT_TRANSLATE_NOOP("Detail", "mountain")
    NEEDLE = QT_TRANSLATE_NOOP("Detail", "needle")
    NIGHT = QT_TRANSLATE_NOOP("Detail", "night")
    OCEAN = QT_TRANSLATE_NOOP("Detail", "ocean")
    ORANGE = QT_TRANSLATE_NOOP("Detail", "orange")
    PAPER = QT_TRANSLATE_NOOP("Detail", "paper")
    PEARL = QT_TRANSLATE_NOOP("Detail", "pearl")
    PENCIL = QT_TRANSLATE_NOOP("Detail", "pencil")
    PIANO = QT_TRANSLATE_NOOP("Detail", "piano")
    RABBIT = QT_TRANSLATE_NOOP("Detail", "rabbit")
    RAIN = QT_TRANSLATE_NOOP("Detail", "rain")
    RIVER = QT_TRANSLATE_NOOP("Detail", "river")
    ROCKET = QT_TRANSLATE_NOOP("Detail", "rocket")
    SALT = QT_TRANSLATE_NOOP("Detail", "salt")
    SILK = QT_TRANSLATE_NOOP("Detail", "silk")
    SNOW = QT_TRANSLATE_NOOP("Detail", "snow")
    SPOON = QT_TRANSLATE_NOOP("Detail", "spoon")
    STAR = QT_TRANSLATE_NOOP("Detail", "star")
    SUMMER = QT_TRANSLATE_NOOP("Detail", "summer")
    TEMPLE = QT_TRANSLATE_NOOP("Detail", "temple")
    TIGER = QT_TRANSLATE_NOOP("Detail", "tiger")
    UMBRELLA = QT_TRANSLATE_NOOP("Detail", "umbrella")
    VIOLIN = QT_TRANSLATE_NOOP("Detail", "violin")
    WINDOW = QT_TRANSLATE_NOOP("Detail", "window")
    WINTER = QT_TRANSLATE_NOOP("Detail", "winter")


_WORDS = tuple(Spoken)


def commitment(opening: bytes) -> bytes:
    """Return what binds a laptop to its number before it hears the other's."""
    return hashlib.sha256(b"commitment\n" + opening).digest()


def words_of(pin: bytes, opening: bytes, answer: bytes) -> tuple[Spoken, ...]:
    """Return the words of two numbers and the certificate that one of them was heard from."""
    digest = hashlib.sha256(b"words\n" + pin + opening + answer).digest()
    return tuple(_WORDS[each % len(_WORDS)] for each in digest[:COUNT])


def said(words: tuple[Spoken, ...]) -> str:
    """Return words as they are kept and sent."""
    return " ".join([each.value for each in words])
