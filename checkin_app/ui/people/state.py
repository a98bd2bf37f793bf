"""The directory as values: what was asked for, how many there are, and who is chosen."""

from dataclasses import dataclass, replace

from checkin_app.domain.ids import DelegateId
from checkin_app.services.ports.people import DelegateCard


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Everything the directory draws, but for the rows, which its model fetches page by page."""

    query: str = ""
    category: str = ""
    """The category shown alone; empty for all."""
    asked: int = 0
    count: int | None = None
    """How many fit; None until the first answer."""
    chosen: DelegateId | None = None
    card: DelegateCard | None = None
    """The card of the person chosen; None while it is on its way."""
    trouble: str = ""
    """Why the newest question has no answer, in words."""

    @property
    def searching(self) -> bool:
        return bool(self.query.strip())


def typed(state: PeopleState, query: str) -> PeopleState:
    return replace(state, query=query)


def category_chosen(state: PeopleState, category: str) -> PeopleState:
    return replace(state, category=category)


def asked(state: PeopleState) -> PeopleState:
    """Return the state with one more question on its way; answers to earlier ones are passed over."""
    return replace(state, asked=state.asked + 1)


def listed(state: PeopleState, count: int) -> PeopleState:
    return replace(state, count=count, trouble="")


def refused(state: PeopleState, trouble: str) -> PeopleState:
    return replace(state, trouble=trouble)


def chosen(state: PeopleState, delegate: DelegateId, card: DelegateCard | None) -> PeopleState:
    """Return the state with somebody chosen, by the card that the list has, if it has one."""
    return replace(state, chosen=delegate, card=card)


def card_fetched(state: PeopleState, card: DelegateCard) -> PeopleState:
    return replace(state, card=card) if card.delegate.id == state.chosen else state


def removed(state: PeopleState, delegate: DelegateId) -> PeopleState:
    """Return the state after somebody was taken off the record: nobody is shown who is not there."""
    return replace(state, chosen=None, card=None) if delegate == state.chosen else state


def opened(state: PeopleState) -> PeopleState:
    """Return the state after another screen named somebody: nothing is asked for that would hide them."""
    return replace(state, query="", category="")
