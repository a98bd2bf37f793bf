"""What is said of scans: what each was decided, what a person answered or settled, what was taken back."""

from typing import ClassVar

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.ids import CheckpointId, DelegateId, FactId
from checkin_app.domain.kinds.approvals import Approvable
from checkin_app.domain.kinds.body import Aspect, Body, DelegateName, DigestName, Known, Whole
from checkin_app.domain.outcomes import Answer, Reason, Verdict
from checkin_app.domain.overriding import BY_TWO, OverrideGround
from checkin_app.domain.roles import Deed


class Attendance(Approvable, frozen=True, kw_only=True):
    """Somebody stood at a checkpoint."""

    DEED = Deed.SCAN

    checkpoint: CheckpointId
    reason: Reason | UnsetType | None = UNSET
    delegate: DelegateName | UnsetType | None = UNSET
    rehearsal: bool = False
    moved_from: tuple[CheckpointId, ...] | UnsetType = UNSET
    """The buses that they are no longer aboard."""
    after: Known = UNSET
    """Where they were seen before, as far as the writer knew."""

    @property
    def who(self) -> DelegateId | None:
        return self.delegate or None


class ScanDecided(Attendance, frozen=True, kw_only=True):
    KIND = "scan.decided"
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.SCANS})

    verdict: Verdict
    reason: Reason
    details: dict[str, str | Whole] = {}  # noqa: RUF012 - each has one of its own
    direction: str | UnsetType = UNSET
    how: str | UnsetType = UNSET
    issue: int | UnsetType | None = UNSET
    code: str | UnsetType = UNSET
    """The digest of a code that named nobody."""

    @property
    def aspect(self) -> Aspect:
        """Only a scan that was accepted moves anybody, so a badge scanned a thousand times folds one fact."""
        return Aspect.MOVEMENT if self.verdict is Verdict.GO else Aspect.NONE


class ScanAnswered(Attendance, frozen=True, kw_only=True):
    KIND = "scan.answered"
    ASPECT = Aspect.MOVEMENT
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.SCANS, Changed.PRESENCES})

    fact: FactId
    answer: Answer

    @property
    def target(self) -> FactId:
        return self.fact


class BoardingOverridden(ScanAnswered, frozen=True, kw_only=True):
    """A person let somebody board though the door said otherwise: an answer with a reason, by whoever may give it."""

    KIND = "boarding.overridden"
    SUBJECT = "delegate:"

    answer: Answer = Answer.OVERRIDE
    delegate: DelegateName
    asked: Reason
    """What the screen said."""
    ground: OverrideGround
    stop: str | UnsetType = UNSET
    """Where the bus stood, if that was not where it began."""
    text: DigestName | UnsetType = UNSET
    """A document: free text, ``{"text": …}``."""

    @property
    def deed(self) -> Deed:
        return Deed.OVERRIDE

    @property
    def approval(self) -> Deed | None:
        return Deed.OVERRIDE if self.asked in BY_TWO else None

    @property
    def document(self) -> DigestName | UnsetType:
        return self.text


class PresenceSettled(Attendance, frozen=True, kw_only=True):
    """A person said where somebody is of whom laptops apart said different things."""

    KIND = "presence.settled"
    ASPECT = Aspect.MOVEMENT
    DEED = Deed.SETTLE
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.PRESENCES})

    reason: Reason
    absent: bool = False
    """They were never there: whoever came was somebody else."""


class ScanUndone(Body, frozen=True, kw_only=True):
    KIND = "scan.undone"
    ASPECT = Aspect.MOVEMENT
    DEED = Deed.SCAN
    HEEDED_BY = frozenset({Aspect.RIDE})
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.SCANS, Changed.PRESENCES, Changed.RIDES})

    fact: FactId

    @property
    def target(self) -> FactId:
        return self.fact
