"""What somebody did is found by when they did it, so that what is said of them is asked of what came after alone."""

from alembic import op

revision = "0021"
down_revision = "0020"

STATEMENTS = (
    "DROP INDEX facts_actor",
    "CREATE INDEX facts_actor ON facts (actor, hlc) WHERE actor <> ''",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
