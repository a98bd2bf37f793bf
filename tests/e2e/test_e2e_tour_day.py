"""The whole technical visit: 5 000 guests on 120 buses, four laptops that plan, board, count, and meet twice."""

from pathlib import Path

import pytest

from checkin_app.domain.contradictions import ConflictKind
from tests.e2e import tourlaws
from tests.e2e.tourkit import TourDay


@pytest.mark.timeout(900)  # a minute of a core, and several where that is shared
def test_a_day_of_5_000_guests_on_120_buses_loses_nobody_and_ends_the_same_on_four_laptops(tmp_path: Path) -> None:
    day = TourDay(tmp_path)
    with day.on_its_day():
        day.play()
        assert (len(day.codes), len(day.lead.json("buses", "list"))) == (5000, 120)
        assert day.found == {ConflictKind.TWO_BUSES: 1, ConflictKind.TWO_STATES: 1}
        tourlaws.must_hold(day)
