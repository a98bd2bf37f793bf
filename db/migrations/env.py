"""Runs migrations on the connection that the store hands over, and says of each that it was."""

from alembic import context

handed = context.config.attributes
context.configure(
    connection=handed["connection"], transactional_ddl=True, on_version_apply=lambda **_: handed["applied"]()
)
with context.begin_transaction():
    context.run_migrations()
