"""Where something is in a network, as people write it."""

_ESCPOS_PORT, _LONGEST_PORT = 9100, 5
LAST_PORT = 65535


def host_and_port(target: str) -> tuple[str, int] | None:
    """Return host and port of ``host``, ``host:port``, ``[v6]:port`` or a bare IPv6 address; None of anything else."""
    host, colon, port = target.rpartition(":")
    if not colon or (":" in host and not host.endswith("]")):
        host, port = target, str(_ESCPOS_PORT)
    host = host.strip("[]")
    if not (port.isascii() and port.isdecimal() and len(port) <= _LONGEST_PORT and 0 < int(port) <= LAST_PORT):
        return None
    return (host, int(port)) if _may_be_host(host) else None


def _may_be_host(host: str) -> bool:
    try:
        return bool(host.encode("idna")) and not any(letter.isspace() or letter in "/@" for letter in host)
    except UnicodeError:  # an empty label, or one that no name server knows
        return False
