"""The demonstration forum: its two days played off-screen, or opened in a window to try."""

from checkin_app.demo.play import open_window, play

__all__ = ["open_window", "play"]
