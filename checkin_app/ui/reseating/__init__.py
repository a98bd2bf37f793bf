"""Guests put on another bus of their route by hand, at a cost that is seen before."""
