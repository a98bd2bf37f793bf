"""What phones are answered at a hub: who may look, and what is so; nothing of HTTP but its words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from checkin_app.domain import bus_texts
from checkin_app.domain.forum import Language
from checkin_app.domain.ids import BusCode
from checkin_app.domain.invitations import parse_short, shown_short
from checkin_app.domain.phones import CODE, PAGE, SIGN_IN, SIGNED_IN_HOURS, SignedIn
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.standings import Standing
from checkin_app.runtime import languages
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.buses import Filter
from checkin_app.sync.limits import Limit
from checkin_app.sync.phones import pages, people
from checkin_app.sync.phones import words as said
from checkin_app.sync.phones.frame import BACK, MISSING, TO, Frame
from checkin_app.sync.phones.readings import Readings
from checkin_app.sync.phones.sign_ins import SignIns
from checkin_app.sync.phones.words import Say, Words, fitting

#: Their prefix lets a browser take them only as they are set here: secure, for this host, for all of it.
KEY, LANGUAGE = "__Host-phone", "__Host-language"
#: What varies in the paths and queries of pages.
BUS, PART, FROM = "bus", "part", "from"
_PLACE = re.compile(r"[0-9]{1,6}")
_YEAR = 365 * 86_400
#: Where a change of language may lead back to: pages of this hub.
_OWN = re.compile(r"/phone(?:/[A-Za-z0-9-]{1,20})*(?:\?[a-z]{1,10}=[A-Za-z0-9-]{1,20})?")


@dataclass(frozen=True, slots=True)
class PhoneAsked:
    """One request of a phone."""

    target: str
    """Path and query."""
    address: str
    path: Mapping[str, str] = field(default_factory=dict)
    """What stands in the parts of the path that vary."""
    query: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    accepted: str = ""
    """The languages that the phone says it reads."""
    body: bytes = b""

    @property
    def form(self) -> Mapping[str, str]:
        """Return the fields of a form; those of a body that is none are none."""
        try:
            fields = parse_qs(self.body.decode("ascii"), max_num_fields=8)
        except (UnicodeDecodeError, ValueError):
            return {}
        return {each: values[0] for each, values in fields.items()}


@dataclass(frozen=True, slots=True)
class Cookie:
    """What a phone keeps; one without a value it forgets."""

    name: str
    value: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class PhoneAnswer:
    """A page, or where to look instead."""

    page: str = ""
    status: int = 200
    to: str = ""
    cookies: tuple[Cookie, ...] = ()
    refused: str = ""
    """Why it is no answer to what was asked, for the hub's figures."""


class PhoneDesk:
    """Answers phones for a station that is the hub; used by several threads at once."""

    def __init__(self, readings: Readings, station: OpenedStation, sign_ins: SignIns, say: Say) -> None:
        self._readings, self._station, self._sign_ins, self._say = readings, station, sign_ins, say
        #: Whoever tries codes: few a minute from one address.  Whoever looks: a page at each look of the script, and more.
        self._tries, self._strangers, self._looks = Limit(10, 0.2), Limit(60, 2), Limit(60, 4)

    # ---- to be signed in

    def asked_in(self, asked: PhoneAsked) -> PhoneAnswer:
        """Answer with the page on which a phone is signed in; nothing is used by looking at it."""
        if not self._strangers.allows(asked.address, self._station.clock()):
            return self._refused(asked, said.TOO_MANY, 429)
        if self._signed_in(asked):
            return PhoneAnswer(to=PAGE)
        code = parse_short(asked.query.get(CODE, ""))
        return PhoneAnswer(pages.sign_in_page(self._frame(asked), shown_short(code) if code else ""))

    def sign_in(self, asked: PhoneAsked) -> PhoneAnswer:
        if not self._tries.allows(asked.address, self._station.clock()):
            return self._not_in(asked, said.TOO_MANY, 429)
        code = parse_short(asked.form.get(CODE, ""))
        try:
            key = self._sign_ins.sign_in(code) if code else None
        except Problem:
            return self._not_in(asked, said.NOT_NOW, 503)
        if key is None:
            return self._not_in(asked, said.CODE_SPENT, 403)
        return PhoneAnswer(to=PAGE, cookies=(Cookie(KEY, key.key, SIGNED_IN_HOURS * 3600),))

    def sign_out(self, asked: PhoneAsked) -> PhoneAnswer:
        phone = self._signed_in(asked)
        try:
            if phone:
                self._sign_ins.sign_out(phone.number)
        except Problem:
            return self._refused(asked, said.NOT_NOW, 503)
        return PhoneAnswer(to=SIGN_IN, cookies=(Cookie(KEY),))

    def speak(self, asked: PhoneAsked) -> PhoneAnswer:
        """Remember on the phone which language it wants, and go on where it was."""
        wanted, back = asked.query.get(TO, ""), asked.query.get(BACK, "")
        to = back if _OWN.fullmatch(back) else PAGE
        return PhoneAnswer(to=to, cookies=(Cookie(LANGUAGE, wanted, _YEAR),) if wanted in _spoken() else ())

    # ---- to look

    def buses(self, asked: PhoneAsked) -> PhoneAnswer:
        """Answer with every bus and its figures."""
        return self._looked(asked, lambda frame: pages.buses_page(frame, self._station.forum, self._readings.figures()))

    def bus(self, asked: PhoneAsked) -> PhoneAnswer:
        """Answer with one bus and its people: those looked for, or another part of them."""
        part = next((each for each in Filter if each.value == asked.path.get(PART, "")), Filter.SOUGHT)
        first = int(found[0]) if (found := _PLACE.fullmatch(asked.query.get(FROM, ""))) else 0

        def page(frame: Frame) -> str:
            looked = self._readings.of_bus(BusCode(asked.path[BUS]), part, first)
            return people.bus_people_page(frame, looked, self._station.clock())

        return self._looked(asked, page)

    def missing(self, asked: PhoneAsked) -> PhoneAnswer:
        """Answer with whoever is missing from any bus."""
        return self._looked(
            asked, lambda frame: people.missing_page(frame, self._readings.missing(), self._station.clock())
        )

    def _looked(self, asked: PhoneAsked, page: Callable[[Frame], str]) -> PhoneAnswer:
        phone = self._signed_in(asked)
        if phone is None:
            return PhoneAnswer(to=SIGN_IN, refused="unsigned")
        if not self._looks.allows(str(phone.number), self._station.clock()):
            return self._refused(asked, said.TOO_MANY, 429)
        try:
            return PhoneAnswer(page(self._frame(asked, phone)))
        except UnknownBus:
            return self._refused(asked, said.NOT_HERE, 404)
        except Problem:
            return self._refused(asked, said.NOT_NOW, 503)

    def _signed_in(self, asked: PhoneAsked) -> SignedIn | None:
        key = asked.cookies.get(KEY, "")
        return self._sign_ins.phone(key) if key else None

    # ---- around it

    def _not_in(self, asked: PhoneAsked, why: str, status: int) -> PhoneAnswer:
        return PhoneAnswer(pages.sign_in_page(self._frame(asked), "", why), status, refused="sign_in")

    def _refused(self, asked: PhoneAsked, why: str, status: int) -> PhoneAnswer:
        return PhoneAnswer(pages.message_page(self._frame(asked), why), status, refused="page")

    def _frame(self, asked: PhoneAsked, phone: SignedIn | None = None) -> Frame:
        forum, spoken = self._station.forum, self._language(asked)
        words = Words(self._say, spoken, forum)
        ways = ((PAGE, words.bus(bus_texts.BUSES)), (MISSING, words.standing(Standing.MISSING))) if phone else ()
        return Frame(
            words,
            here=asked.target,
            others=[each for each in _spoken() if each != spoken],
            time=forum.local(self._station.clock()).strftime("%H:%M:%S"),
            phone=phone.number if phone else 0,
            ways=ways,
            way=asked.target,
        )

    def _language(self, asked: PhoneAsked) -> Language:
        chosen = asked.cookies.get(LANGUAGE, "")
        return chosen if chosen in _spoken() else fitting(asked.accepted, _spoken(), languages.SOURCE)


def _spoken() -> tuple[Language, ...]:
    return languages.of_screens()
