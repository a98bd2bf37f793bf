"""Documents are found by how their digests begin, so that a list is written on fewer pages."""

from alembic import op

revision = "0019"
down_revision = "0018"

STATEMENTS = (
    "ALTER TABLE documents RENAME TO documents_by_digest",
    """
    CREATE TABLE documents (
        digest TEXT NOT NULL,
        content BLOB NOT NULL
    )
    """,
    "INSERT INTO documents (digest, content) SELECT digest, content FROM documents_by_digest ORDER BY rowid",
    "DROP TABLE documents_by_digest",
    "CREATE INDEX documents_digest ON documents (substr(digest, 1, 16))",
    "DROP INDEX facts_document",
    "CREATE INDEX facts_document ON facts (substr(document, 1, 16)) WHERE document IS NOT NULL",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
