"""What a backup holds, as far as it can be said without putting it in the store's place."""

from pathlib import Path

import sqlalchemy as sa

from checkin_app.domain.problems import StorageProblem
from checkin_app.services.ports.upkeep import BackupFile, KeptBackup
from db import migrating
from db.engine import Prepared
from db.log.heads import heads_of
from db.projections.people import delegates
from db.readers import reading

_PEOPLE = Prepared(sa.select(sa.func.count()).select_from(delegates))


def of(file: BackupFile, key: bytes) -> KeptBackup:
    """Return how much is in a backup; one that does not open, or is of another version, says nothing of itself."""
    try:
        with reading(Path(file.path), key) as link:
            if migrating.revision_of(link) != migrating.HEAD:
                return KeptBackup(file, readable=False)
            facts = sum(head.seq for head in heads_of(link).values())
            people = link.one(_PEOPLE)
    except StorageProblem:
        return KeptBackup(file, readable=False)
    return KeptBackup(file, facts, int(people[0]) if people else 0)
