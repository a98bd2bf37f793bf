"""The command by which coordinators' phones are signed in and out at a hub."""

from collections.abc import Callable, Mapping

from checkin_app.cli import given, shown
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.cli.shown_codes import qr
from checkin_app.domain.canonical import Json
from checkin_app.domain.invitations import shown_short
from checkin_app.domain.phones import CODE_MINUTES, PhoneCode, SignedIn


def phones(parts: Parts, args: Arguments) -> int:
    return _VERBS[args.verb](parts, args)


def _listed(parts: Parts, args: Arguments) -> int:
    rows = [_row(each) for each in parts.phones(given.folder(parts, args)).phones()]
    shown.say(rows, as_json=args.json)
    return 0


def _code(parts: Parts, args: Arguments) -> int:
    code = parts.phone_code(given.folder(parts, args), args.phones)
    if args.json:
        pages: list[Json] = [*code.pages]
        row: Mapping[str, Json] = {
            "code": shown_short(code.code),
            "link": code.link,
            "pages": pages,
            "fingerprint": code.fingerprint,
            "phones": code.phones,
        }
        shown.say(row, as_json=True)
    else:
        print("\n".join(_lines(code)), flush=True)
    return 0


def _lines(code: PhoneCode) -> list[str]:
    whom = "one phone" if code.phones == 1 else f"{code.phones} phones"
    return [
        qr(code.link),
        f"For {whom}, {CODE_MINUTES} minutes: scan this with the phone's camera, in the same network.",
        f"Or open {' or '.join(code.pages)} and type {shown_short(code.code)}.",
        "The phone warns of the page, since nobody vouches for a laptop. The certificate's SHA-256 fingerprint must be:",
        code.fingerprint,
    ]


def _sign_out(parts: Parts, args: Arguments) -> int:
    signed_in = parts.phones(given.folder(parts, args))
    if args.all:
        signed_in.sign_all_out()
    else:
        signed_in.sign_out(args.phone)
    return 0


_VERBS: Mapping[str | None, Callable[[Parts, Arguments], int]] = {
    None: _listed,
    "code": _code,
    "sign-out": _sign_out,
}


def _row(phone: SignedIn) -> Mapping[str, Json]:
    return {"phone": phone.number, "since": shown.iso(phone.since), "until": shown.iso(phone.until)}
