"""What the find screen says of the people it found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.domain.names.likeness import Likeness
from checkin_app.runtime.phone_numbers import grouped
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import words, words_notices
from checkin_app.ui.find.rows import ResultRow
from checkin_app.ui.find.side import SideView
from checkin_app.ui.find.state import FindState, Found, Standing
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.person import FactRow


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

    def count(self, state: FindState) -> str:
        answered = bool(state.query.strip()) and not state.waiting
        return self.tr("%Ln found", "", len(state.ids)) if answered else ""

    def message(self, state: FindState) -> tuple[str, str]:
        """Return what stands where the rows would, and a line under it."""
        if state.note and not state.ids:
            return state.note, ""
        if state.nobody:
            line = self.tr("Try fewer letters, the organisation or the phone number, or register a walk-in.")
            return self.tr("Nobody fits"), line
        if not state.query.strip():
            line = self.tr("In any script, by pinyin or its initials; accents make no difference.")
            return self.tr("Type any part of a name"), line
        return "", ""

    def rows(self, state: FindState) -> list[ResultRow]:
        rows: list[ResultRow] = []
        alikes = state.alikes()
        for delegate in state.ids:
            person = state.people.get(delegate)
            if person is None:
                break
            rows.append(self._row_of(person, state.query, alikes.get(delegate)))
        return rows

    def _row_of(self, person: Found, query: str, alike: Likeness | None) -> ResultRow:
        chip, tone = self._standing(person)
        organisation = person.organisation or person.delegation
        return ResultRow(
            name=person.name,
            latin=person.latin,
            organisation=organisation,
            query=query,
            line=self._second_line(person, alike),
            number=person.badge_no,
            chip=chip,
            tone=tone,
            alike=alike is not None,
        )

    def _second_line(self, person: Found, alike: Likeness | None) -> str:
        delegation = person.delegation if person.organisation not in {"", person.delegation} else ""
        rest = self._look_twice(alike) if alike else self._languages(person.languages)
        parts = (rest, delegation, person.category) if alike else (delegation, person.category, rest)
        if person.formerly:
            said = self.tr("“{name}” was merged into this record")
            return said.replace("{name}", bidi.name(person.formerly))
        return " · ".join(part for part in parts if part)

    def _look_twice(self, alike: Likeness) -> str:
        match alike:
            case Likeness.NAME:
                return self.tr("same name, look twice")
            case Likeness.PINYIN:
                return self.tr("same pinyin, look twice")
            case Likeness.SPELLING:
                return self.tr("same spelling, look twice")

    def _standing(self, person: Found) -> tuple[str, ChipTone]:
        time = self._time(person.since) if person.since is not None else ""
        match person.standing:
            case Standing.NOT_IN:
                return self.tr("Not in yet"), ChipTone.QUIET
            case Standing.INSIDE:
                return self.tr("In {time}").format(time=time).strip(), ChipTone.GO
            case Standing.LEFT:
                return self.tr("Left {time}").format(time=time).strip(), ChipTone.QUIET
            case Standing.REVOKED | Standing.REPLACED:
                return self.tr("Badge void"), ChipTone.STOP

    def side(self, state: FindState) -> SideView:
        person = state.person
        if person is None:
            return self._nobody_chosen(state)
        alike, alike_line = self._look_out(state, person)
        return SideView(
            name=person.name,
            latin=person.latin,
            letter=person.category_letter,
            category=person.category,
            number=person.badge_no,
            facts=self._facts(person),
            note=person.note,
            alike=alike,
            alike_line=alike_line,
            asking=state.confirming or self._other_issue(state, person),
            trouble=state.note,
            done=state.done,
            check_in=self._check_in_words(person, asking=state.confirming),
            enabled=not state.busy and not state.waiting,
        )

    def _nobody_chosen(self, state: FindState) -> SideView:
        """Say why Enter does nothing where a number was typed: it is nobody's, or several people's."""
        if not state.ids or state.waiting or not state.is_number:
            return SideView(hint=words_notices.nobody_chosen() if not state.nobody else "")
        several = len(state.bearers)
        title = (
            self.tr("%Ln people bear this number", "", several)
            if several
            else self.tr("No badge has exactly this number")
        )
        return SideView(alike=title, alike_line=self.tr("Look who it is, then choose with ↑ ↓."), asking=True)

    def _other_issue(self, state: FindState, person: Found) -> bool:
        return state.issue is not None and state.issue != person.issue

    def _look_out(self, state: FindState, person: Found) -> tuple[str, str]:
        """Return what to look at before this person is checked in, and what to do about it; or nothing."""
        if state.issue is not None and self._other_issue(state, person):
            return self._issue_words(person, state.issue)
        alike = state.sharing()
        if alike < 2:
            return "", ""
        return self._sharing(state, alike), self._alike_line(person, asking=state.confirming)

    def _issue_words(self, person: Found, issue: int) -> tuple[str, str]:
        typed, valid = (bidi.code(f"{person.badge_no}-{each}") for each in (issue, person.issue))
        if issue < person.issue:
            return self.tr("Badge {number} is void").format(number=typed), self.tr(
                "Badge {number} took its place. Ask for that one."
            ).format(number=valid)
        return self.tr("Badge {number} is not known here").format(number=typed), self.tr(
            "The newest badge known here is {number}."
        ).format(number=valid)

    def _sharing(self, state: FindState, count: int) -> str:
        match state.alikes().get(state.chosen) if state.chosen else None:
            case Likeness.NAME:
                return self.tr("%Ln people share this name", "", count)
            case Likeness.PINYIN:
                return self.tr("%Ln people share this pinyin", "", count)
            case _:
                return self.tr("%Ln people share this spelling", "", count)

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


def found_from(
    card: DelegateCard,
    forum: Forum,
    checkpoint: CheckpointId | None,
    *,
    issue: int | None = None,
    rehearsal: bool,
) -> Found:
    """Return a person as found, with how they stand at `checkpoint`; words are in the language in use.

    `issue` is what was typed after their badge number.
    """
    delegate = card.delegate
    category = forum.category(delegate.category)
    standing, since = _standing(card, checkpoint, issue, rehearsal=rehearsal)
    return Found(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name if delegate.name else "",
        delegation=delegate.delegation,
        organisation=delegate.organisation,
        category_letter=category.letter if category else "",
        category=category.name.in_(words.spoken()) if category else "",
        badge_no=delegate.badge_no,
        issue=card.badge.current,
        phone=delegate.phone,
        languages=delegate.languages,
        route=delegate.route,
        bus=card.movements.bus or "",
        note=delegate.note,
        standing=standing,
        since=since,
    )


def _standing(
    card: DelegateCard, checkpoint: CheckpointId | None, issue: int | None, *, rehearsal: bool
) -> tuple[Standing, Instant | None]:
    if card.badge.revoked:
        return Standing.REVOKED, None
    if issue is not None and issue < card.badge.current:
        return Standing.REPLACED, None
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    if presence is None:
        return Standing.NOT_IN, None
    return (Standing.INSIDE if presence.inside else Standing.LEFT), presence.since
