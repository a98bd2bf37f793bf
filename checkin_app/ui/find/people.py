"""A person's card as the find screen needs it."""

from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import CheckpointId, Instant
from checkin_app.services.ports.people import DelegateCard
from checkin_app.ui import words
from checkin_app.ui.find.state import Found, Standing


def found_from(
    card: DelegateCard,
    forum: Forum,
    checkpoint: CheckpointId | None,
    *,
    issue: int | None = None,
    rehearsal: bool,
) -> Found:
    """Return a person as found, with how they stand at `checkpoint`; words are in the language in use.

    `issue` is what was typed after their badge number.
    """
    delegate = card.delegate
    category = forum.category(delegate.category)
    standing, since = _standing(card, checkpoint, issue, rehearsal=rehearsal)
    return Found(
        delegate=delegate.id,
        name=delegate.name or delegate.latin_name,
        latin=delegate.second_name if delegate.name else "",
        delegation=delegate.delegation,
        organisation=delegate.organisation,
        category_letter=category.letter if category else "",
        category=category.name.in_(words.spoken()) if category else "",
        badge_no=delegate.badge_no,
        issue=card.badge.current,
        phone=delegate.phone,
        languages=delegate.languages,
        route=delegate.route,
        bus=card.movements.bus or "",
        note=delegate.note,
        standing=standing,
        since=since,
    )


def _standing(
    card: DelegateCard, checkpoint: CheckpointId | None, issue: int | None, *, rehearsal: bool
) -> tuple[Standing, Instant | None]:
    if card.badge.revoked:
        return Standing.REVOKED, None
    if issue is not None and issue < card.badge.current:
        return Standing.REPLACED, None
    presence = card.movements.at(checkpoint, rehearsal=rehearsal) if checkpoint else None
    if presence is None:
        return Standing.NOT_IN, None
    return (Standing.INSIDE if presence.inside else Standing.LEFT), presence.since
