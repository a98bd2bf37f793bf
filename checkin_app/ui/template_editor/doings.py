"""What the editor has to offer: its panes, and what is done by a button or a menu."""

from enum import StrEnum


class Pane(StrEnum):
    """What stands beside the page where there is no room for everything."""

    ELEMENTS = "elements"
    LOOKS = "looks"
    RESULTS = "results"


class Doing(StrEnum):
    """What is done by a button or a menu."""

    BACK = "back"
    UNDO = "undo"
    REDO = "redo"
    LATER = "later"
    """Drawn over the next one."""
    EARLIER = "earlier"
    DOUBLE = "double"
    REMOVE = "remove"
    DISCARD = "discard"
    """Leave, and keep nothing of what was changed."""
    STAY = "stay"
    """Leave not, though it was asked for."""
    OPEN_FILE = "open_file"
    SAVE_FILE = "save_file"
    KEEP = "keep"
    """Let the forum have it, and by that every laptop."""
    USE = "use"
    """Let badges be drawn by it."""
    WITHDRAW = "withdraw"
    """Take it from the forum."""
    TAKE_BACK = "take_back"
    """Let the forum be as it was before the last of these."""
    NEW_VARIANT = "new_variant"
    """Let the forum have one more like it, for the category looked at."""
    OPEN_VARIANT = "open_variant"
    """Edit the one that stands in for it on badges of that category."""
