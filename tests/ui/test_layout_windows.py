"""The windows beside the main one are whole from 1024×600 up as well: first run, trouble, a backup brought back."""

from collections.abc import Iterator
from dataclasses import replace
from string import Formatter
from typing import Any

import pytest
from layout_rules import faults
from layout_stage import FORUM, settled
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_first_run_window import Asked as AskedFor
from test_layout import LEAST_ROOMS, OTHER_ROOMS, room_name

from checkin_app.domain.comparing import Spoken, said
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import ForumId, Instant, StationId
from checkin_app.domain.invitations import Address, Invitation
from checkin_app.domain.problems import DiskFull, Problem, RecoveryForeign, StoreCorrupt, WorkStopped
from checkin_app.domain.problems_hub import (
    ForumDiffers,
    HubForeign,
    HubNotReached,
    HubRefused,
    InvitationInvalid,
    InvitationSpent,
    NotJoined,
    ShutOut,
    WordsDiffer,
)
from checkin_app.domain.sync.coming import Coming
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.runtime.lanes import Troubled
from checkin_app.runtime.settings import PrinterKind
from checkin_app.services.ports.upkeep import BackupFile, Holding, Restored
from checkin_app.ui import printer_draft as printers
from checkin_app.ui import theme, words
from checkin_app.ui.first_run import state as first
from checkin_app.ui.first_run.joining import state as joining
from checkin_app.ui.first_run.joining.state import Agreeing, Asked
from checkin_app.ui.first_run.state import FirstRunState, Step
from checkin_app.ui.first_run.window import FirstRunWindow
from checkin_app.ui.printer_draft import PrinterDraft
from checkin_app.ui.shell.restoring import RestoreActions, RestoreWindow
from checkin_app.ui.shell.trouble import TroubleWindow
from checkin_app.ui.shell.unlocking import UnlockActions, UnlockWindow
from checkin_app.ui.shell.upgrading import UpgradeWindow

#: What a problem may name: as long as it really is.
_NAMED = "D:\\Forum 2024\\Registration of delegates\\station-13"


def problems(kind: type[Problem] = Problem) -> Iterator[Problem]:
    """Yield every problem there is, with its details filled in."""
    asked = {name for text in (kind.sentence, kind.next_step) for _, name, _, _ in Formatter().parse(text) if name}
    yield kind(**dict.fromkeys(asked, _NAMED))
    for each in kind.__subclasses__():
        yield from problems(each)


LANGUAGES = pytest.mark.parametrize("language", list(words.offered()))
TEXT = pytest.mark.parametrize("text", [100, 150])
SMALLEST = QSize(*theme.MINIMUM_SIZE)


def first_run_states() -> Iterator[tuple[str, FirstRunState]]:
    """Yield what the first run shows, page by page, with the longest trouble on each."""
    trouble = "\n".join(words.problem(StoreCorrupt(folder="D:\\Forum 2024\\station-13", detail="not a database")))
    yield "language", FirstRunState()
    way = first.gone_on(FirstRunState())
    yield "way", way
    yield from joining_states(first.way_chosen(way, joins=True))
    event = first.way_chosen(way, joins=False)
    yield "event", event
    yield "event not read", first.unread(event, trouble)
    known = first.read(event, "gstf-2024", FORUM)
    yield "event known", known
    yield "event from a file", first.read(event, "own.toml", FORUM)
    name = first.gone_on(known)
    yield "name", name
    wrong = replace(first.named(name, name="", passphrase="short", again="other"), shown_faults=True)
    yield "name with faults", first.troubled(wrong, trouble)
    check = first.gone_on(first.named(name, name="Desk 3", passphrase="", again=""))
    check = first.printer_changed(check, PrinterDraft(queues=("Badge_A6",)))
    yield "resumed", replace(name, name="Desk 3", resumed=True)
    yield "check", check
    yield "check read", first.code_read(check, "HTTPS://EXAMPLE.ORG/" + "A7" * 80)
    for kind in PrinterKind:
        printer = printers.printer_named(printers.printer_kind_chosen(check.printer, kind), "Badge_A6")
        chosen = first.printer_changed(check, printer)
        yield f"check {kind.value}", chosen
        yield f"check {kind.value} in trouble", first.troubled(chosen, trouble)


#: Four addresses are as many as an invitation holds.
INVITED = Invitation(
    tuple(Address(f"192.168.100.{each}", 7443) for each in (11, 12, 13, 14)), bytes(32), ForumId("gstf-2024"), bytes(16)
)


LAPTOP, HUB = "Registration of delegates, desk 3", "registration-hub.local:7443"
AGREEING = Agreeing(INVITED.text(), (Spoken.ELEPHANT, Spoken.UMBRELLA, Spoken.MOUNTAIN, Spoken.HARBOUR))
#: What stands there in any language, as it was typed or scanned; of the words, those of a hub in English.
ENTERED = (LAPTOP, HUB, INVITED.text(), said(AGREEING.words))


def joining_states(named: FirstRunState) -> Iterator[tuple[str, FirstRunState]]:
    """Yield each phase of the way to the others, going on and with all the trouble there is on it."""
    yield "name before joining", named
    on_it = first.gone_on(first.named(named, name=LAPTOP, passphrase="", again=""))
    code = replace(on_it.join, name=LAPTOP, hub=HUB)
    looking = joining.sought(replace(code, code=INVITED.text()))
    asked = joining.answered(looking, Asked(StationId("0123456789abcdef"), Standing.ASKING))
    member = joining.answered(asked, Asked(StationId("0123456789abcdef"), Standing.MEMBER))
    receiving = joining.moved_on(joining.begun(member), Coming(61_000, 300_000, 20_000, 20_400, 41_200))
    wrong = ClockOffset(-86_400_000, 20)
    states = {
        "code": code, "looking": looking, "words": joining.paired(looking, AGREEING), "asking": asked,
        "receiving at first": joining.begun(member), "receiving": receiving,
        "made ready": joining.moved_on(receiving, replace(receiving.coming, due=100_000, counted=40_000)),
        "stopped": joining.troubled(receiving, WorkStopped()), "fault": joining.failed(receiving),
        "ready": joining.received(receiving, None), "ready, clocks differ": joining.received(receiving, wrong),
        "hours": joining.received(receiving, ClockOffset(7_300_000, 20)),
        "minutes": joining.received(receiving, ClockOffset(300_000, 20)),
    }  # fmt: skip
    for kind in (InvitationInvalid, InvitationSpent, WordsDiffer, ForumDiffers, HubForeign, NotJoined):
        for problem in problems(kind):
            states[f"code after {kind.key}"] = joining.troubled(looking, problem)
    for phase in (looking, asked, receiving):
        for kind in (HubNotReached, HubRefused, ShutOut, DiskFull):
            for problem in problems(kind):
                states[f"{phase.phase} in {problem.key}"] = joining.troubled(phase, problem)
    for told, join in states.items():
        yield f"joining: {told}", first.moved_on(on_it, join)


@pytest.mark.parametrize("room", [*LEAST_ROOMS, *OTHER_ROOMS], ids=room_name)
@LANGUAGES
def test_the_first_run_is_whole_in_every_state(dressed: QApplication, qtbot: QtBot, language: str, room: Any) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, room[2])
    window = FirstRunWindow(AskedFor(FORUM).actions())
    qtbot.addWidget(window)
    window.resize(*room[:2])
    window.show()
    window.retranslate()
    wrong, seen = [], set()
    for name, state in first_run_states():
        window._become(state)
        seen.add(state.step)
        settled(window)
        wrong += [f"{name}: {fault}" for fault in faults(window)]
    assert not wrong, "\n".join(wrong)
    assert seen == set(Step)


def fits(window: QWidget) -> list[str]:
    """Return what is wrong with a window of its own size, and whether it is larger than the smallest screen."""
    window.show()
    settled(window)
    large = window.width() > SMALLEST.width() or window.height() > SMALLEST.height()
    return [*faults(window), *([f"{window.size()} is larger than {SMALLEST}"] if large else [])]


@TEXT
@LANGUAGES
def test_trouble_is_told_whole_whatever_it_is(dressed: QApplication, qtbot: QtBot, language: str, text: int) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, text)
    wrong = []
    for problem in problems():
        window = TroubleWindow(problem, restorable=True, unlockable=True)
        qtbot.addWidget(window)
        wrong += [f"{problem.key}: {fault}" for fault in fits(window)]
        window.close()
    assert not wrong, "\n".join(wrong)


@TEXT
@LANGUAGES
def test_the_window_for_the_passphrase_is_whole(dressed: QApplication, qtbot: QtBot, language: str, text: int) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, text)
    window = UnlockWindow(
        UnlockActions(lambda _phrase, reply: reply(Troubled(RecoveryForeign(folder="D:\\Forum 2024"))))
    )
    qtbot.addWidget(window)
    wrong = fits(window)
    window.passphrase.set_text("something")
    window.passphrase.edited.emit("something")
    window.go.click()
    wrong += [f"refused: {fault}" for fault in fits(window)]
    window.close()
    assert not wrong, "\n".join(wrong)


@TEXT
@LANGUAGES
def test_the_window_of_a_record_that_is_brought_up_to_date_is_whole(
    dressed: QApplication, qtbot: QtBot, language: str, text: int
) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, text)
    window = UpgradeWindow()
    qtbot.addWidget(window)
    wrong = []
    for step in UpgradeStep:
        window.show_step(step, 999, 1000)
        wrong += [f"{step}: {fault}" for fault in fits(window)]
    window.hide()
    assert not wrong, "\n".join(wrong)


@TEXT
@LANGUAGES
def test_a_backup_is_brought_back_in_a_window_that_is_whole(
    dressed: QApplication, qtbot: QtBot, language: str, text: int
) -> None:
    words.speak(language)
    theme.use(theme.ThemeName.LIGHT, text)
    path = "D:\\Forum 2024\\station-13\\backups\\20240925-081200.db"
    backups = [BackupFile(path, Instant(1_727_223_120_000), 157 * 2**20) for _ in range(3)]
    others = ("Registration desk 13, hall A", "Bay 9", "VIP entrance")
    ends = {
        "back": Restored(path, path, 1034, Holding(missing=214), others),
        "in doubt": Restored(path, path, 0, Holding(witnessed=False), others),
        "nothing missing": Restored(path, "", 0, Holding(), ()),
    }
    wrong = []
    for name in ("no backup", "backups", *ends):
        window = RestoreWindow(
            RestoreActions(lambda name=name: backups if name != "no backup" else [], lambda *_: None)
        )
        qtbot.addWidget(window)
        if name in ends:
            window._show_restored(ends[name])
        wrong += [f"{name}: {fault}" for fault in fits(window)]
        window.close()
    assert not wrong, "\n".join(wrong)
