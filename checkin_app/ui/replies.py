"""What a screen says when what it asked for was not done."""

from checkin_app.domain.problems import Problem
from checkin_app.runtime.lanes import Done, Result, Troubled
from checkin_app.ui import words
from checkin_app.ui.sentences import Sentence


def trouble(result: Result[object]) -> str:
    """Return the sentence and the next step of an answer that is none, empty where it was done."""
    if isinstance(result, Done):
        return ""
    return told(result.problem if isinstance(result, Troubled) else Problem())


def told(problem: Problem) -> Sentence:
    """Return the sentence and the next step of foreseen trouble, to be kept."""
    return Sentence(lambda: words.in_a_row(words.problem(problem)))
