"""Pure values and rules: no clock, disk, thread, Qt or SQL."""
