"""Choosing what this laptop checks."""
