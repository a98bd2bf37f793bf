"""The words of the command line."""

import argparse
import errno
import os
from functools import cache, partial
from pathlib import Path

from checkin_app import __version__
from checkin_app.cli import (
    bus_words,
    count_words,
    emergencies,
    forum_words,
    overseeing,
    print_words,
    ride_words,
    stop_words,
    swaps,
)
from checkin_app.domain.enrolment import Role
from checkin_app.domain.phones import MOST_PHONES
from checkin_app.domain.roles import OperatorRole
from checkin_app.services.planning import SECONDS


def _path(text: str) -> Path:
    """Return the path that a word is; one that no file can have is a wrong word."""
    try:
        os.lstat(text)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        if not isinstance(error, OSError) or error.errno == errno.ENAMETOOLONG:
            raise argparse.ArgumentTypeError("no file can have this name") from error
    return Path(text)


@cache  # it is read by whoever speaks several times in one process, as tests do, and never changed
def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; without a command the application opens."""
    parser = argparse.ArgumentParser(
        prog="checkin_app", description="On-site check-in and tour dispatch for the laptops at a venue."
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--self-check", action="store_true", help="prove that this installation is whole, as JSON")
    parser.add_argument("--data", type=_path, help="the station's folder (default: the user's own)")
    parser.add_argument("--language", help="the language of the screens, such as zh or en")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _stations(commands)
    _people(commands)
    _forum(commands)
    _scans(commands)
    _buses(commands)
    _planning(commands)
    _ride(commands)
    count_words.add(partial(_writing, commands), _path)
    swaps.add(partial(_writing, commands))
    _emergency(commands)
    _papers(commands)
    _upkeep(commands)
    _meeting(commands)
    _operators(commands)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name


def _command(commands: "Commands[argparse.ArgumentParser]", name: str, help_text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
    # Suppressed, so that a --data given before the command is not lost to a default given after it.
    parser.add_argument("--data", type=_path, default=argparse.SUPPRESS, help="the station's folder")
    return parser


def _writing(commands: "Commands[argparse.ArgumentParser]", name: str, help_text: str) -> argparse.ArgumentParser:
    """Add a command that writes: it says who acts, where the forum has operators."""
    parser = _command(commands, name, help_text)
    parser.add_argument(
        "--as", dest="acting", default="", metavar="OPERATOR", help="who acts: a name, or the code of a staff badge"
    )
    parser.add_argument("--pin-file", type=_path, metavar="FILE", help="its first line is that operator's PIN")
    return parser


def _row_list(verbs: "Commands[argparse.ArgumentParser]", help_text: str) -> None:
    importing = _writing(verbs, "import", help_text)
    importing.add_argument("file", type=_path, metavar="FILE")
    importing.add_argument(
        "--sheet", default="", help="the sheet of a workbook (default: the first that holds anything)"
    )
    importing.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    importing.add_argument("--json", action="store_true")


def _stations(commands: "Commands[argparse.ArgumentParser]") -> None:
    demo = _command(commands, "demo", "play the demonstration day and leave its pictures and papers in a folder")
    demo.add_argument("--out", type=_path, help="the folder to leave them in (default: a new one, which is named)")
    demo.add_argument("--window", action="store_true", help="open the application on the demonstration instead")
    new = _command(commands, "new", "start a station with a forum")
    new.add_argument("forum", nargs="?", default="gstf-2024", metavar="FORUM.toml", help="default: gstf-2024")
    new.add_argument("--name", default="", help="what this laptop is called, such as 'Desk 3'")
    new.add_argument("--passphrase-file", type=_path, help="its first line becomes the way back to the store's key")
    unlock = _command(commands, "unlock", "bring back the store's key with the forum's passphrase")
    unlock.add_argument("--passphrase-file", type=_path, required=True, help="its first line is the passphrase")


def _people(commands: "Commands[argparse.ArgumentParser]") -> None:
    imports = _writing(commands, "import", "take in a delegate list (CSV or XLSX)")
    imports.add_argument("file", type=_path, metavar="FILE")
    imports.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    imports.add_argument("--sheet", default="", help="the sheet of a workbook (default: the one that holds names)")
    imports.add_argument("--encoding", default="", help="the encoding of a CSV file, where it is guessed wrong")
    imports.add_argument("--column", action="append", default=[], metavar="FIELD=HEADING", help="correct one column")
    imports.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="QUESTION:VALUE=CHOICE",
        help="answer once for all rows of a value",
    )
    imports.add_argument("--afresh", action="store_true", help="pass over what was said of lists with these headings")
    imports.add_argument("--refused", type=_path, metavar="FILE", help="write the rows that were not taken to a file")
    imports.add_argument("--overwrite", action="store_true", help="also replace what people set on laptops by hand")
    imports.add_argument("--json", action="store_true")
    taken = _command(commands, "imports", "list the delegate lists that were taken in, or take one back")
    verbs = taken.add_subparsers(dest="verb", required=True, metavar="VERB")
    listing = _command(verbs, "list", "list the delegate lists that were taken in, the newest first")
    listing.add_argument("--json", action="store_true")
    back = _writing(verbs, "take-back", "take a whole list back: whom it brought is gone, what it changed is as before")
    back.add_argument("import_", metavar="IMPORT", help="as imports list names it")
    back.add_argument("--json", action="store_true")
    find = _command(commands, "find", "look for people by name, pinyin, delegation, number, phone or e-mail")
    what = find.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT")
    what.add_argument("--all", action="store_true", help="everybody")
    find.add_argument("--json", action="store_true")
    _person(commands)
    codes = _command(commands, "codes", "write each delegate's valid code to a file, for mailing out")
    codes.add_argument("--out", type=_path, required=True, metavar="FILE.csv")


def _person(commands: "Commands[argparse.ArgumentParser]") -> None:
    person = _command(commands, "person", "show one person's record and mend it")
    verbs = person.add_subparsers(dest="verb", required=True, metavar="VERB")
    showing = _command(verbs, "show", "show what is known of a person, what was written by which laptop, and conflicts")
    setting = _writing(verbs, "set", "write fields of a person's record")
    revoking = _writing(verbs, "revoke", "make every badge of a person void")
    restoring = _writing(verbs, "restore", "make a revoked badge valid again")
    merging = _writing(verbs, "merge", "void a record that is another's person: one stands for both")
    merging.add_argument("voided", metavar="VOIDED", help="delegate id or badge number of the record that goes")
    parting = _writing(verbs, "part", "let a voided record stand by itself again")
    everyone = (showing, setting, revoking, restoring, merging, parting)
    for each in everyone:
        each.add_argument("delegate", metavar="DELEGATE", help="delegate id or badge number")
    setting.add_argument("field", nargs="+", metavar="FIELD=VALUE", help="such as title=Director or prints_latin=yes")
    for each in (revoking, restoring):
        each.add_argument("--reason", required=True, metavar="TEXT", help="why")
    for each in everyone:
        each.add_argument("--json", action="store_true")


def _forum(commands: "Commands[argparse.ArgumentParser]") -> None:
    forum = _command(commands, "forum", "show the sessions, categories and routes, and change them")
    verbs = forum.add_subparsers(dest="verb", required=True, metavar="VERB")
    forum_words.add(partial(_command, verbs), partial(_writing, verbs), _path)


def _scans(commands: "Commands[argparse.ArgumentParser]") -> None:
    scan = _writing(commands, "scan", "decide on codes from standard input, one a line, one JSON verdict a line")
    scan.add_argument("--checkpoint", required=True, metavar="ID", help="as the command checkpoints names it")
    scan.add_argument("--direction", choices=("in", "out"), default="in", help="default: in")
    undo = _writing(commands, "undo", "take back the last scan of this station that let somebody pass, or a named one")
    which = undo.add_mutually_exclusive_group()
    which.add_argument("fact", nargs="?", metavar="FACT", help="the fact_id that the command scan gave")
    which.add_argument("--last", type=int, default=1, metavar="N", help="the last N, the newest first (default: 1)")
    undo.add_argument("--json", action="store_true")
    checkpoints = _command(commands, "checkpoints", "list the sessions and buses that can be scanned at")
    checkpoints.add_argument("--json", action="store_true")


def _planning(commands: "Commands[argparse.ArgumentParser]") -> None:
    plan = _writing(commands, "plan", "plan who sits on which bus, and say how good the plan is")
    plan.add_argument("--route", default="", metavar="R", help="default: all routes")
    plan.add_argument("--keep", action="append", default=[], metavar="BUS", help="a bus that stays as it is")
    plan.add_argument("--lock", action="append", default=[], metavar="BUS", help="a bus whose list is right for good")
    plan.add_argument("--unlock", action="append", default=[], metavar="BUS", help="one whose list may change again")
    plan.add_argument("--seconds", type=float, help=f"look no longer in all (default: {SECONDS:g} a route)")
    plan.add_argument("--dry-run", action="store_true", help="say what the plan is, and change nothing")
    plan.add_argument("--undo", action="store_true", help="take the last plan back instead")
    plan.add_argument("--json", action="store_true")


def _buses(commands: "Commands[argparse.ArgumentParser]") -> None:
    buses = _command(commands, "buses", "put buses on routes and delegates on buses")
    verbs = buses.add_subparsers(dest="verb", required=True, metavar="VERB")
    bus_words.add(partial(_command, verbs), partial(_writing, verbs), _path)
    _row_list(verbs, "take in a list of buses (CSV or XLSX), whole or not at all")
    count_words.add_endings(partial(_writing, verbs))
    stops = _command(
        commands, "stops", "show where buses were and go next, say what they do there, change a route's stops"
    )
    verbs = stops.add_subparsers(dest="verb", required=True, metavar="VERB")
    stop_words.add(partial(_command, verbs), partial(_writing, verbs))


def _ride(commands: "Commands[argparse.ArgumentParser]") -> None:
    ride = _command(commands, "ride", "show how a guest's ride stands, or say what becomes of it")
    ride.add_argument("delegate", metavar="DELEGATE", help="delegate id or badge number")
    verbs = ride.add_subparsers(dest="verb", required=True, metavar="VERB")
    ride_words.add(partial(_command, verbs), partial(_writing, verbs), _path)


def _emergency(commands: "Commands[argparse.ArgumentParser]") -> None:
    emergency = _command(commands, "emergency", "call an emergency at a bus, say who is safe, and end it")
    emergency.add_argument("bus", metavar="BUS")
    verbs = emergency.add_subparsers(dest="verb", required=True, metavar="VERB")
    emergencies.add(partial(_command, verbs), partial(_writing, verbs), _path)


def _papers(commands: "Commands[argparse.ArgumentParser]") -> None:
    badge = _writing(commands, "badge", "write one badge as a PDF")
    badge.add_argument("delegate", metavar="DELEGATE", help="delegate id or badge number")
    badge.add_argument("--out", type=_path, required=True, metavar="FILE.pdf")
    badge.add_argument("--photo", type=_path, metavar="FILE", help="a PNG or JPEG for the photo of its template")
    badge.add_argument("--replace", metavar="REASON", help="void the former badge and make a new one")
    badges = _writing(commands, "badges", "write all badges as one PDF, or take the last such file back")
    what = badges.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=_path, metavar="FILE.pdf")
    what.add_argument(
        "--take-back", action="store_true", help="the last one was not printed: none in it counts as issued"
    )
    print_words.add(commands, _command, _writing, _path)
    overseeing.add_commands(partial(_command, commands), partial(_writing, commands), _path)
    attendance = _command(commands, "attendance", "write who came to a session or rode on a route, and who did not")
    attendance.add_argument("occasion", metavar="SESSION|ROUTE", help="the id of a session or of a route")
    attendance.add_argument("--out", type=_path, required=True, metavar="FILE.(csv|xlsx)")
    export = _command(commands, "export", "write out what was taken in: everybody as a list, or the forum's file")
    export.add_argument("--out", type=_path, required=True, metavar="FILE.(csv|xlsx|toml)")


def _bundles(verbs: "Commands[argparse.ArgumentParser]") -> None:
    exporting = _command(verbs, "export", "write a file that every laptop which takes part can open, and nobody else")
    exporting.add_argument("--all", action="store_true", help="all there is, not what has come since the last one")
    importing = _writing(verbs, "import", "take in what such a file holds, once it is proven to be whole")
    for each in (exporting, importing):
        each.add_argument("file", type=_path, metavar="FILE")
        each.add_argument("--json", action="store_true")


def _upkeep(commands: "Commands[argparse.ArgumentParser]") -> None:
    conflicts = _command(commands, "conflicts", "list what two stations did that cannot both be right")
    conflicts.add_argument("--settled", action="store_true", help="list what was settled, the newest first")
    conflicts.add_argument("--json", action="store_true")
    verbs = conflicts.add_subparsers(dest="verb", metavar="VERB")
    resolving = _writing(verbs, "resolve", "settle a contradiction by one of its choices")
    undoing = _writing(verbs, "undo", "take a settlement back")
    for each in (resolving, undoing):
        each.add_argument("conflict", metavar="ID", help="as the command conflicts names it")
        each.add_argument("--json", action="store_true")
    resolving.add_argument("choice", metavar="CHOICE", help="its number, from 1 on, or its key")
    check = _command(commands, "check", "verify the record and everything that follows from it")
    check.add_argument("--repair", action="store_true", help="rebuild the screens' tables from the facts")
    check.add_argument(
        "--accept-loss", action="store_true", help="what is missing and nowhere else is not spoken of any more"
    )
    check.add_argument("--json", action="store_true")
    verify = _command(
        commands, "verify", "verify the record, and say what it comes to: the same wherever the same facts are"
    )
    verify.add_argument("--json", action="store_true")
    merge = _command(commands, "merge", "exchange facts with another station's folder on this laptop, both ways")
    merge.add_argument("other", type=_path, metavar="FOLDER")
    merge.add_argument("--json", action="store_true")
    bundle = _command(commands, "bundle", "carry facts on a stick: export FILE, import FILE")
    _bundles(bundle.add_subparsers(dest="verb", required=True, metavar="VERB"))
    backup = _command(commands, "backup", "write a backup now; the last twelve are kept")
    backup.add_argument("--json", action="store_true")
    restore = _command(commands, "restore", "put a backup in the store's place; the former files are kept")
    restore.add_argument("backup", nargs="?", type=_path, metavar="BACKUP", help="default: the one written last")
    restore.add_argument("--list", action="store_true", help="list the backups, the one written last first")
    restore.add_argument("--json", action="store_true")


def _meeting(commands: "Commands[argparse.ArgumentParser]") -> None:
    hub = _command(commands, "hub", "let the other laptops meet at this one, until it is interrupted")
    hub.add_argument(
        "--listen", default="", metavar="ADDRESS:PORT", help="default: every address of this laptop, port 7443"
    )
    hub.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="share a PostgreSQL with other processes of the hub: postgresql+psycopg://USER@HOST/NAME",
    )
    hub.add_argument("--invite", action="store_true", help="print a new invitation to the hub that runs on this folder")
    hub.add_argument("--json", action="store_true", help="print the invitation as JSON")
    join = _command(commands, "join", "join the other laptops at their hub, or go on joining")
    join.add_argument("code", nargs="?", default="", metavar="CODE", help="the invitation's text, or its short code")
    join.add_argument(
        "--hub", default="", metavar="ADDRESS:PORT", help="where the hub is (default: as the code says it)"
    )
    join.add_argument("--name", default="", help="what this laptop is called, such as 'Desk 3'")
    join.add_argument("--passphrase-file", type=_path, help="its first line becomes the way back to the store's key")
    join.add_argument("--wait", type=float, default=600, metavar="SECONDS", help="for a coordinator (default: 600)")
    join.add_argument("--json", action="store_true")
    sync = _command(commands, "sync", "exchange facts with the hub")
    sync.add_argument("--watch", action="store_true", help="stay with the hub until it is interrupted")
    sync.add_argument("--json", action="store_true")
    stations = _command(commands, "stations", "list the laptops that take part or ask to, let them in, shut them out")
    stations.add_argument("--json", action="store_true")
    verbs = stations.add_subparsers(dest="verb", metavar="VERB")
    admit = _writing(verbs, "admit", "let a laptop in that has asked, or change its name or role")
    admit.add_argument("--name", default="", help="what it is called from now on")
    admit.add_argument("--role", choices=[each.value for each in Role], default=Role.DESK.value, help="default: desk")
    revoke = _writing(verbs, "revoke", "shut a laptop out: what it writes from now on counts nowhere")
    revoke.add_argument("--reason", required=True, metavar="TEXT", help="why, such as stolen")
    for each in (admit, revoke):
        each.add_argument("station", metavar="STATION", help="its id, the beginning of it, or its name")
    _command(verbs, "leave", "say that this laptop takes part no more; what it recorded stays")
    _phones(commands)


def _phones(commands: "Commands[argparse.ArgumentParser]") -> None:
    phones = _command(
        commands, "phones", "list the coordinators' phones that are signed in at this hub, or sign them out"
    )
    phones.add_argument("--json", action="store_true")
    verbs = phones.add_subparsers(dest="verb", metavar="VERB")
    code = _command(verbs, "code", "show a code that signs a phone in at the hub that runs on this folder")
    code.add_argument(
        "--phones",
        type=int,
        choices=range(1, MOST_PHONES + 1),
        default=1,
        metavar="N",
        help=f"how many it signs in, up to {MOST_PHONES} (default: 1)",
    )
    code.add_argument("--json", action="store_true")
    out = _command(verbs, "sign-out", "sign a phone out, or all of them")
    which = out.add_mutually_exclusive_group(required=True)
    which.add_argument("phone", nargs="?", type=int, metavar="PHONE", help="its number, as phones lists it")
    which.add_argument("--all", action="store_true", help="every phone, and every code that was shown")


def _operators(commands: "Commands[argparse.ArgumentParser]") -> None:
    operators = _command(commands, "operators", "say who acts, in which role, and by which badge or PIN")
    verbs = operators.add_subparsers(dest="verb", required=True, metavar="VERB")
    listing = _command(verbs, "list", "list the operators")
    roles = _command(verbs, "roles", "list what each role may do")
    refused = _command(verbs, "not-applied", "list what somebody did who might not: it is kept, and counts nowhere")
    for each in (listing, roles, refused):
        each.add_argument("--json", action="store_true")
    add = _writing(verbs, "add", "name an operator")
    setting = _writing(verbs, "set", "give an operator another role or another staff badge")
    revoke = _writing(verbs, "revoke", "let somebody be no operator any more, on every laptop")
    pin = _writing(verbs, "pin", "give an operator a PIN, or take it away")
    _row_list(verbs, "take in a list of operators (CSV or XLSX), whole or not at all")
    for each in (add, setting, revoke, pin):
        each.add_argument("operator", metavar="NAME", help="the operator's name, or the id that the list shows")
    for each in (add, setting):
        each.add_argument("--role", required=each is add, choices=[role.value for role in OperatorRole])
        each.add_argument(
            "--badge", default="", metavar="DELEGATE", help="whose badge is the staff badge: id or badge number"
        )
    revoke.add_argument("--reason", required=True, metavar="TEXT", help="why")
    which = pin.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--new-pin-file", type=_path, metavar="FILE", help="its first line becomes the PIN: 4 to 8 digits"
    )
    which.add_argument("--none", action="store_true", help="take the PIN away")
