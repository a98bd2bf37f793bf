"""What a printer calls itself tells what it speaks, or nothing."""

import pytest

from checkin_app.runtime.printer_names import spoken_by
from checkin_app.runtime.settings import PrinterLanguage


@pytest.mark.parametrize(
    ("called", "speaks"),
    [
        ("Brother QL-820NWB [b4b5b6]", PrinterLanguage.QL),
        ("Brother QL-700", PrinterLanguage.QL),
        ("Brother QL-1110NWB", PrinterLanguage.QL_WIDE),
        ("Brother Industries, Ltd QL-1050", PrinterLanguage.QL_WIDE),
        ("Zebra Technologies ZTC ZD421-203dpi ZPL", PrinterLanguage.ZPL),
        ("TSC TE210", PrinterLanguage.TSPL),
        ("Gprinter GP-1324D", PrinterLanguage.TSPL),
        ("EPSON TM-L90 by the door", None),
        ("Brother MFC-L8900CDW", None),
        ("SQL-400 report", None),
        ("", None),
    ],
)
def test_a_make_tells_its_language(called: str, speaks: PrinterLanguage | None) -> None:
    assert spoken_by(called) is speaks
