"""The files that go out: everybody, their codes and badges, who came to each session and rode on each route."""
