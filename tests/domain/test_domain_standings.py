"""Who is absent and who is missing: one judgement of one person, and every figure is counted by it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.buses import BEFORE_A_RIDE, BusState
from checkin_app.domain.standings import Relation, Standing, counted, sought_as, standing

RELATIONS = st.builds(Relation, st.booleans(), st.booleans(), st.booleans())


@given(st.sampled_from(BusState), st.lists(RELATIONS))
def test_every_figure_of_a_bus_counts_people_by_how_each_of_them_stands(
    state: BusState, people: list[Relation]
) -> None:
    figures = counted(state, Counter(people))
    stand = Counter(standing(state, each) for each in people)
    assert figures.sought == stand[sought_as(state)]
    assert figures.safe == stand[Standing.SAFE]
    assert figures.unlisted == stand[Standing.UNLISTED]
    assert figures.aboard == sum(each.aboard for each in people)
    assert figures.listed == sum(each.listed for each in people)
    assert figures.absent == sum(each.listed and not each.aboard for each in people)


@given(st.sampled_from(BusState), RELATIONS)
def test_nobody_is_missing_who_is_aboard_any_bus_or_is_not_expected(state: BusState, person: Relation) -> None:
    if standing(state, person) in {Standing.TO_COME, Standing.MISSING}:
        assert person == Relation(listed=True, aboard=False, elsewhere=False)


def test_whoever_is_absent_is_still_to_come_until_the_bus_is_called_finally() -> None:
    absent = Relation(listed=True, aboard=False, elsewhere=False)
    waiting = {state for state in BusState if standing(state, absent) is Standing.TO_COME}
    assert waiting == BEFORE_A_RIDE | {BusState.BOARDING, BusState.AT_STOP}
