"""The record of one person: everything that is known, mended where the person stands."""
