"""What became of the jobs of badges, for everybody who shows them: phases, and why one failed."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from checkin_app.domain.ids import DelegateId
from checkin_app.domain.jobs import MAY_STILL_COME, MERGED, WENT_ON, JobState, may_come_out
from checkin_app.domain.problems import (
    BadgeNotDrawn,
    BadgeProblem,
    CodeNotReadable,
    FileNotWritable,
    FontMissing,
    GlyphMissing,
    PrinterFailed,
    PrinterMissing,
    PrinterMistyped,
    PrinterSilent,
    TemplateInvalid,
    TextDoesNotFit,
)
from checkin_app.domain.problems_printing import (
    BackNotPrinted,
    PictureUnusable,
    PrinterMisfit,
    PrinterNotReady,
    QueueDeleted,
    SpoolerAway,
    TemplateMissing,
    VariantMisfit,
)
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.services.ports.badges import Job
from checkin_app.ui import words
from checkin_app.ui.kit import bidi


class JobPhase(StrEnum):
    """What a person needs to know of a job."""

    WAITING = "waiting"
    PRINTING = "printing"
    SENT = "sent"
    """Taken by the printer or its queue, which does not say that it was printed."""
    PRINTED = "printed"
    TAKEN = "taken"
    """In the guest's hands, as somebody said who gave it."""
    UNKNOWN = "unknown"
    """It may have come out: only a person can say."""
    FAILED = "failed"
    CANCELLED = "cancelled"


#: By the ledger's states (domain.jobs.JobState).
PHASES: Mapping[JobState, JobPhase] = {
    JobState.QUEUED: JobPhase.WAITING,
    JobState.RENDERED: JobPhase.WAITING,
    JobState.SENDING: JobPhase.PRINTING,
    JobState.SENT: JobPhase.SENT,
    JobState.CONFIRMED: JobPhase.PRINTED,
    JobState.HANDED_OVER: JobPhase.TAKEN,
    JobState.FAILED_SAFE: JobPhase.FAILED,
    JobState.UNKNOWN: JobPhase.UNKNOWN,
    JobState.CANCELLED: JobPhase.CANCELLED,
    JobState.SUPERSEDED: JobPhase.CANCELLED,
    JobState.NEWER: JobPhase.UNKNOWN,  # for a person to look at
}
#: What a person's answers lead to: it came out, it did not, print it once more, the guest has it.
CAME_OUT, DID_NOT, AGAIN = JobState.CONFIRMED, JobState.FAILED_SAFE, JobState.QUEUED
HANDED_OVER = JobState.HANDED_OVER
_OF_THE_BADGE = frozenset({BadgeProblem.key, *(each.key for each in BadgeProblem.__subclasses__())})


#: Labels from which on another roll should be at hand.
FEW_LABELS = 20
#: Jobs looked through for what was printed.
LOOKED_THROUGH = 5000


def may_be_out(jobs: Sequence[Job], delegate: DelegateId, issue: int) -> bool:
    """Return whether a badge of this issue may be in somebody's hands: it was sent, and not known to fail.

    Where there are more jobs than are looked through, it may be: a reason too many is better than two badges alike.
    """
    sent = (job for job in jobs if job.delegate == delegate and job.issue == issue)
    return len(jobs) >= LOOKED_THROUGH or any(may_come_out(job.state) for job in sent)


def is_of_badge(job: Job) -> bool:
    """Return whether a job failed by a fault of its badge, of which no printer could have made one."""
    return PHASES[job.state] is JobPhase.FAILED and job.detail in _OF_THE_BADGE


#: Why a badge is not there, by what the ledger keeps: a problem's key without its details, or that a person said so.
_TROUBLES: Mapping[str, str] = {
    "told": QT_TRANSLATE_NOOP("BadgeDesk", "It did not come out."),
    MERGED: QT_TRANSLATE_NOOP(
        "BadgeDesk",
        "Another record stands for this one: its badge is printed in this one’s place, unless there is one.",
    ),
    FontMissing.key: QT_TRANSLATE_NOOP("BadgeDesk", "The fonts of badges are not whole: install the application anew."),
    GlyphMissing.key: QT_TRANSLATE_NOOP("BadgeDesk", "A name holds a character that no badge font has."),
    TextDoesNotFit.key: QT_TRANSLATE_NOOP("BadgeDesk", "A text does not fit on the badge: shorten it."),
    CodeNotReadable.key: QT_TRANSLATE_NOOP("BadgeDesk", "Its code could not be read back."),
    PrinterMissing.key: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} is not there."),
    PrinterNotReady.key: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} is not ready."),
    QueueDeleted.key: QT_TRANSLATE_NOOP("BadgeDesk", "The queue of {printer} is not on this computer any more."),
    SpoolerAway.key: QT_TRANSLATE_NOOP("BadgeDesk", "Nobody answers for the printers of this computer."),
    PrinterFailed.key: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} stopped."),
    PrinterSilent.key: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} did not say whether it came out."),
    PrinterMistyped.key: QT_TRANSLATE_NOOP("BadgeDesk", "What the settings say of {printer} cannot be used."),
    BadgeNotDrawn.key: QT_TRANSLATE_NOOP("BadgeDesk", "This badge could not be drawn."),
    BadgeProblem.key: QT_TRANSLATE_NOOP("BadgeDesk", "This badge cannot be printed anywhere."),
    TemplateInvalid.key: QT_TRANSLATE_NOOP("BadgeDesk", "The template of the badges cannot be used."),
    PrinterMisfit.key: QT_TRANSLATE_NOOP("BadgeDesk", "What is set up of {printer} does not fit together."),
    TemplateMissing.key: QT_TRANSLATE_NOOP("BadgeDesk", "The template of this badge has not come here yet."),
    VariantMisfit.key: QT_TRANSLATE_NOOP("BadgeDesk", "The template for this category needs another paper."),
    PictureUnusable.key: QT_TRANSLATE_NOOP("BadgeDesk", "The picture for this badge cannot be used."),
    BackNotPrinted.key: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} cannot print the badge’s back."),
    FileNotWritable.key: QT_TRANSLATE_NOOP("BadgeDesk", "The folder of {printer} cannot be written to."),
}
_UNKNOWN_TROUBLE = QT_TRANSLATE_NOOP("BadgeDesk", "It could not be printed.")


#: What a person must know who is asked whether a badge came out, by what the ledger keeps.
_DOUBTS: Mapping[str, str] = {
    MAY_STILL_COME: QT_TRANSLATE_NOOP(
        "BadgeDesk",
        "{printer} · did it come out? If not, it may still: switch the printer off and on before another is printed.",
    ),
    WENT_ON: QT_TRANSLATE_NOOP("BadgeDesk", "{printer} went on with it after the “No” · did it come out?"),
}


def no_printer() -> str:
    return words.say("BadgeDesk", QT_TRANSLATE_NOOP("BadgeDesk", "No printer is set up on this laptop."))


def used_all_the_same(allowed: str) -> str:
    """Return the words for a queue that is used though it may print one badge over and over; empty where none is."""
    sentence = QT_TRANSLATE_NOOP(
        "BadgeDesk", "Its queue may print one badge over and over, and is used: {who} said so."
    )
    return words.say("BadgeDesk", sentence).format(who=bidi.name(allowed)) if allowed else ""


def held_here(paused: str) -> str:
    """Return the words for a printer that somebody paused on this laptop."""
    sentence = QT_TRANSLATE_NOOP("BadgeDesk", "Paused on this laptop: “{why}”.")
    return words.say("BadgeDesk", sentence).format(why=bidi.name(paused))


def stands_in(printer: str) -> str:
    """Return the words for a printer that takes over what another one of its group cannot print."""
    sentence = QT_TRANSLATE_NOOP("BadgeDesk", "Prints for {printer}, too, which cannot print now.")
    return words.say("BadgeDesk", sentence).format(printer=bidi.name(printer))


def job_mended() -> str:
    """Return the words for a badge that failed by a fault of its own and could be printed now."""
    return words.say(
        "BadgeDesk", QT_TRANSLATE_NOOP("BadgeDesk", "It can be printed now: press Retry at the badge desk.")
    )


def job_trouble(key: str, printer: str) -> str:
    """Return what a job's trouble is, in words; a key this version does not know gives the general sentence."""
    return words.say("BadgeDesk", _TROUBLES.get(key, _UNKNOWN_TROUBLE)).format(printer=bidi.name(printer))


def job_doubt(key: str, printer: str) -> str:
    """Return what is asked of a badge where the plain question would not tell all; empty where it does."""
    sentence = _DOUBTS.get(key, "")
    return words.say("BadgeDesk", sentence).format(printer=bidi.name(printer)) if sentence else ""
