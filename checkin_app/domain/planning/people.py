"""From people to the task of a route, and from a layout back to people."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.ids import BusCode, DelegateId
from checkin_app.domain.planning.layout import Layout
from checkin_app.domain.planning.route import Kind, Load, Task, Vehicle


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody on a route."""

    delegate: DelegateId
    kind: Kind
    bus: BusCode | None
    """On whose list they stand, or which they are aboard."""
    stays: bool
    """They are aboard, or stay for another reason, whatever is planned."""


@dataclass(frozen=True)
class Roll:
    """The travellers of a route, and the task that they make."""

    travellers: Sequence[Traveller]
    task: Task

    @classmethod
    def of(cls, travellers: Iterable[Traveller], vehicles: Sequence[Vehicle]) -> "Roll":
        """Return the roll of everybody on a route, in an order that is the same on every laptop."""
        apart = any(vehicle.vip for vehicle in vehicles)
        known = travellers if apart else [_with_all(each) for each in travellers]
        ordered = sorted(known, key=lambda each: (each.kind, each.delegate))
        kinds = tuple(dict.fromkeys(each.kind for each in ordered))
        places = {kind: place for place, kind in enumerate(kinds)}
        free = Counter(places[each.kind] for each in ordered if not each.stays)
        return cls(
            ordered,
            Task(
                vehicles=tuple(vehicles),
                kinds=kinds,
                people=tuple(free[place] for place in range(len(kinds))),
                fixed=_by_vehicle(vehicles, [(each.bus, places[each.kind]) for each in ordered if each.stays]),
                present=_by_vehicle(vehicles, [(each.bus, places[each.kind]) for each in ordered if not each.stays]),
            ),
        )

    def seated(self, layout: Layout) -> Mapping[DelegateId, BusCode | None]:
        """Return the bus of each who was to be given a place, None where there is none: whoever can stay stays."""
        kinds = {kind: place for place, kind in enumerate(self.task.kinds)}
        left = [dict(load) for load in renamed(self.task, layout).loads]
        codes = [vehicle.code for vehicle in self.task.vehicles]
        moving = [each for each in self.travellers if not each.stays]
        seats: dict[DelegateId, BusCode | None] = {}
        for each in moving:
            kind = kinds[each.kind]
            if each.bus in codes and left[codes.index(each.bus)].get(kind):
                left[codes.index(each.bus)][kind] -= 1
                seats[each.delegate] = each.bus
        waiting = {
            kind: [place for place, load in enumerate(left) for _ in range(load.get(kind, 0))]
            for kind in range(len(kinds))
        }
        for each in moving:
            if each.delegate not in seats:
                places = waiting[kinds[each.kind]]
                seats[each.delegate] = codes[places.pop(0)] if places else None
        return seats


def _with_all(traveller: Traveller) -> Traveller:
    """Return a traveller as anybody: there is no bus for VIPs."""
    return replace(traveller, kind=replace(traveller.kind, vip=False)) if traveller.kind.vip else traveller


def renamed(task: Task, layout: Layout) -> Layout:
    """Return the same layout with vehicles that are alike changing their parts, so that more people keep their bus."""
    loads = [*layout.loads]
    alike: dict[Vehicle, list[int]] = {}
    for place, vehicle in enumerate(task.vehicles):
        if vehicle.is_open and not task.fixed[place]:
            alike.setdefault(replace(vehicle, code=BusCode("")), []).append(place)
    for places in alike.values():
        for old, new in _paired(task, layout, places):
            loads[new] = layout.loads[old]
    return replace(layout, loads=tuple(loads))


def _paired(task: Task, layout: Layout, places: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Return which part is played by which of the vehicles at `places`: those first that keep most people."""
    kept = [(-_common(layout.loads[old], task.present[new]), old != new, old, new) for old in places for new in places]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, old, new in sorted(kept):
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return [*pairs.items()]


def _common(load: Load, present: Load) -> int:
    return sum(min(count, present.get(kind, 0)) for kind, count in load.items())


def _by_vehicle(vehicles: Sequence[Vehicle], stand: Collection[tuple[BusCode | None, int]]) -> tuple[Load, ...]:
    counted = Counter(stand)
    loads: dict[BusCode | None, dict[int, int]] = {vehicle.code: {} for vehicle in vehicles}
    for (code, kind), count in counted.items():
        if code in loads:
            loads[code][kind] = count
    return tuple(loads[vehicle.code] for vehicle in vehicles)
