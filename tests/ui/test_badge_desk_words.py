"""The queue says why a badge is not there, never with a dash where the reason should stand."""

import pytest

from checkin_app.domain.problems import PrintProblem
from checkin_app.ui.print_jobs import job_trouble

#: What the ledger keeps of a badge that did not come out: a key without details, or that a person said so.
KEPT = [*sorted(each.key for each in PrintProblem.__subclasses__()), "told"]


@pytest.mark.usefixtures("dressed")
def test_each_reason_has_words_of_its_own_that_need_no_details() -> None:
    said = [job_trouble(key, "P1") for key in KEPT]
    assert len(set(said)) == len(KEPT)
    assert not [each for each in said if "–" in each or "{" in each]
    assert job_trouble("of a newer version", "P1") not in said
