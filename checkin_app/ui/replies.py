"""What a screen says when what it asked for was not done."""

from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui import words


def trouble(result: Result[object]) -> str:
    """Return the sentence and the next step of an answer that is none, empty where it was done."""
    if isinstance(result, Done):
        return ""
    problem = result.problem if isinstance(result, Troubled) else Problem()
    return words.in_a_row(words.problem(problem))
