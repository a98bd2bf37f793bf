"""As whom a printer lets this laptop in, and its certificate, are kept where keys are, and nowhere else."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.domain.problems import StoreNotWritable
from checkin_app.runtime import keys, printer_trust
from checkin_app.runtime.keys import KEYS_DIR
from checkin_app.runtime.printer_trust import Login
from printing.ipp_printer import IppPrinter


@pytest.fixture(autouse=True)
def drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "keys"))
    return tmp_path / "keys"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.text(), other=st.text(), user=st.text(), password=st.text())
def test_what_is_kept_comes_back_as_it_was_for_its_own_place_alone(
    place: str, other: str, user: str, password: str
) -> None:
    printer_trust.forget_login(other)
    printer_trust.keep_login(place, Login(user, password))
    assert printer_trust.login_at(place) == Login(user, password)
    assert place == other or printer_trust.login_at(other) is None
    printer_trust.forget_login(place)
    assert printer_trust.login_at(place) is None
    printer_trust.forget_login(place)


def test_a_password_is_in_no_text_and_in_a_file_for_this_user_alone(drawer: Path) -> None:
    login = Login("anna", "three boats")
    assert "three boats" not in f"{login} {login!r}"
    printer_trust.keep_login("hall:631", login)
    (file,) = drawer.iterdir()
    assert "hall" not in file.name
    assert b"three boats" not in file.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_certificate_is_kept_until_it_is_forgotten() -> None:
    assert printer_trust.certificate_at("hall:631") == ""
    printer_trust.keep_certificate("hall:631", "ab" * 32)
    assert printer_trust.certificate_at("hall:631") == "ab" * 32
    assert printer_trust.certificate_at("hall:632") == ""
    printer_trust.forget_certificate("hall:631")
    assert printer_trust.certificate_at("hall:631") == ""


@dataclass
class KeyStore:
    """While it is locked it takes nothing, and says nothing of what it has."""

    locked: bool = False
    content: dict[str, str] = field(default_factory=dict)

    def keep(self, _service: str, name: str, secret: str) -> bool:
        if not self.locked:
            self.content[name] = secret
        return not self.locked

    def held(self, _service: str, name: str) -> str:
        return "" if self.locked else self.content.get(name, "")

    def forget(self, _service: str, name: str) -> None:
        if not self.locked:
            self.content.pop(name, None)


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> KeyStore:
    made = KeyStore()
    monkeypatch.setattr(keys, "_key_store", lambda: made)
    return made


def test_a_password_that_is_given_while_the_key_store_is_locked_is_the_newer_one(key_store: KeyStore) -> None:
    printer_trust.keep_login("hall:631", Login("anna", "old"))
    key_store.locked = True
    assert printer_trust.login_at("hall:631") is None
    printer_trust.keep_login("hall:631", Login("anna", "new"))
    for key_store.locked in (True, False):
        assert printer_trust.login_at("hall:631") == Login("anna", "new")


def test_no_password_stays_in_a_file_once_the_key_store_takes_one(key_store: KeyStore, drawer: Path) -> None:
    key_store.locked = True
    printer_trust.keep_login("hall:631", Login("anna", "old"))
    assert [*drawer.iterdir()]
    key_store.locked = False
    printer_trust.keep_login("hall:631", Login("anna", "new"))
    assert [*drawer.iterdir()] == []
    assert printer_trust.login_at("hall:631") == Login("anna", "new")
    printer_trust.forget_login("hall:631")
    assert (printer_trust.login_at("hall:631"), key_store.content) == (None, {})


def test_a_key_store_that_is_locked_makes_no_printer_one_that_was_never_met(key_store: KeyStore) -> None:
    printer_trust.keep_certificate("hall:631", "ab" * 32)
    key_store.locked = True
    assert printer_trust.certificate_at("hall:631") == "ab" * 32
    assert not IppPrinter().is_its_own("hall:631", "cd" * 32)


def test_where_what_is_kept_cannot_be_read_no_certificate_is_taken_for_the_printer_s(drawer: Path) -> None:
    printer_trust.keep_certificate("hall:631", "ab" * 32)
    (file,) = drawer.iterdir()
    file.unlink()
    file.mkdir()
    with pytest.raises(OSError, match="directory"):
        IppPrinter().is_its_own("hall:631", "ab" * 32)


def test_where_nothing_can_be_kept_the_first_certificate_of_a_run_is_the_printer_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "file"))
    driver = IppPrinter()
    assert driver.is_its_own("hall:631", "ab" * 32)
    assert driver.is_its_own("hall:631", "ab" * 32)
    assert not driver.is_its_own("hall:631", "cd" * 32)


@pytest.mark.parametrize("content", ["", "zz", "00", b"[1]".hex(), b'["a"]'.hex(), b"null".hex()])
def test_a_login_that_is_damaged_is_none(drawer: Path, content: str) -> None:
    printer_trust.keep_login("hall:631", Login("anna", "three boats"))
    (file,) = drawer.iterdir()
    file.write_text(content)
    assert printer_trust.login_at("hall:631") is None


def test_a_computer_that_keeps_no_secret_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "file"))
    with pytest.raises(StoreNotWritable):
        printer_trust.keep_login("hall:631", Login("anna", "three boats"))
