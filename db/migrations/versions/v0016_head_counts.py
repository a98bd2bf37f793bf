"""What was counted at buses is folded."""

from alembic import op

revision = "0016"
down_revision = "0015"

STATEMENT = """
    CREATE TABLE head_counts (
        code TEXT NOT NULL,
        told TEXT NOT NULL,
        PRIMARY KEY (code)
    )
     WITHOUT ROWID
"""


def upgrade() -> None:
    op.execute(STATEMENT)
