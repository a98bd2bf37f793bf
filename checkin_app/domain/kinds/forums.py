"""What is said of the forum: which file of it is in force."""

from typing import ClassVar

from msgspec import UNSET

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.kinds.body import Aspect, Body, DigestName, Known
from checkin_app.domain.roles import Deed

#: What laptops that changed the forum apart contradict each other in.
FIELD = "forum"


class ForumAdopted(Body, frozen=True, kw_only=True):
    KIND = "forum.adopted"
    ASPECT = Aspect.FORUM
    DEED = Deed.FORUM
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.FORUM})

    document: DigestName
    after: Known = UNSET
