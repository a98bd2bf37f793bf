"""A hall full of laptops and everything that goes wrong in it: one seed is one history, and the same one each time."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace
from stationkit import ADMITTED, Laptop, MemoryLog, laptops

from checkin_app.domain.chain import Head, Judgement, Refused, Why
from checkin_app.domain.facts import Fact
from checkin_app.domain.ids import station_of
from checkin_app.domain.problems import DiskFull
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync import messages, wire
from checkin_app.domain.sync.messages import Batch, Offer
from checkin_app.services.bundling import batches_above
from checkin_app.services.conversing import Conversation, Met, carried
from checkin_app.services.merging import bundle_of
from checkin_app.services.responding import responded

#: The stores are looked at after so many steps, and in the end.
_LOOKED_AT = 5
FORGED, FORKED = b"forged", b"forked"


class CutError(Exception):
    """The network went, or a process died."""


class Broken(AssertionError):
    """Something that must hold does not."""


@dataclass
class World:
    """Three laptops and a late one that all speak with one hub, and sticks that go between them."""

    seed: int
    fired: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        *self.desks, self.hub = laptops("one", "two", "three", "hub")
        (self.late,) = laptops("late")
        self.late.log.vouched |= self.hub.log.vouched
        self.desks.append(self.late)
        self.talks: dict[str, Conversation] = {}
        self.backups: dict[str, MemoryLog] = {}
        self.steps = 0
        self._known = self.facts()
        """What anybody had after the last step."""

    @property
    def everybody(self) -> list[Laptop]:
        return [*self.desks, self.hub]

    def facts(self) -> set[bytes]:
        """Return the hashes of all facts that anybody has."""
        return set[bytes]().union(*(each.log.hashes() for each in self.everybody))

    def run(self, steps: int) -> None:
        for _ in range(steps):
            self.step(self.dice.choice(STEPS))
        self.heal()

    def step(self, step: Callable[["World"], None]) -> None:
        before = self._known
        step(self)
        self._known = self.facts()
        self.fired[step.__name__] += 1
        self.steps += 1
        if step not in LOSING and before - self._known:
            raise Broken(f"{step.__name__} lost what was recorded")
        if self.steps % _LOOKED_AT == 0:
            self.holds()

    def heal(self) -> None:
        """Let all meet in peace, twice; then all know the same, and a third time nobody has anything to say."""
        admit(self)
        known = self.facts()
        kept = {digest for each in self.everybody for digest in each.log.kept}
        for _ in range(2):
            for each in self.desks:
                self.meet(each)
        if any(each.log.hashes() != known for each in self.everybody):
            raise Broken("not everybody knows what anybody did")
        if any({*each.log.kept} != kept for each in self.everybody):
            raise Broken("not everybody has every document")
        if len({each.log.fold() for each in self.everybody}) > 1:
            raise Broken("the same facts come to different things")
        if not all(self.meet(each).agreed for each in self.desks):
            raise Broken("they do not come to rest")
        self.holds()

    def meet(self, desk: Laptop, carry: Callable[[messages.Request], messages.Reply] | None = None) -> Met:
        talk = self.talks.setdefault(desk.name, Conversation(desk.merging))
        return carried(talk.meet(), carry or self.asked)

    def asked(self, request: messages.Request) -> messages.Reply:
        return wire.reply_of(responded(self.hub.merging, wire.encoded(request)))

    def hang_up(self, desk: Laptop) -> None:
        self.talks.pop(desk.name, None)

    def holds(self) -> None:
        """Look at what must hold in every store at every moment."""
        for each in self.everybody:
            if any(FORKED in fact.body for some in each.log.held.values() for fact in some):
                raise Broken("a second fact has its place in a log")
            if any(FORGED in fact.body for some in each.log.held.values() for fact in some):
                raise Broken("something forged was taken")
            for log_id, some in each.log.held.items():
                if [fact.seq for fact in some] != [*range(1, len(some) + 1)]:
                    raise Broken("a log has a gap")
                if any(not fact.follows(before) for before, fact in pairwise(some)):
                    raise Broken("a log is no chain")
                if each.log.vector()[log_id] != len(some):
                    raise Broken("a vector tells something else than there is")
            if each.log.kept.keys() - each.log.named():
                raise Broken("a document is kept that nobody names")


def write(world: World) -> None:
    desk = world.dice.choice(world.everybody)
    for _ in range(world.dice.randint(1, 4)):
        shared = f"details {world.dice.randint(0, 9)}".encode()
        kind = world.dice.choice(["note.made", "note.made", "kind.of.tomorrow"])
        desk.write(f"{desk.written}", kind, shared if world.dice.random() < 0.3 else None)


def reopen(world: World) -> None:
    desk = world.dice.choice(world.everybody)
    desk.open()
    world.hang_up(desk)


def meet(world: World) -> None:
    world.meet(world.dice.choice(world.desks))


def meet_and_be_cut(world: World) -> None:
    """The network goes before a request has come, or after the hub has done what it asks."""
    desk, at, after = world.dice.choice(world.desks), world.dice.randint(0, 6), world.dice.random() < 0.5

    def carry(request: messages.Request) -> messages.Reply:
        nonlocal at
        at -= 1
        if at < 0 and not after:
            raise CutError
        reply = world.asked(request)
        if at < 0:
            raise CutError
        return reply

    with suppress(CutError):
        world.meet(desk, carry)
    world.hang_up(desk)


def meet_twice_over(world: World) -> None:
    """Each request comes twice, and those that were sent before come again."""
    former: list[messages.Request] = []

    def carry(request: messages.Request) -> messages.Reply:
        former.append(request)
        world.asked(world.dice.choice(former))
        world.asked(request)
        return world.asked(request)

    world.meet(world.dice.choice(world.desks), carry)


def meet_a_forger(world: World) -> None:
    """Somebody between the two changes what facts say, on their way up or down."""
    desk = world.dice.choice(world.desks)

    def carry(request: messages.Request) -> messages.Reply:
        up = Offer(_forged(world, request.batch)) if isinstance(request, Offer) else request
        reply = world.asked(up)
        return _forged(world, reply) if isinstance(reply, Batch) else reply

    world.meet(desk, carry)
    world.hang_up(desk)


def _forged(world: World, batch: Batch) -> Batch:
    facts = [*batch.facts]
    if facts and world.dice.random() < 0.7:
        place = world.dice.randrange(len(facts))
        facts[place] = replace(facts[place], body=b'{"text":"' + FORGED + b'"}')
    return Batch(tuple(facts), (*batch.documents, b"a document that nobody names"))


def meet_a_second_writer(world: World) -> None:
    """Somebody who has a laptop's key as well offers the hub another fact for a place of a log that it knows."""
    desk = world.dice.choice(world.desks)
    known = [some for log_id, some in sorted(world.hub.log.held.items()) if station_of(log_id) == desk.station]
    if not known:
        return
    standing = world.dice.choice(world.dice.choice(known))
    before = Head(standing.log_id, standing.seq - 1, standing.prev_hash)
    second = desk.signed(standing.log_id, before, "note.made", b'{"text":"' + FORKED + b'"}')
    told = world.asked(Offer(Batch((second,))))
    assert isinstance(told, messages.Answers)
    if Refused(Why.UNVOUCHED) in told.answers:  # nobody knows that laptop there: it is not even judged
        return
    if second not in world.hub.log.aside:
        raise Broken("a second fact at one place is not set aside")


def meet_garbled(world: World) -> None:
    desk = world.dice.choice(world.desks)

    def carry(request: messages.Request) -> messages.Reply:
        sent = bytearray(wire.encoded(request))
        if world.dice.random() < 0.5:
            sent[world.dice.randrange(len(sent))] ^= 1 << world.dice.randrange(8)
        came = bytearray(responded(world.hub.merging, bytes(sent)))
        if world.dice.random() < 0.5:
            came[world.dice.randrange(len(came))] ^= 1 << world.dice.randrange(8)
        return wire.reply_of(bytes(came))

    with suppress(MessageUnfit):
        world.meet(desk, carry)
    world.hang_up(desk)


def carry_a_stick(world: World) -> None:
    """A bundle goes from one to another, sometimes without what came before, or in half."""
    giver, taker = world.dice.sample(world.everybody, 2)
    before = taker.log.vector() if world.dice.random() < 0.5 else world.dice.choice(world.everybody).log.vector()
    for batch in batches_above(giver.log, before, giver.log.vector()):
        if world.dice.random() < 0.2:
            break
        taker.merging.take(bundle_of(wire.batch_of(wire.encoded(batch))))


def back_up(world: World) -> None:
    desk = world.dice.choice(world.everybody)
    world.backups[desk.name] = desk.log.copied()


def restore(world: World) -> None:
    """A laptop goes on from an older state of itself, into a log of its own."""
    desk = world.dice.choice(world.everybody)
    if backup := world.backups.get(desk.name):
        desk.log = backup.copied()
        desk.open()
        world.talks.clear()


def lie(world: World) -> None:
    """The power fails, and a disk has not written the last of what it said it had."""
    desk = world.dice.choice(world.everybody)
    desk.log.forget(world.dice.randint(1, 6))
    desk.open()
    world.hang_up(desk)
    if desk is world.hub:
        world.talks.clear()


def fill_the_disk_of_the_hub(world: World) -> None:
    """The hub takes in some more facts, and then nothing, until somebody made room."""
    desk, left, take_in = world.dice.choice(world.desks), world.dice.randint(0, 3), world.hub.log._take_in

    def full(fact: Fact) -> Judgement:
        nonlocal left
        left -= 1
        if left < 0:
            raise DiskFull
        return take_in(fact)

    world.hub.log._take_in = full  # type: ignore[method-assign]  # its disk
    try:
        with suppress(DiskFull):
            world.meet(desk)
    finally:
        del world.hub.log._take_in
    world.hang_up(desk)


def replace_the_hub(world: World) -> None:
    """The hub's disk is gone: it begins anew, with nothing but who takes part."""
    world.hub.log = MemoryLog(dict(world.hub.log.vouched))
    world.hub.open()
    world.talks.clear()


def admit(world: World) -> None:
    world.hub.write(world.late.key.public_key.hex(), ADMITTED)


STEPS = (
    write, write, write, reopen, meet, meet, meet, meet_and_be_cut, meet_and_be_cut, meet_twice_over, meet_a_forger,
    meet_a_second_writer, meet_garbled, carry_a_stick, back_up, restore, lie, fill_the_disk_of_the_hub,
    replace_the_hub, admit,
)  # fmt: skip
#: After these, what only one laptop knew may be gone: no protocol brings that back.
LOSING = (restore, lie, replace_the_hub)
