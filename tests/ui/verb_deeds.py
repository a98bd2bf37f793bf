"""What a person does by each verb that screens ask of the application: the leave that its controls have to have."""

from collections.abc import Mapping

from checkin_app.domain.roles import Deed

_NOBODY = frozenset[Deed | None]({None})
"""No person's leave is asked: it is this laptop's own affair, a reading, or a state of a printer's."""
_MOVED = frozenset[Deed | None]({Deed.MOVE_BUS})
_RIDDEN = frozenset[Deed | None]({Deed.SCAN, Deed.SEAT, Deed.RIDE})


def _by(*deeds: Deed | None) -> frozenset[Deed | None]:
    return frozenset(deeds)


#: All but those that plainly read.  None among others: it depends on what is asked.
VERB_DEEDS: Mapping[str, frozenset[Deed | None]] = {
    "scans.scan": _by(Deed.SCAN), "scans.enter": _by(Deed.SCAN), "scans.answer": _by(Deed.SCAN), "scans.undo": _by(Deed.SCAN),
    "scans.override": _by(Deed.OVERRIDE),
    "scans.choose_checkpoint": _NOBODY, "scans.follow_clock": _NOBODY,
    "persons.merge": _by(Deed.MERGE), "persons.part": _by(Deed.MERGE), "persons.amend": _by(Deed.MEND),
    "persons.walk_in": _by(Deed.REGISTER),
    "badges.replace": _by(Deed.REPLACE), "badges.revoke": _by(Deed.VOID), "badges.restore": _by(Deed.VOID),
    "badges.print": _NOBODY, "badges.settle": _NOBODY, "badges.settle_all": _NOBODY, "badges.printers": _NOBODY,
    "badges.printer_trouble": _NOBODY, "badges.hand_over": _NOBODY, "badges.give": _NOBODY, "badges.collected": _NOBODY,
    "badges.hand_back": _NOBODY, "badges.print_run": _NOBODY,
    "badges.save_run": _by(Deed.REPLACE),
    "buses.move_to": _MOVED, "buses.open_again": _MOVED, "buses.send_off": _MOVED,
    "buses.add": _by(Deed.FLEET), "buses.amend": _by(Deed.FLEET), "buses.lock": _by(Deed.FLEET), "buses.assign": _by(Deed.SEAT),
    "buses.keep_for_vips": _by(Deed.FLEET),
    "buses.reseat": _by(Deed.SEAT), "buses.put_back": _by(Deed.SEAT),
    "buses.ride": _RIDDEN, "buses.unride": _RIDDEN,
    "buses.fill": _by(Deed.PLAN), "buses.plan": _by(Deed.PLAN), "buses.unplan": _by(Deed.PLAN),
    "counts.count": _by(Deed.COUNT), "counts.crew": _MOVED, "counts.release": _by(Deed.RELEASE, Deed.RELEASE_SHORT),
    "counts.release_self": _MOVED, "counts.review": _by(Deed.RELEASE), "counts.come_back": _MOVED, "counts.empty": _MOVED,
    "counts.close": _by(Deed.MOVE_BUS, Deed.RELEASE_SHORT), "counts.reopen": _by(Deed.RELEASE),
    "days.ready": _MOVED, "days.hold_back": _MOVED, "days.cancel": _by(Deed.RELEASE), "days.arrive": _MOVED,
    "days.open_stop": _MOVED, "days.undo_stop": _MOVED, "days.skip": _MOVED, "days.restore": _MOVED,
    "emergencies.call_emergency": _by(Deed.EMERGENCY), "emergencies.mark_person": _by(Deed.EMERGENCY),
    "emergencies.end_emergency": _by(Deed.EMERGENCY_END, Deed.EMERGENCY_END_SHORT),
    "fleet_lists.look_at_fleet": _NOBODY, "fleet_lists.take_fleet": _by(Deed.FLEET),
    "fleet_lists.take_fleet_back": _by(Deed.FLEET),
    "printers.printer_health": _NOBODY, "printers.test_printer": _NOBODY, "printers.allow_queue": _by(Deed.QUEUE),
    "printers.add_font": _by(Deed.FORUM), "printers.remove_font": _by(Deed.FORUM),
    "swaps.take_over": _by(Deed.SWAP), "swaps.undo_swap": _by(Deed.SWAP),
    "programme.change": _by(Deed.FORUM), "programme.take_back": _by(Deed.FORUM),
    "templates.keep_template": _by(Deed.FORUM),
    "lists.preview": _NOBODY, "lists.apply": _by(Deed.IMPORT), "lists.save_refused": _NOBODY, "lists.taken": _NOBODY,
    "lists.take_back": _by(Deed.IMPORT), "lists.let_go": _NOBODY,
    "papers.save": _by(Deed.REPLACE, None), "papers.take_back": _by(Deed.REPLACE),
    "upkeep.check": _NOBODY, "upkeep.repair": _NOBODY, "upkeep.accept_loss": _NOBODY,
    "inbox.decide": _by(Deed.SETTLE), "inbox.decide_for_good": _by(Deed.SETTLE), "inbox.reopen": _by(Deed.SETTLE),
    "inbox.bring_in": _NOBODY, "inbox.take_bundle": _NOBODY, "inbox.save_bundle": _NOBODY,
    "stations.admit": _NOBODY, "stations.revoke": _NOBODY, "stations.leave": _NOBODY, "stations.switch_hub": _NOBODY,
    "stations.invite": _NOBODY, "stations.sign_in_phone": _NOBODY, "stations.sign_out_phone": _NOBODY,
    "operators.sign_in": _NOBODY, "operators.by_badge": _NOBODY, "operators.lock": _NOBODY,
    "operators.add": _by(Deed.OPERATORS), "operators.take_list": _by(Deed.OPERATORS),
    "operators.change": _by(Deed.OPERATORS), "operators.revoke": _by(Deed.OPERATORS),
    "operators.set_pin": _by(Deed.OPERATORS, None),
    "laptop.local_time": _NOBODY, "laptop.settings": _NOBODY, "laptop.change_settings": _NOBODY,
}  # fmt: skip
