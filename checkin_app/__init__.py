"""On-site check-in and tour dispatch for the laptops at a venue."""

__version__ = "0.1.0"
