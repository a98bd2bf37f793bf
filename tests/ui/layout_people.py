"""The hardest guests to show, all invented: names, delegations and notes as long as lists really hold them."""

from collections.abc import Iterator

from checkin_app.domain.delegates import BadgeStanding, Delegate
from checkin_app.domain.emergencies import Condition, Mark
from checkin_app.domain.ids import BusCode, CategoryId, CheckpointId, DelegateId, FactId, Instant, RouteId, StationId
from checkin_app.domain.movements import Movements, Presence
from checkin_app.domain.operators import Maker
from checkin_app.domain.records import Change, Claim, Written
from checkin_app.domain.registers import Registers
from checkin_app.domain.rides import Ride
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.ports.acting import Makers
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.records import AtEmergency, Record, VoidedRecord

_NOTE = "Give: interpretation receiver, channel 4 (Arabic), and the parking permit for the delegation’s second car"


def _guest(number: int, name: str, latin: str, delegation: str, organisation: str, **more: object) -> Delegate:
    known: dict[str, object] = {
        "title": "Deputy Director-General for Multimodal Corridors and Border Crossings",
        "category": CategoryId("organisation-head"),
        "route": RouteId("3"),
        "languages": ("ar", "en", "fr", "ru"),
        "phone": "+4915100002073",
        "badge_no": f"{number:04d}",
    }
    return Delegate(
        DelegateId(f"{number:016x}"), name, latin, delegation=delegation, organisation=organisation, **{**known, **more}
    )


IBERIAN = _guest(
    412,
    "Maria-Guadalupe Fernández de la Vega y Santos-Oliveira Villanueva Echeverría",
    "",
    "Comisión Interamericana de Puertos y Corredores Bioceánicos",
    "Secretaría Permanente de Transporte Terrestre y Fluvial",
    note=_NOTE,
)
ARAB = _guest(
    413,
    "عبد الرحمن بن محمد بن عبد العزيز آل الشيخ الحدادي",
    "Abdulrahman bin Mohammed bin Abdulaziz AL-SHEIKH AL-HADDADI",
    "هيئة النقل العام لدول حوض النيل",
    "Nile Basin Transit Authority",
    note=_NOTE,
    languages=("ar",),
)
GERMAN = _guest(
    414,
    "Friederike-Charlotte Freifrau von Hohenlohe-Waldenburg-Schillingsfürst",
    "",
    "Bundesministerium für Digitales und Verkehr",
    "Unterabteilung Straßenverkehrsinfrastrukturfinanzierungsgesellschaft",
    category=CategoryId("minister"),
)
HAN = _guest(
    415,
    "欧阳静怡",
    "OUYANG Jingyi",
    "中国（上海）自由贸易试验区临港新片区国际航运与物流发展促进中心",
    "青澜交通研究院综合运输与可持续发展研究所",
    category=CategoryId("scholar"),
    languages=("zh", "en"),
    phone="+8613900002073",
)
TWIN = _guest(416, "欧阳景逸", "OUYANG Jingyi", "中国 China", "志愿者队 Volunteer team", languages=("zh", "en"))
THAI = _guest(
    417,
    "ปิยะพงษ์ ศรีสุวรรณวงศ์ไพบูลย์",
    "Piyapong SRISUWANWONGPAIBOON",
    "Mekong Corridor Secretariat",
    "สำนักงานคณะกรรมการการขนส่งทางบก",
    languages=("th",),
    note="Wheelchair",
)
SHORT = _guest(418, "Ana Sol", "", "Puerto", "", title="", route=RouteId(""), languages=(), phone="")
GUESTS = (IBERIAN, ARAB, GERMAN, HAN, TWIN, THAI, SHORT)
BY_ID = {each.id: each for each in GUESTS}

OPENING = CheckpointId("opening")


def card_of(guest: Delegate, *, inside: Instant | None = None, issue: int = 1, revoked: str = "") -> DelegateCard:
    presences: tuple[Presence, ...] = ()
    if inside is not None:
        presences = (Presence(OPENING, False, True, inside, inside, StationId("00" * 8), FactId("f")),)
    bus = BusCode("3-2") if guest.route else None
    return DelegateCard(guest, BadgeStanding(issue, (), revoked), Movements(presences, Ride(bus)))


#: Where printers are found, and the name of a file: a row may shorten them as well, since its tip has the whole.
TARGETS = ("Brother_QL820NWB_Hall_A_registration", "badges", "192.0.2.17:9100")
FILE_NAME = "Delegates of all delegations, version 17 (corrected by the ministry).xlsx"


def given_texts() -> Iterator[str]:
    """Yield what a list gave and a row may shorten, since the whole of it is shown where a person is chosen."""
    yield from (*TARGETS, FILE_NAME)
    for guest in GUESTS:
        yield from (guest.name, guest.latin_name, guest.delegation, guest.organisation, guest.title, guest.note)


#: Some of what was written names somebody, and some nobody.
MAKERS = Makers(
    has_operators=True,
    by={
        (FactId("c2"), StationId("11" * 8)): Maker("买买提·阿卜杜拉·热合曼", OperatorRole.ROUTE_DISPATCHER),
        (FactId("c6"), StationId("00" * 8)): Maker("Friederike-Charlotte Freifrau von", OperatorRole.COORDINATOR),
    },
)


def record_of(guest: Delegate, *, disputed: bool = False, revoked: str = "") -> Record:
    """Return a record with everything that can be written, by laptops with long names."""
    here, there = StationId("00" * 8), StationId("11" * 8)
    moments = [Instant(1_727_226_000_000 + 60_000 * number) for number in range(6)]
    changes = (
        Change(FactId("c1"), moments[0], here, "delegate.registered", (Written("name", None, guest.name),), "list"),
        Change(
            FactId("c2"), moments[1], there, "delegate.amended",
            (Written("organisation", "Secretaría", guest.organisation), Written("title", guest.title, "主席")),
        ),
        Change(FactId("c3"), moments[2], here, "badge.replaced", reason="details_wrong", issue=2),
        Change(FactId("c4"), moments[3], there, "badge.revoked", reason="代表团自行将其从本次论坛的名单中划去"),
        Change(FactId("c5"), moments[4], here, "badge.restored", reason="误撤"),
        Change(FactId("c6"), moments[5], here, "delegate.amended", (Written("accessible", False, True),), "list"),
    )  # fmt: skip
    claims = (
        Claim(FactId("c2"), moments[1], there, "主席"),
        Claim(FactId("c6"), moments[5], here, guest.title or "Director-General for Multimodal Corridors"),
    )
    names = {here: "Registration desk 13, hall A", there: "Badge desk by the VIP entrance"}
    card = card_of(guest, issue=2, revoked=revoked)
    voided = (VoidedRecord(DelegateId("9" * 16), IBERIAN.name, "HQ007"),) if disputed else ()
    title = {"title": claims} if disputed else {}
    emergencies = (_at_emergency("2-1", apart=True), _at_emergency("12-10", apart=False)) if disputed else ()
    return Record(card, Registers({}), changes, title, names, voided, MAKERS, emergencies)


def _at_emergency(bus: str, *, apart: bool) -> AtEmergency:
    hurt = Mark(
        FactId("c2"), Condition.INJURED, Instant(1_727_226_000_000), StationId("11" * 8), "左腿骨折，已送往医院"
    )
    safe = Mark(FactId("c6"), Condition.SAFE, Instant(1_727_226_060_000), StationId("00" * 8))
    return AtEmergency(BusCode(bus), (hurt, safe) if apart else (hurt,), apart)
