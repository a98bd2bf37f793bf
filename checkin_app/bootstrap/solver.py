"""The solver where it is installed: a plan is as good without it, or nearly."""

import logging

from checkin_app.domain.planning.greedy import Watch
from checkin_app.domain.planning.layout import Layout
from checkin_app.domain.planning.route import Task

_LOG = logging.getLogger(__name__)


def improved(task: Task, layout: Layout, watch: Watch) -> Layout:
    """Return what exact solving makes of a layout; loaded by the first plan that is not proven best without it."""
    try:
        from checkin_app.solving.repair import repaired
    except ImportError:
        _LOG.info("the solver is not installed; the plan stays as it is")
        return layout
    return repaired(task, layout, watch)
