"""Puts the programme into words."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from checkin_app.domain.forum import Category, Forum, Route, Session
from checkin_app.domain.programme import FLAGS, Part
from checkin_app.ui import words, words_buses, words_programme
from checkin_app.ui.kit import bidi
from checkin_app.ui.kit.rows import RowView
from checkin_app.ui.programme.state import ProgrammeState

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything the panel draws, in words."""

    line: str
    undo: str
    rows: tuple[RowView, ...]
    empty: str
    form: str
    form_line: str
    labels: Mapping[str, str]
    wrong: Mapping[str, str]
    """What is wrong with a line of the form, by its field."""
    note: str
    add: str
    remove: str
    """Empty where there is nothing to take away."""
    whole: str
    """What `for_all` is about."""
    for_all: Options
    """What holds for the whole forum and is chosen here: the category of those without one, the session of the buses."""
    for_all_chosen: str
    categories: Options
    flags: Options
    """What the entry in the form either is or is not."""


class ProgrammeWords(QObject):
    """Words in the language in use; looked up when shown."""

    def parts(self) -> Options:
        return (
            (Part.SESSION.value, self.tr("Sessions")),
            (Part.CATEGORY.value, self.tr("Categories")),
            (Part.ROUTE.value, self.tr("Routes")),
        )

    def begin_to_add(self, part: Part) -> str:
        said = {
            Part.SESSION: self.tr("New session"),
            Part.CATEGORY: self.tr("New category"),
            Part.ROUTE: self.tr("New route"),
        }
        return said[part]

    def view(self, state: ProgrammeState) -> ProgrammeView:
        whole, for_all, chosen = self._for_all(state)
        adds = self.begin_to_add(state.part)
        about_one = state.wrong_field in state.fields
        return ProgrammeView(
            line=state.last.said if state.last else self.tr("Every change holds at once, on every laptop."),
            undo=self.tr("Undo"),
            rows=tuple(self._row(each, state.forum) for each in state.entries),
            empty="" if state.entries else self.tr("None yet."),
            form=adds if state.adding else self._named(state),
            form_line=self._form_line(state),
            labels={name: words_programme.line(name) for name in state.fields},
            wrong={state.wrong_field: state.note} if about_one else {},
            note="" if about_one else state.note,
            add=self.tr("Add it"),
            remove="" if state.adding or state.entry is None else self.tr("Take it away"),
            whole=whole,
            for_all=for_all,
            for_all_chosen=chosen,
            categories=tuple(
                (str(each.id), bidi.name(each.name.in_(words.spoken()))) for each in state.forum.categories
            ),
            flags=tuple((name, words_programme.line(name)) for name in FLAGS[state.part]),
        )

    # ---- what was done

    def written(self, name: str, *, added: bool) -> str:
        said = self.tr("Added: {name}") if added else self.tr("Changed: {name}")
        return said.replace("{name}", bidi.name(name))

    def removed(self, name: str) -> str:
        return self.tr("Taken away: {name}").replace("{name}", bidi.name(name))

    def for_all_set(self, state: ProgrammeState, wanted: str) -> str:
        """Return what holds for the whole forum from now on."""
        view = self.view(state)
        return f"{view.whole}: {dict(view.for_all).get(wanted, '')}"

    def named(self, state: ProgrammeState) -> str:
        """Return what the entry in the form is called."""
        lines = state.lines
        return lines.get(f"name.{words.spoken()}") or next(
            (lines[each] for each in lines if each.startswith("name.")), ""
        )

    # ---- parts of it

    def _named(self, state: ProgrammeState) -> str:
        return self._title(state.entry) if state.entry else ""

    def _title(self, each: Session | Category | Route) -> str:
        name = bidi.name(each.name.in_(words.spoken()))
        return name if isinstance(each, Session) else f"{bidi.code(self._sign(each))} · {name}"

    def _sign(self, each: Category | Route) -> str:
        return each.letter if isinstance(each, Category) else str(each.id)

    def _form_line(self, state: ProgrammeState) -> str:
        if state.adding:
            return self.tr("Nothing is added before the blue button.")
        return bidi.code(str(state.entry.id)) if state.entry else ""

    def _row(self, each: Session | Category | Route, forum: Forum) -> RowView:
        match each:
            case Session():
                starts = bidi.code(f"{forum.in_hall(each.starts):%m-%d %H:%M}")
                return RowView(self._title(each), f"{starts} · {bidi.name(each.place.in_(words.spoken()))}")
            case Category():
                rank = self.tr("Rank {rank}").replace("{rank}", bidi.code(str(each.precedence)))
                return RowView(bidi.name(each.name.in_(words.spoken())), f"{bidi.code(each.letter)} · {rank}")
            case Route():
                stops = " → ".join(bidi.name(stop.name.in_(words.spoken())) for stop in each.stops)
                return RowView(words_buses.route(forum, str(each.id)), stops)

    def _for_all(self, state: ProgrammeState) -> tuple[str, Options, str]:
        forum, spoken = state.forum, words.spoken()
        match state.part:
            case Part.CATEGORY:
                options = tuple((str(each.id), bidi.name(each.name.in_(spoken))) for each in forum.categories)
                return words_programme.line("default_category"), options, str(forum.default_category)
            case Part.ROUTE if forum.routes or state.needs_visit:
                options = tuple((str(each.id), bidi.name(each.name.in_(spoken))) for each in forum.sessions)
                chosen = state.lines.get("visit", "") if state.needs_visit else str(forum.visit or "")
                return words_programme.line("visit"), options, chosen
        return "", (), ""
