"""What a person did at once: its facts carry the name of one act, are one transaction, and are undone as one."""

from collections.abc import Callable, Iterable, Sequence

from checkin_app.domain.facts import Fact

#: More facts than any act has: a swap of a bus of a hundred seats puts everybody on another list and says that they change.
#: They stand together in their log, so that they are found without an index.
MOST = 256


def of_one_act(fact: Fact, beside: Callable[[], Iterable[Fact]]) -> Sequence[Fact]:
    """Return the facts of the act that `fact` belongs to, in their order; itself where it is one of its own.

    Args:
        fact: one of them.
        beside: returns those of its log that stand up to `MOST` places before and after it, itself among them; a
            fact that is all of its act, as nearly every scan is, asks for none.
    """
    act = fact.said.act if fact.said else None
    return [each for each in beside() if each.said and each.said.act == act] if act else [fact]
