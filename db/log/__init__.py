"""What is only a log: facts, the documents they name, how far each log is, and what is kept aside or out of them."""
