"""What a write can have changed, so that views know when what they show is stale."""

from enum import StrEnum


class Changed(StrEnum):
    """Kinds of thing a change can touch; a view goes stale when one it shows is among them."""

    DELEGATES = "delegates"
    PRESENCES = "presences"
    BADGES = "badges"
    RIDES = "rides"
    BUSES = "buses"
    SCANS = "scans"
    JOBS = "jobs"
    FORUM = "forum"
    STATIONS = "stations"
    OPERATIONS = "operations"


ChangeSet = frozenset[Changed]
