"""What several laptops bring at the same time, taken in by one commit: a hub waits for its disk once for all of them.

Whatever comes while one commit is under way goes into the next.  Nobody is answered before the commit with what they
brought is done.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from checkin_app.domain.problem import Problem
from checkin_app.domain.sync.messages import FULL, MOST, Answer, Batch, together

#: An upload of more than that goes by itself, in pieces between which scans are taken in.
_LIGHT_FACTS, _LIGHT_BYTES = 50, 1 << 16

Take = Callable[[Batch], Awaitable[Sequence[Answer]]]
"""Takes in a batch; returns an answer for each of its facts, in their order."""


@dataclass(frozen=True, slots=True)
class _Brought:
    batch: Batch
    answers: "asyncio.Future[Sequence[Answer]]"

    def answered(self, answers: Sequence[Answer]) -> None:
        if not self.answers.done():
            self.answers.set_result(answers)

    def failed(self, error: Exception) -> None:
        if not self.answers.done():
            self.answers.set_exception(error)


class Intake:
    """Takes in what laptops bring; used from the hub's loop alone."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._brought: deque[_Brought] = deque()
        self._going: asyncio.Task[None] | None = None

    async def take(self, batch: Batch) -> Sequence[Answer]:
        """Take in a batch, together with what others bring meanwhile.

        Raises:
            StorageProblem: nothing of it was taken in.
        """
        if len(batch.facts) > _LIGHT_FACTS or batch.size > _LIGHT_BYTES:
            return await self._take(batch)
        brought = _Brought(batch, asyncio.get_running_loop().create_future())
        self._brought.append(brought)
        if self._going is None or self._going.done():
            self._going = asyncio.create_task(self._go_on())
        return await brought.answers

    async def _go_on(self) -> None:
        while self._brought:
            await self._take_together(self._next())

    def _next(self) -> list[_Brought]:
        """Return what is to be taken in by the next commit: those who came first, as many as one message holds."""
        some = [self._brought.popleft()]
        facts, room = MOST - len(some[0].batch.facts), FULL - some[0].batch.size
        while self._brought:
            facts, room = facts - len(self._brought[0].batch.facts), room - self._brought[0].batch.size
            if facts < 0 or room < 0:
                break
            some.append(self._brought.popleft())
        return some

    async def _take_together(self, some: Sequence[_Brought]) -> None:
        try:
            answers = await self._take(together(each.batch for each in some))
        except Problem as problem:
            for each in some:
                each.failed(problem)
        except Exception as error:  # noqa: BLE001 - whoever brought what cannot be taken in hears of it, and nobody else
            await self._take_apart(some, error)
        else:
            _share_out(some, answers)

    async def _take_apart(self, some: Sequence[_Brought], error: Exception) -> None:
        """Take in one by one what could not be taken in together."""
        if len(some) == 1:
            some[0].failed(error)
            return
        for each in some:
            await self._take_together([each])


def _share_out(some: Sequence[_Brought], answers: Sequence[Answer]) -> None:
    place = 0
    for each in some:
        count = len(each.batch.facts)
        each.answered(answers[place : place + count])
        place += count
