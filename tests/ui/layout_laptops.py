"""Laptops that stand to one another in every way there is, with long names."""

from dataclasses import replace

from checkin_app.domain.details import HubFault
from checkin_app.domain.enrolment import Enrolment, Role, Standing
from checkin_app.domain.ids import Instant, StationId
from checkin_app.domain.invitations import Address
from checkin_app.domain.phones import PhoneCode
from checkin_app.domain.problems_hub import KeptApart, PortTaken
from checkin_app.domain.sync.hosting import Hosting, OwnHub
from checkin_app.domain.sync.laptops import Laptop, Laptops, Written
from checkin_app.domain.sync.status import ClockOffset, Gap, Reach, Seen, SyncStatus, Told
from checkin_app.ui.shell.actions import ForPhone, Invited

#: Twenty past one on a day of the forum.
NOON = Instant(1_727_327_400_000)
_MINUTE = 60_000


def laptop(
    digits: str,
    name: str,
    standing: Standing = Standing.MEMBER,
    *,
    role: Role = Role.DESK,
    since: int = 0,
    heard: int | None = None,
    facts: int = 0,
    unread: int = 0,
    missing: int = 0,
    words: str = "",
    told: Told | None = None,
) -> Laptop:
    """Return a laptop that stood so `since` minutes ago, and was heard so many seconds ago."""
    at = Instant(NOON - since * _MINUTE)
    enrolment = Enrolment(StationId(digits * 8), b"\0" * 32, name, role, standing, at, words)
    newest = Instant(NOON - (heard or 7) * 1000) if facts else None
    seen = Seen(Instant(NOON - heard * 1000) if heard is not None else None, told)
    return Laptop(enrolment, Written(facts, newest, unread), seen, missing, is_own=digits == "00")


own = laptop("00", "Registration desk 13, hall A", role=Role.COORDINATOR, facts=1034)
ASKING = laptop("11", "Badge desk by the VIP entrance", Standing.ASKING, since=2, words="castle river tiger window")
SCANNED = laptop("22", "签到台 4", Standing.ASKING, since=1)
HEARD = laptop("33", "Registration desk 2, hall A", heard=3, facts=412, told=Told(NOON))
SILENT_TOLD = Told(Instant(NOON - 260_000), ahead=12, behind=1034, clock=ClockOffset(-180_000, 30), missing=4, unread=3)
SILENT = laptop("44", "Bay 9", heard=260, facts=88, missing=4, unread=3, told=SILENT_TOLD)
NEVER = laptop("55", "上车点 12（北广场）", role=Role.COORDINATOR)
AHEAD = laptop("88", "Bay 10, north", heard=4, facts=88, told=Told(NOON, clock=ClockOffset(-180_000, 30)))
LEFT = laptop("66", "Hotel lobby", Standing.LEFT, since=5_000, facts=12)
REVOKED = laptop("77", "Press centre entrance, second floor", Standing.REVOKED, since=30, heard=2_400, facts=240)
OTHERS = (ASKING, SCANNED, HEARD, SILENT, AHEAD, NEVER, LEFT, REVOKED)

TOGETHER = SyncStatus(
    Reach.LIVE, hub="192.0.2.7:8443", last_exchange=Instant(NOON - 2_000), heard=6, clock=ClockOffset(120, 3)
)
TROUBLED = SyncStatus(
    Reach.AWAY,
    hub="192.0.2.7:8443",
    last_exchange=Instant(NOON - 11 * _MINUTE),
    only_here=12,
    gaps=(Gap(StationId("44" * 8), "Bay 9", 41, 44), Gap(StationId("33" * 8), "Registration desk 2, hall A", 7, 2019)),
    clock=ClockOffset(-91_000, 40),
    newer_kinds=3,
    trouble=KeptApart(addresses="192.0.2.7:8443"),
)


_HERE = (Address("192.168.178.112", 7443), Address("10.0.114.7", 7443))
HUBS = {
    "hub off": OwnHub(),
    "hub begins": OwnHub(Hosting.STARTING),
    "hub": OwnHub(Hosting.ON, _HERE),
    "hub that was asked": OwnHub(Hosting.ON, _HERE, was_asked=True),
    "hub in no network": OwnHub(Hosting.ON),
    "hub by the command": OwnHub(Hosting.ELSEWHERE, _HERE),
    "hub whose port is taken": OwnHub(
        Hosting.TROUBLED, problem=PortTaken(address="0.0.0.0:7443", detail=HubFault.PORT)
    ),
}
INVITED = Invited(
    tuple(tuple((x * y) % 3 == 0 for x in range(61)) for y in range(61)), "KXTRB-7WQ2M", Instant(NOON + 571_000)
)
PHONE = replace(
    INVITED,
    phone=ForPhone("https://192.168.100.100:7443", PhoneCode((), bytes(range(160, 192)), "", 1).fingerprint_parts),
)


def known_as(status: SyncStatus, *known: Laptop, hub: OwnHub | None = None) -> Laptops:
    """Return laptops as this one knows them: all of them, unless some are named."""
    return Laptops(known or (own, *OTHERS), status, NOON, hub or OwnHub())


def laptops() -> Laptops:
    return known_as(TOGETHER)
