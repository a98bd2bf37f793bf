"""The desk: scan, verdict, person, next."""
