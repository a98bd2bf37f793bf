"""Names of people: one spelling for all spellings, how they are read aloud, and what finds them."""
