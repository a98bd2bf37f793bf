"""By which choices each question about a list can be answered, and answers as a person writes them."""

from collections.abc import Callable, Iterable, Mapping

from checkin_app.domain.canonical import Json
from checkin_app.domain.details import Entry, Expected
from checkin_app.domain.forum import Forum
from checkin_app.domain.lists.answers import EVERY, Answers, Asked, Question, Way
from checkin_app.domain.lists.groups import Group
from checkin_app.domain.lists.values import language_tags
from checkin_app.domain.problems import FieldInvalid

_CHOICES: Mapping[Question, Callable[[Forum], tuple[str, ...]]] = {
    Question.CATEGORY: lambda forum: tuple(each.id for each in forum.categories),
    Question.ROUTE: lambda forum: (*(each.id for each in forum.routes), Way.NONE),
    Question.LANGUAGE: lambda _forum: (*language_tags(), Way.NONE),
    Question.ACCESSIBLE: lambda _forum: (Way.YES, Way.NO),
    Question.STATUS: lambda _forum: (Way.YES, Way.NO),
    Question.CONFIRMED_AGAIN: lambda _forum: (Way.YES, Way.NO),
    Question.LISTED_AGAIN: lambda _forum: (Way.YES, Way.NO),
    Question.LEFT_OFF: lambda _forum: (Way.KEEP, Way.CANCEL),
    Question.PEOPLE: lambda _forum: (Way.SPLIT, Way.KEEP),
    Question.PHONE: lambda _forum: (Way.KEEP, Way.EMPTY),
    Question.EMAIL: lambda _forum: (Way.KEEP, Way.EMPTY),
    Question.TWICE_ENCODED: lambda _forum: (Way.YES, Way.NO),
    Question.HIDDEN: lambda _forum: (Way.YES, Way.NO),
    Question.STRUCK: lambda _forum: (Way.YES, Way.NO),
    Question.SAME_NAME: lambda _forum: (Way.SAME, Way.OTHER, Way.SAME_ALL, Way.OTHER_ALL),
    Question.KNOWN: lambda _forum: (Way.SAME, Way.OTHER, Way.SAME_ALL, Way.OTHER_ALL),
}
#: Questions with one answer for all values.
FOR_ALL = frozenset(
    {
        Question.CONFIRMED_AGAIN, Question.LISTED_AGAIN, Question.LEFT_OFF, Question.PHONE, Question.EMAIL, Question.TWICE_ENCODED,
        Question.HIDDEN, Question.STRUCK,
    }
)  # fmt: skip


def choices_of(question: Question, forum: Forum) -> tuple[str, ...]:
    """Return what can be answered: ids of the forum's own things, tags of languages, or a `Way`."""
    return _CHOICES[question](forum)


def answered(words: Iterable[str], forum: Forum) -> Answers:
    """Return the answers that `words` give: ``category:IO Head=press`` each, ``phone=keep`` where all values have one.

    One without a choice takes an answer back that was given before.

    Raises:
        FieldInvalid: a word names no question, or no choice of it.
    """
    return Answers(given=dict(_answered(each, forum) for each in words))


def still_offered(said: Mapping[Asked, str], forum: Forum) -> dict[Asked, str]:
    """Return those answers that can be given now: a forum may have lost a category since."""
    return {asked: choice for asked, choice in said.items() if choice in choices_of(asked.question, forum)}


def told(groups: Iterable[Group], forum: Forum) -> list[Json]:
    """Return groups as JSON, each with the choices by which it can be answered."""
    return [
        {**each.as_json(), "choices": [*choices_of(each.asked.question, forum)] if each.asked else []}
        for each in groups
    ]


def _answered(word: str, forum: Forum) -> tuple[Asked, str]:
    about, _, choice = word.rpartition("=")
    name, _, value = about.partition(":")
    name, choice = name.strip(), choice.strip()
    if name not in set(Question):
        raise FieldInvalid(field=Entry.MAP, value=name or word, expected=Expected.ONE_OF.of(known=", ".join(Question)))
    question = Question(name)
    if choice and choice not in (known := choices_of(question, forum)):
        raise FieldInvalid(field=Entry.MAP, value=choice, expected=Expected.ONE_OF.of(known=", ".join(known)))
    whole = question in FOR_ALL or choice in EVERY
    return Asked.about(question, "" if whole else value), EVERY.get(choice, choice)
