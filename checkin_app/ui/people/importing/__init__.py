"""A delegate list on its way in: looked at, corrected, taken."""
