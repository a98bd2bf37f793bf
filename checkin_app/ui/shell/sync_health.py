"""What the top bar says of the others: whether they are met, and what is only here.  Pure."""

from collections.abc import Iterator
from dataclasses import replace

from checkin_app.domain.sync.status import Gap, Reach, SyncStatus
from checkin_app.domain.texts import QT_TRANSLATE_NOOP
from checkin_app.ui import words, words_notices
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.chips import Health

_ICON = "arrows-clockwise"
#: More gaps than these are counted with the rest, not named.
_MOST_GAPS = 3


def sync_health(status: SyncStatus, last: str) -> Health:
    """Return the item of the top bar; `last` is when the others were met, as the hall's clock says it."""
    return replace(_stands(status, last), screen="laptops")


def _stands(status: SyncStatus, last: str) -> Health:
    match status.reach:
        case Reach.ALONE:
            return _alone(status)
        case Reach.APART | Reach.CARRIED:
            return _by_hand(status)
        case Reach.WAITING:
            return _waiting()
        case Reach.SHUT_OUT:
            return _shut_out()
        case Reach.AWAY:
            return _away(status, last)
    return _together(status, last)


def gaps_told(gaps: tuple[Gap, ...]) -> str:
    """Return which entries of which laptops have not come, a few by their numbers."""
    said = _say(QT_TRANSLATE_NOOP("Health", "{name}: {first}–{last} not received."))
    told = (
        said.format(
            name=bidi.name(each.name or each.station[:4]), first=words.figure(each.first), last=words.figure(each.last)
        )
        for each in gaps[:_MOST_GAPS]
    )
    return words.in_a_row(told)


def clock_health(status: SyncStatus) -> Health | None:
    """Return that this laptop's clock and the hub's surely differ; None where they do not."""
    if status.clock is None or not status.clock.is_wrong:
        return None
    said = _say(
        QT_TRANSLATE_NOOP(
            "Health",
            "This laptop’s clock and the hub’s differ by {seconds} s. Compare the times and set the wrong one.",
        )
    )
    seconds = words.figure(abs(status.clock.milliseconds) // 1000)
    clocks = _say(QT_TRANSLATE_NOOP("Health", "Clocks differ"))
    return Health("clock", clocks, abnormal=True, explanation=said.format(seconds=seconds))


def _say(source: str) -> str:
    return words.say("Health", source)


def _alone(status: SyncStatus) -> Health:
    explanation = _say(
        QT_TRANSLATE_NOOP("Health", "Everything is kept here. Nothing is exchanged with other laptops by itself.")
    )
    shown = _say(QT_TRANSLATE_NOOP("Health", "This laptop only"))
    return Health(_ICON, shown, explanation=words.in_a_row([explanation, *_counted(status)]))


def _counted(status: SyncStatus) -> Iterator[str]:
    """Yield how many entries are here alone where the item does not say so itself, and how many of them are on a stick."""
    if status.only_here and (status.reach is Reach.ALONE or status.on_stick):
        yield words_notices.on_no_other(status.only_here)
    if status.on_stick:
        yield words.counted(
            "Health", QT_TRANSLATE_NOOP("Health", "%Ln of them are on a stick.", None, 1), status.on_stick
        )


def _by_hand(status: SyncStatus) -> Health:
    """Say that sticks go to and fro: what somebody has to see to where there was a hub, and else how it is meant."""
    was_hub = status.reach is Reach.APART
    explanation = (
        QT_TRANSLATE_NOOP(
            "Health",
            "Others take part, but this laptop is the hub no more. Switch it on again, or carry a stick to and fro.",
        )
        if was_hub
        else QT_TRANSLATE_NOOP("Health", "Others take part, and no hub joins them: carry a stick to and fro.")
    )
    no_hub, by_stick = QT_TRANSLATE_NOOP("Health", "No hub"), QT_TRANSLATE_NOOP("Health", "By stick")
    shown = _only_here(status.only_here) or _say(no_hub if was_hub else by_stick)
    explained = words.in_a_row([_say(explanation), *_counted(status)])
    return Health(_ICON, shown, abnormal=was_hub and bool(status.only_here), explanation=explained)


def _waiting() -> Health:
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health", "A coordinator has to let this laptop in at the hub. Scans are kept here until then."
        )
    )
    return Health(_ICON, _say(QT_TRANSLATE_NOOP("Health", "Not let in yet")), abnormal=True, explanation=explanation)


def _shut_out() -> Health:
    explanation = _say(
        QT_TRANSLATE_NOOP(
            "Health", "A coordinator shut this laptop out: what it records goes to no other. Ask the event lead."
        )
    )
    return Health(_ICON, _say(QT_TRANSLATE_NOOP("Health", "Shut out")), abnormal=True, explanation=explanation)


def _away(status: SyncStatus, last: str) -> Health:
    said = [
        _say(
            QT_TRANSLATE_NOOP("Health", "The hub does not answer. Everything is kept, and goes on as soon as it does.")
        )
    ]
    if last:
        said.append(_say(QT_TRANSLATE_NOOP("Health", "Last exchange {time}.")).format(time=bidi.code(last)))
    said += _counted(status)
    if status.trouble:
        said += words.problem(status.trouble)
    shown = _only_here(status.only_here) or _say(QT_TRANSLATE_NOOP("Health", "Hub not reached"))
    return Health(_ICON, shown, abnormal=True, explanation=words.in_a_row(said))


def _together(status: SyncStatus, last: str) -> Health:
    hub = status.reach is Reach.HUB
    said = [_say(QT_TRANSLATE_NOOP("Health", "The other laptops meet on this one."))] if hub else []
    if last:
        said.append(_say(QT_TRANSLATE_NOOP("Health", "Last exchange {time}.")).format(time=bidi.code(last)))
    if status.heard or not hub:  # whom the hub hears, its own process knows alone
        heard = QT_TRANSLATE_NOOP("Health", "%Ln laptops heard in the last minute.", None, 1)
        said.append(words.counted("Health", heard, status.heard))
    shared = _say(QT_TRANSLATE_NOOP("Health", "Hub")) if hub else _say(QT_TRANSLATE_NOOP("Health", "All shared"))
    return Health(_ICON, _only_here(status.only_here) or shared, explanation=words.in_a_row(said))


def _only_here(count: int) -> str:
    return _say(QT_TRANSLATE_NOOP("Health", "{count} only here")).format(count=words.figure(count)) if count else ""
