"""A foreign ticket is found by whichever spelling of it is scanned."""

from alembic import op

revision = "0007"
down_revision = "0006"

STATEMENTS = (
    "DROP TABLE aliases",
    """
    CREATE TABLE aliases (
        code TEXT NOT NULL,
        delegate TEXT NOT NULL,
        ticket TEXT NOT NULL,
        PRIMARY KEY (code, delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX aliases_delegate ON aliases (delegate)",
    "CREATE INDEX aliases_ticket ON aliases (ticket)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
