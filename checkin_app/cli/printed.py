"""The commands that print badges, and that look at what could not be printed: print, names check."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin_app.cli import given, print_jobs, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.cli.printer_parts import AtThePress
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import CategoryId, RouteId
from checkin_app.domain.jobs import JobState
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems import StoreLocked, UnknownCategory, UnknownRoute
from checkin_app.domain.problems_printing import BadgesNotPrinted, NamesUnprintable
from checkin_app.domain.problems_records import BadgeLeftInFile
from checkin_app.services.attendance import everybody
from checkin_app.services.badge_runs import Batch, RunOrder, RunWish, batches
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.printers import Outcome
from checkin_app.services.printing import is_of_printer

#: Badges in these states need nobody's answer any more.
_WELL = frozenset({JobState.CONFIRMED, JobState.HANDED_OVER, JobState.SENT})


def print_badges(parts: Parts, args: Arguments) -> int:
    folder = given.folder(parts, args)
    wish = RunWish(args.delegation, args.category, args.route)
    if bool(args.delegate) == bool(wish.title):
        raise given.WrongUse("say whose badges: DELEGATE…, or --delegation, --category and --route")
    if args.delegate and args.separators:
        raise given.WrongUse("--separators needs --delegation, --category or --route")
    with given.station(parts, args) as station:
        printers = parts.printers.of(folder)
        printer = printers.known(args.printer).name
        chosen = _chosen(station, args, wish)
        with printers.at_the_press(station) as press:
            if press is None and args.separators:
                raise StoreLocked(folder=str(folder))
            run = _Run(station, press, printer, apart=args.separators, named=bool(args.delegate))
            run.print(chosen)
        jobs = run.settled()
        shown.say([print_jobs.row(station, each) for each in jobs], as_json=args.json)
    if press is None:
        print("The application that is open on this folder prints them.", file=sys.stderr)
    if run.trouble:
        print(f"{sum(len(each.cards) for each in chosen) - len(jobs)} more badges were not begun.", file=sys.stderr)
        raise run.trouble
    waits = {JobState.QUEUED} if press is None else set[JobState]()
    if still := run.left_out + sum(each.state not in _WELL | waits for each in jobs):
        raise BadgesNotPrinted(count=still)
    return 0


def _chosen(station: OpenedStation, args: Arguments, wish: RunWish) -> Sequence[Batch]:
    if args.delegate:
        return [Batch("", tuple(given.delegate(station, name)[0] for name in args.delegate))]
    if wish.category and station.forum.category(CategoryId(wish.category)) is None:
        raise UnknownCategory(name=wish.category, known=", ".join(each.id for each in station.forum.categories))
    if wish.route and station.forum.route(RouteId(wish.route)) is None:
        raise UnknownRoute(name=wish.route, known=", ".join(each.id for each in station.forum.routes))
    return batches(everybody(station), wish, RunOrder(args.order))


@dataclass(slots=True)
class _Run:
    """Badges printed one after the other, until the printer fails by a trouble of its own."""

    station: OpenedStation
    press: AtThePress | None
    """None where they only wait: an application that is open prints them."""
    printer: str
    apart: bool
    """A page before each batch says whose it is."""
    named: bool
    """Each was asked for by itself."""
    jobs: list[Job] = field(default_factory=list)
    left_out: int = 0
    """How many of those asked for by themselves have no job."""
    trouble: Problem | None = None
    """Of the printer: nothing after it was tried."""
    _announced: bool = True
    """The page before the batch was printed, or none is wanted."""

    def print(self, chosen: Sequence[Batch]) -> None:
        for batch in chosen:
            self._announced = not self.apart
            for card in batch.cards:
                if self.trouble:
                    return
                if job := self._owed(card):
                    self.jobs.append(job)
                    self._print(job, batch)

    def _owed(self, card: DelegateCard) -> Job | None:
        why = "its badges are revoked."
        if not card.badge.revoked:
            try:
                return self.station.badges.print(card.delegate.id, self.printer).job
            except BadgeLeftInFile as problem:
                why = str(problem)
        self._left_out(card, why)
        return None

    def _left_out(self, card: DelegateCard, why: str) -> None:
        print(f"{card.delegate.badge_no or card.delegate.called}: {why}", file=sys.stderr)
        self.left_out += self.named

    def _print(self, job: Job, batch: Batch) -> None:
        """Print what waits, and before the first of a batch whose it is: what came out before is not printed again."""
        if job.state is not JobState.QUEUED or self.press is None:
            return
        if not self._announced:
            self._announced = True
            if self._stopped(self.press.separate(batch.title, str(len(batch.cards)), self.printer)):
                return
        outcome = self.press.print(job)
        if outcome and not self._stopped(outcome) and outcome.problem:
            card = self.station.queries.card(job.delegate)
            print(f"{card.delegate.badge_no if card else job.id}: {outcome.problem}", file=sys.stderr)

    def _stopped(self, outcome: Outcome) -> bool:
        """Return whether a trouble of the printer ends the run; whatever else it was is raised, where it is a bug."""
        if outcome.fault is not None:
            raise outcome.fault
        self.trouble = outcome.problem if is_of_printer(outcome.problem) else None
        return self.trouble is not None

    def settled(self) -> Sequence[Job]:
        """Return the jobs as they are by now."""
        known = {each.id: each for each in self.station.queries.own_jobs(frozenset(JobState))}
        return [known.get(each.id, each) for each in self.jobs]


def names(parts: Parts, args: Arguments) -> int:
    """List what no badge font has: each text of each badge that holds any of it."""
    rows: list[dict[str, Json]] = []
    badges = 0
    with given.station(parts, args) as station:
        for card in everybody(station):
            found = parts.printers.lacking(station, card)
            badges += bool(found)
            rows += [_lacking_row(card, *each) for each in found]
    shown.say(rows, as_json=args.json)
    if badges:
        raise NamesUnprintable(count=badges)
    return 0


def _lacking_row(card: DelegateCard, field_: str, text: str, characters: str) -> dict[str, Json]:
    return {
        "id": card.delegate.id,
        "badge": card.delegate.badge_no,
        "field": field_,
        "text": text,
        "letters": characters,
        "codes": " ".join(f"U+{ord(each):04X}" for each in characters),
    }
