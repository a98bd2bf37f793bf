"""How the forum stands on paper: arrivals against plan, desks, buses by route and laptops, drawn by ourselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from checkin_app.domain.arrivals import Arrivals, planned
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.ids import Instant
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.standings import in_doubt
from checkin_app.services.ports.overview import Overview
from printing.fit import Box
from printing.fonts import Weight
from printing.paper import Paper, Pen
from printing.setting import QUIET, Style, text_at
from printing.words import words

_WIDTH, _HEIGHT = 210.0, 297.0  # A4, ISO 216
_LEFT, _RIGHT, _TOP, _BOTTOM = 14.0, 196.0, 14.0, 283.0
_LINE, _TRACK, _DONE, _REST, _INK = "#C9D2CF", "#DDE3E1", "#24403A", "#94ADA5", "#1F4A94"
_TITLE, _HEADING, _BODY = Style(18, Weight.BOLD), Style(12, Weight.BOLD), Style(9.5)
_LABEL, _STRONG = Style(8, ink=QUIET), Style(9.5, Weight.BOLD)
_ROW, _PLOT = 7.0, 44.0
_DASHES = 79
"""An odd number of strokes and gaps of a planned curve: it ends with a stroke."""
_BAR = Box(70, 0, 92, 3.6)


def overview_pdf(found: Overview, forum: Forum) -> bytes:
    """Return how the forum stands as PDF on A4, labelled in the forum's first two languages.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    return _Report(found, forum, forum.languages[:2]).pdf()


@dataclass(slots=True)
class _Place:
    """How far a page is filled, in mm from its top."""

    y: float = _TOP
    page: int = 0


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    parts: tuple[tuple[int, str], ...]
    """Figures and their colours, beside one another."""
    whole: int
    figure: str


@dataclass(frozen=True, slots=True)
class _Report:
    found: Overview
    forum: Forum
    languages: tuple[Language, ...]

    def pdf(self) -> bytes:
        paper, place = Paper(self._word(PaperWord.OVERVIEW), self.languages[0]), _Place()
        self._turn(paper, place)
        for curve in self.found.sessions:
            self._make_room(paper, place, _PLOT + 16)
            self._arrivals(paper, place, curve)
        self._bars(paper, place, PaperWord.BUS, self._routes(), PaperWord.ABOARD, PaperWord.LISTED)
        self._bars(paper, place, PaperWord.DESKS, self._desks(), PaperWord.LATELY, PaperWord.TODAY)
        self._bars(paper, place, PaperWord.LAPTOPS, self._laptops())
        self._lines(paper, place, PaperWord.NEEDS_A_PERSON, [each.count.bus.code for each in self.found.needy])
        paper.close_page()
        file = BytesIO()
        paper.save(file)
        return file.getvalue()

    def _word(self, of: PaperWord) -> str:
        return " ".join(words(of, self.languages))

    # ---- pages

    def _turn(self, paper: Paper, place: _Place) -> None:
        """Begin a page."""
        if place.page:
            paper.close_page()
        place.page, place.y = place.page + 1, _TOP
        paper.open_page(_WIDTH, _HEIGHT)
        title = text_at(_LEFT, _TOP, 120, self._word(PaperWord.OVERVIEW), _TITLE)
        name = " · ".join(dict.fromkeys(self.forum.short_name.in_(each) for each in self.languages))
        printed = self.forum.local(self.found.at).strftime("%Y-%m-%d %H:%M %z")
        under = text_at(_LEFT, title.bottom, 180, f"{name} · {printed}", _LABEL)
        foot = text_at(0, _BOTTOM + 2, 40, f"{self._word(PaperWord.PAGE)} {place.page}", _LABEL)
        for part in (title, under, foot.at(_RIGHT - foot.right, 0)):
            part.draw(paper)
        place.y = under.bottom + 5

    def _make_room(self, paper: Paper, place: _Place, height: float) -> None:
        if place.y + height > _BOTTOM:
            self._turn(paper, place)

    def _heading(self, paper: Paper, place: _Place, text: str, beside: str = "") -> None:
        heading = text_at(_LEFT, place.y, 110, text, _HEADING)
        heading.draw(paper)
        figure = text_at(0, place.y, 70, beside, _STRONG)
        figure.at(_RIGHT - figure.right, 0).draw(paper)
        place.y = max(heading.bottom, figure.bottom) + 2

    # ---- arrivals against plan

    def _arrivals(self, paper: Paper, place: _Place, curve: Arrivals) -> None:
        name = curve.session.name.in_(self.languages[0])
        self._heading(paper, place, f"{self._word(PaperWord.ARRIVALS)} · {name}", f"{curve.arrived} / {curve.expected}")
        plot = Box(_LEFT + 12, place.y, _RIGHT - _LEFT - 12, _PLOT - 8)
        top = max(curve.expected, curve.arrived, 1)
        for step in range(5):
            y = plot.top + plot.height * step / 4
            paper.path([(plot.left, y), (plot.left + plot.width, y)], Pen(0.15, _LINE))
            label = text_at(0, 0, 20, str(round(top * (4 - step) / 4)), _LABEL)
            label.at(plot.left - 2 - label.right, y - label.bottom / 2).draw(paper)
        self._curves(paper, plot, curve, top)
        place.y = plot.top + plot.height + 9

    def _curves(self, paper: Paper, plot: Box, curve: Arrivals, top: int) -> None:
        first, last = curve.points[0].at, curve.points[-1].at
        wide = max(1, last - first)

        def at(moment: int, figure: int) -> tuple[float, float]:
            return plot.left + plot.width * (moment - first) / wide, plot.top + plot.height * (1 - figure / top)

        moments = [first + wide * step // _DASHES for step in range(_DASHES + 1)]
        dashes = [at(each, planned(curve.session, curve.expected, Instant(each))) for each in moments]
        for begin, end in zip(dashes[::2], dashes[1::2], strict=False):
            paper.path([begin, end], Pen(0.4, QUIET))
        came = [at(each.at, each.arrived) for each in curve.points if each.arrived is not None]
        if came:
            paper.path(came if len(came) > 1 else came * 2, Pen(0.8, _INK))
        for moment, edge in ((first, 0.0), (last, 1.0)):
            label = text_at(0, 0, 20, self.forum.local(moment).strftime("%H:%M"), _LABEL)
            x = plot.left + plot.width * edge - (label.right if edge else 0)
            label.at(x, plot.top + plot.height + 1).draw(paper)

    # ---- bars

    def _bars(self, paper: Paper, place: _Place, of: PaperWord, bars: Sequence[_Bar], *said: PaperWord) -> None:
        """Draw bars under a heading, at whose end stands what their figures say."""
        if bars:
            self._make_room(paper, place, 10 + _ROW)
            self._heading(paper, place, self._word(of), " / ".join(map(self._word, said)))
        for bar in bars:
            name = text_at(_LEFT, place.y, _BAR.left - _LEFT - 4, bar.name, _BODY)
            if place.y + name.bottom - name.top > _BOTTOM:
                self._turn(paper, place)
                name = text_at(_LEFT, place.y, _BAR.left - _LEFT - 4, bar.name, _BODY)
            name.draw(paper)
            self._bar(paper, place.y + 0.4, bar)
            figure = text_at(0, place.y, 34, bar.figure, _STRONG)
            figure.at(_RIGHT - figure.right, 0).draw(paper)
            place.y = max(place.y + _ROW, name.bottom + 1.5)
        place.y += 3 if bars else 0

    @staticmethod
    def _bar(paper: Paper, y: float, bar: _Bar) -> None:
        paper.block(Box(_BAR.left, y, _BAR.width, _BAR.height), _TRACK)
        left = _BAR.left
        for figure, colour in bar.parts:
            width = min(_BAR.width * figure / max(1, bar.whole), _BAR.left + _BAR.width - left)
            if width > 0:
                paper.block(Box(left, y, width, _BAR.height), colour)
                left += width

    def _routes(self) -> list[_Bar]:
        bars = []
        for each in self.found.routes:
            known = self.forum.route(each.route)
            name = f"{each.route} {known.name.in_(self.languages[0])}" if known else each.route
            figure = f"{in_doubt(each.aboard, each.doubted)} / {each.listed}"
            bars.append(_Bar(name, ((each.aboard, _DONE), (each.sought, _REST)), each.seats, figure))
        return bars

    def _desks(self) -> list[_Bar]:
        most = max((each.lately for each in self.found.desks), default=1)
        return [
            _Bar(each.name, ((each.lately, _DONE),), most, f"{each.lately} / {each.today}") for each in self.found.desks
        ]

    def _laptops(self) -> list[_Bar]:
        most = max((each.written.facts for each in self.found.laptops), default=1)
        return [
            _Bar(each.enrolment.name, ((each.written.facts, _DONE),), most, str(each.written.facts))
            for each in self.found.laptops
        ]

    def _lines(self, paper: Paper, place: _Place, of: PaperWord, codes: Sequence[str]) -> None:
        if codes or self.found.contradictions:
            self._make_room(paper, place, 20)
            self._heading(paper, place, self._word(of), str(len(codes) + self.found.contradictions))
            text_at(_LEFT, place.y, _RIGHT - _LEFT, " · ".join(codes), _BODY).draw(paper)
