"""A backup beside the store every so often; that there is none is no trouble of whoever scans."""

import logging

from checkin_app.runtime.lanes import Done, Lane, Result
from checkin_app.services.ports.upkeep import Upkeep

log = logging.getLogger(__name__)


def back_up(upkeep: Upkeep, lane: Lane) -> None:
    """Write a backup on `lane`, which takes long."""
    lane.submit(upkeep.backup, _backed_up)


def _backed_up(result: Result[object]) -> None:
    if not isinstance(result, Done):
        log.warning("no backup could be written")
