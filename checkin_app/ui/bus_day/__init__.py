"""One bus's day: what it lacks, where it was and goes next, how long its driver may drive, and what is said of it."""
