"""Trouble with the database of a large hub: what stations sent and was not acknowledged, they send again."""

from checkin_app.domain.problems_store import StorageProblem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class HubDatabaseProblem(StorageProblem):
    key = "hub_database"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub’s database could not be used.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing is lost: the laptops keep what they have and send it again.")


class HubDatabaseAway(HubDatabaseProblem):
    key = "hub_database_away"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub’s database does not answer.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing is lost: the laptops keep what they have and send it again. Look whether PostgreSQL runs, and whether "
        "its address, user and password are right.",
    )


class HubDatabaseForeign(HubDatabaseProblem):
    key = "hub_database_foreign"
    sentence = QT_TRANSLATE_NOOP("Problem", "This forum is sealed in the hub’s database with another key.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Give every process of the hub the same key, or use another database."
    )


class HubDatabaseNewer(HubDatabaseProblem):
    key = "hub_database_newer"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub’s database was made by a newer version of this application.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Install that version where the hub runs; nothing was changed.")
