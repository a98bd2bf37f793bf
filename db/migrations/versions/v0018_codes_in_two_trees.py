"""Codes of other systems stand in two trees: by whose they are, and by what their spellings share."""

from alembic import op

revision = "0018"
down_revision = "0017"

STATEMENTS = (
    "DROP TABLE aliases",
    """
    CREATE TABLE aliases (
        delegate TEXT NOT NULL,
        code TEXT NOT NULL,
        ticket TEXT NOT NULL,
        PRIMARY KEY (delegate, code)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX aliases_ticket ON aliases (ticket, code)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
