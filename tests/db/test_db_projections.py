"""Every projection is known by its entry in the registry: what is folded, checked and made anew follows from it."""

import pytest

from checkin_app.domain.kinds.body import Aspect
from checkin_app.domain.kinds.registry import KINDS
from db.counting import counted
from db.projections import scans
from db.projections.columns import metadata
from db.projections.registry import PROJECTIONS, TABLES


def test_every_aspect_has_the_one_projection_that_is_its_fold() -> None:
    assert set(PROJECTIONS) == set(Aspect) - {Aspect.NONE}
    assert all(projection.aspect is aspect for aspect, projection in PROJECTIONS.items())


def test_every_table_that_follows_from_the_facts_is_checked() -> None:
    assert {table.name for table in TABLES} == set(metadata.tables) - {counted.name}
    assert len(TABLES) == len(set(TABLES))


@pytest.mark.parametrize("aspect", PROJECTIONS)
def test_rows_are_about_what_the_subjects_of_an_aspect_name(aspect: Aspect) -> None:
    projection = PROJECTIONS[aspect]
    for table, key in projection.tables.items():
        assert table is not scans.scans
        assert key in table.c
    subjects = {kind.SUBJECT for kind in KINDS.values() if kind.ASPECT is aspect and kind.SUBJECT}
    assert projection.is_whole or subjects <= {projection.subject}
