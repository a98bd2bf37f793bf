"""Which printer a badge goes to, and what can become of its job: printed once, or a person is asked."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from checkin_app.domain.ids import DelegateId


class JobState(StrEnum):
    QUEUED = "queued"
    RENDERED = "rendered"
    SENDING = "sending"
    """Recorded before the first byte leaves."""
    SENT = "sent"
    """Taken by the printer or its queue, which does not say that it was printed."""
    CONFIRMED = "confirmed"
    """Printed, by the printer's own word or a person's."""
    HANDED_OVER = "handed_over"
    """A person gave it to the guest."""
    FAILED_SAFE = "failed_safe"
    """Provably nothing was accepted: the only state after which a job is tried again by itself."""
    UNKNOWN = "unknown"
    """It may have come out: only a person, or the badge itself, can say."""
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    """A later issue of the badge is owed instead."""
    NEWER = "?"
    """A state that only a newer version knows: read from other laptops, never recorded here."""


class Ticket(msgspec.Struct, frozen=True):
    """What a printer was given, recorded before the first byte: by it the printer is asked what became of a job.

    A job has one for as long as it may still come out of that printer.
    """

    printer: str
    name: Annotated[str, Meta(max_length=1000)]
    number: Annotated[int, Meta(ge=0, lt=2**31)] = 0
    """What a spooler calls it; 0 while it has not said so."""


class Collector(msgspec.Struct, frozen=True):
    """Who took somebody else's badge along."""

    called: str
    """Their name as it was said, or stood in the record then."""
    who: DelegateId | None = None
    """Their record, where they have one."""


class Fate(StrEnum):
    """What a printer says of a job that it was given."""

    WAITING = "waiting"
    """In its queue: nothing of it is on paper."""
    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    """Over, and provably nothing of it came out."""
    BROKEN = "broken"
    """Over, and some of it may have come out."""
    TAKEN = "taken"
    """A spooler has it, and will not say more."""
    LOST = "lost"
    """The printer knows of no such job: nothing of it comes any more, whatever came before."""
    SILENT = "silent"
    """Nobody says."""


UNDER_WAY = frozenset({Fate.WAITING, Fate.PRINTING})
#: Nothing of such a job comes out any more.
GONE = frozenset({Fate.NOT_PRINTED, Fate.LOST})

_S = JobState
#: Of a question, what the ledger keeps where the badge may still come out by itself, whatever is answered now.
MAY_STILL_COME = "may_still_come"
#: Of a question, that the printer went on with the job after a person had said that it did not come out.
WENT_ON = "went_on"
#: Of a question that a store asks which lost what came after: no printer can answer it.
OLDER, RETURNED = "older", "returned"
#: Of a badge that came out, that it was said to be in the guest's hands, and taken back.
HANDED_BACK = "handed_back"
#: What the ledger keeps of a badge whose record another one stands for.
MERGED = "merged"
#: Nothing comes of these, and nothing came.
GIVEN_UP = frozenset({_S.CANCELLED, _S.SUPERSEDED})
_OUT = frozenset({_S.CONFIRMED, _S.HANDED_OVER})
_WORDS = frozenset(state.value for state in JobState) - {_S.NEWER.value}
#: What may follow what.  Whoever hands a badge over has seen that it came out.  From unknown, an answer leads on: it came out (confirmed), or not (failed-safe); or more is known of the question.
FOLLOWING: Mapping[JobState, frozenset[JobState]] = {
    _S.QUEUED: frozenset({_S.RENDERED, _S.FAILED_SAFE, _S.UNKNOWN}) | GIVEN_UP,
    _S.RENDERED: frozenset({_S.SENDING, _S.FAILED_SAFE, _S.QUEUED, _S.UNKNOWN}) | GIVEN_UP,
    _S.SENDING: frozenset({_S.SENT, _S.UNKNOWN, _S.FAILED_SAFE}),
    _S.SENT: frozenset({_S.UNKNOWN, _S.FAILED_SAFE}) | _OUT,
    _S.UNKNOWN: frozenset({_S.UNKNOWN, _S.FAILED_SAFE}) | _OUT,
    _S.FAILED_SAFE: frozenset({_S.QUEUED}) | GIVEN_UP,
    _S.CONFIRMED: frozenset({_S.HANDED_OVER}),
    _S.HANDED_OVER: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.SUPERSEDED: frozenset(),
    _S.NEWER: frozenset(),
}
#: What a job begins as: it waits, or nobody knows whether an older job has printed the badge.
FIRST = frozenset({_S.QUEUED, _S.UNKNOWN})

#: States from which a job may go to another printer: nothing of it can have left the one it is at.
MOVABLE = frozenset({_S.QUEUED, _S.RENDERED, _S.FAILED_SAFE})
#: States that the ledger never leaves by itself or otherwise.
FINAL = frozenset(state for state in JobState if not FOLLOWING[state])


def printer_for(there: Collection[str], *wanted: str, able: Collection[str] = ()) -> str:
    """Return the printer that a badge goes to, empty where there is none.

    Args:
        there: the printers of this laptop, in their order.
        wanted: what was chosen, the most telling first; a printer that is gone, or an empty name, is passed over.
        able: those known to work, which go before the rest where nothing was chosen.
    """
    return next((name for name in (*wanted, *able, *there) if name in there), "")


def job_state(word: str) -> JobState:
    """Return the state that the ledger calls `word`."""
    return JobState(word) if word in _WORDS else JobState.NEWER


def may_follow(state: JobState | None, following: JobState) -> bool:
    """Return whether a job may become `following`; None is a job that is not yet."""
    return following in (FIRST if state is None else FOLLOWING[state])


def may_come_out(state: JobState) -> bool:
    """Return whether the badge came out, may have, or will yet: false only where provably nothing comes."""
    return state not in GIVEN_UP and state is not JobState.FAILED_SAFE


def may_retry(state: JobState) -> bool:
    """Return whether a job may be tried again with nobody asked."""
    return state is JobState.FAILED_SAFE


def before_hand_over(state: JobState) -> str:
    """Return what the ledger keeps of a job that is handed over: what it was, for whoever takes that back."""
    return state.value


def after_hand_back(kept: str) -> JobState:
    """Return what a job is again that was said to be handed over by mistake; `kept` is what the ledger kept of it.

    A person alone takes that back: it is in no table, or what a printer says late would undo that the guest has the badge.
    """
    return JobState.UNKNOWN if kept in {JobState.UNKNOWN.value, JobState.SENT.value} else JobState.CONFIRMED


def after_fault(state: JobState) -> JobState:
    """Return how a job ends that a bug of ours broke off: before the first byte nothing can have come out."""
    if state in {JobState.QUEUED, JobState.RENDERED}:
        return JobState.FAILED_SAFE
    return JobState.UNKNOWN if state in {JobState.SENDING, JobState.SENT} else state


def state_by(fate: Fate) -> JobState:
    """Return what a job is of which nothing more will be said by itself."""
    match fate:
        case Fate.PRINTED:
            return JobState.CONFIRMED
        case Fate.NOT_PRINTED:
            return JobState.FAILED_SAFE
        case Fate.TAKEN:
            return JobState.SENT
        case _:
            return JobState.UNKNOWN


def after_recall(fate: Fate) -> str:
    """Return what a person must be told before a badge is sent again that was called back; nothing where it is gone."""
    if fate in GONE:
        return ""
    return WENT_ON if fate in {Fate.PRINTED, Fate.BROKEN} else MAY_STILL_COME


def asks_printer(state: JobState, detail: str, ticket: Ticket | None) -> bool:
    """Return whether a printer can say what became of a job that an earlier run left open."""
    open_still = state in {JobState.SENDING, JobState.SENT, JobState.UNKNOWN}
    return open_still and ticket is not None and detail not in {OLDER, RETURNED}


def after_restart(state: JobState, *, doubtful: bool = False) -> JobState:
    """Return what a job found at start-up is: bytes may have left, or they cannot have.

    In a store that may be an older state of itself any job on its way may have been printed since.
    """
    if doubtful and state in {JobState.QUEUED, JobState.RENDERED}:
        return JobState.UNKNOWN
    if state in {JobState.SENDING, JobState.SENT}:
        return JobState.UNKNOWN
    return JobState.QUEUED if state is JobState.RENDERED else state
