"""Trouble with printers and templates that is known before anything is sent; ``problems`` draws the tree of all."""

from checkin_app.domain.problems import BadgeProblem, NotAllowed, PrintProblem, Problem, UnknownThing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class PrinterNotReady(PrintProblem):
    key = "printer_not_ready"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} is not ready: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Put that right: the badge waits, and is printed then.")


class PrinterMisfit(PrintProblem):
    key = "printer_misfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The printer {printer} cannot be set up like that: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Say otherwise what it is; until then badges wait for it.")


class QueueDeleted(PrintProblem):
    key = "queue_deleted"
    sentence = QT_TRANSLATE_NOOP("Problem", "The queue {queue} of {printer} is not on this computer any more.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Add it again in the computer’s own printer settings, or choose another printer. The badge waits."
    )


class SpoolerAway(PrintProblem):
    key = "spooler_away"
    sentence = QT_TRANSLATE_NOOP("Problem", "The print service of this computer does not answer.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "Start it or the computer again, or choose another printer. The badge waits."
    )


class BackNotPrinted(PrintProblem):
    key = "back_not_printed"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge’s back is a page of its own, and {printer} prints fronts only.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose another printer, or a template whose back is folded.")


class PictureUnusable(BadgeProblem):
    key = "picture_unusable"
    sentence = QT_TRANSLATE_NOOP("Problem", "The picture cannot be used: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Save it smaller, as PNG or JPEG, and give it again.")


class PrinterUnknown(UnknownThing):
    key = "printer_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No printer of this laptop is called {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Add it in the settings, or choose one of those that are there.")
    command_step = "The command printers list names them, printers add adds one."


class NoPrinterYet(UnknownThing):
    key = "no_printer_yet"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop has no printer yet.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Add one in the settings; the badge waits.")
    command_step = "The command printers add adds one."


class PrinterNameTaken(NotAllowed):
    key = "printer_name_taken"
    sentence = QT_TRANSLATE_NOOP("Problem", "This laptop has a printer called {name} already.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give the new one another name.")


class PrinterInUse(NotAllowed):
    key = "printer_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "Badges wait for {name}: {count}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Send them to another printer or cancel them, then take it away.")


class BadgesNotPrinted(Problem):
    """Of several badges that were to be printed; each is said by itself."""

    key = "badges_not_printed"
    sentence = QT_TRANSLATE_NOOP("Problem", "Badges that are not known to be printed: {count}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Put right what is said of each; then they can be printed again.")


class FontFlaw(Worded):
    """Why a font that somebody brings is not used."""

    NO_TRUETYPE = QT_TRANSLATE_NOOP("Detail", "it holds no TrueType outlines")
    NO_EMBEDDING = QT_TRANSLATE_NOOP("Detail", "its maker does not allow a part of it in documents")
    NO_LETTERS = QT_TRANSLATE_NOOP("Detail", "it draws no letter")
    BROKEN = QT_TRANSLATE_NOOP("Detail", "it is broken")
    TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "it is larger than any font")
    UNREAD = QT_TRANSLATE_NOOP("Detail", "there is no such file, or it cannot be read")


class FontUnfit(NotAllowed):
    key = "font_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The font {file} cannot be used: {detail}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose a TrueType font (.ttf) whose licence allows it in documents.")


class FontUnknown(UnknownThing):
    key = "font_unknown"
    sentence = QT_TRANSLATE_NOOP("Problem", "No font of the name {name} was added here.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Choose one of those that were added.")
    command_step = "The command fonts list names them."


class NamesUnprintable(Problem):
    """Of everybody in the list; each is said by itself."""

    key = "names_unprintable"
    sentence = QT_TRANSLATE_NOOP("Problem", "Badges with letters that no badge font has: {count}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Correct the letters, or let those badges bear the Latin name.")
    command_step = (
        "Correct the letters, say person set DELEGATE prints_latin=yes, or add a font that has them by fonts add."
    )


class TemplateMissing(BadgeProblem):
    key = "template_missing"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge template {name} is not here, or has not come here yet.")
    next_step = QT_TRANSLATE_NOOP(
        "Problem", "It comes with the news of the laptop on which it was added. There are: {known}."
    )


class VariantMisfit(BadgeProblem):
    key = "variant_misfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge template {variant} needs another paper than {template}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Give both the same page, fold and sheet.")


class TemplateInUse(NotAllowed):
    key = "template_in_use"
    sentence = QT_TRANSLATE_NOOP("Problem", "The forum’s badges are drawn by the template {name}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let them be drawn by another one first. Nothing was changed.")


class TemplateTooLong(NotAllowed):
    key = "template_too_long"
    sentence = QT_TRANSLATE_NOOP("Problem", "The badge template {name} is larger than a forum can carry.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Let its pictures be smaller files. Nothing was kept.")


class TemplateUnfit(Problem):
    """A template that reads well, and of which badges could not be printed; each flaw is said by itself."""

    key = "template_unfit"
    sentence = QT_TRANSLATE_NOOP("Problem", "What is wrong with the template {file}: {count}.")
    next_step = QT_TRANSLATE_NOOP("Problem", "Put right what is said of each, then check it again.")
