"""Facts are found by whoever made them, and operators are folded."""

from alembic import op

revision = "0012"
down_revision = "0011"

STATEMENTS = (
    "CREATE INDEX facts_actor ON facts (actor) WHERE actor <> ''",
    """
    CREATE TABLE operators (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        badge TEXT,
        revoked TEXT,
        pin TEXT NOT NULL,
        state_facts TEXT NOT NULL,
        pin_facts TEXT NOT NULL,
        stated TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
