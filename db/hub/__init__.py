"""The log of a large hub: one PostgreSQL, asked and added to by as many processes as are wanted."""
