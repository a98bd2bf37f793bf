"""Another bus takes over from one: who moves first, who has no place, and what comes next."""
