"""Scanners: from key strokes and bytes to one scanned text."""
