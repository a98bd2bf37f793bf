"""The badge templates of the forum in force."""

from checkin_app.domain.forum import Forum
from printing.looks import Looks


def looks_of(forum: Forum) -> Looks:
    return Looks(tuple((each.name, each.text) for each in forum.templates))
