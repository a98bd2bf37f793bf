"""The kinds of fact: a module for each family, and the registry that joins them."""
