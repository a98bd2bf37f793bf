"""One laptop and its hub, as long as they are together: what is asked, told, taken and given."""

import base64
import binascii
import contextlib
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from checkin_app.domain.changes import EVERYTHING, ChangeSet
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import LogId, StationId, station_id, station_of
from checkin_app.domain.invitations import Address
from checkin_app.domain.problems_hub import HubRefused
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync import wire
from checkin_app.domain.sync.coming import ToldComing, untold_coming
from checkin_app.domain.sync.messages import MOST, Batch, Compare, Compared, Reply, Request, gathered
from checkin_app.domain.sync.vectors import Vector
from checkin_app.runtime.paths import StationFolder
from checkin_app.services.conversing import Conversation, Met, Moved, carried
from checkin_app.services.merging import bundle_of
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.newest import NewestSource
from checkin_app.services.talking import handed
from checkin_app.sync.hub_client import HubClient
from checkin_app.sync.known import Here, Known
from checkin_app.sync.membership import Membership, remember
from checkin_app.sync.moving import heard_of, must_be_followed
from checkin_app.sync.reports import ReportAnswer, told_here
from checkin_app.sync.statements import kept

#: Meetings after one another in which more laptops become known.
_AGAIN = 3
#: Seconds for which nothing but whether both know the same is asked, while they do: all else is asked after them.
_ASKED_EVERY = 14.0
_KEY = re.compile(r"[0-9a-f]{64}")

Found = Callable[[bytes], tuple[Address, ...]]
"""Returns where the hub of a certificate may be besides, or where any hub may be."""


def nowhere(_pin: bytes) -> tuple[Address, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the lane works between."""

    folder: Path
    station: OpenedStation
    newest: NewestSource
    found: Found = nowhere
    """Hints of where the hub may be: they vouch for nothing."""
    changed: Callable[[ChangeSet], None] = lambda _changes: None
    """Is told what came."""
    coming: ToldComing = untold_coming
    """Is told how far it is where much comes at once."""


class Meeting:
    """One laptop and its hub, as long as they are together."""

    def __init__(self, around: Around, client: HubClient, known: Known, membership: Membership) -> None:
        self.client, self._around, self._known, self._membership = client, around, known, membership
        self._vouched: Mapping[StationId, bytes] = {}
        self._merging = replace(around.station.merging, vouched=lambda: self._vouched)
        self._conversation = Conversation(self._merging, around.coming)
        self._place = 0
        self._asked: Sequence[LogId] = ()
        """The logs of which the hub asked last how far they are held here."""
        self._theirs: dict[LogId, int] = {}
        """How far the hub is known to hold the logs that moved since the last meeting."""
        self._told: Vector | None = None
        """What was known here at that meeting; nothing where it left something to be asked for."""
        self._told_until, self._heard = 0.0, 0

    def look(self) -> None:
        """Ask in a few hundred bytes whether both know the same still; meet where they do not, and every so often."""
        if time.monotonic() < self._told_until and self._knows_the_same():
            self._known.met(self._offered(), self.client, self._heard)
        else:
            self.meet()

    def _knows_the_same(self) -> bool:
        here = self._merging.vector()
        if here is not self._told:
            return False  # what was recorded since the last meeting is to be told of besides
        said = self._carry(Compare(here.root, here.content))
        return isinstance(said, Compared) and not (said.sums or said.contents)

    def meet(self) -> Met:
        """Come to know all that the hub knows, and let it know all that is known here."""
        must_be_followed(self._around.station, self._membership)
        self.client.look_at_clock()
        self._vouched = _keys(self.client.ask("/v1/keys"))
        heard = self.client.ask("/v1/standing")
        place = self._around.newest.newest_arrival()
        awaited = self._conversation.awaited
        met = carried(self._conversation.meet(), self._carry)
        for _ in range(_AGAIN):  # whoever was let in by what came is believed now
            if met.taken.stored and met.taken.kept_out:
                met = _both(met, carried(self._conversation.meet(), self._carry))
        self._place, self._theirs = place, {}
        self._heard = int(heard.get("heard", 0))
        self._known.met(self._offered(), self.client, self._heard)
        self._report()
        self._told_until = time.monotonic() + _ASKED_EVERY
        self._told = self._conversation.spoken_of if met.are_one and not self._conversation.lacks else None
        if met.taken.stored or met.taken.kept_out or self._conversation.awaited < awaited:
            self._around.changed(EVERYTHING)
        return met

    def _offered(self) -> Here:
        """Return what the hub was offered; what somebody recorded while it was spoken with is not among it."""
        return Here(self._conversation.spoken_of, self._conversation.refused_there)

    def _report(self) -> None:
        """Tell the hub how this laptop stands, and hear how the others do; a hub of an older version asks for nothing."""
        with contextlib.suppress(HubRefused, msgspec.ValidationError):
            before, self._asked = self._asked, self._reported()
            if {*self._asked} - {*before}:
                self._asked = self._reported()

    def _reported(self) -> Sequence[LogId]:
        """Tell it once; return the logs that are asked for next."""
        folder, station = self._around.folder, self._around.station
        body = told_here(self._known.report(), kept(StationFolder(folder).own_hub), self._asked, self._merging)
        answer = msgspec.convert(self.client.ask("/v1/report", body), ReportAnswer)
        self._remember(heard_of(station, self._membership, answer.hubs))
        self._known.told(answer.seen(station.clock()))
        return answer.asks

    def _remember(self, membership: Membership) -> None:
        """Keep in mind where to go when this hub is gone."""
        if membership != self._membership:
            self._membership = membership
            remember(self._around.folder, membership)

    def take(self, events: Iterable[bytes]) -> bool:
        """Take what came down the stream, by as few commits as hold it; return whether all of it had its place."""
        batches = [_batch_of(each) for each in events]
        fit = [each for each in batches if each is not None]
        whole = [self._take(each) for each in gathered(fit)]
        return all(whole) and len(fit) == len(batches)

    def _take(self, batch: Batch) -> bool:
        taken = self._merging.take(bundle_of(batch))
        self._note(batch.facts)
        self._known.heard([station_of(each.log_id) for each in batch.facts])
        if taken.changes:
            self._around.changed(taken.changes)
        self._ask_for_documents(batch.facts)
        return taken.stored + taken.known == len(batch.facts)

    def give(self) -> bool:
        """Give what was recorded here since; return whether the hub took it."""
        newest = self._around.newest.arrived_after(self._place, MOST)
        facts = tuple(each for each in newest.facts if each.seq > self._theirs.get(each.log_id, 0))
        if not facts:
            self._place = newest.arrival
            return True
        named = dict.fromkeys(digest for each in facts for digest in each.documents_named)
        moved = Moved().plus(carried(handed(self._merging.log, facts, named), self._carry))
        self._place = newest.arrival
        self._note(facts)
        if moved.kept_out:
            return False
        self._known.acknowledged({each.log_id: each.seq for each in facts})
        return True

    def _ask_for_documents(self, facts: Sequence[Fact]) -> None:
        """Ask for what was too long for the stream, or comes to the hub after the facts that name it."""
        if carried(self._conversation.lack(facts), self._carry):
            self._around.changed(EVERYTHING)

    def _note(self, facts: Iterable[Fact]) -> None:
        for each in facts:
            self._theirs[each.log_id] = max(each.seq, self._theirs.get(each.log_id, 0))

    def _carry(self, request: Request) -> Reply:
        return wire.reply_of(self.client.say(wire.encoded(request)))


def _batch_of(event: bytes) -> Batch | None:
    """Return what came as an event of the stream; None where that is no batch."""
    try:
        return wire.batch_of(base64.b64decode(event))
    except (MessageUnfit, binascii.Error):
        return None


def _both(first: Met, then: Met) -> Met:
    """Return what two meetings came to that are one; what was kept out at first may have come after all."""
    taken, given = (
        replace(after, stored=before.stored + after.stored, known=before.known + after.known)
        for before, after in ((first.taken, then.taken), (first.given, then.given))
    )
    return Met(taken, given, agreed=False)


def _keys(said: Mapping[str, object]) -> Mapping[StationId, bytes]:
    """Return the keys that the hub vouches for; each by the name that follows from it."""
    found = [str(each) for each in said.values()]
    keys = [bytes.fromhex(each) for each in found if _KEY.fullmatch(each)]
    return {station_id(each): each for each in keys}
