"""Trouble with the store: nothing was recorded, and nobody may be let in on it."""

from checkin_app.domain.problem import Problem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class StorageProblem(Problem):
    key = "storage"
    sentence = QT_TRANSLATE_NOOP("Problem", "The store on this laptop could not be used: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Free space or change the folder, then try again.")


class StoreMissing(StorageProblem):
    key = "store_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no station in {folder}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose the right folder, or start a station with a forum file.")
    command_step = "Start one with the command new, or name the right folder with --data."


class StoreExists(StorageProblem):
    key = "store_exists"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is a station in {folder} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Use it, or choose an empty folder.")


class StoreLocked(StorageProblem):
    key = "store_locked"
    sentence = QT_TRANSLATE_NOOP("Problem", "The application is open on {folder} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Use the window that is open, or close it first.")


class StoreNotWritable(StorageProblem):
    key = "store_not_writable"
    sentence = QT_TRANSLATE_NOOP("Problem", "The folder {folder} cannot be written to.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give this user the right to write there, or choose another folder.")


class StoreCorrupt(StorageProblem):
    key = "store_corrupt"
    sentence = QT_TRANSLATE_NOOP("Problem", "The store in {folder} is damaged: {detail}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Restoring brings the newest backup back and keeps the damaged files."
    )
    command_step = "Nothing was changed. The command restore brings the newest backup back and keeps the damaged files."


class IdentityMissing(StoreCorrupt):
    """The plain file that names the store's key, and says nothing of the key itself, is gone with its copy."""

    key = "identity_missing"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "The file station.toml in {folder} is missing or cannot be read, and no copy of it lies beside the backups.",
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing was changed. Put recovery.key into the folder; with it and the forum’s passphrase the file is made "
        "anew.",
    )
    command_step = (
        "Nothing was changed. Put recovery.key into the folder; the command unlock makes the file anew with it and "
        "the forum's passphrase."
    )


class StoreReplaced(StorageProblem):
    key = "store_replaced"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "The files of the store in {folder} were removed or replaced while the application was open."
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was recorded, nobody may be let in. Close the application and open it again."
    )
    command_step = (
        "Nothing was recorded, nobody may be let in. Close the application, and open it again, or run restore."
    )


class StoreLinked(StorageProblem):
    key = "store_linked"
    sentence = QT_TRANSLATE_NOOP("Problem", "{file} in {folder} is only a link to a file elsewhere.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing was changed. Move that file here in its place, with those beside it that are called like it, or link the whole folder.",
    )


class BackupMissing(StorageProblem):
    key = "backup_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "There is no backup of the station in {folder}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing was changed. Keep the folder, start a new station in another one, and bring it together with the "
        "other laptops.",
    )
    command_step = (
        "Nothing was changed. Keep the folder, start a new station in another one, and merge the other laptops."
    )


class BackupUnfit(StorageProblem):
    key = "backup_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The backup {file} cannot be used: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Choose an older one.")
    command_step = "Nothing was changed. Choose an older one; restore --list names them."


class StoreNewer(StorageProblem):
    key = "store_newer"
    sentence = QT_TRANSLATE_NOOP("Problem", "The store in {folder} was written by a newer version of this application.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Install that version; nothing was changed.")


class StoreBusy(StorageProblem):
    key = "store_busy"
    sentence = QT_TRANSLATE_NOOP("Problem", "Another program kept the store busy for too long.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Scan again.")


class DiskFull(StorageProblem):
    key = "disk_full"
    sentence = QT_TRANSLATE_NOOP("Problem", "The disk of this laptop is full.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Free some space, then scan again.")


class NoRoomToUpgrade(StorageProblem):
    """The store stays as the earlier version wrote it, which can still read it."""

    key = "no_room_to_upgrade"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "This record was written by an earlier version, and the disk has too little room to bring it up to date: "
        "{needed} MB are needed, {free} MB are free.",
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Free some space, then open it again.")


class MemoryShort(StorageProblem):
    key = "memory_short"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop has too little memory left.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Close other programs, then try again.")


class ClockWrong(StorageProblem):
    key = "clock_wrong"
    sentence = QT_TRANSLATE_NOOP("Problem", "The clock of this laptop cannot be right: no calendar shows its time.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Set the date and the time, then scan again.")


class KeyMissing(StorageProblem):
    key = "key_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "The key of the store in {folder} is not on this computer.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Bring it back with the forum’s passphrase.")
    command_step = "Bring it back with the command unlock and the forum’s passphrase."


class WrongKey(StorageProblem):
    key = "wrong_key"
    sentence = QT_TRANSLATE_NOOP("Problem", "The store in {folder} does not open with its key.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Keep the folder; use the computer it was made on, or the forum’s passphrase."
    )
    command_step = "Keep the folder; use the computer it was made on, or the command unlock."


class WrongPassphrase(StorageProblem):
    key = "wrong_passphrase"
    sentence = QT_TRANSLATE_NOOP("Problem", "That is not the passphrase of this forum.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Ask the event lead for it, and type it again.")


class RecoveryForeign(StorageProblem):
    key = "recovery_foreign"
    sentence = QT_TRANSLATE_NOOP("Problem", "The recovery.key in {folder} is that of another station.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "No key was changed. Put the recovery.key there that was written when this station was started."
    )


class DriverUnfit(StorageProblem):
    key = "driver_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The database engine of this installation is not fit: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Install the application again; nothing was changed.")
