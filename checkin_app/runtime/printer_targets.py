"""What a printer of this laptop is found by, as people write it, where that is no host and no name."""

import re
from typing import NamedTuple

_USB = re.compile(r"(?P<vendor>[0-9a-f]{4}):(?P<product>[0-9a-f]{4})(:(?P<serial>\S+))?", re.IGNORECASE | re.ASCII)
_SERIAL = re.compile(r"(?P<device>[^@\s]+)(@(?P<speed>[0-9]{3,7}))?", re.ASCII)
_USUAL_SPEED = 9600


class UsbTarget(NamedTuple):
    """A device by its vendor and product, and by its own number where there are two of them; empty for any."""

    vendor: int
    product: int
    serial: str = ""

    def __str__(self) -> str:
        return f"{self.vendor:04x}:{self.product:04x}" + (f":{self.serial}" if self.serial else "")


class SerialTarget(NamedTuple):
    device: str
    speed: int
    """Bits a second."""


def usb_target(text: str) -> UsbTarget | None:
    """Return what ``0a5f:0164`` or ``0a5f:0164:D3J1234`` says; None of anything else."""
    said = _USB.fullmatch(text)
    return UsbTarget(int(said["vendor"], 16), int(said["product"], 16), said["serial"] or "") if said else None


def serial_target(text: str) -> SerialTarget | None:
    """Return what ``COM3`` or ``/dev/ttyUSB0@115200`` says; None of anything else."""
    said = _SERIAL.fullmatch(text)
    return SerialTarget(said["device"], int(said["speed"] or _USUAL_SPEED)) if said else None
