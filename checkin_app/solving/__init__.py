"""Exact solving by HiGHS: a few buses of a plan at a time.  What it is given and gives back are `domain`'s values."""
