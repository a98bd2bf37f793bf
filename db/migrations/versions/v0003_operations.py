"""Lists that are taken in by many short transactions and count as a whole."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    CREATE TABLE operations (
        log_id TEXT NOT NULL,
        what TEXT NOT NULL,
        promised INTEGER NOT NULL,
        at INTEGER NOT NULL,
        closed INTEGER NOT NULL,
        taken_back TEXT,
        PRIMARY KEY (log_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE counted (
        log_id TEXT NOT NULL,
        upto INTEGER NOT NULL,
        PRIMARY KEY (log_id)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
