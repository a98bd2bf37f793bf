"""A line to a printer at this laptop's own USB, held for this application alone."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any

import libusb_package
import usb.core  # type: ignore[import-untyped]  # the package carries no type hints
import usb.util  # type: ignore[import-untyped]  # as above

from checkin_app.domain.details import PrinterStop
from checkin_app.domain.problems import PrinterFailed, PrinterMissing, PrintProblem
from checkin_app.runtime.printer_targets import UsbTarget, usb_target
from printing.printers import Printer
from printing.talk import MayHaveTaken

_PRINTERS = 7
"""The class of interfaces of printers (USB Device Class Definition for Printing Devices, 1.1)."""
_READING = 4096
"""Bytes at a time: whole packets of every kind of USB, or a longer answer is an error."""
_BETWEEN = 0.01
"""Seconds between two readings of a printer that answers with nothing."""
_NO_DEVICE = {errno.ENODEV, errno.ENOENT, errno.EIO}


def usb_printers() -> tuple[tuple[str, str], ...]:
    """Return what printers at USB call themselves, and their targets, by name."""
    found = []
    for device in _devices():
        named = " ".join(filter(None, (_said(device, "manufacturer"), _said(device, "product"))))
        target = str(UsbTarget(device.idVendor, device.idProduct, _said(device, "serial_number")))
        usb.util.dispose_resources(device)
        found.append((named or target, target))
    return tuple(sorted(found))


def usb_line(printer: Printer, _seconds: float) -> "UsbLine":
    """Open a printer's interface for this application alone.

    Raises:
        PrinterMissing: it is not there.
        PrinterFailed: it may not be opened, another program holds it, or several are like it.
    """
    device = _one(printer)
    try:
        return _opened(device)
    except (usb.core.USBError, NotImplementedError) as error:
        usb.util.dispose_resources(device)
        raise _why(printer, getattr(error, "errno", None)) from error


@dataclass(slots=True)
class UsbLine:
    """What `printing.talk.Line` asks."""

    device: Any
    number: int
    """Of the interface."""
    out: Any
    back: Any
    """The way of answers; None where a printer has none."""
    lent: bool
    """The system's own driver gave the interface up, and is given it back."""
    seconds: float | None = None
    _heard: bytes = b""

    def settimeout(self, seconds: float | None, /) -> None:
        self.seconds = seconds

    def send(self, data: bytes | memoryview, /) -> int:
        """Send it: USB says how much was taken in time, and after any other fault nobody knows."""
        try:
            return int(self.out.write(bytes(data), self._within(self.seconds)))
        except usb.core.USBTimeoutError as error:
            raise TimeoutError(*error.args) from error
        except usb.core.USBError as error:
            raise MayHaveTaken(*error.args) from error

    def recv(self, most: int, /) -> bytes:
        """Return what comes; packets without anything in them are no hanging up."""
        ends = None if self.seconds is None else monotonic() + self.seconds
        while not self._heard:
            left = None if ends is None else ends - monotonic()
            if self.back is None:
                raise TimeoutError
            try:
                self._heard = bytes(self.back.read(_READING, self._within(left)))
            except usb.core.USBTimeoutError as error:
                raise TimeoutError(*error.args) from error
            if not self._heard and ends is not None and monotonic() >= ends:
                raise TimeoutError
            if not self._heard:
                sleep(_BETWEEN)
        heard, self._heard = self._heard[:most], self._heard[most:]
        return heard

    def close(self) -> None:
        with suppress(usb.core.USBError, NotImplementedError):
            usb.util.release_interface(self.device, self.number)
        if self.lent:
            _give_back(self.device, self.number)
        usb.util.dispose_resources(self.device)

    @staticmethod
    def _within(seconds: float | None) -> int:
        """Return a time-out in milliseconds, of which 0 would be for ever."""
        return 0 if seconds is None else max(1, round(seconds * 1000))


def _devices() -> Iterator[Any]:
    backend = libusb_package.get_libusb1_backend()
    if backend is not None:
        with suppress(usb.core.USBError):  # a computer whose USB may not be looked at has no printers there
            yield from usb.core.find(find_all=True, backend=backend, custom_match=lambda each: bool(_interfaces(each)))


def _one(printer: Printer) -> Any:
    wanted = usb_target(printer.address)
    alike = [each for each in _devices() if wanted and (each.idVendor, each.idProduct) == wanted[:2]]
    fitting = [
        each for each in alike if wanted and (not wanted.serial or _said(each, "serial_number") == wanted.serial)
    ]
    for each in alike:
        if len(fitting) != 1 or each is not fitting[0]:
            usb.util.dispose_resources(each)
    if len(fitting) > 1:
        raise PrinterFailed(printer=printer.name, detail=PrinterStop.ALIKE)
    if not fitting:
        raise PrinterMissing(printer=printer.name)
    return fitting[0]


def _interfaces(device: Any) -> list[Any]:
    try:
        return [each for configuration in device for each in configuration if each.bInterfaceClass == _PRINTERS]
    except (usb.core.USBError, NotImplementedError):  # one whose description cannot be had is no printer of ours
        return []


def _said(device: Any, name: str) -> str:
    """Return what a device says of itself; empty where it says nothing, or may not be asked."""
    try:
        said = str(getattr(device, name) or "").strip()
    except (usb.core.USBError, NotImplementedError, ValueError):
        return ""
    return said if said.isprintable() else ""


def _opened(device: Any) -> UsbLine:
    try:
        configuration = device.get_active_configuration()
    except usb.core.USBError:
        device.set_configuration()
        configuration = device.get_active_configuration()
    interface = next((each for each in configuration if each.bInterfaceClass == _PRINTERS), None)
    if interface is None:  # it is a printer in another of its configurations alone
        raise usb.core.USBError("No printer", errno=errno.ENODEV)
    number, lent = interface.bInterfaceNumber, False
    with suppress(NotImplementedError):  # on systems without drivers that give way
        if device.is_kernel_driver_active(number):
            device.detach_kernel_driver(number)
            lent = True
    try:
        usb.util.claim_interface(device, number)
    except usb.core.USBError:
        if lent:
            _give_back(device, number)
        raise
    return UsbLine(device, number, _way(interface, usb.util.ENDPOINT_OUT), _way(interface, usb.util.ENDPOINT_IN), lent)


def _give_back(device: Any, number: int) -> None:
    """Let the system's own driver have the interface again."""
    with suppress(usb.core.USBError, NotImplementedError):
        device.attach_kernel_driver(number)


def _way(interface: Any, direction: int) -> Any:
    return usb.util.find_descriptor(
        interface,
        custom_match=lambda each: (
            usb.util.endpoint_direction(each.bEndpointAddress) == direction
            and usb.util.endpoint_type(each.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        ),
    )


def _why(printer: Printer, number: int | None) -> PrintProblem:
    if number in _NO_DEVICE:
        return PrinterMissing(printer=printer.name)
    details = {errno.EBUSY: PrinterStop.TAKEN, errno.EACCES: PrinterStop.DENIED}
    return PrinterFailed(printer=printer.name, detail=details.get(number or 0, PrinterStop.NOT_OPENED))
