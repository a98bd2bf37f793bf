"""Badge templates and the texts that are set by them, looked at before anybody's badge fails."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from checkin_app.bootstrap.papers import content_of
from checkin_app.domain.problems import PrintProblem, TemplateInvalid
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from printing.layout import lay_out
from printing.template import Template, Wanted, parse_template
from printing.template_check import flaws
from printing.text import missing_characters

_LONGEST = 256_000
"""Bytes of a template; ours have two thousand."""
#: What a badge says of a person, which is not the forum's or ours.
_OF_A_PERSON = ("name", "latin_name", "delegation", "organisation", "number")


def flaws_of(file: Path, cards: Sequence[DelegateCard], station: OpenedStation | None) -> Sequence[str]:
    """Return a line for each thing that is wrong with a template, and for each badge that cannot be drawn by it.

    Raises:
        TemplateInvalid: it cannot be read; nothing else can be told of it.
    """
    template = _read(file)
    return [*flaws(template), *(_undrawn(template, cards, station) if station else ())]


def _read(file: Path) -> Template:
    try:
        text = read_bounded(file, _LONGEST).decode()
    except (OSError, UnicodeDecodeError, FileTooLarge) as error:
        raise TemplateInvalid(file=file.name, line=1, expected=Wanted.UTF_8, found=Wanted.NONE) from error
    return parse_template(text, file.name)


def _undrawn(template: Template, cards: Sequence[DelegateCard], station: OpenedStation) -> Iterator[str]:
    for card in cards:
        try:
            lay_out(content_of(station, card), template)
        except PrintProblem as problem:
            yield f"{card.delegate.badge_no or card.delegate.called}: {problem}"


def lacking(station: OpenedStation, card: DelegateCard) -> Sequence[tuple[str, str, str]]:
    """Return field, text and the characters of it that no badge font has, of all that somebody's badge says of them."""
    texts = content_of(station, card).texts()
    found = ((name, texts[name], missing_characters(texts[name])) for name in _OF_A_PERSON)
    return [each for each in found if each[2]]
