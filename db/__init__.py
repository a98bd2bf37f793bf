"""The store: journal, documents, projections and queries on SQLite through SQLAlchemy."""
