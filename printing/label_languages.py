"""The languages of label printers, each with what it makes of dots and how it is spoken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image

from printing import escpos_label, tspl_label, zpl_label
from printing.printers import Language, Printer
from printing.talk import Talk


@dataclass(frozen=True, slots=True)
class LabelLanguage:
    encode: Callable[[Image.Image, Printer], bytes]
    """A label of black and white dots as a whole job."""
    talk: type[Talk]


LABEL_LANGUAGES: Mapping[Language, LabelLanguage] = {
    Language.ESCPOS: LabelLanguage(lambda image, _printer: escpos_label.label_bytes(image), escpos_label.EscposTalk),
    Language.ZPL: LabelLanguage(lambda image, _printer: zpl_label.label_bytes(image), zpl_label.ZplTalk),
    Language.TSPL: LabelLanguage(
        lambda image, printer: tspl_label.label_bytes(image, printer.dpi), tspl_label.TsplTalk
    ),
}
