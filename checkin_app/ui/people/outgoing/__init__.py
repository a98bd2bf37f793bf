"""The lists that go out: who came to each session and rode on each route, and everybody."""
