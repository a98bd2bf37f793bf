"""Why a forum's programme, categories or routes are not changed; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import NotAllowed, UnknownThing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class EntryUnknown(UnknownThing):
    key = "entry_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "This forum has no {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "There are: {known}.")


class EntryExists(NotAllowed):
    key = "entry_exists"
    sentence = QT_TRANSLATE_NOOP("Problem", "This forum has a {name} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give it another one. Nothing was changed.")


class EntryInvalid(NotAllowed):
    key = "entry_invalid"
    sentence = QT_TRANSLATE_NOOP("Problem", "{field}: “{found}” cannot stand there. Nothing was changed.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Expected: {expected}.")


class RoomTaken(NotAllowed):
    key = "room_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{other}” is in the same room at that time.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give one of them another time or room. Nothing was changed.")


class CategoryInUse(NotAllowed):
    key = "category_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Category “{name}” is in use: {count} guests have it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give them another one first. Nothing was changed.")


class CategoryIsDefault(NotAllowed):
    key = "category_is_default"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{name}” is the category of whoever is given none.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another one for them first. Nothing was changed.")


class CategoryAlone(NotAllowed):
    key = "category_alone"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{name}” is the only category that may enter “{session}”.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let another one enter there first. Nothing was changed.")


class RouteInUse(NotAllowed):
    key = "route_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Route {name} is in use: {buses} buses, and {count} guests chose it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "A route that is in use stays. Nothing was changed.")


class SessionInUse(NotAllowed):
    key = "session_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "“{name}” is in use: {count} guests were checked in there.")
    next_step = QT_TRANSLATE_NOOP("Problem", "A session that guests came to stays. Nothing was changed.")


class SessionIsVisit(NotAllowed):
    key = "session_is_visit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The doors of the buses are those of “{name}”.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another session for the buses first. Nothing was changed.")


class ForumChangedSince(NotAllowed):
    key = "forum_changed_since"
    sentence = QT_TRANSLATE_NOOP("Problem", "The forum was changed again since.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Change it by hand. Nothing was taken back.")


class ForumChangedApart(NotAllowed):
    key = "forum_changed_apart"
    sentence = QT_TRANSLATE_NOOP("Problem", "Two laptops changed the forum apart, and say different things.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Settle that in the inbox first. Nothing was changed.")
    command_step = "The command conflicts shows both, and settles it. Nothing was changed."


class ForumIsAnother(NotAllowed):
    key = "forum_is_another"
    sentence = QT_TRANSLATE_NOOP("Problem", "That file is of the forum {id}; this one is {expected}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")
