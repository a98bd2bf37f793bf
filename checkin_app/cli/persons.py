"""The commands about one person's record: show it, mend it."""

from collections.abc import Callable, Mapping, Sequence

from checkin_app.cli import given, shown, shown_records
from checkin_app.cli.given import Arguments
from checkin_app.cli.parts import Parts
from checkin_app.domain.canonical import Json
from checkin_app.domain.delegates import EDITABLE
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.problems import UnknownDelegate
from checkin_app.services.opened import OpenedStation

_SWITCHES: Mapping[str, bool] = {"yes": True, "no": False}


def person(parts: Parts, args: Arguments) -> int:
    with given.station(parts, args) as station:
        return VERBS[args.verb](station, args)


def _show(station: OpenedStation, args: Arguments) -> int:
    card, _ = given.delegate(station, args.delegate)
    _say(station, card.delegate.id, args)
    return 0


def _set(station: OpenedStation, args: Arguments) -> int:
    changes = values_in(args.field)
    card, _ = given.delegate(station, args.delegate)
    station.people.amend(card.delegate.id, changes)
    _say(station, card.delegate.id, args)
    return 0


def _revoke(station: OpenedStation, args: Arguments) -> int:
    card, _ = given.delegate(station, args.delegate)
    station.badges.revoke(card.delegate.id, args.reason)
    _say(station, card.delegate.id, args)
    return 0


def _restore(station: OpenedStation, args: Arguments) -> int:
    card, _ = given.delegate(station, args.delegate)
    station.badges.restore(card.delegate.id, args.reason)
    _say(station, card.delegate.id, args)
    return 0


def _merge(station: OpenedStation, args: Arguments) -> int:
    voided, _ = given.delegate(station, args.voided)
    card, _ = given.delegate(station, args.delegate)
    station.merges.merge(voided.delegate.id, card.delegate.id)
    _say(station, card.delegate.id, args)
    return 0


def _part(station: OpenedStation, args: Arguments) -> int:
    card, _ = given.delegate(station, args.delegate)
    record = station.queries.record(card.delegate.id)
    named = [each.id for each in record.voided if args.delegate in {each.id, each.badge_no}] if record else []
    voided = named[0] if named else card.delegate.id
    station.merges.part(voided)
    _say(station, voided, args)
    return 0


def _say(station: OpenedStation, delegate: DelegateId, args: Arguments) -> None:
    record = station.queries.record(delegate)
    if record is None:
        raise UnknownDelegate(name=delegate)
    if args.json:
        shown.say(shown_records.record_row(record), as_json=True)
    else:
        print("\n".join(shown_records.record_lines(record)))


def values_in(words: Sequence[str]) -> dict[str, Json]:
    """Return the values that words such as ``title=Director`` give to fields.

    Raises:
        WrongUse: one is no field and value.
    """
    return dict(_value_in(word) for word in words)


def _value_in(word: str) -> tuple[str, Json]:
    name, sign, text = word.partition("=")
    if not sign or name not in EDITABLE:
        raise given.WrongUse(f"{word!r} is not FIELD=VALUE; the fields are {', '.join(EDITABLE)}")
    if name in {"accessible", "prints_latin"}:
        if text not in _SWITCHES:
            raise given.WrongUse(f"{name} is yes or no")
        return name, _SWITCHES[text]
    if name == "languages":
        return name, [tag for each in text.split(",") if (tag := each.strip())]
    return name, text


VERBS: Mapping[str, Callable[[OpenedStation, Arguments], int]] = {
    "show": _show,
    "set": _set,
    "revoke": _revoke,
    "restore": _restore,
    "merge": _merge,
    "part": _part,
}
