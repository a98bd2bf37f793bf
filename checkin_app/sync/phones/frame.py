"""What every page for phones has around it: head, language, ways, and who is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from checkin_app.domain.forum import Language
from checkin_app.domain.ids import BusCode
from checkin_app.domain.phones import PAGE
from checkin_app.services.ports.buses import Filter
from checkin_app.sync.phones import words as said
from checkin_app.sync.phones.markup import NOTHING, Markup, Node, code, element, name, plain
from checkin_app.sync.phones.words import Words

STYLE, SCRIPT, ICON = "/phone/phone.css", "/phone/live.js", "/phone/icon.svg"
MISSING, LANGUAGE, SIGN_OUT = "/phone/missing", "/phone/language", "/phone/sign-out"
TO, BACK = "to", "back"
#: Seconds after which a phone that runs no script loads the page again.
_AGAIN = "20"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is put into."""

    words: Words
    here: str
    """The page's own address."""
    others: Sequence[Language]
    """Languages to change to."""
    time: str
    """By the forum's clock."""
    phone: int = 0
    """The number of the phone that is signed in; 0 where none is."""
    ways: Sequence[tuple[str, Node]] = ()
    """Where the foot leads."""
    way: str = ""
    """Which of the ways the page belongs to."""

    def page(self, title: Node, *content: Node) -> str:
        """Return the whole page."""
        whole = element(
            "html",
            self._head(title),
            element(
                "body",
                self._top(),
                self._away(),
                element("main", element("div", *content, class_="live", data_live=True), self._foot()),
                self._ways(),
            ),
            lang=self.words.language,
        )
        return f"<!doctype html>{whole.text}"

    def _head(self, title: Node) -> Markup:
        again = element("noscript", element("meta", http_equiv="refresh", content=_AGAIN)) if self.phone else NOTHING
        return element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
            element("title", plain(title)),
            element("link", rel="stylesheet", href=STYLE),
            element("link", rel="icon", type="image/svg+xml", href=ICON),
            again,
            element("script", src=SCRIPT, defer=True) if self.phone else NOTHING,
        )

    def _top(self) -> Markup:
        spoken = (
            element(
                "a", self.words.other(each).own_name(), href=self._in(each), hreflang=each, lang=each, rel="nofollow"
            )
            for each in self.others
        )
        forum = self.words.forum.short_name.in_(self.words.language)
        return element("header", element("p", name(forum)), *spoken, class_="top")

    def _in(self, language: Language) -> str:
        return f"{LANGUAGE}?{TO}={quote(language)}&{BACK}={quote(self.here)}"

    def _away(self) -> Markup:
        if not self.phone:
            return NOTHING
        stale = self.words(said.AWAY, time=self._time())
        return element("p", stale, class_="away", role="status", data_away=True, hidden=True)

    def _foot(self) -> Markup:
        if not self.phone:
            return NOTHING
        out = element("button", self.words.plain(said.SIGN_OUT), class_="quiet", type="submit")
        return element(
            "footer",
            element(
                "p",
                self.words(said.AS_OF, time=self._time()),
                " · ",
                self.words(said.PHONE, number=code(str(self.phone))),
            ),
            element("form", out, method="post", action=SIGN_OUT),
            element("p", self.words.plain(said.READ_ONLY)),
            class_="foot",
        )

    def _time(self) -> Markup:
        """Return the time apart from what it is the time of: that is left alone while it stays as it is."""
        return element("span", code(self.time), data_live=True)

    def _ways(self) -> Markup:
        if not self.ways:
            return NOTHING
        links = (self._way(href, label) for href, label in self.ways)
        return element("nav", *links, class_="ways", data_live=True)

    def _way(self, href: str, label: Node) -> Markup:
        current: dict[str, str | bool] = {"aria_current": "page"} if href == self.way else {}
        return element("a", element("span", label), href=href, **current)


def heading(text: Node, *, ask: bool = False) -> Markup:
    return element("h1", element("span", text), class_="ask" if ask else "plain")


def bus_page(bus: BusCode, part: Filter = Filter.SOUGHT) -> str:
    """Return the address of a bus's page; it says whom it shows, and names nobody."""
    return f"{PAGE}/bus/{quote(bus, safe='')}" + (f"/{part.value}" if part is not Filter.SOUGHT else "")
