"""What this computer keeps of the places where printers are: as whom each lets it in, and the certificate that it has."""

from collections.abc import Iterable
from contextlib import suppress

from checkin_app.domain.details import Misfit
from checkin_app.domain.problems import PrinterMistyped
from checkin_app.domain.problems_printing import PrinterMisfit
from checkin_app.runtime.printer_trust import Login, forget_certificate, forget_login, keep_login
from checkin_app.runtime.settings import ASKING, PrinterKind, PrinterSettings
from printing.ipp_driver import place_set


def let_in(printer: PrinterSettings, login: Login | None) -> None:
    """Keep as whom a printer lets this laptop in; None for nobody any more.

    Raises:
        PrinterMisfit: nobody is asked there.
        PrinterMistyped: its target is no host and port.
        StoreNotWritable: this computer keeps no secret.
    """
    if printer.kind not in ASKING:
        raise PrinterMisfit(printer=printer.name, detail=Misfit.NO_LOGIN)
    if login:
        keep_login(place_set(printer), login)
    else:
        forget_login(place_set(printer))


def met_anew(printers: Iterable[PrinterSettings]) -> None:
    """Take it that whoever adds printers has them in view: the certificate that each shows next is its own."""
    for place in _places(each for each in printers if each.kind is PrinterKind.IPP):
        forget_certificate(place)


def parted(former: Iterable[PrinterSettings], kept: Iterable[PrinterSettings]) -> None:
    """Keep nothing more of the places of printers that were taken away, where no other printer is."""
    for place in _places(former) - _places(kept):
        forget_login(place)
        forget_certificate(place)


def _places(printers: Iterable[PrinterSettings]) -> set[str]:
    found = set[str]()
    for each in printers:
        with suppress(PrinterMistyped):
            if each.kind in ASKING:
                found.add(place_set(each))
    return found
