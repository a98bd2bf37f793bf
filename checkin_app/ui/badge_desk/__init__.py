"""Printing and replacing badges."""
