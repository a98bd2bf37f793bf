"""Registering one walk-in: recorded, put on a bus, checked in, printed, each step after the one before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from checkin_app.domain.changes import Recorded
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId
from checkin_app.domain.movements import Direction
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.badges import Owed
from checkin_app.services.people import Registered
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.scanning import How, ScanOutcome
from checkin_app.ui.replies import trouble
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.walk_in.state import LookAlike

CheckedIn = Callable[[Result[ScanOutcome]], None]


@dataclass(frozen=True, slots=True)
class Registration:
    """One way through; trouble in a later step leaves the earlier ones done and is told."""

    actions: Actions
    checkpoint: CheckpointId | None
    """Where the guest is checked in; None where nothing is open, and the badge is printed only."""
    bus: BusCode | None
    """The bus with a seat for the guest."""
    registered: Callable[[Delegate], None]
    refused: Callable[[str], None]

    def register(self, person: Delegate, checked_in: CheckedIn) -> None:
        self.actions.persons.register(person, partial(self._recorded, checked_in))

    def _recorded(self, checked_in: CheckedIn, result: Result[Registered]) -> None:
        if not isinstance(result, Done):
            self.refused(trouble(result))
            return
        person = result.value.delegate
        self.registered(person)
        if self.bus:
            # On the list before the badge is printed, so that the badge names the bus.
            self.actions.persons.assign_bus(person.id, self.bus, partial(self._listed, checked_in, person.id))
        else:
            self._check_in(checked_in, person.id)

    def _listed(self, checked_in: CheckedIn, person: DelegateId, result: Result[Recorded]) -> None:
        if not isinstance(result, Done):
            self.refused(trouble(result))
        self._check_in(checked_in, person)

    def _check_in(self, checked_in: CheckedIn, person: DelegateId) -> None:
        if self.checkpoint is None:
            self._print(person)
            return
        done = partial(self._decided, checked_in, person)
        self.actions.scans.enter(person, self.checkpoint, How.TYPED, Direction.IN, None, done)

    def _decided(self, checked_in: CheckedIn, person: DelegateId, result: Result[ScanOutcome]) -> None:
        if not isinstance(result, Done):
            self.refused(trouble(result))
            return
        if result.value.job is None:
            self._print(person)
        checked_in(result)

    def _print(self, person: DelegateId) -> None:
        if printer := self.actions.laptop.settings().badge_printer:
            self.actions.badges.print(person, printer, self._printed)

    def _printed(self, result: Result[Owed]) -> None:
        if not isinstance(result, Done):
            self.refused(trouble(result))


def look_alike_from(card: DelegateCard, checkpoint: CheckpointId | None, *, rehearsal: bool) -> LookAlike:
    """Return somebody on the list as the form shows them, with whether they are inside at `checkpoint`."""
    delegate = card.delegate
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    return LookAlike(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name,
        organisation=delegate.organisation or delegate.delegation,
        badge_no=delegate.badge_no,
        inside=presence is not None and presence.inside,
        since=presence.since if presence else None,
    )
