"""Slugs into public verdicts, in a notebook: `check`, `grader`, and what Otter's test files call.

The names that a notebook holds are looked at as they are; nothing is read from its file. The same
probes, checks and words as the grader's; see `live` for how, and `public` for what is left out.
"""

from __future__ import annotations

import functools
import inspect
import sys
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.course import Course, find_course
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.judge import judge
from autograder.judging.problem import Places
from autograder.judging.public_truth import public_truth
from autograder.notebooks.kernel_run import PlaceOf, Tell, observe
from autograder.records import CheckResult, ExerciseGrade, Verdict
from autograder.report.verdicts import html, plain_text
from autograder.report.wording import capped, why, without_markup
from autograder.wire.dataset import Images, keras_home, load
from autograder.wire.errors import UsageError

LONGEST_LINE = 72

# Colab keeps the notebook somewhere else; one that lies beside the kernel is not what was written.
COLAB = "google.colab"
DOWNLOAD = "On Colab, choose File > Download > Download .ipynb, and hand in that file."


@dataclass(frozen=True, slots=True)
class Report:
    """Public verdicts as a notebook shows them; `trouble` says why there are none."""

    grades: tuple[ExerciseGrade, ...] = ()
    trouble: str = ""

    def __repr__(self) -> str:
        return self.trouble or plain_text(self.grades)

    def _repr_html_(self) -> str:
        return html(self.grades, self.trouble)


class Grader:
    """The methods of `otter.Notebook` that students call, where Otter or its files are missing."""

    def check(self, slug: str) -> Report:
        """What stands of one exercise, and what is missing."""
        return _report([slug], _callers_names())

    def check_all(self) -> Report:
        """The same, of every exercise of the assignment."""
        return _report([], _callers_names())

    def export(self, notebook: str | None = None, **_otters: Any) -> Path | None:
        """Packs the notebook, as it was last saved, into a zip to hand in."""
        if COLAB in sys.modules:
            print(DOWNLOAD)  # noqa: T201 - this is how a notebook answers
            return None
        found = [Path(notebook)] if notebook else sorted(Path().glob("*.ipynb"))
        if len(found) != 1 or not found[0].is_file():
            print(_which_notebook(found))  # noqa: T201 - as above
            return None
        (path,) = found
        zipped = path.with_name(f"{path.stem}_{datetime.now():%Y_%m_%dT%H_%M_%S}.zip")
        with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
        print(f"Written: {zipped}, with {path} as it was last saved. Hand in this file.")  # noqa: T201 - as above
        return zipped


class Checked:
    """One exercise as one of Otter's test files asks about it, a check at a time."""

    def __init__(self, slug: str) -> None:
        self._slug = slug
        self._grade: ExerciseGrade | None = None
        self._asked: set[str] = set()

    def demand(self, name: str, names: dict[str, Any]) -> None:
        """Raises, with the words for the student, unless the check `name` passes.

        The exercise is looked at once for all its checks, and anew when they are asked for again.
        """
        if self._grade is None or name in self._asked:
            self._grade, self._asked = _grade(self._slug, names), set()
        self._asked.add(name)
        (result,) = [check for check in self._grade.checks if check.name == name]
        if result.verdict is not Verdict.PASSED:
            raise _spoken(result)


# Otter shows the name of the class before the words.
class Expected(Exception):
    """A check that is not met: what was expected, seen, and what to try."""


class Later(Exception):
    """A check that was skipped."""


class OurFault(Exception):
    """A check that failed itself."""


def check(slug: str = "", names: dict[str, Any] | None = None) -> Report:
    """What stands of an exercise of this notebook, and what is missing; of all without a `slug`."""
    return _report([slug] if slug else [], _callers_names() if names is None else names)


grader = Grader()


def _report(slugs: Sequence[str], names: dict[str, Any]) -> Report:
    try:
        wanted = slugs or _slugs(course_here())
        return Report(tuple(_grade(slug, names) for slug in wanted))
    except UsageError as error:
        return Report(trouble=str(error))


def _grade(slug: str, names: dict[str, Any]) -> ExerciseGrade:
    exercise, images = _definition(slug)
    return grade_names(exercise, images, names, _telling(slug), _place_of(names))


def grade_names(
    exercise: Exercise,
    images: Images,
    names: dict[str, Any],
    tell: Tell,
    place_of: PlaceOf,
    *,
    before: Sequence[dict[str, Any]] = (),
    places: Places | None = None,
) -> ExerciseGrade:
    """The public verdicts on the functions in `names`; `before` are problems on the way to them."""
    truth = public_truth(exercise, images)
    seen = observe(exercise, truth, names, tell, place_of, before)
    return judge(exercise, seen, truth, places=places)


def course_here() -> Course:
    """The course of the working folder, or else the one that this package lies in."""
    try:
        return find_course(Path.cwd())
    except UsageError:
        return find_course(Path(__file__).parent)


def _slugs(course: Course) -> list[str]:
    return [slug for table in course.table.assignments.values() for slug in table.exercises]


@functools.cache
def _definition(slug: str) -> tuple[Exercise, Images]:
    course = course_here()
    for assignment, table in course.table.assignments.items():
        if slug in table.exercises:
            images = load(keras_home(course.table.data.images))
            return find_exercise(assignment, slug), images
    raise UsageError(f"There is no exercise {slug!r}; there are: {', '.join(_slugs(course))}.")


def _telling(slug: str) -> Tell:
    # What is printed during a check is caught; this still reaches the notebook.
    return functools.partial(_say, sys.stdout, slug)


def _say(out: Any, slug: str, words: str) -> None:
    print(f"{slug}: {words}", file=out, flush=True)


def _place_of(names: dict[str, Any]) -> Callable[[str], str]:
    """Names the cells that ran in this kernel by the numbers beside them, and the file itself."""
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    cells = getattr(getattr(shell, "compile", None), "_filename_map", {})

    def place_of(filename: str) -> str:
        if filename in cells:
            return f"cell [{cells[filename]}]"
        return Path(filename).name if filename == names.get("__file__") else ""

    return place_of


def _callers_names() -> dict[str, Any]:
    """The global names of whoever called the function that asks."""
    frame = inspect.currentframe()
    for _step in range(2):
        frame = frame.f_back if frame is not None else None
    return frame.f_globals if frame is not None else {}


def _spoken(result: CheckResult) -> Exception:
    """A verdict other than passed as Otter shows it: the words behind the name of the class."""
    reason = why(result)
    if result.verdict is Verdict.SKIPPED:
        return Later(_lines(reason.hint))
    if result.verdict is Verdict.ERROR:
        return OurFault(_lines(reason.seen))
    about = f"{reason.about}: " if reason.about else ""
    step = f"Try: {reason.hint}" if reason.hint else ""
    parts = [f"{about}{reason.expected}", f"Seen: {reason.seen}", step]
    return Expected(_lines(*filter(None, parts)))


def _lines(*parts: str) -> str:
    """Lines of a length that Otter does not break within words, and no HTML, which it does not
    escape.
    """
    lines = [
        line
        for part in parts
        for whole in without_markup(capped(part)).split("\n")
        for line in textwrap.wrap(whole, LONGEST_LINE, subsequent_indent="    ")
    ]
    # It also takes away quotes at both ends; behind a word joiner, which has no width, they stay.
    return "\u2060" + "\n".join(lines) + "\u2060"


def _which_notebook(found: Sequence[Path]) -> str:
    if not found:
        return "There is no notebook here; save it, then call export with its name."
    names = ", ".join(map(str, found))
    call = f"export({str(found[0])!r})"
    return f"There are several notebooks: {names}. Call export with the name of one, as in {call}."
