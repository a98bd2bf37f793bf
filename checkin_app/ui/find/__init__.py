"""Finding a guest who brings no code."""
