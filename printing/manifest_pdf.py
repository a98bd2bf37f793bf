"""The list of one bus on paper: who should be aboard and who is; nothing cut in silence, and no box for a letter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

from checkin_app.domain.buses import Bus
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.ids import Instant
from checkin_app.domain.papers import OVERRIDE_GROUNDS, STANDINGS, PaperWord
from checkin_app.domain.seating import licensed, usable
from checkin_app.domain.standings import Standing, in_doubt, sought_as
from checkin_app.domain.swaps import Cause
from checkin_app.runtime.languages import of_papers
from checkin_app.services.ports.buses import Manifest, ManifestLine, Override
from printing.fit import Box
from printing.fonts import Weight
from printing.manifest_sums import checksum, crew
from printing.paper import Paper, Pen
from printing.setting import INK, QUIET, Part, Style, across, stacked, text_at
from printing.sheets import (
    BOTTOM,
    HEIGHT,
    LABEL,
    LEFT,
    LINE,
    PLAIN,
    RIGHT,
    SHADE,
    STRONG,
    TOP,
    WIDTH,
    Column,
    draw_foot,
    draw_plate,
    draw_proof,
)  # fmt: skip
from printing.words import words

_TOP_HEIGHT = 28.0
_HEADING = 5.0
_ROW_LEAST = 9.5

_NAME, _LATIN, _SMALL = Style(11, Weight.BOLD), Style(9), Style(7.5, ink=QUIET)
_VALUE, _FIGURE = Style(10), Style(13, Weight.BOLD)
_TITLE = Style(13, Weight.BOLD)


_NUMBER, _TICK = Column(12, 7), Column(19, 8)
_WHO, _FROM = Column(28, 53), Column(83, 35)
_BADGE, _PHONE, _STATE = Column(120, 19), Column(141, 30), Column(173, 25)
_HEADED = (
    (PaperWord.NAME, _WHO), (PaperWord.DELEGATION, _FROM), (PaperWord.BADGE, _BADGE), (PaperWord.PHONE, _PHONE),
    (PaperWord.STATE, _STATE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    parts: tuple[Part, ...]
    height: float
    sought: bool

    def draw(self, paper: Paper, y: float) -> None:
        paper.frame(Box(_TICK.left, y + 2, 5.2, 5.2), Pen(0.35, INK))
        if self.sought:  # a bar down the side: who is missing is seen at arm's length
            paper.block(Box(LEFT - 3, y + 0.4, 1.6, self.height - 0.8), INK)
        for part in self.parts:
            part.at(0, y).draw(paper)
        paper.path([(LEFT, y + self.height), (RIGHT, y + self.height)], Pen(0.15, LINE))


def manifest_pdf(manifest: Manifest, forum: Forum, printed_at: Instant, languages: tuple[Language, ...] = ()) -> bytes:
    """Return the manifest of one bus as PDF on A4, labelled in `languages` or the forum's first two.

    A name that the fonts cannot draw stands with its missing letters as ``[U+XXXX]``, above the Latin one.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    return _Sheet(manifest, forum, printed_at, languages or spoken_on(manifest.bus, forum)).pdf()


def spoken_on(bus: Bus, forum: Forum) -> tuple[Language, ...]:
    """Return the forum's first two languages, and the first of the bus's own that is another and has words on paper."""
    first = forum.languages[:2]
    own = (tag for tag in bus.languages if tag not in first and tag in of_papers())
    return (*first, *islice(own, 1))


@dataclass(frozen=True, slots=True)
class _Sheet:
    manifest: Manifest
    forum: Forum
    printed_at: Instant
    languages: tuple[Language, ...]

    def pdf(self) -> bytes:
        head = self._head()
        begin = max((part.bottom for part in head), default=TOP + _TOP_HEIGHT) + 3
        rows = (self._row(number, line) for number, line in enumerate(self.manifest.lines, 1))
        pages = list(_paged(rows, begin, self._headings()[1]))
        paper = Paper(f"{self._word(PaperWord.MANIFEST)} {self.manifest.bus.code}", self.languages[0])
        for number, page in enumerate(pages, 1):
            paper.open_page(WIDTH, HEIGHT)
            self._draw_top(paper, number, len(pages))
            for part in head if number == 1 else ():
                part.draw(paper)
            self._draw_rows(paper, page, begin if number == 1 else TOP + _TOP_HEIGHT)
            paper.close_page()
        file = BytesIO()
        paper.save(file)
        return file.getvalue()

    def _word(self, of: PaperWord) -> str:
        return " ".join(self._words(of))

    def _short(self, of: PaperWord) -> str:
        """Return a word of the paper's own corners, for those who keep it: in the forum's languages alone."""
        return " ".join(words(of, self.languages[:2]))

    # on each page: what tells where it belongs

    def _draw_top(self, paper: Paper, page: int, pages: int) -> None:
        draw_plate(paper, self.manifest.bus.code, dark=self.manifest.is_published)
        title = text_at(LEFT + 34, TOP, 76, self._word(PaperWord.MANIFEST), _TITLE)
        standing = PaperWord.PUBLISHED if self.manifest.is_published else PaperWord.WORKING
        kind = text_at(LEFT + 34, title.bottom, 76, self._short(standing), STRONG)
        forum = " · ".join(dict.fromkeys(self.forum.short_name.in_(each) for each in self.languages[:2]))
        for part in (title, kind, text_at(LEFT + 34, kind.bottom, 84, forum, LABEL), *self._figures()):
            part.draw(paper)
        self._draw_proof(paper)
        draw_foot(paper, self.manifest.bus.code, f"{self._short(PaperWord.PAGE)} {page} / {pages}")

    def _draw_proof(self, paper: Paper) -> None:
        """Draw version, time and checksum: two papers that share them say the same."""
        printed = self.forum.local(self.printed_at).strftime("%Y-%m-%d %H:%M %z")
        said = (
            (PaperWord.VERSION, str(self.manifest.version)),
            (PaperWord.PRINTED, printed),
            (PaperWord.CHECKSUM, checksum(self.manifest)),
        )
        draw_proof(paper, ((self._short(key), value) for key, value in said))

    def _figures(self) -> list[Part]:
        counted, sought = self.manifest.tally, sought_as(self.manifest.bus.state)
        listed, aboard = (PaperWord.LISTED, str(counted.listed)), (PaperWord.ABOARD, counted.aboard_said)
        always = [listed, aboard, (STANDINGS[sought], str(counted.sought))]
        rare = [
            (PaperWord.SAFE, counted.safe),
            (PaperWord.ACCOUNTED, counted.accounted),
            (PaperWord.UNLISTED, counted.unlisted),
        ]
        shown = [*always, *((key, str(figure)) for key, figure in rare if figure)]
        return across(TOP + 16, [(figure, self._word(key)) for key, figure in shown], (_FIGURE, LABEL))

    # on the first page: the bus itself; what is not known is left out

    def _head(self) -> list[Part]:
        bus, route = self.manifest.bus, self.forum.route(self.manifest.bus.route)
        names = " · ".join(dict.fromkeys(route.name.in_(each) for each in self.languages)) if route else bus.route
        parts = stacked(LEFT, TOP + _TOP_HEIGHT, RIGHT - LEFT, [(names, _TITLE)])
        parts += self._swapped(parts[-1].bottom if parts else TOP + _TOP_HEIGHT)
        vehicle = {
            PaperWord.PLATE: bus.plate, PaperWord.BAY: bus.bay, PaperWord.DEPARTS: bus.departs,
            PaperWord.SEATS: _seats(self.manifest), PaperWord.LANGUAGES: ", ".join(bus.languages),
            PaperWord.CHARTER_SIGN: bus.charter_sign,
        }  # fmt: skip
        people = {
            PaperWord.DRIVER: bus.driver, PaperWord.DRIVER_PHONE: bus.driver_phone, PaperWord.GUIDE: bus.guide,
            PaperWord.COORDINATOR: bus.coordinator,
        }  # fmt: skip
        for facts in (vehicle, people):
            known = [(self._word(key), value) for key, value in facts.items() if value.strip()]
            parts += across(max(part.bottom for part in parts) + 0.8, known, (LABEL, _VALUE))
        return parts + self._souls(max(part.bottom for part in parts))

    def _swapped(self, y: float) -> list[Part]:
        """Return which bus takes over, and from which this one took over."""
        swap, manifest = self.manifest.swap, self.manifest
        said = [(self._word(PaperWord.TAKES_OVER), " ".join(manifest.took_over))] if manifest.took_over else []
        if swap is not None:
            why = f"{self._word(PaperWord.BROKEN_DOWN)} · " if swap.cause is Cause.BROKEN_DOWN else ""
            said.insert(0, (f"{why}{self._word(PaperWord.ALL_CHANGE)}", swap.to))
        return across(y + 0.8, said, (STRONG, _FIGURE)) if said else []

    def _souls(self, y: float) -> list[Part]:
        """Return everybody aboard as a sum that can be checked by counting, where the crew is known."""
        roles, tally = crew(self.manifest.bus), self.manifest.tally
        if not roles:
            return []
        terms = [
            (tally.aboard_said, PaperWord.DELEGATES),
            *(("+ 1", role) for role in roles),
            (f"= {in_doubt(tally.aboard + len(roles), tally.doubted)}", PaperWord.SOULS),
        ]
        return across(y + 1.5, [(figure, self._word(key)) for figure, key in terms], (_FIGURE, LABEL))

    # the list

    def _row(self, number: int, line: ManifestLine) -> _Row:
        person = line.delegate
        organisation = "" if person.organisation == person.delegation else person.organisation
        latin = person.second_name if person.name else ""
        parts = (
            *_NUMBER.cell([(str(number), LABEL)]),
            *_WHO.cell([(person.name or person.latin_name, _NAME), (latin, _LATIN), *self._overridden(line.override)]),
            *_FROM.cell([(person.delegation, _LATIN), (organisation, _SMALL)]),
            *_BADGE.cell([(person.badge_no, STRONG), (", ".join(person.languages), _SMALL)]),
            *_PHONE.cell([(person.phone, PLAIN)]),
            *_STATE.cell(self._state(line)),
        )
        height = max((part.bottom for part in parts), default=0.0) + 1.5
        sought = self.manifest.standing(line) is sought_as(self.manifest.bus.state)
        return _Row(parts, max(_ROW_LEAST, height), sought)

    def _overridden(self, override: Override | None) -> list[tuple[str, Style]]:
        """Return why somebody is aboard though the door said otherwise, and who said so."""
        if override is None:
            return []
        said = [f"{self._short(PaperWord.OVERRIDDEN)}:", self._short(OVERRIDE_GROUNDS[override.ground])]
        return [(" ".join(said), _SMALL), (" · ".join(filter(None, (override.text, override.by))), _SMALL)]

    def _state(self, line: ManifestLine) -> list[tuple[str, Style]]:
        """Return where somebody is, in words that stay readable in black and white.

        A bus code has a line to itself: beside Arabic its digits would change places.
        """
        since = [(self.forum.local(line.since).strftime("%H:%M"), PLAIN)] if line.since is not None else []
        aboard, standing = self._word(PaperWord.ABOARD), self.manifest.standing(line)
        match standing:
            case Standing.ABOARD:
                return [(aboard, PLAIN), *since]
            case Standing.UNLISTED:
                return [(aboard, PLAIN), *since, *((each, STRONG) for each in self._words(PaperWord.UNLISTED))]
            case Standing.SAFE:
                return [*((each, STRONG) for each in self._words(PaperWord.SAFE)), (line.seen_on or "", _NAME)]
            case _:
                return [(each, STRONG) for each in self._words(STANDINGS[standing])]

    def _words(self, of: PaperWord) -> tuple[str, ...]:
        return words(of, self.languages)

    def _headings(self) -> tuple[list[Part], float]:
        """Return the words over the columns, and how high they are: three languages may take a second line."""
        parts = [text_at(each.left, 0.7, each.width + 2, self._word(word), LABEL) for word, each in _HEADED]
        return parts, max(_HEADING, *(part.bottom + 0.7 for part in parts))

    def _draw_rows(self, paper: Paper, rows: Sequence[_Row], y: float) -> None:
        headings, height = self._headings()
        paper.block(Box(LEFT, y, RIGHT - LEFT, height), SHADE)
        for part in headings:
            part.at(0, y).draw(paper)
        y += height
        for row in rows:
            row.draw(paper, y)
            y += row.height
        if not rows:
            text_at(_WHO.left, y + 3, 100, self._word(PaperWord.NOBODY), _VALUE).draw(paper)


def _paged(rows: Iterable[_Row], begin: float, heading: float) -> Iterator[list[_Row]]:
    """Yield the rows of each page; there is a first page even where there is no row."""
    y = begin + heading
    page: list[_Row] = []
    for row in rows:
        if y + row.height > BOTTOM and page:
            yield page
            page, y = [], TOP + _TOP_HEIGHT + heading
        page.append(row)
        y += row.height
    yield page


def _seats(manifest: Manifest) -> str:
    """Return how many the bus is for, and how many the law lets aboard, with its wheelchairs; and the layouts that it names."""
    bus, wheelchairs = manifest.bus, manifest.wheelchairs
    figures = f"{usable(bus, wheelchairs)} / {licensed(bus, wheelchairs)}"
    return f"{figures} ({', '.join(bus.layouts)})" if bus.layouts else figures
