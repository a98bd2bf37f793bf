"""What each figure has to reach."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    words: str
    unit: str
    bound: float | None = None
    at_least: bool = False

    def is_kept(self, figure: float) -> bool:
        if self.bound is None:
            return True
        return figure >= self.bound if self.at_least else figure <= self.bound

    def in_yardsticks(self, figure: float, yardstick_ms: float) -> float | None:
        """Return a time as so many yardsticks, a rate as so many in one; None for what no processor hurries."""
        match self.unit:
            case "s":
                return figure * 1000 / yardstick_ms
            case "ms":
                return figure / yardstick_ms
            case "/s":
                return figure * yardstick_ms / 1000
        return None

    def limit(self) -> str:
        if self.bound is None:
            return ""
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}"


PROMISES: Mapping[str, Promise] = {
    "fill_seconds": Promise("filling the store", "s"),
    "store_megabytes": Promise("store on disk", "MB"),
    "ready_seconds": Promise("start to ready to scan, whole application", "s", 1.5),
    "open_seconds": Promise("opening the store alone", "s"),
    "scan_p50_ms": Promise("scan to durable verdict, median", "ms"),
    "floor_p50_ms": Promise("the same rows by bare SQL, median", "ms"),
    "scan_ratio": Promise("scan over the floor, median", "", 1.7),
    "scan_p99_ms": Promise("scan to durable verdict, 99th of 100", "ms", 15),
    "lookup_p50_ms": Promise("code to person card, median", "ms"),
    "lookup_p99_ms": Promise("code to person card, 99th of 100", "ms"),
    "find_p50_ms": Promise("find at a keystroke, median", "ms"),
    "find_p99_ms": Promise("find at a keystroke, 99th of 100", "ms", 10),
    "typo_p99_ms": Promise("find with a typo, 99th of 100", "ms"),
    "peak_megabytes": Promise("peak memory of the application", "MB", 400),
    "preview_seconds": Promise("15 000 rows looked at", "s", 3),
    "import_seconds": Promise("15 000 delegates imported", "s", 6),
    "import_rows_a_second": Promise("rows imported a second", "/s"),
    "long_import_seconds": Promise("100 000 delegates imported", "s", 60),
    "long_import_megabytes": Promise("peak memory meanwhile", "MB", 400),
    "stall_preview_ms": Promise("longest stall, a list of 100 000 looked at", "ms", 50),
    "stall_import_ms": Promise("longest stall, that list taken in and shown", "ms", 50),
    "stall_own_ms": Promise("longest stall, of the thread's own time", "ms", 50),
    "verdict_preview_p99_ms": Promise("verdict meanwhile, looked at, 99th of 100", "ms", 100),
    "verdict_import_p99_ms": Promise("verdict meanwhile, taken in, 99th of 100", "ms", 100),
    "refold_seconds": Promise("the fold of a million facts rebuilt", "s", 60),
    "refold_spent_seconds": Promise("the same, of a core", "s"),
    "screen_p50_ms": Promise("scan to the other screen, 60 stations, median", "ms"),
    "screen_p95_ms": Promise("scan to the other screen, 60 stations, 95th of 100", "ms", 150),
    "stream_p50_ms": Promise("fact to every other stream, 60 stations, median", "ms"),
    "stream_p95_ms": Promise("fact to every other stream, 95th of 100", "ms"),
    "stored_p50_ms": Promise("upload to its answer, 60 stations, median", "ms"),
    "stored_p95_ms": Promise("upload to its answer, 95th of 100", "ms"),
    "hub_ms_a_fact": Promise("the hub's work for a fact and its 60 listeners", "ms"),
    "hub_cores": Promise("cores that the hub keeps busy", ""),
    "refused": Promise("uploads that the hub refused", "", 0),
    "given_seconds": Promise("10 000 facts given to the hub and folded there", "s", 2.5),
    "given_spent_seconds": Promise("the same, of a core, at the laptop", "s"),
    "given_hub_seconds": Promise("the hub's work for that and its way on, of a core", "s"),
    "taken_seconds": Promise("10 000 facts taken from the hub and folded", "s", 2.5),
    "taken_spent_seconds": Promise("the same, of a core, at the laptop", "s"),
    "provision_seconds": Promise("100 000 delegates to a new station", "s", 60),
    "provision_spent_seconds": Promise("the same, of a core, at the station", "s"),
    "provision_hub_seconds": Promise("the same, of a core, at the hub", "s"),
    "beside_p99_ms": Promise("scan beside an exchange, 99th of 100", "ms"),
    "alone_p99_ms": Promise("scan by turns without, 99th of 100", "ms"),
    "beside_ratio": Promise("scan beside an exchange over without, 99th of 100", "", 1.5),
    "ingest_a_second": Promise("PostgreSQL, four writers in batches, by two cores", "/s", 20_000, at_least=True),
    "ingest_over_copy": Promise("the same over a bare COPY", ""),
    "plan_greedy_seconds": Promise("a route of 1 500 planned by the greedy alone, the longest of five", "s", 2),
    "plan_route_seconds": Promise("the same with exact solving", "s", 5),
    "plan_four_seconds": Promise("5 000 people on four routes planned", "s", 20),
    "door_scan_ms": Promise("scan at a bus's door among all people, median", "ms"),
    "door_over_desk": Promise("the same over a scan at a desk, by turns", "", 1.2),
    "missing_list_ms": Promise("who is missing from a bus among all people, median of 120", "ms", 100),
    "plans_proven": Promise("of these plans, how many are proven best", "", 1, at_least=True),
    "badges_a_second": Promise("badges drawn a second", "/s", 200, at_least=True),
    "badge_proof_ms": Promise("a badge drawn, made dots and read back, median", "ms", 20),
    "badges_over_bare": Promise("1 000 badges as PDF over a bare loop of the same", "", 1.6),
    "mixed_badges_megabytes": Promise("1 000 badges of mixed scripts as PDF", "MB", 2),
    "first_byte_p50_ms": Promise("badge owed to its first byte at the printer, median", "ms"),
    "first_byte_p95_ms": Promise("badge owed to its first byte at the printer, 95th of 100", "ms", 100),
    "scan_printing_p99_ms": Promise("scan while badges are printed, 99th of 100", "ms"),
    "scan_alone_p99_ms": Promise("scan by turns without, 99th of 100", "ms"),
    "scan_printing_ratio": Promise("scan while badges are printed over without, 99th of 100", "", 1.2),
    "badge_megabytes_a_thousand": Promise("1 000 badges as PDF", "MB", 2),
}

Row = tuple[str, str, str, str, str]


def rows(figures: Mapping[str, float], yardsticks: Mapping[str, float]) -> list[Row]:
    """Return a table: what, figure, bound, the figure by the yardstick of its hour, and whether it was reached.

    Args:
        figures: by their names in `PROMISES`.
        yardsticks: the milliseconds that one took when each figure was measured.
    """
    return [_row(PROMISES[name], figure, yardsticks[name]) for name, figure in figures.items()]


def _row(promise: Promise, figure: float, yardstick_ms: float) -> Row:
    relative = promise.in_yardsticks(figure, yardstick_ms) if promise.bound is not None else None
    return (
        promise.words,
        f"{figure:.4g} {promise.unit}",
        promise.limit(),
        "" if relative is None else f"{relative:.3g} yd",
        _word(promise, figure),
    )


def _word(promise: Promise, figure: float) -> str:
    if promise.bound is None:
        return ""
    return "reached" if promise.is_kept(figure) else "MISSED"
