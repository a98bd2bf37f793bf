"""Adding a language is adding its file: one that is built here leaves no sentence of any screen or paper in English."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any

import layout_printers
import pseudo
import pypdfium2
import pytest
from layout_contradictions import STATIONS
from layout_counts import NAMES as COUNTERS
from layout_emergencies import NAMED as IN_EMERGENCY
from layout_laptops import INVITED, OTHERS, PHONE
from layout_people import GUESTS
from layout_scenes import _HEADINGS, _IN_USE, _TYPED, CATALOGUE, FILE_NAME, FONTS, LISTS, NO_FONT, TROUBLE, preview
from layout_spy import painted
from layout_stage import DETAILS, FORUM, MORNING, PLACE, PRINTERS, answers, bus, manifest, settled, staged
from layout_templates import OFFER as TEMPLATES
from msgspec import structs
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_first_run_window import Asked
from test_layout import AMISS
from test_layout_windows import ENTERED, first_run_states

from checkin_app.bootstrap.phone_words import say
from checkin_app.domain import (  # noqa: F401 - loaded, so that their kinds are there
    problems_hub,
    problems_hub_database,
    problems_lists,
    problems_records,
    problems_sync,
    problems_undo,
)
from checkin_app.domain.buses import BusState
from checkin_app.domain.ids import CheckpointId
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.notes import SENTENCES, Note
from checkin_app.domain.outcomes import Answer, Decision, Reason
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.problems import Problem
from checkin_app.domain.sightings import LastSeen
from checkin_app.domain.standings import Standing
from checkin_app.domain.texts import Detail, Worded
from checkin_app.domain.upgrade import UpgradeStep
from checkin_app.files.exports import manifest_header, manifest_rows
from checkin_app.runtime import languages
from checkin_app.runtime.settings import Theme, load
from checkin_app.services.ports.buses import Filter
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.stations import ForumInForce
from checkin_app.services.ports.upkeep import BackupFile, Holding, Restored
from checkin_app.sync.phones import pages, people
from checkin_app.sync.phones import words as phone_words
from checkin_app.sync.phones.frame import Frame
from checkin_app.sync.phones.words import Words as PhoneWords
from checkin_app.ui import words, words_buses, words_languages, words_lists, words_notices, words_speech
from checkin_app.ui.first_run.window import FirstRunWindow
from checkin_app.ui.shell.restoring import RestoreActions, RestoreWindow
from checkin_app.ui.shell.trouble import TroubleWindow
from checkin_app.ui.shell.unlocking import UnlockActions, UnlockWindow
from checkin_app.ui.shell.upgrading import UpgradeWindow
from checkin_app.ui.words_details import detail
from printing import words as printed
from printing.content import badge_content
from printing.manifest_pdf import manifest_pdf
from printing.manifest_sums import checksum
from printing.words import word

#: What people, forums, printers and files are called, what was typed, what another program says, and keys.
NAMED = [
    *pseudo.texts([GUESTS, COUNTERS, FORUM, PLACE.station.name, PRINTERS, DETAILS, LISTS, bus("3-2"), TROUBLE.details]),
    *pseudo.texts([_TYPED, _HEADINGS, FILE_NAME, preview().sheet, "Nobody", "UTF-8", "U+20BB7", "HQ001", "Pressx"]),
    *("xyzzy", "ou", "Documents of the coordinator"),
    INVITED.short,
    *(PHONE.phone.fingerprint if PHONE.phone else ()),
    "https SHA",
    *pseudo.texts([_IN_USE.details]),
    *("regist", "ration"),  # the name of a queue is so long that a line ends within it
    *(part for other in OTHERS for part in (other.enrolment.name, other.enrolment.words) if part),
    *(*STATIONS.values(), "Bay 9", "TICKET-9"),
    *(part for guest in GUESTS for part in (guest.name[:2], guest.name[2:])),  # what was typed of it is marked
    *("Esc", "Enter", "Ctrl", "Shift", "Tab", "Alt"),
    *IN_EMERGENCY,
    PaperWord.CALL,  # to be read aloud to those who speak English
]
DATA = pseudo.Known(
    [
        *NAMED,
        *TEMPLATES.templates,
        *(each.printer for each in TEMPLATES.printers),
        *(each.name for each in layout_printers.ALL),
        *layout_printers.OFFERED,
        layout_printers.LABELS.paused,
        *(each.name for each in FONTS),
        str(NO_FONT.details["file"]),
    ]
)


KEPT = pseudo.Known(["MB", "XLSX", "recovery.key", "station.toml"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    pseudo.made(folder)
    return folder


@pytest.fixture
def spoken(folder: Path, dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pseudo-language in use, found by nothing but its file."""
    caches = (languages.of_screens, languages.of_papers, printed.texts, words_speech.translator)
    monkeypatch.setattr(languages, "FOLDER", folder)
    for each in caches:
        each.cache_clear()
    monkeypatch.setattr(words, "second", words.spoken)  # else the smaller word of a verdict is English, as it should be
    words.speak(pseudo.PSEUDO)
    yield
    words.speak("en")
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()


def seen(window: QWidget) -> list[str]:
    """Return what a window shows and what it says when asked: painted texts, titles, hints."""
    said = [each.words for each in painted(window)]
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    return [each for each in said if each]


def test_a_language_is_offered_as_soon_as_its_file_is_there(spoken: None) -> None:
    assert set(words.offered()) == {"zh", "en", pseudo.PSEUDO}
    assert words.offered()[pseudo.PSEUDO] == pseudo.disguised("English")
    assert words_speech.fitting("ka_GE") == pseudo.PSEUDO


@pytest.mark.parametrize("key", list(CATALOGUE))
def test_no_sentence_of_a_screen_is_left_in_english(
    spoken: None, qtbot: QtBot, remembering: Any, tmp_path: Path, key: str
) -> None:
    stage = staged(key, remembering, QSize(1366, 768), tmp_path)
    qtbot.addWidget(stage.window)
    stage.window.retranslate()
    left: dict[str, str] = {}
    for name, play in CATALOGUE[key]():
        stage.replies.clear()
        stage.replies |= answers()
        play(stage)
        stage.settle()
        for text in seen(stage.window):
            if DATA.english_in(text):
                left.setdefault(text, name)
    stage.window.close()
    assert not left, "\n".join(f"{name}: {text}" for text, name in left.items())


def test_no_sentence_over_or_beside_the_screens_is_left_in_english(
    spoken: None, qtbot: QtBot, remembering: Any, tmp_path: Path
) -> None:
    stage = staged("desk", remembering, QSize(1366, 768), tmp_path)
    qtbot.addWidget(stage.window)
    stage.window.retranslate()
    stage.open()
    known = pseudo.Known([*NAMED, AMISS.printer, AMISS.printer_trouble, "F1"])
    left = []
    for act in (lambda: stage.window.watch(AMISS), lambda: None, stage.window.toggle_help):
        act()
        stage.settle()
        left += [text for text in seen(stage.window) if known.english_in(text)]
    stage.window.close()
    assert not left, "\n".join(left)


def test_no_sentence_of_the_first_run_is_left_in_english(spoken: None, qtbot: QtBot) -> None:
    window = FirstRunWindow(Asked(FORUM).actions())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.retranslate()
    english = ("Screens speak this language; it can be changed at any time.", "Go on in English")  # offered in itself
    beside = ("not a database", "https://example.org/" + "A7" * 80, *ENTERED)
    known = pseudo.Known([*NAMED, *english, *beside])
    left = []
    for name, state in first_run_states():
        window._become(state)
        settled(window)
        left += [f"{name}: {text}" for text in seen(window) if known.english_in(text)]
    window.close()
    assert not left, "\n".join(left)


def _upgrading(step: UpgradeStep) -> UpgradeWindow:
    window = UpgradeWindow()
    window.show_step(step, 1, 2)
    return window


def test_no_sentence_about_a_backup_or_a_store_that_does_not_open_is_left_in_english(
    spoken: None, qtbot: QtBot
) -> None:
    path = "D:\\7\\20240925-081200.db"
    known = pseudo.Known([*NAMED, path, "MB"])
    windows: list[QWidget] = [
        TroubleWindow(TROUBLE, restorable=True, unlockable=True),
        UnlockWindow(UnlockActions(lambda *_: None)),
        *map(_upgrading, UpgradeStep),
    ]
    for backups in ([], [BackupFile(path, MORNING, 157 * 2**20)] * 3):
        windows += [RestoreWindow(RestoreActions(lambda backups=backups: backups, lambda *_: None))]
    for restored in (
        Restored(path, path, 1034, Holding(missing=214), ("7",)),
        Restored(path, path, 0, Holding(witnessed=False), ("7",)),
        Restored(path, "", 0, Holding(), ()),
    ):
        window = RestoreWindow(RestoreActions(list, lambda *_: None))
        window._show_restored(restored)
        windows.append(window)
    left = []
    for each in windows:
        qtbot.addWidget(each)
        each.show()
        settled(each)
        left += [text for text in seen(each) if known.english_in(text)]
        each.close()
    assert not left, "\n".join(left)


def problem_kinds(kind: type[Problem] = Problem) -> Iterator[type[Problem]]:
    yield kind
    for each in kind.__subclasses__():
        yield from problem_kinds(each)


def worded(kind: type[Worded] = Worded) -> Iterator[Worded]:
    """Yield every key that can stand in a sentence."""
    yield from kind
    for each in kind.__subclasses__():
        yield from worded(each)


def placeholders(text: str) -> dict[str, Detail]:
    return {name: "7" for _, name, _, _ in Formatter().parse(text) if name}


def sentences(telling: words.Telling) -> Iterator[tuple[str, str]]:
    """Yield every sentence that can stand on a screen without being a screen's own, with what it is about."""
    for kind in problem_kinds():
        yield from ((kind.key, said) for said in words.problem(kind(**placeholders(kind.sentence + kind.next_step))))
    for key in worded():
        yield key.name, detail(key.of(**placeholders(key)))
    for remark, sentence in SENTENCES.items():
        yield remark, words_lists.note(Note(remark, placeholders(sentence)), FORUM)
    for field in Field:
        yield field, words_lists.field(field)
    for reason, door in product(Reason, (False, True)):
        told = words.verdict(Decision(reason, DETAILS), telling, door=door)
        yield from (
            (reason, said) for said in (told.word, told.second_word, told.reason, told.action, words.brief(reason))
        )
    for answer in Answer:
        yield from ((answer, said) for said in (words.answer(answer), words.answered(answer)))
    for state in BusState:
        yield from ((state, said) for said in (words_buses.state(state), words_buses.move(state)))
    for standing in Standing:
        yield standing, words_buses.standing(standing)
    for tag in words_languages.tags():
        yield tag, words_languages.language(tag)
    yield "fault", words_notices.fault("7")
    yield "picked", words_notices.picked("7")


def test_no_trouble_remark_or_verdict_is_left_in_english(spoken: None) -> None:
    telling = words.Telling(ForumInForce(FORUM), {"00" * 8: "7"})
    left = [f"{about}: {said}" for about, said in sentences(telling) if KEPT.english_in(said)]
    assert not left, "\n".join(left)


def test_no_mistake_in_the_settings_is_told_in_english(spoken: None, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'x\nroom = 3\ntheme = 3\nprinters = [3, {name = "", kind = "file", target = ""}]\n', encoding="utf-8"
    )
    mistakes = load(file)[1]
    known = pseudo.Known(["room", "theme", "printers", "name kind target", *Theme])
    assert len(mistakes) == 5
    for mistake in mistakes:
        assert not known.english_in(words_notices.passed_over([mistake])), mistake


def test_no_sentence_of_the_phones_page_is_left_in_english(spoken: None) -> None:
    frame = Frame(PhoneWords(say, pseudo.PSEUDO, FORUM), "/phone", others=(), time="10:54", phone=7, ways=())
    aboard = manifest(BusState.FINAL_CALL)
    lines = {each.delegate.id: LastSeen(CheckpointId("opening"), MORNING, inside=True) for each in aboard.lines[:2]}
    looked = [people.Looked(aboard, part, aboard.part(part), lines) for part in Filter]
    counted = bus("3-2")
    counts = [replace(counted, bus=replace(counted.bus, state=state)) for state in BusState]
    sessions = [CheckpointCount(each.checkpoint, 7, 7) for each in FORUM.sessions]
    shown = [
        *(people.bus_people_page(frame, each, MORNING) for each in looked),
        people.missing_page(frame, people.Missing(tuple(looked), ()), MORNING),
        pages.buses_page(frame, FORUM, pages.Figures(counts, sessions)),
        pages.buses_page(frame, FORUM, pages.Figures([], [])),
        *(pages.sign_in_page(frame, code, trouble) for code, trouble in (("", phone_words.CODE_SPENT), ("7", ""))),
        *(
            pages.message_page(frame, each)
            for each in (phone_words.NOT_HERE, phone_words.NOT_NOW, phone_words.TOO_MANY)
        ),
    ]
    known = pseudo.Known([*NAMED, "SHA", *(each.name.in_("en") for each in FORUM.sessions), FORUM.short_name.in_("en")])
    left = {text for page in shown for text in re.sub("<[^>]*>", "\n", page).splitlines() if known.english_in(text)}
    assert not left, "\n".join(left)


def test_no_word_on_paper_is_left_in_english(spoken: None) -> None:
    only = (pseudo.PSEUDO,)
    aboard = manifest(BusState.FINAL_CALL)
    pages = pypdfium2.PdfDocument(manifest_pdf(aboard, FORUM, MORNING, only))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    assert not pseudo.Known([*NAMED, checksum(aboard)]).english_in(text)
    forum = replace(FORUM, languages=only)
    badge = badge_content(forum, structs.replace(GUESTS[0], route="3"), None, 1, "CODE")
    assert badge.route == (pseudo.disguised("Route {route}").format(route="3"), "")
    table = [manifest_header(manifest(), forum, *only, word), *manifest_rows(manifest(), forum, *only, word)]
    assert not [cell for row in table for cell in row if DATA.english_in(cell)]
