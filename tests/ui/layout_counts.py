"""Buses that are counted, with long names, as screens have to find room for them."""

from dataclasses import replace

from checkin_app.domain.buses import Bus, BusState
from checkin_app.domain.head_counts import Count, Crew, Method, Release, Souls, judged
from checkin_app.domain.ids import BusCode, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.services.head_counts import Tallied

HERE = StationId("1" * 16)
BUS = Bus(
    BusCode("3-2"), RouteId("3"), 49, 45, guide="买买提·阿卜杜拉·热合曼", coordinator="欧阳薇薇", departs="11:00",
    state=BusState.COUNTING,
)  # fmt: skip
CREW = {Crew.GUIDE: 1, Crew.INTERPRETER: 2, Crew.DRIVER: 1}
NAMES = ("买买提·阿卜杜拉·热合曼", "Wolfeschlegelsteinhausenberger Ilves-Montgomery", "Cy", "Dee", "Eve", "Fay")


def counts(*people: int) -> tuple[Count, ...]:
    return tuple(
        Count(FactId(str(place)), place // 2 + 1, NAMES[place], Method.HEADS, each, Instant(0), HERE)
        for place, each in enumerate(people)
    )


def tallied(*people: int, bus: Bus = BUS, delegates: int = 40, releases: tuple[Release, ...] = ()) -> Tallied:
    told = judged(counts(*people), Souls(delegates, 0, CREW))
    tallies = all(each.tallies for each in releases)
    return Tallied(bus, told, CREW, releases, "买买提·阿卜杜拉·热合曼", (), tallies)


def in_state(state: BusState, *releases: Release) -> Tallied:
    people = (44, 44) if state is BusState.RELEASED else ()
    return tallied(*people, bus=replace(BUS, state=state), releases=releases)


AMBER = Release(
    FactId("r"), Instant(0), HERE, agreed=True, by_self=True, people=44, souls=44, unaccounted=(), reason=""
)
UNTALLIED = Release(
    FactId("s"), Instant(0), HERE, agreed=False, by_self=False, people=43, souls=44,
    unaccounted=(DelegateId("a" * 16),), reason="not found",
)  # fmt: skip
OVER = tallied(46, 46, bus=replace(BUS, code=BusCode("3-4")))
