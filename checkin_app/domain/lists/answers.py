"""What a person says once for all rows of a list that leave the same thing open.

A question is asked by a remark: `QUESTIONS` says which.  Whoever reads rows asks for the note with `Answers.note`: where
the person has answered, it holds the answer and asks no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from checkin_app.domain.lists.notes import Key, Note, Remark, Why
from checkin_app.domain.names.folding import fold
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Detail


class Question(StrEnum):
    """What can be answered; the value is how the command line calls it."""

    CATEGORY = "category"
    ROUTE = "route"
    LANGUAGE = "language"
    ACCESSIBLE = "accessible"
    STATUS = "status"
    CONFIRMED_AGAIN = "confirmed-again"
    LISTED_AGAIN = "listed-again"
    LEFT_OFF = "left-off"
    PEOPLE = "people"
    PHONE = "phone"
    EMAIL = "email"
    TWICE_ENCODED = "twice-encoded"
    HIDDEN = "hidden"
    STRUCK = "struck"
    SAME_NAME = "same-name"
    KNOWN = "known"


class Way(StrEnum):
    """Answers that name no thing of the forum."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    KEEP = "keep"
    EMPTY = "empty"
    CANCEL = "cancel"
    SPLIT = "split"
    SAME = "same"
    OTHER = "other"
    SAME_ALL = "same-all"
    OTHER_ALL = "other-all"


WAYS: Mapping[Way, str] = {
    Way.NONE: QT_TRANSLATE_NOOP("ListAnswer", "None"),
    Way.YES: QT_TRANSLATE_NOOP("ListAnswer", "Yes"),
    Way.NO: QT_TRANSLATE_NOOP("ListAnswer", "No"),
    Way.KEEP: QT_TRANSLATE_NOOP("ListAnswer", "Keep as it is"),
    Way.EMPTY: QT_TRANSLATE_NOOP("ListAnswer", "Leave empty"),
    Way.SPLIT: QT_TRANSLATE_NOOP("ListAnswer", "Split into one person each"),
    Way.CANCEL: QT_TRANSLATE_NOOP("ListAnswer", "Cancel them"),
    Way.SAME: QT_TRANSLATE_NOOP("ListAnswer", "The same person"),
    Way.OTHER: QT_TRANSLATE_NOOP("ListAnswer", "Somebody else"),
    Way.SAME_ALL: QT_TRANSLATE_NOOP("ListAnswer", "The same person, in every such row"),
    Way.OTHER_ALL: QT_TRANSLATE_NOOP("ListAnswer", "Somebody else, in every such row"),
}
#: Choices that settle a question for every value, with what they then say of each.
EVERY: Mapping[str, Way] = {Way.SAME_ALL: Way.SAME, Way.OTHER_ALL: Way.OTHER}

#: Which remark asks what.  One that is not here asks for a look at its rows, and has no answer for all of them.
QUESTIONS: Mapping[Key, Question] = {
    Remark.CATEGORY_UNKNOWN: Question.CATEGORY,
    Remark.STATUS_UNKNOWN: Question.STATUS,
    Remark.MAYBE_CANCELLED: Question.STATUS,
    Remark.CONFIRMED_AGAIN: Question.CONFIRMED_AGAIN,
    Remark.LISTED_AGAIN: Question.LISTED_AGAIN,
    Remark.LEFT_OFF: Question.LEFT_OFF,
    Remark.ROUTE_UNKNOWN: Question.ROUTE,
    Remark.ROUTE_SEVERAL: Question.ROUTE,
    Remark.LANGUAGE_UNKNOWN: Question.LANGUAGE,
    Remark.ACCESSIBLE_UNCLEAR: Question.ACCESSIBLE,
    Remark.SEVERAL_NAMED: Question.PEOPLE,
    Remark.PHONE_ODD: Question.PHONE,
    Remark.EMAIL_ODD: Question.EMAIL,
    Remark.VALUE_TWICE_ENCODED: Question.TWICE_ENCODED,
    Remark.ROW_HIDDEN: Question.HIDDEN,
    Remark.ROW_STRUCK: Question.STRUCK,
    Why.LEFT_OUT_HIDDEN: Question.HIDDEN,
    Why.LEFT_OUT_STRUCK: Question.STRUCK,
    Remark.SAME_NAME: Question.SAME_NAME,
    Why.SAME_PERSON: Question.SAME_NAME,
    Remark.MAYBE_KNOWN: Question.KNOWN,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked once: a question about a value, or about all rows alike where the value is empty."""

    question: Question
    value: str = ""
    """Folded, so that one answer holds for every spelling."""

    @classmethod
    def about(cls, question: Question, value: str) -> "Asked":
        return cls(question, fold(value) or value.strip())


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered: by a person now, or when a list of the same headings was taken in before."""

    given: Mapping[Asked, str] = field(default_factory=dict)
    """A choice each; an empty one takes a remembered answer back."""
    remembered: Mapping[Asked, str] = field(default_factory=dict)

    def to(self, asked: Asked) -> str:
        """Return the choice, or empty where there is none: what a person says now goes first."""
        said = self.given.get(asked)
        return self.remembered.get(asked, "") if said is None else said

    def is_remembered(self, asked: Asked) -> bool:
        """Return whether the answer that holds is one from before."""
        return asked not in self.given and asked in self.remembered

    def note(self, remark: Key, value: str, details: Mapping[str, Detail], *, each: bool = True) -> Note:
        """Return the remark about `value`, with the answer where there is one.

        Args:
            remark: one of `QUESTIONS`.
            value: as the list has it.
            details: what the remark's sentence needs.
            each: False where the answer is one for all values.
        """
        asked = Asked.about(QUESTIONS[remark], value if each else "")
        return Note(remark, details, of=asked.value, answer=self.to(asked))

    def note_of_one(self, remark: Key, value: str, details: Mapping[str, Detail]) -> Note:
        """Return the remark about `value` as `note` does, with the answer for every value where it has none of its own."""
        asked = Asked.about(QUESTIONS[remark], value)
        every = Asked(asked.question)
        if not self.to(asked) and (said := self.to(every)):
            return Note(remark, details, answer=said)
        return Note(remark, details, of=asked.value, answer=self.to(asked))

    def ever_say(self, question: Question, choice: str) -> bool:
        """Return whether a question has this answer for any value."""
        return any(asked.question is question and said == choice for asked, said in self.holding().items())

    def with_(self, asked: Asked, choice: str) -> "Answers":
        """Return the answers after a person gave one more, or took one back with an empty choice."""
        if choice in EVERY:
            others = {each: "" for each in self.remembered if each.question is asked.question}
            given = {each: said for each, said in self.given.items() if each.question is not asked.question}
            return replace(self, given={**given, **others, Asked(asked.question): EVERY[choice]})
        given = {each: said for each, said in self.given.items() if each != asked}
        if choice or asked in self.remembered:
            given[asked] = choice
        return replace(self, given=given)

    def after(self, remembered: Mapping[Asked, str]) -> "Answers":
        """Return the answers for a list after one of which this was `remembered`."""
        return replace(self, remembered=remembered)

    def holding(self) -> Mapping[Asked, str]:
        """Return every answer that holds."""
        return {each: said for each, said in {**self.remembered, **self.given}.items() if said}


UNANSWERED = Answers()


def asked_by(note: Note) -> Asked | None:
    """Return what a note asks, or asked before it was answered; None where no answer is known to it."""
    question = QUESTIONS.get(note.key)
    return Asked(question, note.of) if question else None
