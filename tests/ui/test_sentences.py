"""A kept sentence is a text, and says the same again in another language."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from checkin_app.domain.problems_operators import SecondPersonNeeded
from checkin_app.domain.roles import DeedWord
from checkin_app.ui import words
from checkin_app.ui.replies import told
from checkin_app.ui.sentences import Sentence, said_anew, sentence


@dataclass(frozen=True)
class Draft:
    note: str = ""
    typed: str = "as it was typed"


@dataclass(frozen=True)
class State:
    draft: Draft = Draft()
    notes: tuple[str, ...] = ()
    count: int = 3


@pytest.fixture(autouse=True)
def _languages(dressed: object) -> Iterator[None]:
    yield
    words.speak("en")


def test_every_sentence_that_a_state_keeps_is_said_in_the_language_in_use() -> None:
    trouble = told(SecondPersonNeeded(deed=DeedWord.COUNT))
    state = State(Draft(trouble), (trouble, "typed"))
    assert trouble.startswith("A second person")
    words.speak("zh")
    fresh = said_anew(state)
    assert fresh.draft.note == fresh.notes[0] == words.in_a_row(words.problem(SecondPersonNeeded(deed=DeedWord.COUNT)))
    assert fresh.draft.note != trouble and (fresh.notes[1], fresh.draft.typed, fresh.count) == (
        "typed",
        state.draft.typed,
        3,
    )
    words.speak("en")
    assert said_anew(fresh) == state


def test_a_state_without_any_stays_the_very_same() -> None:
    state = State()
    assert said_anew(state) is state


def test_what_is_made_of_values_is_a_text_that_keeps_them() -> None:
    said = sentence("{0} of {n}".format, 1, n=2)
    assert (said, said.anew(), isinstance(said.anew(), Sentence)) == ("1 of 2", "1 of 2", True)
