"""The printers' page: which there are, how each is, what is typed of the one looked at, and what could be added."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.texts import Detail
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import LABEL_PRINTERS, PrinterKind, PrinterLanguage, PrinterSettings, Settings
from checkin_app.runtime.settings_entries import LONGEST_TEXT
from checkin_app.ui.printer_draft import PrinterDraft, found_chosen, is_paper, paper_in
from checkin_app.ui.printers.typed import Kept, Typed, holding, put_by, rebased, without_passwords
from checkin_app.ui.shell.printer_actions import BadgeLooks, Found, PrinterCount

#: More labels than any roll has.
_MOST_LABELS = 100_000


class Doing(StrEnum):
    """What is done here, to the printer looked at unless it says otherwise."""

    TEST = "test"
    CHOOSE = "choose"
    """Badges go to it from now on."""
    FIT = "fit"
    """Take its template and its paper as they are chosen, if they fit together."""
    AS_BEFORE = "as_before"
    """Have the template and the paper again that it had."""
    LET_IN = "let_in"
    """Keep as whom it lets this laptop in."""
    KEEP = "keep"
    """Take its name and its group as they are typed."""
    PAUSE = "pause"
    GO_ON = "go_on"
    ROLL = "roll"
    """A roll of so many labels was put in."""
    ALLOW = "allow"
    FORBID = "forbid"
    REMOVE = "remove"
    ADD = "add"
    """Add the one that is being named."""
    LOOK = "look"
    """Look for printers that could be added."""
    TEMPLATES = "templates"
    """Go to how badges look."""


@dataclass(frozen=True, slots=True)
class Health:
    """How a printer is, once it was asked."""

    problem: PrintProblem | None = None

    @property
    def repeats(self) -> bool:
        """Whether its queue may print one badge over and over."""
        return self._why == PrinterStop.RETRIES

    @property
    def asks(self) -> bool:
        """Whether it lets in only whoever says who they are, and nobody has, or not well."""
        why = self._why  # which may be words that are filled, and no key of a set
        return isinstance(why, PrinterStop) and why in {PrinterStop.ASKS_WHO, PrinterStop.WRONG_LOGIN}

    @property
    def _why(self) -> Detail | None:
        return self.problem.details.get("detail") if self.problem else None


@dataclass(frozen=True, slots=True)
class PrintersState:
    settings: Settings = field(default_factory=Settings)
    chosen: str = ""
    """The printer looked at; empty for one more."""
    healths: Mapping[str, Health] = field(default_factory=lambda: MappingProxyType({}))
    """Of those that have answered."""
    counts: Mapping[str, PrinterCount] = field(default_factory=lambda: MappingProxyType({}))
    typed: Typed = field(default_factory=Typed)
    """Of the printer looked at."""
    kept: Kept = field(default_factory=lambda: MappingProxyType({}))
    """What is typed of the others."""
    draft: PrinterDraft = field(default_factory=PrinterDraft)
    looks: BadgeLooks = field(default_factory=BadgeLooks)
    former: PrinterSettings | None = None
    """The printer whose template and paper were changed here last, as it was before."""
    found: Found | None = None
    """None until somebody has looked."""
    looking: bool = False
    busy: bool = False
    note: str = ""
    wrong: bool = False

    @property
    def printers(self) -> tuple[PrinterSettings, ...]:
        return self.settings.printers

    @property
    def printer(self) -> PrinterSettings | None:
        """The printer looked at; None while one more is named."""
        return next((each for each in self.printers if each.name == self.chosen), None)

    @property
    def place(self) -> int:
        """The row looked at: the printers, then one more, then what was found."""
        names = [each.name for each in self.printers]
        return names.index(self.chosen) if self.chosen in names else len(names)

    @property
    def count(self) -> PrinterCount:
        return self.counts.get(self.chosen, PrinterCount())

    @property
    def health(self) -> Health:
        """How the printer looked at is, as far as it has said."""
        return self.healths.get(self.chosen, Health())

    @property
    def login(self) -> Login | None:
        """As whom it is to let this laptop in, as typed; None where that can be nobody."""
        user, password = self.typed.user.strip(), self.typed.password
        fits = user and password and ":" not in user and _is_line(user) and _is_line(password)
        return Login(user, password) if fits else None

    @property
    def offered(self) -> tuple[tuple[PrinterKind, str, str], ...]:
        """What was found and is not set up yet: kind, target, and what it calls itself."""
        if self.found is None:
            return ()
        known = {(each.kind, each.target) for each in self.printers}
        queues = [(PrinterKind.QUEUE, queue, queue) for queue in self.found.queues]
        heard = [(PrinterKind.NETWORK, target, called) for called, target in self.found.heard]
        at_usb = [(PrinterKind.USB, target, called) for called, target in self.found.at_usb]
        over_ipp = [(PrinterKind.IPP, target, called) for called, target in self.found.over_ipp]
        return tuple(each for each in (*queues, *at_usb, *heard, *over_ipp) if each[:2] not in known)

    @property
    def new_printer(self) -> PrinterSettings | None:
        """The printer being named, under a name that no other has."""
        return self.draft.beside([each.name for each in self.printers])

    @property
    def may(self) -> frozenset[Doing]:
        """What can be done to the printer looked at, ready or not."""
        printer = self.printer
        if printer is None:
            return frozenset({Doing.ADD, Doing.LOOK, Doing.TEMPLATES})
        done = {Doing.TEMPLATES, Doing.TEST, Doing.KEEP, Doing.REMOVE, Doing.GO_ON if printer.paused else Doing.PAUSE}
        done.add(Doing.FIT)
        if self.health.asks:
            done.add(Doing.LET_IN)
        if self.is_otherwise:
            done.add(Doing.AS_BEFORE)
        if printer.kind is not PrinterKind.FILE:
            done.add(Doing.ROLL)
        if printer.name != self.settings.badge_printer:
            done.add(Doing.CHOOSE)
        if printer.allowed:
            done.add(Doing.FORBID)
        elif self.health.repeats:
            done.add(Doing.ALLOW)
        return frozenset(done)

    @property
    def ready(self) -> frozenset[Doing]:
        """What can be done now."""
        if self.busy:
            return frozenset()
        typed, lacking = self.typed, set[Doing]()
        if not _is_line(typed.reason) or not typed.reason.strip():
            lacking.add(Doing.PAUSE)
        if self.labels is None:
            lacking.add(Doing.ROLL)
        if not self.keeps:
            lacking.add(Doing.KEEP)
        if self.wanted is None:
            lacking.add(Doing.FIT)
        if self.login is None:
            lacking.add(Doing.LET_IN)
        if self.count.waiting:
            lacking.add(Doing.REMOVE)
        if self.looking:
            lacking.add(Doing.LOOK)
        if self.new_printer is None:
            lacking.add(Doing.ADD)
        return self.may - lacking

    @property
    def labels(self) -> int | None:
        """The number of labels that is typed; None where it is none."""
        typed = self.typed.labels.strip()
        whole = typed.isascii() and typed.isdecimal() and len(typed) <= len(str(_MOST_LABELS))
        return int(typed) if whole and 0 < int(typed) <= _MOST_LABELS else None

    @property
    def keeps(self) -> bool:
        """Whether name and group as typed are others than those that hold, and can be some."""
        printer, name, group = self.printer, self.typed.name.strip(), self.typed.group.strip()
        if printer is None or (name, group) == (printer.name, printer.group):
            return False
        renamed = name != printer.name
        taken = name in {each.name for each in self.printers if each != printer}
        return bool(name) and _is_line(name) and _is_line(group) and not taken and not (renamed and self.count.waiting)

    @property
    def wanted(self) -> PrinterSettings | None:
        """The printer looked at with the template and the paper that are chosen; None where they are those it has, or no paper."""
        printer, typed = self.printer, self.typed
        if printer is None or not is_paper(typed.paper):
            return None
        made = replace(printer, template=typed.template, media=paper_in(typed.paper))
        return None if made == printer else made

    @property
    def language(self) -> PrinterLanguage:
        """What the printer looked at takes, or the one that is being named."""
        printer = self.printer
        kind, speaks = (printer.kind, printer.speaks) if printer else (self.draft.kind, self.draft.speaks)
        if kind not in LABEL_PRINTERS:
            return PrinterLanguage.PDF
        return speaks or PrinterLanguage.ESCPOS

    @property
    def is_otherwise(self) -> bool:
        """Whether the printer looked at has another template or another paper than before, by what was done here."""
        printer, former = self.printer, self.former
        if printer is None or former is None or printer.name != former.name:
            return False
        return (printer.template, printer.media) != (former.template, former.media)

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """The others of its group."""
        mine = self.printer
        if mine is None or not mine.group:
            return ()
        return tuple(each.name for each in self.printers if each.group == mine.group and each != mine)

    @property
    def left(self) -> int | None:
        """How many labels are left, as far as is known; None where nobody counts them."""
        printer = self.printer
        return printer.left_after(self.count.used) if printer else None


def _is_line(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and (not text or text.isprintable())


def _looked_at(state: PrintersState, name: str) -> PrintersState:
    """Return the state with a printer, and what is typed of it; of the former one that is kept."""
    if name == state.chosen:
        return state
    kept = put_by(state.kept, state.printer, state.typed)
    printer = next((each for each in state.printers if each.name == name), None)
    typed = kept.get(name, holding(printer)) if printer else Typed()
    return replace(state, chosen=printer.name if printer else "", typed=typed, kept=kept)


def screen_opened(state: PrintersState, settings: Settings) -> PrintersState:
    """Begin where something is typed and not kept yet, else with the printer that badges go to, or with one more."""
    fresh = settings_read(
        replace(
            state, note="", wrong=False, healths=MappingProxyType({}), former=None,
            typed=replace(state.typed, password=""), kept=without_passwords(state.kept),
        ),
        settings,
    )  # fmt: skip
    begun = fresh.typed != holding(fresh.printer) if fresh.printer else fresh.draft.kind is not None
    return fresh if begun else _looked_at(fresh, settings.badge_printer)


def settings_read(state: PrintersState, settings: Settings) -> PrintersState:
    """The settings as they are now, whoever changed them; what is typed stays while its printer does."""
    were = {each.name: each for each in state.printers}
    both = {each.name: (were[each.name], each) for each in settings.printers if each.name in were}
    kept = {name: rebased(typed, *both[name]) for name, typed in state.kept.items() if name in both}
    fresh = replace(state, settings=settings, kept=kept)
    if state.chosen in both:
        return replace(fresh, typed=rebased(state.typed, *both[state.chosen]))
    return _looked_at(fresh, settings.badge_printer) if state.chosen else fresh


def row_chosen(state: PrintersState, place: int) -> PrintersState:
    """Look at a printer, at one more, or at one that was found, which is then as good as named."""
    count, quiet = len(state.printers), replace(state, note="", wrong=False)
    if 0 <= place < count:
        return _looked_at(quiet, state.printers[place].name)
    fresh = _looked_at(quiet, "")
    offered = state.offered
    if not count < place <= count + len(offered):
        return fresh
    draft = found_chosen(state.draft, *offered[place - count - 1])
    again = (draft.kind, draft.target, draft.called) == (state.draft.kind, state.draft.target, state.draft.called)
    return fresh if again else replace(fresh, draft=draft)


def field_typed(state: PrintersState, name: str, text: str) -> PrintersState:
    return replace(state, typed=replace(state.typed, **{name: text}))


def draft_changed(state: PrintersState, draft: PrinterDraft) -> PrintersState:
    return replace(state, draft=draft, note="", wrong=False)


def health_told(state: PrintersState, name: str, problem: PrintProblem | None) -> PrintersState:
    return replace(state, healths=MappingProxyType({**state.healths, name: Health(problem)}))


def looks_listed(state: PrintersState, looks: BadgeLooks) -> PrintersState:
    return replace(state, looks=looks)


def login_kept(state: PrintersState, printer: str, note: str) -> PrintersState:
    """User and password of a printer are kept: it is asked anew, and nothing of them stands here any more."""
    healths = {name: health for name, health in state.healths.items() if name != printer}
    fresh = replace(state, healths=MappingProxyType(healths))
    if printer == state.chosen:
        return told(replace(fresh, typed=replace(state.typed, user="", password="")), note)
    kept = {name: replace(each, user="", password="") if name == printer else each for name, each in state.kept.items()}
    return told(replace(fresh, kept=kept), note)


def printers_counted(state: PrintersState, counts: Mapping[str, PrinterCount]) -> PrintersState:
    return replace(state, counts=counts)


def search_begun(state: PrintersState) -> PrintersState:
    return replace(state, looking=True)


def printers_found(state: PrintersState, found: Found) -> PrintersState:
    draft = replace(state.draft, queues=found.queues)
    return replace(state, found=found, looking=False, draft=draft)


def begun(state: PrintersState) -> PrintersState:
    return replace(state, busy=True, note="", wrong=False)


def told(state: PrintersState, note: str, *, wrong: bool = False) -> PrintersState:
    """Something came to its end, well or not."""
    return replace(state, busy=False, note=note, wrong=wrong)


def printer_added(state: PrintersState, printer: PrinterSettings, note: str) -> PrintersState:
    """The one that was named is the last of the printers; it is looked at, unless another is by now."""
    settings = replace(state.settings, printers=(*state.printers, printer))
    sent = state.new_printer == printer
    draft = PrinterDraft(queues=state.draft.queues) if sent else state.draft
    fresh = replace(state, settings=settings, draft=draft)
    return told(fresh if state.chosen else _looked_at(fresh, printer.name), note)


def printer_changed(state: PrintersState, former: str, printer: PrinterSettings | None, note: str) -> PrintersState:
    """A printer is another from now on, or none; badges that went to it by choice go to it under its new name."""
    settings = changed_settings(state.settings, former, printer)
    if printer and former != printer.name:
        state = _renamed(state, former, printer.name)
    return told(settings_read(state, settings), note)


def _renamed(state: PrintersState, former: str, name: str) -> PrintersState:
    """Return the state in which a printer has another name, so that what is typed of it goes along."""
    printers = tuple(replace(each, name=name) if each.name == former else each for each in state.printers)
    kept = {name if each == former else each: typed for each, typed in state.kept.items()}
    chosen = name if state.chosen == former else state.chosen
    return replace(state, settings=replace(state.settings, printers=printers), kept=kept, chosen=chosen)


def printer_fitted(state: PrintersState, former: PrinterSettings, printer: PrinterSettings, note: str) -> PrintersState:
    """A printer has another template or another paper from now on, which can be taken back."""
    return replace(printer_changed(state, former.name, printer, note), former=former)


def changed_settings(settings: Settings, former: str, printer: PrinterSettings | None) -> Settings:
    """Return settings with one printer in the place of another, or without it."""
    printers = [printer if each.name == former else each for each in settings.printers]
    chosen = settings.printer
    if chosen == former:
        chosen = printer.name if printer else ""
    return replace(settings, printers=tuple(filter(None, printers)), printer=chosen)
