"""The first run's other path: a laptop joins those that are there already."""
