"""Expected trouble: one sentence and one next step each.

Problem
├── StorageProblem          nothing was recorded, and nobody may be let in on it
│   ├── StoreMissing        ├── StoreExists         ├── StoreLocked         ├── StoreNotWritable
│   ├── StoreCorrupt        ├── StoreNewer          ├── StoreBusy           ├── DiskFull
│   ├── KeyMissing          ├── WrongKey            ├── WrongPassphrase     ├── DriverUnfit
│   ├── StoreReplaced       ├── BackupMissing       ├── BackupUnfit         ├── RecoveryForeign
│   ├── MemoryShort         ├── ClockWrong          ├── IdentityMissing     ├── NoRoomToUpgrade     ├── StoreLinked
│   └── HubDatabaseProblem  the PostgreSQL of a large hub
│       ├── HubDatabaseAway ├── HubDatabaseForeign  └── HubDatabaseNewer
├── ChainProblem
│   ├── ChainBroken         ├── ProjectionsDiffer
│   └── FactsMissing        └── FactsRefused
├── ForumFileProblem        ├── ForumFileMissing    └── ForumFileInvalid
├── ListProblem
│   ├── ListMissing         ├── ListEmpty           ├── ListNotATable       ├── ListUnreadable
│   ├── ListHeadingsUnknown ├── ListTakesTime       ├── ListTakesMemory     ├── ListBreaksReader
│   ├── ListOutdated        ├── ListStopped         ├── ListBeingTaken      ├── NoListTaken
│   ├── ListInUse           ├── FleetHeadingsUnknown├── FleetListUnfit      ├── NoFleetTaken    ├── BusInUse    ├── SeatsChangedSince
│   └── RowsUnfit           ├── OperatorHeadingsUnknown ├── OperatorListTooLong ├── OperatorListUnfit   └── FleetListLong
├── PlanProblem ├── PlanStopped ├── PlanOutdated    └── NothingPlanned
├── UnknownThing
│   ├── UnknownCheckpoint   ├── UnknownDelegate     ├── UnknownBus          ├── UnknownRoute    ├── StopUnknown
│   ├── UnknownCategory     ├── UnknownFact         ├── EntryUnknown        ├── NumberShared    ├── RouteStopUnknown ├── PaperLineUnknown ├── NobodyCalledSo
│   ├── PrinterUnknown      └── NoPrinterYet        ├── FontUnknown
├── NotAllowed
│   ├── NothingToUndo       ├── BusExists           ├── FieldInvalid        ├── AnswerNotOffered    ├── StopInUse
│   ├── BusAlready          ├── BusCannotBecome     ├── ListedAlready       ├── RevokedAlready      ├── NothingAtStops
│   ├── JobCannotBecome     ├── NotRevoked          ├── MergedAlready       ├── NotMerged           ├── BusNotReady
│   ├── NothingToSettle     ├── ContradictionMoved  ├── ChoiceNotOffered    ├── SettledForGood      ├── BusCarriesPeople
│   ├── SettledSince        ├── EntryExists         ├── EntryInvalid        ├── RoomTaken           ├── StopIsLast
│   ├── CategoryInUse       ├── CategoryIsDefault   ├── CategoryAlone       ├── RouteInUse
│   ├── SessionInUse        ├── SessionIsVisit      ├── ForumChangedSince   ├── ForumChangedApart   ├── TemplateInUse       ├── TemplateTooLong
│   ├── ForumIsAnother      ├── BadgeLeftInFile     ├── NoBadgesInFile      ├── PaperLinesChanged   ├── PrinterNameTaken    ├── PrinterInUse    ├── CountProblem        ├── FontUnfit
│   │   ├── OthersMustCount ├── CountedOut  ├── NotCounted  ├── NotAboard   ├── NothingToReview ├── ReleasedByRider
│   │   ├── NameTheUnaccounted                      ├── MoreThanLicensed    ├── DoorsVoid       ├── SwapProblem
│   │   ├── SwapsWithItself ├── SubstituteOfAnotherRoute        ├── SubstituteTakesNobody   ├── SubstituteHasNoSeat
│   │   ├── NoSwap          ├── SwapBegun   └── StillAboard
│   ├── MoveRefused         ├── MoveNoSeat  ├── MoveNoPlace ├── MoveLocked          ├── MoveTakesNobody ├── MoveToOwnBus
│   │   ├── MoveOfAboard    ├── MoveOfAccounted     ├── MoveOfOthers        ├── MoveOfSeated        ├── MoveOfVoid      └── NothingMoved
│   ├── EmergencyProblem    ├── EmergencyIsOn       ├── NoEmergency ├── EmergencyIsOver     └── EmergencyIsReal
│   ├── OperatorProblem     who acts: nothing was recorded
│   │   ├── SignInFirst     ├── RoleMayNot          ├── NoOperatorAnyMore   ├── UnknownOperator ├── SecondIsFirst
│   │   ├── OperatorExists  ├── BadgeTaken  ├── LastLead    ├── SecondPersonNeeded      └── SignInRefused
│   │       ├── PinWrong    ├── PinMustWait         ├── NoPin
│   │       └── NotAStaffBadge                      └── StaffBadgeVoid
│   ├── RideProblem         ├── RideCannot          ├── RideNeedsBus        ├── RideNeedsGround     ├── NothingSaid
│   │   ├── NoShowAsked     ├── NoShowNotAsked      ├── NoShowNeedsAnother  ├── BelongingsNotAsked  ├── TransferHasNoSeat
│   │   ├── OverrideNotOffered                  ├── OverrideStopped     ├── OverrideNeedsNote
│   ├── UndoFinal
│   └── UndoRefused
│       ├── UndoSeatsTaken  ├── UndoOtherBus        ├── UndoAccessiblePlacesTaken
│       └── UndoBusShut     ├── UndoSessionShut     └── UndoBadgeVoid
├── SyncProblem             what laptops say to one another
│   ├── MessageUnfit        ├── HubForeign          ├── HubRefused          ├── NotJoined
│   ├── NotAdmitted         ├── ShutOut             ├── InvitationInvalid
│   ├── InvitationSpent     ├── WordsDiffer         ├── ForumDiffers
│   ├── PortTaken           ├── UnknownStation      ├── NotACoordinator
│   ├── StandsSoAlready     ├── UnknownPhone
│   ├── HubNotReached       │   ├── KeptApart       │   └── OnlyHeardOf
│   │   └── NobodyListens
│   └── BundleProblem       nothing of a bundle was taken
│       ├── BundleUnreadable├── BundleUnknown       ├── BundleForeign
│       ├── BundleNotForUs  ├── BundleCut           └── BundleDamaged
├── NoDisplay               ├── BadgesRefused       ├── WorkStopped         ├── BadgesNotPrinted    ├── NamesUnprintable    ├── TemplateUnfit
└── PrintProblem
    ├── PrinterMissing      ├── PrinterFailed       ├── PrinterSilent
    ├── PrinterMistyped     ├── PrinterNotReady     ├── FileNotWritable     ├── QueueDeleted        ├── SpoolerAway
    ├── PrinterMisfit       ├── BackNotPrinted
    └── BadgeProblem        the badge's own: the printer is well
        ├── GlyphMissing    ├── TextDoesNotFit      ├── CodeNotReadable     ├── PictureUnusable
        └── FontMissing     ├── TemplateInvalid     ├── TemplateMissing     ├── VariantMisfit       └── BadgeNotDrawn

Others stand in ``problems_lists``, ``_planning``, ``_undo``, ``_programme``, ``_records`` (what a record is by now), ``_operators``
(who acts), ``_sync`` and ``_hub``.  Commands say the sentence as it stands here; screens say it in their language.
"""

from checkin_app.domain.details import StoreFault
from checkin_app.domain.problem import Problem
from checkin_app.domain.problems_store import (
    BackupMissing,
    BackupUnfit,
    ClockWrong,
    DiskFull,
    DriverUnfit,
    IdentityMissing,
    KeyMissing,
    MemoryShort,
    RecoveryForeign,
    StorageProblem,
    StoreBusy,
    StoreCorrupt,
    StoreExists,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreNotWritable,
    StoreReplaced,
    WrongKey,
    WrongPassphrase,
)
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

#: What is told elsewhere and belongs to the tree.
__all__ = [
    "BackupMissing",
    "BackupUnfit",
    "ClockWrong",
    "DiskFull",
    "DriverUnfit",
    "IdentityMissing",
    "KeyMissing",
    "MemoryShort",
    "Problem",
    "RecoveryForeign",
    "StorageProblem",
    "StoreBusy",
    "StoreCorrupt",
    "StoreExists",
    "StoreLocked",
    "StoreMissing",
    "StoreNewer",
    "StoreNotWritable",
    "StoreReplaced",
    "WrongKey",
    "WrongPassphrase",
]


class ChainProblem(Problem):
    key = "chain"
    sentence = QT_TRANSLATE_NOOP("Problem", "The record of this station does not hold together: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Keep the folder as it is and call the event lead.")


class ChainBroken(ChainProblem):
    key = "chain_broken"
    sentence = QT_TRANSLATE_NOOP("Problem", "Fact {seq} of log {log} does not follow from the one before it: {detail}.")


class ProjectionsDiffer(ChainProblem):
    key = "projections_differ"
    sentence = QT_TRANSLATE_NOOP("Problem", "What the screens show differs from the recorded facts in: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "No fact is lost. Repair rebuilds the screens’ tables from the facts.")
    command_step = "No fact is lost. Run check --repair to rebuild the screens’ tables from the facts."


def is_repaired_by_folding(problem: Problem) -> bool:
    """Return whether facts are whole and only what follows from them is not, so that it can be made anew."""
    noted_otherwise = problem.details.get("detail") is StoreFault.NOTED_OTHERWISE
    return isinstance(problem, ProjectionsDiffer) or (isinstance(problem, ChainBroken) and noted_otherwise)


class FactsMissing(ChainProblem):
    key = "facts_missing"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "Facts that this store acknowledged and lacks: {missing}. It is an older state of itself, or a file was lost.",
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Check-in goes on, but people let in by those facts may be let in again. Restore a backup (F1), and let the "
        "event lead bring this laptop together with the others.",
    )
    command_step = (
        "Check-in goes on, but people let in by those facts may be let in again. Run restore, which keeps this state "
        "and adds what it has, and merge with the other laptops. Where nobody has them, check --accept-loss ends this."
    )


class FactsRefused(ChainProblem):
    key = "facts_refused"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "Facts that were refused: {count}. Nothing proves them or their documents genuine, or nobody vouches for "
        "their station.",
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "All others were taken. Find out which laptop they come from before it is used again."
    )


class ForumFileProblem(Problem):
    key = "forum_file"
    sentence = QT_TRANSLATE_NOOP("Problem", "The forum file cannot be used.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Mend the file and try again; nothing was changed.")


class ForumFileMissing(ForumFileProblem):
    key = "forum_file_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no forum file {file}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Check the name, or leave it out for the forum that comes with the application."
    )


class ForumFileInvalid(ForumFileProblem):
    key = "forum_file_invalid"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file}, line {line}: expected {expected}, found {found}.")
    path: tuple[str | int, ...] = ()  # the keys and places that lead to it in the file


class UnknownThing(Problem):
    key = "unknown_thing"
    sentence = QT_TRANSLATE_NOOP("Problem", "Nothing here is called {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Check the spelling.")


class UnknownCheckpoint(UnknownThing):
    key = "unknown_checkpoint"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no checkpoint {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another one with F6.")
    command_step = "The command checkpoints lists them."


class UnknownDelegate(UnknownThing):
    key = "unknown_delegate"
    sentence = QT_TRANSLATE_NOOP("Problem", "No delegate has the number {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Find the name with F2.")
    command_step = "The command find looks for a name."


class NumberShared(UnknownThing):
    key = "number_shared"
    sentence = QT_TRANSLATE_NOOP("Problem", "Several delegates bear the number {name}: {who}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Find the name with F2.")
    command_step = "Name the one that is meant by the delegate id."


class UnknownBus(UnknownThing):
    key = "unknown_bus"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no bus {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another one.")
    command_step = "The command buses list names them."


class UnknownRoute(UnknownThing):
    key = "unknown_route"
    sentence = QT_TRANSLATE_NOOP("Problem", "This forum has no route {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose one of {known}.")


class UnknownCategory(UnknownThing):
    key = "unknown_category"
    sentence = QT_TRANSLATE_NOOP("Problem", "This forum has no category {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose one of {known}.")


class UnknownFact(UnknownThing):
    key = "unknown_fact"
    sentence = QT_TRANSLATE_NOOP("Problem", "That entry is not in the record of this laptop.")
    next_step = QT_TRANSLATE_NOOP("Problem", "It may be on another laptop; wait until they have met.")


class NotAllowed(Problem):
    key = "not_allowed"
    sentence = QT_TRANSLATE_NOOP("Problem", "That cannot be done now.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class NothingToUndo(NotAllowed):
    key = "nothing_to_undo"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is nothing here to undo.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Only the last actions of this laptop can be undone.")


class FieldInvalid(NotAllowed):
    key = "field_invalid"
    sentence = QT_TRANSLATE_NOOP("Problem", "{field} cannot be {value}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Expected: {expected}.")


class AnswerNotOffered(NotAllowed):
    key = "answer_not_offered"
    sentence = QT_TRANSLATE_NOOP("Problem", "That answer does not belong to this question.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Scan the badge again.")


class BusAlready(NotAllowed):
    key = "bus_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}” already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class BusCannotBecome(NotAllowed):
    key = "bus_cannot_become"
    sentence = QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}”, and “{wanted}” cannot follow.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Look at the bus again: another laptop may have moved it."
    )


class JobCannotBecome(NotAllowed):
    key = "job_cannot_become"
    sentence = QT_TRANSLATE_NOOP("Problem", "This badge is on another step of its way by now.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the queue again.")


class NoDisplay(Problem):
    key = "no_display"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no display here that a window could be shown on.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Open it on a desktop; every command but this one works without.")


class PrintProblem(Problem):
    key = "print"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge could not be printed: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "It stays in the queue; mend the printer and try again.")


class PrinterMissing(PrintProblem):
    key = "printer_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} is not there.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Switch it on and check its cable, or choose another printer. The badge waits."
    )


class PrinterFailed(PrintProblem):
    key = "printer_failed"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} stopped: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Look whether the badge came out before printing it again.")


class PrinterSilent(PrintProblem):
    key = "printer_silent"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} did not say whether the badge came out.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Look whether it did, and answer at the badge desk.")


class PrinterMistyped(PrintProblem):
    key = "printer_mistyped"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} has a target that cannot be: {target}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Add the printer anew in the Settings, move its badges there, then take this one away. The badge waits.",
    )


class FileNotWritable(PrintProblem):
    key = "file_not_writable"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} cannot be written: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another place.")


class WorkStopped(Problem):
    key = "work_stopped"
    sentence = QT_TRANSLATE_NOOP("Problem", "It was stopped before it was whole.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was written. Begin again when you want it.")


class BadgeProblem(PrintProblem):
    """What keeps one badge from being printed anywhere: no word against a printer."""

    key = "badge"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge could not be printed, and no printer is to blame.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Call the event lead with the number of the badge.")


class GlyphMissing(BadgeProblem):
    key = "glyph_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge fonts lack {characters} in “{text}”.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Correct it in the record with the guest, or print the Latin name.")
    command_step = "Correct it with person set, or say person set DELEGATE prints_latin=yes."


class TextDoesNotFit(BadgeProblem):
    key = "text_does_not_fit"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{text}” does not fit on the badge, even at the smallest size.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Shorten it in the record with the guest’s consent.")


class CodeNotReadable(BadgeProblem):
    key = "code_not_readable"
    sentence = QT_TRANSLATE_NOOP("Problem", "The code on this badge would not read back.")
    next_step = QT_TRANSLATE_NOOP("Problem", "It was not printed. Call the event lead.")


class FontMissing(BadgeProblem):
    key = "font_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "The font {font} of this installation is missing.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Install the application again; check-in goes on without printing.")


class TemplateInvalid(BadgeProblem):
    key = "template_invalid"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "The badge template {file}, line {line}: expected {expected}, found {found}."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Correct that line, or install the application again.")


class BadgeNotDrawn(BadgeProblem):
    key = "badge_not_drawn"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge could not be drawn.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The printer is well. Call the event lead with the number of the badge.")
