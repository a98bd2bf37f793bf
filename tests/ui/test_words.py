"""Nothing a person can meet is without words, in either language."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from checkin_app.domain import (  # noqa: F401 - loaded, so that their kinds are there
    problems,
    problems_hub_database,
    problems_lists,
    problems_records,
    problems_sync,
    problems_undo,
)
from checkin_app.domain.ids import Instant
from checkin_app.domain.outcomes import ANSWERS, Answer, Decision, Reason, Verdict
from checkin_app.domain.problems import Problem
from checkin_app.runtime.settings import load
from checkin_app.ui import words, words_notices, words_speech
from checkin_app.ui.kit import bidi
from checkin_app.ui.shell.health import Watched, healths
from checkin_app.ui.words_verdicts import ANSWERED, DESK_WORDS, DOOR_WORDS, OWN_WORDS, REASONS, variant
from checkin_app.ui.words_verdicts import ANSWERS as ANSWER_WORDS

NINE = Instant(1727226720000)
"""09:12 in Beijing on 25 September 2024."""
#: What each reason's decision carries (``domain.admission``, ``domain.boarding``), as fully as it ever does.
DETAILS: dict[Reason, dict[str, str | int]] = {
    Reason.ALREADY_IN: {"since": NINE, "station": "00" * 8},
    Reason.ALREADY_IN_ELSEWHERE: {"since": NINE, "station": "00" * 8},
    Reason.NOT_OPEN_YET: {"opens": NINE},
    Reason.SESSION_OVER: {"closed": NINE},
    Reason.BOARDED: {"aboard": 31, "seats": 43},
    Reason.BOARDED_BY_TRANSFER: {"aboard": 31, "seats": 43, "bus": "2-3"},
    Reason.BOARDED_FROM_STANDBY: {"aboard": 31, "seats": 43},
    Reason.BOARDED_BY_OVERRIDE: {"aboard": 31, "seats": 43},
    Reason.STANDBY_WAITS: {"rank": 3, "seats": 1},
    Reason.ALREADY_ABOARD: {"since": NINE, "station": "00" * 8},
    Reason.WRONG_BUS: {"bus": "2-3", "plate": "B", "bay": "A4", "seats": 3},
    Reason.WRONG_ROUTE: {"route": "2", "bus": "2-3", "bay": "A4", "departs": "08:30"},
    Reason.LISTED_ELSEWHERE: {"route": "2", "bus": "2-3", "bay": "A4", "departs": "08:30"},
    Reason.ON_ANOTHER_BUS: {"bus": "2-3", "since": NINE, "station": "00" * 8},
    Reason.FULL: {"aboard": 43, "seats": 43},
    Reason.LICENSED_SEATS_TAKEN: {"seats": 49},
    Reason.NEEDS_ACCESSIBLE_PLACE: {"bus": "2-3"},
    Reason.NO_LAYOUT_LEFT: {"aboard": 47, "seats": 46, "bus": "2-3"},
    Reason.BADGE_REPLACED: {"since": NINE, "issue": 2},
    Reason.BADGE_NOT_KNOWN_YET: {"issue": 3},
}
#: Details that the domain leaves empty in some cases.
MAY_BE_EMPTY = {
    Reason.BOARDED_BY_TRANSFER: ["bus"],
    Reason.WRONG_BUS: ["bay"],
    Reason.WRONG_ROUTE: ["bay", "departs", "bus"],
    Reason.LISTED_ELSEWHERE: ["bay", "departs"],
    Reason.NEEDS_ACCESSIBLE_PLACE: ["bus"],
    Reason.NO_LAYOUT_LEFT: ["bus"],
    Reason.BADGE_REPLACED: ["since"],
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def kinds(kind: type[Problem] = Problem) -> Iterator[type[Problem]]:
    if not kind.__module__.startswith(__name__):  # a class that a test here made lives until it is collected
        yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, dressed: QApplication) -> str:
    words.speak(request.param)
    return str(request.param)


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("door", [False, True])
def test_every_reason_has_word_reason_and_action(
    reason: Reason, door: bool, language: str, telling: words.Telling
) -> None:
    told = words.verdict(Decision(reason, DETAILS.get(reason, {})), telling, door=door)
    assert all((told.word, told.second_word, told.reason, told.action, words.brief(reason)))
    assert told.word != told.second_word
    assert "–" not in told.reason + told.action
    assert "{" not in told.reason + told.action


@pytest.mark.parametrize(("reason", "lacking"), [(each, lack) for each, all_ in MAY_BE_EMPTY.items() for lack in all_])
def test_a_detail_that_is_empty_is_not_spoken_of(
    reason: Reason, lacking: str, language: str, telling: words.Telling
) -> None:
    details = {name: value for name, value in DETAILS[reason].items() if name != lacking}
    if lacking == "bus":
        details = {name: value for name, value in details.items() if name not in {"bay", "departs"}}
    for empty in ({}, {lacking: 0 if lacking == "since" else ""}):
        told = words.verdict(Decision(reason, {**details, **empty}), telling)
        assert "–" not in told.reason + told.action
        assert "\u2066\u2069" not in told.reason + told.action


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_number_reads_alike_as_a_figure_and_in_every_sentence(language: str, dressed: QApplication) -> None:
    words.speak(language)
    assert bidi.plain(words.figure(15228)) == "15,228"
    assert "15,228" in words.counted("Health", "%Ln badges waiting", 15228)
    assert "15,228" in QCoreApplication.translate("ImportWords", "%Ln rows", "", 15228)
    assert "15,228" in words.problem(problems.FactsMissing(missing=15228))[0]


def test_every_text_asks_only_for_details_that_its_reason_carries() -> None:
    for key, texts in REASONS.items():
        reason = Reason(key.split(".")[0])
        lacking = {key.split(".")[1]} if "." in key else set()
        carried = set(DETAILS.get(reason, {})) - lacking
        assert placeholders(texts.reason) | placeholders(texts.action) <= carried, key
        assert not placeholders(texts.brief)


def test_the_variant_is_the_reason_itself_where_nothing_lacks() -> None:
    for reason in Reason:
        assert variant(reason, DETAILS.get(reason, {})) == reason.value


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_has_a_button_and_a_past(answer: Answer, language: str) -> None:
    assert words.answer(answer)
    assert words.answered(answer)


def test_no_two_answers_to_one_question_read_alike(language: str) -> None:
    for offered in ANSWERS.values():
        assert len({words.answer(each) for each in offered}) == len(offered)


def test_every_verdict_has_a_word_of_its_own(language: str) -> None:
    for table in (DESK_WORDS, DOOR_WORDS):
        assert set(table) == set(Verdict)
        assert len(set(table.values())) == len(Verdict)


def test_the_second_word_is_the_first_of_the_other_language(telling: words.Telling, dressed: QApplication) -> None:
    for reason in Reason:
        decision = Decision(reason, DETAILS.get(reason, {}))
        words.speak("en")
        english = words.verdict(decision, telling)
        words.speak("zh")
        chinese = words.verdict(decision, telling)
        assert (english.word, english.second_word) == (chinese.second_word, chinese.word)


def test_sentences_in_a_row_stand_as_each_language_sets_them(dressed: QApplication) -> None:
    words.speak("zh")
    assert words.in_a_row(words.problem(Problem())) == "".join(words.problem(Problem()))
    assert words.in_a_row(("请重试。", "还可尝试 4 次。")) == "请重试。还可尝试 4 次。"
    words.speak("en")
    assert words.in_a_row(words.problem(Problem())) == " ".join(words.problem(Problem()))


def test_nobody_is_told_to_board_who_gets_off(telling: words.Telling, dressed: QApplication) -> None:
    for reason in (Reason.GOT_OFF, Reason.LEFT):
        assert reason in OWN_WORDS
        assert words.verdict(Decision(reason), telling, door=True).word not in {"GO", "BOARD"}


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.key)
def test_every_problem_has_a_sentence_and_a_next_step(kind: type[Problem], language: str) -> None:
    spoken = placeholders(kind.sentence) | placeholders(kind.next_step)
    said = words.problem(kind(**dict.fromkeys(spoken, "x")))
    assert all(said)
    assert not any("{" in part or "–" in part for part in said)


#: What only a command says, since no window is there yet.
_OF_COMMANDS = frozenset({"no_display"})


@pytest.mark.parametrize("kind", [each for each in kinds() if each.key not in _OF_COMMANDS], ids=lambda kind: kind.key)
def test_no_next_step_sends_anybody_to_a_command_or_into_a_file_of_settings(kind: type[Problem]) -> None:
    assert not re.search(r"settings\.toml|\bcommand|--\w|`", kind.next_step)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.key)
def test_the_one_sentence_of_a_problem_is_the_one_that_is_translated(
    kind: type[Problem], dressed: QApplication
) -> None:
    for text in (kind.sentence, kind.next_step):
        assert words.say("Problem", text, "zh") != text


def test_a_problem_that_a_newer_part_raises_is_still_spoken_of(dressed: QApplication) -> None:
    class Newer(problems.Problem):
        key = "newer"

    said = words.problem(Newer())
    del Newer
    assert said == (Problem.sentence, Problem.next_step)


@pytest.mark.parametrize("answered", list(ANSWERED))
def test_the_tables_of_answers_are_whole(answered: Answer) -> None:
    assert set(ANSWERED) == set(ANSWER_WORDS) == set(Answer)


def test_codes_and_names_are_isolated_in_every_sentence(telling: words.Telling, dressed: QApplication) -> None:
    told = words.verdict(Decision(Reason.WRONG_ROUTE, DETAILS[Reason.WRONG_ROUTE]), telling)
    assert "\u20662-3\u2069" in told.reason
    told = words.verdict(Decision(Reason.ALREADY_IN_ELSEWHERE, DETAILS[Reason.ALREADY_IN_ELSEWHERE]), telling)
    assert "\u2068Desk 3\u2069" in told.reason
    assert "\u206609:12\u2069" in told.reason


@pytest.mark.parametrize(("wish", "spoken"), [("zh_CN", "zh"), ("zh-Hant", "zh"), ("en_GB", "en"), ("fr", "en")])
def test_a_wish_for_a_language_finds_one_that_has_words(wish: str, spoken: str) -> None:
    assert words_speech.fitting(wish) == spoken


@pytest.mark.parametrize("since", ["yesterday", 10**30, -(10**30), 0])
def test_a_moment_that_is_none_holds_up_no_verdict(since: str | int, telling: words.Telling, language: str) -> None:
    assert words.verdict(Decision(Reason.ALREADY_IN, {"since": since}), telling).reason


def test_an_answer_of_a_newer_version_stands_as_it_is(language: str) -> None:
    assert words.answered("teleported") == "teleported"
    assert words.answered("") == ""


def test_a_hostile_value_is_shown_and_not_read_as_a_placeholder(dressed: QApplication) -> None:
    sentence, _ = words.problem(problems_lists.ListMissing(file="{detail}{0}"))
    assert "{detail}{0}" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "x", "room = 3", "sound = 3", "theme = 3", "printers = 3", "printers = [3]", "colour = 3",
        *(
            f"[[printers]]\nname = {name}\nkind = {kind}\ntarget = {target}"
            for name, kind, target in [
                ('""', '"file"', '"x"'), ('"a"', '"fax"', '"x"'), ('"a"', '"network"', '"x:0"'),
                ('"a"', '"file"', '"x"\nmore = 1'),
                ('"a"', '"file"', '"x"\n[[printers]]\nname = "a"\nkind = "file"\ntarget = "x"'),
            ]
        ),
    ],
)  # fmt: skip
def test_what_was_expected_of_a_setting_is_said_in_chinese_too(language: str, tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    mistakes = load(file)[1]
    said = re.sub("[\u2066-\u2069]", "", words_notices.passed_over(mistakes))
    assert mistakes
    for mistake in mistakes:
        assert (str(mistake.expected) in said) == (language == "en"), said


@pytest.mark.parametrize(("count", "said"), [(1, "1 badge waiting"), (2, "2 badges waiting"), (0, "Printer ready")])
def test_a_number_of_badges_is_said_in_its_form(count: int, said: str, dressed: QApplication) -> None:
    watched = Watched(printer="Label printer", waiting=count)
    (printer,) = (each for each in healths(watched) if each.words == said)
    assert printer.screen == "printers"


def test_a_bus_that_is_counted_is_not_said_to_wait_for_its_boarding(language: str) -> None:
    """Its doors are closed before it boards, and again while it is counted."""
    texts = REASONS[Reason.BUS_NOT_OPEN]
    spoken = [words.say("Reason", text) for text in (texts.reason, texts.brief)]
    assert all(("closed" if language == "en" else "关闭") in each for each in spoken)
    assert not any(word in each for each in spoken for word in ("begun", "yet", "尚未"))
