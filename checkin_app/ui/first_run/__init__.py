"""The first minutes with a new laptop: its event, its name, its scanner and its printer."""
