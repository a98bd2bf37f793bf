"""Records that are one person's: which stands for which."""

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = (
    """
    CREATE TABLE merges (
        delegate TEXT NOT NULL,
        merged_into TEXT,
        root TEXT,
        state_facts TEXT NOT NULL,
        apart INTEGER NOT NULL,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX merges_root ON merges (root)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
