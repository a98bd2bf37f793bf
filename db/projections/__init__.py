"""The projections: a module for each, with its tables, rows, fold and reads, and the registry that joins them."""
