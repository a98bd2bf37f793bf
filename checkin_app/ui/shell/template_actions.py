"""What screens may ask of badge templates: each is drawn and kept by other hands than the screen's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin_app.domain.badge_sheets import Stock
from checkin_app.domain.forum import Category
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.problem import Problem
from checkin_app.domain.texts import Detail
from checkin_app.services.ports.people import Hardship
from checkin_app.services.programme import ForumChanged
from checkin_app.ui.shell.answering import Reply
from checkin_app.ui.template_design import Design


@dataclass(frozen=True, slots=True)
class TrialName:
    """Somebody whose badge is hard to set."""

    delegate: DelegateId
    called: str
    why: tuple[Hardship, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong with a design."""

    element: str
    """The id of the element that it is of; empty where it is the page's."""
    said: Problem | Detail
    who: DelegateId | None = None
    """On whose badge it is."""
    title: Detail = ""
    """What it is in a word or two, where it is no problem of printing."""
    variant: str = ""
    """The template that it is of, where that is not the one tried but stands in for it."""
    of_printer: bool = False
    """It is so for printers of the dots that were asked about."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What printing makes of a design."""

    pictures: tuple[bytes, ...]
    """A PNG of each face, or of the paper."""
    flaws: tuple[Flaw, ...] = ()
    paper: bool = False
    """The picture is of the paper."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a template is meant for."""

    printer: str
    """Its name; empty for any printer of these dots."""
    dpi: int
    """Dots an inch."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to edit, and what it is printed by."""

    templates: tuple[str, ...]
    """By their names, the one in use first."""
    printers: tuple[Aim, ...]
    """Those of this laptop, that of badges first."""
    own: tuple[str, ...] = ()
    """Those of them that are the forum's, and by that on every laptop; the others come with the application."""
    in_use: str = ""
    """The one that badges are drawn by."""
    stocks: tuple[tuple[str, Stock], ...] = ()
    """What each of them is printed on; those that cannot be read are left out."""
    categories: tuple[Category, ...] = ()
    """Of the forum's guests."""
    stand_ins: tuple[tuple[str, str], ...] = ()
    """Templates that categories have of their own, each with one that it stands in for."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What is to be tried of a design."""

    design: Design
    who: DelegateId | None
    """Whose badge is drawn; None for an invented guest's."""
    others: tuple[DelegateId, ...]
    """Whose badges have to fit as well."""
    dpi: int
    pixels: int
    """How wide a picture is drawn."""
    paper: bool = False
    """Draw the paper that comes out of the printer, and not each face."""
    name: str = ""
    """Of the template."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """A design that the forum is to have."""

    name: str
    design: Design
    origin: str
    """The template that it came from, whose comments it keeps."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The editor of badge templates."""

    template_offer: Callable[[Reply[Offer]], None]
    hard_names: Callable[[Reply[Sequence[TrialName]]], None]
    """Those of the present list that are hardest to set."""
    open_template: Callable[[str, Reply[Design]], None]
    """A template by its name."""
    read_template: Callable[[Path, Reply[Design]], None]
    """One in a file."""
    read_picture: Callable[[Path, Reply[str]], None]
    """A picture in a file, as a template holds it."""
    try_template: Callable[[Trial, Reply[Looked]], None]
    """What printing makes of a design, and what is wrong with it."""
    save_template: Callable[[str, Design, Path, Reply[Path]], None]
    """Write a design into a file; what it has in common with the template of a name keeps that one's comments."""
    keep_template: Callable[[Keeping, Reply[ForumChanged]], None]
    """Let the forum have a design as a template of its own, by which every laptop has it."""
