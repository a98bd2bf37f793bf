"""A store in memory with people in it, who are looked for."""

from pathlib import Path

import sqlalchemy as sa
from msgspec import structs

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.names.pinyin import load_table
from checkin_app.services.ports.people import SearchHitKind as Kind
from db import finding
from db.engine import Link

TABLE = load_table((Path(__file__).parents[2] / "resources" / "pinyin" / "pinyin.txt").read_bytes())


class Hall:
    """A store with people in it, numbered as they were given."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.finder = finding.Finder(lambda: TABLE)
        self.people: dict[DelegateId, Delegate] = {}

    def fill(self, *names: str) -> None:
        """Begin anew with people of these names."""
        finding.drop(self.connection)
        finding.create(self.connection)
        self.people.clear()
        self.add(*(Delegate(DelegateId(f"{number:016x}"), name) for number, name in enumerate(names)))

    def add(self, *people: Delegate) -> None:
        self.people |= {person.id: person for person in people}
        self.finder.index(Link(self.connection, Path()), people)

    def hits(self, text: str, limit: int = 50) -> list[tuple[str, Kind]]:
        found = self.finder.find(self.connection, text, limit)
        return [(self.people[hit.delegate].name, hit.kind) for hit in found]

    def names(self, text: str) -> list[str]:
        return [name for name, _ in self.hits(text)]

    def bearers(self, text: str) -> list[tuple[str, int | None]]:
        found = self.finder.bearers(self.connection, text)
        return [(self.people[hit.delegate].name, hit.issue) for hit in found]

    def look_alikes(self, name: str, latin_name: str = "") -> list[str]:
        found = self.finder.look_alikes(self.connection, name, latin_name, 5)
        return [self.people[delegate].name for delegate in found]


def person(number: int, name: str, **more: str) -> Delegate:
    return structs.replace(Delegate(DelegateId(f"{number:016x}"), name), **more)  # type: ignore[arg-type]  # text fields only
