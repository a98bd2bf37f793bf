"""The queue says why a badge is not there, never with a dash where the reason should stand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from checkin_app.domain.ids import DelegateId, Instant, JobId
from checkin_app.domain.jobs import MAY_STILL_COME, WENT_ON, JobState
from checkin_app.domain.problems import BadgeProblem, PrintProblem
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.ports.badges import Job
from checkin_app.ui.badge_desk.printer_lines import PrinterPhase
from checkin_app.ui.badge_desk.queue import JobView
from checkin_app.ui.badge_desk.state import BadgeDeskState, JobLine, printer_chosen, printers_listed
from checkin_app.ui.badge_desk.words import BadgeDeskWords, printer_lines
from checkin_app.ui.kit import bidi
from checkin_app.ui.print_jobs import PHASES, JobPhase, is_of_badge, job_doubt, job_trouble

#: What the ledger keeps of a badge that did not come out: a key without details, or that a person said so.
KEPT = sorted({each.key for above in (PrintProblem, BadgeProblem) for each in above.__subclasses__()} | {"told"})


@pytest.mark.usefixtures("dressed")
def test_each_reason_has_words_of_its_own_that_need_no_details() -> None:
    said = [job_trouble(key, "P1") for key in KEPT]
    assert len(set(said)) == len(KEPT)
    assert not [each for each in said if "–" in each or "{" in each]
    assert job_trouble("of a newer version", "P1") not in said


LABEL = PrinterSettings("P1", PrinterKind.NETWORK, "label")


def _line(number: int, state: str, key: str) -> JobLine:
    job = Job(JobId(str(number)), DelegateId("d"), 1, "P1", JobState(state), key, Instant(number))
    return JobLine(job.id, "1-1", "甲", "P1", PHASES[JobState(state)], key, job.at, of_badge=is_of_badge(job))


@pytest.mark.parametrize("key", sorted(each.key for each in BadgeProblem.__subclasses__()))
def test_a_printer_is_ready_whatever_is_wrong_with_a_badge(key: str) -> None:
    for earlier, phase in (("confirmed", PrinterPhase.READY), ("failed_safe", PrinterPhase.PAUSED)):
        jobs = (_line(2, "failed_safe", key), _line(1, earlier, "printer_missing"))
        assert printer_lines((LABEL,), jobs)[0].phase is phase, "only what the printer did tells of the printer"


@pytest.mark.parametrize("key", ["printer_missing", "printer_failed", "file_not_writable", "printer_mistyped", "told"])
def test_a_printer_is_paused_by_what_the_printer_did(key: str) -> None:
    assert printer_lines((LABEL,), (_line(1, "failed_safe", key),))[0].phase is PrinterPhase.PAUSED


@pytest.mark.parametrize("state", ["cancelled", "superseded", "queued", "rendered"])
def test_a_badge_that_never_reached_the_printer_says_nothing_of_it(state: str) -> None:
    for earlier, phase in (("confirmed", PrinterPhase.READY), ("failed_safe", PrinterPhase.PAUSED)):
        jobs = (_line(2, state, ""), _line(1, earlier, "printer_missing"))
        assert printer_lines((LABEL,), jobs)[0].phase is phase


def test_what_is_known_of_a_printer_stands_before_what_its_jobs_show() -> None:
    said = {LABEL.name: "The printer Label is not ready: it has no labels left."}
    (line,) = printer_lines((LABEL,), (_line(1, "confirmed", ""),), said)
    assert (line.phase, line.detail) == (PrinterPhase.PAUSED, said[LABEL.name])


def _said(line: JobLine) -> JobView:
    return BadgeDeskWords(QObject()).job(line)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("detail", [MAY_STILL_COME, WENT_ON])
def test_a_question_of_which_the_plain_words_would_not_tell_all_says_it(detail: str) -> None:
    asked = JobLine(JobId("j"), "0412-1", "Ana Sol", "Office", JobPhase.UNKNOWN, job_doubt(detail, "Office"))
    shown, plain = _said(asked), _said(replace(asked, detail=job_doubt("", "Office")))
    assert shown.line != plain.line
    assert "did it come out?" in shown.line
    assert (shown.yes, shown.no) == (plain.yes, plain.no)


def test_a_queue_that_is_used_all_the_same_says_who_said_so() -> None:
    (line,) = printer_lines((replace(LABEL, allowed="Ada Berg · 09:12"),), ())
    assert line.phase is PrinterPhase.READY
    assert "over and over" in line.detail
    assert "Ada Berg · 09:12" in line.detail


@pytest.mark.usefixtures("dressed")
def test_a_desk_says_how_many_labels_are_left_and_warns_of_few() -> None:
    words = BadgeDeskWords(str)
    roll = replace(LABEL, labels=100, spent=3)
    for used, left, few in ((0, "97 labels left", False), (76, "21 labels left", False), (77, "20 labels left", True)):
        (line,) = printer_lines((roll,), (), used={"P1": used})
        view = words.printer(line, BadgeDeskState())
        assert left in view.line
        assert (view.chip == "Few labels") is few
    assert "0 labels left" in words.printer(printer_lines((roll,), (), used={"P1": 400})[0], BadgeDeskState()).line
    assert "left" not in words.printer(printer_lines((LABEL,), (), used={"P1": 4})[0], BadgeDeskState()).line


@pytest.mark.usefixtures("dressed")
def test_a_desk_says_which_printer_and_why_that_one() -> None:
    words, other = BadgeDeskWords(str), replace(LABEL, name="P2")

    def why(state: BadgeDeskState) -> list[str]:
        return [words.printer(line, state).line for line in state.printers]

    alone = printers_listed(BadgeDeskState(), printer_lines((LABEL,), ()))
    assert why(alone) == ["label · the only one here"]
    both = printer_lines((LABEL, other), ())
    assert why(printers_listed(BadgeDeskState(), both)) == ["label · the first that works", "label"]
    by_settings = printers_listed(BadgeDeskState(), both, "P2")
    assert why(by_settings) == ["label", "label · chosen in Settings"]
    by_hand = printers_listed(printer_chosen(by_settings, "P1"), both, "P2")
    assert why(by_hand) == ["label · chosen at this desk", "label"]


@pytest.mark.usefixtures("dressed")
def test_of_a_printer_that_stopped_a_desk_says_which_one_takes_over() -> None:
    first, second = replace(LABEL, group="hall"), replace(LABEL, name="P2", group="hall")
    lines = printer_lines((first, second, replace(LABEL, name="P3")), (), {"P1": "It has no labels."})
    said = [BadgeDeskWords(str).printer(line, BadgeDeskState()).line for line in lines]
    assert "meanwhile" in said[0]
    assert "P2" in said[0]
    assert "Prints for" in said[1]
    assert said[2] == "label"


@pytest.mark.usefixtures("dressed")
def test_the_queue_says_when_a_badge_was_taken_and_by_whom() -> None:
    words, line = BadgeDeskWords(lambda at: f"09:{at}"), replace(_line(17, "handed_over", ""), printer="P1")
    assert bidi.plain(words.job(line).line) == "P1 · 09:17"
    assert bidi.plain(words.job(replace(line, collector="Cleo Roe")).line) == "P1 · taken along by Cleo Roe 09:17"
    assert bidi.plain(words.job(replace(line, printer="", at=None)).line) == ""
