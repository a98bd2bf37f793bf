"""What can be done: one module per verb, each public method one transaction."""
