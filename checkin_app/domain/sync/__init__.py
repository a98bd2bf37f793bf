"""What two stations say to one another to come to the same facts: pure values and their form in bytes."""
