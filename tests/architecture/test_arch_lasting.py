"""What cannot be taken back is reached by a button that is held, and by nothing else."""

import ast
import typing
from collections.abc import Iterator
from dataclasses import fields

import pytest

from checkin_app.domain.buses import LEFT, ONWARD, BusState, click_moves, is_click_enough, may_follow
from checkin_app.ui.first_run.actions import FirstRunActions, JoinActions
from checkin_app.ui.kit.meant import Meant
from checkin_app.ui.shell.actions import Actions
from checkin_app.ui.shell.restoring import RestoreActions
from checkin_app.ui.shell.unlocking import UnlockActions
from tests.architecture.conftest import Module

#: Every action that lasts: it asks for a `Meant`.
LASTING = {
    "scans.override",
    "badges.replace",
    "badges.settle_all",
    "buses.send_off",
    "buses.open_again",
    "counts.release",
    "swaps.take_over",
    "days.cancel",
    "emergencies.call_emergency",
    "emergencies.end_emergency",
    "fleet_lists.take_fleet",
    "fleet_lists.take_fleet_back",
    "counts.release_self",
    "counts.close",
    "counts.reopen",
    "lists.apply",
    "lists.take_back",
    "papers.take_back",
    "restoring.restore",
    "buses.add",
    "buses.fill",
    "inbox.decide_for_good",
    "upkeep.accept_loss",
    "stations.admit",
    "stations.revoke",
    "stations.leave",
    "stations.sign_out_phone",
    "operators.revoke",
}
_READS = "changes nothing"
_FILE = "writes a file beside what is there"
#: Every other one, and how it is taken back.  A new action belongs here or there.
TAKEN_BACK = {
    "scans.scan": "Ctrl Z", "scans.enter": "Ctrl Z", "scans.answer": "Ctrl Z", "scans.undo": "the next scan",
    "scans.recent": _READS, "scans.today": _READS, "scans.checkpoints": _READS,
    "scans.choose_checkpoint": "choosing another", "scans.follow_clock": "choosing one",
    "persons.find": _READS, "persons.resolve": _READS, "persons.card": _READS, "persons.cards": _READS,
    "persons.directory": _READS, "persons.look_alikes": _READS,
    "persons.merge": "taking them apart", "persons.part": "merging them again",
    "persons.record": _READS, "persons.amend": "writing the former values", "persons.walk_in": "Ctrl Z",
    "badges.revoke": "restoring", "badges.restore": "revoking",
    "badges.print": "a further badge", "badges.preview": _READS, "badges.objection": _READS, "badges.jobs": _READS,
    "badges.printers": _READS, "badges.printer_trouble": _READS,
    "badges.hand_over": "Ctrl Z", "badges.give": "Ctrl Z", "badges.collected": "Ctrl Z", "badges.hand_back": "handing over again",
    "badges.count_run": _READS, "badges.print_run": "nothing came out before its printer had it: a further badge",
    "badges.save_run": "taking the badges of its file back",
    "badges.settle": "telling otherwise, or a further badge",
    "buses.buses": _READS, "buses.manifest": _READS, "buses.move_to": "moving it back, from every state it may reach",
    "buses.save_manifest": _FILE, "buses.log": _READS, "buses.save_log": _FILE, "buses.amend": "amending it again",
    "buses.lock": "unlocking it", "buses.assign": "assigning otherwise",
    "buses.keep_for_vips": "saying it otherwise",
    "buses.unseated": _READS, "buses.weigh": _READS, "buses.reseat": "Ctrl Z", "buses.put_back": "moving them again",
    "overseeing.board": _READS, "overseeing.missing": _READS, "overseeing.save_cards": _FILE,
    "overseeing.overview": _READS, "overseeing.save_overview": _FILE,
    "counts.tallied": _READS, "counts.count": "entering it again, or opening the doors", "counts.crew": "saying it otherwise",
    "counts.review": "nothing to take back: it says that somebody has looked", "counts.come_back": "opening the doors again",
    "counts.empty": "opening the doors again",
    "fleet_lists.look_at_fleet": _READS, "fleet_lists.last_fleet": _READS,
    "days.ready": "closing its doors", "days.hold_back": "opening its doors", "days.arrive": "undo", "days.open_stop": "undo",
    "days.undo_stop": "arriving or leaving again", "days.skip": "calling there after all", "days.restore": "passing by again",
    "emergencies.emergency": _READS, "emergencies.mark_person": "saying it otherwise", "emergencies.save_list": _FILE,
    "swaps.look": _READS, "swaps.foresee": _READS, "swaps.undo_swap": "swapping again",
    "buses.ride": "taking it back", "buses.unride": "saying it again",
    "buses.plan": "taking the plan back", "buses.unplan": "planning again",
    "lists.preview": _READS, "lists.save_refused": _FILE, "lists.taken": _READS, "lists.let_go": _READS,
    "papers.save": "taking the badges of a file back; the others write one beside what is there",
    "programme.change": "the undo of its screen", "programme.take_back": "changing it again",
    "upkeep.check": _READS, "upkeep.repair": "nothing to take back: no fact is changed",
    "upkeep.back_up": _FILE, "upkeep.backups": _READS,
    "inbox.contradictions": _READS, "inbox.heard": _READS,
    "inbox.decide": "Ctrl Z, or the button beside what was settled", "inbox.reopen": "settling it again",
    "inbox.save_bundle": _FILE, "inbox.take_bundle": "nothing to take back, as with a folder",
    "inbox.bring_in": "nothing to take back: entries come beside those that are there, and each is proven",
    "operators.present": _READS, "operators.prove": _READS, "operators.sign_in": "locking", "operators.by_badge": "locking",
    "operators.lock": "signing in again", "operators.add": "revoking", "operators.take_list": "revoking, or changing back", "operators.change": "changing it back",
    "operators.set_pin": "setting another", "operators.not_applied": _READS,
    "printers.printer_health": _READS, "printers.printer_counts": _READS, "printers.printers_found": _READS,
    "printers.check_printer": _READS, "printers.badge_looks": _READS,
    "printers.added_fonts": _READS, "printers.add_font": "taking it away", "printers.remove_font": "adding it again",
    "printers.test_printer": "nothing to take back: a label that stands in no record",
    "printers.let_in": "nothing to take back: a password stands in no record, and is given anew",
    "printers.allow_queue": "nothing to take back: what it says is kept by a change of the settings",
    "templates.template_offer": _READS, "templates.hard_names": _READS, "templates.open_template": _READS,
    "templates.read_template": _READS, "templates.read_picture": _READS, "templates.try_template": _READS,
    "templates.save_template": _FILE, "templates.keep_template": "the button of its page",
    "stations.known": _READS, "stations.switch_hub": "switching it back",
    "stations.invite": "nothing to take back: it ends by itself, and lets one laptop ask",
    "stations.sign_in_phone": "nothing to take back: it ends by itself, and lets one phone look",
    "laptop.local_time": _READS, "laptop.health": _READS, "laptop.settings": _READS,
    "laptop.change_settings": "changing them back",
    "restoring.backups": _READS, "unlocking.unlock": "nothing to take back: the key is proven before it is kept",
    "first_run.forums": _READS, "first_run.read_forum": _READS, "first_run.queues": _READS,
    "first_run.check_printer": _READS, "first_run.start": "starting in another folder; nothing was there",
    "first_run.joining": "its own, below", "joining.pair": _READS, "joining.join": "leaving again; until then a coordinator lets it in",
    "joining.receive": "nothing to take back: entries come beside those that are there",
    "first_run.keep": "changing them", "first_run.keep_entered": "entering otherwise", "first_run.entered": _READS,
}  # fmt: skip


def _groups() -> Iterator[tuple[str, type]]:
    hints = typing.get_type_hints(Actions)
    yield from ((each.name, hints[each.name]) for each in fields(Actions))
    yield "restoring", RestoreActions
    yield "unlocking", UnlockActions
    yield "first_run", FirstRunActions
    yield "joining", JoinActions


def _asks_to_be_meant(hint: object) -> bool:
    given = typing.get_args(hint)
    return bool(given) and isinstance(given[0], list) and Meant in given[0]


def test_every_action_is_known_to_last_or_to_be_taken_back() -> None:
    found = {f"{group}.{name}" for group, kind in _groups() for name in typing.get_type_hints(kind)}
    assert not LASTING & TAKEN_BACK.keys()
    assert found == LASTING | TAKEN_BACK.keys()


def test_what_lasts_asks_to_be_meant_and_nothing_else_does() -> None:
    asking = {
        f"{group}.{name}"
        for group, kind in _groups()
        for name, hint in typing.get_type_hints(kind).items()
        if _asks_to_be_meant(hint)
    }
    assert asking == LASTING


def test_only_a_button_held_to_its_end_makes_the_proof_of_it(modules: tuple[Module, ...]) -> None:
    makers = {
        module.name
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Meant"
    }
    assert makers == {"checkin_app.ui.kit.held"}


def test_a_click_can_move_a_bus_only_where_another_brings_it_back() -> None:
    for state in BusState:
        for following in {ONWARD.get(state), click_moves(state)} - {None}:
            assert is_click_enough(following)
            assert state in LEFT | {BusState.AT_STOP} or may_follow(following, state)


@pytest.mark.parametrize("state", [BusState.RELEASED, BusState.DEPARTED, BusState.CLOSED])
def test_what_moves_a_bus_refuses_to_send_it_off(state: BusState) -> None:
    from checkin_app.bootstrap.actions import moving

    with pytest.raises(ValueError, match="meant"):
        moving(state)
