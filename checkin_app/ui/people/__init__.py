"""Everybody who is expected: the directory, and lists on their way into it."""
