"""Two stations that speak come to the same facts, each sent once; cut anywhere, they go on from there."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from stationkit import ADMITTED, Laptop, laptops

from checkin_app.domain.chain import Later, Refused, Why
from checkin_app.domain.problems_sync import MessageUnfit
from checkin_app.domain.sync import messages, wire
from checkin_app.domain.sync.messages import MOST, Answers, Batch, Compare, Compared, Fetch, Offer, Want
from checkin_app.services import conversing
from checkin_app.services.conversing import Conversation, Met, Moved, carried
from checkin_app.services.responding import responded


class CutError(Exception):
    """The network is gone."""


@dataclass
class Line:
    """Carries messages as bytes to a hub, and may be cut before or after the hub has heard one."""

    hub: Laptop
    cut_at: int | None = None
    after_it: bool = False
    asked: list[messages.Request] = field(default_factory=list)
    bytes: int = 0
    facts: list[tuple[str, int]] = field(default_factory=list)
    documents: int = 0

    def carry(self, request: messages.Request) -> messages.Reply:
        sent = wire.encoded(request)
        cut = self.cut_at == len(self.asked)
        self.asked.append(request)
        if cut and not self.after_it:
            raise CutError
        came = responded(self.hub.merging, sent)
        if cut:
            raise CutError
        self.bytes += len(sent) + len(came)
        reply = wire.reply_of(came)
        for each in (
            request.batch if isinstance(request, Offer) else None,
            reply if isinstance(reply, Batch) else None,
        ):
            self.facts += [(fact.log_id, fact.seq) for fact in each.facts] if each else []
            self.documents += len(each.documents) if each else 0
        self.documents += len(reply.documents) if isinstance(reply, messages.Documents) else 0
        return reply


def meet(one: Laptop, hub: Laptop, **how: int) -> Line:
    line = Line(hub, **how)
    carried(Conversation(one.merging).meet(), line.carry)
    return line


def agree(*some: Laptop) -> bool:
    return len({each.log.fold() for each in some}) == 1


@pytest.fixture
def pair() -> tuple[Laptop, Laptop]:
    one, hub = laptops("one", "hub")
    return one, hub


def test_each_gets_what_it_lacks_and_the_documents_that_name(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    for each in pair:
        for number in range(3):
            each.write(f"{number}", document=f"of {each.name} {number}".encode() if number else None)
    line = meet(one, hub)
    assert agree(one, hub)
    assert len(one.log.facts()) == len(line.facts) == 6
    assert len(one.log.kept) == line.documents == 4


def test_two_that_agree_say_so_in_two_small_messages(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    hub.write("1")
    talk = Conversation(one.merging)
    carried(talk.meet(), Line(hub).carry)
    line = Line(hub)
    assert carried(talk.meet(), line.carry) == Met(agreed=True)
    assert (len(line.asked), line.bytes < 100) == (1, True)


def test_a_document_that_both_have_already_is_not_sent(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    for each in pair:
        each.write("1", document=b"of the same list")
    line = meet(one, hub)
    assert agree(one, hub)
    assert line.documents == 0


def test_what_one_lacks_of_documents_it_gets_later(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    document = b"details"
    one.write("1", document=document)
    other = Laptop("other", one.key)
    one.log.kept.clear()
    meet(one, hub)
    assert hub.log.lacking_documents()
    hub.log.kept[hub.log.lacking_documents()[0]] = document
    meet(one, hub)
    assert agree(one, hub)
    hub.log.kept.clear()
    meet(one, hub)
    assert agree(one, hub)
    assert other.log.lacking_documents() == []


@given(mine=st.integers(0, 5), theirs=st.integers(0, 5), cut=st.integers(0, 12), after_it=st.booleans())
def test_cut_anywhere_the_next_meeting_goes_on_and_sends_nothing_twice_that_was_taken(
    mine: int, theirs: int, cut: int, after_it: bool
) -> None:
    one, hub = laptops("one", "hub")
    for laptop, logs in ((one, mine), (hub, theirs)):
        for number in range(logs):
            laptop.open()
            laptop.write(f"{number}", document=f"of {laptop.name} {number}".encode())
            laptop.write("more")
    line = Line(hub, cut, after_it)
    known = len(one.log.facts()), len(hub.log.facts())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversing, "MOST", 3)
        with suppress(CutError):
            carried(Conversation(one.merging).meet(), line.carry)
        gone = sum(map(len, (one.log.facts(), hub.log.facts()))) - sum(known)
        again = meet(one, hub)
    assert agree(one, hub)
    assert len(again.facts) == 2 * (mine + theirs) - gone


def test_a_fact_that_is_refused_blocks_no_other_log_and_is_not_offered_again_and_again(
    pair: tuple[Laptop, Laptop],
) -> None:
    one, hub = pair
    one.write("good")
    bad = one.write("bad")
    one.log.held[bad.log_id][-1] = replace(bad, actor="changed")
    one.open()
    one.write("in another log")
    talk = Conversation(one.merging)
    met = carried(talk.meet(), Line(hub).carry)
    assert met.given == Moved(stored=2, kept_out=1)
    line = Line(hub)
    assert carried(talk.meet(), line.carry).given == Moved()
    assert line.facts == []
    assert [each.why for each in hub.log.out] == [Why.SIGNATURE]


def test_who_is_admitted_later_is_taken_then(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    (stranger,) = laptops("stranger")
    stranger.write("1")
    hub.log.held |= stranger.log.held
    talk = Conversation(one.merging)
    assert carried(talk.meet(), Line(hub).carry).taken == Moved(kept_out=1)
    assert carried(talk.meet(), Line(hub).carry).taken == Moved()
    hub.write(stranger.key.public_key.hex(), kind=ADMITTED)
    assert carried(talk.meet(), Line(hub).carry).taken == Moved(stored=2)
    assert agree(one, hub)


def test_a_log_of_which_the_other_knows_nothing_is_fetched_too(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    one.write("1")
    meet(one, hub)
    for _ in range(40):
        hub.open()
        hub.write("in a log that the other has not heard of")
    meet(one, hub)
    assert agree(one, hub)


def test_what_goes_up_does_not_wait_for_what_comes_down(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    for number in range(3 * MOST):
        hub.write(f"{number}")
    one.write("a scan")
    line = meet(one, hub)
    kinds = [type(each).__name__ for each in line.asked]
    assert kinds.index("Offer") < [n for n, each in enumerate(kinds) if each == "Fetch"][1]
    assert agree(one, hub)


def test_5_000_logs_that_agree_but_for_one_cost_little(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    for _ in range(5000):
        hub.open()
        hub.write("1")
    one.log.held = {log_id: [*some] for log_id, some in hub.log.held.items()}
    talk = Conversation(one.merging)
    carried(talk.meet(), Line(hub).carry)
    idle = Line(hub)
    carried(talk.meet(), idle.carry)
    assert idle.bytes < 100
    hub.write("2")
    line = Line(hub)
    assert carried(talk.meet(), line.carry).taken == Moved(stored=1)
    assert line.bytes < 7000


@pytest.mark.parametrize(
    "wrong",
    [
        lambda _: Compared([bytes(16)]),
        lambda _: Answers(()),
        lambda request: Batch() if isinstance(request, Compare) else Compared([]),
    ],
)
def test_a_reply_that_answers_something_else_ends_the_talk(
    pair: tuple[Laptop, Laptop], wrong: Callable[[messages.Request], messages.Reply]
) -> None:
    with pytest.raises(MessageUnfit):
        carried(Conversation(pair[0].merging).meet(), wrong)


def test_a_hub_that_sends_what_was_not_asked_for_is_not_asked_for_ever(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    hub.write("1")
    hub.open()
    hub.write("2")
    honest, asked = Line(hub), []

    def carry(request: messages.Request) -> messages.Reply:
        asked.append(request)
        unasked = Batch(tuple(sorted(hub.log.facts(), key=lambda each: each.order))[:1] * 2)
        return unasked if isinstance(request, Fetch) else honest.carry(request)

    carried(Conversation(one.merging).meet(), carry)
    assert len(asked) < 10


def test_a_document_that_came_to_the_hub_though_no_fact_moved_is_fetched_at_the_next_meeting(
    pair: tuple[Laptop, Laptop],
) -> None:
    one, hub = pair
    digests = []
    for number in range(20):
        document = f"details {number}".encode()
        fact = one.write(f"{number}", document=document)
        digests += fact.documents_named
    documents = one.log.kept
    one.log.kept = {}
    talk, line = Conversation(one.merging), Line(hub)
    assert carried(talk.meet(), line.carry).given.stored == 20
    for _ in range(6):
        before = line.bytes
        assert carried(talk.meet(), line.carry).agreed
    assert line.bytes - before < 1000, "what is lacked makes no poll dear"
    hub.log.kept |= {digest: documents[digest] for digest in digests[3:]}
    for _ in range(3):
        carried(talk.meet(), line.carry)
    assert {*one.log.kept} == {*digests[3:]}


@pytest.mark.parametrize("lacked", [True, False])
def test_a_document_that_came_here_though_no_fact_moved_is_given_to_the_hub_after_a_while(
    lacked: bool,
    pair: tuple[Laptop, Laptop],
) -> None:
    one, hub = pair
    one.write("1", document=b"details")
    documents = one.log.kept
    one.log.kept = {} if lacked else documents
    talk, line = Conversation(one.merging), Line(hub)
    carried(talk.meet(), line.carry)
    one.log.kept, hub.log.kept = documents, {}
    asked = [len(line.asked)]
    for _ in range(20):
        assert carried(talk.meet(), line.carry).agreed
        asked.append(len(line.asked))
    assert hub.log.kept == documents
    assert [then - before for before, then in pairwise(asked)].count(1) >= 18, "hardly any poll asks for more"


def test_documents_that_are_named_by_nobody_are_not_kept(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    line = Line(hub)
    assert line.carry(Offer(Batch((), (b"unnamed",)))) == Answers(())
    assert not hub.log.kept
    assert line.carry(Want([])) == messages.Documents([])
    assert one.log.kept == {}


def test_each_fact_of_an_offer_is_answered(pair: tuple[Laptop, Laptop]) -> None:
    one, hub = pair
    facts = [one.write(f"{number}") for number in range(3)]
    spoilt = replace(facts[1], actor="changed")
    told = Line(hub).carry(Offer(Batch((facts[2], spoilt))))
    assert told == Answers((Later(0), Refused(Why.SIGNATURE)))


# ---- logs that were written twice


def _running_twice(whose: Laptop) -> Laptop:
    """Return a copy of a laptop that runs beside it, and writes into the same log."""
    return Laptop(whose.name, whose.key, whose.log.copied(), whose.openings, whose.written + 1000)


def _set_aside_there(one: Laptop, log_id: str) -> list[bytes]:
    return sorted({fact.hash() for fact in one.log.aside if fact.log_id == log_id})


@given(before=st.integers(0, 3), after=st.integers(1, 4), order=st.permutations(range(4)), alone=st.booleans())
def test_a_third_laptop_s_log_that_was_written_twice_as_long_is_set_aside_on_both_sides_and_then_all_is_quiet(
    before, after, order, alone
) -> None:
    writer, other, hub = laptops("writer", "other", "hub")
    for number in range(before):
        writer.write(f"{number}")
    copy, log_id = _running_twice(writer), writer.log.writing
    for each in (writer, copy):
        for number in range(after):
            each.write(f"{number} of {id(each)}")
    writer.log.writing = copy.log.writing = "-"  # both are opened again
    if not alone:
        meet(writer, other)
        meet(copy, hub)
        assert dict(other.log.vector()) == dict(hub.log.vector()), "by how far it is known nothing differs"
    talkers = [writer, other, copy, writer] if alone else [other, other, writer, copy]
    talks = {id(each): Conversation(each.merging) for each in talkers}
    for _ in range(2):
        for place in order:
            carried(talks[id(talkers[place])].meet(), Line(hub).carry)
    last = {id(each): each.log.held[log_id][-1].hash() for each in (*talkers, hub) if log_id in each.log.held}
    assert len({*last.values()}) == 2
    for each in talkers:
        if last[id(each)] != last[id(hub)]:
            assert last[id(hub)] in _set_aside_there(each, log_id)
            assert last[id(each)] in _set_aside_there(hub, log_id)
    for each in talkers:
        line = Line(hub)
        carried(talks[id(each)].meet(), line.carry)
        assert not line.facts, "it was told to both, and is not told again"
        assert all(log_id in talks[id(each)].refused_there for _ in [0] if last[id(each)] != last[id(hub)])


def test_with_a_hub_that_knows_logs_by_how_far_they_are_alone_all_is_exchanged_as_it_was() -> None:
    """It passes over what it does not know of a message, as we do of a later version's; so it is with a laptop that asks."""
    one, hub = laptops("one", "hub")
    for each in (one, hub):
        each.write("1")
    talk, line = Conversation(one.merging), Line(hub)

    def carry(request: messages.Request) -> messages.Reply:
        match request:
            case Compare(root):
                return line.carry(Compare(root))
            case messages.Open(parts):
                return line.carry(messages.Open(parts))
        return line.carry(request)

    carried(talk.meet(), carry)
    assert agree(one, hub)
    assert carried(talk.meet(), carry).agreed
