"""Files of the whole forum, for mailing out and for a print shop."""
