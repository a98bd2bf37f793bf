"""Many badges at once, as values: whose, in which order, where to, how many that is, and what became of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checkin_app.domain.forum import Forum
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import LogId
from checkin_app.services.badge_runs import EVERY_BADGE, BadgeRun, RunCount, RunOrder, RunOwed

#: More badges than this are begun by holding the button.
MANY = 20


class Choice(StrEnum):
    """What is chosen in a menu."""

    DELEGATION = "delegation"
    CATEGORY = "category"
    ROUTE = "route"
    TO = "to"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class BadgeRunState:
    run: BadgeRun = EVERY_BADGE
    to: str = ""
    """The printer; empty for a file."""
    delegations: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    printers: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    count: RunCount | None = None
    """What the run would be; None while it is counted."""
    working: bool = False
    done: int = 0
    whole: int = 0
    result: RunOwed | HandedOut | str = ""
    """What came of the run; a text where nothing did."""
    taken_back: bool = False
    """The badges of the file count as issued no more."""

    @property
    def fresh(self) -> int:
        """How many badges would come out now: those in a file may be badges that came out before."""
        if self.count is None:
            return 0
        return self.count.badges - self.count.before if self.to else self.count.badges

    @property
    def ready(self) -> bool:
        return not self.working and self.fresh > 0

    @property
    def lasting(self) -> bool:
        """Whether it is so much that it has to be meant."""
        return self.fresh > MANY

    @property
    def issued(self) -> LogId | None:
        """Return what takes back that the badges of the file count as issued; None where nothing can be."""
        return self.result.issued if isinstance(self.result, HandedOut) and not self.working else None

    @property
    def wrong(self) -> bool:
        return isinstance(self.result, str) and bool(self.result)

    def options(self, choice: Choice) -> tuple[str, ...]:
        """Return what can be chosen, first what stands for no choice: everybody, a file, the forum's own template."""
        return ("", *_OPTIONS[choice](self))

    def chosen(self, choice: Choice) -> str:
        return _CHOSEN[choice](self)


_OPTIONS: dict[Choice, Callable[[BadgeRunState], tuple[str, ...]]] = {
    Choice.DELEGATION: lambda state: state.delegations,
    Choice.CATEGORY: lambda state: state.categories,
    Choice.ROUTE: lambda state: state.routes,
    Choice.TO: lambda state: state.printers,
    Choice.TEMPLATE: lambda state: state.templates,
}
_CHOSEN: dict[Choice, Callable[[BadgeRunState], str]] = {
    Choice.DELEGATION: lambda state: state.run.wish.delegation,
    Choice.CATEGORY: lambda state: state.run.wish.category,
    Choice.ROUTE: lambda state: state.run.wish.route,
    Choice.TO: lambda state: state.to,
    Choice.TEMPLATE: lambda state: state.run.template,
}


def opened(state: BadgeRunState, forum: Forum, printers: Sequence[str], to: str) -> BadgeRunState:
    """Come to the page and count anew; what was chosen stays as far as there is such a thing, else badges go to the printer `to`."""
    routes, categories = tuple(str(each.id) for each in forum.routes), tuple(str(each.id) for each in forum.categories)
    wish = state.run.wish
    kept = replace(
        wish,
        category=wish.category if wish.category in categories else "",
        route=wish.route if wish.route in routes else "",
    )
    known = replace(
        state, run=replace(state.run, wish=kept), categories=categories, routes=routes, printers=tuple(printers),
        count=None,
    )  # fmt: skip
    # A file that was chosen stays one, a printer that is gone does not stay.
    gone = state.to not in printers if state.to else not state.printers
    sent = replace(known, to=to if to in printers else "") if gone else known
    return sent if state.working else _fresh(sent)


def templates_listed(state: BadgeRunState, names: Sequence[str]) -> BadgeRunState:
    template = state.run.template if state.run.template in names else ""
    return replace(state, templates=tuple(names), run=replace(state.run, template=template))


def counted(state: BadgeRunState, of: BadgeRun, count: RunCount) -> BadgeRunState:
    """It was counted; of a run that is not wanted any more only the delegations are taken."""
    known = replace(state, delegations=count.delegations)
    return replace(known, count=count) if of == state.run else known


def option_chosen(state: BadgeRunState, choice: Choice, place: int) -> BadgeRunState:
    if state.working or not 0 <= place < len(options := state.options(choice)):
        return state
    if choice is Choice.TO:
        return _fresh(replace(state, to=options[place]))
    if choice is Choice.TEMPLATE:
        return _wanted(state, replace(state.run, template=options[place]))
    return _wanted(state, replace(state.run, wish=replace(state.run.wish, **{choice.value: options[place]})))


def order_chosen(state: BadgeRunState, order: RunOrder) -> BadgeRunState:
    return state if state.working else _wanted(state, replace(state.run, order=order))


def apart_chosen(state: BadgeRunState, *, apart: bool) -> BadgeRunState:
    return state if state.working else _wanted(state, replace(state.run, apart=apart))


def begun(state: BadgeRunState) -> BadgeRunState:
    return replace(_fresh(state), working=True, done=0, whole=0)


def moved_on(state: BadgeRunState, done: int, whole: int) -> BadgeRunState:
    return replace(state, done=done, whole=whole) if state.working else state


def ended(state: BadgeRunState, result: RunOwed | HandedOut | str) -> BadgeRunState:
    """It was done, or the text tells why not; how many would come out now is counted anew."""
    return replace(state, working=False, result=result, count=None)


def restored(state: BadgeRunState, trouble: str) -> BadgeRunState:
    """Whether the badges of the file count as issued no more; the text tells why they still do."""
    return replace(state, result=trouble, taken_back=not trouble, count=None)


def _wanted(state: BadgeRunState, run: BadgeRun) -> BadgeRunState:
    return state if run == state.run else _fresh(replace(state, run=run, count=None))


def _fresh(state: BadgeRunState) -> BadgeRunState:
    return replace(state, result="", taken_back=False)
