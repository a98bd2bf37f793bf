import dbkit

from db.store import Store


def test_a_scan_is_admitted_once_and_seen_by_queries(store: Store) -> None:
    dbkit.register(store, dbkit.delegate(1))
    scan = dbkit.scanning(store)
    code = dbkit.code_of(store, dbkit.delegate(1).id)
    first = scan.scan([code], dbkit.OPENING)
    second = scan.scan([code.lower()], dbkit.OPENING)
    assert (first.decision.reason, second.decision.reason) == ("admitted", "already_in")
    recent = store.queries().recent_scans(10)
    assert [each.decision.reason for each in recent] == ["already_in", "admitted"]
    assert recent[0].name == dbkit.delegate(1).name
    assert store.queries().card(dbkit.delegate(1).id).delegate == dbkit.delegate(1)
    assert [hit.delegate for hit in store.queries().find("person")] == [dbkit.delegate(1).id]
    report = store.check()
    assert report.facts == 5
