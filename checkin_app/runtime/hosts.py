"""Where something is in a network, as people write it."""

_ESCPOS_PORT, _IPP_PORT, _LONGEST_PORT = 9100, 631, 5
_IPP_PATH = "/ipp/print"
"""Where printers that need no driver listen (PWG 5100.14)."""
PRIVATE = "ipps://"
"""Before a printer that speaks IPP: it is spoken with by TLS (RFC 7472)."""
LAST_PORT = 65535


def host_and_port(target: str, usual: int = _ESCPOS_PORT) -> tuple[str, int] | None:
    """Return host and port of ``host``, ``host:port``, ``[v6]:port`` or a bare IPv6 address; None of anything else."""
    host, colon, port = target.rpartition(":")
    if not colon or (":" in host and not host.endswith("]")):
        host, port = target, str(usual)
    host = host.strip("[]")
    if not (port.isascii() and port.isdecimal() and len(port) <= _LONGEST_PORT and 0 < int(port) <= LAST_PORT):
        return None
    return (host, int(port)) if _may_be_host(host) else None


def ipp_place(target: str) -> tuple[str, int, str] | None:
    """Return host, port and path of ``host``, ``host:port`` or either with a ``/path``; None of anything else."""
    where, slash, path = target.removeprefix(PRIVATE).removeprefix("ipp://").partition("/")
    found = host_and_port(where, _IPP_PORT)
    if found is None or not path.isascii() or not path.isprintable() or " " in path:
        return None
    return (*found, f"/{path}" if slash and path else _IPP_PATH)


def is_private(target: str) -> bool:
    """Return whether a printer that speaks IPP is to be spoken with by TLS."""
    return target.startswith(PRIVATE)


def _may_be_host(host: str) -> bool:
    try:
        return bool(host.encode("idna")) and not any(letter.isspace() or letter in "/@" for letter in host)
    except UnicodeError:  # an empty label, or one that no name server knows
        return False
