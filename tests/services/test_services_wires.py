"""The drivers as they are, every fault of a wire, the power gone between any two steps: each badge once, or a person knew."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from eveningkit import Patch, evening, must_hold, play
from wirekit import IPP, LABELS, PRINTERS, QL_CABLE, QL_NETWORK, QUEUE, TSPL, ZPL, Evening, Shop, shop_in

from checkin_app.bootstrap import presses
from checkin_app.domain.jobs import Fate, JobState
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services import printing as service
from printing import press, ql_talk, tspl_label, zpl_label
from printing import talk as talk_module
from printing.driver import Said
from printing.labels import LabelPrinters

_SEEDS, _IN_A_STORE = 1000, 125
_UNTIL_FOUND = 400
_OF_EACH_ANSWER = (QUEUE, LABELS, IPP)
"""A printer that can be asked later, one that answers on its line alone, and one that goes on with what was cancelled."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with shop_in(tmp_path) as made:
        yield made


@pytest.mark.parametrize("printer", PRINTERS, ids=lambda each: each.name)
def test_wherever_the_power_goes_a_badge_comes_out_once_at_every_kind_of_printer(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, printer: PrinterSettings
) -> None:
    uncut = Evening(Random(0), well=True, cuts_at=-1)
    clerk = evening(shop, uncut, printer, monkeypatch.setattr)
    must_hold(clerk, "uncut")
    assert not clerk.asked, "where nothing fails a printer answers for itself"
    for step in range(1, uncut.steps + 1):
        world = Evening(Random(step), well=True, cuts_at=step)
        must_hold(evening(shop, world, printer, monkeypatch.setattr, anew=True), step)
        assert world.cuts == 1 or world.steps < step


@pytest.mark.parametrize("begins", range(0, _SEEDS, _IN_A_STORE))
def test_a_thousand_evenings_of_every_fault_and_power_cut_lose_no_badge_and_print_none_twice_unsaid(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, begins: int
) -> None:
    met = play(shop, monkeypatch.setattr, range(begins, begins + _IN_A_STORE))
    assert met["cuts"] > _IN_A_STORE // 2, "the dice must meet what they are for"


# ---- the same evenings without one of the defences


def _nothing_is_recorded_before_the_first_byte(patch: Patch) -> None:
    patch(press._Walk, "sending", lambda _walk, _ticket: None)


def _what_was_being_sent_is_sent_again_after_a_restart(patch: Patch) -> None:
    patch(service, "asks_printer", lambda *_: False)
    patch(
        service, "after_restart",
        lambda state, **_: JobState.FAILED_SAFE if state in {JobState.SENDING, JobState.SENT} else state,
    )  # fmt: skip
    patch(service, "_OF_PRINTER", service._OF_PRINTER | {"restarted"})
    patch(
        presses.Presses, "recall", lambda _presses, _ticket: Fate.LOST
    )  # or what it still holds would be asked of it first


def _no_printer_is_asked_after_a_restart(patch: Patch) -> None:
    patch(service.Printing, "unanswered", lambda _printing: ())


def _nothing_is_taken_back_before_a_badge_is_sent_again(patch: Patch) -> None:
    patch(presses.Presses, "recall", lambda _presses, _ticket: Fate.LOST)


def _nobody_is_told_that_the_first_may_still_come(patch: Patch) -> None:
    patch(service, "after_recall", lambda _fate: "")


def _what_broke_off_counts_as_never_sent(patch: Patch) -> None:
    patch(press, "state_by", lambda fate: JobState.CONFIRMED if fate is Fate.PRINTED else JobState.FAILED_SAFE)


def _silence_counts_as_never_sent(patch: Patch) -> None:
    patch(press.Press, "_silent", lambda _driver, problem, walk: walk.ended(JobState.FAILED_SAFE, problem))


def _sent_counts_as_printed(patch: Patch) -> None:
    patch(LabelPrinters, "poll", lambda *_: Said(Fate.PRINTED))


def _a_label_that_waits_counts_as_printed(patch: Patch) -> None:
    read = zpl_label.read_status
    patch(zpl_label, "read_status", lambda said: (told := read(said)) and replace(told, empty=True))


def _who_stands_by_has_printed(patch: Patch) -> None:
    patch(tspl_label.TsplTalk, "settle", lambda talk: _printed(talk._asked(talk_module.monotonic() + 5) == 0))


def _who_begins_to_print_has_printed(patch: Patch) -> None:
    patch(ql_talk, "Word", SimpleNamespace(ASKED=0, PHASE=6, PRINTED=6))


def _who_is_idle_in_the_network_has_printed(patch: Patch) -> None:
    patch(ql_talk.QlNetworkTalk, "settle", lambda talk: _printed(talk._asked(talk_module.monotonic() + 5) is not None))


def _printed(printed: bool) -> Said:
    return Said(Fate.PRINTED if printed else Fate.SILENT)


@pytest.mark.parametrize(
    "undone",
    [
        _nothing_is_recorded_before_the_first_byte,
        _what_was_being_sent_is_sent_again_after_a_restart,
        _no_printer_is_asked_after_a_restart,
        _nothing_is_taken_back_before_a_badge_is_sent_again,
        _nobody_is_told_that_the_first_may_still_come,
        _what_broke_off_counts_as_never_sent,
        _silence_counts_as_never_sent,
        _sent_counts_as_printed,
    ],
)
def test_these_evenings_find_each_defence_that_is_missing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, undone: Callable[[Patch], None]
) -> None:
    undone(monkeypatch.setattr)
    with pytest.raises(AssertionError):
        play(shop, monkeypatch.setattr, range(_UNTIL_FOUND), _OF_EACH_ANSWER)


@pytest.mark.parametrize(
    ("undone", "printer"),
    [
        (_a_label_that_waits_counts_as_printed, ZPL),
        (_who_stands_by_has_printed, TSPL),
        (_who_begins_to_print_has_printed, QL_CABLE),
        (_who_is_idle_in_the_network_has_printed, QL_NETWORK),
    ],
)
def test_evenings_at_a_printer_find_the_defence_of_its_language_that_is_missing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, undone: Callable[[Patch], None], printer: PrinterSettings
) -> None:
    undone(monkeypatch.setattr)
    with pytest.raises(AssertionError):
        play(shop, monkeypatch.setattr, range(_UNTIL_FOUND), [printer])
