"""Puts into words which printers there are, how each is, and what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.jobs import JobState
from checkin_app.domain.outcomes import Verdict
from checkin_app.domain.problem import Problem
from checkin_app.runtime.settings import PrinterKind, PrinterSettings
from checkin_app.services.ports.printers import Outcome
from checkin_app.ui import words, words_laptop
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import ChipTone
from checkin_app.ui.kit.paint import PART
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.print_jobs import FEW_LABELS, held_here, used_all_the_same
from checkin_app.ui.printers.state import Doing, PrintersState


@dataclass(frozen=True, slots=True)
class PrintersView:
    """Everything the panel draws, in words."""

    line: str
    section: str
    count: str
    rows: tuple[RowView, ...]
    name: str
    where: str
    chip: str
    tone: ChipTone
    trouble: str
    step: str
    told: tuple[str, ...]
    """What is known of it, a line each."""
    doing: Mapping[Doing, str]
    looks: tuple[tuple[str, str], ...]
    """By what its badges can be drawn, or those of one more: words and name of each template."""
    note: str


class PrintersWords(QObject):
    """Words in the language in use; looked up when shown."""

    def view(self, state: PrintersState) -> PrintersView:
        printer = state.printer
        chip, tone = self._chip(printer, state) if printer else ("", ChipTone.QUIET)
        trouble, step = self._trouble(printer, state) if printer else ("", "")
        return PrintersView(
            line=self._line(state),
            section=self.tr("Printers"),
            count=bidi.code(str(len(state.printers))),
            rows=(*(self._row(each, state) for each in state.printers), self._more(), *self._found(state)),
            name=bidi.name(printer.name) if printer else self.tr("One more printer"),
            where=self._where(printer) if printer else self._search(state),
            chip=chip,
            tone=tone,
            trouble=trouble,
            step=step,
            told=tuple(filter(None, self._told(printer, state))) if printer else (),
            doing=self._doing(state),
            looks=self._looks(state),
            note=state.note,
        )

    def said(self, doing: Doing, name: str) -> str:
        """Return what was done."""
        told = {
            Doing.CHOOSE: self.tr("Badges go to {name} from now on."),
            Doing.LET_IN: self.tr("User and password of {name} are kept in this computer’s key store."),
            Doing.KEEP: self.tr("{name} is set up as it stands here."),
            Doing.FIT: self.tr("Template and paper of {name} fit together, and hold from now on."),
            Doing.AS_BEFORE: self.tr("{name} has its former template and paper again."),
            Doing.PAUSE: self.tr("{name} is paused: badges wait for it."),
            Doing.GO_ON: self.tr("{name} goes on: badges that waited are printed in their order."),
            Doing.ROLL: self.tr("The labels of {name} are counted from here on."),
            Doing.ALLOW: self.tr("{name} is used, and the badge desk says who said so."),
            Doing.FORBID: self.tr("{name} is not used any more."),
            Doing.REMOVE: self.tr("{name} was taken away."),
            Doing.ADD: self.tr("{name} was added. Print a test label before the first guest comes."),
        }
        return told[doing].format(name=bidi.name(name))

    def tested(self, name: str, outcome: Outcome) -> str:
        """Return what a test label came to."""
        if outcome.problem is not None:
            return PART.join(words.problem(outcome.problem))
        if outcome.state is JobState.CONFIRMED:
            return self.tr("The test label of {name} came out.").format(name=bidi.name(name))
        return self.tr("The test label went to {name}, which does not say whether it came out.").format(
            name=bidi.name(name)
        )

    def unfit(self, problem: Problem) -> str:
        """Return why a template or a paper does not hold."""
        return words.in_a_row(
            (words.problem(problem)[0], self.tr("Nothing was changed: choose another template or paper."))
        )

    # ---- parts of the view

    def _line(self, state: PrintersState) -> str:
        chosen = state.settings.badge_printer
        if not chosen:
            return self.tr("Nothing is printed here yet: badges wait for a first printer.")
        return self.tr("Badges go to {name} where nobody says otherwise.").format(name=bidi.name(chosen))

    def _row(self, printer: PrinterSettings, state: PrintersState) -> RowView:
        chip, tone = self._chip(printer, state)
        verdict = {ChipTone.GO: Verdict.GO, ChipTone.ASK: Verdict.ASK}.get(tone)
        line = self.tr("{state} · badges go here") if printer.name == state.settings.badge_printer else "{state}"
        return RowView(bidi.name(printer.name), line.format(state=chip), "", verdict, icon="printer")

    def _more(self) -> RowView:
        return RowView(self.tr("One more printer"), self.tr("Found, or named by hand"), "", None, icon="plus")

    def _found(self, state: PrintersState) -> tuple[RowView, ...]:
        told = {
            PrinterKind.QUEUE: self.tr("This computer knows it"),
            PrinterKind.USB: self.tr("At USB: {where}"),
            PrinterKind.NETWORK: self.tr("At {where}"),
            PrinterKind.IPP: self.tr("PDF, at {where}"),
        }
        return tuple(
            RowView(
                bidi.name(called),
                told[kind].format(where=bidi.code(_place(kind, target))),
                "",
                None,
                icon="magnifying-glass",
            )
            for kind, target, called in state.offered
        )

    def _where(self, printer: PrinterSettings) -> str:
        kind, parts = words_laptop.printer_kind(printer.kind), words_laptop.label_parts(printer)
        return PART.join((kind, bidi.code(printer.target), *parts))

    def _search(self, state: PrintersState) -> str:
        if state.looking:
            return self.tr("Looking for printers…")
        if state.found is not None and not state.offered:
            return self.tr("No other printer was found. One in the network may keep silent: name it by its address.")
        return self.tr("Choose one that was found, or say what it is and where.")

    def _chip(self, printer: PrinterSettings, state: PrintersState) -> tuple[str, ChipTone]:
        if printer.paused:
            return self.tr("Paused"), ChipTone.ASK
        health = state.healths.get(printer.name)
        if health is None:
            return self.tr("Being asked"), ChipTone.QUIET
        return (self.tr("Not ready"), ChipTone.ASK) if health.problem else (self.tr("Ready"), ChipTone.GO)

    def _trouble(self, printer: PrinterSettings, state: PrintersState) -> tuple[str, str]:
        """Return why nothing is printed there, and what to do."""
        if printer.paused:
            return held_here(printer.paused), self.tr("Badges wait, or go to another printer of its group.")
        health = state.healths.get(printer.name)
        return words.problem(health.problem) if health and health.problem else ("", "")

    def _told(self, printer: PrinterSettings, state: PrintersState) -> tuple[str, ...]:
        left, waiting = state.left, state.count.waiting
        labels = self.tr("About %Ln labels are left on its roll.", "", left) if left is not None else ""
        if left is not None and left <= FEW_LABELS:
            labels = self.tr("Only about %Ln labels are left: have another roll at hand.", "", left)
        names = words.listed(bidi.name(each) for each in state.stand_ins)
        group = self.tr("Where it cannot print, badges go to {names}, if the labels are alike.") if names else ""
        return (
            self.tr("%Ln badges wait for it.", "", waiting) if waiting else "",
            labels,
            group.format(names=names),
            used_all_the_same(printer.allowed),
        )

    def _looks(self, state: PrintersState) -> tuple[tuple[str, str], ...]:
        sizes = {each.name: words_laptop.size(each.size) for each in state.looks.known}
        usual = state.looks.usual.get(state.language, "")
        chosen = state.typed.template if state.printer else state.draft.template
        told = {name: self._look(name, sizes) for name in (*sizes, *filter(None, (chosen,)))}
        first = (
            self.tr("Usual: {template}").format(template=self._look(usual, sizes)) if usual else self.tr("The usual")
        )
        return (first, ""), *((said, name) for name, said in told.items())

    def _look(self, name: str, sizes: Mapping[str, str]) -> str:
        if name not in sizes:
            return self.tr("{template}, which is not there").format(template=bidi.code(name))
        return PART.join(filter(None, (bidi.code(name), sizes[name])))

    def _doing(self, state: PrintersState) -> Mapping[Doing, str]:
        return {
            Doing.TEST: self.tr("One moment…") if state.busy else self.tr("Print a test label"),
            Doing.CHOOSE: self.tr("Print here"),
            Doing.LET_IN: self.tr("Keep user and password"),
            Doing.KEEP: self.tr("Keep name and group"),
            Doing.FIT: self.tr("Keep template and paper"),
            Doing.AS_BEFORE: self.tr("As before"),
            Doing.PAUSE: self.tr("Pause"),
            Doing.GO_ON: self.tr("Go on printing"),
            Doing.ROLL: self.tr("New roll is in"),
            Doing.ALLOW: self.tr("Hold: use it all the same"),
            Doing.FORBID: self.tr("Use it no more"),
            Doing.REMOVE: self.tr("Hold: take away"),
            Doing.ADD: self.tr("One moment…") if state.busy else self.tr("Add this printer"),
            Doing.LOOK: self.tr("Look for printers"),
            Doing.TEMPLATES: self.tr("Badge templates"),
        }


def _place(kind: PrinterKind, target: str) -> str:
    """Return where a printer is, without what every printer that speaks IPP has."""
    return target.partition("/")[0].removesuffix(":631") if kind is PrinterKind.IPP else target
