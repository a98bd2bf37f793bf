"""What a laptop of an earlier version knows: fewer kinds of facts, which it keeps and passes on unread."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from checkin_app.domain.kinds import registry
from checkin_app.domain.kinds.body import Body


@dataclass(frozen=True)
class Version:
    """What a version knows, while it speaks."""

    lacks: frozenset[str] = frozenset()
    form: int = registry.FORM

    @contextmanager
    def speaks(self) -> Iterator[None]:
        """Let all that is done within be done by a laptop of this version."""
        kinds = cast("dict[str, type[Body]]", registry.KINDS)
        before, form = dict(kinds), registry.FORM
        kinds.clear()
        kinds.update({name: kind for name, kind in _ALL.items() if name not in self.lacks})
        registry.FORM = self.form  # type: ignore[misc]  # that is what a version is
        try:
            yield
        finally:
            kinds.clear()
            kinds.update(before)
            registry.FORM = form  # type: ignore[misc]


_ALL = dict(registry.KINDS)
NEWEST = Version()
#: As those were that people may still have at a desk: of what is said of badges, buses and contradictions they know less.
OLDER = Version(
    frozenset({
        "contradiction.settled", "contradiction.reopened", "badge.restored", "delegate.merged", "delegate.parted",
        "scan.answered", "station.left",
    }),
    registry.FORM - 1,
)  # fmt: skip
