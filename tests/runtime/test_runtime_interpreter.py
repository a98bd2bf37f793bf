"""Nothing walks over a long list while it is made, and what is made is still freed."""

import gc
import weakref
from contextlib import ExitStack

from checkin_app.runtime.interpreter import making_much, uncollected


class _Row:
    pass


def test_nothing_is_collected_while_much_is_made() -> None:
    heard: list[str] = []
    gc.callbacks.append(lambda phase, _about: heard.append(phase))
    try:
        with making_much():
            rows = [[_Row()] for _ in range(20_000)]
        assert heard == []
        assert gc.isenabled()
    finally:
        gc.callbacks.pop()
    assert len(rows) == 20_000


def test_what_was_made_is_not_visited_again_and_is_freed_when_nobody_holds_it() -> None:
    with making_much():
        rows = [_Row() for _ in range(10)]
    watched = weakref.ref(rows[0])
    assert gc.get_freeze_count() > 0
    del rows
    assert watched() is None


def test_collections_that_were_off_stay_off() -> None:
    gc.disable()
    try:
        with making_much():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_collections_stay_off_until_the_last_who_asked_for_none_is_done() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(uncollected)
    second.enter_context(making_much())
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
