"""What a station asks another: whatever carries the messages, and cut anywhere, nothing is missed or sent twice in vain."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from checkin_app.domain.canonical import digest_of
from checkin_app.domain.chain import Known, Stored
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import Digest, LogId
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync.coming import Coming, ToldComing, untold_coming
from checkin_app.domain.sync.messages import (
    LONGEST,
    MOST,
    Answer,
    Batch,
    Compare,
    Compared,
    Documents,
    Fetch,
    Open,
    Opened,
    Reply,
    Request,
    Seek,
    Sought,
    Want,
)
from checkin_app.domain.sync.vectors import PARTS, Vector
from checkin_app.services.merging import Bundle, Merging
from checkin_app.services.responding import facts_following
from checkin_app.services.talking import Talk, answered, compared, handed, named_by, offered_documents

#: Meetings at which a document is asked for again that the other had not with its fact: it may be coming just then.
_ASKED_AGAIN = 5
#: So many of those that are lacked longer are asked for where nothing moved: fewer bytes than a poll may cost.
_FEW = 8
#: Of so many meetings at which nothing moved, one looks through all documents that either lacks.
_SEEK_EVERY = 16

#: So many logs that were written twice are looked at in one meeting.
MOST_APART = 50

T = TypeVar("T")


def carried(talk: Talk[T], carry: Callable[[Request], Reply]) -> T:
    """Let a talk come to its end; `carry` takes a request to the other and brings its reply."""
    try:
        request = next(talk)
        while True:
            request = talk.send(carry(request))
    except StopIteration as end:
        result: T = end.value
        return result


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of facts that went one way."""

    stored: int = 0
    known: int = 0
    kept_out: int = 0
    """Refused, set aside, or waiting for what goes before them."""

    def plus(self, answers: Iterable[Answer]) -> "Moved":
        told = [*answers]
        stored = sum(isinstance(each, Stored) for each in told)
        known = sum(isinstance(each, Known) for each in told)
        return self.joined(Moved(stored, known, len(told) - stored - known))

    def joined(self, more: "Moved") -> "Moved":
        return Moved(self.stored + more.stored, self.known + more.known, self.kept_out + more.kept_out)


@dataclass(frozen=True, slots=True)
class Met:
    """What a meeting came to."""

    taken: Moved = Moved()
    given: Moved = Moved()
    agreed: bool = True
    """Whether both knew the same before."""

    @property
    def are_one(self) -> bool:
        """Return whether both know the same now, but for what was written meanwhile."""
        return not (self.taken.kept_out or self.given.kept_out)

    def plus(self, more: "Met") -> "Met":
        return Met(self.taken.joined(more.taken), self.given.joined(more.given), self.agreed and more.agreed)


@dataclass(slots=True)
class Way:
    """How far some logs are on their way to one of the two."""

    after: dict[LogId, int]
    upto: Mapping[LogId, int]
    in_vain: dict[LogId, int]
    moved: Moved = Moved()

    def next(self) -> dict[LogId, int]:
        """Return the logs of which one message holds all that follows, or the first of them, and how far they are."""
        asked: dict[LogId, int] = {}
        room = MOST
        for log_id, seq in self.after.items():
            if room <= 0:
                break
            asked[log_id] = seq
            room -= self.upto[log_id] - seq
        return asked

    def went(self, facts: Sequence[Fact], answers: Sequence[Answer]) -> bool:
        """Note what became of facts; return whether any log is further for it, or not to be gone on with."""
        self.moved = self.moved.plus(answers)
        further = False
        for fact, answer in zip(facts, answers, strict=True):
            before = self.after.get(fact.log_id)
            if before is None or fact.seq <= before:
                continue
            further = True
            if isinstance(answer, Stored | Known):
                self.after[fact.log_id] = fact.seq
            else:
                self.in_vain[fact.log_id] = self.after.pop(fact.log_id)
        for log_id in [each for each, seq in self.after.items() if seq >= self.upto[each]]:
            del self.after[log_id]
        return further

    def leave(self, logs: Iterable[LogId]) -> None:
        """Go on without logs of which there is no more than came."""
        for log_id in logs:
            self.after.pop(log_id, None)


@dataclass(slots=True)
class Conversation:
    """One station's side, as long as it speaks with another; where it is cut, another is begun and nothing is missed."""

    merging: Merging
    told: ToldComing = untold_coming
    _coming: Coming = field(default_factory=Coming)
    _taken_in_vain: dict[LogId, int] = field(default_factory=dict)
    """Logs of which nothing more was taken at a place: it is not asked for again while nobody else is admitted."""
    _given_in_vain: dict[LogId, int] = field(default_factory=dict)
    _lacking: set[Digest] = field(default_factory=set)
    """Documents that the other had not when the facts came that name them."""
    _awaited: dict[Digest, int] = field(default_factory=dict)
    """Those of them that came to be lacking while this goes on, and at how many meetings they are asked for yet."""
    _apart: dict[LogId, tuple[int, bytes]] = field(default_factory=dict)
    """Logs in which another fact stands there, and which: it was told to both."""
    _begun: bool = False
    _quiet: int = 0
    """Meetings at which both knew the same."""
    spoken_of: Vector = field(default_factory=Vector, init=False)
    """What was known here when it was compared last: all of it was offered, and nothing that was recorded since."""
    _admitted: bool = False
    """Whether somebody may count now of whom something was in vain."""

    @property
    def refused_there(self) -> Collection[LogId]:
        """Return the logs of which the other does not take all that is here, or holds something else in its place."""
        return self._given_in_vain.keys() | self._apart.keys()

    def meet(self) -> Talk[Met]:
        """Come to know what the other knows, and let it know what is known here; neither way waits for the other.

        Raises:
            MessageUnfit: a reply answers something else than was asked.
            StorageProblem: the store cannot be read, or written to.
        """
        met = yield from self._agree()
        if not self._begun:
            self._lacking |= {*self.merging.log.lacking_documents()}
            yield from self._give_documents()
        if self._begun and met.agreed:
            yield from self._look_for_documents()
        else:
            yield from self._take_documents(self._lacking)
        self._begun = True
        return met

    def _look_for_documents(self) -> Talk[None]:
        """Ask after what is lacked where no fact moved: a stick, or another laptop, may have brought it all the same."""
        self._quiet += 1
        if self._forget_what_came() or self._quiet % _SEEK_EVERY == 0:
            self._lacking |= {*self.merging.log.lacking_documents()}
            yield from self._give_documents()
        lacking = sorted(self._lacking)
        first = self._quiet * _FEW % max(len(lacking), 1)
        yield from self._take_documents({*self._awaited, *lacking[first : first + _FEW]})
        if len(self._lacking) < len(lacking):
            yield from self._take_documents(self._lacking)

    def _forget_what_came(self) -> bool:
        """Lack no more what another way brought; return whether anything did: the other may lack it, too."""
        lacking = {*self.merging.log.unheld(sorted(self._lacking))} if self._lacking else set[Digest]()
        came = self._lacking - lacking
        for each in came:
            self._awaited.pop(each, None)
        self._lacking = lacking
        return bool(came)

    def _agree(self) -> Talk[Met]:
        met, once_more = Met(), True
        while once_more:
            mine = self.spoken_of = self.merging.vector()
            said = yield from answered(Compare(mine.root, mine.content), Compared)
            if not (said.sums or said.contents):
                break
            self._admitted = False
            met = met.plus((yield from self._exchange(mine, said)))
            once_more = self._admitted  # what was refused before may be taken now, here and there
        return met

    def _exchange(self, mine: Vector, said: Compared) -> Talk[Met]:
        if len(said.contents or said.sums) != PARTS:
            raise MessageUnfit
        parts = mine.apart(said.contents) if said.contents else mine.differing(said.sums)
        opened, ours = (yield from _heads(parts, marked=bool(said.contents))), mine.of_parts(parts)
        theirs = opened.heads
        taking = Way(_behind(ours, theirs, self._taken_in_vain), theirs, self._taken_in_vain)
        giving = Way(_behind(theirs, ours, self._given_in_vain), ours, self._given_in_vain)
        if self.told is not untold_coming:
            more = sum(theirs[log_id] - seq for log_id, seq in taking.after.items())
            self._come(self._coming.toward(sum(mine.values()), more))
        yield from _by_turns(self._pull(taking), self._push(giving))
        forked = yield from self._show_apart(mine, opened)
        return Met(taking.moved.joined(forked), giving.moved.joined(forked), agreed=False)

    def _show_apart(self, mine: Vector, opened: Opened) -> Talk[Moved]:
        """Show both what the other has where a log is as long here and there and ends on two facts; return how many do.

        A log that was written twice, such as by two running copies of a folder, tells nothing by how far it is known.
        """
        apart = {
            log_id: (opened.heads[log_id], mark)
            for log_id, mark in opened.marks.items()
            if mark != mine.mark(log_id) and mine.get(log_id) == opened.heads.get(log_id)
        }
        forks = 0
        for log_id, place in [each for each in apart.items() if self._apart.get(each[0]) != each[1]][:MOST_APART]:
            forks += yield from compared(self.merging, {log_id: place[0]})
            self._apart[log_id] = place
        return Moved(kept_out=forks)

    def _pull(self, way: Way) -> Talk[None]:
        while way.after:
            asked = way.next()
            batch = yield from answered(Fetch(asked), Batch)
            facts = tuple(each for each in batch.facts if each.log_id in asked)
            documents = yield from self._documents_of(facts)
            answers = self.merging.take(Bundle(facts, documents)).answers
            self._come(self._coming.plus(facts, answers, len(documents)))
            if not way.went(facts, answers):
                way.leave(asked)
            elif any(map(_admits, facts, answers)) and (self._taken_in_vain or self._given_in_vain):
                self._taken_in_vain.clear()
                self._given_in_vain.clear()
                self._admitted = True

    def _come(self, coming: Coming) -> None:
        self._coming = coming
        self.told(coming)

    def _push(self, way: Way) -> Talk[None]:
        while way.after:
            asked = way.next()
            facts = facts_following(self.merging.log, asked)
            lacked = yield from self._lacked_there(facts)
            answers = yield from handed(self.merging.log, facts, lacked)
            if not way.went(facts, answers):
                way.leave(asked)

    def _documents_of(self, facts: Sequence[Fact]) -> Talk[dict[Digest, bytes]]:
        """Return the documents that facts name which are coming, those that are not here."""
        named = named_by(facts)
        wanted = self.merging.log.unheld([*named]) if named else ()
        found = yield from _wanted(wanted)
        self._note_lacking({*wanted} - found.keys())
        return found

    def _lacked_there(self, facts: Sequence[Fact]) -> Talk[list[Digest]]:
        """Return the documents that facts name which the other has not."""
        sought: list[Digest] = []
        for some in _pieces([*named_by(facts)]):
            sought += (yield from answered(Seek(some), Sought)).digests
        return sought

    def lack(self, facts: Sequence[Fact]) -> Talk[bool]:
        """Ask for the documents of facts that came without, such as down a stream; return whether any came."""
        named = named_by(facts)
        lacked = self.merging.log.unheld([*named]) if named else ()
        self._note_lacking(lacked)
        yield from self._take_documents(lacked)
        return any(each not in self._lacking for each in lacked)

    @property
    def lacks(self) -> bool:
        """Return whether documents are missing that the other may come to have."""
        return bool(self._lacking)

    @property
    def awaited(self) -> int:
        """Return how many documents are asked for at the next meetings, since the other may come to have them."""
        return len(self._awaited)

    def _note_lacking(self, digests: Iterable[Digest]) -> None:
        for each in digests:
            self._lacking.add(each)
            self._awaited[each] = _ASKED_AGAIN

    def _take_documents(self, wanted: Iterable[Digest]) -> Talk[None]:
        for some in _pieces(sorted(wanted)):
            found = yield from _wanted(some)
            if found:
                self.merging.take(Bundle((), found))
            self._lacking -= found.keys()
            for each in some:
                left = self._awaited.pop(each, 0) - 1
                if left > 0 and each not in found:
                    self._awaited[each] = left

    def _give_documents(self) -> Talk[None]:
        """Give what the other lacks of documents that facts name which it has long since."""
        after = Digest("")
        while sought := (yield from answered(Seek([], after), Sought)).digests:
            yield from offered_documents(self.merging.log, sought)
            if sought[-1] <= after:
                return
            after = sought[-1]


def _behind(here: Mapping[LogId, int], there: Mapping[LogId, int], in_vain: Mapping[LogId, int]) -> dict[LogId, int]:
    """Return how far the logs are here of which there is more there, but for what was in vain."""
    behind = {log_id: here.get(log_id, 0) for log_id, seq in there.items() if seq > here.get(log_id, 0)}
    return {log_id: seq for log_id, seq in behind.items() if in_vain.get(log_id) != seq}


def _admits(fact: Fact, answer: Answer) -> bool:
    """Return whether somebody may be admitted by a fact who was not before."""
    return fact.kind.startswith("station.") and isinstance(answer, Stored)


def _heads(parts: Sequence[int], *, marked: bool) -> Talk[Opened]:
    heads: dict[LogId, int] = {}
    marks: dict[LogId, bytes] = {}
    left = [*parts]
    while left:
        opened = yield from answered(Open(left, marked), Opened)
        told = {*opened.parts}
        if not told & {*left}:
            raise MessageUnfit
        heads |= opened.heads
        marks |= opened.marks
        left = [part for part in left if part not in told]
    return Opened([*parts], heads, marks)


def _wanted(digests: Sequence[Digest]) -> Talk[dict[Digest, bytes]]:
    """Return those documents that the other has, as many as a message holds many times over."""
    found: dict[Digest, bytes] = {}
    left, room = [*digests], LONGEST
    while left and room > 0:
        asked = left[:MOST]
        reply = yield from answered(Want(asked), Documents)
        came = {digest_of(each): each for each in reply.documents}
        found |= {digest: came[digest] for digest in asked if digest in came}
        left = [digest for digest in left if digest not in came] if came.keys() & {*asked} else left[MOST:]
        room -= sum(map(len, reply.documents))
    return found


def _pieces(digests: Sequence[Digest]) -> Iterable[list[Digest]]:
    return ([*digests[place : place + MOST]] for place in range(0, len(digests), MOST))


def _by_turns(*talks: Talk[None]) -> Talk[None]:
    """Let several talks go on by turns, one request each."""
    going: list[tuple[Talk[None], Any]] = [(talk, None) for talk in talks]
    while going:
        talk, reply = going.pop(0)
        try:
            request = talk.send(reply)
        except StopIteration:
            continue
        going.append((talk, (yield request)))
