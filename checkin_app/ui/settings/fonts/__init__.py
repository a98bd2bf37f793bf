"""The fonts that were added for letters that no font of the application has."""
