"""The list of an emergency on paper: everybody who was aboard or expected, with two large boxes to tick and room to write."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from checkin_app.domain.emergencies import Condition, Emergency
from checkin_app.domain.forum import Forum, Language
from checkin_app.domain.head_counts import Crew
from checkin_app.domain.ids import DelegateId, Instant
from checkin_app.domain.manifest_lines import lines_code
from checkin_app.domain.papers import PaperWord
from checkin_app.services.emergencies import EmergencyLine, EmergencyStanding
from printing.fit import Box
from printing.fonts import Weight
from printing.manifest_pdf import spoken_on
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

_HEADING = 5.0
_ROW_LEAST = 13.0
_BOX = 8.0
"""Of a box to tick, in mm: it is ticked by hand, outdoors, in gloves."""
_EMPTY_ROWS = 4
"""For who is found and was not on the list."""

_NAME, _LATIN, _SMALL = Style(12, Weight.BOLD), Style(9), Style(7.5, ink=QUIET)
_FIGURE, _TITLE = Style(13, Weight.BOLD), Style(15, Weight.BOLD)
_NUMBER, _WHO, _FROM = Column(12, 7), Column(19, 47), Column(68, 29)
_REACHED, _WAS = Column(98, 28), Column(127, 16)
_SAFE, _INJURED, _NOTE = Column(144, 11), Column(156, 12), Column(169, 29)
_HEADED = (
    (PaperWord.NAME, _WHO), (PaperWord.DELEGATION, _FROM), (PaperWord.PHONE, _REACHED), (PaperWord.UNHURT, _SAFE),
    (PaperWord.INJURED, _INJURED), (PaperWord.NOTE, _NOTE),
)  # fmt: skip
_CREW = {
    Crew.GUIDE: PaperWord.GUIDE, Crew.INTERPRETER: PaperWord.INTERPRETER, Crew.SECURITY: PaperWord.SECURITY,
    Crew.MEDIC: PaperWord.MEDIC, Crew.STAFF: PaperWord.STAFF, Crew.DRIVER: PaperWord.DRIVER,
}  # fmt: skip
_BOXES = ((Condition.SAFE, _SAFE), (Condition.INJURED, _INJURED))


def emergency_pdf(standing: EmergencyStanding, emergency: Emergency, forum: Forum, printed_at: Instant) -> bytes:
    """Return the frozen list as PDF on A4, in the forum's first two languages and the bus's own.

    Who is marked already has their box filled; contradictions have both, and stay to be looked at.

    Raises:
        FontMissing: a font file of this installation is gone.
    """
    return _Sheet(standing, emergency, forum, printed_at, spoken_on(standing.bus, forum)).pdf()


def checksum(standing: EmergencyStanding, emergency: Emergency) -> str:
    """Return twelve digits: two papers share them only where they say the same, and the last four where they list the same."""
    lines = [[line.who, line.condition, line.is_contradicted] for line in standing.lines]
    content = json.dumps([standing.bus.code, emergency.call_facts, lines], separators=(",", ":"))
    digest = hashlib.sha256(content.encode()).hexdigest().upper()
    listed = lines_code(standing.bus.code, (DelegateId(line.who) for line in standing.lines))
    return f"{digest[:4]}-{digest[4:8]}-{listed}"


@dataclass(frozen=True, slots=True)
class _Row:
    parts: tuple[Part, ...]
    height: float
    said: frozenset[Condition] = frozenset()

    def draw(self, paper: Paper, y: float) -> None:
        for condition, column in _BOXES:
            box = Box(column.left, y + (self.height - _BOX) / 2, _BOX, _BOX)
            paper.frame(box, Pen(0.5, INK))
            if condition in self.said:
                inner = Box(box.left + 1.6, box.top + 1.6, _BOX - 3.2, _BOX - 3.2)
                paper.block(inner, INK)
        for part in self.parts:
            part.at(0, y).draw(paper)
        paper.path([(LEFT, y + self.height), (RIGHT, y + self.height)], Pen(0.15, LINE))


@dataclass(frozen=True, slots=True)
class _Sheet:
    standing: EmergencyStanding
    emergency: Emergency
    forum: Forum
    printed_at: Instant
    languages: tuple[Language, ...]

    def pdf(self) -> bytes:
        top = self._top()
        under = max(part.bottom for part in top) + 2
        head = self._head(under)
        begin, heading = max((part.bottom for part in head), default=under) + 2, self._headings()[1]
        pages = list(_paged(self._rows(), begin + heading, under + heading))
        paper = Paper(f"{self._word(PaperWord.EMERGENCY)} {self.standing.bus.code}", self.languages[0])
        for number, page in enumerate(pages, 1):
            paper.open_page(WIDTH, HEIGHT)
            self._draw_top(paper, f"{self._short(PaperWord.PAGE)} {number} / {len(pages)}")
            for part in (*top, *head) if number == 1 else top:
                part.draw(paper)
            self._draw_rows(paper, page, begin if number == 1 else under)
            paper.close_page()
        file = BytesIO()
        paper.save(file)
        return file.getvalue()

    def _word(self, of: PaperWord) -> str:
        return " ".join(words(of, self.languages))

    def _short(self, of: PaperWord) -> str:
        """Return a word in the forum's languages alone, where three do not fit."""
        return " ".join(words(of, self.languages[:2]))

    def _clock(self, at: Instant) -> str:
        return self.forum.local(at).strftime("%Y-%m-%d %H:%M %z")

    # on each page: what tells where it belongs

    def _top(self) -> list[Part]:
        title = text_at(LEFT + 34, TOP, 78, self._word(PaperWord.EMERGENCY), _TITLE)
        kind = text_at(LEFT + 34, title.bottom, 78, self._kind(), STRONG)
        return [title, kind, *self._figures(max(TOP + 17, kind.bottom + 1))]

    def _draw_top(self, paper: Paper, page: str) -> None:
        draw_plate(paper, self.standing.bus.code, dark=True)
        proof = (
            (PaperWord.FROZEN, self._clock(self.emergency.at)),
            (PaperWord.VERSION, str(self.standing.version)),
            (PaperWord.PRINTED, self._clock(self.printed_at)),
            (PaperWord.CHECKSUM, checksum(self.standing, self.emergency)),
        )
        draw_proof(paper, ((self._short(key), value) for key, value in proof))
        draw_foot(paper, self.standing.bus.code, page)

    def _kind(self) -> str:
        said = [] if not self.emergency.rehearsal else [self._short(PaperWord.DRILL)]
        said.append(self._short(PaperWord.FROZEN_LIST if self.emergency.is_on else PaperWord.ENDED))
        return " · ".join(said)

    def _figures(self, y: float) -> list[Part]:
        figures = self.emergency.figures
        shown = [
            (PaperWord.PEOPLE, len(self.standing.lines)),
            (PaperWord.UNKNOWN, figures[Condition.UNKNOWN]),
            (PaperWord.INJURED, figures[Condition.INJURED]),
            (PaperWord.UNHURT, figures[Condition.SAFE]),
        ]
        if self.emergency.contradicted:
            shown.append((PaperWord.CONTRADICTED, self.emergency.contradicted))
        return across(y, [(str(figure), self._short(key)) for key, figure in shown], (_FIGURE, LABEL))

    # on the first page: the bus itself, and what happened

    def _head(self, y: float) -> list[Part]:
        bus, route = self.standing.bus, self.forum.route(self.standing.bus.route)
        names = " · ".join(dict.fromkeys(route.name.in_(each) for each in self.languages)) if route else bus.route
        reasons = " · ".join(dict.fromkeys(each.reason for each in self.emergency.calls if each.reason))
        parts = stacked(LEFT, y, RIGHT - LEFT, [(names, _FIGURE), (reasons, _LATIN)])
        known = [
            (self._short(key), value)
            for key, value in ((PaperWord.PLATE, bus.plate), (PaperWord.DRIVER_PHONE, bus.driver_phone))
            if value.strip()
        ]
        return parts + across(max((part.bottom for part in parts), default=y) + 0.8, known, (LABEL, Style(10)))

    # the list

    def _rows(self) -> Iterator[_Row]:
        for number, line in enumerate(self.standing.lines, 1):
            yield self._row(number, line)
        found = self._short(PaperWord.FOUND)
        for _ in range(_EMPTY_ROWS):
            yield _Row((*_NUMBER.cell([("+", LABEL)]), *_WAS.cell([(found, _SMALL)])), _ROW_LEAST)

    def _row(self, number: int, line: EmergencyLine) -> _Row:
        parts = (
            *_NUMBER.cell([(str(number), LABEL)]),
            *_WHO.cell(self._who(line)),
            *_FROM.cell(self._from(line)),
            *_REACHED.cell([(line.phone, PLAIN), (line.delegate.badge_no if line.delegate else "", STRONG)]),
            *_WAS.cell([(each, PLAIN if line.was_aboard else STRONG) for each in self._was(line)]),
            *_NOTE.cell([(each.note, PLAIN) for each in line.marks]),
        )
        height = max((part.bottom for part in parts), default=0.0) + 1.5
        said = frozenset(each.condition for each in line.marks)
        return _Row(parts, max(_ROW_LEAST, height), said)

    def _who(self, line: EmergencyLine) -> list[tuple[str, Style]]:
        who = line.delegate
        if who is None:
            return [(line.name or self._crew(line), _NAME)]
        return [(who.name or who.latin_name, _NAME), (who.second_name if who.name else "", _LATIN)]

    def _crew(self, line: EmergencyLine) -> str:
        """Return what one of the crew is, with their number; of a guest whose details are not here, their id."""
        if line.crew is None:
            return line.who
        return f"{self._short(_CREW[line.crew])} {line.who.partition('-')[2]}"

    def _from(self, line: EmergencyLine) -> list[tuple[str, Style]]:
        who = line.delegate
        if who is None:
            return [(self._crew(line), _LATIN)] if line.name else []
        organisation = "" if who.organisation == who.delegation else who.organisation
        return [(who.delegation, _LATIN), (organisation, _SMALL)]

    def _was(self, line: EmergencyLine) -> Sequence[str]:
        if not line.is_listed:
            return words(PaperWord.FOUND, self.languages[:2])
        return words(PaperWord.ABOARD if line.was_aboard else PaperWord.EXPECTED, self.languages[:2])

    def _headings(self) -> tuple[list[Part], float]:
        """Return the words over the columns, and how high they are: two languages may take two lines."""
        parts = [text_at(each.left, 0.7, each.width, self._short(word), LABEL) for word, each in _HEADED]
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


def _paged(rows: Iterable[_Row], first: float, others: float) -> Iterator[list[_Row]]:
    """Yield the rows of each page, which begin at these heights."""
    y = first
    page: list[_Row] = []
    for row in rows:
        if y + row.height > BOTTOM and page:
            yield page
            page, y = [], others
        page.append(row)
        y += row.height
    yield page
