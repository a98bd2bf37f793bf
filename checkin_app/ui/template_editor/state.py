"""The editor's page: the design and its steps, what is chosen and held, and what was seen of it by printing."""

from dataclasses import dataclass, field, replace

from checkin_app.domain.badge_sheets import Size, Stock
from checkin_app.domain.forum import Category
from checkin_app.domain.ids import DelegateId
from checkin_app.ui import template_design as design
from checkin_app.ui.forum_changes import Made, with_made
from checkin_app.ui.shell.template_actions import Aim, Flaw, Looked, Offer, TrialName
from checkin_app.ui.template_areas import Page
from checkin_app.ui.template_design import Design, Element, Face, Kind, TextLook
from checkin_app.ui.template_editor import steps
from checkin_app.ui.template_editor.doings import Doing, Pane
from checkin_app.ui.template_editor.picking import Grip
from checkin_app.ui.template_editor.steps import Steps
from checkin_app.ui.template_paper import Unfit

_ANY = (Aim("", 203), Aim("", 300))
"""Whatever printer: of labels, and another."""
_EMPTY = Design(page=(105.0, 148.0), elements=())


@dataclass(frozen=True, slots=True)
class EditorState:
    name: str = ""
    """Of the template; empty while none is open."""
    steps: Steps[Design] = field(default_factory=lambda: Steps(_EMPTY))
    chosen: str = ""
    text: int = 0
    """Which of the texts of the element chosen is looked at."""
    face: Face = Face.FRONT
    on_paper: bool = False
    """What comes out of the printer is wanted in sight, and not a face alone."""
    category: int = 0
    """Which of the categories is looked at."""
    grip: Grip | None = None
    names: tuple[TrialName, ...] = ()
    """Whose badges are tried."""
    trial: int = 0
    origin: str = ""
    """The template that it came from."""
    in_file: bool = False
    """It stands as it is kept in a file alone."""
    offered: tuple[str, ...] = ()
    """The templates there are."""
    own: tuple[str, ...] = ()
    """Those of them that the forum has."""
    in_use: str = ""
    """The one that badges are drawn by."""
    made: tuple[Made, ...] = ()
    """What was changed of the forum here."""
    stocks: tuple[tuple[str, Stock], ...] = ()
    """What the templates there are are printed on."""
    categories: tuple[Category, ...] = ()
    """Of the forum's guests."""
    stand_ins: tuple[tuple[str, str], ...] = ()
    """Templates that categories have of their own, each with one that it stands in for."""
    aims: tuple[Aim, ...] = _ANY
    """The printers that it may be meant for."""
    aim: Aim = _ANY[-1]
    """The one by whose dots it is judged."""
    looked: Looked | None = None
    looked_at: Design | None = None
    """What `looked` is of."""
    pane: Pane = Pane.ELEMENTS
    busy: bool = False
    note: str = ""
    wrong: bool = False
    unfit: Unfit | None = None
    """Why what somebody wanted last was not done."""
    asking: bool = False
    """Whether it is asked if what was changed is to be kept."""

    @property
    def design(self) -> Design:
        return self.steps.now

    @property
    def is_open(self) -> bool:
        return bool(self.name)

    @property
    def element(self) -> Element | None:
        return self.design.element(self.chosen)

    @property
    def look(self) -> TextLook | None:
        """How the text looked at is set."""
        texts = (self.element.texts if self.element else None) or ()
        return texts[min(self.text, len(texts) - 1)] if texts else None

    @property
    def has_paper(self) -> bool:
        """Whether what comes out of the printer is another thing than a face."""
        return bool(self.design.fold or self.design.sheet)

    @property
    def paper(self) -> Size | None:
        """The size of what comes out of the printer, where that is in sight and not a face."""
        wanted = self.on_paper and self.has_paper and not self.chosen
        return (self.design.sheet or self.design.stock.paper) if wanted else None

    @property
    def page(self) -> Page:
        """What is in sight."""
        return Page(*(self.paper or self.design.page))

    @property
    def pictures(self) -> tuple[bytes, ...]:
        """What is in sight as it is printed; empty until it is."""
        return self.looked.pictures if self.looked and self.looked.paper is bool(self.paper) else ()

    @property
    def guests(self) -> Category | None:
        """The category looked at."""
        return self.categories[self.category] if self.category < len(self.categories) else None

    @property
    def variant(self) -> str:
        """The template that stands in for this one on badges of the category looked at; empty where it does not need one."""
        return self.design.variants.get(self.guests.id, "") if self.guests else ""

    @property
    def alike(self) -> tuple[str, ...]:
        """The templates that may stand in for this one: they come out at the same places of the same paper."""
        stock = self.design.stock
        return tuple(name for name, each in self.stocks if name != self.name and each.is_like(stock))

    @property
    def new_variant(self) -> str:
        """What one more like it, for the category looked at, would be called; empty where it can be called nothing."""
        if self.guests is None or not self.is_open:
            return ""
        return design.free_name(f"{self.name}-{self.guests.id}", {*self.offered, self.name})

    @property
    def is_changed(self) -> bool:
        return self.is_open and not self.steps.is_kept

    def is_free(self, name: str) -> bool:
        """Return whether it may be called so: no other template is."""
        return name == self.origin or name not in self.offered

    @property
    def template(self) -> int:
        """Which of the templates there are is open; -1 for none of them."""
        return self.offered.index(self.name) if self.name in self.offered else -1

    @property
    def who(self) -> DelegateId | None:
        """Whose badge is in sight; None for an invented guest's."""
        return self.names[self.trial].delegate if self.trial < len(self.names) else None

    @property
    def row(self) -> int:
        """Where the element chosen stands among those of its face; -1 where none is."""
        ids = [each.id for each in self.design.on(self.face)]
        return ids.index(self.chosen) if self.chosen in ids else -1

    @property
    def ready(self) -> frozenset[Doing]:
        """What can be done now."""
        if not self.is_open or self.busy:
            return frozenset({Doing.BACK, Doing.OPEN_FILE} if not self.busy else {Doing.BACK})
        found = {Doing.BACK, Doing.OPEN_FILE, Doing.SAVE_FILE, Doing.DISCARD}
        last = len(self.design.on(self.face)) - 1
        for wanted, doing in (
            (bool(self.steps.past), Doing.UNDO),
            (bool(self.steps.future), Doing.REDO),
            (0 <= self.row < last, Doing.LATER),
            (self.row > 0, Doing.EARLIER),
            (self.can_go and self.can_grow, Doing.DOUBLE),
            (self.can_go, Doing.REMOVE),
            (self.asking, Doing.STAY),
            (self.is_changed or self.in_file or self.name not in self.own, Doing.KEEP),
            (self.template >= 0 and self.name != self.in_use and not self.is_changed and not self.in_file, Doing.USE),
            (self.name in self.own and self.name != self.in_use, Doing.WITHDRAW),
            (bool(self.made), Doing.TAKE_BACK),
            (bool(self.new_variant and not self.variant), Doing.NEW_VARIANT),
            (self.variant in self.offered, Doing.OPEN_VARIANT),
        ):
            if wanted:
                found.add(doing)
        return frozenset(found)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        return self.looked.flaws if self.looked else ()

    @property
    def results(self) -> tuple[Flaw | TrialName, ...]:
        """What was found: first what is wrong, then whose badges are well."""
        unwell = {each.who for each in self.flaws}
        return (*self.flaws, *(each for each in self.names if each.delegate not in unwell))

    @property
    def result(self) -> int:
        """Which result is that of the badge in sight, of the element chosen where one is; -1 for none."""
        found = [
            place
            for place, each in enumerate(self.results)
            if (each.who if isinstance(each, Flaw) else each.delegate) == self.who
        ]
        of_it = [at for at in found if isinstance(each := self.results[at], Flaw) and _element_of(each) == self.chosen]
        return next(iter([*of_it, *found]), -1)

    @property
    def flawed(self) -> frozenset[str]:
        """The elements that something is wrong with."""
        return frozenset(each.element for each in self.flaws if _element_of(each))

    @property
    def can_go(self) -> bool:
        """Whether the element chosen may be taken away or doubled: there is one code, no more and no less."""
        return self.element is not None and self.element.kind is not Kind.CODE

    @property
    def can_grow(self) -> bool:
        return self.is_open and len(self.design.elements) < design.MOST_ELEMENTS


def _element_of(flaw: Flaw) -> str:
    """Return the element of the design in sight that something is wrong with."""
    return "" if flaw.variant else flaw.element


# ---- what is edited


def design_opened(state: EditorState, name: str, opened: Design, *, kept: bool) -> EditorState:
    """Edit a template; `kept` where it stands somewhere as it is."""
    begun = Steps(opened, kept=opened if kept else None)
    return replace(
        state, name=name, origin=name, in_file=False, steps=begun, chosen="", face=Face.FRONT, on_paper=False,
        grip=None, looked=None, looked_at=None,
        busy=False, note="", wrong=False, unfit=None, asking=False, pane=Pane.ELEMENTS,
    )  # fmt: skip


def element_chosen(state: EditorState, id_: str) -> EditorState:
    """Choose an element and turn to its face; an id that nothing has chooses none."""
    found = state.design.element(id_)
    face, text = found.face if found else state.face, state.text if id_ == state.chosen else 0
    return replace(state, chosen=id_ if found else "", text=text, face=face, steps=steps.ended(state.steps))


def text_chosen(state: EditorState, place: int) -> EditorState:
    """Look at another text of the element chosen."""
    texts = (state.element.texts if state.element else None) or ()
    return replace(state, text=place, steps=steps.ended(state.steps)) if 0 <= place < len(texts) else state


def face_chosen(state: EditorState, face: Face) -> EditorState:
    if face is state.face and not state.on_paper:
        return state
    return replace(state, face=face, on_paper=False, chosen="", grip=None)


def paper_chosen(state: EditorState) -> EditorState:
    """Look at what comes out of the printer."""
    return replace(state, on_paper=True, chosen="", grip=None)


def category_chosen(state: EditorState, place: int) -> EditorState:
    """Look at which template badges of a category are drawn by."""
    return replace(state, category=place) if 0 <= place < len(state.categories) else state


def element_after(state: EditorState, step: int) -> str | None:
    """Return the id of the element of this face that is drawn after the one chosen, or before; None where there is none."""
    ids = [each.id for each in state.design.on(state.face)]
    if state.chosen not in ids:
        return (ids[0] if step > 0 else ids[-1]) if ids else None
    at = ids.index(state.chosen) + step
    return ids[at] if 0 <= at < len(ids) else None


# ---- what is seen of it


def names_listed(state: EditorState, names: tuple[TrialName, ...]) -> EditorState:
    """Try the badges of these people; whoever was looked at stays, if they are among them."""
    at = next((place for place, each in enumerate(names) if each.delegate == state.who), 0)
    return replace(state, names=names, trial=at)


def aim_chosen(state: EditorState, place: int) -> EditorState:
    return replace(state, aim=state.aims[place]) if 0 <= place < len(state.aims) else state


def offer_listed(state: EditorState, offer: Offer) -> EditorState:
    """Know which templates there are, and which printers; the first of them is meant to begin with."""
    aims = (*offer.printers, *_ANY)
    aim = state.aim if state.offered and state.aim in aims else aims[0] if offer.printers else _ANY[-1]
    return replace(
        state, offered=offer.templates, own=offer.own, in_use=offer.in_use, aims=aims, aim=aim, stocks=offer.stocks,
        stand_ins=offer.stand_ins, categories=offer.categories, category=min(state.category, max(0, len(offer.categories) - 1)),
    )  # fmt: skip


def pane_chosen(state: EditorState, pane: Pane) -> EditorState:
    return replace(state, pane=pane)


def result_chosen(state: EditorState, place: int) -> EditorState:
    """Look at the badge of a result, and choose the element that a problem is of."""
    if not 0 <= place < len(state.results):
        return state
    result = state.results[place]
    who, element = (result.who, _element_of(result)) if isinstance(result, Flaw) else (result.delegate, "")
    at = next((each for each, name in enumerate(state.names) if name.delegate == who), state.trial)
    return replace(element_chosen(state, element) if element else state, trial=at)


def design_tried(state: EditorState, of: Design, looked: Looked) -> EditorState:
    return replace(state, looked=looked, looked_at=of)


# ---- keeping


def begun(state: EditorState) -> EditorState:
    return replace(state, busy=True, note="", wrong=False, unfit=None, asking=False)


def told(state: EditorState, note: str, *, wrong: bool = False) -> EditorState:
    return replace(state, busy=False, note=note, wrong=wrong, unfit=None)


def renamed(state: EditorState, name: str) -> EditorState:
    """Call it otherwise, which is another template than the one it came from; a name that another one has is not taken."""
    if not state.is_open or state.busy or name == state.name or not state.is_free(name):
        return state
    return replace(
        state, name=name, steps=steps.kept(state.steps, None), note="", wrong=False, unfit=None, asking=False
    )


def design_kept(state: EditorState, kept: Design, note: str) -> EditorState:
    """A file holds it as it was then; what was changed meanwhile is kept nowhere."""
    return replace(told(state, note), in_file=True, steps=steps.kept(state.steps, kept))


def forum_design_kept(state: EditorState, name: str, kept: Design, made: Made) -> EditorState:
    """The forum has it under a name as it was then; what was changed meanwhile is kept nowhere."""
    had = replace(
        forum_changed(state, made),
        in_file=False,
        origin=name,
        offered=with_name(state.offered, name),
        own=with_name(state.own, name),
    )
    return replace(had, steps=steps.kept(had.steps, kept)) if state.name == name else had


def forum_changed(state: EditorState, made: Made) -> EditorState:
    """Something else of the forum was changed here."""
    return replace(told(state, made.said), made=with_made(state.made, made))


def forum_restored(state: EditorState, note: str) -> EditorState:
    """What was changed last is as it was; what is open stays, and is kept nowhere if that was it."""
    return replace(told(state, note), made=state.made[:-1])


def design_fetched(state: EditorState, name: str, design: Design | None) -> EditorState:
    """Take a template as it now is, unless it is being changed here; None where there is none of that name any more."""
    if state.name != name or state.busy or state.grip is not None:
        return state
    if design is None or state.is_changed:
        return replace(state, steps=steps.kept(state.steps, design))
    return state if design == state.design else replace(state, steps=Steps(design, kept=design), chosen="")


def with_name(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*names, name)))


def leaving_dropped(state: EditorState) -> EditorState:
    return replace(state, asking=False)


def leaving_asked(state: EditorState) -> EditorState:
    """Ask whether what was changed is to be kept, before it is left."""
    return replace(state, asking=True, note="", wrong=False, unfit=None)


def changes_dropped(state: EditorState) -> EditorState:
    """Return to the template as it is kept."""
    kept = state.steps.kept
    return design_opened(state, state.name if kept else "", kept or _EMPTY, kept=True)
