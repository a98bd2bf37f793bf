"""What registering and amending have in common: values, of which those that name a person stand in a document."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, get_type_hints

import msgspec
from msgspec import UNSET, UnsetType

from checkin_app.domain.canonical import Json
from checkin_app.domain.ids import FactId
from checkin_app.domain.kinds.body import Body, Count, DigestName


def form_of(whole: type, names: Collection[str]) -> type[msgspec.Struct]:
    """Return the form of values that are written of a dataclass: any of its fields `names`, each of its type."""
    hints = get_type_hints(whole)
    types = {name: Count if hints[name] is int else hints[name] for name in names}
    return msgspec.defstruct(
        f"{whole.__name__}Values", [(name, each | UnsetType, UNSET) for name, each in types.items()]
    )


class Edit(Body, frozen=True, kw_only=True):
    """Somebody wrote some fields.  Values of fields that this version does not know are kept as they are."""

    FORM: ClassVar[type[msgspec.Struct]]

    values: dict[str, Any]
    document: DigestName | UnsetType | None = UNSET
    supersedes: dict[str, tuple[FactId, ...]] | UnsetType | None = UNSET
    """Of each field the facts that this one follows."""

    def __post_init__(self) -> None:
        msgspec.convert(self.values, self.FORM)

    def with_document(self, document: Mapping[str, Json]) -> dict[str, Json]:
        """Return the values with those of its document put back; one of another form says nothing."""
        try:
            msgspec.convert(document, self.FORM)
        except msgspec.ValidationError:
            return self.values
        return {**self.values, **document}
