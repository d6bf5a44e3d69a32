"""Reads `course.toml` as a frozen `Course`; unknown keys are refused with their path.

The course root is the nearest folder upward from where a command is run that holds `course.toml`.
Every other path of a course is computed from it and the exercises' names, never configured.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from autograder.records import OnTrust
from autograder.wire.errors import CourseError, UsageError
from autograder.wire.protocol import Limits

FILE_NAME = "course.toml"

# More than any machine has, and still a number that the kernel and SQLite can hold.
MOST = 2**31 - 1
PositiveFloat = Annotated[float, msgspec.Meta(gt=0, le=MOST)]
PositiveInt = Annotated[int, msgspec.Meta(gt=0, le=MOST)]
Percent = Annotated[float, msgspec.Meta(ge=0, le=100)]
Slug = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9_]*\Z")]
Folder = Annotated[str, msgspec.Meta(pattern=r"\A[^\0]+\Z")]


class LimitTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[limits]`: what one exercise of one submission may use."""

    wall_seconds: PositiveFloat = 60.0
    cpu_seconds: PositiveInt = 40
    memory_mb: PositiveInt = 2500
    output_mb: PositiveFloat = 4.0
    evidence_mb: PositiveFloat = 32.0


class DataTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[data]`: where the images are that `load_data()` returns; see `dataset.images_at`."""

    images: Folder = "subset"


class TrainingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[training]`: who trains what student code asks for, and where that is remembered.

    by "trainer", a trusted process, every training is a fact; by "child", the process that runs
    student code, it is only a claim. `on_trust` says whether points count that rest on a training
    which the trainer cannot repeat. `store` is a folder, from the course's root, and may name
    variables of the environment, as in "$TMPDIR/trainings".
    """

    by: Literal["trainer", "child"] = "trainer"
    on_trust: OnTrust = "count"
    store: Folder = ".trainings"
    store_mb: PositiveInt = 2000


class LateTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[assignments.<name>.late]`: what each day begun after `due` costs, in percent."""

    percent_a_day: Percent = 0.0
    most_percent: Percent = 100.0
    grace_minutes: Annotated[float, msgspec.Meta(ge=0, le=MOST)] = 0.0


class Assignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[assignments.<name>]`: its title, its data set and the slugs of its exercises, in order.

    `data` names a folder of `autograder/data/`; an assignment without one has no images.
    `limits.<slug>` replaces single limits for one exercise. `due` is a time with an offset. The
    exercises with the smallest shares of their points, `drop_lowest` of them, do not count.
    """

    title: str
    exercises: Annotated[tuple[Slug, ...], msgspec.Meta(min_length=1)]
    data: Annotated[str, msgspec.Meta(pattern=r"\A([a-z][a-z0-9_]*)?\Z")] = ""
    limits: dict[Slug, dict[str, int | float]] = {}
    due: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    late: LateTable = LateTable()
    drop_lowest: Annotated[int, msgspec.Meta(ge=0, le=MOST)] = 0


class CourseTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `course.toml`."""

    title: str
    assignments: dict[Slug, Assignment] = {}
    seed: int = 0
    data: DataTable = DataTable()
    limits: LimitTable = LimitTable()
    training: TrainingTable = TrainingTable()


class NoCourse(CourseError):
    """A folder that lies in no course."""


class Course(msgspec.Struct, frozen=True):
    """A course on disk: its root folder and what `course.toml` says."""

    root: Path
    table: CourseTable

    def assignment(self, name: str | None, slugs: Sequence[str] = ()) -> tuple[str, Assignment]:
        """The assignment of that name; without a name, the one with these exercises, or the only
        one of the course.
        """
        names = ", ".join(sorted(self.table.assignments))
        if not names:
            raise UsageError(
                "This course has no assignment yet; `autograder new SLUG --assignment NAME` begins"
                " one."
            )
        owners = {self._owner(slug) for slug in slugs}
        if name is None and len(owners) == 1:
            (name,) = owners
        elif name is None and owners:
            raise UsageError(
                f"These exercises are of several assignments ({', '.join(sorted(owners))}); name"
                " those of one."
            )
        elif name is None:
            if len(self.table.assignments) > 1:
                raise UsageError(
                    f"This course has several assignments ({names}); add --assignment NAME."
                )
            name = next(iter(self.table.assignments))
        if name not in self.table.assignments:
            raise UsageError(f"There is no assignment named {name!r}; this course has: {names}.")
        return name, self.table.assignments[name]

    @property
    def slugs(self) -> tuple[str, ...]:
        """Those of all assignments."""
        return tuple(slug for table in self.table.assignments.values() for slug in table.exercises)

    def _owner(self, slug: str) -> str:
        for name, table in self.table.assignments.items():
            if slug in table.exercises:
                return name
        raise no_such_exercise(slug, self.slugs)

    def limits(self, assignment: str, slug: str) -> Limits:
        """The limits of one exercise, in seconds and megabytes."""
        shared = msgspec.to_builtins(self.table.limits)
        own = self.table.assignments[assignment].limits.get(slug, {})
        table = msgspec.convert(shared | own, LimitTable)
        return Limits(**msgspec.structs.asdict(table))

    def file_for(self, assignment: str) -> dict[str, Any]:
        """What `course.toml` says, of its assignments this one alone."""
        whole = tomllib.loads((self.root / FILE_NAME).read_text("utf-8"))
        return whole | {"assignments": {assignment: whole["assignments"][assignment]}}

    @property
    def store_path(self) -> Path:
        store = os.path.expandvars(self.table.training.store)
        if "$" in store:
            raise UsageError(
                f"The folder `store` in course.toml is {store!r}: nothing has set that variable."
            )
        return self.root / store

    def introduction_path(self, assignment: str) -> Path:
        return self.root / "assignments" / assignment / "introduction.py"

    def stub_path(self, assignment: str, slug: str) -> Path:
        return self.root / "assignments" / assignment / f"{slug}.py"

    def solution_path(self, assignment: str, slug: str) -> Path:
        return self.root / "solutions" / assignment / f"{slug}.py"

    def known_answers_path(self, assignment: str, slug: str) -> Path:
        """The file of slips; whole programs are in the folder of the same name without `.py`."""
        return self.root / "solutions" / assignment / "known" / f"{slug}.py"

    def notebook_path(self, assignment: str) -> Path:
        return self.root / "assignments" / assignment / f"{assignment}.ipynb"

    def tests_path(self, assignment: str) -> Path:
        return self.root / "assignments" / assignment / "tests"


def find_course(start: Path) -> Course:
    """The course that `start` lies in; raises `NoCourse` where there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / FILE_NAME).is_file():
            return read_course(folder)
    raise NoCourse(
        f"No {FILE_NAME} in {start} or any folder above it; run the command inside a course."
    )


def taking(course: Course, on_trust: OnTrust | None) -> Course:
    """The same course, with another rule for trainings on trust if one is given."""
    if on_trust is None:
        return course
    training = msgspec.structs.replace(course.table.training, on_trust=on_trust)
    table = msgspec.structs.replace(course.table, training=training)
    return msgspec.structs.replace(course, table=table)


def chosen(slugs: Sequence[str], only: Sequence[str]) -> tuple[str, ...]:
    """The slugs asked for, in the course's order; all of them when none is."""
    unknown = [slug for slug in only if slug not in slugs]
    if unknown:
        raise no_such_exercise(unknown[0], slugs)
    return tuple(slug for slug in slugs if slug in only or not only)


def no_such_exercise(slug: str, slugs: Sequence[str]) -> UsageError:
    """What to say to a slug that does not exist: the ones that do, and the nearest of them."""
    nearest = difflib.get_close_matches(slug, slugs, n=1)
    guess = f" Did you mean {nearest[0]!r}?" if nearest else ""
    return UsageError(f"There is no exercise {slug!r}; there are: {', '.join(slugs)}.{guess}")


def read_course(root: Path) -> Course:
    """The course in the folder `root`; raises `CourseError` with the key that is wrong."""
    path = root / FILE_NAME
    try:
        table = msgspec.toml.decode(path.read_bytes(), type=CourseTable)
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from error
    except RecursionError as error:
        raise CourseError(f"{path}: it is nested too deeply.") from error
    # Not every error is one of msgspec's: a number of 5,000 digits.
    except (msgspec.MsgspecError, ValueError) as error:
        raise CourseError(f"{path}: {error}.") from error
    for name, assignment in table.assignments.items():
        _refuse_wrong_slugs(path, name, assignment)
    _refuse_shared_slugs(path, table)
    return Course(root=root, table=table)


def _refuse_shared_slugs(path: Path, table: CourseTable) -> None:
    # What an exercise says is found by its slug alone, in whichever assignment it is.
    owners: dict[str, str] = {}
    for name, assignment in table.assignments.items():
        for slug in assignment.exercises:
            owner = owners.setdefault(slug, name)
            if owner != name:
                raise CourseError(
                    f"{path}: assignments.{name}.exercises lists {slug}, and so does"
                    f" assignments.{owner}. Give one of the two another name."
                )


def _refuse_wrong_slugs(path: Path, name: str, assignment: Assignment) -> None:
    place = f"{path}: assignments.{name}"
    slugs = assignment.exercises
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise CourseError(f"{place}.exercises lists {', '.join(twice)} twice.")
    for slug, own in assignment.limits.items():
        if slug not in slugs:
            raise CourseError(f"{place}.limits.{slug} names no exercise of this assignment.")
        try:
            msgspec.convert(own, LimitTable)
        except msgspec.ValidationError as error:
            raise CourseError(f"{place}.limits.{slug}: {error}.") from error
