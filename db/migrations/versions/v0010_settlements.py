"""What people said of contradictions."""

from alembic import op

revision = "0010"
down_revision = "0009"

STATEMENTS = (
    """
    CREATE TABLE settlements (
        id TEXT NOT NULL,
        what TEXT NOT NULL,
        about TEXT NOT NULL,
        field TEXT NOT NULL,
        rehearsal INTEGER NOT NULL,
        claims TEXT NOT NULL,
        shown_by TEXT NOT NULL,
        answers TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX settlements_at ON settlements (at)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
