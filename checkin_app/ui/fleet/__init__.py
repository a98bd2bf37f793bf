"""The buses there are: put on routes, filled, and changed."""
