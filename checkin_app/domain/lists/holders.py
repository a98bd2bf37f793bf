"""Numbers, codes and names that people hold whom a list does not give them to, or does not name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.ids import DelegateId
from checkin_app.domain.lists.answers import Answers, Question, Way
from checkin_app.domain.lists.notes import Note, Remark
from checkin_app.domain.lists.row import Taken
from checkin_app.domain.lists.scripts import is_latin
from checkin_app.domain.lists.values import Value
from checkin_app.domain.lists.wholes import is_somebody_else
from checkin_app.domain.names.folding import fold


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers and codes of people whom this list does not give others."""

    badges: Mapping[str, Delegate]
    codes: Mapping[str, Delegate]

    @classmethod
    def of(cls, existing: Mapping[DelegateId, Delegate], owned: Mapping[DelegateId, Taken]) -> "Kept":
        def keeps(each: Delegate, name: str) -> bool:
            return each.id not in owned or name not in owned[each.id].values

        return cls(
            {each.badge_no: each for each in existing.values() if each.badge_no and keeps(each, "badge_no")},
            {code: each for each in existing.values() if keeps(each, "aliases") for code in each.aliases},
        )

    def free(self, row: Taken) -> tuple[Mapping[str, Value], tuple[Note, ...]]:
        """Return the row's values without what is somebody else's, and what to say of it."""
        values, notes = dict(row.values), []
        holder = self.badges.get(str(values.get("badge_no", "")))
        if holder:
            notes.append(Note(Remark.BADGE_NO_TAKEN, {"value": holder.badge_no, "holder": called(holder)}))
            del values["badge_no"]
        if isinstance(codes := values.get("aliases"), tuple):
            taken = {code: self.codes[code] for code in codes if code in self.codes}
            values["aliases"] = tuple(code for code in codes if code not in taken)
            notes += [Note(Remark.ALIAS_TAKEN, {"value": code, "holder": called(each)}) for code, each in taken.items()]
        return values, tuple(notes)


@dataclass(frozen=True, slots=True)
class Missing:
    """The people known here and not on this list, by what could show that they are."""

    names: Mapping[str, Delegate]
    emails: Mapping[str, Delegate] = field(default_factory=dict)

    @classmethod
    def of(cls, missing: Iterable[Delegate]) -> "Missing":
        everyone = tuple(missing)
        names = {fold(name): each for each in everyone for name in (each.name, each.latin_name) if name}
        return cls(names, {each.email.casefold(): each for each in everyone if each.email})

    def perhaps(self, row: Taken, answers: Answers) -> tuple[Note, ...]:
        found = self.found(row)
        return (about_known(found, answers),) if found else ()

    def found(self, row: Taken) -> Delegate | None:
        """Return who a row may be, by a name or a mail address."""
        if not self.names:
            return None
        spellings = [fold(str(row.values.get(name, ""))) for name in ("name", "latin_name")]
        found = next((self.names[each] for each in spellings if each in self.names), None)
        return found or self.emails.get(str(row.values.get("email", "")).casefold())


def about_known(holder: Delegate, answers: Answers) -> Note:
    return answers.note_of_one(Remark.MAYBE_KNOWN, called(holder), {"holder": called(holder)})


def who_is_another(former: Delegate, row: Taken) -> tuple[Note, ...]:
    """Ask about a row whose number somebody has here who is called otherwise: lists of others number anew from 1."""
    if row.record or row.name in {former.name, former.latin_name}:
        return ()
    said = [text for field in ("name", "latin_name") if (text := str(row.values.get(field, "")))]
    pairs = [(known, text) for known in (former.name, former.latin_name) if known for text in said]
    if not all(is_somebody_else(known, text) for known, text in pairs if is_latin(known) == is_latin(text)):
        return ()
    if not any(is_somebody_else(known, text) for known, text in pairs):
        return ()
    return (Note(Remark.NUMBER_OF_ANOTHER, {"number": row.registration, "holder": called(former)}),)


def recognised(
    owned: dict[DelegateId, Taken],
    everybody: Mapping[DelegateId, Delegate],
    existing: Mapping[DelegateId, Delegate],
    answers: Answers,
) -> tuple[dict[DelegateId, Taken], Mapping[DelegateId, tuple[Note, ...]]]:
    """Return whose each row is once a person said of some that they are known already, and what was said of those."""
    if not answers.ever_say(Question.KNOWN, Way.SAME):
        return owned, {}
    known = Missing.of(each for each in existing.values() if each.id not in owned)
    told, rows = dict[DelegateId, tuple[Note, ...]](), dict[DelegateId, Taken]()
    for who, row in owned.items():
        found = None if who in everybody else known.found(row)
        note = about_known(found, answers) if found and found.id not in told and not row.record else None
        if found and note and note.answer == Way.SAME:
            told[found.id] = (note,)
            rows[found.id] = row
        else:
            rows[who] = row
    return rows, told


def called(delegate: Delegate) -> str:
    """Return by what a person is told from others in a remark."""
    return f"{delegate.name} ({delegate.badge_no or delegate.id})"
