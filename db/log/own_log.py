"""The one log that an opening of a store writes itself."""

import hashlib
import secrets
from collections.abc import Callable

from checkin_app.domain.chain import Head
from checkin_app.domain.facts import Fact, FactDraft, signed_form
from checkin_app.domain.hlc import is_too_far_ahead
from checkin_app.domain.ids import FactId, Instant, LogId, StationId
from db.log.stamps import Stamp


class OwnLog:
    """The one log that this opening of the store writes.

    Its id is drawn anew for every opening, so that a sequence number is never used twice, not even after a
    restored backup or a disk that lied about syncing.
    """

    def __init__(self, station: StationId, sign: Callable[[bytes], bytes]) -> None:
        self._station = station
        self._sign = sign
        self.head = Head(self._fresh())

    def write(self, draft: FactDraft, fact_id: FactId, stamp: Stamp) -> Fact:
        """Return the draft as the log's next fact, signed and chained to the one before."""
        head = self.head
        fields = (
            head.log_id, head.seq + 1, fact_id, stamp.hlc, stamp.at, stamp.offset, draft.kind, draft.version,
            draft.actor, draft.subject, draft.body, head.hash,
        )  # fmt: skip
        message = signed_form(*fields)
        signature = self._sign(message)
        after = hashlib.sha256(message + signature).digest()
        self.head = Head(head.log_id, head.seq + 1, after, stamp.hlc, head.flagged)
        return Fact(*fields, signature)

    def come_back(self, now: Instant) -> None:
        """Begin another log where the wall clock was once wrong: the stamps of one log never go back."""
        if is_too_far_ahead(self.head.clock, now):
            self.head = Head(self._fresh())

    def forsake(self) -> None:
        """Begin another log: whether the last transaction reached the disk is not known."""
        self.head = Head(self._fresh())

    def _fresh(self) -> LogId:
        return LogId(self._station + secrets.token_hex(8))
