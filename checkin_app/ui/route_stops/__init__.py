"""The stops of a route: their order, their names, and which there are."""
