"""Which badges left in files."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.execute("""
    CREATE TABLE issues (
        delegate TEXT NOT NULL,
        numbers TEXT NOT NULL,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """)
