"""The first run's way to the others, joined to the hub: what it speaks with is loaded only when somebody goes that way."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from checkin_app.bootstrap.verbs import on
from checkin_app.cli.parts import JoinWish
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.problems import WorkStopped
from checkin_app.domain.problems_hub import NotJoined, ShutOut
from checkin_app.domain.sync.coming import Coming, ToldComing
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.runtime.lanes import Deliver, Lane
from checkin_app.ui.first_run.actions import JoinActions, JoinWanted
from checkin_app.ui.first_run.joining.state import Agreeing, Asked
from checkin_app.ui.shell.answering import Reply

#: Seconds between two words of how far it is: a screen is painted for each.
_BETWEEN = 0.1


def join_actions(folder: Path, lane: Lane, deliver: Deliver) -> JoinActions:
    """Return what a laptop may ask for on its way to the others, each on `lane`."""

    def join(wanted: JoinWanted) -> Asked:
        return _joined(folder, wanted)

    def receive(told: ToldComing, reply: Reply[ClockOffset | None]) -> Callable[[], None]:
        taking = _Taking(told, deliver)
        lane.submit(lambda: taking.take_over(folder), reply)
        return taking.stopped.set

    return JoinActions(pair=on(lane, _paired), join=on(lane, join), receive=receive)


def _paired(short: str, hub: str) -> Agreeing:
    from checkin_app.bootstrap import meeting

    paired = meeting.pair(short, hub)
    return Agreeing(paired.invitation.text(), paired.words)


def _joined(folder: Path, wanted: JoinWanted) -> Asked:
    from checkin_app.bootstrap import meeting

    joined = meeting.join(folder, JoinWish(wanted.code, wanted.name, wanted.hub, wanted.passphrase))
    if joined.standing is Standing.REVOKED:
        raise ShutOut
    if joined.standing is Standing.LEFT:
        raise NotJoined
    return Asked(joined.station, joined.standing)


class _Taking:
    """One taking over, as the lane does it and as the screen sees it."""

    def __init__(self, told: ToldComing, deliver: Deliver) -> None:
        self._told, self._deliver = told, deliver
        self._last, self._next = Coming(), 0.0
        self.stopped = Event()

    def take_over(self, folder: Path) -> ClockOffset | None:
        from checkin_app.bootstrap import meeting

        self._must_go_on()
        clock, told = meeting.take_over(folder, self._come).status.clock, self._told
        self._deliver(lambda: told(self._last))
        return clock

    def _come(self, coming: Coming) -> None:
        self._must_go_on()
        self._last, told, now = coming, self._told, time.monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN
            self._deliver(lambda: told(coming))

    def _must_go_on(self) -> None:
        if self.stopped.is_set():
            raise WorkStopped
