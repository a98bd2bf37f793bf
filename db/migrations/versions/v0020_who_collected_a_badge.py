"""Who took a badge along for its guest: the jobs are folded anew."""

from alembic import op

revision = "0020"
down_revision = "0019"

STATEMENTS = (
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
        ticket TEXT NOT NULL,
        collector TEXT NOT NULL,
        collector_called TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX jobs_delegate ON jobs (delegate, issue)",
    "CREATE INDEX jobs_at ON jobs (at)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
