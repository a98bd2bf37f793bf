"""The forum's sessions, categories and routes, which the event lead changes."""
