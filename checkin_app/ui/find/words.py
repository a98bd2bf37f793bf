"""What the find screen says of the people it found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from checkin_app.domain.ids import Instant
from checkin_app.ui.find.rows import ResultRow
from checkin_app.ui.find.side import SideView
from checkin_app.ui.find.state import FindState, Found, Standing
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.person import FactRow
from checkin_app.ui.phones import grouped


class FindWords(QObject):
    """Texts are looked up when asked for, so that the language may change in between."""

    def __init__(
        self,
        time: Callable[[Instant], str],
        languages: Callable[[Sequence[str]], str],
    ) -> None:
        """Speak by means of others.

        Args:
            time: of day, as the forum's clock has it.
            languages: names by their tags, in the language of the screen.
        """
        super().__init__()
        self._time, self._languages = time, languages

    def rows(self, state: FindState) -> list[ResultRow]:
        rows: list[ResultRow] = []
        alikes = state.alikes()
        for delegate in state.ids:
            person = state.people.get(delegate)
            if person is None:
                break
            rows.append(self._row_of(person, state.query, alike=delegate in alikes))
        return rows

    def _row_of(self, person: Found, query: str, *, alike: bool) -> ResultRow:
        chip, tone = self._standing(person)
        organisation = person.organisation or person.delegation
        return ResultRow(
            name=person.name,
            latin=person.latin,
            organisation=organisation,
            query=query,
            line=self._second_line(person, alike=alike),
            number=person.badge_no,
            chip=chip,
            tone=tone,
        )

    def _second_line(self, person: Found, *, alike: bool) -> str:
        delegation = person.delegation if person.organisation not in {"", person.delegation} else ""
        rest = self.tr("same pinyin, look twice") if alike else self._languages(person.languages)
        parts = (rest, delegation, person.category) if alike else (delegation, person.category, rest)
        return " · ".join(part for part in parts if part)

    def _standing(self, person: Found) -> tuple[str, ChipTone]:
        time = self._time(person.since) if person.since is not None else ""
        match person.standing:
            case Standing.NOT_IN:
                return self.tr("Not in yet"), ChipTone.QUIET
            case Standing.INSIDE:
                return self.tr("In {time}").format(time=time).strip(), ChipTone.GO
            case Standing.LEFT:
                return self.tr("Left {time}").format(time=time).strip(), ChipTone.QUIET
            case Standing.REVOKED:
                return self.tr("Badge void"), ChipTone.STOP

    def side(self, state: FindState) -> SideView:
        person = state.person
        if person is None:
            return SideView(hint=self.tr("The person chosen is shown here.") if not state.nobody else "")
        alike = state.sharing()
        return SideView(
            name=person.name,
            latin=person.latin,
            letter=person.category_letter,
            category=person.category,
            number=person.badge_no,
            facts=self._facts(person),
            note=person.note,
            alike=self.tr("%n people share this pinyin", "", alike) if alike > 1 else "",
            alike_line=self._alike_line(person, asking=state.confirming),
            asking=state.confirming,
            trouble=state.note,
            done=state.done,
            check_in=self._check_in_words(person, asking=state.confirming),
            enabled=not state.busy and not state.waiting,
        )

    def _alike_line(self, person: Found, *, asking: bool) -> str:
        if not asking:
            return self.tr("Ask for the organisation or the badge number before checking in.")
        place = person.organisation or person.delegation
        return self.tr("Is it {place}, number {number}?").format(place=place, number=person.badge_no)

    def _check_in_words(self, person: Found, *, asking: bool) -> str:
        if asking:
            return self.tr("Yes, {number}").format(number=person.badge_no)
        return self.tr("Check in")

    def _facts(self, person: Found) -> tuple[FactRow, ...]:
        places = dict.fromkeys(part for part in (person.delegation, person.organisation) if part)
        rows = [
            FactRow(self.tr("From"), "\n".join(places)),
            FactRow(self.tr("Speaks"), self._languages(person.languages)),
            FactRow(self.tr("Phone"), bidi.code(grouped(person.phone))),
        ]
        if person.route or person.bus:
            route = self.tr("Route {route}").format(route=person.route) if person.route else ""
            route = self.tr("{route} · bus").format(route=route) if person.bus and route else route
            rows.append(FactRow(self.tr("Visit"), route, bus=person.bus))
        return tuple(row for row in rows if row.value or row.bus)
