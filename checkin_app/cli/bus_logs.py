"""The command that lists what was done with a bus."""

from checkin_app.cli import shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.bus_log import LogEntry
from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import BusCode
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.bus_log import BusLog

HEADER = ("at", "kind", "what", "text", "delegate_id", "name", "by", "station", "undone", "counts", "fact_id")


def log(parts: Parts, station: OpenedStation, args: Arguments) -> int:
    told = station.queries.bus_log(BusCode(args.bus.removeprefix("bus:")))
    rows = [_row(station, told, each) for each in told.entries]
    if args.out:
        parts.write_table(args.out, HEADER, ([shown.plain(value) for value in row.values()] for row in rows))
        if not args.json:
            return 0
    shown.say(rows, as_json=args.json)
    return 0


def _row(station: OpenedStation, told: BusLog, entry: LogEntry) -> dict[str, Json]:
    what = entry.reason.value if entry.reason else entry.answer or str(entry.what)
    text = " – ".join(filter(None, (str(entry.why), entry.text)))
    said = (
        station.forum.local(entry.at).isoformat(timespec="seconds"), entry.kind, what, text, entry.delegate,
        told.name(entry), told.maker(entry), entry.station, entry.undone, entry.counts, entry.fact_id,
    )  # fmt: skip
    return dict(zip(HEADER, said, strict=True))
