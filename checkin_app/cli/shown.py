"""How commands show things: JSON for programs, plain lines for people."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import TextIO

from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.forum import Forum, local
from checkin_app.domain.ids import Instant, bus_checkpoint
from checkin_app.domain.operations import TakenList
from checkin_app.domain.problems import Problem
from checkin_app.domain.standings import Standing, sought_as
from checkin_app.services.ports.buses import BusCount
from checkin_app.services.ports.movements import CheckpointCount
from checkin_app.services.ports.people import DelegateCard
from checkin_app.services.ports.upkeep import BackupFile, Holding, Restored
from checkin_app.services.scanning import ScanOutcome, Undone

Row = Mapping[str, Json]
#: The figures of a bus, as `bus_row` names them.
HEADS = ("listed", "aboard", "to_come", "missing", "safe", "accounted", "unlisted")


def iso(at: Instant) -> str:
    """Return an instant as ISO 8601 in UTC with milliseconds, such as ``2024-09-25T01:12:00.000Z``."""
    return local(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def say(rows: Sequence[Row] | Row, *, as_json: bool, out: TextIO | None = None) -> None:
    """Print rows: as one JSON document, or as a line of tab-separated values each."""
    stream = out or sys.stdout
    if as_json:
        stream.write(json.dumps(rows, ensure_ascii=False) + "\n")
    else:
        for row in [rows] if isinstance(rows, Mapping) else rows:
            stream.write("\t".join(plain(value) for value in row.values()) + "\n")
    stream.flush()


def say_taken(told: Row, added: int, changed: int, unchanged: int, *, as_json: bool) -> None:
    """Print what came of a short list; `told` is what the JSON says besides, with ``written``."""
    if as_json:
        say({**told, "added": added, "changed": changed, "unchanged": unchanged}, as_json=True)
    else:
        would = "" if told["written"] else "would be "
        print(f"{would}added {added}, {would}changed {changed}, unchanged {unchanged}")


def doubt(holding: Holding) -> str:
    """Return why it cannot be told whether something is missing; empty where it can."""
    if not holding.witnessed:
        return "Whether anything that was acknowledged is missing cannot be told: there was no witness until now."
    if holding.unclean:
        return (
            "This laptop was not shut down in order, and the file station.db-wal that this leaves was not there: "
            "what was recorded last may be missing. Compare with the other laptops."
        )
    return ""


def backup_row(each: BackupFile) -> Row:
    return {"backup": each.path, "written": iso(each.written), "bytes": each.size}


def restored_row(restored: Restored) -> Row:
    return {
        "backup": restored.backup,
        "replaced": restored.aside,
        "added": restored.added,
        "missing": restored.holding.missing,
        "others": list(restored.others),
    }


def restored_lines(restored: Restored) -> list[str]:
    """Return what was done, what is newer elsewhere, and what to do about it."""
    lines = [f"Restored {restored.backup}."]
    if restored.aside:
        lines.append(f"The former files are kept in {restored.aside}; newer facts added from them: {restored.added}.")
    if restored.holding.missing:
        lines.append(f"Facts that were acknowledged and are missing still: {restored.holding.missing}.")
    else:
        lines.append(doubt(restored.holding) or "Nothing that was acknowledged is missing.")
    if restored.others:
        lines.append(f"Merge with the folders of {', '.join(restored.others)}: they may hold what is newer.")
    return lines


def plain(value: Json) -> str:
    if isinstance(value, list):
        return " / ".join(plain(item) for item in value)
    return "" if value is None else str(value)


def delegate_row(delegate: Delegate) -> dict[str, Json]:
    """Return who somebody is, without phone and e-mail."""
    return {
        "delegate_id": delegate.id,
        "names": [name for name in (delegate.name, delegate.second_name) if name],
        "delegation": delegate.delegation,
        "badge_no": delegate.badge_no,
        "organisation": delegate.organisation,
        "category": delegate.category,
        "route": delegate.route,
    }


def card_row(card: DelegateCard, typed: int | None = None) -> dict[str, Json]:
    """Return a person with badge and whereabouts; `typed` is the issue that was asked for by number."""
    row = delegate_row(card.delegate)
    row["bus"] = card.movements.bus
    row["issue"] = card.badge.current
    row["revoked"] = card.badge.revoked
    if typed is not None:
        row["typed_issue"] = typed
        row["typed_is_void"] = bool(card.badge.revoked) or typed < card.badge.current
    row["inside"] = [presence.checkpoint for presence in card.movements.presences if presence.inside]
    return row


def verdict_row(outcome: ScanOutcome) -> dict[str, Json]:
    row: dict[str, Json] = {
        "verdict": outcome.decision.verdict.value,
        "reason": outcome.decision.reason.value,
        "delegate": delegate_row(outcome.delegate) if outcome.delegate else None,
        "fact_id": outcome.fact_id,
        "at": iso(outcome.at),
        "details": dict(outcome.decision.details),
    }
    if outcome.rehearsal:
        row["rehearsal"] = True
    return row


def undone_row(undone: Undone) -> dict[str, Json]:
    row: dict[str, Json] = {
        "undone": undone.fact_id,
        "checkpoint": undone.checkpoint,
        "delegate": delegate_row(undone.delegate) if undone.delegate else None,
    }
    if undone.withdrawn:
        row["withdrawn"] = True
    return row


def undone_line(undone: Undone) -> str:
    who = undone.delegate.name if undone.delegate else "somebody who is on no list here"
    return f"Taken back: {who} at {undone.checkpoint}." + (" Not registered any more." if undone.withdrawn else "")


def fault_row(problem: Problem, at: Instant) -> dict[str, Json]:
    """Return the verdict of a code that we could not decide on; nothing was recorded."""
    fault: dict[str, Json] = {"verdict": "fault", "reason": problem.key, "delegate": None, "fact_id": None}
    return {**fault, "at": iso(at), "sentence": str(problem)}


def checkpoint_rows(
    forum: Forum, counts: Sequence[CheckpointCount], buses: Sequence[BusCount]
) -> list[dict[str, Json]]:
    by_checkpoint = {count.checkpoint: count for count in counts}
    rows: list[dict[str, Json]] = []
    for session in forum.sessions:
        count = by_checkpoint.get(session.checkpoint)
        rows.append(
            {
                "id": session.checkpoint,
                "kind": "session",
                "name": session.name.in_(forum.languages[0]),
                "name_en": session.name.in_("en"),
                "starts": session.starts.isoformat(),
                "ends": session.ends.isoformat(),
                "expected": count.expected if count else 0,
                "arrived": count.arrived if count else 0,
            }
        )
    for each in buses:
        row: dict[str, Json] = {"id": bus_checkpoint(each.bus.code), "kind": "bus", "name": each.bus.code}
        rows.append(row | {key: value for key, value in bus_row(each).items() if key != "bus"})
    return rows


def bus_row(count: BusCount) -> dict[str, Json]:
    bus = count.bus
    return {
        "bus": bus.code,
        "route": bus.route,
        "state": bus.state.value,
        "listed": count.listed,
        "aboard": count.aboard,
        "usable_seats": bus.usable_seats,
        "licensed_seats": bus.licensed_seats,
        "accessible_places": bus.accessible_places,
        "layouts": list(bus.layouts),
        "seats": count.seats,
        "locked": bus.locked,
        "for_vips": bus.for_vips,
        "plate": bus.plate,
        "bay": bus.bay,
        "departs": bus.departs,
        **_looked_for(count),
        **({"aboard_at_least": count.aboard - count.doubted} if count.doubted else {}),
    }


def _looked_for(count: BusCount) -> dict[str, Json]:
    """Return the heads that are not aboard, under the name that they have in the bus's state, and who came besides."""
    tally, sought = count.tally, sought_as(count.bus.state)
    named = {each.value: tally.sought if each is sought else 0 for each in (Standing.TO_COME, Standing.MISSING)}
    return {**named, "safe": tally.safe, "accounted": tally.accounted, "unlisted": tally.unlisted}


def list_row(taken: TakenList) -> dict[str, Json]:
    """Return a delegate list that was taken in, and how many of its rows are."""
    back = taken.taken_back_at
    return {
        "import": taken.operation.log_id,
        "at": iso(taken.operation.at),
        "file": taken.file,
        "station": taken.station,
        "state": taken.state.value,
        "taken": taken.taken,
        "rows": taken.operation.promised,
        "registered": taken.registered,
        "amended": taken.amended,
        "taken_back_at": None if back is None else iso(back),
        "taken_back_by": taken.taken_back_by or None,
    }


def taken_back_line(taken: TakenList) -> str:
    brought = f"{taken.registered} people whom it brought are gone, unless another list names them"
    return f"Taken back: {taken.file or taken.operation.log_id}. {brought}; {taken.amended} are as they were before it."
