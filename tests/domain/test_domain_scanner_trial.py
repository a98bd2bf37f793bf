"""What a scanner makes of a code whose text is known tells how it is set."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.scanner_trial import TRIAL_CODE, Finding, tried

_AZERTY = str.maketrans("AQZWM", "QAWZ,")
_GERMAN = str.maketrans("YZ", "ZY")


@pytest.mark.parametrize(
    ("candidates", "finding"),
    [
        ([TRIAL_CODE], Finding.WELL),
        ([TRIAL_CODE, TRIAL_CODE], Finding.WELL),
        ([TRIAL_CODE, TRIAL_CODE.translate(_GERMAN)], Finding.LAYOUT),
        ([TRIAL_CODE.translate(_AZERTY), TRIAL_CODE], Finding.LAYOUT),
        ([TRIAL_CODE.lower()], Finding.LETTER_CASE),
        ([TRIAL_CODE.translate(_AZERTY), TRIAL_CODE.translate(_GERMAN)], Finding.OTHER_KEYBOARD),
        ([TRIAL_CODE[7:]], Finding.CUT),
        ([TRIAL_CODE[:30]], Finding.CUT),
        (["https://example.org/ticket/1"], Finding.ANOTHER_CODE),
        ([""], Finding.ANOTHER_CODE),
        ([], Finding.ANOTHER_CODE),
        ([TRIAL_CODE * 2], Finding.ANOTHER_CODE),
    ],
)
def test_a_trial_tells_how_the_scanner_is_set(candidates: list[str], finding: Finding) -> None:
    assert tried(candidates).finding is finding


_ADDED = st.text(st.sampled_from(string.punctuation + "\x02\x03 "), max_size=6)


@given(before=_ADDED, after=_ADDED)
def test_what_a_scanner_adds_is_named_as_it_stands(before: str, after: str) -> None:
    trial = tried([f"{before}{TRIAL_CODE}{after}"])
    if before or after:
        assert (trial.finding, trial.added) == (Finding.ADDS, f"{before}…{after}")
    else:
        assert trial.finding is Finding.WELL


@given(st.lists(st.text(max_size=80), max_size=5))
def test_whatever_is_scanned_has_a_finding(candidates: list[str]) -> None:
    trial = tried(candidates)
    assert trial.read is (trial.finding in {Finding.WELL, Finding.LETTER_CASE, Finding.LAYOUT})
