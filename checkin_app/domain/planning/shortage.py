"""What a route is short of, by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.language_texts import NAMES
from checkin_app.domain.planning.layout import Layout, mixed_on, together
from checkin_app.domain.planning.route import Task
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Phrase, Worded


class Short(Worded):
    """What is said of a shortage."""

    SEATS = QT_TRANSLATE_NOOP("Detail", "No seat left for {people}: more buses, or larger ones, are needed.")
    ACCESSIBLE_PLACES = QT_TRANSLATE_NOOP(
        "Detail", "No accessible place left for {people}: more buses with such places are needed."
    )
    FIRST_CHOICE = QT_TRANSLATE_NOOP(
        "Detail", "Too few seats: {people} go on the route of their second choice instead."
    )
    VIP_PLACE = QT_TRANSLATE_NOOP(
        "Detail", "VIPs on a bus for others, and others on a bus for VIPs: {people}. More buses for VIPs are needed."
    )
    LANGUAGE = QT_TRANSLATE_NOOP(
        "Detail", "No {language}-speaking place left for {people}: more interpreters or more buses are needed."
    )


class Lacking(StrEnum):
    SEAT = "seat"
    ACCESSIBLE_PLACE = "accessible_place"
    LANGUAGE = "language"
    FIRST_CHOICE = "first_choice"
    VIP_PLACE = "vip_place"


SENTENCES: Mapping[Lacking, Short] = {
    Lacking.SEAT: Short.SEATS,
    Lacking.ACCESSIBLE_PLACE: Short.ACCESSIBLE_PLACES,
    Lacking.LANGUAGE: Short.LANGUAGE,
    Lacking.FIRST_CHOICE: Short.FIRST_CHOICE,
    Lacking.VIP_PLACE: Short.VIP_PLACE,
}


@dataclass(frozen=True, slots=True)
class Shortage:
    """What there is too little of, and for how many."""

    of: Lacking
    people: int
    languages: tuple[str, ...] = ()
    """What they understand, where nobody speaks any of it on a bus with a seat for them."""
    delegates: tuple[DelegateId, ...] = ()
    """Who they are, where they go on another route."""

    @property
    def said(self) -> Phrase:
        """Return the sentence that names it."""
        spoken = "/".join(NAMES.get(each, each) for each in self.languages)
        return SENTENCES[self.of].of(people=self.people, language=spoken)


def shortages(task: Task, layout: Layout) -> Sequence[Shortage]:
    """Return everything that people go without in a layout: seats, accessible places, then languages."""
    kinds = task.kinds
    accessible = sum(count for kind, count in layout.unplaced.items() if kinds[kind].accessible)
    seats = sum(layout.unplaced.values()) - accessible
    unspoken: dict[tuple[str, ...], int] = {}
    mixed = sum(mixed_on(task, vehicle, load) for vehicle, load in enumerate(together(task, layout)))
    for vehicle, load in enumerate(together(task, layout)):
        for kind, count in load.items():
            if count and not task.is_met(kind, vehicle):
                unspoken[kinds[kind].languages] = unspoken.get(kinds[kind].languages, 0) + count
    found = [Shortage(Lacking.SEAT, seats), Shortage(Lacking.ACCESSIBLE_PLACE, accessible)]
    found += [Shortage(Lacking.LANGUAGE, count, languages) for languages, count in sorted(unspoken.items())]
    found.append(Shortage(Lacking.VIP_PLACE, mixed))
    return tuple(each for each in found if each.people)
