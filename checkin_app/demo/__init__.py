"""The demonstration forum: its two days played off-screen, or opened in a window to try."""
