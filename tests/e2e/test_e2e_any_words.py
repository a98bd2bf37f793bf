"""Any words after any command: done, or one sentence, and never the insides of the program."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from e2e_laptop import LIST, ROOT, Laptop
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checkin_app import cli
from checkin_app.bootstrap.parts import parts

_WORDS = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=12),
    st.sampled_from(["-1", "9" * 5000, "1e9", "2024-02-30", "1969-12-31", "10000-01-01", "25:61", "=", "name=", "2-1"]),
    st.sampled_from(["bus:2-1", "none", ".", "/", "/dev/null/x", "\udcff\udcfe", "２", "\x1b[0m", "-"]),
)
_COMMANDS: Sequence[Sequence[str]] = (
    ("find", "--", "{}"), ("scan", "--checkpoint={}"), ("codes", "--out={}"),
    ("buses", "add", "--", "{}"), ("buses", "add", "2-9", "--seats={}"), ("buses", "add", "2-8", "--usable={}"),
    ("buses", "add", "2-7", "--accessible={}"), ("buses", "add", "2-6", "--departs={}"),
    ("buses", "add", "2-5", "--driver={}"), ("buses", "open", "--", "{}"), ("buses", "assign", "--", "0001", "{}"),
    ("buses", "assign", "--", "{}", "none"), ("badge", "0001", "--out={}"), ("badge", "0001", "--out=b.pdf", "--replace={}"),
    ("manifest", "--out=m.csv", "--", "{}"), ("manifest", "2-1", "--out={}.csv"), ("missing", "--", "{}"), ("merge", "--", "{}"),
    ("restore", "--", "{}"), ("import", "--", "{}"), ("import", "list.csv", "--dry-run", "--encoding={}"),
    ("import", "list.csv", "--dry-run", "--column={}"), ("import", "list.csv", "--dry-run", "--column=name={}"),
    ("import", "list.csv", "--dry-run", "--sheet={}"), ("new", "--data=fresh", "--", "{}"),
    ("unlock", "--passphrase-file={}"), ("check", "--data={}"),
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("any words")
    (place / "list.csv").write_text(LIST, encoding="utf-8")
    Laptop(place / "station").run("new", "--name", "Desk 3")
    return place


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(command=st.sampled_from(_COMMANDS), word=_WORDS)
@example(command=("merge", "--", "{}"), word="9" * 5000)
@example(command=("badge", "0001", "--out=b.pdf", "--replace={}"), word="\udcff")
@example(command=("import", "list.csv", "--dry-run", "--column=name={}"), word="9" * 5000)
@example(command=("buses", "add", "2-9", "--seats={}"), word="9" * 30)
def test_any_word_is_taken_or_answered_in_a_sentence(
    place: Path, monkeypatch: pytest.MonkeyPatch, command: Sequence[str], word: str
) -> None:
    monkeypatch.chdir(place)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(word.encode(errors="surrogateescape") + b"\n")))
    said = [each.replace("{}", word) for each in command]
    given = said if any(each.startswith("--data") for each in said) else ["--data=station", *said]
    try:
        assert cli.run(parts(), given) in {0, 1}
    except SystemExit as wrong_use:
        assert wrong_use.code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no arguments of bytes")
def test_an_argument_that_is_no_text_is_answered_in_a_sentence(place: Path) -> None:
    for words in ((b"find", b"\xff"), (b"merge", b"9" * 5000), (b"new", b"--name", b"\xff\xfe")):
        done = subprocess.run(
            [os.fsencode(sys.executable), b"-m", b"checkin_app", *words, b"--data", os.fsencode(place / "station")],
            cwd=ROOT, capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
