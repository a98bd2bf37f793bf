"""What the editor of badge templates asks: designs are made of templates and back, tried by printing, read and written."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checkin_app.bootstrap.backend import Backend
from checkin_app.domain.badge_sheets import Stock
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.details import PictureFault
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.problems import PrintProblem
from checkin_app.domain.problems_printing import PictureUnusable, TemplateTooLong, TemplateUnfit, VariantMisfit
from checkin_app.domain.programme import TemplateSaved
from checkin_app.files.forum_file import LONGEST_TEMPLATE
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.lanes import Done, Result
from checkin_app.runtime.settings import PrinterSettings
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.people import Hardship
from checkin_app.services.programme import ForumChanged
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.shell.template_actions import Aim, Flaw, Keeping, Looked, Offer, Templates, Trial, TrialName
from checkin_app.ui.template_design import Design

if TYPE_CHECKING:
    from printing.content import BadgeContent
    from printing.elements import Template
    from printing.looks import Looks
    from printing.template_trial import Flaw as Found

_LARGEST_FILE = 50_000_000
"""Bytes of a picture, as of a photo; a camera's largest have 20 million."""
_LARGEST_PICTURE = 100_000
"""Bytes of one in a template, which holds it in base64 and has `LONGEST_TEMPLATE` letters at most."""
_NOBODY = Delegate(
    DelegateId("0" * 16), "Wilhelmina Abernathy-Oyelaran", delegation="Kingdom of Ruritania",
    organisation="Institute for Green Corridors", badge_no="0000",
)  # fmt: skip
"""Whose badge is drawn while there is nobody on the list."""


def template_actions(backend: Backend) -> Templates:
    """Return what screens may ask of badge templates."""
    station, settings = backend.station, backend.settings

    def offer() -> Offer:
        now = settings.current
        return offered(station, sorted(now.printers, key=lambda each: each.name != now.badge_printer))

    def names() -> Sequence[TrialName]:
        return hard_names(station)

    def tried(trial: Trial) -> Looked:
        return tried_design(station, trial)

    def keep(wanted: Keeping, reply: Reply[ForumChanged]) -> None:
        def looked_at(result: Result[TemplateSaved]) -> None:
            if isinstance(result, Done):
                backend.on_writer(station.programme.change)(result.value, reply)
            else:
                reply(result)

        # Drawn and looked at where that holds up no scan.
        backend.on_papers(partial(fit_to_keep, station))(wanted, looked_at)

    return Templates(
        template_offer=backend.on_papers(offer),
        hard_names=backend.on_papers(names),
        open_template=backend.on_papers(partial(opened, station)),
        read_template=backend.on_papers(read),
        read_picture=backend.on_papers(picture),
        try_template=backend.on_papers(tried),
        save_template=backend.on_papers(partial(save, station)),
        keep_template=keep,
    )


def offered(station: OpenedStation, printers: Sequence[PrinterSettings]) -> Offer:
    """Return the templates there are, the one in use first, and the printers of this laptop."""
    from checkin_app.bootstrap.looks import looks_of
    from printing.printers import printer_from

    mine = station.forum.badge_template
    looks = looks_of(station.forum)
    known = looks.names()
    aims, stocks, stand_ins = list[Aim](), list[tuple[str, Stock]](), list[tuple[str, str]]()
    for printer in printers:
        with suppress(PrintProblem):  # it says so on its own page
            aims.append(Aim(printer.name, printer_from(printer, mine, looks).dpi))
    for name in known:
        with suppress(PrintProblem):  # it says so once it is opened
            template = looks.template(name)
            stocks.append((name, template.stock))
            stand_ins += [(each, name) for each in dict.fromkeys(template.variants.values())]
    return Offer(
        tuple(sorted(known, key=lambda name: (name != mine, name))),
        tuple(aims),
        tuple(each.name for each in station.forum.templates),
        mine,
        tuple(stocks),
        station.forum.categories,
        tuple(stand_ins),
    )


def hard_names(station: OpenedStation) -> Sequence[TrialName]:
    """Return those of the list whose badges are hardest to set, each once."""
    why: dict[DelegateId, list[Hardship]] = {}
    for hardship, who in station.queries.hardest().items():
        why.setdefault(who, []).append(hardship)
    cards = station.queries.cards(list(why))
    return [TrialName(each.delegate.id, each.delegate.called, tuple(why[each.delegate.id])) for each in cards]


def opened(station: OpenedStation, name: str) -> Design:
    """Return the template of a name; raises TemplateMissing, TemplateInvalid."""
    from checkin_app.bootstrap.looks import looks_of

    return design_of(looks_of(station.forum).template(name))


def read(file: Path) -> Design:
    """Return the template in a file; raises TemplateInvalid."""
    from checkin_app.bootstrap.templates import read_template
    from printing.template import parse_template

    return design_of(parse_template(read_template(file), file.name))


def picture(file: Path) -> str:
    """Return a picture as a template holds it; raises PictureUnusable."""
    from printing.pictures import fitting

    try:
        content = read_bounded(file, _LARGEST_FILE)
    except FileTooLarge as error:
        raise PictureUnusable(detail=PictureFault.TOO_LONG.of(most=_LARGEST_FILE // 1_000_000)) from error
    except OSError as error:
        raise PictureUnusable(detail=PictureFault.NONE) from error
    return b64encode(fitting(content, _LARGEST_PICTURE)).decode("ascii")


def save(station: OpenedStation, name: str, design: Design, file: Path) -> Path:
    """Write a design into a file, with the comments of the template that it came from; raises FileNotWritable, TemplateTooLong."""
    from checkin_app.bootstrap.papers import make_room
    from checkin_app.runtime.whole_file import write_whole

    text = _text(station, name, name, design)
    make_room(file)
    write_whole(file, text.encode())
    return file


def fit_to_keep(station: OpenedStation, wanted: Keeping) -> TemplateSaved:
    """Return what lets the forum have a design, once it is looked at as the command `template add` does.

    Raises:
        TemplateUnfit: badges could not be printed by it.
        TemplateTooLong: no forum's file holds it.
    """
    from checkin_app.bootstrap.templates import amiss

    template = template_of(wanted.design)
    if flaws := amiss(template, station.forum):
        raise TemplateUnfit(file=wanted.name, count=len(flaws))
    return TemplateSaved(wanted.name, _text(station, wanted.name, wanted.origin, wanted.design))


def _text(station: OpenedStation, name: str, origin: str, design: Design) -> str:
    """Return the file of a design, with the comments of the template that it came from; raises TemplateTooLong."""
    from checkin_app.bootstrap.looks import looks_of
    from printing.template_writer import written

    looks = looks_of(station.forum)
    text = written(template_of(design), looks.text(origin) if origin in looks.names() else "")
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateTooLong(name=name)
    return text


def tried_design(station: OpenedStation, trial: Trial) -> Looked:
    """Return what printing makes of a design; raises FontMissing."""
    from checkin_app.bootstrap.looks import looks_of
    from checkin_app.bootstrap.papers import content_of
    from printing.template_trial import Wanted, tried

    wanted = [each for each in (trial.who, *trial.others) if each is not None]
    contents = {each.delegate.id: content_of(station, each) for each in station.queries.cards(wanted)}
    shown = contents.get(trial.who) if trial.who else None
    template, variants = template_of(trial.design), trial.design.variants
    by_it = [each for each in trial.others if each in contents and contents[each].category_id not in variants]
    found = tried(
        template,
        shown or _invented(station),
        [contents[each] for each in by_it],
        trial.dpi,
        Wanted(trial.pixels, paper=trial.paper),
    )
    flaws = [_flaw(each, by_it) for each in found.flaws]
    for name in dict.fromkeys(variants.values()):
        theirs = {who: each for who, each in contents.items() if variants.get(each.category_id) == name}
        flaws += _of_variant(looks_of(station.forum), name, trial, theirs)
    return Looked(found.pictures, tuple(flaws), paper=trial.paper)


def _of_variant(looks: "Looks", name: str, trial: Trial, theirs: Mapping[DelegateId, "BadgeContent"]) -> Iterator[Flaw]:
    """Yield what is wrong with a template that stands in for the one tried, and with the badges that it is to draw."""
    from printing.template_trial import flaws

    try:
        variant = looks.template(name)
    except PrintProblem as problem:
        yield Flaw("", problem, variant=name)
        return
    if not variant.stock.is_like(trial.design.stock):
        yield Flaw("", VariantMisfit(variant=name, template=trial.name), variant=name)
    yield from (_flaw(each, list(theirs), name) for each in flaws(variant, list(theirs.values()), trial.dpi))


def _flaw(found: "Found", whose: Sequence[DelegateId], variant: str = "") -> Flaw:
    who = None if found.place is None else whose[found.place]
    return Flaw(found.element, found.said, who, found.title, variant, of_printer=bool(found.dpi))


def design_of(template: "Template") -> Design:
    return msgspec.convert(msgspec.to_builtins(template), Design)


def template_of(design: Design) -> "Template":
    from printing.elements import Template

    return msgspec.convert(msgspec.to_builtins(design), Template)


def _invented(station: OpenedStation) -> "BadgeContent":
    """Return the badge of somebody who is on no list."""
    from checkin_app.services.badges import code_of
    from printing.content import badge_content

    code = code_of(station.signer, station.forum.id, _NOBODY.id, 1)
    return badge_content(station.forum, _NOBODY, None, 1, code)
