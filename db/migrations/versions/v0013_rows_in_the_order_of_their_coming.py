"""People and documents stand in the order in which they came, so that a list is written on few pages."""

from alembic import op

revision = "0013"
down_revision = "0012"

STATEMENTS = (
    "ALTER TABLE documents RENAME TO documents_by_digest",
    """
    CREATE TABLE documents (
        digest TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (digest)
    )
    """,
    "INSERT INTO documents (digest, content) SELECT digest, content FROM documents_by_digest",
    "DROP TABLE documents_by_digest",
    "DROP TABLE delegates",
    """
    CREATE TABLE delegates (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        latin_name TEXT NOT NULL,
        family TEXT NOT NULL,
        given TEXT NOT NULL,
        honorific TEXT NOT NULL,
        delegation TEXT NOT NULL,
        organisation TEXT NOT NULL,
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        route TEXT NOT NULL,
        second_route TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        languages TEXT NOT NULL,
        accessible INTEGER NOT NULL,
        note TEXT NOT NULL,
        host TEXT NOT NULL,
        aliases TEXT NOT NULL,
        badge_no TEXT NOT NULL,
        origin TEXT NOT NULL,
        prints_latin INTEGER NOT NULL,
        heads TEXT NOT NULL,
        disputed TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX delegates_badge_no ON delegates (badge_no)",
    "CREATE INDEX delegates_category ON delegates (category)",
    "CREATE INDEX delegates_disputed ON delegates (id) WHERE disputed IS NOT NULL",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
