"""The languages of label printers, each with what it makes of dots and how it is spoken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image

from checkin_app.runtime.settings import PrinterKind
from printing import escpos_label, ql_label, snmp, tspl_label, zpl_label
from printing.printers import HEADS, Language, Printer, language_of, media_in
from printing.ql_media import WIDE
from printing.ql_status import DOES, HINDERED, STATUS
from printing.ql_talk import QlNetworkTalk, QlTalk
from printing.talk import Line, Talk


@dataclass(frozen=True, slots=True)
class Times:
    """How long a talk waits, in seconds, and where it asks beside its line."""

    answer_in: float
    print_in: float
    snmp_port: int


@dataclass(frozen=True, slots=True)
class LabelLanguage:
    encode: Callable[[Image.Image, Printer], bytes]
    """A label of black and white dots as a whole job."""
    talk: Callable[[Line, Printer, Times], Talk]


def _talking(kind: type[Talk]) -> Callable[[Line, Printer, Times], Talk]:
    return lambda line, printer, times: kind(line, printer.name, times.answer_in, times.print_in)


def _ql_label(image: Image.Image, printer: Printer) -> bytes:
    return ql_label.label_bytes(image, media_in(printer), HEADS[language_of(printer)])


def _ql_talk(line: Line, printer: Printer, times: Times) -> Talk:
    """Over a cable a printer answers; in the network, and there alone, it is asked by SNMP."""
    waits = printer.name, times.answer_in, times.print_in
    media, wide = media_in(printer), HEADS[language_of(printer)] is WIDE
    height = 0.0 if printer.media else printer.look().height
    if printer.kind is not PrinterKind.NETWORK:
        return QlTalk(line, *waits, media=media, wide=wide, height=height)

    def ask(seconds: float) -> Mapping[str, snmp.Value] | None:
        return snmp.asked(printer.address, (STATUS, DOES, HINDERED), seconds, times.snmp_port)

    return QlNetworkTalk(line, *waits, media=media, wide=wide, height=height, ask=ask)


_QL = LabelLanguage(_ql_label, _ql_talk)
LABEL_LANGUAGES: Mapping[Language, LabelLanguage] = {
    Language.ESCPOS: LabelLanguage(
        lambda image, _printer: escpos_label.label_bytes(image), _talking(escpos_label.EscposTalk)
    ),
    Language.ZPL: LabelLanguage(lambda image, _printer: zpl_label.label_bytes(image), _talking(zpl_label.ZplTalk)),
    Language.TSPL: LabelLanguage(
        lambda image, printer: tspl_label.label_bytes(image, printer.dpi), _talking(tspl_label.TsplTalk)
    ),
    Language.QL: _QL,
    Language.QL_WIDE: _QL,
}
