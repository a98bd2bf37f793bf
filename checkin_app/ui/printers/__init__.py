"""The printers of this laptop: found, added, tested, paused, and how each is."""
