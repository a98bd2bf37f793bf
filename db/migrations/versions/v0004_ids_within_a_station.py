"""A fact's id is unique within its station: what another station calls a fact of its own keeps nobody's out."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "DROP INDEX facts_id",
    "CREATE UNIQUE INDEX facts_id ON facts (fact_id, substr(log_id, 1, 16))",
    "DROP TABLE scans",
    """
    CREATE TABLE scans (
        fact_id TEXT NOT NULL,
        station TEXT NOT NULL,
        hlc INTEGER NOT NULL,
        at INTEGER NOT NULL,
        checkpoint TEXT NOT NULL,
        reason TEXT NOT NULL,
        delegate TEXT,
        details TEXT NOT NULL,
        answer TEXT NOT NULL,
        undone INTEGER NOT NULL,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (fact_id, station)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX scans_accepted ON scans (station, at) WHERE accepted = 1",
    "CREATE INDEX scans_checkpoint ON scans (checkpoint, hlc)",
    "CREATE INDEX scans_newest ON scans (hlc)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
