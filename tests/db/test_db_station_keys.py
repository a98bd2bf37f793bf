"""The station's two secrets: kept apart from the folder, private, brought back by the passphrase only."""

import logging
import os
import stat
from pathlib import Path

import dbkit
import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from checkin_app.domain.ids import station_id
from checkin_app.domain.problems import (
    KeyMissing,
    RecoveryForeign,
    StoreCorrupt,
    StoreNotWritable,
    WrongKey,
    WrongPassphrase,
)
from checkin_app.runtime import keys as station_keys
from checkin_app.runtime.keys import KEYS_DIR, RECOVERY_FILE, StationKeys
from checkin_app.runtime.paths import default_folder
from db.store import Store


class Drawer(KeyringBackend):
    """A key store in memory."""

    priority = 9

    def __init__(self) -> None:
        super().__init__()
        self.content: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.content.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.content[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        if self.content.pop((service, username), None) is None:
            raise PasswordDeleteError("there is none")

    def _open(self) -> None:
        if self.locked:
            raise KeyringError("locked")


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Drawer:
    drawer = Drawer()
    monkeypatch.delenv(KEYS_DIR)
    monkeypatch.setattr(keyring, "get_keyring", lambda: drawer)
    monkeypatch.setattr(keyring, "get_password", drawer.get_password)
    monkeypatch.setattr(keyring, "set_password", drawer.set_password)
    monkeypatch.setattr(keyring, "delete_password", drawer.delete_password)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / "data" / name))
    return drawer


def test_keys_come_back_as_they_were_saved(tmp_path: Path) -> None:
    keys = StationKeys.generate()
    station_keys.save("one", keys)
    again = station_keys.load("one", tmp_path)
    assert again.secret() == keys.secret()
    assert again.station == keys.station == station_id(keys.public_key)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_a_key_file_is_for_this_user_alone(tmp_path: Path) -> None:
    station_keys.save("one", StationKeys.generate())
    file = tmp_path / "keys" / "one.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [None, "", "zz", "00" * 63, "00" * 65])
def test_a_key_that_is_missing_or_not_whole_is_said(tmp_path: Path, content: str | None) -> None:
    station_keys.save("one", StationKeys.generate())
    file = tmp_path / "keys" / "one.key"
    file.unlink()
    if content is not None:
        file.write_text(content)
    with pytest.raises(KeyMissing):
        station_keys.load("one", tmp_path)


def test_a_folder_of_keys_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "file"))
    with pytest.raises(StoreNotWritable):
        station_keys.save("one", StationKeys.generate())


def test_the_key_store_of_the_computer_is_used_where_there_is_one(drawer: Drawer, tmp_path: Path) -> None:
    keys = StationKeys.generate()
    station_keys.save("one", keys)
    assert list(drawer.content.values()) == [keys.secret().hex()]
    assert not (tmp_path / "data").exists()
    assert station_keys.load("one", tmp_path).secret() == keys.secret()


def test_a_secret_is_forgotten_wherever_it_was_kept(drawer: Drawer, tmp_path: Path) -> None:
    station_keys.keep("one", "ab")
    assert (station_keys.held("one"), station_keys.held("two")) == ("ab", "")
    drawer.locked = True
    station_keys.keep("one", "cd")
    drawer.locked = False
    station_keys.forget("one")
    assert station_keys.held("one") == ""
    assert drawer.content == {}
    assert list((tmp_path / "data").rglob("*.key")) == []
    station_keys.forget("one")


def test_a_locked_key_store_does_not_keep_a_station_from_starting(drawer: Drawer, tmp_path: Path) -> None:
    drawer.locked = True
    keys = StationKeys.generate()
    station_keys.save("one", keys)
    (file,) = (tmp_path / "data").rglob("one.key")
    assert default_folder() not in file.parents, "whoever copies the station's folder must not copy its key"
    assert station_keys.load("one", tmp_path).secret() == keys.secret()
    with pytest.raises(KeyMissing):
        station_keys.load("two", tmp_path)


def test_the_passphrase_brings_a_station_back(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.create(folder, dbkit.FORUM_DOCUMENT, "Desk A", dbkit.around(), passphrase="three boats, 四条路")
    dbkit.register(store, dbkit.delegate(1))
    store.close()
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "another computer"))
    with pytest.raises(KeyMissing):
        Store.open(folder, dbkit.around())
    with pytest.raises(WrongPassphrase):
        Store.unlock(folder, "three boats", dbkit.around())
    back = Store.unlock(folder, "three boats, 四条路", dbkit.around())
    assert back.check().facts == 3
    back.close()
    Store.open(folder, dbkit.around()).close()


def test_the_recovery_file_gives_nothing_away(tmp_path: Path) -> None:
    keys = StationKeys.generate()
    station_keys.write_recovery(tmp_path, keys, "three boats")
    content = (tmp_path / RECOVERY_FILE).read_text()
    assert keys.database_key.hex() not in content
    assert keys.secret().hex() not in content
    assert "boats" not in content
    before = content
    station_keys.write_recovery(tmp_path, keys, "three boats")
    assert (tmp_path / RECOVERY_FILE).read_text() != before  # salted anew


PHRASE = "three boats, 四条路"


def _started(folder: Path) -> StationKeys:
    store = Store.create(folder, dbkit.FORUM_DOCUMENT, folder.name, dbkit.around(), passphrase=PHRASE)
    store.close()
    return store.keys


def test_the_recovery_file_of_another_laptop_takes_no_good_key_away(folder: Path, tmp_path: Path) -> None:
    keys = _started(folder)
    _started(tmp_path / "other laptop")
    own = (folder / RECOVERY_FILE).read_bytes()
    (folder / RECOVERY_FILE).write_bytes((tmp_path / "other laptop" / RECOVERY_FILE).read_bytes())
    with pytest.raises(RecoveryForeign):
        Store.unlock(folder, PHRASE, dbkit.around())
    with Store.open(folder, dbkit.around()).unit() as unit:
        assert unit.station.id == keys.station
    (folder / RECOVERY_FILE).write_bytes(own)
    Store.unlock(folder, PHRASE, dbkit.around()).close()


def test_a_key_that_was_spoilt_before_is_made_good(folder: Path) -> None:
    keys = _started(folder)
    for file in (folder.parent / "keys").glob("*.key"):
        file.write_text(StationKeys.generate().secret().hex())
    with pytest.raises(WrongKey):
        Store.open(folder, dbkit.around())
    store = Store.unlock(folder, PHRASE, dbkit.around())
    assert store.keys.secret() == keys.secret()
    store.close()


def test_a_store_whose_file_is_lost_besides_gets_its_key_for_the_restoring(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.create(folder, dbkit.FORUM_DOCUMENT, "Desk A", dbkit.around(), passphrase=PHRASE)
    store.backup()
    store.close()
    (folder / "station.db").unlink()
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "another computer"))
    with pytest.raises(StoreCorrupt):
        Store.unlock(folder, PHRASE, dbkit.around())
    assert Store.restore(folder, dbkit.around()).backup


def test_what_the_key_store_holds_wrongly_does_not_hide_the_right_file(
    drawer: Drawer, tmp_path: Path, folder: Path
) -> None:
    drawer.locked = True
    keys = _started(folder)
    drawer.locked = False
    (file,) = (tmp_path / "data").rglob("*.key")
    for wrong in (StationKeys.generate().secret().hex(), "half a k"):
        drawer.content["checkin-app", file.stem] = wrong
        store = Store.open(folder, dbkit.around())
        assert store.keys.secret() == keys.secret()
        store.close()


def test_a_key_store_that_forgets_what_it_is_told_is_not_trusted(
    drawer: Drawer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "set_password", lambda *_: None)
    keys = StationKeys.generate()
    station_keys.save("one", keys)
    assert station_keys.load("one", tmp_path).secret() == keys.secret()


def test_a_start_that_fails_leaves_the_files_of_the_station_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _started(folder)
    (folder / "station.db").rename(folder.parent / "carried away.db")
    before = {name: (folder / name).read_bytes() for name in ("station.toml", RECOVERY_FILE)}
    with monkeypatch.context() as patched:
        patched.setenv(KEYS_DIR, str(folder / "station.toml"))  # no folder, so no key can be kept
        with pytest.raises(StoreNotWritable):
            _started(folder)
    assert {name: (folder / name).read_bytes() for name in before} == before
    _started(folder)
    (kept,) = (folder / "replaced").iterdir()
    assert {name: (kept / name).read_bytes() for name in before} == before


@pytest.mark.parametrize("damage", ["", "{}", "[1]", "not json", '{"salt": 1, "nonce": 2, "sealed": 3}', "\x00"])
def test_a_damaged_recovery_file_is_said(tmp_path: Path, damage: str) -> None:
    (tmp_path / RECOVERY_FILE).write_text(damage)
    with pytest.raises(KeyMissing):
        station_keys.recovered(tmp_path, "three boats")


def test_keys_are_never_shown_or_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    keys = StationKeys.generate()
    station_keys.save("one", keys)
    station_keys.load("one", tmp_path)
    for text in (repr(keys), str(keys), caplog.text):
        assert keys.database_key.hex() not in text
        assert repr(keys.database_key) not in text


@given(message=st.binary(max_size=200), other=st.binary(max_size=200))
def test_a_signature_holds_for_its_message_and_key_alone(message: bytes, other: bytes) -> None:
    keys, stranger = StationKeys.generate(), StationKeys.generate()
    signature = keys.sign(message)
    for _ in range(2):  # the second answer is remembered
        assert keys.holds(keys.public_key, message, signature)
        assert keys.holds(keys.public_key, other, signature) == (message == other)
        assert not keys.holds(stranger.public_key, message, signature)
        assert not keys.holds(b"short", message, signature)
        assert not keys.holds(keys.public_key, message, signature[:-1])


def test_a_secret_that_could_not_be_written_whole_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEYS_DIR, str(tmp_path / "full"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreNotWritable):
        station_keys.save("one", StationKeys.generate())
    assert list((tmp_path / "full").iterdir()) == []
