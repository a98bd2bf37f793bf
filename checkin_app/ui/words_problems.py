"""Every foreseen trouble in words: one sentence and one next step, for screens."""

from collections.abc import Mapping

from checkin_app.ui.words_marks import QT_TRANSLATE_NOOP

#: By the key of ``domain.problems``: the sentence, the next step.
PROBLEMS: Mapping[str, tuple[str, str]] = {
    "problem": (
        QT_TRANSLATE_NOOP("Problem", "Something went wrong."),
        QT_TRANSLATE_NOOP("Problem", "Try again; if it stays, call the event lead."),
    ),
    "storage": (
        QT_TRANSLATE_NOOP("Problem", "The store on this laptop could not be used: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Free space or change the folder, then try again."),
    ),
    "store_missing": (
        QT_TRANSLATE_NOOP("Problem", "There is no station in {folder}."),
        QT_TRANSLATE_NOOP("Problem", "Choose the right folder, or start a station with a forum file."),
    ),
    "store_exists": (
        QT_TRANSLATE_NOOP("Problem", "There is a station in {folder} already."),
        QT_TRANSLATE_NOOP("Problem", "Use it, or choose an empty folder."),
    ),
    "store_locked": (
        QT_TRANSLATE_NOOP("Problem", "The application is open on {folder} already."),
        QT_TRANSLATE_NOOP("Problem", "Use the window that is open, or close it first."),
    ),
    "store_not_writable": (
        QT_TRANSLATE_NOOP("Problem", "The folder {folder} cannot be written to."),
        QT_TRANSLATE_NOOP("Problem", "Give this user the right to write there, or choose another folder."),
    ),
    "store_corrupt": (
        QT_TRANSLATE_NOOP("Problem", "The store in {folder} is damaged: {detail}."),
        QT_TRANSLATE_NOOP(
            "Problem", "Nothing was changed. Restoring brings the newest backup back and keeps the damaged files."
        ),
    ),
    "identity_missing": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The file station.toml in {folder} is missing or cannot be read, and no copy of it lies beside the backups.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was changed. Put recovery.key into the folder; the command unlock makes the file anew with it and the "
            "forum's passphrase.",
        ),
    ),
    "store_replaced": (
        QT_TRANSLATE_NOOP(
            "Problem", "The files of the store in {folder} were removed or replaced while the application was open."
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was recorded, nobody may be let in. Close the application and open it again.",
        ),
    ),
    "backup_missing": (
        QT_TRANSLATE_NOOP("Problem", "There is no backup of the station in {folder}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was changed. Keep the folder, start a new station in another one, and merge the other laptops.",
        ),
    ),
    "backup_unfit": (
        QT_TRANSLATE_NOOP("Problem", "The backup {file} cannot be used: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Choose an older one."),
    ),
    "store_newer": (
        QT_TRANSLATE_NOOP("Problem", "The store in {folder} was written by a newer version of this application."),
        QT_TRANSLATE_NOOP("Problem", "Install that version; nothing was changed."),
    ),
    "store_busy": (
        QT_TRANSLATE_NOOP("Problem", "Another program kept the store busy for too long."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Scan again."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Problem", "The disk of this laptop is full."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Free some space, then scan again."),
    ),
    "key_missing": (
        QT_TRANSLATE_NOOP("Problem", "The key of the store in {folder} is not on this computer."),
        QT_TRANSLATE_NOOP("Problem", "Bring it back with the forum’s passphrase."),
    ),
    "wrong_key": (
        QT_TRANSLATE_NOOP("Problem", "The store in {folder} does not open with its key."),
        QT_TRANSLATE_NOOP("Problem", "Keep the folder; use the computer it was made on, or the forum’s passphrase."),
    ),
    "wrong_passphrase": (
        QT_TRANSLATE_NOOP("Problem", "That is not the passphrase of this forum."),
        QT_TRANSLATE_NOOP("Problem", "Ask the event lead for it, and type it again."),
    ),
    "memory_short": (
        QT_TRANSLATE_NOOP("Problem", "This laptop has too little memory left."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Close other programs, then try again."),
    ),
    "clock_wrong": (
        QT_TRANSLATE_NOOP("Problem", "The clock of this laptop cannot be right: no calendar shows its time."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was recorded. Set the date and the time, then scan again."),
    ),
    "recovery_foreign": (
        QT_TRANSLATE_NOOP("Problem", "The recovery.key in {folder} is that of another station."),
        QT_TRANSLATE_NOOP(
            "Problem", "No key was changed. Put the recovery.key there that was written when this station was started."
        ),
    ),
    "driver_unfit": (
        QT_TRANSLATE_NOOP("Problem", "The database engine of this installation is not fit: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Install the application again; nothing was changed."),
    ),
    "chain": (
        QT_TRANSLATE_NOOP("Problem", "The record of this station does not hold together: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Keep the folder as it is and call the event lead."),
    ),
    "chain_broken": (
        QT_TRANSLATE_NOOP("Problem", "Fact {seq} of log {log} does not follow from the one before it: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Keep the folder as it is and call the event lead."),
    ),
    "log_forked": (
        QT_TRANSLATE_NOOP(
            "Problem", "Log {log} was continued twice from fact {seq}: two copies of one station are in use."
        ),
        QT_TRANSLATE_NOOP("Problem", "The second copy was set aside. Find out which laptop was copied."),
    ),
    "projections_differ": (
        QT_TRANSLATE_NOOP("Problem", "What the screens show differs from the recorded facts in: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "No fact is lost. Repair rebuilds the screens’ tables from the facts."),
    ),
    "facts_refused": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "Facts that were refused: {count}. Nothing proves them or their documents genuine, or nobody vouches for their "
            "station.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "All others were taken. Find out which laptop they come from before it is used again."
        ),
    ),
    "facts_missing": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "Facts that this store acknowledged and lacks: {missing}. It is an older state of itself, or a file was lost.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check-in goes on, but people let in by those facts may be let in again. Restore a backup (F1), and let "
            "the event lead merge this laptop with the others.",
        ),
    ),
    "forum_file": (
        QT_TRANSLATE_NOOP("Problem", "The forum file cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "Mend the file and try again; nothing was changed."),
    ),
    "forum_file_missing": (
        QT_TRANSLATE_NOOP("Problem", "There is no forum file {file}."),
        QT_TRANSLATE_NOOP("Problem", "Check the name, or leave it out for the forum that comes with the application."),
    ),
    "forum_file_invalid": (
        QT_TRANSLATE_NOOP("Problem", "{file}, line {line}: expected {expected}, found {found}."),
        QT_TRANSLATE_NOOP("Problem", "Mend the file and try again; nothing was changed."),
    ),
    "list": (
        QT_TRANSLATE_NOOP("Problem", "The list cannot be used."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "list_missing": (
        QT_TRANSLATE_NOOP("Problem", "There is no file {file}."),
        QT_TRANSLATE_NOOP("Problem", "Check the name and try again."),
    ),
    "list_empty": (
        QT_TRANSLATE_NOOP("Problem", "{file} holds no rows."),
        QT_TRANSLATE_NOOP("Problem", "Choose another file or sheet; nothing was changed."),
    ),
    "list_not_a_table": (
        QT_TRANSLATE_NOOP("Problem", "{file} is not a table that can be read: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Save the list as XLSX or CSV and choose that file; nothing was changed."),
    ),
    "list_unreadable": (
        QT_TRANSLATE_NOOP("Problem", "The text of {file} cannot be read as {encoding}: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Choose the encoding yourself, or save the list as XLSX; nothing was changed."),
    ),
    "list_headings_unknown": (
        QT_TRANSLATE_NOOP("Problem", "No column of {file} is headed as a name."),
        QT_TRANSLATE_NOOP("Problem", "Say which column holds the name; nothing was changed."),
    ),
    "list_takes_time": (
        QT_TRANSLATE_NOOP("Problem", "{file} takes more than {seconds} seconds to read, which no list of people does."),
        QT_TRANSLATE_NOOP("Problem", "Save its people as CSV and choose that file; nothing was changed."),
    ),
    "list_takes_memory": (
        QT_TRANSLATE_NOOP(
            "Problem", "{file} takes more than {memory} MB of memory to read, which no list of people does."
        ),
        QT_TRANSLATE_NOOP("Problem", "Save its people as CSV and choose that file; nothing was changed."),
    ),
    "list_breaks_reader": (
        QT_TRANSLATE_NOOP("Problem", "{file} cannot be read: it is damaged, or was made to do harm."),
        QT_TRANSLATE_NOOP(
            "Problem", "Ask who sent it; save its people as CSV and choose that file. Nothing was changed."
        ),
    ),
    "list_stopped": (
        QT_TRANSLATE_NOOP("Problem", "The list was stopped before all of it was taken in."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Import it again when you want it."),
    ),
    "list_being_taken": (
        QT_TRANSLATE_NOOP("Problem", "Another list is being taken in on this laptop."),
        QT_TRANSLATE_NOOP("Problem", "Wait until it is done, then try again; nothing was changed."),
    ),
    "no_list_taken": (
        QT_TRANSLATE_NOOP("Problem", "No such list was taken in, or it was taken back already."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the lists that were taken in."),
    ),
    "list_in_use": (
        QT_TRANSLATE_NOOP("Problem", "People whom only this list names have been checked in ({count}): {names}."),
        QT_TRANSLATE_NOOP("Problem", "The list stays as it is. Correct single people instead."),
    ),
    "list_outdated": (
        QT_TRANSLATE_NOOP("Problem", "Delegates were changed since this list was compared with them."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at what the list would change once more."),
    ),
    "unknown_thing": (
        QT_TRANSLATE_NOOP("Problem", "Nothing here is called {name}."),
        QT_TRANSLATE_NOOP("Problem", "Check the spelling."),
    ),
    "unknown_checkpoint": (
        QT_TRANSLATE_NOOP("Problem", "There is no checkpoint {name}."),
        QT_TRANSLATE_NOOP("Problem", "Choose another one with F6."),
    ),
    "unknown_delegate": (
        QT_TRANSLATE_NOOP("Problem", "No delegate has the number {name}."),
        QT_TRANSLATE_NOOP("Problem", "Find the name with F2."),
    ),
    "number_shared": (
        QT_TRANSLATE_NOOP("Problem", "Several delegates bear the number {name}: {who}."),
        QT_TRANSLATE_NOOP("Problem", "Find the name with F2."),
    ),
    "unknown_bus": (
        QT_TRANSLATE_NOOP("Problem", "There is no bus {name}."),
        QT_TRANSLATE_NOOP("Problem", "Choose another one."),
    ),
    "unknown_route": (
        QT_TRANSLATE_NOOP("Problem", "This forum has no route {name}."),
        QT_TRANSLATE_NOOP("Problem", "Choose one of {known}."),
    ),
    "unknown_category": (
        QT_TRANSLATE_NOOP("Problem", "This forum has no category {name}."),
        QT_TRANSLATE_NOOP("Problem", "Choose one of {known}."),
    ),
    "unknown_fact": (
        QT_TRANSLATE_NOOP("Problem", "That entry is not in the record of this laptop."),
        QT_TRANSLATE_NOOP("Problem", "It may be on another laptop; wait until they have met."),
    ),
    "not_allowed": (
        QT_TRANSLATE_NOOP("Problem", "That cannot be done now."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "nothing_to_undo": (
        QT_TRANSLATE_NOOP("Problem", "There is nothing here to undo."),
        QT_TRANSLATE_NOOP("Problem", "Only the last actions of this laptop can be undone."),
    ),
    "bus_exists": (
        QT_TRANSLATE_NOOP("Problem", "There is a bus {name} already."),
        QT_TRANSLATE_NOOP("Problem", "Give the new bus another number."),
    ),
    "field_invalid": (
        QT_TRANSLATE_NOOP("Problem", "{field} cannot be {value}."),
        QT_TRANSLATE_NOOP("Problem", "Expected: {expected}."),
    ),
    "answer_not_offered": (
        QT_TRANSLATE_NOOP("Problem", "That answer does not belong to this question."),
        QT_TRANSLATE_NOOP("Problem", "Scan the badge again."),
    ),
    "bus_already": (
        QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}” already."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "bus_cannot_become": (
        QT_TRANSLATE_NOOP("Problem", "Bus {bus} is “{state}”, and “{wanted}” cannot follow."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the bus again: another laptop may have moved it."),
    ),
    "listed_already": (
        QT_TRANSLATE_NOOP("Problem", "The lists of the buses say that already."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "revoked_already": (
        QT_TRANSLATE_NOOP("Problem", "This guest’s badges are revoked already."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "job_cannot_become": (
        QT_TRANSLATE_NOOP("Problem", "This badge is on another step of its way by now."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Look at the queue again."),
    ),
    "undo_refused": (
        QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the guest would not be let through now."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Scan the badge again."),
    ),
    "undo_seats_taken": (
        QT_TRANSLATE_NOOP(
            "Problem",
            "This cannot be undone: the guest would be one too many on bus {bus}, all {seats} seats are taken.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Find the guest a seat on another bus."),
    ),
    "undo_accessible_places_taken": (
        QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the accessible places of bus {bus} are taken."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Find the guest a place on another bus."),
    ),
    "undo_bus_shut": (
        QT_TRANSLATE_NOOP(
            "Problem", "This cannot be undone: the guest would be back on bus {bus}, and its doors are closed."
        ),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Open the doors and scan the badge."),
    ),
    "undo_other_bus": (
        QT_TRANSLATE_NOOP("Problem", "This cannot be undone: bus {bus} is not the guest’s bus any more."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Scan the badge at the bus the guest is on."),
    ),
    "undo_session_shut": (
        QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the session would not let the guest in now."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed."),
    ),
    "undo_badge_void": (
        QT_TRANSLATE_NOOP("Problem", "This cannot be undone: the guest’s badge was revoked."),
        QT_TRANSLATE_NOOP("Problem", "Nothing was changed. Call the supervisor."),
    ),
    "print": (
        QT_TRANSLATE_NOOP("Problem", "The badge could not be printed: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "It stays in the queue; mend the printer and try again."),
    ),
    "font_missing": (
        QT_TRANSLATE_NOOP("Problem", "The font {font} of this installation is missing."),
        QT_TRANSLATE_NOOP("Problem", "Install the application again; check-in goes on without printing."),
    ),
    "glyph_missing": (
        QT_TRANSLATE_NOOP("Problem", "The badge fonts lack {characters} in “{text}”."),
        QT_TRANSLATE_NOOP(
            "Problem", "Agree on a spelling with the guest, correct it in the list, and import that again."
        ),
    ),
    "text_does_not_fit": (
        QT_TRANSLATE_NOOP("Problem", "“{text}” does not fit on the badge, even at the smallest size."),
        QT_TRANSLATE_NOOP("Problem", "Shorten it in the list with the guest’s consent, and import that again."),
    ),
    "code_not_readable": (
        QT_TRANSLATE_NOOP("Problem", "The code on this badge would not read back."),
        QT_TRANSLATE_NOOP("Problem", "It was not printed. Call the event lead."),
    ),
    "printer_missing": (
        QT_TRANSLATE_NOOP("Problem", "The printer {printer} is not there."),
        QT_TRANSLATE_NOOP("Problem", "Switch it on and check its cable, or choose another printer. The badge waits."),
    ),
    "printer_failed": (
        QT_TRANSLATE_NOOP("Problem", "The printer {printer} stopped: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Look whether the badge came out before printing it again."),
    ),
    "printer_silent": (
        QT_TRANSLATE_NOOP("Problem", "The printer {printer} did not say whether the badge came out."),
        QT_TRANSLATE_NOOP("Problem", "Look whether it did, and answer at the badge desk."),
    ),
    "printer_mistyped": (
        QT_TRANSLATE_NOOP("Problem", "The printer {printer} has a target that cannot be: {target}."),
        QT_TRANSLATE_NOOP(
            "Problem", "Correct its entry in settings.toml, then start the application again. The badge waits."
        ),
    ),
    "badge": (
        QT_TRANSLATE_NOOP("Problem", "The badge could not be printed, and no printer is to blame."),
        QT_TRANSLATE_NOOP("Problem", "Call the event lead with the number of the badge."),
    ),
    "badges_refused": (
        QT_TRANSLATE_NOOP("Problem", "Badges that could not be drawn: {count}."),
        QT_TRANSLATE_NOOP("Problem", "Put right what is said of each, then write the badges again."),
    ),
    "badge_not_drawn": (
        QT_TRANSLATE_NOOP("Problem", "The badge could not be drawn."),
        QT_TRANSLATE_NOOP("Problem", "The printer is well. Call the event lead with the number of the badge."),
    ),
    "template_invalid": (
        QT_TRANSLATE_NOOP("Problem", "The badge template {file}, line {line}: expected {expected}, found {found}."),
        QT_TRANSLATE_NOOP("Problem", "Correct that line, or install the application again."),
    ),
    "no_display": (
        QT_TRANSLATE_NOOP("Problem", "There is no display here that a window could be shown on."),
        QT_TRANSLATE_NOOP("Problem", "Open it on a desktop; every command but this one works without."),
    ),
    "file_not_writable": (
        QT_TRANSLATE_NOOP("Problem", "{file} cannot be written: {detail}."),
        QT_TRANSLATE_NOOP("Problem", "Choose another place."),
    ),
}
