"""The programme as a screen shows it: what there is, what is in the form, and what can be taken back, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkin_app.domain.forum import Category, Forum, Route, Session
from checkin_app.domain.programme import Part, entries, entry, fields, lines_of, new_lines
from checkin_app.ui.forum_changes import Made, with_made

#: The id under which a draft of what is about to be added is kept; no entry is called so.
NEW = ""


@dataclass(frozen=True, slots=True)
class ProgrammeState:
    forum: Forum
    part: Part = Part.SESSION
    chosen: str | None = None
    """The entry in the form; `NEW` is one that is about to be added."""
    drafts: Mapping[tuple[Part, str], Mapping[str, str]] = field(default_factory=dict)
    """The lines that were typed and do not hold yet, by entry: going to another loses nothing."""
    begun: Mapping[str, str] = field(default_factory=dict)
    """The lines with which a new entry began."""
    busy: bool = False
    note: str = ""
    """What could not be done, in words."""
    wrong_field: str = ""
    """The line that it is about, where it is one."""
    made: tuple[Made, ...] = ()

    @property
    def entries(self) -> Sequence[Session | Category | Route]:
        return entries(self.forum, self.part)

    @property
    def place(self) -> int:
        ids = [str(each.id) for each in self.entries]
        return ids.index(self.chosen) if self.chosen in ids else -1

    @property
    def adding(self) -> bool:
        return self.chosen == NEW

    @property
    def entry(self) -> Session | Category | Route | None:
        return entry(self.forum, self.part, self.chosen) if self.chosen else None

    @property
    def typed(self) -> Mapping[str, str]:
        return self.drafts.get((self.part, self.chosen), {}) if self.chosen is not None else {}

    @property
    def known(self) -> Mapping[str, str]:
        """Return the lines of the entry as they hold."""
        if self.adding:
            return self.begun
        return lines_of(self.forum, self.part, self.chosen) if self.chosen and self.entry else {}

    @property
    def lines(self) -> Mapping[str, str]:
        """Return every line of the form, as it holds where it was not typed."""
        return {**self.known, **self.typed}

    @property
    def changed(self) -> bool:
        return self.lines != self.known

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the lines of the form."""
        more = ("id",) if self.adding and self.part is Part.ROUTE else ()
        return (*more, *fields(self.part, self.forum.languages))

    @property
    def needs_visit(self) -> bool:
        """Whether a route is the first: the session whose doors are the buses' has to be said with it."""
        return self.adding and self.part is Part.ROUTE and self.forum.visit is None

    @property
    def last(self) -> Made | None:
        """Return what is taken back next."""
        return self.made[-1] if self.made else None


def forum_read(state: ProgrammeState, forum: Forum) -> ProgrammeState:
    """Another version of the forum holds; what is typed stays, and an entry that is gone leaves the form."""
    fresh = replace(state, forum=forum)
    return fresh if fresh.adding or fresh.entry else _first(fresh)


def part_chosen(state: ProgrammeState, part: Part) -> ProgrammeState:
    return state if part is state.part else _first(replace(_unsaid(state), part=part))


def _first(state: ProgrammeState) -> ProgrammeState:
    """Put the first entry there is into the form."""
    return replace(state, chosen=next((str(each.id) for each in state.entries), None))


def entry_chosen(state: ProgrammeState, wanted: str) -> ProgrammeState:
    return state if wanted == state.chosen else replace(_unsaid(state), chosen=wanted)


def adding_begun(state: ProgrammeState) -> ProgrammeState:
    """An entry is about to be added: a session after the one in the form, in its room."""
    like = state.entry if isinstance(state.entry, Session) else None
    begun = new_lines(state.forum, state.part, like)
    if state.part is Part.ROUTE:
        taken = {str(each.id) for each in state.forum.routes}
        begun |= {"id": next(str(each) for each in range(1, len(taken) + 2) if str(each) not in taken)}
        if state.forum.visit is None and state.forum.sessions:
            begun |= {"visit": str(state.forum.sessions[-1].id)}
    return replace(_unsaid(state), chosen=NEW, begun=begun)


def adding_dropped(state: ProgrammeState) -> ProgrammeState:
    """Nothing is added after all."""
    return _first(_without(_unsaid(state), NEW))


def line_typed(state: ProgrammeState, name: str, text: str) -> ProgrammeState:
    if state.chosen is None:
        return state
    typed = {**state.typed, name: text}
    typed = {each: said for each, said in typed.items() if said != state.known.get(each)}
    return replace(_unsaid(state), drafts={**state.drafts, (state.part, state.chosen): typed})


def _without(state: ProgrammeState, wanted: str | None) -> ProgrammeState:
    return replace(state, drafts={key: each for key, each in state.drafts.items() if key != (state.part, wanted)})


def _unsaid(state: ProgrammeState) -> ProgrammeState:
    return replace(state, note="", wrong_field="")


def begun(state: ProgrammeState) -> ProgrammeState:
    return replace(_unsaid(state), busy=True)


def refused(state: ProgrammeState, note: str, wrong_field: str = "") -> ProgrammeState:
    """It was not done: what was typed stays beside its fault, and what held before holds."""
    return replace(state, busy=False, note=note, wrong_field=wrong_field)


def written(state: ProgrammeState, wanted: str, sent: Mapping[str, str], made: Made) -> ProgrammeState:
    """What was sent of an entry holds now; what was typed since stays."""
    later = {name: text for name, text in state.typed.items() if sent.get(name) != text}
    chosen = wanted if state.adding else state.chosen
    fresh = replace(_without(_unsaid(state), state.chosen), busy=False, chosen=chosen)
    if later and chosen is not None:
        fresh = replace(fresh, drafts={**fresh.drafts, (state.part, chosen): later})
    return _with(fresh, made)


def _with(state: ProgrammeState, made: Made) -> ProgrammeState:
    return replace(state, made=with_made(state.made, made), forum=made.changed.forum) if made.changed.changes else state


def removed(state: ProgrammeState, made: Made) -> ProgrammeState:
    """The entry in the form is gone."""
    fresh = _with(replace(_without(_unsaid(state), state.chosen), busy=False), made)
    return forum_read(fresh, fresh.forum)


def whole_changed(state: ProgrammeState, made: Made) -> ProgrammeState:
    """Something of the whole forum holds now."""
    return _with(replace(_unsaid(state), busy=False), made)


def taken_back(state: ProgrammeState, forum: Forum) -> ProgrammeState:
    """The last change was taken back, and the version before it holds."""
    return forum_read(replace(_unsaid(state), busy=False, made=state.made[:-1]), forum)
