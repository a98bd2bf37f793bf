"""What a question is looked for by, best first: each stage is a kind of hit and the index's words for it."""

from collections.abc import Iterator, Sequence, Sized

from checkin_app.domain.badge_numbers import looser_keys, read_number
from checkin_app.domain.names.search_keys import MOST_JOINED, SHORTEST_TAIL, KeyField, Question, joined
from checkin_app.services.ports.people import SearchHitKind
from db.finding_terms import FIELDS, Terms, exact

Stage = tuple[SearchHitKind, str]
"""Empty words find nobody."""

_LOCAL_PHONE = 8
"""Last digits that tell a phone where one side has the country's code and the other has not."""

_KINDS = dict(
    zip(
        FIELDS,
        (
            SearchHitKind.FAMILY,
            SearchHitKind.GIVEN,
            SearchHitKind.INITIALS,
            SearchHitKind.PINYIN,
            SearchHitKind.DELEGATION,
        ),
        strict=True,
    )
)
_FEW_WORDS = 3
_SHORTEST_MAIL = 3
"""Letters of an address that are looked for without a sign of one."""
NAME_FIELDS = (KeyField.FAMILY, KeyField.GIVEN)
WORD_FIELDS = (*NAME_FIELDS, KeyField.DELEGATION)
#: Where several words are asked for, each may stand in any field; a person ranks by the best of them.
_KINDS_OF_FEW = tuple((kind, (field,)) for field, kind in _KINDS.items())
#: Of more words than a few, most are a delegation's, and each further kind costs a look at all of them.
_KINDS_OF_MANY = ((SearchHitKind.NAME, NAME_FIELDS), (SearchHitKind.DELEGATION, tuple(_KINDS)))


def stages(asked: Question, text: str, terms: Terms) -> Iterator[Stage]:
    """Yield what to look for, best first."""
    yield from _number_stages(asked, text, terms)
    yield SearchHitKind.NAME, exact(KeyField.NAME, asked.joined)
    if len(asked.words) == 1:
        yield from _word_stages(asked.words[0], terms)
    else:
        yield SearchHitKind.NAME, terms.beginning(KeyField.NAME, asked.joined)


def _number_stages(asked: Question, text: str, terms: Terms) -> Iterator[Stage]:
    readings = read_number(text)
    if not readings:  # a list may give numbers without a digit
        yield SearchHitKind.NUMBER, exact(KeyField.NUMBER, asked.joined[:1])
    digits = asked.digits
    if len(digits) >= SHORTEST_TAIL:
        yield SearchHitKind.PART, terms.beginning(KeyField.PHONE, (digits[::-1],))
    if len(digits) > _LOCAL_PHONE:
        yield SearchHitKind.PART, terms.beginning(KeyField.PHONE, (digits[: -_LOCAL_PHONE - 1 : -1],))
    if readings:
        yield SearchHitKind.PART, terms.beginning(KeyField.NUMBER, (readings[0].key,))
        yield SearchHitKind.PART, exact(KeyField.BADGE, {readings[0].key_without_end} - {""})
    if asked.mail:
        yield SearchHitKind.PART, terms.beginning(KeyField.MAIL, (asked.mail,))


def looser_stages(asked: Question, text: str, terms: Terms, found: Sized) -> Iterator[Stage]:
    """Yield whose mail begins so, and, as long as nobody is found, whose number is this but for zeros and letters."""
    if len(asked.joined[0]) >= _SHORTEST_MAIL and not asked.digits:
        yield SearchHitKind.PART, terms.beginning(KeyField.MAIL, asked.joined[:1])
    if not found:
        yield SearchHitKind.PART, exact(KeyField.NUMBER, sorted(looser_keys(text)))


def _word_stages(word: Sequence[str], terms: Terms) -> Iterator[Stage]:
    for field, kind in _KINDS.items():
        yield kind, exact(field, word)
        yield kind, terms.beginning(field, word)
        if field is KeyField.PINYIN:
            yield SearchHitKind.NAME, terms.beginning(KeyField.NAME, word)
            yield SearchHitKind.NAME, terms.beginning(KeyField.PARTS, word)


def words_stages(words: Sequence[Sequence[str]], terms: Terms) -> Iterator[Stage]:
    everywhere = terms.everywhere(words)
    for kind, fields in _KINDS_OF_FEW if len(words) <= _FEW_WORDS else _KINDS_OF_MANY:
        here = " OR ".join(filter(None, (terms.beginning(field, word) for word in words for field in fields)))
        yield kind, f"({here}) AND {everywhere}" if here else ""
    together = " OR ".join(filter(None, map(terms.together, words)))
    yield SearchHitKind.NAME, f"({together}) AND {everywhere}" if together else ""


def joined_stages(words: Sequence[Sequence[str]], terms: Terms) -> Iterator[Stage]:
    """Yield who has some neighbouring words of a question as one, as Delacruz for de la Cruz."""
    for length in range(2, min(len(words), MOST_JOINED) + 1):
        for start in range(len(words) - length + 1):
            end = start + length
            one = joined(words[start:end])
            here = " OR ".join(filter(None, (terms.beginning(field, one) for field in NAME_FIELDS)))
            rest = [f"({here})", *(f"({terms.anywhere(word)})" for word in (*words[:start], *words[end:]))]
            yield SearchHitKind.NAME, " AND ".join(rest) if here else ""
