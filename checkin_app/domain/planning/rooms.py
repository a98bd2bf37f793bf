"""How many find a place on some vehicles, whoever they are: exactly, also where a wheelchair takes more than one seat."""

from collections.abc import Iterable, Sequence

Room = tuple[int, ...]
"""For how many there is a seat, beside so many in wheelchairs: for none of these, for one, and so on; none grows along it."""
#: Seats beside more wheelchairs than there are places for.
_NONE = -1


def most_beside(rooms: Iterable[Room], accessible: int) -> Sequence[int]:
    """Return the most seats that are left on all of them beside so many in wheelchairs, from none to `accessible`."""
    found = [0] + [_NONE] * accessible
    for room in rooms:
        found = _joined(found, room)
    return found


def _joined(found: Sequence[int], room: Room) -> list[int]:
    if len(room) == 1:
        return [seats if seats == _NONE else seats + room[0] for seats in found]
    joined = [_NONE] * len(found)
    for there, seats in enumerate(found):
        if seats == _NONE:
            continue
        for some, more in enumerate(room[: len(found) - there]):
            joined[there + some] = max(joined[there + some], seats + more)
    return joined


def short(rooms: Iterable[Room], others: int, accessible: int) -> int:
    """Return how many find no place at least, of so many who come in a wheelchair and so many others."""
    return _short(most_beside(rooms, accessible), others, accessible)


def _short(beside: Sequence[int], others: int, accessible: int) -> int:
    left = (accessible - some + max(0, others - seats) for some, seats in enumerate(beside) if seats != _NONE)
    return min(left)


def fewest(rooms: Iterable[Room], others: int, accessible: int, homes: Sequence[Room] = ()) -> int:
    """Return on how many of `rooms`, beside all the `homes`, as many find a place as can be: the least number of them."""
    if not others + accessible:
        return 0
    among = sorted((room for room in rooms if any(room) or len(room) > 1), reverse=True)
    if not homes and any(len(room) > accessible and room[accessible] >= others for room in among):
        return 1  # nearly every delegation
    wanted = short([*homes, *among], others, accessible)
    # By how many are used: the most seats that are left beside so many in wheelchairs.
    best = [most_beside(homes, accessible)]
    for room in among:
        more = [_joined(found, room) for found in best]
        best = [best[0], *(_better(*pair) for pair in zip(best[1:], more, strict=False)), more[-1]]
    return next(number for number, found in enumerate(best) if _short(found, others, accessible) <= wanted)


def _better(one: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    return [max(pair) for pair in zip(one, other, strict=True)]


def most_seated(rooms: Iterable[Room], accessible: int) -> int:
    """Return how many find a place at most, where so many come in a wheelchair."""
    return max(seats + some for some, seats in enumerate(most_beside(rooms, accessible)) if seats != _NONE)
