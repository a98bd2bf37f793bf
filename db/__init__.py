"""The store: log, projections and queries on SQLite through SQLAlchemy."""
