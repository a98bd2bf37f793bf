"""What was said of rides: standby, excused, no-show and the rest."""

from alembic import op

revision = "0015"
down_revision = "0014"

STATEMENTS = (
    """
    CREATE TABLE ride_sayings (
        delegate TEXT NOT NULL,
        what TEXT NOT NULL,
        rehearsal INTEGER NOT NULL,
        at INTEGER NOT NULL,
        place TEXT NOT NULL,
        fact_id TEXT NOT NULL,
        known TEXT NOT NULL,
        bus TEXT,
        leaves TEXT,
        route TEXT,
        heads TEXT NOT NULL,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX ride_sayings_what ON ride_sayings (what, route)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
