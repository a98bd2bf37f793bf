"""A device that answers over SNMP at a port of this computer, byte by byte by RFC 3416 and X.690."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_GET_AT = 2
"""Which of the parts of a message is the question."""


def _parts(of: bytes) -> list[tuple[int, bytes]]:
    found = []
    while of:
        length, at = of[1], 2
        if length & 0x80:
            at += length & 0x7F
            length = int.from_bytes(of[2:at])
        found.append((of[0], of[at : at + length]))
        of = of[at + length :]
    return found


def _whole(kind: int, *parts: bytes) -> bytes:
    """Return a value with its length in the long form, as most agents write it."""
    value = b"".join(parts)
    return bytes([kind, 0x82]) + len(value).to_bytes(2) + value


def name_of(text: str) -> bytes:
    """Return the bytes of a name that is written in numbers with dots."""
    first, second, *rest = map(int, text.split("."))
    made = bytes([40 * first + second])
    for number in rest:
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(number & 0x7F | 0x80)
        made += bytes(reversed(digits))
    return made


def answer_to(message: bytes, has: Mapping[str, bytes | int]) -> bytes:
    """Return what a device that `has` so many objects answers."""
    ((_, whole),) = _parts(message)
    version, community, question = _parts(whole)
    assert (version, community) == ((2, b"\x01"), (4, b"public"))
    assert question[0] == 0xA0
    number, _, _, asked = _parts(question[1])
    names = {name_of(each): value for each, value in has.items()}
    told = []
    for _, binding in _parts(asked[1]):
        name = _parts(binding)[0][1]
        value = names.get(name)
        said = b"\x80\x00" if value is None else _whole(4, value) if isinstance(value, bytes) else bytes([2, 1, value])
        told.append(_whole(0x30, _whole(6, name), said))
    body = _whole(0xA2, _whole(2, number[1]), b"\x02\x01\x00", b"\x02\x01\x00", _whole(0x30, *told))
    return _whole(0x30, _whole(*version), _whole(*community), body)


@contextmanager
def agent(has: Callable[[], Mapping[str, bytes | int] | bytes | None]) -> Iterator[int]:
    """Answer each question with what there is at that moment, with bytes as they are, or not at all; yields the port."""
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind(("127.0.0.1", 0))
    port = line.getsockname()[1]

    def serve() -> None:
        while True:
            message, whence = line.recvfrom(65535)
            if not message:
                return
            said = has()
            if said is not None:
                line.sendto(said if isinstance(said, bytes) else answer_to(message, said), whence)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield port
    finally:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
            last.sendto(b"", ("127.0.0.1", port))
        thread.join(20)
        line.close()
