"""Sessions, categories and routes, changed by the event lead: each change is a version of the forum, which all adopt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from checkin_app.domain.changes import ChangeSet
from checkin_app.domain.facts import FactDraft
from checkin_app.domain.forum import Forum, Route
from checkin_app.domain.ids import CategoryId, CheckpointId, Digest, forum_subject
from checkin_app.domain.kinds.forums import ForumAdopted
from checkin_app.domain.problems_printing import TemplateInUse
from checkin_app.domain.problems_programme import (
    CategoryAlone,
    CategoryInUse,
    CategoryIsDefault,
    ForumChangedApart,
    ForumChangedSince,
    ForumIsAnother,
    RoomTaken,
    RouteInUse,
    SessionInUse,
    SessionIsVisit,
)
from checkin_app.domain.problems_stops import StopInUse
from checkin_app.domain.programme import EntryRemoved, EntryWritten, ForumEdit, Part, TemplateRemoved, overlapping
from checkin_app.domain.stops import here, is_called
from checkin_app.services.ports.buses import BusReads
from checkin_app.services.ports.conflicts import ConflictReads
from checkin_app.services.ports.stations import ForumReads, ForumUseReads, ForumVersionReads
from checkin_app.services.ports.transactions import Opens, Transaction


class ProgrammeUnit(ForumReads, ForumVersionReads, ForumUseReads, BusReads, ConflictReads, Transaction, Protocol):
    """Knows the forum and who rests on it."""


@dataclass(frozen=True, slots=True)
class ForumChanged:
    """A version of the forum that was adopted; nothing was where `changes` is empty."""

    changes: ChangeSet
    former: Digest
    """The file in force before, and `new` the one since: what taking it back must find."""
    new: Digest
    forum: Forum
    """As it is now."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What the event lead does with the forum itself."""

    open_unit: Opens[ProgrammeUnit]
    edited: Callable[[bytes, ForumEdit], bytes]
    """Returns a forum's file with one change in it, and raises what is wrong with that."""
    parse: Callable[[bytes], Forum]

    def change(self, edit: ForumEdit) -> ForumChanged:
        """Write, add or remove one session, category, route or badge template.

        Raises:
            EntryInvalid, EntryUnknown, EntryExists, RoomTaken, CategoryInUse, CategoryIsDefault, CategoryAlone, RouteInUse,
            SessionInUse, SessionIsVisit, StopInUse, TemplateInUse, ForumChangedApart: and nothing was changed.
        """
        with self.open_unit() as unit:
            if isinstance(edit, EntryRemoved):
                _must_not_be_needed(unit.forum, edit)
            if isinstance(edit, TemplateRemoved) and edit.name == unit.forum.badge_template:
                raise TemplateInUse(name=edit.name)
            content = self.edited(unit.forum_file(), edit)
            forum = self.parse(content)
            if isinstance(edit, EntryWritten) and edit.part is Part.SESSION:
                _must_have_room(forum, edit.id)
            return _adopt(unit, content, forum)

    def adopt(self, content: bytes) -> ForumChanged:
        """Let a whole file of this forum be the one in force.

        Raises:
            ForumFileInvalid, ForumIsAnother, CategoryInUse, RouteInUse, SessionInUse, ForumChangedApart: and nothing was
            changed.
        """
        forum = self.parse(content)
        with self.open_unit() as unit:
            if forum.id != unit.forum.id:
                raise ForumIsAnother(id=forum.id, expected=unit.forum.id)
            return _adopt(unit, content, forum)

    def take_back(self, changed: ForumChanged) -> ForumChanged:
        """Let the version before a change be in force again.

        Raises:
            ForumChangedSince: the change is not the last one any more.
            CategoryInUse, RouteInUse, SessionInUse: what it added is in use.
        """
        with self.open_unit() as unit:
            former = unit.document(changed.former)
            if former is None or {each.document for each in unit.forum_versions()} != {changed.new}:
                raise ForumChangedSince
            return _adopt(unit, former, self.parse(former))


def _adopt(unit: ProgrammeUnit, content: bytes, forum: Forum) -> ForumChanged:
    """Let a version be in force, where nothing rests on what it lacks."""
    before = unit.forum_versions()
    if len({each.document for each in before}) > 1:
        raise ForumChangedApart
    _must_keep_what_is_used(unit, forum)
    former, new = unit.keep(unit.forum_file()), unit.keep(content)
    if new != former:
        after = tuple(each.fact_id for each in before)
        unit.record(FactDraft(forum_subject(forum.id), ForumAdopted(document=new, after=after)))
        unit.commit()
    return ForumChanged(unit.changes, former, new, forum)


def _must_keep_what_is_used(unit: ProgrammeUnit, forum: Forum) -> None:
    former = unit.forum
    spoken = former.languages[0]
    for category in former.categories:
        if forum.category(category.id) is None and (count := unit.guests_of(category.id)):
            raise CategoryInUse(name=category.name.in_(spoken), count=count)
    for route in former.routes:
        kept = forum.route(route.id)
        if kept is not None:
            _must_keep_stops(unit, route, kept)
        else:
            buses, count = len(unit.buses_of(route.id)), unit.guests_for(route.id)
            if buses or count:
                raise RouteInUse(name=route.id, buses=buses, count=count)
    for session in former.sessions:
        if forum.session(session.checkpoint) is None and (count := unit.guests_at(session.checkpoint)):
            raise SessionInUse(name=session.name.in_(spoken), count=count)


def _must_keep_stops(unit: ProgrammeUnit, former: Route, route: Route) -> None:
    """Look whether a bus stands at a stop that the route lacks from now on."""
    for bus in unit.buses_of(route.id):
        at = here(unit.bus_counts(bus.code).visits)
        if at and _has(former, at.stop) and not _has(route, at.stop):
            raise StopInUse(bus=bus.code, name=at.stop)


def _has(route: Route, stop: str) -> bool:
    return any(is_called(each, stop) for each in route.stops)


def _must_have_room(forum: Forum, session: str) -> None:
    other = overlapping(forum, session)
    if other is not None:
        raise RoomTaken(other=other.name.in_(forum.languages[0]))


def _must_not_be_needed(forum: Forum, edit: EntryRemoved) -> None:
    """Look whether the rest of the forum would be none without an entry."""
    spoken = forum.languages[0]
    if edit.part is Part.CATEGORY and (category := forum.category(CategoryId(edit.id))):
        name = category.name.in_(spoken)
        if category.id == forum.default_category:
            raise CategoryIsDefault(name=name)
        for session in forum.sessions:
            if session.admits == {category.id}:
                raise CategoryAlone(name=name, session=session.name.in_(spoken))
    if edit.part is Part.SESSION and forum.routes and edit.id == forum.visit:
        session_of_buses = forum.session(CheckpointId(edit.id))
        raise SessionIsVisit(name=session_of_buses.name.in_(spoken) if session_of_buses else edit.id)
