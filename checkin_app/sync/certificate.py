"""The hub's own certificate: nobody vouches for it but the invitation that names its digest."""

import hashlib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime.bounded import FileTooLarge, read_bounded
from checkin_app.runtime.whole_file import taking_place

_LONGEST = 64_000
#: Laptops' clocks stand anywhere: a date that nobody's clock leaves is no reason to refuse.
_FROM, _TO = datetime(2000, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and its key, as they lie in a folder."""

    file: Path
    pin: bytes
    """SHA-256 of the certificate: what an invitation names."""
    password: str
    """Opens the key in the file; follows from a secret that is not in the folder."""


def certificate_in(file: Path, secret: bytes) -> Certificate:
    """Return the hub's certificate in a file, made where there is none that opens with `secret`.

    Raises:
        StoreNotWritable: the folder does not take it.
    """
    password = hashlib.sha256(b"hub certificate\n" + secret).hexdigest()
    try:
        pem = read_bounded(file, _LONGEST)
        serialization.load_pem_private_key(pem, password.encode())
        return _certificate(file, pem, password)
    except (OSError, FileTooLarge, ValueError, TypeError):
        pass
    pem = _made(password)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with taking_place(file) as stream:
            stream.write(pem)
    except OSError as error:
        raise StoreNotWritable(folder=str(file.parent)) from error
    return _certificate(file, pem, password)


def pin_in(file: Path) -> bytes | None:
    """Return the digest of the certificate in a file, which no secret is needed for; None where there is none."""
    with suppress(OSError, FileTooLarge, ValueError):
        return _pin(read_bounded(file, _LONGEST))
    return None


def pin_of(der: bytes) -> bytes:
    return hashlib.sha256(der).digest()


def _certificate(file: Path, pem: bytes, password: str) -> Certificate:
    return Certificate(file, _pin(pem), password)


def _pin(pem: bytes) -> bytes:
    return pin_of(x509.load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER))


def _made(password: str) -> bytes:
    """Return key and certificate; named alike everywhere, so that nothing of this laptop is told to whoever looks."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_TO)
        .sign(key, hashes.SHA256())
    )
    sealed = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode()),
    )
    return sealed + built.public_bytes(serialization.Encoding.PEM)


def serving_context(certificate: Certificate) -> ssl.SSLContext:
    """Return what a hub speaks TLS 1.3 with, and nothing older."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certificate.file, password=certificate.password)
    return context
