"""What the phones' page says: English here, its Chinese where all texts have it; said by whoever reads those files."""

from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain import bus_texts, language_texts, sightings
from checkin_app.domain.buses import BusState
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.ids import Instant, RouteId, bus_of
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing, Tally, sought_as
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.sync.phones.markup import Markup, Node, code, filled, joined, name


class Say(Protocol):
    """Says a text of a context in a language, about a number where it has ``%Ln``."""

    def __call__(self, context: str, text: str, language: Language, /, number: int | None = None) -> str: ...


AS_OF = QT_TRANSLATE_NOOP("Phone", "As of {time}")
AWAY = QT_TRANSLATE_NOOP("Phone", "The hub does not answer. What stands here is of {time}.")
CALL = QT_TRANSLATE_NOOP("Phone", "Call")
CODE = QT_TRANSLATE_NOOP("Phone", "Code from the hub’s screen")
CODE_READ = QT_TRANSLATE_NOOP("Phone", "The code was read. Press the button.")
CODE_SPENT = QT_TRANSLATE_NOOP("Phone", "This code is not good, or not any more. Let the hub show a new one.")
DOORS = QT_TRANSLATE_NOOP("Phone", "Sessions")
IN_OF = QT_TRANSLATE_NOOP("Phone", "{arrived} came of {expected}")
MORE = QT_TRANSLATE_NOOP("Phone", "Next {n}")
NOT_HERE = QT_TRANSLATE_NOOP("Phone", "There is nothing at this address.")
NOT_NOW = QT_TRANSLATE_NOOP("Phone", "The hub cannot read its record at the moment. Try again soon.")
PHONE = QT_TRANSLATE_NOOP("Phone", "Phone {number}")
READ_ONLY = QT_TRANSLATE_NOOP("Phone", "This page shows, and changes nothing.")
SIGN_IN = QT_TRANSLATE_NOOP("Phone", "Sign in")
SIGN_IN_PHONE = QT_TRANSLATE_NOOP("Phone", "Sign this phone in")
SIGN_OUT = QT_TRANSLATE_NOOP("Phone", "Sign out")
TOO_MANY = QT_TRANSLATE_NOOP("Phone", "That was too often. Wait a minute.")
WARNED = QT_TRANSLATE_NOOP("Phone", "Did the phone warn of this page?")
WARNED_WHY = QT_TRANSLATE_NOOP(
    "Phone",
    "It does so of every hub: no authority vouches for a laptop. Let the phone show the certificate, and compare its "
    "SHA-256 fingerprint with the one on the hub’s screen, at least the first and the last eight characters. Where they "
    "differ, close the page and tell the event lead.",
)


def in_english(_context: str, text: str, _language: Language, /, number: int | None = None) -> str:
    """Return a text as it stands here."""
    return text if number is None else text.replace("%Ln", str(number))


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one language, for one forum."""

    say: Say
    language: Language
    forum: Forum

    def __call__(self, text: str, **parts: Node) -> Markup:
        """Return a text of the page."""
        return filled(self.say("Phone", text, self.language), parts)

    def plain(self, text: str) -> str:
        return self.say("Phone", text, self.language)

    def paper(self, word: PaperWord) -> str:
        """Return a word as it stands on paper."""
        return self.say("Paper", word, self.language)

    def own_name(self) -> str:
        """Return what the language calls itself."""
        return self.paper(PaperWord.LANGUAGE)

    def bus(self, text: str, **parts: Node) -> Markup:
        """Return a text of what is said of buses, as screens say it."""
        return filled(self.say("Bus", text, self.language), parts)

    def state(self, of: BusState) -> str:
        return self.say("BusState", bus_texts.STATES[of], self.language)

    def standing(self, of: Standing) -> str:
        return self.say("Standing", bus_texts.STANDINGS[of], self.language)

    def counted(self, of: Standing, number: int) -> Markup:
        said = self.say("Standing", bus_texts.COUNTED[of], self.language)
        return filled(said, {"n": code(str(number))})

    def sought(self, bus: BusState, tally: Tally) -> Markup:
        """Return how many of a bus's people are looked for, in the one word that they have in its state."""
        return self.counted(sought_as(bus), tally.sought) if tally.sought else self.bus(bus_texts.NOBODY_MISSING)

    def route(self, of: RouteId) -> Markup:
        """Return what a route is called, with its number where the name does not hold it."""
        known = self.forum.route(of)
        called = known.name.in_(self.language) if known else ""
        if of in called:
            return joined(name(called))
        number = filled(self.say("Route", bus_texts.ROUTE, self.language), {"route": code(of)})
        return joined(number, " · ", name(called)) if called else number

    def spoken(self, tag: str) -> str:
        """Return what a language is called that somebody speaks; its tag where it has no name here."""
        known = language_texts.NAMES.get(tag)
        return self.say("Language", known, self.language) if known else tag

    def seen(self, last: LastSeen | None) -> Markup:
        """Return where and when somebody was seen last."""
        if last is None:
            return filled(self.say("Sighting", sightings.NOWHERE, self.language), {})
        bus, time = bus_of(last.checkpoint), code(self.clock(last.at))
        if bus:
            said = sightings.BOARDED if last.inside else sightings.GOT_OFF
            return filled(self.say("Sighting", said, self.language), {"time": time, "bus": code(bus)})
        session = self.forum.session(last.checkpoint)
        place = session.name.in_(self.language) if session else last.checkpoint
        said = sightings.CAME_IN if last.inside else sightings.WENT_OUT
        return filled(self.say("Sighting", said, self.language), {"time": time, "place": name(place)})

    def ago(self, at: Instant, now: Instant) -> str:
        told = sightings.ago(at, now)
        return self.say("Sighting", told[0], self.language, told[1]) if told else ""

    def clock(self, at: Instant) -> str:
        """Return the time of day of an instant where the forum is."""
        return self.forum.local(at).strftime("%H:%M")

    def other(self, language: Language) -> "Words":
        return Words(self.say, language, self.forum)


def fitting(accepted: str, spoken: tuple[Language, ...], source: Language) -> Language:
    """Return the language of a phone that says which it accepts, such as ``zh-CN,zh;q=0.9``."""
    wanted = (each.partition(";")[0].strip().split("-")[0].lower() for each in accepted[:200].split(","))
    return next((each for each in wanted if each in spoken), source)
