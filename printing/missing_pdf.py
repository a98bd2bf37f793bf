"""A card of half a page for each person looked for: held up, handed over, read aloud from; two to a sheet of A4."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.ids import Instant, bus_of
from checkin_app.domain.papers import STANDINGS, PaperWord
from checkin_app.domain.sightings import LastSeen
from checkin_app.runtime.languages import of_papers
from checkin_app.services.ports.missing import Absent, MissingList
from printing.fit import Box
from printing.fonts import Weight
from printing.paper import Paper, Pen
from printing.setting import QUIET, Part, Style, stacked, text_at
from printing.words import word, words

_WIDTH, _HEIGHT = 210.0, 297.0  # A4, ISO 216
_HALF = _HEIGHT / 2
_LEFT, _RIGHT, _TOP = 14.0, 196.0, 12.0
_DARK, _LINE = "#13211E", "#9AA5A1"
_NAME, _LATIN, _FROM = Style(30, Weight.BOLD), Style(18), Style(13, ink=QUIET)
_LABEL, _VALUE, _LARGE = Style(8.5, ink=QUIET), Style(13), Style(20, Weight.BOLD)
_STATE, _FOOT = Style(13, Weight.BOLD), Style(8, ink=QUIET)
_PLATE, _FOOT_AT, _MOST_PLACE = (34.0, 17.0), _HALF - 10, 110
#: Of the type: a name of a hundred letters is set smaller rather than beyond its card.
_SCALES = (1.35, 1.0, 0.75, 0.55, 0.4, 0.28)
_SECOND = 108.0
"""Where the second column begins, in mm."""


def missing_pdf(missing: MissingList, forum: Forum, printed_at: Instant) -> bytes:
    """Return a card for each person looked for, in the forum's first two languages and their own; none is cut in silence.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    return _Cards(missing, forum, printed_at).pdf()


@dataclass(frozen=True, slots=True)
class _Cards:
    missing: MissingList
    forum: Forum
    printed_at: Instant

    def pdf(self) -> bytes:
        sought = self.missing.sought
        paper = Paper(f"{word(PaperWord.MISSING, self._languages()[0])} {self.missing.bus.code}", self._languages()[0])
        pages = [sought[place : place + 2] for place in range(0, len(sought), 2)] or [()]
        for page, cards in enumerate(pages):
            paper.open_page(_WIDTH, _HEIGHT)
            for place, absent in enumerate(cards):
                self._draw(paper, absent, place * _HALF, f"{page * 2 + place + 1} / {len(sought)}")
            if not cards:
                text_at(_LEFT, _TOP, 150, " ".join(words(PaperWord.NOBODY, self._languages())), _LARGE).draw(paper)
            # Where it is to be cut.
            paper.path([(0, _HALF), (_WIDTH, _HALF)], Pen(0.2, _LINE))
            paper.close_page()
        file = BytesIO()
        paper.save(file)
        return file.getvalue()

    def _languages(self) -> tuple[Language, ...]:
        return self.forum.languages[:2]

    def _draw(self, paper: Paper, absent: Absent, top: float, number: str) -> None:
        paper.block(Box(_LEFT, top + _TOP, *_PLATE), _DARK)
        for part in self._head(absent):
            part.at(0, top).draw(paper)
        for part in self._body(absent):
            part.at(0, top).draw(paper)
        printed = self.forum.local(self.printed_at).strftime("%Y-%m-%d %H:%M %z")
        text_at(_LEFT, top + _FOOT_AT, 90, f"{self._said(PaperWord.PRINTED)} {printed}", _FOOT).draw(paper)
        foot = text_at(0, top + _FOOT_AT, 60, number, _FOOT)
        foot.at(_RIGHT - foot.right, 0).draw(paper)

    def _body(self, absent: Absent) -> list[Part]:
        """Return who it is and how to reach them, as large as half a page holds it."""
        parts: list[Part] = []
        for scale in _SCALES:
            parts = self._set(absent, scale)
            if max(part.bottom for part in parts) < _FOOT_AT - 1:
                break
        return parts

    def _set(self, absent: Absent, scale: float) -> list[Part]:
        def scaled(texts: Iterable[tuple[str, Style]]) -> list[tuple[str, Style]]:
            return [(text, replace(style, size=style.size * scale)) for text, style in texts]

        who, top = absent.delegate, _TOP + _PLATE[1] + 5
        latin, group = who.second_name if who.name else "", who.delegation or who.organisation
        called = scaled([(who.called, _NAME), (latin, _LATIN), (group, _FROM)])
        names = stacked(_LEFT, top, _RIGHT - _LEFT, called)
        y = max((part.bottom for part in names), default=top) + 4
        reached = stacked(_LEFT, y, _SECOND - _LEFT - 6, scaled(self._reach(who)))
        return [*names, *reached, *stacked(_SECOND, y, _RIGHT - _SECOND, scaled(self._known(absent)))]

    def _head(self, absent: Absent) -> tuple[Part, ...]:
        """Return the code on its plate and what stands beside it."""
        bus, (width, height) = self.missing.bus, _PLATE
        code = text_at(_LEFT, _TOP, width, bus.code, Style(28 if len(bus.code) <= 4 else 15, Weight.BOLD, "#FFFFFF"))
        code = code.at((width - (code.right - code.left)) / 2, (height - (code.bottom - code.top)) / 2)
        leaves = f"{self._said(PaperWord.DEPARTS)} {bus.departs}" if bus.departs else ""
        bay = f"{self._said(PaperWord.BAY)} {bus.bay}" if bus.bay else ""
        place = " · ".join(part for part in (bus.plate, bay, leaves) if part)
        said = [(self._said(STANDINGS[absent.standing]), _STATE), (place[:_MOST_PLACE], _VALUE)]
        return (code, *stacked(_LEFT + width + 6, _TOP, _RIGHT - _LEFT - width - 6, said))

    def _said(self, of: PaperWord) -> str:
        return " ".join(words(of, self._languages()))

    def _reach(self, who: Delegate) -> list[tuple[str, Style]]:
        """Return how to call somebody: the language by the name that it has itself, where it is known."""
        own = [word(PaperWord.LANGUAGE, tag) if tag in self._spoken() else tag for tag in who.languages]
        found: list[tuple[str, Style]] = []
        for label, value, style in (
            (PaperWord.LANGUAGES, " · ".join(own), _LARGE),
            (PaperWord.PHONE, who.phone, _LARGE),
            (PaperWord.BADGE, who.badge_no, _VALUE),
        ):
            if value:
                found += [(self._said(label), _LABEL), (value, style)]
        return found

    @staticmethod
    def _spoken() -> frozenset[Language]:
        return frozenset(of_papers())

    def _known(self, absent: Absent) -> list[tuple[str, Style]]:
        found = [(self._said(PaperWord.LAST_SEEN), _LABEL), *((each, _VALUE) for each in self._seen(absent.seen))]
        if absent.delegate.host:
            found += [(self._said(PaperWord.LIAISON), _LABEL), (absent.delegate.host, _VALUE)]
        if absent.companions:
            found.append((self._said(PaperWord.COMPANIONS), _LABEL))
        for each in absent.companions:
            said = word(STANDINGS[each.standing], self._languages()[0])
            found.append((f"{each.delegate.called} ({said})", _VALUE))
        return found

    def _seen(self, seen: LastSeen | None) -> tuple[str, ...]:
        """Return where and when somebody was last, and by which station, on lines of their own."""
        if seen is None:
            return (self._said(PaperWord.NEVER_SEEN),)
        bus = bus_of(seen.checkpoint)
        session = self.forum.session(seen.checkpoint)
        place = f"{self._said(PaperWord.BUS)} {bus}" if bus else str(seen.checkpoint)
        if session:
            place = session.name.in_(self._languages()[0])
        gone = "" if seen.inside else f" ({self._said(PaperWord.GOT_OFF)})" if bus else ""
        time = self.forum.local(seen.at).strftime("%H:%M")
        return (f"{time}  {place}{gone}", self.missing.station_of(seen))
