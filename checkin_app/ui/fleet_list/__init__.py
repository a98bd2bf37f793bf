"""A list of buses on its way in: what it would change, what is wrong with its rows, and that it is taken back."""
