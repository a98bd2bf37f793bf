import logging
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.problems import StoreNotWritable, UnknownDelegate
from checkin_app.runtime.logs import Plain, logging_to, masked_message, without_words

NAME = "Áine Ó Dubhthaigh"
ours = logging.getLogger("checkin_app.services.scanning")


class Verdict(StrEnum):
    GO = "go"


def _record(name: str, message: object, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.INFO, __file__, 1, message, arguments, None)


def _fail(text: str) -> None:
    raise ValueError(text)


@given(st.text(min_size=4).filter(lambda text: not text.isdigit() and "character" not in text))
def test_no_text_given_to_our_own_log_is_written(text: str) -> None:
    marked = f"Ж{text}Ж"
    said = masked_message(_record("checkin_app.ui", "found %s and %s", marked, [marked]))
    assert "Ж" not in said


@pytest.mark.parametrize(
    "words",
    [
        f"no such row: '{NAME}'",
        f'cannot parse "{NAME}"',
        "mail guest@example.org bounced",
        "call +353 86 1234567 now",
        "张伟 has no glyph",
    ],
)
def test_what_libraries_say_loses_what_may_be_personal(words: str) -> None:
    said = masked_message(_record("somelibrary.part", words))
    for part in (NAME, "guest@example.org", "1234567", "张伟"):
        assert part not in said


def test_ids_numbers_states_and_vouched_texts_are_written() -> None:
    arguments = ("0123456789abcdef", 42, Verdict.GO, "2-3", "bus:2-3", Plain("label printer"))
    said = masked_message(_record("db.journal", "%s %d %s %s %s %s", *arguments))
    assert said == "0123456789abcdef 42 go 2-3 bus:2-3 label printer"


def test_named_arguments_are_masked_alike() -> None:
    record = logging.LogRecord("db", logging.INFO, __file__, 1, "%(who)s", ({"who": NAME},), None)
    assert masked_message(record) == f"‹{len(NAME)} characters›"


def test_the_file_holds_where_an_error_was_but_no_name(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "checkin.log"
    with logging_to(file):
        ours.info("verdict for %s", NAME)
        try:
            try:
                _fail(f"no seat for {NAME}")
            except ValueError as error:
                raise UnknownDelegate(name=NAME) from error
        except UnknownDelegate as error:
            ours.info("trouble %s", error, exc_info=True)
    text = file.read_text(encoding="utf-8")
    assert NAME not in text
    assert "in _fail" in text
    assert "ValueError" in text
    assert "unknown_delegate" in text
    assert "Z INFO MainThread checkin_app.services.scanning: verdict for ‹17 characters›" in text


def test_the_root_logger_is_as_before_afterwards(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    with logging_to(tmp_path / "a.log"):
        pass
    assert (root.level, list(root.handlers)) == before


def test_other_handlers_see_the_record_as_it_was(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), logging_to(tmp_path / "a.log"):
        ours.info("verdict for %s", NAME)
    assert caplog.messages == [f"verdict for {NAME}"]


def test_a_place_that_cannot_hold_a_log_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreNotWritable), logging_to(tmp_path / "file" / "a.log"):
        pytest.fail("nothing can be written there")


def test_a_group_of_errors_is_told_whole_without_words() -> None:
    group = ExceptionGroup(NAME, [KeyError(NAME), FileNotFoundError(2, NAME, NAME)])
    said = without_words(group)
    assert NAME not in said
    assert "KeyError" in said
    assert "FileNotFoundError (ENOENT)" in said
