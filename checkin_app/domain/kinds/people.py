"""What is said of people: who comes, and what is known of them."""

from typing import ClassVar

from msgspec import UNSET, UnsetType

from checkin_app.domain.changes import Changed, ChangeSet
from checkin_app.domain.delegates import FIELD_NAMES, Delegate
from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.edits import Edit, form_of
from checkin_app.domain.roles import Deed


class DelegateEdit(Edit, frozen=True, kw_only=True):
    SUBJECT = "delegate:"
    ASPECT = Aspect.DETAILS
    CHANGES: ClassVar[ChangeSet] = frozenset({Changed.DELEGATES})
    IS_WITHHELD = True
    FORM = form_of(Delegate, FIELD_NAMES)

    source: str | UnsetType = UNSET
    """What wrote it, where no person did."""

    @property
    def deed(self) -> Deed | None:
        return Deed.IMPORT if self.source else self.DEED


class DelegateRegistered(DelegateEdit, frozen=True, kw_only=True):
    KIND = "delegate.registered"
    DEED = Deed.REGISTER


class DelegateAmended(DelegateEdit, frozen=True, kw_only=True):
    KIND = "delegate.amended"
    DEED = Deed.MEND
