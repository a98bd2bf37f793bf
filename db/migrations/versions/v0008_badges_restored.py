"""A badge says which facts it is void or valid by, since it can be restored: the badges are folded anew."""

from alembic import op

revision = "0008"
down_revision = "0007"

STATEMENTS = (
    "DROP TABLE badges",
    """
    CREATE TABLE badges (
        delegate TEXT NOT NULL,
        current INTEGER NOT NULL,
        revoked TEXT NOT NULL,
        issues TEXT NOT NULL,
        state_facts TEXT NOT NULL,
        apart INTEGER NOT NULL,
        doubled TEXT,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX badges_apart ON badges (delegate) WHERE apart = 1",
    "CREATE INDEX badges_doubled ON badges (delegate) WHERE doubled IS NOT NULL",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
