"""Buses and jobs say which facts their state rests on: both are folded anew."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "DROP TABLE buses",
    """
    CREATE TABLE buses (
        code TEXT NOT NULL,
        route TEXT,
        fields TEXT NOT NULL,
        state TEXT NOT NULL,
        opened TEXT NOT NULL,
        state_facts TEXT NOT NULL,
        edits TEXT NOT NULL,
        disputed TEXT,
        PRIMARY KEY (code)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX buses_route ON buses (route)",
    "DROP TABLE jobs",
    """
    CREATE TABLE jobs (
        id TEXT NOT NULL,
        delegate TEXT NOT NULL,
        issue INTEGER NOT NULL,
        printer TEXT NOT NULL,
        state TEXT NOT NULL,
        detail TEXT NOT NULL,
        at INTEGER NOT NULL,
        state_facts TEXT NOT NULL,
        station TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX jobs_at ON jobs (at)",
    "CREATE INDEX jobs_delegate ON jobs (delegate, issue)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
