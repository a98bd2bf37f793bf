"""What an opened store was found to lack of what it had acknowledged, until it has come back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checkin_app.domain.chain import Head
from checkin_app.domain.ids import LogId
from checkin_app.domain.problems import StorageProblem
from checkin_app.services.ports.upkeep import Holding
from db.engine import Link
from db.log.heads import heads_of
from db.witness import Witness
from db.writer import Writer


@dataclass(slots=True)
class Losses:
    """One opening's comparison of the store with its witness."""

    witness: Witness
    _log_file: Path
    _witnessed: bool
    _unclean: bool
    _lost: dict[bytes, int] = field(default_factory=dict)
    """The logs that are too short, each with the length that was acknowledged."""

    @classmethod
    def found(cls, file: Path, store_id: str, database_key: bytes) -> "Losses":
        """Look at the witness before anything is read or made: what is acknowledged meanwhile is no loss."""
        witness = Witness.of(file.parent, store_id, database_key)
        log_file = file.with_name(f"{file.name}-wal")
        # A process that was killed leaves SQLite's log; only the last to close in order removes it.
        return cls(witness, log_file, witness.speaks, witness.was_left_open and not log_file.exists())

    @staticmethod
    def none_yet(folder: Path, store_id: str, database_key: bytes) -> None:
        """Begin the witness of a store that was just made: it can lack nothing."""
        witness = Witness.of(folder, store_id, database_key)
        witness.catch_up({})
        witness.close(last=True)

    def compare(self, heads: Mapping[LogId, Head]) -> None:
        """Take in how long each log is in the store."""
        self._lost = self.witness.lacking(heads)

    def catch_up(self, writer: Writer, heads: Mapping[LogId, Head]) -> None:
        """Let the witness say all that the store holds, where it does not yet."""
        if not self.witness.is_behind(heads):
            return
        try:
            with writer.transaction() as (link, _):
                self.witness.catch_up(heads_of(link))
        except StorageProblem:  # a full disk, or another process writes for long: the next opening does it
            return

    @property
    def lost(self) -> bool:
        """Whether any log was found too short at the opening."""
        return bool(self._lost)

    def holding(self, heads: Mapping[LogId, Head]) -> Holding:
        return Holding(self.witness.missing(self._lost, heads), self._witnessed, self._unclean)

    def accept(self, link: Link) -> int:
        """Give up what is missing; return how many facts that were."""
        heads = heads_of(link)
        given_up = self.witness.missing(self._lost, heads)
        self.witness.accept(self._lost, heads)
        self._lost, self._witnessed, self._unclean = {}, True, False
        return given_up

    def close(self) -> None:
        self.witness.close(last=not self._log_file.exists())
