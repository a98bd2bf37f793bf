"""The printers of this laptop, as its settings name them."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checkin_app.domain.details import Misfit
from checkin_app.domain.problems import PrinterMistyped, PrintProblem
from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime.hosts import host_and_port, ipp_place, is_private
from checkin_app.runtime.printer_media import Media
from checkin_app.runtime.settings import DOTS, LABEL_PRINTERS, PrinterKind, PrinterLanguage, PrinterSettings
from printing.looks import OURS, Looks
from printing.ql_media import NARROW, WIDE, Head, fitting, roll_for, unreached

if TYPE_CHECKING:  # what draws is loaded by the first badge
    from printing.elements import Template

A6 = "a6"
LABEL = "label80"
_LABEL_62, _LABEL_100 = "label62", "label100x150"


class Language(StrEnum):
    """What a printer takes a badge in."""

    PDF = "pdf"
    PICTURE = "picture"
    ESCPOS = "escpos"
    ZPL = "zpl"
    TSPL = "tspl"
    QL = "ql"
    QL_WIDE = "ql-wide"


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer: a way to it, the language it takes, its resolution, and the template with the size of its paper.

    Jobs may move between printers of equal template and resolution only.
    """

    name: str
    kind: PrinterKind
    address: str
    """Name of a queue, a folder, or a host."""
    port: int = 0
    """Of a network printer."""
    template: str = A6
    dpi: int = 300
    language: Language | None = None
    """None for what its kind takes."""
    looks: Looks = OURS
    """Where its template is looked for."""
    repeats: bool = False
    """Its queue is used though it may print one badge over and over: somebody who may has said so."""
    media: Media | None = None
    """What is in it; None where nobody said."""
    path: str = ""
    """Where at its host a printer listens that speaks IPP."""
    private: bool = False
    """It is spoken with by TLS."""

    def look(self, category: str = "") -> "Template":
        """Return what badges of a category are drawn by here; without one, what its paper is as large as.

        Raises:
            TemplateMissing, TemplateInvalid, VariantMisfit: as `Looks.of`.
        """
        return self.looks.of(self.template, category)


RESOLUTIONS_OF: Mapping[Language, Sequence[int]] = {Language(each.value): dots for each, dots in DOTS.items()}
_USUAL = 300
#: The print heads of printers that are told what is in them.
HEADS: Mapping[Language, Head] = {Language.QL: NARROW, Language.QL_WIDE: WIDE}
#: What badges are drawn by where neither the printer's entry nor the way to it says more.
_LABELS: Mapping[Language, str] = {
    **dict.fromkeys(RESOLUTIONS_OF, LABEL),
    Language.QL: _LABEL_62,
    Language.QL_WIDE: _LABEL_100,
}
#: What can go to a printer of each kind.
_TAKES: Mapping[PrinterKind, Sequence[PrinterLanguage]] = {
    **dict.fromkeys(PrinterKind, (PrinterLanguage.PDF,)),
    **dict.fromkeys(LABEL_PRINTERS, tuple(DOTS)),
}
#: What a way to a printer carries where its entry does not say more.
_CARRIED: Mapping[PrinterKind, Language] = {
    PrinterKind.QUEUE: Language.PICTURE if sys.platform == "win32" else Language.PDF,
    PrinterKind.FILE: Language.PDF,
    PrinterKind.IPP: Language.PDF,
    **dict.fromkeys(LABEL_PRINTERS, Language.ESCPOS),
}


def language_of(printer: Printer) -> Language:
    return printer.language or _CARRIED[printer.kind]


def usual_template(language: Language, template: str = A6) -> str:
    """Return what badges are drawn by in a language where nothing else is said, `template` where that is no label."""
    return _LABELS.get(language, template)


def media_in(printer: Printer) -> Media:
    """Return what is in a printer that is told so: where nobody said, a roll on which its badges find room."""
    return printer.media or roll_for(printer.look().width)


def printer_from(settings: PrinterSettings, template: str = A6, looks: Looks = OURS) -> Printer:
    """Return the printer that settings describe, with the template that they name, `looks` among which that is found.

    Where they name none, label printers have their own, and others `template`, which is the forum's.

    Raises:
        PrinterMistyped: the target of a printer in the network is no host and port.
        PrinterMisfit: what is said of it does not fit together.
        TemplateInvalid: its paper is known, and what would be printed on it is not.
    """
    address, port, path = target_of(settings)
    language = _language_from(settings)
    printer = Printer(
        settings.name,
        settings.kind,
        address,
        port,
        settings.template or usual_template(language, template),
        settings.dpi or RESOLUTIONS_OF.get(language, (_USUAL,))[0],
        language,
        looks,
        repeats=bool(settings.allowed),
        media=settings.media,
        path=path,
        private=settings.kind is PrinterKind.IPP and is_private(settings.target),
    )
    _must_fit(printer, settings.media)
    _must_be_reached(printer)
    return printer


def target_of(settings: PrinterSettings) -> tuple[str, int, str]:
    """Return address, port and path of a printer; raises PrinterMistyped."""
    place: tuple[str, int, str] | None = settings.target, 0, ""
    if settings.kind is PrinterKind.IPP:
        place = ipp_place(settings.target)
    elif settings.kind is PrinterKind.NETWORK:
        found = host_and_port(settings.target)
        place = found and (*found, "")
    if place is None:
        raise PrinterMistyped(printer=settings.name, target=settings.target)
    return place


def _language_from(settings: PrinterSettings) -> Language:
    """Return what a printer takes; raises PrinterMisfit where that cannot come to it by this way."""
    takes = _TAKES[settings.kind]
    if settings.speaks is None or (settings.speaks in takes and settings.speaks is PrinterLanguage.PDF):
        return _CARRIED[settings.kind]
    if settings.speaks not in takes:
        detail = Misfit.LANGUAGE.of(takes=", ".join(takes), language=settings.speaks.value)
        raise PrinterMisfit(printer=settings.name, detail=detail)
    return Language(settings.speaks.value)


def _must_fit(printer: Printer, media: Media | None) -> None:
    known = RESOLUTIONS_OF.get(language_of(printer))
    if known and printer.dpi not in known:
        detail = Misfit.DOTS.of(language=language_of(printer).value, known=", ".join(map(str, known)), dpi=printer.dpi)
        raise PrinterMisfit(printer=printer.name, detail=detail)
    if media is None or printer.template not in printer.looks.names():  # which is said when a badge is drawn by it
        return
    look = printer.look()
    if look.width > media.width or (media.height and look.height > media.height):
        size = f"{look.width:g} × {look.height:g}"
        detail = Misfit.PAPER.of(size=size, media=media.said)
        raise PrinterMisfit(printer=printer.name, detail=detail)


def _must_be_reached(printer: Printer) -> None:
    """Refuse what a printer cannot print on, and codes that stand where its head does not come to."""
    head = HEADS.get(language_of(printer))
    if head is None or printer.template not in printer.looks.names():
        return
    look, media, known = printer.look(), media_in(printer), fitting(head)
    if media not in known:
        sizes = ", ".join(each.said for each in known)
        detail = Misfit.TAPE.of(language=language_of(printer).value, known=sizes, media=media.said)
        raise PrinterMisfit(printer=printer.name, detail=detail)
    beyond, above = unreached(media, look.width, look.height)
    box = look.code.box
    right, below = look.width - box.left - box.width, look.height - box.top - box.width
    if min(box.left, right) < beyond or min(box.top, below) < above:
        raise PrinterMisfit(printer=printer.name, detail=Misfit.CODE)


def stand_ins(printer: str, printers: Sequence[PrinterSettings], template: str) -> Sequence[str]:
    """Return the printers that take over from one: those of its group which nobody paused, with the same labels and dots."""
    mine = next((each for each in printers if each.name == printer and each.group), None)
    if mine is None:
        return ()
    others = [each for each in printers if each.group == mine.group and each != mine and not each.paused]
    return [each.name for each in others if _media(each, template) == _media(mine, template)]


def _media(settings: PrinterSettings, template: str) -> tuple[str, int] | None:
    try:
        printer = printer_from(settings, template)
    except PrintProblem:
        return None
    return printer.template, printer.dpi
