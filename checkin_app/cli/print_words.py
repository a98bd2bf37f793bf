"""The words of the commands about printers, and about badges on their way to them."""

import argparse
from collections.abc import Callable
from pathlib import Path

from checkin_app.runtime.printer_media import Media, media_of
from checkin_app.runtime.settings import RESOLUTIONS, PrinterKind, PrinterLanguage
from checkin_app.services.badge_runs import RunOrder

Verbs = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name
#: Adds one command among others, given its word and what it is for.
Within = Callable[["Verbs[argparse.ArgumentParser]", str, str], argparse.ArgumentParser]


def add(commands: "Verbs[argparse.ArgumentParser]", shows: Within, says: Within, path: Callable[[str], Path]) -> None:
    """Add the commands `printers`, `print`, `jobs`, `fonts`, `template` and `names`."""
    printers = shows(commands, "printers", "list this laptop's printers, add one, test one, and say how each is")
    _printers(printers.add_subparsers(dest="verb", required=True, metavar="VERB"), shows, says, path)
    _print(says(commands, "print", "print badges at one of this laptop's printers"))
    jobs = shows(commands, "jobs", "list the badges on their way to printers, and say what became of them")
    _jobs(jobs, shows, says)
    fonts = shows(commands, "fonts", "list fonts for letters that no font of the application has, add one, remove one")
    _fonts(fonts.add_subparsers(dest="verb", required=True, metavar="VERB"), shows, says, path)
    _templates(
        shows(commands, "template", "list badge templates, look at one, and give the forum its own"), shows, says, path
    )
    names = shows(commands, "names", "look at everybody's names")
    check = shows(
        names.add_subparsers(dest="verb", required=True, metavar="VERB"),
        "check",
        "list the letters on badges that no badge font has",
    )
    check.add_argument("--json", action="store_true")


def _fonts(verbs: "Verbs[argparse.ArgumentParser]", shows: Within, says: Within, path: Callable[[str], Path]) -> None:
    listing = shows(verbs, "list", "list the fonts that were added")
    adding = says(verbs, "add", "add a font, once it is looked at; badges that lacked its letters wait again")
    adding.add_argument("file", type=path, metavar="FILE.ttf")
    removing = shows(verbs, "remove", "remove a font that was added")
    removing.add_argument("name", metavar="NAME", help="as the command fonts list says it")
    for each in (listing, adding):
        each.add_argument("--json", action="store_true")


def _templates(template: argparse.ArgumentParser, shows: Within, says: Within, path: Callable[[str], Path]) -> None:
    verbs = template.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = shows(verbs, "check", "say what is wrong with one")
    check.add_argument("file", type=path, metavar="FILE.toml")
    check.add_argument("--people", action="store_true", help="draw everybody's badge with it, too")
    shows(verbs, "list", "list the templates that badges can be drawn by").add_argument("--json", action="store_true")
    shows(verbs, "show", "write the file of one").add_argument("name", metavar="NAME")
    adding = says(verbs, "add", "give the forum a template of its own, for every laptop")
    adding.add_argument("file", type=path, metavar="FILE.toml")
    adding.add_argument("--name", default="", help="what it is called (default: as the file)")
    says(verbs, "remove", "take a template of the forum's own away").add_argument("name", metavar="NAME")


def _printers(
    verbs: "Verbs[argparse.ArgumentParser]", shows: Within, says: Within, path: Callable[[str], Path]
) -> None:
    listing = shows(verbs, "list", "list the printers that this laptop's settings name")
    listing.add_argument(
        "--found", action="store_true", help="instead, printers that could be added: this takes seconds"
    )
    adding = shows(verbs, "add", "add a printer to this laptop's settings, once it is looked at")
    _added(adding)
    removing = shows(verbs, "remove", "take a printer out of this laptop's settings")
    removing.add_argument("printer", metavar="PRINTER")
    testing = shows(verbs, "test", "print a label with rulers, grey steps, codes of several sizes, and every script")
    testing.add_argument("printer", nargs="?", default="", metavar="PRINTER", help="default: the one that badges go to")
    status = shows(verbs, "status", "ask printers how they are, and say how many badges wait for each")
    status.add_argument("printer", nargs="*", metavar="PRINTER", help="default: all of them")
    allowing = says(verbs, "allow", "let a printer be used whose queue may print one badge over and over")
    allowing.add_argument("printer", metavar="PRINTER")
    allowing.add_argument("--not", dest="forbid", action="store_true", help="let it be used no more")
    pausing = shows(verbs, "pause", "let badges wait for a printer, and say why")
    pausing.add_argument("printer", metavar="PRINTER")
    pausing.add_argument("--reason", required=True, metavar="TEXT", help="why, such as another roll")
    resuming = shows(verbs, "resume", "let badges go to a printer again that was paused")
    resuming.add_argument("printer", metavar="PRINTER")
    login = shows(verbs, "login", "keep as whom a printer that asks lets this laptop in, in its key store")
    login.add_argument("printer", metavar="PRINTER")
    login.add_argument(
        "--user", default="", metavar="NAME", help="who prints there; without it nobody's is kept any more"
    )
    for each in (adding, login):
        each.add_argument(
            "--password-file", type=path, metavar="FILE", help="its first line is the user's password (default: typed)"
        )
    for each in (listing, adding, testing, status):
        each.add_argument("--json", action="store_true")


def _added(adding: argparse.ArgumentParser) -> None:
    adding.add_argument("kind", choices=[each.value for each in PrinterKind], metavar="|".join(PrinterKind))
    adding.add_argument(
        "target",
        metavar="TARGET",
        help="the name of a queue, a folder, HOST[:PORT], for ipp [ipps://]HOST[:PORT][/PATH], VENDOR:PRODUCT[:SERIAL] at USB, or a serial PORT[@SPEED]",
    )
    adding.add_argument(
        "--language",
        type=_language,
        default=None,
        metavar="|".join(each.value for each in PrinterLanguage),
        help="what it takes (default: of label printers escpos, of others pdf)",
    )
    adding.add_argument(
        "--dpi", type=int, choices=RESOLUTIONS, default=0, help="its dots an inch (default: the usual of its language)"
    )
    adding.add_argument(
        "--template", default="", metavar="NAME", help="by which badges are drawn for it (see template list)"
    )
    adding.add_argument(
        "--media",
        type=_media,
        default=None,
        metavar="WIDTH[xHEIGHT]",
        help="what is in it, in mm: a roll or single labels",
    )
    adding.add_argument("--name", default="", help="what badge desks call it (default: by its target)")
    adding.add_argument("--user", default="", metavar="NAME", help="as whom it lets this laptop in, where it asks")
    adding.add_argument("--default", action="store_true", help="badges go to it from now on")


def _language(said: str) -> PrinterLanguage:
    try:
        return PrinterLanguage(said)
    except ValueError:
        known = ", ".join(each.value for each in PrinterLanguage)
        raise argparse.ArgumentTypeError(f"expected one of {known}, not {said!r}") from None


def _media(said: str) -> Media:
    if media := media_of(said):
        return media
    raise argparse.ArgumentTypeError(
        f"expected a width in mm such as 62, or width and height such as 80x60, not {said!r}"
    )


def _print(printing: argparse.ArgumentParser) -> None:
    printing.add_argument("delegate", nargs="*", metavar="DELEGATE", help="delegate id or badge number")
    printing.add_argument("--delegation", default="", metavar="NAME", help="everybody's badge of a delegation")
    printing.add_argument("--category", default="", metavar="ID", help="of a category")
    printing.add_argument("--route", default="", metavar="ID", help="of a route")
    printing.add_argument(
        "--order",
        choices=[each.value for each in RunOrder],
        default=RunOrder.DELEGATION.value,
        help="of the badges (default: delegation)",
    )
    printing.add_argument(
        "--separators", action="store_true", help="a page before each delegation, or bus, says whose badges come next"
    )
    printing.add_argument("--printer", default="", metavar="PRINTER", help="default: the one that badges go to")
    printing.add_argument("--json", action="store_true")


def _jobs(jobs: argparse.ArgumentParser, shows: Within, says: Within) -> None:
    jobs.add_argument("--json", action="store_true")
    verbs = jobs.add_subparsers(dest="verb", metavar="VERB")
    watch = shows(verbs, "watch", "say each change of each badge on its way, until it is interrupted")
    watch.add_argument(
        "--until-done", action="store_true", help="end when no badge of this laptop waits or is being printed"
    )
    watch.add_argument("--json", action="store_true")
    resolve = says(verbs, "resolve", "say of badges whether they came out")
    resolve.add_argument("seen", choices=["came-out", "did-not"], metavar="came-out|did-not")
    giving = says(verbs, "hand-over", "say of badges that their guests have them, or somebody for them")
    giving.add_argument("--to", default="", metavar="WHO", help="who took them along: a guest of the forum, or a name")
    taking = says(verbs, "hand-back", "take back that badges were handed over")
    retry = says(verbs, "retry", "let badges that did not come out wait for their printer again")
    move = says(verbs, "move", "let badges of which nothing can have come out wait for another printer")
    move.add_argument("printer", metavar="PRINTER", help="as this laptop's settings call it")
    cancel = says(verbs, "cancel", "owe badges no more of which nothing can have come out")
    for each in (resolve, giving, taking, retry, move, cancel):
        each.add_argument("job", nargs="+", metavar="ID", help="as the command jobs lists it")
        each.add_argument("--json", action="store_true")
