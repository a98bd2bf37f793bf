"""The record itself: verified, mended, backed up, brought back."""
