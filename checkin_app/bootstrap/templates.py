"""Badge templates and the texts that are set by them, looked at before anybody's badge fails."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checkin_app.bootstrap.looks import looks_of
from checkin_app.bootstrap.papers import content_of
from checkin_app.domain.canonical import Json
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CategoryId
from checkin_app.domain.problems import PrintProblem, TemplateInvalid
from checkin_app.files.forum_file import LONGEST_TEMPLATE
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import DelegateCard
from printing.content import Shown
from printing.elements import Template
from printing.layout import lay_out
from printing.looks import Looks
from printing.template import Wanted, parse_template
from printing.template_check import flaws
from printing.text import missing_characters

#: What a badge says of a person, which is not the forum's or ours.
_OF_A_PERSON = (Shown.NAME, Shown.LATIN_NAME, Shown.DELEGATION, Shown.ORGANISATION, Shown.NUMBER)


def flaws_of(file: Path, cards: Sequence[DelegateCard], station: OpenedStation | None) -> Sequence[str]:
    """Return a line for each thing that is wrong with a template, and for each badge that cannot be drawn by it.

    Raises:
        TemplateInvalid: it cannot be read; nothing else can be told of it.
    """
    template = parse_template(read_template(file), file.name)
    if station is None:
        return flaws(template)
    return [*amiss(template, station.forum), *_undrawn(template, cards, station)]


def amiss(template: Template, forum: Forum) -> Sequence[str]:
    """Return a line for each thing that is wrong with a template of a forum, whoever's badge it is."""
    return [*flaws(template), *_variants_amiss(template, forum)]


def read_template(file: Path) -> str:
    """Return the text of a template's file; raises TemplateInvalid where it is none."""
    try:
        return read_bounded(file, LONGEST_TEMPLATE).decode()
    except (OSError, UnicodeDecodeError, FileTooLarge) as error:
        raise TemplateInvalid(file=file.name, line=1, expected=Wanted.UTF_8, found=Wanted.NONE) from error


def _variants_amiss(template: Template, forum: Forum) -> Iterator[str]:
    looks = looks_of(forum)
    for category, variant in template.variants.items():
        if forum.category(CategoryId(category)) is None:
            known = ", ".join(each.id for each in forum.categories)
            yield f"[variants] {category}: the forum has no such category; there are {known}."
        try:
            other = looks.template(variant)
        except PrintProblem as problem:
            yield f"[variants] {category}: {problem}"
            continue
        if other.stock.paper != template.stock.paper:
            yield (
                f"[variants] {category}: {variant} needs paper of {other.width:g} × {other.height:g} mm, and this one "
                f"of {template.width:g} × {template.height:g} mm."
            )
        elif not other.stock.is_like(template.stock):
            yield f"[variants] {category}: {variant} stands elsewhere on its sheet: give both the same sheet and grid."


def rows(forum: Forum) -> Sequence[Mapping[str, Json]]:
    """Return a row for each template that a forum has; one that cannot be read says why."""
    looks, own = looks_of(forum), {each.name for each in forum.templates}
    return [_row(looks, forum, name, "forum" if name in own else "application") for name in looks.names()]


def _row(looks: Looks, forum: Forum, name: str, whose: str) -> Mapping[str, Json]:
    about: dict[str, Json] = {"name": name, "of": whose, "in_use": name == forum.badge_template}
    try:
        template = looks.template(name)
    except PrintProblem as problem:
        return {**about, "paper": "", "sheet": "", "variants": "", "trouble": str(problem)}
    troubles = [found for category in template.variants if (found := _amiss(looks, name, category))]
    sheet = "" if template.sheet is None else "{:g} × {:g}".format(*template.sheet)
    variants = ", ".join(f"{category}: {variant}" for category, variant in template.variants.items())
    return {
        **about,
        "paper": f"{template.width:g} × {template.height:g}",
        "sheet": sheet,
        "variants": variants,
        "trouble": "".join(str(each) for each in troubles[:1]),
    }


def _amiss(looks: Looks, name: str, category: str) -> PrintProblem | None:
    try:
        looks.of(name, category)
    except PrintProblem as problem:
        return problem
    return None


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
