"""What screens say about the rows of a delegate list: why one was refused, what was guessed, what is a question."""

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CategoryId, RouteId
from checkin_app.domain.lists.answers import WAYS, Question, Way
from checkin_app.domain.lists.fields import Field
from checkin_app.domain.lists.groups import Group
from checkin_app.domain.lists.notes import SENTENCES, Note
from checkin_app.domain.papers import PaperWord
from checkin_app.domain.texts import Detail
from checkin_app.ui import words_languages
from checkin_app.ui.kit import bidi
from checkin_app.ui.words_details import detail
from checkin_app.ui.words_speech import say, spoken


def field(of: Field) -> str:
    return detail(of)


def note(of: Note, forum: Forum) -> str:
    """Return a remark on a row, or on the whole list, in the language in use."""
    details = {name: _detail(name, value, forum) for name, value in of.details.items()}
    return say("ListNote", SENTENCES[of.key]).format_map(details)


def group(of: Group, forum: Forum, *, answered: bool) -> str:
    """Return what is said of all rows of a group, in the language in use."""
    details = {name: _detail(name, value, forum) for name, value in of.note.details.items()}
    return say("ListNote", of.sentence_where(answered=answered)).format_map(details)


def choice(question: Question, key: str, forum: Forum) -> str:
    """Return an answer to a question in the language in use."""
    if key in set(Way):
        return say("ListAnswer", WAYS[Way(key)])
    if question is Question.CATEGORY and (category := forum.category(CategoryId(key))):
        return category.name.in_(spoken())
    if question is Question.ROUTE and (route := forum.route(RouteId(key))):
        return f"{bidi.code(route.id)} {route.name.in_(spoken())}"
    return words_languages.language(key) if question is Question.LANGUAGE else key


def plain_note(of: Note, forum: Forum) -> str:
    """Return a remark for a file, which other programs read: without the marks of direction."""
    return bidi.plain(note(of, forum))


def refused_header() -> tuple[str, str]:
    """Return what heads the number and the reason in the table of the rows that were not taken."""
    return say("Paper", PaperWord.ROW), say("Paper", PaperWord.REASON)


def _detail(name: str, value: Detail, forum: Forum) -> str:
    if name == "field" and value in set(Field):
        return field(Field(str(value)))
    if name == "category" and (category := forum.category(CategoryId(str(value)))):
        return category.name.in_(spoken())
    return detail(value)
