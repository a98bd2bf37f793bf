"""Trouble with a hub, and with those who join: nothing that was recorded here is touched by it."""

from checkin_app.domain.problems_sync import SyncProblem
from checkin_app.domain.texts import QT_TRANSLATE_NOOP


class HubNotReached(SyncProblem):
    key = "hub_not_reached"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub does not answer at {addresses}.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Work on: everything is recorded here. Look whether the hub is on, in the same network, and let through its "
        "firewall.",
    )


class KeptApart(HubNotReached):
    """An address in this laptop's own network at which not even a network card answers: off, or client isolation."""

    key = "kept_apart"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing answers at {addresses}, in this laptop’s own network: the hub is off, or the network keeps laptops "
        "apart.",
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Work on: everything is recorded here. If the hub is on, join the laptops by cable, by a router of your own or "
        "by a hotspot, or carry a USB stick.",
    )


class OnlyHeardOf(KeptApart):
    """The network tells of the hub, so it is on and near; yet nothing that is sent to it gets through."""

    key = "only_heard_of"
    sentence = QT_TRANSLATE_NOOP(
        "Problem",
        "The hub is heard of in this network, but nothing gets through to {addresses}: its firewall holds it back, or the "
        "network keeps laptops apart.",
    )
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Work on: everything is recorded here. Let the application through the hub’s firewall; else join the laptops by "
        "cable, by a router of your own or by a hotspot, or carry a USB stick.",
    )


class NobodyListens(HubNotReached):
    """A laptop answers there, and says that no program of it listens."""

    key = "nobody_listens"
    sentence = QT_TRANSLATE_NOOP("Problem", "A laptop answers at {addresses}, but no hub runs on it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Work on: everything is recorded here. Start the hub there again.")


class HubForeign(SyncProblem):
    key = "hub_foreign"
    sentence = QT_TRANSLATE_NOOP("Problem", "What answers at {address} is not the hub that this laptop was shown.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing was sent. Where the hub was made anew, scan its new invitation; otherwise tell the event lead.",
    )


class HubRefused(SyncProblem):
    """The hub has answered that it will not."""

    key = "hub_refused"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub refused: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Work on: everything is recorded here, and goes to the hub later.")


class NotJoined(SyncProblem):
    key = "not_joined"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop has joined no hub.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Scan the invitation that the hub shows.")
    command_step = "Show an invitation with hub --invite there, and use the command join here."


class NotAdmitted(SyncProblem):
    key = "not_admitted"
    sentence = QT_TRANSLATE_NOOP("Problem", "No coordinator has let this laptop in yet.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Ask for it; this laptop goes on by itself once it is done.")
    command_step = "Let it in with stations admit on a coordinator's laptop, then run the same command again."


class ShutOut(SyncProblem):
    key = "shut_out"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop was shut out by a coordinator.")
    next_step = QT_TRANSLATE_NOOP("Problem", "What it recorded is kept. Give it to the event lead.")


class InvitationInvalid(SyncProblem):
    key = "invitation_invalid"
    sentence = QT_TRANSLATE_NOOP("Problem", "That is no invitation of a hub, or not all of it.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Scan it again, or type the short code below it.")


class InvitationSpent(SyncProblem):
    key = "invitation_spent"
    sentence = QT_TRANSLATE_NOOP(
        "Problem", "The hub knows no such invitation: it was mistyped or used already, or its ten minutes are over."
    )
    next_step = QT_TRANSLATE_NOOP("Problem", "Let the hub show a new one.")


class WordsDiffer(SyncProblem):
    key = "words_differ"
    sentence = QT_TRANSLATE_NOOP("Problem", "The words are not those that the hub shows.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was sent. Somebody may stand between the laptops: scan the hub’s code instead."
    )


class ForumDiffers(SyncProblem):
    key = "forum_differs"
    sentence = QT_TRANSLATE_NOOP("Problem", "The hub is of another forum: {forum}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was sent. Use a folder of its own for that forum.")


class PortTaken(SyncProblem):
    key = "port_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop cannot be a hub at {address}: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "End the other program there, or choose another port.")


class UnknownStation(SyncProblem):
    key = "unknown_station"
    sentence = QT_TRANSLATE_NOOP("Problem", "No laptop is known here as {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Check the spelling.")
    command_step = "The command stations lists them."


class NotACoordinator(SyncProblem):
    key = "not_a_coordinator"
    sentence = QT_TRANSLATE_NOOP("Problem", "Only a coordinator’s laptop lets others in or shuts them out.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Nothing was changed. Do it at the hub, or at another coordinator’s laptop."
    )


class StandsSoAlready(SyncProblem):
    key = "stands_so_already"
    sentence = QT_TRANSLATE_NOOP("Problem", "{name} stands so already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Nothing was changed.")


class UnknownPhone(SyncProblem):
    key = "unknown_phone"
    sentence = QT_TRANSLATE_NOOP("Problem", "No phone with the number {number} is signed in.")
    next_step = QT_TRANSLATE_NOOP("Problem", "The number stands at the foot of its page.")
    command_step = "The command phones lists them."
