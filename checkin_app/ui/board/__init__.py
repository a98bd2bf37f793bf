"""The dispatch board: every bus of every route, and which of them needs a person."""
