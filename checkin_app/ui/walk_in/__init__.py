"""Registering a guest who is on no list."""
