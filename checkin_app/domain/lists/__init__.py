"""Delegate lists as they really come: which column is what, who each row describes, what the whole would change."""
