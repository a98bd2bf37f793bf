"""A printer that somebody is about to name, as a value."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from checkin_app.runtime.printer_media import Media, media_of
from checkin_app.runtime.printer_names import spoken_by
from checkin_app.runtime.settings import DOTS, LABEL_PRINTERS, QUEUES, PrinterKind, PrinterLanguage, PrinterSettings
from checkin_app.runtime.settings_entries import LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class PrinterDraft:
    """`kind` is None while no printer is wanted."""

    kind: PrinterKind | None = None
    target: str = ""
    queues: tuple[str, ...] | None = None
    """The system's queues; None until they have come."""
    speaks: PrinterLanguage = PrinterLanguage.ESCPOS
    """What a label printer takes."""
    dpi: int = DOTS[PrinterLanguage.ESCPOS][0]
    """Its dots an inch."""
    called: str = ""
    """What one that was found calls itself, by which it is known here; empty for its target."""
    template: str = ""
    """By which badges are drawn for it; empty for the usual."""
    paper: str = ""
    """What is in it, as typed; empty where nobody says."""

    @property
    def printer(self) -> PrinterSettings | None:
        """Return the printer as it would be written into the settings."""
        target = self.target.strip()
        if self.kind is None or not target or len(target) > LONGEST_TEXT or not target.isprintable():
            return None
        if not is_paper(self.paper):
            return None
        name = self.called or target
        if self.kind is PrinterKind.FILE:
            name = f"PDF · {PurePath(target).name or target}"
        made = PrinterSettings(name, self.kind, target, media=paper_in(self.paper), template=self.template)
        if self.kind not in LABEL_PRINTERS:
            return made
        # What nobody needs to say is not written.
        speaks = None if self.speaks is PrinterLanguage.ESCPOS else self.speaks
        return replace(made, speaks=speaks, dpi=0 if self.dpi == DOTS[self.speaks][0] else self.dpi)

    @property
    def lacks_queues(self) -> bool:
        """Whether a queue is wanted and this system has none."""
        return self.kind in QUEUES and self.queues == ()

    def beside(self, names: Collection[str]) -> PrinterSettings | None:
        """Return the printer under a name that none of `names` is."""
        made = self.printer
        if made is None or made.name not in names:
            return made
        free = (f"{made.name} {number}" for number in range(2, len(names) + 3))
        return replace(made, name=next(name for name in free if name not in names))


def is_paper(typed: str) -> bool:
    """Return whether a text says what paper is in a printer, or nothing of it."""
    return not typed.strip() or paper_in(typed) is not None


def paper_in(typed: str) -> Media | None:
    """Return the paper that a text names, with or without the unit of its sides; None where it names none."""
    return media_of(typed.strip().removesuffix("mm").removesuffix("毫米"))


def queues_listed(draft: PrinterDraft, queues: Sequence[str]) -> PrinterDraft:
    fresh = replace(draft, queues=tuple(queues))
    return printer_kind_chosen(fresh, draft.kind) if draft.kind in QUEUES and not draft.target else fresh


def printer_kind_chosen(draft: PrinterDraft, kind: PrinterKind | None) -> PrinterDraft:
    """Another kind of printer: what the former kind was called means nothing to it."""
    first = draft.queues[0] if kind in QUEUES and draft.queues else ""
    return replace(draft, kind=kind, target=first, called="")


def printer_named(draft: PrinterDraft, target: str) -> PrinterDraft:
    return replace(draft, target=target, called="")


def found_chosen(draft: PrinterDraft, kind: PrinterKind, target: str, called: str) -> PrinterDraft:
    """A printer that was found: a label printer speaks what its name tells."""
    fresh = PrinterDraft(kind, target, draft.queues, called=called)
    speaks = spoken_by(called) if kind in LABEL_PRINTERS else None
    return printer_language_chosen(fresh, speaks) if speaks else fresh


def printer_language_chosen(draft: PrinterDraft, speaks: PrinterLanguage) -> PrinterDraft:
    """Another language: its dots are kept where its printers have them, too."""
    return replace(draft, speaks=speaks, dpi=draft.dpi if draft.dpi in DOTS[speaks] else DOTS[speaks][0])


def printer_dots_chosen(draft: PrinterDraft, dpi: int) -> PrinterDraft:
    return replace(draft, dpi=dpi) if dpi in DOTS[draft.speaks] else draft
