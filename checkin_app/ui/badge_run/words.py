"""Puts many badges at once into words."""

from collections.abc import Mapping
from dataclasses import dataclass

from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.ids import CategoryId
from checkin_app.services.badge_runs import RunCount, RunOrder, RunOwed
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.ui import words, words_buses
from checkin_app.ui.badge_run.state import BadgeRunState, Choice
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.words_outgoing import FileWords


@dataclass(frozen=True, slots=True)
class BadgeRunView:
    """Everything the page shows, in words."""

    options: Mapping[Choice, tuple[str, ...]]
    orders: tuple[tuple[str, str], ...]
    aparts: tuple[tuple[str, str], ...]
    said: str
    """How many badges it would be, how far it is, or what came of it."""
    note: str
    go: str
    take_back: str


class BadgeRunWords(FileWords):
    """Words in the language in use; looked up when shown."""

    def __init__(self, in_force: ForumInForce) -> None:
        super().__init__()
        self._in_force = in_force

    def view(self, state: BadgeRunState) -> BadgeRunView:
        said, note = self._said(state)
        return BadgeRunView(
            options={each: self._options(state, each) for each in Choice},
            orders=self._orders(),
            aparts=(("no", self.tr("No")), ("yes", self.tr("Yes"))),
            said=said,
            note=note,
            go=self._go(state),
            take_back=self.giving_up(),
        )

    def labels(self) -> Mapping[Choice, str]:
        return {
            Choice.DELEGATION: self.tr("Delegation"),
            Choice.CATEGORY: self.tr("Category"),
            Choice.ROUTE: self.tr("Route"),
            Choice.TO: self.tr("Where to"),
            Choice.TEMPLATE: self.tr("Badge template"),
        }

    def file_name(self, time: str) -> str:
        return self.tr("Badges {time}").format(time=time)

    def _options(self, state: BadgeRunState, choice: Choice) -> tuple[str, ...]:
        nothing = {
            Choice.DELEGATION: self.tr("All delegations"),
            Choice.CATEGORY: self.tr("All categories"),
            Choice.ROUTE: self.tr("All routes"),
            Choice.TO: self.tr("A PDF file"),
            Choice.TEMPLATE: self.tr("The forum’s"),
        }
        return tuple(self._option(choice, each) if each else nothing[choice] for each in state.options(choice))

    def _option(self, choice: Choice, value: str) -> str:
        forum = self._in_force.forum
        if choice is Choice.CATEGORY:
            category = forum.category(CategoryId(value))
            return bidi.name(category.name.in_(words.spoken())) if category else bidi.code(value)
        if choice is Choice.ROUTE:
            return words_buses.route(forum, value)
        return bidi.code(value) if choice is Choice.TEMPLATE else bidi.name(value)

    def _orders(self) -> tuple[tuple[str, str], ...]:
        return (
            (RunOrder.DELEGATION.value, self.tr("Delegation")),
            (RunOrder.NAME.value, self.tr("Name")),
            (RunOrder.NUMBER.value, self.tr("Number")),
            (RunOrder.BUS.value, self.tr("Bus")),
        )

    def _go(self, state: BadgeRunState) -> str:
        if state.lasting:
            return (
                self.tr("Hold: print %Ln", "", state.fresh) if state.to else self.tr("Hold: save %Ln", "", state.fresh)
            )
        return self.tr("Print %Ln", "", state.fresh) if state.to else self.tr("Save %Ln", "", state.fresh)

    def _said(self, state: BadgeRunState) -> tuple[str, str]:
        if state.working:
            return self.under_way(state.done, state.whole)
        if state.taken_back:
            return self.given_up()
        match state.result:
            case RunOwed():
                return self._owed(state.result)
            case HandedOut():
                return self.saved(state.result.file), self._written(state.result)
        if state.result:
            return state.result, ""
        return self._counted(state), self._notice(state)

    def _owed(self, owed: RunOwed) -> tuple[str, str]:
        said = self.tr("%Ln badges wait for their printer.", "", owed.owed)
        if owed.stopped:
            return said, self.tr("The others were not begun.")
        return said, self.tr("The badge desk shows what becomes of each.")

    def _written(self, result: HandedOut) -> str:
        said = self.tr("%Ln badges", "", result.written)
        if result.issued:
            said = PART.join((said, self.tr("they count as issued")))
        if not result.left_out:
            return said
        return PART.join((said, self.undrawn(result.left_out)))

    def _counted(self, state: BadgeRunState) -> str:
        count = state.count
        if count is None:
            return self.tr("Being counted…")
        said = [self.tr("%Ln badges", "", count.badges)]
        if count.batches > 1:
            said.append(self._batches(state, count))
        if count.before:
            said.append(self.tr("%Ln are out already", "", count.before))
        return PART.join(said)

    def _batches(self, state: BadgeRunState, count: RunCount) -> str:
        if state.run.order is RunOrder.BUS:
            return self.tr("%Ln buses", "", count.batches)
        return self.tr("%Ln delegations", "", count.batches)

    def _notice(self, state: BadgeRunState) -> str:
        if state.count is not None and not state.count.badges:
            return self.tr("Nobody is meant by all of that.")
        if state.to:
            return self.tr("What is out already, or left in a file, is not printed again.")
        return self.counts()
