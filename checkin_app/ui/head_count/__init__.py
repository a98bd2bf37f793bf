"""A bus is counted by two people, and leaves and comes back by what that comes to."""
