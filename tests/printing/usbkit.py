"""A USB with printers at it, below pyusb: what it is asked for and has not fails."""

import array
import errno
from collections import deque
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import usb.backend  # type: ignore[import-untyped]  # the package carries no type hints
import usb.core  # type: ignore[import-untyped]

OUT, IN = 0x02, 0x81


def _gone() -> usb.core.USBError:
    return usb.core.USBError("No such device", -4, errno.ENODEV)


@dataclass
class Device:
    """One device; `answer` is asked what it says to all that it was sent so far, once after each sending."""

    vendor: int = 0x0A5F
    product: int = 0x0164
    serial: str = "D3J1234"
    kind: int = 7
    """The class of its interface."""
    answers: Any = None
    """A callable that is given all that was taken, and returns packets to say."""
    taken: bytearray = field(default_factory=bytearray)
    said: deque[bytes] = field(default_factory=deque)
    pulled_after: int | None = None
    """Bytes after which somebody pulls the plug."""
    stuck_after: int | None = None
    """Bytes after which it takes no more."""
    refuses: int = 0
    """The error of whoever would hold it."""
    one_way: bool = False
    driver: bool = True
    """The system's own driver holds it."""
    elsewhere: bool = False
    """It is a printer in another configuration than the one it is in."""
    held: bool = False

    @property
    def gone(self) -> bool:
        return self.pulled_after is not None and len(self.taken) >= self.pulled_after


@dataclass
class Usb(usb.backend.IBackend):  # type: ignore[misc]  # a base without type hints
    devices: list[Device]

    def enumerate_devices(self) -> Any:
        return iter(self.devices)

    def get_parent(self, dev: Device) -> Any:
        return None

    def get_device_descriptor(self, dev: Device) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=dev.vendor, idProduct=dev.product, bcdDevice=0x0100, iManufacturer=1,
            iProduct=2, iSerialNumber=3, bNumConfigurations=1 + dev.elsewhere, address=4, bus=1, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: Device, config: int) -> Any:
        if config > dev.elsewhere:
            raise IndexError(config)
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=config + 1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=b"",
        )  # fmt: skip

    def get_interface_descriptor(self, dev: Device, intf: int, alt: int, config: int) -> Any:
        if intf or alt:
            raise IndexError(intf)
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=1 if dev.one_way else 2,
            bInterfaceClass=3 if config else dev.kind, bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=b"",
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: Device, ep: int, intf: int, alt: int, config: int) -> Any:
        address = [OUT, IN][: 1 if dev.one_way else 2][ep]
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=address, bmAttributes=2, wMaxPacketSize=512, bInterval=0,
            bRefresh=0, bSynchAddress=0, extra_descriptors=b"",
        )  # fmt: skip

    def open_device(self, dev: Device) -> Device:
        if dev.gone:
            raise _gone()
        if dev.refuses == errno.EACCES:
            raise usb.core.USBError("Access denied", -3, errno.EACCES)
        return dev

    def close_device(self, handle: Device) -> None:
        handle.held = False

    def get_configuration(self, handle: Device) -> int:
        return 1 + handle.elsewhere

    def is_kernel_driver_active(self, handle: Device, intf: int) -> bool:
        return handle.driver

    def detach_kernel_driver(self, handle: Device, intf: int) -> None:
        assert handle.driver
        handle.driver = False

    def attach_kernel_driver(self, handle: Device, intf: int) -> None:
        assert not handle.driver
        assert not handle.held, "given back before it was let go"
        handle.driver = True

    def claim_interface(self, handle: Device, intf: int) -> None:
        if handle.refuses:
            raise usb.core.USBError("Resource busy", -6, handle.refuses)
        assert not handle.driver
        assert not handle.held
        handle.held = True

    def release_interface(self, handle: Device, intf: int) -> None:
        handle.held = False

    def ctrl_transfer(  # noqa: PLR0917 - as pyusb has it
        self, handle: Device, kind: int, request: int, value: int, index: int, data: Any, timeout: int
    ) -> int:
        assert (kind, request, value >> 8) == (0x80, 6, 3), "only strings are asked for"
        text = ["", "Zebra", "ZD421", handle.serial][value & 0xFF]
        body = text.encode("utf-16-le") if value & 0xFF else b"\x09\x04"
        told = array.array("B", bytes([len(body) + 2, 3]) + body)[: len(data)]
        data[: len(told)] = told
        return len(told)

    def bulk_write(self, handle: Device, ep: int, intf: int, data: Any, timeout: int) -> int:
        assert handle.held
        assert ep == OUT
        assert timeout > 0, "a time-out of 0 is for ever"
        if handle.gone:
            raise _gone()
        most = min(
            limit - len(handle.taken) for limit in (handle.stuck_after, handle.pulled_after, 10**9) if limit is not None
        )
        if most <= 0:
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        took = bytes(data)[:most]
        handle.taken += took
        if handle.gone and len(took) < len(data):
            raise _gone()
        if handle.answers:
            handle.said.extend(handle.answers(bytes(handle.taken)))
        return len(took)

    def bulk_read(self, handle: Device, ep: int, intf: int, buff: Any, timeout: int) -> int:
        assert handle.held
        assert ep == IN
        assert timeout > 0, "a time-out of 0 is for ever"
        assert len(buff) % 512 == 0, "a reading of less than whole packets overflows"
        if handle.gone:
            raise _gone()
        if not handle.said:
            raise usb.core.USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT)
        packet = handle.said.popleft()
        buff[: len(packet)] = array.array("B", packet)
        return len(packet)
