"""The bus door: one verdict, readable from the step, and who is aboard."""
