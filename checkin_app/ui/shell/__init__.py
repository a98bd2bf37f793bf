"""The window around every screen, and what screens may ask of the application."""
