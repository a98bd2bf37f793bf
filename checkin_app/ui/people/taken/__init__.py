"""The delegate lists that were taken in, and the way to take one back."""
