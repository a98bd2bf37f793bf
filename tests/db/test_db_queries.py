"""What screens and commands read."""

from contextlib import closing
from pathlib import Path

import dbkit
import pytest
from dbkit import OPENING, Ticking

from checkin_app.domain.contradictions import ConflictKind
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import BusCode, CheckpointId, DelegateId, Instant, bus_checkpoint
from checkin_app.domain.jobs import JobState
from checkin_app.domain.outcomes import Answer
from checkin_app.domain.problems import UnknownBus
from checkin_app.domain.standings import Tally
from checkin_app.runtime.keys import StationKeys
from checkin_app.services.badges import Badges
from checkin_app.services.dispatch import Dispatch
from checkin_app.services.enrolling import Enrolling
from checkin_app.services.ports.upkeep import Health
from db import counts, scan_reads
from db.log.stamps import now
from db.store import Store

PEOPLE = [dbkit.delegate(number) for number in range(5)]
DURING = 1_727_254_800_000
"""2024-09-25 09:00 UTC, the forum's first morning."""
DAY = 24 * 60 * 60 * 1000


def _scan(store: Store, who: int, checkpoint: CheckpointId, clock: object = now) -> str:
    code = dbkit.code_of(store, PEOPLE[who].id)
    return dbkit.scanning(store, clock).scan([code], checkpoint).fact_id


def test_the_directory_is_ordered_by_delegation_then_name_and_can_be_narrowed(store: Store) -> None:
    dbkit.register(
        store,
        dbkit.delegate(1, delegation="Chad", name="Zed", latin_name=""),
        dbkit.delegate(2, delegation="Chad", name="Amy", latin_name=""),
        dbkit.delegate(3, delegation="Benin", name="Max", category="press"),
    )
    queries = store.queries()
    three, two, one = (dbkit.delegate(number).id for number in (3, 2, 1))
    assert queries.delegate_ids() == [three, two, one]
    assert queries.delegate_ids(delegation="Chad") == [two, one]
    assert queries.delegate_ids(category="press") == [three]
    assert queries.delegate_ids(category="press", delegation="Chad") == []


#: By what they are read as: Ångström, Bea, chen, Émile, Łukasz, Marc, Ødegård, wang, Zoë; then scripts that nobody here reads.
READ = [
    ("Ångström Per", ""), ("Bea Holm", ""), ("陈晓雨", ""), ("Émile Zúñiga", ""), ("Łukasz Żółć", ""), ("Marc Nil", ""),
    ("Ødegård Åse", ""), ("王伟", "Wang Wei"), ("Zoë Ahlgren", ""), ("Дарья Соколова", ""), ("김하늘", ""),
]  # fmt: skip


@pytest.mark.parametrize("delegation", ["", "Österreich"])
def test_the_directory_and_a_manifest_are_ordered_as_people_read_in_every_script(store: Store, delegation: str) -> None:
    dbkit.add_bus(store)
    people = [
        dbkit.delegate(number, name=name, latin_name=latin, delegation=delegation)
        for number, (name, latin) in enumerate(READ)
    ]
    dbkit.register(store, *people[::2], *people[1::2])
    dispatch = Dispatch(store.unit)
    for each in people[::-1]:
        dispatch.assign(each.id, BusCode("1-1"))
    queries = store.queries()
    assert queries.delegate_ids() == [each.id for each in people]
    assert queries.delegate_ids(category=people[0].category) == [each.id for each in people]
    lines = queries.manifest(BusCode("1-1"), rehearsal=False).lines
    assert [line.delegate.name for line in lines] == [name for name, _ in READ]


def test_delegations_are_ordered_as_people_read_them_and_each_stays_together(store: Store) -> None:
    delegations = ["Åland", "Brazil", "Brazil South", "陈", "Côte d’Ivoire", "雨", "Ελλάδα"]
    read = ["Åland", "Brazil", "Brazil", "Brazil South", "陈", "Côte d’Ivoire", "雨", "Ελλάδα"]
    people = [dbkit.delegate(number, delegation=each) for number, each in enumerate([*delegations[::-1], "Brazil"])]
    dbkit.register(store, *people)
    ordered = store.queries().cards(store.queries().delegate_ids())
    assert [card.delegate.delegation for card in ordered] == read


def test_who_is_renamed_or_gone_leaves_the_former_place_in_the_directory(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.amend(store, PEOPLE[0].id, latin_name="Zolc")
    ordered = store.queries().delegate_ids()
    assert ordered == [each.id for each in PEOPLE]
    dbkit.amend(store, PEOPLE[0].id, delegation="Żółć")
    assert store.queries().delegate_ids() == [each.id for each in (*PEOPLE[1:], PEOPLE[0])]


def test_cards_come_in_the_order_asked_for_and_pass_over_strangers(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    Badges(store.unit, store.keys).replace(PEOPLE[2].id, "lost", former=1)
    asked = [PEOPLE[2].id, DelegateId("f" * 16), PEOPLE[0].id]
    cards = store.queries().cards(asked)
    assert [card.delegate for card in cards] == [PEOPLE[2], PEOPLE[0]]
    assert [card.badge.current for card in cards] == [2, 1]
    assert store.queries().cards([]) == []
    assert store.queries().card(DelegateId("f" * 16)) is None


def test_resolve_takes_an_id_a_badge_number_or_an_alias_and_nothing_less(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    queries = store.queries()
    for text in (PEOPLE[3].id, PEOPLE[3].id.upper(), "0003", " 0003 ", "3", "0003-1", "ticket-3"):
        assert queries.resolve(text) == PEOPLE[3].id
    for text in ("", "003", "00031", "00003", "ticket", PEOPLE[3].name):
        assert queries.resolve(text) is None


def test_recent_scans_are_newest_first_with_their_names_answers_and_undoing(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store)
    door = bus_checkpoint(BusCode("1-1"))
    scanning = dbkit.scanning(store)
    first = _scan(store, 0, OPENING)
    scanning.undo()
    unread = scanning.scan(["nonsense"], OPENING).fact_id
    asked = scanning.scan([dbkit.code_of(store, PEOPLE[1].id)], door)
    assert asked.decision.reason == "no_bus"
    scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    recent = store.queries().recent_scans(10)
    assert [each.fact_id for each in recent] == [asked.fact_id, unread, first]
    assert [each.undone for each in recent] == [False, False, True]
    assert [each.answer for each in recent] == ["board_here", "", ""]
    assert [each.delegate for each in recent] == [PEOPLE[1].id, None, PEOPLE[0].id]
    assert [(each.name, each.second_line) for each in recent][:2] == [(PEOPLE[1].name, PEOPLE[1].latin_name), ("", "")]
    assert [each.fact_id for each in store.queries().recent_scans(10, checkpoint=OPENING)] == [unread, first]
    assert [each.fact_id for each in store.queries().recent_scans(1)] == [asked.fact_id]


def test_what_is_listed_at_a_desk_is_what_was_scanned_there_today_as_is_what_is_counted(tmp_path: Path) -> None:
    clock = Ticking(DURING - DAY)
    here, there = (dbkit.new_store(tmp_path / name, name, clock=clock) for name in ("here", "there"))
    with closing(here), closing(there):
        dbkit.register(here, *PEOPLE)
        dbkit.exchange([here, there])
        _scan(here, 0, OPENING, clock)
        clock.at, began = DURING, Instant(DURING)
        own: list[str] = []
        for who in (0, 1, 1, 2):  # the one who comes twice is asked about, and not counted
            own.append(_scan(here, who, OPENING, clock))
            _scan(there, 3 + who % 2, OPENING, clock)
        dbkit.exchange([here, there])
        queries = here.queries()
        assert len(queries.recent_scans(100)) == 9
        listed = queries.own_scans(100, began)
        assert [each.fact_id for each in listed] == own[::-1]
        assert queries.scans_today(began) == sum(each.decision.reason == "admitted" for each in listed) == 3
        assert [each.fact_id for each in queries.own_scans(2, began)] == own[::-1][:2]


def test_a_scan_of_the_evening_is_none_of_the_day_though_it_is_stamped_after_a_clock_that_ran_ahead(
    tmp_path: Path,
) -> None:
    minute, began = 60_000, Instant(DURING)
    clock, ahead = Ticking(DURING - 2 * minute), Ticking(DURING + minute)
    here, there = (dbkit.new_store(tmp_path / name, name, clock=at) for name, at in (("here", clock), ("there", ahead)))
    with closing(here), closing(there):
        dbkit.register(here, *PEOPLE)
        dbkit.exchange([here, there])
        _scan(there, 0, OPENING, ahead)
        dbkit.exchange([here, there])
        evening = _scan(here, 1, OPENING, clock)
        clock.at = DURING + 2 * minute
        today = _scan(here, 2, OPENING, clock)
        queries = here.queries()
        assert {each.fact_id for each in queries.own_scans(9, Instant(0))} == {evening, today}
        assert [each.fact_id for each in queries.own_scans(9, began)] == [today]
        assert queries.scans_today(began) == 1


def test_a_laptop_that_scanned_little_passes_the_scans_of_others_without_reading_them(store: Store) -> None:
    bound = scan_reads._RECENT_OWN.bound({"station": store.station.id, "first": 0, "last": 1, "most": 30, "since": 0})
    with store.queries().reading() as link:
        plan = link.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {scan_reads._RECENT_OWN.sql}", bound)
        steps = [row[3] for row in plan]
    assert "SEARCH scans USING PRIMARY KEY (fact_id=? AND station=?)" in steps
    assert "SEARCH own USING COVERING INDEX scans_newest (hlc>? AND hlc<?)" in steps


def test_the_first_list_of_a_bus_counts_only_what_came_since_all_was_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store)
    store.queries().count_ahead()
    dbkit.register(store, dbkit.delegate(7))
    anew = counts.Version()
    with store.queries().reading() as link:
        right = anew.at(link)
    monkeypatch.setattr(counts, "_ALL_RESTING_ON", None)
    assert store.queries().manifest(BusCode("1-1"), rehearsal=False).version == right


def test_scans_today_counts_what_this_station_accepted(folder: Path) -> None:
    clock = Ticking(DURING)
    store = dbkit.new_store(folder, clock=clock)
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store)
    for who in range(3):
        _scan(store, who, OPENING, clock)
    since = Instant(clock.at + 1)
    _scan(store, 0, OPENING, clock)  # already in: not accepted anew
    _scan(store, 4, OPENING, clock)
    scanning = dbkit.scanning(store, clock)
    scanning.undo()
    asked = scanning.scan([dbkit.code_of(store, PEOPLE[1].id)], bus_checkpoint(BusCode("1-1")))
    queries = store.queries()
    assert (queries.scans_today(Instant(0)), queries.scans_today(since)) == (3, 0)
    scanning.answer(asked.fact_id, Answer.BOARD_HERE)
    assert queries.scans_today(Instant(0)) == 4
    store.close()


def test_counts_keep_rehearsal_and_forum_apart(store: Store) -> None:
    dbkit.register(store, *PEOPLE, dbkit.delegate(9, category="press"))
    _scan(store, 0, OPENING, Ticking(DURING))
    for who in (0, 1, 2):
        _scan(store, who, OPENING)
    queries = store.queries()
    for rehearsal, arrived in ((False, 1), (True, 3)):
        count = queries.checkpoint_counts(rehearsal=rehearsal)[0]
        assert (count.checkpoint, count.expected, count.arrived) == (OPENING, 5, arrived)


def test_buses_stand_in_the_order_of_their_numbers(store: Store) -> None:
    for code in ("1-10", "1-9", "1-1"):
        dbkit.add_bus(store, code)
    dbkit.register(store, *PEOPLE)
    dispatch = Dispatch(store.unit)
    for person in PEOPLE[:3]:
        dispatch.assign(person.id, BusCode("1-9"))
    _scan(store, 0, bus_checkpoint(BusCode("1-9")))
    counts = store.queries().buses(rehearsal=True)
    assert [(each.bus.code, each.listed, each.aboard) for each in counts] == [
        ("1-1", 0, 0),
        ("1-9", 3, 1),
        ("1-10", 0, 0),
    ]
    assert [each.checkpoint for each in store.queries().checkpoint_counts(rehearsal=True)][1:] == [
        "bus:1-1",
        "bus:1-9",
        "bus:1-10",
    ]


def test_a_manifest_names_who_is_listed_aboard_and_seen_elsewhere(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    here, there = BusCode("1-1"), BusCode("1-2")
    dbkit.add_bus(store, here)
    dbkit.add_bus(store, there, usable_seats=1, accessible_places=0)
    dispatch = Dispatch(store.unit)
    for person in PEOPLE[:3]:
        dispatch.assign(person.id, here)
    dispatch.assign(PEOPLE[4].id, there)  # the only seat there: who boards it stays on the list of their own bus
    _scan(store, 0, bus_checkpoint(here))
    for who, bus in ((1, there), (3, here)):
        asked = dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[who].id)], bus_checkpoint(bus))
        dbkit.scanning(store).answer(asked.fact_id, Answer.BOARD_HERE)
    manifest = store.queries().manifest(here, rehearsal=True)
    lines = {line.delegate.id: (line.aboard, line.seen_on, line.listed) for line in manifest.lines}
    assert lines == {
        PEOPLE[0].id: (True, None, True),
        PEOPLE[1].id: (False, there, True),
        PEOPLE[2].id: (False, None, True),
        PEOPLE[3].id: (True, None, False),
    }
    assert manifest.lines[0].since is not None
    # The one who came along makes up for nobody; who is aboard another bus is not looked for.
    tally = store.queries().buses(rehearsal=True)[0].tally
    assert tally == manifest.tally == Tally(listed=3, aboard=2, unlisted=1, safe=1)
    assert (tally.absent, tally.sought) == (2, 1)
    dispatch.assign(PEOPLE[2].id, there)
    assert store.queries().manifest(here, rehearsal=True).version > manifest.version
    with pytest.raises(UnknownBus):
        store.queries().manifest(BusCode("9-9"), rehearsal=True)


def test_a_person_who_fills_a_bus_by_choice_is_no_conflict_and_two_stations_are(store: Store, folder: Path) -> None:
    dbkit.register(store, *PEOPLE)
    dbkit.add_bus(store, "1-1", usable_seats=2, licensed_seats=3)
    dispatch = Dispatch(store.unit)
    for person in PEOPLE:
        dispatch.assign(person.id, BusCode("1-1"))
    other = dbkit.new_store(folder.parent / "other")
    dbkit.exchange([store, other])
    door = bus_checkpoint(BusCode("1-1"))
    for who in (0, 1):
        _scan(store, who, door)
    asked = dbkit.scanning(store).scan([dbkit.code_of(store, PEOPLE[2].id)], door)
    dbkit.scanning(store).answer(asked.fact_id, Answer.BOARD_HERE)
    assert store.queries().conflicts() == []
    dbkit.scanning(other).scan([dbkit.code_of(store, PEOPLE[3].id)], door)
    dbkit.exchange([store, other])
    for each in (store, other):
        (conflict,) = each.queries().conflicts()
        assert (conflict.kind, conflict.subject) == (ConflictKind.OVERBOOKED, "1-1")
        assert [claim["value"] for claim in conflict.claims] == [PEOPLE[3].id]
    other.close()


def test_health_counts_facts_whoever_wrote_them(store: Store, folder: Path) -> None:
    other = dbkit.new_store(folder.parent / "other")
    dbkit.register(other, *PEOPLE)
    dbkit.exchange([store, other])
    assert store.queries().health() == Health(facts=9, unknown_kinds=0, flagged_clocks=0)
    assert {each.name for each in store.queries().stations()} == {"Desk A"}
    assert len(store.queries().stations()) == 2
    other.close()


def test_jobs_are_newest_first(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    badges = Badges(store.unit, store.keys)
    for person in PEOPLE[:3]:
        badges.replace(person.id, "lost", former=1, printer="desk")
    jobs = store.queries().jobs(2)
    assert [job.delegate for job in jobs] == [PEOPLE[2].id, PEOPLE[1].id]
    with store.unit() as unit:
        assert unit.job(jobs[0].id) == jobs[0] == unit.job_for(PEOPLE[2].id, 2)
        assert unit.job_for(PEOPLE[2].id, 1) is None


def test_a_question_is_among_the_jobs_however_many_came_after_it(store: Store) -> None:
    dbkit.register(store, *PEOPLE)
    badges = Badges(store.unit, store.keys)
    asked = badges.print(PEOPLE[0].id, "desk").job
    for state in (JobState.RENDERED, JobState.SENDING, JobState.UNKNOWN):
        badges.job_changed(asked.id, state)
    for person in PEOPLE[1:4]:
        badges.print(person.id, "desk")
    found = store.queries().jobs(2)
    assert [job.delegate for job in found] == [PEOPLE[3].id, PEOPLE[2].id, PEOPLE[0].id]
    badges.settle([asked.id], JobState.CONFIRMED)
    assert [job.delegate for job in store.queries().jobs(9)][:1] == [PEOPLE[0].id]


def test_the_forum_is_parsed_once(store: Store) -> None:
    assert store.queries().forum() is store.queries().forum()
    assert store.queries().station() == store.station


def test_who_takes_part_is_read_again_once_a_station_s_fact_has_come_and_not_for_scans(
    store: Store, folder: Path
) -> None:
    queries, enrolling = store.queries(), Enrolling(store.unit)
    dbkit.register(store, PEOPLE[0])
    before = queries.enrolments()
    _scan(store, 0, OPENING)
    assert queries.enrolments() is before, "what did not change is not read for each request of a busy hub"
    key = StationKeys.generate()
    enrolling.ask(key.public_key, "Desk 3")
    assert [each.name for each in queries.enrolments() if each.standing is Standing.ASKING] == ["Desk 3"]
    with closing(Store.open(folder, dbkit.around())) as other:  # as another process's command does it
        Enrolling(other.unit).admit(key.station)
    assert {each.station: each.standing for each in queries.enrolments()}[key.station] is Standing.MEMBER
    enrolling.revoke(key.station, "stolen")
    assert {each.station: each.standing for each in queries.enrolments()}[key.station] is Standing.REVOKED
    assert [each.station for each in queries.revocations()] == [key.station]
