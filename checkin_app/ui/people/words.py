"""What the directory says of itself and of the person chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.ids import RouteId
from checkin_app.runtime.phone_numbers import grouped
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_languages
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.person import FactRow, PersonView
from checkin_app.ui.people.state import PeopleState


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everything the directory shows beside its rows, in words."""

    count: str = ""
    message: str = ""
    message_line: str = ""
    person: PersonView | None = None
    trouble: str = ""


class PeopleWords(QObject):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: PeopleState) -> PeopleView:
        person = self._person(state.card) if state.card else None
        if state.trouble:
            return PeopleView(trouble=state.trouble, person=person)
        if state.count is None:
            return PeopleView(person=person)
        count, message, line = self._count(state, state.count), "", ""
        if not state.count:
            everybody = not state.searching and not state.category
            message = self.tr("No delegates yet") if everybody else self.tr("Nobody fits")
            line = self.tr("A delegate list in XLSX or CSV brings them in.") if everybody else ""
        return PeopleView(count, message, line, person)

    def _count(self, state: PeopleState, count: int) -> str:
        return self.tr("%Ln found", "", count) if state.searching else self.tr("%Ln people", "", count)

    def categories(self) -> list[tuple[str, str]]:
        spoken = words.spoken()
        return [(each.id, each.name.in_(spoken)) for each in self._in_force.forum.categories]

    def _person(self, card: DelegateCard) -> PersonView:
        who = card.delegate
        category = self._in_force.forum.category(who.category)
        return PersonView(
            who.name or who.latin_name,
            who.second_name if who.name else "",
            category.letter if category else "",
            category.name.in_(words.spoken()) if category else "",
            who.badge_no,
            facts=tuple(fact for fact in self._facts(card) if fact.value or fact.bus),
            note=who.note,
        )

    def _facts(self, card: DelegateCard) -> tuple[FactRow, ...]:
        who = card.delegate
        organisation = who.organisation if who.organisation != who.delegation else ""
        return (
            FactRow(self.tr("From"), "\n".join(part for part in (who.delegation, organisation) if part)),
            FactRow(self.tr("Title"), who.title),
            FactRow(self.tr("Speaks"), words_languages.languages(who.languages)),
            FactRow(self.tr("Phone"), bidi.code(grouped(who.phone))),
            FactRow(self.tr("E-mail"), bidi.code(_breakable(who.email))),
            FactRow(self.tr("Visit"), self._route(who.route), card.movements.bus or ""),
            FactRow(self.tr("Seat"), self.tr("accessible place") if who.accessible else ""),
            FactRow(self.tr("Invited by"), who.host),
            FactRow(self.tr("Badge"), self._badge(card)),
        )

    def _route(self, route: RouteId) -> str:
        known = self._in_force.forum.route(route) if route else None
        return known.name.in_(words.spoken()) if known else route

    def _badge(self, card: DelegateCard) -> str:
        if card.badge.revoked:
            return self.tr("void")
        if card.badge.current > 1:
            return self.tr("issue {number}, earlier ones are void").format(number=bidi.code(str(card.badge.current)))
        return ""


def _breakable(address: str) -> str:
    """Return an address that may be broken before its signs, where a card is narrower than it."""
    return address.replace("@", "\u200b@").replace(".", "\u200b.")
