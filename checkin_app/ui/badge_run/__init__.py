"""Many badges at once: whose, in which order, to a printer or into a file."""
