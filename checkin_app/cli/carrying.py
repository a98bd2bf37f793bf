"""The commands that carry facts on a stick, and compare what two laptops hold."""

import sys

from checkin_app.cli import given, shown, shown_upkeep
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import ChainProblem, FactsMissing, FactsRefused, StoreCorrupt

#: Facts between two words of how far it is.
_STEP = 5000


def export(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        written = parts.export_bundle(given.folder(parts, args), station, args.file, args.all, _Told())
    others: list[Json] = [*written.stations]
    if args.json:
        shown.say({"bundle": str(args.file), "facts": written.facts, "stations": others}, as_json=True)
    else:
        print(
            f"{args.file}: {written.facts} facts, for {', '.join(written.stations) or 'no other laptop: none is known here'}"
        )
    return 0


def bring_in(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        taken = parts.bring_in_bundle(given.folder(parts, args), station, args.file, _Told())
        shown_upkeep.say_met([(station, taken)], as_json=args.json)
    if taken.trouble:
        raise taken.trouble
    if taken.refused:
        raise FactsRefused(count=taken.refused)
    return 0


def verify(parts: Parts, args: Arguments) -> int:
    with given.opened(parts, given.folder(parts, args)) as station:
        trouble: Problem | None = None
        try:
            station.upkeep.check()
        except (ChainProblem, StoreCorrupt) as problem:
            trouble = problem
        missing = station.upkeep.holding().missing
        trouble = trouble or (FactsMissing(missing=missing) if missing else None)
        folded = station.queries.folded()
    if args.json:
        shown.say(shown_upkeep.verified_row(folded, ok=trouble is None), as_json=True)
    else:
        print("\n".join(shown_upkeep.verified_lines(folded)))
    if trouble:
        raise trouble
    return 0


class _Told:
    """Says how far it is, now and then."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, whole: int) -> None:
        if done - self._said >= _STEP:
            self._said = done
            sys.stderr.write(f"{done} of {whole}\n")
            sys.stderr.flush()
