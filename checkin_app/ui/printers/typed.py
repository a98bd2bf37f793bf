"""What is typed of the printers: it stays with its printer until it is kept, whatever else is looked at meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from checkin_app.runtime.settings import PrinterSettings


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed of one printer."""

    name: str = ""
    group: str = ""
    reason: str = ""
    labels: str = ""
    template: str = ""
    paper: str = ""
    user: str = ""
    password: str = field(default="", repr=False)


Kept = Mapping[str, Typed]
"""Of the printers that are not looked at, by their names; of those of which nothing is typed there is none."""


def holding(printer: PrinterSettings | None) -> Typed:
    """Return the fields of a printer of which nothing is typed; all empty for one more."""
    if printer is None:
        return Typed()
    paper = printer.media.said if printer.media else ""
    return Typed(printer.name, printer.group, template=printer.template, paper=paper)


def rebased(typed: Typed, was: PrinterSettings, now: PrinterSettings) -> Typed:
    """Return the fields of a printer that is another now: what was taken is no longer typed, all else stays."""
    before, after = holding(was), holding(now)
    held = {
        each.name: getattr(after, each.name)
        for each in fields(Typed)
        if getattr(typed, each.name) == getattr(before, each.name)
    }
    if now.paused != was.paused:
        held["reason"] = ""
    if now.loaded != was.loaded:
        held["labels"] = ""
    if (now.name, now.group) != (was.name, was.group):
        held |= {"name": after.name, "group": after.group}
    if (now.template, now.media) != (was.template, was.media):
        held |= {"template": after.template, "paper": after.paper}
    return replace(typed, **held)


def put_by(kept: Kept, printer: PrinterSettings | None, typed: Typed) -> Kept:
    """Return what is kept once another printer is looked at than the one of which this was typed."""
    if printer is None:
        return kept
    others = {name: each for name, each in kept.items() if name != printer.name}
    return others if typed == holding(printer) else {**others, printer.name: typed}


def without_passwords(kept: Kept) -> Kept:
    """Return what is kept, without what nobody shall find who comes by."""
    return {name: replace(typed, password="") for name, typed in kept.items()}
