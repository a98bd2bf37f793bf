"""The buses: who is aboard, who is missing, and the papers that go along."""
