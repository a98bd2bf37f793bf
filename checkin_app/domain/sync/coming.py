"""How far a station is with taking over what another knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from checkin_app.domain.chain import Stored
from checkin_app.domain.facts import Fact
from checkin_app.domain.kinds.badges import BadgeReplaced
from checkin_app.domain.kinds.people import DelegateRegistered
from checkin_app.domain.sync.messages import Answer


@dataclass(frozen=True, slots=True)
class Coming:
    """What is here of what there is, and what came of it this time."""

    facts: int = 0
    whole: int = 0
    """As many facts as the other is known to have, and those here that it has not."""
    people: int = 0
    badges: int = 0
    """Everybody's first, and those that replaced one."""
    documents: int = 0
    due: int = 0
    """Facts of lists that came, which count only with the whole list,"""
    counted: int = 0
    """and as many of them as do by now."""

    def toward(self, held: int, more: int) -> "Coming":
        """Return this where so many facts are here, and so many more are to come."""
        return replace(self, facts=held, whole=held + more)

    def counting(self, left: int) -> "Coming":
        """Return this where so many facts of lists do not count yet."""
        due = self.due if left < self.due - self.counted else left
        return replace(self, due=due, counted=due - left)

    def plus(self, facts: Sequence[Fact], answers: Sequence[Answer], documents: int) -> "Coming":
        """Return this with what came, as far as it was stored."""
        kinds = [fact.kind for fact, answer in zip(facts, answers, strict=True) if isinstance(answer, Stored)]
        people = kinds.count(DelegateRegistered.KIND)
        return replace(
            self,
            facts=self.facts + len(kinds),
            people=self.people + people,
            badges=self.badges + people + kinds.count(BadgeReplaced.KIND),
            documents=self.documents + documents,
        )


ToldComing = Callable[[Coming], None]
"""Told how far it is as it goes, in the thread that does it; what it raises ends the work, and what came stays."""


def untold_coming(_coming: Coming) -> None:
    """Tell nobody how far it is."""
