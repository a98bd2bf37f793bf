"""Every state in which a screen is seen, screen by screen: what the layout of the whole window is tried with."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import layout_emergencies as emergencies
from layout_badge_run import badge_runs
from layout_contradictions import BROUGHT, HEARD, SAVED, SETTLED, conflict, contradictions
from layout_counts import AMBER, OVER, UNTALLIED, in_state, tallied
from layout_days import EMPTY, FULL, a_day, a_log, bus_in, fleet_preview, skipped, stops_of, visits, who_got_off
from layout_hands import hands
from layout_laptops import HEARD as TAKES_PART
from layout_laptops import HUBS, INVITED, NOON, OTHERS, PHONE, TOGETHER, TROUBLED, known_as, own
from layout_operators import LEAD, OPERATORS, VOLUNTEER, present
from layout_people import ARAB, BY_ID, FILE_NAME, GERMAN, GUESTS, HAN, IBERIAN, SHORT, THAI, TWIN, card_of, record_of
from layout_printers import printers
from layout_reseating import of_one, reseated, route, weighed
from layout_stage import (
    BUS,
    DOOR,
    FORUM,
    MORNING,
    PRINTERS,
    VISIT,
    Stage,
    board,
    bus,
    buses,
    job,
    manifest,
    outcome,
    overview_of,
    recent,
)
from layout_swaps import COUNTS, OLD, foreseen, in_emergency, under_way
from layout_templates import templates
from msgspec import structs
from PySide6.QtCore import Qt

from checkin_app.domain.buses import BusState
from checkin_app.domain.changes import Changed
from checkin_app.domain.contradictions import Conflict, ConflictKind, Standing
from checkin_app.domain.details import Entry, FileFault, StoreFault
from checkin_app.domain.emergencies import How
from checkin_app.domain.enrolment import Role
from checkin_app.domain.fleet_lists import FleetList
from checkin_app.domain.hand_outs import HandedOut
from checkin_app.domain.head_counts import NOT_COUNTED
from checkin_app.domain.ids import BusCode, Digest, FactId, Instant, LogId, RouteId
from checkin_app.domain.jobs import Collector
from checkin_app.domain.kinds.rides import Saying
from checkin_app.domain.lists.again import Restored
from checkin_app.domain.lists.columns import find_columns
from checkin_app.domain.lists.plan import Cancelled, Ride, compare, hold
from checkin_app.domain.lists.reading import read_rows
from checkin_app.domain.lists.samples import Samples
from checkin_app.domain.lists.sheet import Sheet
from checkin_app.domain.movements import Direction
from checkin_app.domain.operations import Operation, TakenList
from checkin_app.domain.operators import Operator
from checkin_app.domain.outcomes import Reason, Verdict
from checkin_app.domain.overriding import OverrideGround
from checkin_app.domain.planning.bounds import Certificate
from checkin_app.domain.planning.layout import Cost
from checkin_app.domain.planning.routes import RoutePlan
from checkin_app.domain.planning.shortage import Lacking, Shortage
from checkin_app.domain.problems import (
    DiskFull,
    FieldInvalid,
    FileNotWritable,
    GlyphMissing,
    Problem,
    ProjectionsDiffer,
    StoreCorrupt,
    TextDoesNotFit,
    UnknownDelegate,
)
from checkin_app.domain.problems_lists import ListHeadingsUnknown, ListInUse
from checkin_app.domain.problems_operators import PinMustWait
from checkin_app.domain.problems_printing import FontFlaw, FontUnfit
from checkin_app.domain.problems_programme import CategoryInUse
from checkin_app.domain.problems_records import ContradictionMoved
from checkin_app.domain.programme import Part
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.scanner_trial import TRIAL_CODE
from checkin_app.domain.sync.hosting import OwnHub
from checkin_app.domain.sync.laptops import Laptop
from checkin_app.domain.sync.status import Reach, SyncStatus
from checkin_app.runtime.lanes import Done, Fault, Troubled
from checkin_app.runtime.settings import PrinterKind, Settings
from checkin_app.services.emergencies import EmergencyStanding
from checkin_app.services.fleet_import import FleetPreview, FleetTaken
from checkin_app.services.head_counts import Tallied
from checkin_app.services.importing import ImportResult, ListPreview
from checkin_app.services.overseeing import Board
from checkin_app.services.planning import Assigned, Planned, TimedPlan
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.buses import BusCount, Filter
from checkin_app.services.ports.people import Hit, SearchHitKind
from checkin_app.services.ports.upkeep import BackupFile, Checked, CheckReport, Health, Holding, KeptBackup
from checkin_app.services.programme import ForumChanged
from checkin_app.services.swaps import SwapStanding
from checkin_app.services.walk_ins import WalkedIn
from checkin_app.ui import words
from checkin_app.ui.badge_desk import state as badge_state
from checkin_app.ui.badge_desk.state import BadgeDeskState, Preview, Why
from checkin_app.ui.bus_day.state import BusDayState
from checkin_app.ui.door import state as door_state
from checkin_app.ui.emergency.state import Mode
from checkin_app.ui.fleet_list.state import FleetListState
from checkin_app.ui.fleet_list.state import Part as FleetPart
from checkin_app.ui.inbox.state import Carrying
from checkin_app.ui.laptops.state import Doing as DoneAbout
from checkin_app.ui.operators.state import Doing as DoneByOperators
from checkin_app.ui.people.importing.state import Tab
from checkin_app.ui.people.taken import state as taken_state
from checkin_app.ui.programme import state as programme_state
from checkin_app.ui.replies import told
from checkin_app.ui.reseating.state import ReseatingState
from checkin_app.ui.route_stops.state import RouteStopsState
from checkin_app.ui.sentences import Sentence
from checkin_app.ui.settings import state as setting
from checkin_app.ui.settings.upkeep.state import Doing, UpkeepState
from checkin_app.ui.shell.printer_actions import AddedFont
from checkin_app.ui.shell.sync_health import sync_health

_NO_TIME = Troubled(FieldInvalid(field=Entry.DEPARTS, value="8", expected="8"))
Play: TypeAlias = Callable[[Stage], None]
Scene: TypeAlias = tuple[str, Play]
_BUS_REASONS = list(Reason)[list(Reason).index(Reason.BOARDED) : list(Reason).index(Reason.LET_IN)]
#: Long, and with a long next step.
TROUBLE: Problem = StoreCorrupt(
    folder="D:\\Forum 2024\\Registration\\station-13",
    detail=StoreFault.PAGES_DAMAGED.of(said="database disk image is malformed"),
)


def _said() -> str:
    return told(TROUBLE)


# ---- the desk


def desk() -> Iterator[Scene]:
    yield "ready", lambda on: on.open()
    yield "no session", lambda on: on.open(None)
    yield "going out", lambda on: (on.open(), on.screen.turned(Direction.OUT))
    yield "deciding", lambda on: (on.open(), on.screen.scanning())
    yield "at a bus", lambda on: on.open(DOOR)
    yield "nothing scanned yet", lambda on: (on.replies.update(recent=[]), on.open())
    for number, reason in enumerate(Reason):
        yield reason.value, _scanned(reason, GUESTS[number % len(GUESTS)])
    for state in ("queued", "sending", "confirmed", "failed_safe", "unknown"):
        yield f"badge {state}", _scanned(Reason.ADMITTED, IBERIAN, state)
    yield "badge taken along", _taken_along
    yield "badge of an Arab guest", _scanned(Reason.ADMITTED, ARAB, "sending")
    yield "trouble", lambda on: (on.open(), on.screen.scanned(Troubled(TROUBLE)))
    yield "fault", lambda on: (on.open(), on.screen.scanned(Fault(RuntimeError())))
    yield "unread again and again", _unread


def _scanned(reason: Reason, guest: object, state: str = "") -> Play:
    def play(on: Stage) -> None:
        on.replies["card"] = card_of(guest, issue=3)
        on.open()
        known = guest if reason.value not in {"partial_code", "damaged_code", "foreign_code", "other_forum"} else None
        on.screen.scanned(Done(outcome(reason, known, job=job(state, guest) if state else None)))

    return play


def _taken_along(on: Stage) -> None:
    along = replace(job("handed_over", GERMAN), collector=Collector(HAN.called, HAN.id))
    on.open()
    on.replies["card"] = replace(card_of(GERMAN), taken_along=along)
    on.screen.scanned(Done(outcome(Reason.ADMITTED, GERMAN)))


def _unread(on: Stage) -> None:
    on.open()
    for _ in range(4):
        on.screen.scanned(Done(outcome(Reason.PARTIAL_CODE, None)))


# ---- the door


def door() -> Iterator[Scene]:
    for state in BusState:
        yield f"bus {state.value}", _door(state)
    yield "no bus known", lambda on: (on.replies.update(buses=[]), on.open(DOOR))
    for number, reason in enumerate([*_BUS_REASONS, *list(Reason)[list(Reason).index(Reason.LET_IN) :]]):
        yield reason.value, _at_door(reason, GUESTS[number % len(GUESTS)])
    for guest in (IBERIAN, ARAB, GERMAN):
        yield f"board {guest.badge_no}", _at_door(Reason.BOARDED, guest)
        yield f"other bus {guest.badge_no}", _at_door(Reason.ON_ANOTHER_BUS, guest)
        yield f"other route {guest.badge_no}", _at_door(Reason.WRONG_ROUTE, guest)
    yield "trouble", lambda on: (_door()(on), on.screen.scanned(Troubled(TROUBLE)))
    for reason in (Reason.WRONG_ROUTE, Reason.FULL, Reason.NEEDS_ACCESSIBLE_PLACE):
        yield f"override {reason.value}", _overriding(reason, LEAD)
    yield "standby", _standby_at_door
    for reason in (Reason.BOARDED, Reason.WRONG_BUS, Reason.NO_ROUTE):
        yield f"old and in no common language {reason.value}", _remarked(reason, IBERIAN)
    yield "override by nobody in particular", _overriding(Reason.FULL, None)


def _door(state: BusState = BusState.BOARDING) -> Play:
    def play(on: Stage) -> None:
        on.at[0] = VISIT
        on.replies["buses"] = buses(state)
        on.open(DOOR)

    return play


def _at_door(reason: Reason, guest: object) -> Play:
    def play(on: Stage) -> None:
        _door()(on)
        known = guest if reason.value not in {"partial_code", "damaged_code", "foreign_code", "other_forum"} else None
        on.screen.scanned(Done(outcome(reason, known, at=DOOR)))

    return play


def _standby_at_door(on: Stage) -> None:
    _door()(on)
    on.replies["buses"] = [replace(each, waiting=117) for each in on.replies["buses"]]
    on.screen.shown()


def _remarked(reason: Reason, guest: object) -> Play:
    def play(on: Stage) -> None:
        _door()(on)
        on.screen.stands(sync_health(SyncStatus(Reach.AWAY, only_here=1204), "08:40"), "08:40")
        told = outcome(reason, guest, at=DOOR)
        decision = structs.replace(told.decision, details={**told.decision.details, "speaks": "zh en fr"})
        on.screen.scanned(Done(structs.replace(told, decision=decision)))

    return play


def _overriding(reason: Reason, who: Operator | None) -> Play:
    def play(on: Stage) -> None:
        on.replies["present"] = present(who, (LEAD, replace(VOLUNTEER, role=OperatorRole.COORDINATOR)) if who else ())
        _at_door(reason, ARAB)(on)
        on.screen._deaf.stop()
        on.screen.panel.answered.emit(on.screen.panel.answers - 1)
        on.screen.panel.override.typed.emit(("ground", OverrideGround.OTHER.value))
        on.screen._become(door_state.override_refused(on.screen._state, told(TROUBLE)))

    return play


# ---- find


def find() -> Iterator[Scene]:
    yield "empty", lambda on: (on.open(), _types(on, ""))
    yield "nobody", lambda on: (on.open(), _types(on, "xyzzy"))
    for guest in GUESTS:
        yield f"found {guest.badge_no}", _found(guest)
    yield "inside already", _found(IBERIAN, inside=True)
    yield "asking twice", lambda on: (_found(HAN)(on), on.screen._entered())
    yield "no session", lambda on: (on.open(None), _types(on, "ou"))
    yield "trouble", _find_trouble
    for reason in (Reason.ADMITTED, Reason.ALREADY_IN_ELSEWHERE, Reason.BADGE_REPLACED, Reason.FOREIGN_CODE):
        yield f"scanned {reason.value}", _scanned_meanwhile(reason, _found(GERMAN))


def _types(on: Stage, query: str) -> None:
    on.screen.panel.field.set_text(query)
    on.screen.panel.field.edited.emit(query)


def _found(guest: object, *, inside: bool = False) -> Play:
    def play(on: Stage) -> None:
        found = [guest, *(each for each in GUESTS if each is not guest)]
        on.replies["find"] = [Hit(each.id, SearchHitKind.NAME) for each in found]
        on.replies["cards"] = [card_of(each, inside=MORNING if inside or each is THAI else None) for each in found]
        on.open()
        _types(on, guest.name[:2])

    return play


def _find_trouble(on: Stage) -> None:
    _found(IBERIAN)(on)
    on.screen._entered_done(Troubled(TROUBLE))


def _scanned_meanwhile(reason: Reason, first: Play) -> Play:
    def play(on: Stage) -> None:
        first(on)
        on.screen.scanned(Done(outcome(reason)))

    return play


# ---- the walk-in form

_TYPED = {
    "name": "欧阳𠮷静怡",
    "latin_name": "OUYANG Jingyi",
    "organisation": "Unterabteilung Straßenverkehrsinfrastrukturfinanzierungsgesellschaft",
    "phone": "+49 151 0000 2073",
    "languages": "Chinese, English, Russian",
    "host": "Comisión Interamericana de Puertos",
}


def walk_in() -> Iterator[Scene]:
    yield "empty", lambda on: on.open()
    yield "filled in", _filled
    yield "look-alikes", lambda on: (_alike(on), _filled(on))
    yield "comparing", lambda on: (on.replies.pop("look_alikes"), _filled(on), on.screen._say_slow())
    yield "no name", lambda on: (on.open(), on.screen._edited("phone", "1"), on.screen._register())
    yield "thrown away", lambda on: (_filled(on), on.screen._discard())
    yield "refused", lambda on: (_filled(on), on.screen._walked_in(Troubled(TROUBLE)))
    yield "registered", lambda on: (_filled(on), on.screen._walked_in(Done(_walked_in(job=job("queued")))))
    yield "without seat and badge", lambda on: (_filled(on), on.screen._walked_in(Done(_walked_in(job=None))))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.ALREADY_IN_ELSEWHERE, _filled)


def _walked_in(job: Job | None) -> WalkedIn:
    guest = structs.replace(IBERIAN, badge_no="HQ001", route=RouteId("3"))
    return WalkedIn(guest, None if job is None else BusCode("3-2"), None, job, frozenset())


def _alike(on: Stage) -> None:
    on.replies["look_alikes"] = [HAN.id, TWIN.id, IBERIAN.id]
    on.replies["cards"] = [card_of(HAN, inside=MORNING), card_of(TWIN), card_of(IBERIAN)]


def _filled(on: Stage) -> None:
    on.open()
    for name, value in _TYPED.items():
        on.screen._edited(name, value)


# ---- what is checked


def checkpoint() -> Iterator[Scene]:
    yield "a session", lambda on: on.open()
    yield "another session", lambda on: (on.open(), _steps(on, 1))
    yield "a late session", lambda on: (on.open(), _steps(on, 9))
    yield "the visit", _visit
    yield "a bus", lambda on: (_visit(on), _steps(on, 4))
    yield "a bus later on", lambda on: (_visit(on), _steps(on, 9))
    yield "clocks apart", lambda on: (on.replies.update(health=Health(9, 0, 2)), on.open())
    yield "refused", lambda on: (on.open(), on.screen._taken(Direction.IN, Troubled(UnknownDelegate(delegate="x"))))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.BADGE_REPLACED, lambda on: on.open())


def _visit(on: Stage) -> None:
    on.at[0] = VISIT
    on.open(DOOR)


def _steps(on: Stage, count: int) -> None:
    key = Qt.Key.Key_Down
    from PySide6.QtTest import QTest

    for _ in range(count):
        QTest.keyClick(on.screen, key)


# ---- badges

_STATES = ("unknown", "failed_safe", "sending", "queued", "sent", "confirmed", "cancelled")


def badges() -> Iterator[Scene]:
    yield "empty", lambda on: on.open()
    yield "no printer", lambda on: (on.replies.update(printers=()), on.open())
    yield "nobody", lambda on: (on.open(), _types_badge(on, "xyzzy"))
    yield "candidates", _candidates
    for guest in GUESTS:
        yield f"first badge {guest.badge_no}", _held(guest)
    for why in Why:
        yield f"new badge {why.value}", _held(IBERIAN, why=why)
    yield "void", _held(ARAB, revoked="lost")
    yield "saved", lambda on: (_held(IBERIAN)(on), on.screen._saved(1, Path("a folder") / "0412-1.pdf"))
    yield "many jobs", lambda on: (_jobs(on), _held(GERMAN, why=Why.LOST)(on))
    yield "their queue", lambda on: (_jobs(on), _held(GERMAN)(on), on.screen.panel.beside.turn_to(badge=False))
    yield "objection", _objection
    yield "a letter that no font has", _unlettered
    yield "the Latin name alone", lambda on: (_held(HAN)(on), on.screen._become(_spelt(on.screen._state)))
    yield "a badge that stopped", _stopped
    yield from hands()
    yield "refused", lambda on: (_held(IBERIAN, why=Why.LOST)(on), on.screen._refused(_said()))


def _jobs(on: Stage) -> None:
    on.replies["jobs"] = [job(state, GUESTS[n % len(GUESTS)], n) for n, state in enumerate(_STATES * 3)]


def _types_badge(on: Stage, query: str) -> None:
    on.screen.panel.holder.field.set_text(query)
    on.screen.panel.holder.field.edited.emit(query)


def _candidates(on: Stage) -> None:
    on.replies["find"] = [Hit(each.id, SearchHitKind.NAME) for each in GUESTS]
    on.open()
    _types_badge(on, "o")


def _held(guest: object, *, why: Why | None = None, revoked: str = "") -> Play:
    def play(on: Stage) -> None:
        if why:
            on.replies.setdefault("jobs", [])
            on.replies["jobs"] = [*on.replies["jobs"], job("confirmed", guest)]
        on.replies["resolve"] = guest.id
        on.replies["card"] = card_of(guest, inside=MORNING, revoked=revoked)
        on.open()
        on.screen.opened_for(guest.badge_no)
        if why:
            on.screen.panel.reason_chosen.emit(why)

    return play


def _unlettered(on: Stage) -> None:
    on.replies["preview"] = Troubled(GlyphMissing(characters="静 (U+9759)", text=HAN.name))
    _held(HAN)(on)


def _spelt(state: BadgeDeskState) -> BadgeDeskState:
    return badge_state.spelling_decided(state, HAN.id, latin_alone=True)


def _stopped(on: Stage) -> None:
    on.replies["jobs"] = [replace(job("failed_safe", HAN), detail=GlyphMissing.key)]
    on.replies["objection"] = GlyphMissing(characters="静 (U+9759)", text=HAN.name)
    on.open()


def _objection(on: Stage) -> None:
    on.replies.pop("preview")
    _held(GERMAN)(on)
    state = on.screen._state
    sentence = Sentence(lambda: words.problem(TextDoesNotFit(text=GERMAN.organisation))[0])
    on.screen._become(badge_state.previewed(state, state.preview_of, Preview(objections=(sentence,))))


# ---- the record


def record() -> Iterator[Scene]:
    yield "nobody", lambda on: on.open()
    for guest in GUESTS:
        yield f"of {guest.badge_no}", _record(guest)
    yield "disputed", _record(IBERIAN, disputed=True)
    yield "another's number", _twin
    yield "nobody's number", lambda on: (on.replies.update(resolve=None), _record(SHORT)(on), _types_number(on))
    yield "revoked", _record(GERMAN, revoked="代表团自行将其从本次论坛的名单中划去")
    yield "being typed", lambda on: (_record(HAN)(on), _mends(on, "name", "欧阳𠮷静怡"), _mends(on, "title", "主席"))
    yield "printed", lambda on: (on.replies.update(jobs=[job("confirmed", IBERIAN, 2)]), _record(IBERIAN)(on))
    yield "without a printer", lambda on: (on.replies.update(printers=()), _record(THAI)(on))
    yield "no name", lambda on: (_record(SHORT)(on), _mends(on, "name", " "), on.screen._save())
    yield "saved", lambda on: (_record(SHORT)(on), on.screen._saved(SHORT.id, True))
    yield "sent", lambda on: (_record(SHORT)(on), on.screen._sent(SHORT.id, 2))
    yield "refused", lambda on: (_record(IBERIAN)(on), on.screen._refused(IBERIAN.id, _said()))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.ALREADY_IN_ELSEWHERE, _record(ARAB))


def _record(guest: object, *, disputed: bool = False, revoked: str = "") -> Play:
    def play(on: Stage) -> None:
        on.replies["record"] = record_of(guest, disputed=disputed, revoked=revoked)
        on.open()
        on.screen.opened_for(guest.id)
        on.screen.shown()

    return play


def _twin(on: Stage) -> None:
    on.replies |= {"resolve": IBERIAN.id, "card": card_of(IBERIAN)}
    _record(HAN)(on)
    _types_number(on)


def _types_number(on: Stage) -> None:
    on.screen.panel.side.other_typed.emit("0412")


def _mends(on: Stage, name: str, text: str) -> None:
    on.screen.panel.edited.emit(name, text)


# ---- people and lists


def people() -> Iterator[Scene]:
    yield "everybody", lambda on: on.open()
    yield "nobody yet", lambda on: (on.replies.update(directory=[]), on.open())
    for guest in (IBERIAN, ARAB, GERMAN, HAN, SHORT):
        yield f"chosen {guest.badge_no}", _person(guest)
    yield "trouble", lambda on: (on.open(), on.screen._listed(on.screen._state.asked, Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _person(IBERIAN))
    for tab in Tab:
        yield f"list {tab.value}", _list(tab)
    yield "list taken in", _taken_in
    yield "list being read", lambda on: (on.replies.pop("preview"), on.open(), on.screen.open_list(_FILE))
    yield "list refused", _refused_list
    for number in range(len(LISTS)):
        yield f"lists taken in {number}", _lists(number)
    for place in (0, 1, len(FORUM.sessions) + 1):
        yield f"list to save {place}", _list_to_save(place)
    yield "list not saved", _list_not_saved
    yield "file being written", _file_written(None)
    yield "file written", _file_written(replace(_BADGES, left_out=()))
    yield "badges left out", _file_written(_BADGES)
    yield "no list yet", lambda on: (on.replies.update(taken=[]), _lists(0, ())(on))
    yield "list in use", _list_in_use
    yield (
        "list being taken back",
        lambda on: (_lists(1)(on), on.screen.taken._become(taken_state.begun(on.screen.taken.state))),
    )


def _person(guest: object) -> Play:
    def play(on: Stage) -> None:
        on.replies["card"] = card_of(guest)
        on.open()
        on.screen.panel.model.take(on.replies["cards"])
        on.screen.opened_for(guest.id)

    return play


_FILE = Path("lists") / FILE_NAME
_HEADINGS = ("Name", "Delegation", "Organisation", "Category", "Route", "Mobile", "Remarks of the ministry’s protocol")


def preview() -> ListPreview:
    """Return a list with people of every kind: new, changed, refused, and rows to look at."""
    rows = tuple(
        (each.name, each.delegation, each.organisation, category, route, "not a number", "x" * 40)
        for each, category, route in zip(
            GUESTS, ("Minister", "VIP-2", "", "专家", "Pressx", "", "Envoy"), "1293488", strict=True
        )
    )
    sheet = Sheet("Participants and accompanying persons", (_HEADINGS, *rows, ("", "Nobody", "", "", "", "", "")))
    columns = find_columns(sheet)
    known = {each.id: structs.replace(each, title="", origin="") for each in GUESTS[:3]}
    plan = hold(compare(known, read_rows(sheet, columns, FORUM), FORUM), {GUESTS[0].id: frozenset({"route"})})
    row = plan.new[0].row
    said = (Cancelled(row, None),) * 240, (Ride(row, GUESTS[0].id),) * 1200, (Restored(row, GUESTS[0].id),) * 10
    plan = replace(plan, cancelled=said[0], rides=said[1], restored=said[2])
    return ListPreview(
        ("Participants and accompanying persons", "2"),
        sheet.name,
        "utf-8",
        Samples(_HEADINGS, rows[0]),
        columns,
        plan,
    )


def _list(tab: Tab) -> Play:
    def play(on: Stage) -> None:
        on.replies["preview"] = preview()
        on.open()
        on.screen.open_list(_FILE)
        on.screen.importing.panel.tab_chosen.emit(tab)

    return play


def _taken_in(on: Stage) -> None:
    _list(Tab.NEW)(on)
    plan = on.replies["preview"].plan
    on.screen.importing._taken(Done(ImportResult(plan, 4, 3, frozenset(), LogId("1" * 32), 240, 1200, 10)))


def _list_taken(number: int, *, closed: bool = True, back: bool = False) -> TakenList:
    operation = Operation(
        LogId(f"{number:032x}"), "list", 15_228, MORNING, 15_230 if closed else 0, FactId("f1") if back else None
    )
    name = _FILE.name if number else "名单.csv"
    return TakenList(operation, name, "Registration desk 12", 15_184, 44, 12_400, MORNING if back else None, "Desk 7")


#: One of each state: still being counted, whole, cut short, taken back.
LISTS = (
    _list_taken(0),
    replace(_list_taken(1), counting=15_228),
    _list_taken(2, closed=False),
    _list_taken(3, back=True),
)


def _lists(place: int, lists: tuple[TakenList, ...] = LISTS) -> Play:
    def play(on: Stage) -> None:
        on.replies["taken"] = lists
        on.open()
        on.screen._show_taken()
        on.screen.taken._choose(place)

    return play


def _list_to_save(place: int) -> Play:
    def play(on: Stage) -> None:
        on.open()
        on.screen._show_outgoing()
        on.screen.outgoing._choose(place)

    return play


def _list_not_saved(on: Stage) -> None:
    _list_to_save(2)(on)
    on.screen.outgoing._ended(Troubled(FileNotWritable(file=_FILE.name, detail=FileFault.ENDING)))


def _file_written(result: HandedOut | None) -> Play:
    def play(on: Stage) -> None:
        _list_to_save(2)(on)
        on.screen.outgoing._save("pdf")
        on.screen.outgoing._moved_on(1034, 4821)
        if result:
            on.screen.outgoing._ended(Done(result))

    return play


_BADGES = HandedOut(
    "Documents of the coordinator/Badges 2024-09-25 091200.pdf",
    4821,
    tuple(str(each) for each in range(1034, 1064)),
    LogId("ab" * 16),
)


def _list_in_use(on: Stage) -> None:
    _lists(1)(on)
    names = ", ".join(each.name for each in (IBERIAN, ARAB, GERMAN))
    on.screen.taken._taken_back(Troubled(ListInUse(count=212, names=f"{names}…")))


def _refused_list(on: Stage) -> None:
    on.replies["preview"] = Troubled(ListHeadingsUnknown(file=_FILE.name, headings=", ".join(_HEADINGS)))
    on.open()
    on.screen.open_list(_FILE)


# ---- buses


def manifest_() -> Iterator[Scene]:
    for state in BusState:
        yield f"bus {state.value}", _bus(state)
    for wanted in Filter:
        yield (
            f"filter {wanted.value}",
            lambda on, wanted=wanted: (_bus()(on), on.screen.panel.filtered.emit(wanted)),
        )
    yield "nobody missing", lambda on: (on.replies.update(manifest=manifest(aboard=True)), _bus(None)(on))
    yield "no buses", lambda on: (on.replies.update(buses=[]), on.open())
    yield "a person chosen", lambda on: (_bus()(on), on.screen.panel.person_chosen.emit(GUESTS[0].id))
    yield "a no-show to be confirmed", _no_show
    yield (
        "saved",
        lambda on: (_bus()(on), on.screen._saved(BUS, Done(Path("Documents of the coordinator") / "3-2.pdf"))),
    )
    yield "trouble", lambda on: (_bus()(on), on.screen._listed(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.ON_ANOTHER_BUS, _bus())


def _no_show(on: Stage) -> None:
    said = manifest(BusState.FINAL_CALL)
    lines = (
        replace(said.lines[0], said=Saying.NO_SHOW_ASKED),
        replace(said.lines[1], seen_on=None, said=Saying.EXCUSED),
    )
    on.replies["manifest"] = replace(said, lines=(*lines, *said.lines[2:]))
    on.replies["buses"] = buses(BusState.FINAL_CALL)
    _bus(None)(on)
    on.screen.panel.person_chosen.emit(GUESTS[0].id)
    on.screen.panel.stepped.emit(0, "")


def _bus(state: BusState | None = BusState.BOARDING) -> Play:
    def play(on: Stage) -> None:
        on.at[0] = VISIT
        if state:
            on.replies |= {"buses": buses(state), "manifest": manifest(state)}
        on.open(DOOR)
        on.screen.opened_for(BUS)

    return play


# ---- the dispatch board


def board_() -> Iterator[Scene]:
    yield "a day", lambda on: (_at_the_visit(on), on.open())
    yield (
        "a bus chosen",
        lambda on: (_at_the_visit(on), on.open(), on.screen.panel.bus_chosen.emit(bus("1-2").bus.code)),
    )
    yield "nothing needs a person", lambda on: (on.replies.update(board=board(buses()[:2])), on.open())
    yield "no buses", lambda on: (on.replies.update(board=board([])), on.open())
    yield "trouble", lambda on: (_at_the_visit(on), on.open(), on.screen._fetched(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, lambda on: on.open())


# ---- the overview


def overview_() -> Iterator[Scene]:
    yield "a morning", lambda on: on.open()
    yield "on the visit", lambda on: (on.replies.update(overview=overview_of(at=VISIT)), on.open())
    yield "nothing yet", _nothing_yet
    yield "no sessions", lambda on: (on.replies.update(overview=replace(overview_of(), sessions=())), on.open())
    yield (
        "written",
        lambda on: (on.open(), on.screen._saved(Done([Path("2024-09-25 091200/overview.pdf")]))),
    )
    yield "trouble", lambda on: (on.open(), on.screen._fetched(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, lambda on: on.open())


def _nothing_yet(on: Stage) -> None:
    calm = overview_of([], known=[own])
    on.replies["overview"] = replace(calm, desks=(), only_here=0)
    on.open()


def _at_the_visit(on: Stage) -> None:
    on.at[0] = VISIT


# ---- the fleet


def fleet() -> Iterator[Scene]:
    yield "a bus", lambda on: on.open()
    yield "no buses", lambda on: (on.replies.update(buses=[]), on.open())
    yield "a new bus", lambda on: (on.open(), on.screen.panel.add_begun.emit(RouteId("3")))
    yield "no number", lambda on: (on.open(), on.screen.panel.typed.emit(("licensed_seats", "")))
    yield "changed", lambda on: (on.open(), on.screen.panel.typed.emit(("plate", "京A·99999")))
    yield (
        "refused",
        lambda on: (on.open(), on.screen._saved(bus("1-1").bus.code, {}, "", _NO_TIME)),
    )
    yield "filled", lambda on: (on.open(), on.screen._filled(Done(Assigned(4821, (GERMAN.id,) * 36, frozenset()))))
    yield "planning", lambda on: (on.open(), on.screen.panel.plan_asked.emit())
    yield "planned", lambda on: (on.open(), on.screen._planned(Done(planned())))
    yield "planned and short", lambda on: (on.open(), on.screen._planned(Done(planned(*_SHORT))))
    yield "more aboard than seats", _overfull
    yield "trouble", lambda on: (on.open(), on.screen._counted(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, lambda on: on.open())


def planned(*short: Shortage) -> Planned:
    """Return a plan of two routes; short of something, none is proven best."""
    proven = Certificate(0, 0, 31, 64, 64)
    cost = Cost(0, 3 if short else 0, 0, 31, 64, 0, 0, 0)
    plans = [RoutePlan(RouteId(each), 1300, cost, proven, {}, short, kept=False) for each in "12"]
    return Planned(tuple(TimedPlan(plan, 0.4) for plan in plans), 2600, LogId("a-plan"), 0.8)


_SHORT = (
    Shortage(Lacking.SEAT, 2),
    Shortage(Lacking.ACCESSIBLE_PLACE, 1),
    Shortage(Lacking.LANGUAGE, 12, ("ru", "uk")),
)


def _overfull(on: Stage) -> None:
    on.replies["buses"] = [replace(bus("1-1"), aboard=41), *buses()[1:]]
    on.open()


# ---- the programme


def programme() -> Iterator[Scene]:
    for part in Part:
        yield part.value, _part_of_the_programme(part)
        yield f"new {part.value}", _part_of_the_programme(part, lambda panel: panel.add_begun.emit())
    yield "refused beside a line", _part_of_the_programme(Part.SESSION, _too_late)
    yield (
        "in use",
        lambda on: (
            _part_of_the_programme(Part.CATEGORY)(on),
            on.screen._changed("", programme_state.removed, Troubled(_IN_USE)),
        ),
    )
    yield "trouble", lambda on: (on.open(), on.screen._changed("", programme_state.removed, Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, lambda on: on.open())


_IN_USE = CategoryInUse(name="International guests of honour", count=1207)


def _part_of_the_programme(part: Part, then: Callable[..., object] = lambda _panel: None) -> Callable[[Stage], object]:
    return lambda on: (on.open(), on.screen.panel.part_chosen.emit(part), then(on.screen.panel))


def _too_late(panel) -> None:
    panel.typed.emit(("ends", "01:00"))
    panel.line_left.emit()


# ---- the inbox


def inbox() -> Iterator[Scene]:
    for kind in ConflictKind:
        yield kind.value, _contradicting(conflict(kind), conflict(ConflictKind.TWO_EDITS))
    yield "picked", lambda on: (_contradicting(conflict(ConflictKind.TWO_PLACES))(on), on.screen.panel.choices.pick(2))
    yield "waiting", _contradicting(conflict(ConflictKind.TWO_BUSES, Standing.WAITING, 3))
    yield "taken back", _contradicting(conflict(ConflictKind.TWO_BUSES, Standing.UNDONE))
    yield "settled in two ways", _contradicting(conflict(ConflictKind.TWO_BUSES, Standing.OPEN, 0, 1))
    yield (
        "settled",
        lambda on: (_contradicting(conflict(ConflictKind.TWO_EDITS))(on), on.screen.panel.row_chosen.emit(1)),
    )
    yield "nothing", _contradicting()
    yield "trouble", lambda on: (_contradicting()(on), on.screen._listed(Troubled(TROUBLE)))
    refused = conflict(ConflictKind.TWO_EDITS)
    yield (
        "refused",
        lambda on: (_contradicting(refused)(on), on.screen._settled(refused, Troubled(ContradictionMoved()))),
    )
    yield "bringing in", lambda on: (_contradicting(refused)(on), on.screen.panel.carried.emit(Carrying.FOLDER))
    yield "saved", lambda on: (_contradicting(refused)(on), on.screen._saved(Done(SAVED)))
    yield "brought in", lambda on: (_contradicting(refused)(on), on.screen._brought(Done(BROUGHT)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _contradicting(conflict(ConflictKind.TWO_BUSES)))


def _contradicting(*some: Conflict) -> Play:
    def play(on: Stage) -> None:
        on.replies.update(contradictions=contradictions(*some, settled=SETTLED), heard=HEARD)
        on.open()

    return play


# ---- who acts


def operators() -> Iterator[Scene]:
    yield "no operators", _acting(None, None, ())
    for place, at in enumerate(OPERATORS):
        yield f"nobody, {place}", _acting(None, at)
        yield f"led, {place}", _acting(LEAD, at)
    yield "to be added", _acting(LEAD, None)
    yield "acts", _acting(VOLUNTEER, VOLUNTEER)
    yield (
        "badge awaited",
        lambda on: (_acting(LEAD, VOLUNTEER)(on), on.screen.panel.asked.emit(DoneByOperators.ENTER_BADGE)),
    )
    yield (
        "not done",
        lambda on: (
            _acting(None, LEAD)(on),
            on.screen._done(
                DoneByOperators.SIGN_IN, LEAD.id, LEAD.name, Troubled(PinMustWait(name=LEAD.name, seconds=900))
            ),
        ),
    )
    yield "what does not count", lambda on: (_acting(None, LEAD)(on), on.screen._choose(len(OPERATORS)))
    yield "not come yet", lambda on: (on.replies.pop("present"), on.open())
    yield "trouble", lambda on: (on.replies.update(present=Troubled(TROUBLE)), on.open())
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _acting(LEAD, LEAD))


def _acting(who: Operator | None, at: Operator | None, known: tuple[Operator, ...] = OPERATORS) -> Play:
    def play(on: Stage) -> None:
        on.replies["present"] = present(who, known)
        on.open()
        on.screen.panel.row_chosen.emit(known.index(at) if at else len(known))

    return play


# ---- printers


def _settings_kept(on: Stage, settings: Settings) -> None:
    on.screen._laptop.change_settings(settings)


# ---- a head count


def head_count() -> Iterator[Scene]:
    yield "no buses", _counting((), None)
    for state in BusState:
        if state is not BusState.COUNTING:
            yield state.value, _counting((in_state(state),), LEAD)
    for name, people in (
        ("first", ()), ("second", (44,)), ("agreed", (44, 44)), ("differ", (44, 43)), ("short", (43, 43)), ("over", (46, 46)),
        ("unresolved", (41, 42, 42, 43, 43, 44)),
    ):  # fmt: skip
        yield name, _counting((tallied(*people), OVER), LEAD)
    yield "by nobody", _counting((tallied(44, 44),), None, ())
    yield "by two", _counting((tallied(44, 44),), VOLUNTEER)
    yield "not the volunteer's", _counting((tallied(43, 43),), VOLUNTEER)
    yield "amber", _counting((in_state(BusState.DEPARTED, AMBER),), LEAD)
    yield "not closed", _counting((in_state(BusState.EMPTIED, UNTALLIED),), VOLUNTEER)
    yield (
        "typed",
        lambda on: (_counting((tallied(),), LEAD)(on), *(on.screen.panel.side.digit.emit(each) for each in "144")),
    )
    yield "refused", lambda on: (_counting((tallied(),), LEAD)(on), on.screen._crewed(Troubled(TROUBLE)))
    yield "trouble", lambda on: (on.open(), on.screen._listed(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _counting((tallied(44),), LEAD))


def _counting(told: tuple[Tallied, ...], who: Operator | None, known: tuple[Operator, ...] = OPERATORS) -> Play:
    def play(on: Stage) -> None:
        on.replies.update(present=present(who, known), tallied=told)
        on.open()
        on.screen.opened_for("3-2")
        on.screen.shown()

    return play


# ---- another bus takes over


def swap() -> Iterator[Scene]:
    yield "no buses", _swapping(None, ())
    yield "none can", _swapping(None, COUNTS[:1])
    yield "chosen from", _swapping(None)
    for name, standing in (
        ("no place", foreseen()),
        ("a place for everybody", foreseen(places=True)),
        ("foreseen in an emergency", in_emergency(foreseen())),
    ):
        yield (
            name,
            lambda on, standing=standing: (
                on.replies.update(foresee=standing),
                _swapping(None)(on),
                on.screen._choose(1),
            ),
        )
    steps = (
        ("to be opened", under_way(new=BusState.PLANNED, scanned=0)), ("to be scanned", under_way()),
        ("to be seated", under_way(scanned=9)), ("to be emptied", under_way(scanned=9, seated=True)),
        ("to be closed", under_way(BusState.EMPTIED, scanned=9, seated=True)),
        ("done", under_way(BusState.CLOSED, scanned=9, seated=True)),
        ("in an emergency", in_emergency(under_way())),
        ("the emergency to be ended", in_emergency(under_way(scanned=9, seated=True), injured=False)),
    )  # fmt: skip
    for name, standing in steps:
        yield name, _swapping(standing)
    yield "refused", lambda on: (_swapping(None)(on), on.screen._foreseen(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _swapping(under_way()))


def _swapping(look: SwapStanding | None, counts: tuple[BusCount, ...] = COUNTS) -> Play:
    def play(on: Stage) -> None:
        on.replies.update(buses=list(counts), look=look)
        on.open()
        on.screen.opened_for(OLD.code)
        on.screen.shown()

    return play


# ---- a bus's day


def bus_day() -> Iterator[Scene]:
    stops = stops_of(FORUM)
    yield "no buses", _on_its_day(Board([], {}))
    yield "lacking everything", _on_its_day(a_day(EMPTY, listed=60))
    yield "lacking nothing", _on_its_day(a_day(FULL))
    for state in BusState:
        if state is not BusState.PLANNED:
            yield (
                state.value,
                _on_its_day(a_day(bus_in(state), replace(NOT_COUNTED, held="车场大门锁着，钥匙在路上"))),
            )
    left = replace(NOT_COUNTED, visits=visits(VISIT, stops[0], "", first=330), skips=(skipped(stops[1]),))
    on_its_way = a_day(bus_in(BusState.DEPARTED), left, aboard=43)
    yield "on its way", _on_its_day(on_its_way)
    yield "to pass by", lambda on: (_on_its_day(a_day(FULL))(on), on.screen._choose(0))
    yield "to be called at after all", lambda on: (_on_its_day(on_its_way)(on), on.screen._choose(2))
    at_stop = replace(NOT_COUNTED, visits=visits(VISIT, stops[0], away=False, first=40))
    there = a_day(bus_in(BusState.AT_STOP), at_stop, aboard=41)
    yield "at a stop", _on_its_day(there)
    yield "who got off", lambda on: (_on_its_day(there)(on), on.screen.panel.parts.chosen.emit("off"))
    yield "what was done", lambda on: _what_was_done(on, there)
    yield "refused", lambda on: (_on_its_day(there)(on), on.screen._said(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _on_its_day(on_its_way))


def _what_was_done(on: Stage, board: Board) -> None:
    on.replies["log"] = a_log(FULL.code)
    _on_its_day(board)(on)
    on.screen.panel.parts.chosen.emit("log")


def _on_its_day(board: Board) -> Play:
    def play(on: Stage) -> None:
        counts = board.counts
        on.replies["board"] = board
        if counts:
            on.replies["manifest"] = who_got_off(counts[0].bus, VISIT)
        on.open()
        on.screen._state = BusDayState(counts[0].bus.code if counts else None)
        on.screen.shown()

    return play


# ---- an emergency at a bus


def emergency() -> Iterator[Scene]:
    shown = {
        "not called": emergencies.foreseen(),
        "nobody on it": emergencies.foreseen(()),
        "called": emergencies.standing(),
        "a drill": emergencies.standing(rehearsal=True),
        "all known": emergencies.standing(emergencies.ALL),
        "over": emergencies.standing(emergencies.ALL, how=How.OVER),
        "called off": emergencies.standing(how=How.FALSE_ALARM),
    }
    for name, found in shown.items():
        yield name, _in_emergency(found)
    marked = emergencies.with_sighting(emergencies.standing(emergencies.SOME))
    for place, name in enumerate(("contradicted", "unknown", "of the crew")):
        yield name, _in_emergency(marked, then=lambda on, place=place: on.screen._choose_row(place))
    injured = lambda on: on.screen._choose(emergencies.PEOPLE[1].id)  # noqa: E731 - one of several steps
    yield "injured", _in_emergency(marked, then=injured)
    yield "found besides", _in_emergency(marked, then=lambda on: on.screen._found(Done(emergencies.OTHER)))
    yield "searched for", _in_emergency(marked, then=lambda on: on.screen.panel.typed.emit(emergencies.SOUGHT))
    yield "to be ended", _in_emergency(marked, then=lambda on: on.screen.panel.side.mode_chosen.emit(Mode.END))
    yield "saved", _in_emergency(marked, then=lambda on: on.screen._saved(Done(Path("documents", "list.pdf"))))
    yield "refused", _in_emergency(marked, then=lambda on: on.screen._looked_at(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _in_emergency(marked))


def _in_emergency(found: EmergencyStanding, then: Play = lambda _on: None) -> Play:
    def play(on: Stage) -> None:
        on.replies.update(emergency=found)
        on.open()
        on.screen.opened_for(emergencies.BUS.code)
        on.screen.shown()
        then(on)

    return play


# ---- a list of buses on its way in


def fleet_list() -> Iterator[Scene]:
    fit, unfit = fleet_preview(), fleet_preview(wrong=True)
    yield "nothing chosen", lambda on: _fleet_read(on, None)
    yield (
        "nothing chosen, one to take back",
        lambda on: (_fleet_read(on, None), on.screen._last_came(Done(LogId("l" * 32)))),
    )
    yield "read", lambda on: (_fleet_read(on, None), on.screen.open_list(Path(FILE_NAME)))
    yield "compared", lambda on: _fleet_read(on, fit)
    yield "compared, changed", lambda on: (_fleet_read(on, fit), on.screen.panel.part_chosen.emit(FleetPart.CHANGED))
    yield "nothing to put right", lambda on: (_fleet_read(on, fit), on.screen.panel.part_chosen.emit(FleetPart.REFUSED))
    yield "to be put right", lambda on: _fleet_read(on, unfit)
    yield "nothing new", lambda on: _fleet_read(on, replace(fit, list_=FleetList(unchanged=120)))
    yield "no list", lambda on: (_fleet_read(on, None), on.screen._came(on.screen._state.asked, Troubled(TROUBLE)))
    yield "taken", lambda on: _fleet_taken(on, fit)
    yield "refused", lambda on: (_fleet_read(on, fit), on.screen._taken(Troubled(TROUBLE)))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, lambda on: _fleet_read(on, unfit))


def _fleet_read(on: Stage, preview: FleetPreview | None) -> None:
    on.open()
    on.screen._state = FleetListState()
    on.screen.shown()
    if preview is not None:
        on.screen.open_list(Path(FILE_NAME))
        on.screen._came(on.screen._state.asked, Done(preview))


def _fleet_taken(on: Stage, preview: FleetPreview) -> None:
    _fleet_read(on, preview)
    on.screen._taken(Done(FleetTaken(preview.list_, LogId("l" * 32), frozenset())))


# ---- guests put on another bus


def reseating() -> Iterator[Scene]:
    yield "a bus's guests", _at_guests
    yield "nobody there", lambda on: (_at_guests(on), on.screen._listed(Done(replace(of_one(), lines=()))))
    yield "some chosen", lambda on: (_at_guests(on), on.screen.panel.group_asked.emit())
    yield "in hand", lambda on: (_at_guests(on), on.screen.panel.take_asked.emit())
    for place, what in enumerate(("better", "", "dearer", "no seat", "no place", "locked", "takes nobody")):
        if what:
            yield f"over one, {what}", _held_over(place)
    yield "refused", lambda on: (_held_over(0)(on), on.screen._moved(Troubled(TROUBLE)))
    yield "moved", lambda on: (_held_over(0)(on), on.screen._moved(Done(reseated())))
    yield (
        "moved from nowhere to another route",
        lambda on: (_held_over(0)(on), on.screen._moved(Done(reseated(3, origin=None, strayed=2)))),
    )
    yield "without a bus", lambda on: (_at_guests(on), on.screen.panel.bus_chosen.emit(0))
    yield (
        "all with a bus",
        lambda on: (_at_guests(on), on.screen.panel.bus_chosen.emit(0), on.screen._unseated("3", Done(()))),
    )
    yield "another route", lambda on: (_held_over(0)(on), on.screen._show_route("4"))
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _held_over(2))


def _at_guests(on: Stage) -> None:
    on.replies.update(buses=route(), manifest=of_one())
    on.open()
    on.screen._state = ReseatingState()
    on.screen.opened_for(BUS)
    on.screen.shown()


def _held_over(place: int) -> Play:
    def play(on: Stage) -> None:
        _at_guests(on)
        on.screen.panel.take_asked.emit()
        on.screen._foreseen(on.screen._state.taken, Done(weighed(on.screen._state.taken)))
        on.screen.panel.held_over.emit(place + 1)  # over all stands who has no bus

    return play


# ---- the stops of a route


def route_stops() -> Iterator[Scene]:
    yield "in order", _at_route("4")
    yield "without a route", _at_route("9")
    yield "chosen", lambda on: (_at_route("2 2-1")(on), on.screen.panel.stop_chosen.emit(1))
    yield "to be added", lambda on: (_at_route("2")(on), on.screen.panel.add_begun.emit())
    yield (
        "half named",
        lambda on: (_at_route("2")(on), on.screen.panel.add_begun.emit(), on.screen.panel.typed.emit(("zh", "; "))),
    )
    yield (
        "renamed",
        lambda on: (_at_route("2")(on), on.screen.panel.typed.emit(("en", "古驿道旁的茶馆"))),
    )
    yield "refused", lambda on: (_at_route("2")(on), on.screen._changed("", 0, Troubled(TROUBLE)))
    yield "moved", _moved_stop
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _at_route("2"))


def _at_route(subject: str) -> Play:
    def play(on: Stage) -> None:
        on.open()
        on.screen._state = RouteStopsState(FORUM)
        on.screen.opened_for(subject)

    return play


def _moved_stop(on: Stage) -> None:
    _at_route("2")(on)
    done = ForumChanged(frozenset({Changed.FORUM}), Digest("a" * 64), Digest("b" * 64), FORUM)
    on.screen._changed("京郊农村公路", 1, Done(done))


# ---- the laptops


def laptops() -> Iterator[Scene]:
    for reach in Reach:
        yield reach.value, _standing(SyncStatus(reach, hub="192.0.2.7:8443", last_exchange=NOON, only_here=1034))
    yield "one laptop", _standing(SyncStatus(), own)
    for other in OTHERS:
        yield other.enrolment.name, _standing(TOGETHER, own, *OTHERS, looked_at=other)
    yield (
        "changed",
        lambda on: (
            _standing(TOGETHER, looked_at=TAKES_PART)(on),
            on.screen.panel.card.role_chosen.emit(Role.COORDINATOR),
        ),
    )
    yield (
        "done",
        lambda on: (
            _standing(TOGETHER)(on),
            on.screen._done(DoneAbout.REVOKE, own.enrolment.station, TAKES_PART.enrolment.name, Done(None)),
        ),
    )
    yield (
        "not done",
        lambda on: (
            _standing(TOGETHER)(on),
            on.screen._done(DoneAbout.ADMIT, own.enrolment.station, TAKES_PART.enrolment.name, Troubled(TROUBLE)),
        ),
    )
    for name, hub in HUBS.items():
        yield name, _hosting(hub)
    yield "invited", _inviting(HUBS["hub"])
    yield "invited and compared", _inviting(replace(HUBS["hub"], words="castle river tiger window"))
    yield "phone", _signing_in(HUBS["hub"])
    yield "invitation is over", _inviting(HUBS["hub"], until=NOON)
    yield "gaps and a wrong clock", _standing(TROUBLED)
    yield "not come yet", lambda on: (on.replies.pop("known"), on.open())
    yield "trouble", lambda on: (on.replies.update(known=Troubled(TROUBLE)), on.open())
    yield "scanned meanwhile", _scanned_meanwhile(Reason.WRONG_ROUTE, _standing(TOGETHER))


def _standing(status: SyncStatus, *known: Laptop, looked_at: Laptop | None = None) -> Play:
    def play(on: Stage) -> None:
        on.replies["known"] = known_as(status, *known)
        on.open()
        if looked_at is not None:
            on.screen._choose(on.screen._state.rows.index(looked_at))

    return play


def _hosting(hub: OwnHub) -> Play:
    def play(on: Stage) -> None:
        on.replies["known"] = known_as(SyncStatus(Reach.HUB if hub.invites else Reach.ALONE), own, hub=hub)
        on.open()

    return play


def _inviting(hub: OwnHub, until: Instant = INVITED.until) -> Play:
    def play(on: Stage) -> None:
        on.replies["invite"] = replace(INVITED, until=until)
        _hosting(hub)(on)
        on.screen.panel.invite_asked.emit()
        on.screen._fetch()

    return play


def _signing_in(hub: OwnHub) -> Play:
    def play(on: Stage) -> None:
        on.replies["sign_in_phone"] = PHONE
        _hosting(hub)(on)
        on.screen.panel.phone_asked.emit()
        on.screen._fetch()

    return play


# ---- the settings

_TRIALS = {
    "well set": [TRIAL_CODE],
    "another layout": [TRIAL_CODE, TRIAL_CODE.replace("Z", "Y")],
    "small letters": [TRIAL_CODE.lower()],
    "something added": ["]Q1" + TRIAL_CODE + "\x03"],
    "another keyboard": [TRIAL_CODE.replace("A", "Q").replace("Z", "W")],
    "a part": [TRIAL_CODE[5:]],
    "another code": ["HTTPS://EXAMPLE.ORG"],
}


def settings() -> Iterator[Scene]:
    yield "as they are", _settings
    yield "no printer", lambda on: (_settings(on), on.screen._become(setting.SettingsState(name="Desk 3")))
    yield "name too long", lambda on: (_settings(on), on.screen.panel.laptop.typed.emit("1" * 201))
    yield "room changed", lambda on: (_settings(on), on.screen.panel.chosen.emit(("room", "Hall 9")))
    for kind in PrinterKind:
        yield f"naming {kind.value}", _naming(kind)
    yield (
        "printer refused",
        lambda on: (_naming(PrinterKind.QUEUE)(on), on.screen.panel.printers.added.emit()),
    )
    yield "trying", lambda on: (_settings(on), on.screen.panel.scanner.asked.emit())
    for name, candidates in _TRIALS.items():
        yield name, _tried(candidates)
    yield "scanned meanwhile", _scanned_meanwhile(Reason.BADGE_REPLACED, _settings)
    yield "checking", lambda on: (_settings(on), on.screen.upkeep._become(_CHECKING))
    yield "repairable", lambda on: (_settings(on), on.screen.upkeep._become(_REPAIRABLE))
    yield "missing", lambda on: (_settings(on), on.screen.upkeep._become(_MISSING))
    yield "fonts", lambda on: (on.replies.update(added_fonts=FONTS), _settings(on))
    yield "a font that is none", lambda on: (_settings(on), on.screen.fonts._added(Troubled(NO_FONT)))
    yield "a font gone", lambda on: (_settings(on), on.screen.fonts._removed(FONTS[0].name, Done(None)))


FONTS = [
    AddedFont("NotoSerifCJK-Extension-J-Regular-with-a-long-name-12345678.ttf", 44_000, Path("a.ttf")),
    AddedFont("Worn-87654321.ttf", 0, Path("b.ttf")),
]
NO_FONT = FontUnfit(file="NotoSerifCJK-Extension-J-Regular.otf", detail=FontFlaw.NO_EMBEDDING)
_BACKUPS = tuple(
    KeptBackup(BackupFile(f"station-{number}.db", MORNING, number * 3_000_000), 1_204_000, 15_228, number != 3)
    for number in range(1, 13)
)
_CHECKING = UpkeepState(Doing.CHECKING, 300_000, 1_204_000, backing_up=True, backups=_BACKUPS)
_REPAIRABLE = UpkeepState(problem=ProjectionsDiffer(detail="delegates, presences"), backups=())
_MISSING = UpkeepState(
    checked=Checked(CheckReport(1_204_000, 9, 15_228, 3, ("presences",)), Holding(missing=1204)),
    backup_problem=DiskFull(),
    backups=_BACKUPS,
)


def _settings(on: Stage) -> None:
    laptop = on.screen._actions.laptop
    laptop.change_settings(replace(laptop.settings(), printers=PRINTERS, printer=PRINTERS[0].name, room="Hall A"))
    on.open()


def _naming(kind: PrinterKind) -> Play:
    def play(on: Stage) -> None:
        _settings(on)
        on.screen.panel.printers.form.kind_chosen.emit(kind)
        on.screen.panel.printers.form.target_said.emit(PRINTERS[0].target)

    return play


def _tried(candidates: list[str]) -> Play:
    def play(on: Stage) -> None:
        _settings(on)
        on.screen.panel.scanner.asked.emit()
        assert on.screen.takes_scan(candidates)

    return play


CATALOGUE: Mapping[str, Callable[[], Iterator[Scene]]] = {
    "desk": desk,
    "door": door,
    "find": find,
    "walk_in": walk_in,
    "record": record,
    "checkpoint": checkpoint,
    "badges": badges,
    "badge_run": badge_runs,
    "people": people,
    "manifest": manifest_,
    "overview": overview_,
    "board": board_,
    "settings": settings,
    "fleet": fleet,
    "head_count": head_count,
    "swap": swap,
    "bus_day": bus_day,
    "reseating": reseating,
    "route_stops": route_stops,
    "emergency": emergency,
    "fleet_list": fleet_list,
    "programme": programme,
    "inbox": inbox,
    "laptops": laptops,
    "operators": operators,
    "printers": lambda: printers(_settings_kept),
    "templates": templates,
}

__all__ = ["BY_ID", "CATALOGUE", "BusCode", "Verdict", "recent"]
