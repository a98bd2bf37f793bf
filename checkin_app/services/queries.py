"""What screens and commands read, on query-only connections."""

from typing import Protocol

from checkin_app.services.ports.acting import OperatorQueries
from checkin_app.services.ports.arrivals import ArrivalQueries
from checkin_app.services.ports.badges import BadgeQueries, JobQueries
from checkin_app.services.ports.bus_log import BusLogQueries
from checkin_app.services.ports.buses import BusQueries
from checkin_app.services.ports.conflicts import ConflictQueries
from checkin_app.services.ports.movements import ScanQueries
from checkin_app.services.ports.operations import ListQueries
from checkin_app.services.ports.people import PeopleQueries
from checkin_app.services.ports.records import RecordQueries
from checkin_app.services.ports.stations import StationQueries
from checkin_app.services.ports.upkeep import HealthQueries


class Queries(
    StationQueries,
    OperatorQueries,
    PeopleQueries,
    RecordQueries,
    ScanQueries,
    BusQueries,
    BusLogQueries,
    BadgeQueries,
    JobQueries,
    ListQueries,
    ConflictQueries,
    ArrivalQueries,
    HealthQueries,
    Protocol,
):
    """Every subject's queries, for those who show everything; who needs one subject names that."""
