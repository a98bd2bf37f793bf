"""Who acts: signing in, and who the operators are."""
