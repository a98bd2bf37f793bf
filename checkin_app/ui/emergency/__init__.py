"""An emergency at a bus: it is called, everybody is marked, and it is ended."""
