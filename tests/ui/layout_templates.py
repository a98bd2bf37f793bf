"""The editor with every kind of element, with problems, with names that are long, as screens have to find room for them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from unittest.mock import MagicMock

from layout_people import ARAB, HAN, IBERIAN, THAI
from msgspec.structs import replace as changed
from template_designs import BACK, BADGE, BAND, BUS, CODE, NAMES, face_png, many

from checkin_app.domain.badge_sheets import Fold, Grid, Stock
from checkin_app.domain.changes import Changed
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import Digest
from checkin_app.domain.problems import TextDoesNotFit
from checkin_app.domain.problems_printing import VariantMisfit
from checkin_app.files.forum_file import forum_bytes, parse_forum
from checkin_app.runtime.lanes import Troubled
from checkin_app.services.ports.people import Hardship
from checkin_app.services.programme import ForumChanged
from checkin_app.ui.forum_changes import Made
from checkin_app.ui.replies import trouble
from checkin_app.ui.sentences import sentence
from checkin_app.ui.shell.template_actions import Aim, Flaw, Looked, Offer, TrialName
from checkin_app.ui.template_areas import Area
from checkin_app.ui.template_design import Design, Element, Face, Kind
from checkin_app.ui.template_editor.doings import Pane
from checkin_app.ui.template_editor.state import forum_changed

if TYPE_CHECKING:
    from layout_stage import Stage

CHANGED = ForumChanged(frozenset({Changed.FORUM}), Digest("a" * 64), Digest("b" * 64), MagicMock(spec=Forum))
HARD_NAMES = (
    TrialName(IBERIAN.id, IBERIAN.called, (Hardship.NAME, Hardship.LATIN)),
    TrialName(HAN.id, HAN.called, (Hardship.HAN, Hardship.RARE)),
    TrialName(ARAB.id, ARAB.called, (Hardship.ARABIC,)),
    TrialName(THAI.id, THAI.called, (Hardship.STACKED, Hardship.DELEGATION, Hardship.ORGANISATION)),
)
FLAWS = (
    Flaw(NAMES.id, TextDoesNotFit(text=IBERIAN.called), IBERIAN.id),
    Flaw(CODE.id, TextDoesNotFit(text=HAN.called), HAN.id),
    *(Flaw(BUS.id, TextDoesNotFit(text=each.called), each.delegate) for each in HARD_NAMES),
)
OTHERS = (
    Element(kind=Kind.EMBLEM, id="emblem-1", box=Area(6, 6, 10, 10), ink="#FFFFFF", accent="#2BB38F"),
    Element(kind=Kind.PHOTO, id="photo-1", box=Area(70, 30, 25, 32)),
    Element(kind=Kind.PICTURE, id="picture-1", box=Area(70, 70, 20, 20), image="iVBORw0KGgo="),
)
FULL = changed(BADGE, elements=(*BADGE.elements, *OTHERS))
AIMS = (Aim("PDF", 300), Aim("Label", 203))
OFFER = Offer(
    ("a6", "label80", "zweiseitig-vip"),
    AIMS,
    ("zweiseitig-vip",),
    "a6",
    (("a6", FULL.stock), ("zweiseitig-vip", FULL.stock), ("label80", Stock((72, 120)))),
    parse_forum(forum_bytes("gstf-2024"), "gstf-2024.toml").categories,
    (("zweiseitig-vip", "a6"), ("zweiseitig-vip", "label80")),
)
SHEET = changed(
    FULL,
    fold=Fold.TOP,
    sheet=(420.0, 330.0),
    grid=Grid(columns=3, rows=1, left=12.5, top=17, across=12.75),
    variants={"government": "zweiseitig-vip", "gone": "nobody-knows"},
)
OF_VARIANTS = (
    Flaw("", VariantMisfit(variant="zweiseitig-vip", template="a6"), variant="zweiseitig-vip"),
    Flaw(NAMES.id, TextDoesNotFit(text=THAI.called), THAI.id, variant="zweiseitig-vip"),
    Flaw(CODE.id, "has 3 dots a module at 203 dpi", title="Code too small", of_printer=True),
)
Scene = tuple[str, Callable[["Stage"], object]]


def _opened(on: "Stage", design: Design = FULL, looked: Looked | None = None) -> None:
    on.replies |= {
        "template_offer": OFFER,
        "hard_names": HARD_NAMES,
        "open_template": design,
        "try_template": looked or Looked((face_png(design), face_png(design))),
    }
    on.open()


def _chosen(on: "Stage", element: str, pane: Pane = Pane.LOOKS) -> None:
    _opened(on)
    on.screen.panel.canvas.chosen.emit(element)
    on.screen.panel.pane_chosen.emit(pane)


def templates() -> Iterator[Scene]:
    """Yield the editor with each kind of element chosen, with problems, while it waits, asks, and has nothing."""
    yield "elements", _opened
    for each in FULL.elements:
        yield f"looks of {each.id}", lambda on, each=each: _chosen(on, each.id)
    yield "page", lambda on: (_opened(on), on.screen.panel.pane_chosen.emit(Pane.LOOKS))
    yield "page of the forum's", _own_page
    yield "page on sheets", lambda on: (_opened(on, SHEET), on.screen.panel.pane_chosen.emit(Pane.LOOKS))
    yield "sheet", lambda on: (_opened(on, SHEET, _PAPER), on.screen.panel.paper_chosen.emit())
    yield "no room on the sheet", _unfit
    yield "problems of variants", lambda on: _with_flaws(on, OF_VARIANTS)
    yield "back", lambda on: (_chosen(on, BACK.id, Pane.ELEMENTS), on.screen.panel.face_chosen.emit(Face.BACK))
    yield "problems", lambda on: _with_flaws(on, FLAWS)
    yield "no problems", lambda on: (_opened(on), on.screen.panel.pane_chosen.emit(Pane.RESULTS))
    yield "being tried", lambda on: (on.replies.pop("try_template", None), _untried(on))
    yield "asked", _asked
    yield "told", lambda on: (_opened(on), on.screen._refused(trouble(Troubled(TextDoesNotFit(text=HAN.called)))))
    yield "nothing open", lambda on: (on.replies.pop("open_template", None), on.open())
    yield "many", lambda on: (_opened(on, many(120)), on.screen.panel.canvas.chosen.emit("b7"))


_PAPER = Looked((face_png(SHEET),), paper=True)


def _unfit(on: "Stage") -> None:
    _opened(on, SHEET)
    on.screen.panel.pane_chosen.emit(Pane.LOOKS)
    on.screen.panel.looks.page.paper.fold_said.emit(None)


def _own_page(on: "Stage") -> None:
    _opened(on)
    on.screen._opening.open(OFFER.own[0])
    on.screen._become(forum_changed(on.screen._state, Made(CHANGED, sentence(on.screen._words.is_used, OFFER.own[0]))))
    on.screen.panel.pane_chosen.emit(Pane.LOOKS)


def _with_flaws(on: "Stage", flaws: tuple[Flaw, ...]) -> None:
    _opened(on, looked=Looked((face_png(FULL),), flaws))
    on.screen.panel.pane_chosen.emit(Pane.RESULTS)


def _untried(on: "Stage") -> None:
    on.replies |= {"template_offer": OFFER, "hard_names": HARD_NAMES, "open_template": FULL}
    on.open()
    on.screen.panel.pane_chosen.emit(Pane.RESULTS)


def _asked(on: "Stage") -> None:
    _chosen(on, BAND.id)
    on.screen.panel.canvas.nudged.emit(0, 1, False)
    on.screen._departing.leave("", on.screen._state)
