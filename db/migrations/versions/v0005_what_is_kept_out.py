"""What other stations brought and was refused or waits is remembered until it has come after all."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    """
    CREATE TABLE kept_out (
        log_id TEXT NOT NULL,
        why TEXT NOT NULL,
        count INTEGER NOT NULL,
        first_seq INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        fact_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (log_id, why)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
