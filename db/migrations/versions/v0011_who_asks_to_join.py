"""Stations have a role and a standing, and some ask to join: they are folded anew."""

from alembic import op

revision = "0011"
down_revision = "0010"

STATEMENTS = (
    "DROP TABLE stations",
    """
    CREATE TABLE stations (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        public_key TEXT NOT NULL,
        key_id TEXT NOT NULL,
        role TEXT NOT NULL,
        standing TEXT NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX stations_key_id ON stations (key_id)",
    """
    CREATE TABLE askings (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        public_key TEXT NOT NULL,
        words TEXT NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
