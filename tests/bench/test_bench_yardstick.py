from tests.bench.promises import PROMISES, rows


def test_a_figure_of_time_and_one_of_a_rate_are_the_same_by_the_yardstick_on_a_machine_half_as_fast() -> None:
    fast = rows({"find_p99_ms": 8.0, "badges_a_second": 600.0}, dict.fromkeys(PROMISES, 10.0))
    slow = rows({"find_p99_ms": 16.0, "badges_a_second": 300.0}, dict.fromkeys(PROMISES, 20.0))
    assert [row[3] for row in fast] == [row[3] for row in slow] == ["0.8 yd", "6 yd"]
    assert [row[4] for row in fast] == ["reached", "reached"]
    assert [row[4] for row in slow] == ["MISSED", "reached"]


def test_what_has_no_bound_or_no_time_has_no_yardstick() -> None:
    table = rows({"lookup_p50_ms": 1.0, "peak_megabytes": 200.0, "scan_ratio": 1.5}, dict.fromkeys(PROMISES, 10.0))
    assert [row[3] for row in table] == ["", "", ""]
