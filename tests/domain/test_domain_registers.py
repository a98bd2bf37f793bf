"""Edits made apart are both seen; edits that knew of each other leave one value."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.ids import FactId
from checkin_app.domain.registers import Edit, fold


def _edit(number: int, values: dict[str, str], supersedes: dict[str, tuple[str, ...]] | None = None) -> Edit:
    named = {name: tuple(FactId(each) for each in facts) for name, facts in (supersedes or {}).items()}
    return Edit(FactId(f"f{number}"), (number, "log", number), values, named)


FIRST = _edit(1, {"name": "Lin", "phone": "1"})


def test_two_edits_made_apart_are_two_heads_and_the_later_is_shown() -> None:
    folded = fold([FIRST, _edit(2, {"phone": "2"}, {"phone": ("f1",)}), _edit(3, {"phone": "3"}, {"phone": ("f1",)})])
    assert folded.conflicts() == ("phone",)
    assert folded.value("phone") == "3"


def test_two_stations_that_wrote_the_same_do_not_contradict() -> None:
    folded = fold([FIRST, _edit(2, {"phone": "2"}, {"phone": ("f1",)}), _edit(3, {"phone": "2"}, {"phone": ("f1",)})])
    assert folded.conflicts() == ()


def test_an_edit_that_names_both_heads_settles_them() -> None:
    apart = [FIRST, _edit(2, {"phone": "2"}, {"phone": ("f1",)}), _edit(3, {"phone": "3"}, {"phone": ("f1",)})]
    settled = fold([*apart, _edit(4, {"phone": "2"}, {"phone": ("f2", "f3")})])
    assert settled.conflicts() == ()
    assert settled.value("phone") == "2"


@given(st.data())
def test_any_order_and_any_duplicates_fold_alike(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 8))
    edits = [FIRST]
    for number in range(2, count + 2):
        former = data.draw(st.lists(st.sampled_from([e.fact_id for e in edits]), unique=True, max_size=3))
        edits.append(_edit(number, {"phone": data.draw(st.sampled_from("abc"))}, {"phone": tuple(former)}))
    shuffled = data.draw(st.permutations(edits))
    assert fold(shuffled).heads == fold(edits).heads


@given(st.permutations([1, 2, 3, 4]))
def test_what_an_edit_made_now_must_name_are_all_heads(order: list[int]) -> None:
    folded = fold([_edit(number, {"phone": str(number)}) for number in order])
    assert set(folded.superseding(["phone", "never_written"])["phone"]) == {"f1", "f2", "f3", "f4"}
    assert "never_written" not in folded.superseding(["never_written"])
