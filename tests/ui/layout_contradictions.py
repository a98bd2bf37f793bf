"""Contradictions of every kind, for the layout of the inbox."""

from dataclasses import replace

from layout_people import ARAB, GERMAN, HAN, IBERIAN
from layout_stage import MORNING, OPENING

from checkin_app.domain.contradictions import Conflict, ConflictKind, Said, Standing, choices
from checkin_app.domain.ids import ContradictionId, FactId, Instant, StationId
from checkin_app.domain.operators import Maker
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.bundling import BundleWritten
from checkin_app.services.exchange import BroughtIn, Given
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.conflicts import Contradictions

HERE, THERE = StationId("00" * 8), StationId("11" * 8)
STATIONS = {HERE: "Desk 3", THERE: "Bay 9 at the north gate of the hall"}
HEARD = ({THERE: Instant(MORNING - 600_000)}, {})

_K = ConflictKind
_VALUES: dict[ConflictKind, tuple[str, str, tuple[str | int, ...]]] = {
    _K.TWO_BUSES: (HAN.id, "", ("2-1", "2-3")),
    _K.TWO_LISTS: (HAN.id, "", ("2-1", "2-3")),
    _K.TWO_PLACES: (IBERIAN.id, "", (OPENING, OPENING)),
    _K.TWO_BADGES: (ARAB.id, "", (2, 2)),
    _K.OLD_BADGE: (GERMAN.id, "", ("badge.replaced", OPENING)),
    _K.TWO_EDITS: (IBERIAN.id, "organisation", (GERMAN.organisation, f"{GERMAN.organisation} e. V.")),
    _K.TWO_STATES: ("2-1", "", ("departed", "final_call")),
    _K.TWO_CONDITIONS: (GERMAN.id, "2-1", ("safe", "injured")),
    _K.TWO_RECORDS: (HAN.id, "", (IBERIAN.id, "")),
    _K.OVERBOOKED: ("3-2", "", (HAN.id, ARAB.id, GERMAN.id)),
    _K.ONE_NUMBER: ("0412", "badge_no", (HAN.id, IBERIAN.id)),
    _K.ONE_CODE: ("TICKET-9", "aliases", (ARAB.id, GERMAN.id)),
    _K.SET_ASIDE: ("11" * 16, "", (218, 218)),
}
_NAMES = {each.id: each.name for each in (HAN, IBERIAN, ARAB, GERMAN)} | {"11" * 16: "Bay 9"}


def conflict(kind: ConflictKind, standing: Standing = Standing.OPEN, *said: int) -> Conflict:
    """Return a contradiction of a kind; `said` are the numbers of the choices that laptops made."""
    subject, field, values = _VALUES[kind]
    claims = tuple(
        {
            "fact_id": f"{kind}-{place}",
            "at": MORNING + place,
            "station": (HERE, THERE)[place % 2],
            "value": value,
            "how": "typed" if place else "scanned",
        }
        for place, value in enumerate(values)
    )
    found = Conflict(
        kind, subject, _NAMES.get(subject, subject), field, claims, standing=standing, count=7 if not field else 0
    )
    answers = tuple(
        Said(FactId(f"{kind}-answer-{place}"), MORNING, (HERE, THERE)[place % 2], choices(found)[number].key)
        for place, number in enumerate(said)
    )
    return Conflict(kind, subject, found.name, field, claims, standing=standing, count=found.count, answers=answers)


def contradictions(*some: Conflict, settled: tuple[Conflict, ...] = ()) -> Contradictions:
    made = {
        (FactId(str(claim["fact_id"])), StationId(str(claim["station"]))): Maker(
            "买买提·阿卜杜拉·热合曼", OperatorRole.LEAD
        )
        for each in some
        for claim in each.claims[:1]
    }
    return Contradictions(some, settled, STATIONS, Makers(has_operators=True, by=made))


SAVED = BundleWritten(1204, ("Bay 9 at the north gate of the hall", "Registration desk 13", "Registration desk 14"))
BROUGHT = BroughtIn("Bay 9", Given(stored=1204, refused=3), Given(stored=88))
SETTLED = tuple(
    replace(conflict(kind, Standing.SETTLED, 0), known_as=ContradictionId(f"{place:016x}"))
    for place, kind in enumerate((_K.TWO_EDITS, _K.OVERBOOKED, _K.TWO_STATES))
)
