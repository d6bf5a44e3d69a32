"""Reads a course's list of people, and says who is who, who is missing and who is not in it.

It is kept as it is beside the gradebook, and read whenever reports are written. Grades stay under
the names that the platform gave, which its gradebook takes back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.export.sheet import Sheet, as_bytes, read_sheet
from autograder.grading.terms import applied
from autograder.records import Adjustment, Status, SubmissionGrade
from autograder.report.files import write_whole
from autograder.report.wording import counted, harmless
from autograder.wire.errors import UsageError
from autograder.wire.messages import message

FILE = "roster.csv"
# What platforms call these columns, without spaces and signs, in English and German.
IDS = (
    "id", "studentid", "sid", "userid", "sisuserid", "sisloginid", "integrationid", "login",
    "loginid", "username", "user", "githubusername", "rosteridentifier", "identifier", "email",
    "emailaddress", "idnumber", "number", "orgdefinedid", "matrikelnummer", "benutzername",
    "anmeldename", "emailadresse", "kennung",
)  # fmt: skip
NAMES = ("name", "fullname", "student", "studentname", "displayname", "vollständigername")
FIRST_NAMES = ("firstname", "first", "givenname", "forename", "vorname")
LAST_NAMES = ("lastname", "last", "surname", "familyname", "nachname")
# A line of a platform's gradebook that is no person.
NO_PERSON = "pointspossible"
MOST_NAMED = 20
NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list; `ids` are all that it has, the first is what a page is called by."""

    name: str
    ids: tuple[str, ...]
    row: int

    @property
    def key(self) -> str:
        return self.ids[0] if self.ids else self.name


@dataclass(slots=True)
class Roster:
    """The people of a course, and the ways to name each of them."""

    sheet: Sheet
    people: tuple[Person, ...]
    # By strength: an id, a name. A way that leads to several people leads to nobody.
    ways: tuple[dict[str, Person | None], ...] = field(default=())

    def find(self, student: str) -> Person | None:
        """Who a student is, by what a platform or a file calls them."""
        head, _, tail = student.rpartition("_")
        numbered = bool(head) and tail.isdigit()
        for ways, words in zip(
            self.ways,
            ([tail, student] if numbered else [student], [head] if numbered else [student]),
            strict=True,
        ):
            for word in words:
                if person := ways.get(folded(word)):
                    return person
        return None

    def members(self, student: str) -> list[Person]:
        """Who handed in together under one name; one person, or nobody, as a rule."""
        whole = self.find(student)
        if whole is not None:
            return [whole]
        found = [self.find(part) for part in re.split(r", |_ ", student)]
        return [one for one in found if one is not None] if None not in found else []

    def without(self, person: Person) -> Sheet:
        rows = [row for place, row in enumerate(self.sheet.rows) if place != person.row]
        return replace(self.sheet, rows=tuple(rows))


def read_roster(path: Path) -> Roster:
    """The list in a CSV file; raises `UsageError` where no column says who somebody is."""
    sheet = read_sheet(path)
    heads = [folded(cell) for cell in sheet.rows[0]]

    def places(names: Collection[str]) -> list[int]:
        return [place for place, head in enumerate(heads) if head in names]

    ids, names = places(IDS), places(NAMES)
    first, last = places(FIRST_NAMES), places(LAST_NAMES)
    if not (ids or names or (first and last)):
        said = ", ".join(map(repr, sheet.rows[0]))
        raise UsageError(
            f"{path} has no column that says who somebody is, such as ID, Email or Name; its first"
            f" line has: {said}."
        )
    people = []
    for row, cells in enumerate(sheet.rows[1:], 1):

        def texts(columns: Sequence[int], cells: Sequence[str] = cells) -> list[str]:
            return [text for at in columns if at < len(cells) and (text := cells[at].strip())]

        whole = (texts(names) or [" ".join(texts(first[:1]) + texts(last[:1]))])[0]
        person = Person(whole or (texts(ids) or [""])[0], tuple(texts(ids)), row)
        if person.name and folded(person.name) != NO_PERSON:
            people.append(person)
    return Roster(sheet, tuple(people), (_ways(people, _ids), _ways(people, _names)))


def roster_of(out: Path) -> Roster | None:
    """The list that a class was graded with."""
    path = out / FILE
    return read_roster(path) if path.is_file() else None


def keep_roster(roster: Roster, out: Path) -> None:
    write_whole(out / FILE, as_bytes(roster.sheet))


def forget_person(out: Path, student: str) -> Person | None:
    """Takes a student's line out of the list that was kept; gives who that was."""
    roster = roster_of(out)
    person = None if roster is None else roster.find(student)
    if roster is not None and person is not None:
        write_whole(out / FILE, as_bytes(roster.without(person)))
    return person


def with_name(grade: SubmissionGrade, roster: Roster | None) -> SubmissionGrade:
    """The grade with the name that the list has, or the mark of a stranger."""
    if roster is None:
        return grade
    members = roster.members(grade.student)
    name = ", ".join(one.name for one in members)
    return replace(grade, name=name, is_stranger=not members)


def named(
    grades: Iterable[SubmissionGrade],
    roster: Roster | None,
    *,
    elsewhere: Collection[str] = (),
    by_hand: Mapping[str, Sequence[Adjustment]] | None = None,
) -> Iterator[SubmissionGrade]:
    """The grades with the names of the list, and one of each person who handed in nothing.

    Such a person is called as `elsewhere` in the course, and has what was given `by_hand`.
    """
    students, most = list[str](), 0.0
    for grade in grades:
        students.append(grade.student)
        most = max(most, grade.max_score)
        yield with_name(grade, roster)
    for student, person in missing(roster, students, elsewhere).items():
        nothing = SubmissionGrade(
            student=student,
            path="",
            digest="",
            status=Status.MISSING,
            sandbox="full",
            max_score=most,
            reason=message("file.nothing"),
            name=person.name,
        )
        yield applied(nothing, (by_hand or {}).get(student, ()))


def missing(
    roster: Roster | None, students: Collection[str], elsewhere: Collection[str] = ()
) -> dict[str, Person]:
    """Who handed in nothing, by the name that they have `elsewhere`, or one that nobody has."""
    if roster is None:
        return {}
    seen = {person.row for student in students for person in roster.members(student)}
    others = _alone(roster, set(elsewhere) - set(students))
    taken, found = set(students), dict[str, Person]()
    for person in roster.people:
        if person.row not in seen:
            key = others.get(person.row) or person.key
            key = key if key not in taken else f"{key} {person.row}"
            taken.add(key)
            found[key] = person
    return found


def _alone(roster: Roster, students: Iterable[str]) -> dict[int, str]:
    """The student who a person of the list is, by the person's line; of several the first."""
    found: dict[int, str] = {}
    for student in sorted(students):
        members = roster.members(student)
        if len(members) == 1:
            found.setdefault(members[0].row, student)
    return found


def name_of(
    roster: Roster, person: Person, students: Collection[str], elsewhere: Collection[str]
) -> str:
    """The name under which a person has a grade, or would have one."""
    own = [one for one in sorted(students) if roster.members(one) == [person]]
    if len(own) > 1:
        raise UsageError(f"{person.name} handed in as {_some(own)}; name one of them.")
    absent = missing(roster, students, elsewhere)
    return own[0] if own else next(key for key, one in absent.items() if one is person)


def told_by(roster: Roster, students: Sequence[str]) -> Iterator[str]:
    """Who is missing of the list, who is not in it, and who handed in under two names."""
    names = [one.name for one in missing(roster, students).values()]
    listed = counted(len(roster.people), "person", "people")
    yield f"Of {listed} listed, {len(names)} handed in nothing."
    if names:
        yield f"nothing handed in: {_some(names)}"
    if strange := [one for one in students if not roster.members(one)]:
        yield f"not in the list: {_some(strange)}"
    whose: dict[int, list[str]] = {}
    for student in students:
        for person in roster.members(student):
            whose.setdefault(person.row, []).append(student)
    for own in whose.values():
        if len(own) > 1:
            yield f"one person, by the list: {_some(own)}"


def _some(names: Sequence[str]) -> str:
    more = f", and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"{'; '.join(map(harmless, names[:MOST_NAMED]))}{more}"


def folded(text: str) -> str:
    """A text by its letters and digits, which platforms and file systems leave as they are."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _ways(
    people: Iterable[Person], ways_of: Callable[[Person], Iterable[str]]
) -> dict[str, Person | None]:
    found: dict[str, Person | None] = {}
    for person in people:
        for way in {folded(text) for text in ways_of(person)} - {""}:
            found[way] = None if way in found else person
    return found


def _ids(person: Person) -> Iterator[str]:
    """An id, its number ("Participant 71"), and what is before the @ of an address."""
    for text in person.ids:
        yield text
        yield text.partition("@")[0]
        if match := NUMBER.search(text):
            yield match.group()


def words_of(person: Person) -> list[str]:
    """What another file of the same people may call one; numbers may be another's there."""
    return [word for word in (*_ids(person), *_names(person)) if word and not word.isdigit()]


def _names(person: Person) -> Iterator[str]:
    """A name in either order, with commas or without: "Lee, Jr., Ada" is "Ada Lee, Jr."."""
    yield person.name
    parts = person.name.split(",")
    for place in range(1, len(parts)):
        yield f"{','.join(parts[place:])} {','.join(parts[:place])}"
    if len(parts) == 1:
        first, _, last = person.name.rpartition(" ")
        yield f"{last} {first}"
