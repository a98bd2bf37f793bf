"""What the first run may ask of the application: there is no station yet, so there are few things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checkin_app.domain.forum import Forum
from checkin_app.domain.sync.coming import ToldComing
from checkin_app.domain.sync.status import ClockOffset
from checkin_app.runtime.settings import Settings
from checkin_app.ui.first_run.joining.state import Agreeing, Asked
from checkin_app.ui.first_run.state import Entered
from checkin_app.ui.shell.answering import Reply


@dataclass(frozen=True, slots=True)
class JoinWanted:
    """How a laptop is to join; without a code, it goes on where it was."""

    code: str = ""
    hub: str = ""
    """An address that was typed."""
    name: str = ""
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class JoinActions:
    """What a laptop may ask on its way to the others."""

    pair: Callable[[str, str, Reply[Agreeing]], None]
    """Arguments: a short code, an address that was typed or empty."""
    join: Callable[[JoinWanted, Reply[Asked]], None]
    """Makes the station where there is none, and asks to be let in, or how that stands."""
    receive: Callable[[ToldComing, Reply[ClockOffset | None]], Callable[[], None]]
    """Takes over what the others know, tells how far it is, and returns what stops it."""


@dataclass(frozen=True, slots=True)
class FirstRunActions:
    """Callables that bootstrap fills; each reply comes on the GUI thread."""

    forums: tuple[str, ...]
    """The names of the forums that come with the application."""
    read_forum: Callable[[str, Reply[Forum]], None]
    """Argument: the path of a forum file, or a name of `forums`."""
    start: Callable[[str, str, str, Reply[None]], None]
    """Arguments: the forum's path or name, the laptop's name, a passphrase or empty."""
    joining: JoinActions
    queues: Callable[[Reply[Sequence[str]]], None]
    """The printers that the operating system knows."""
    check_printer: Callable[[Settings, Reply[None]], None]
    """Refuses a printer that cannot be one, such as a folder that cannot be written to."""
    keep: Callable[[Settings, Reply[None]], None]
    """Writes the settings of the new station."""
    keep_entered: Callable[[Entered, Reply[None]], None]
    """Keeps what was entered, in case that the first run is closed half way."""
    entered: Callable[[Reply[Entered | None]], None]
    """What was kept of one that was; None where there is nothing of use."""
