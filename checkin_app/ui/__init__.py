"""Screens: each a rendering of state."""
