"""The card of a person: no bar says that there is more where there is not."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from checkin_app.ui.kit.person import FactRow, PersonCard, PersonView

LONG = "Maria-Guadalupe Fernández de la Vega y Santos-Oliveira Villanueva Echeverría"


@pytest.mark.parametrize("height", [300, 600])
def test_a_card_can_be_scrolled_as_far_as_its_words_go_and_no_further(
    dressed: QApplication, qtbot: QtBot, height: int
) -> None:
    card = PersonCard()
    qtbot.addWidget(card)
    facts = tuple(FactRow(label, f"{LONG}, {LONG}") for label in ("From", "Title", "Speaks"))
    card.show_person(PersonView(LONG, category_letter="O", category="Head of Organisation", facts=facts))
    card.resize(860, height)
    card.show()
    for _ in range(5):  # each layout tells the one around it a turn later
        dressed.processEvents()
    scroll = card.findChild(QScrollArea)
    needed, room = scroll.widget().heightForWidth(scroll.widget().width()), scroll.viewport().height()
    assert (needed > room) == (height == 300)
    assert scroll.widget().height() == max(needed, room)
    assert scroll.verticalScrollBar().maximum() == max(0, needed - room)
