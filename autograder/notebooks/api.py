"""Checks exercises in a notebook: `check`, `grader`, and what Otter's test files call.

The names that a notebook holds are checked as they are; nothing is read from its file. Probes,
checks and words are the grader's: see `kernel_run` for how, `public_truth` for what is left out.
"""

from __future__ import annotations

import functools
import inspect
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import PACKAGE
from autograder.course import Course, no_such_exercise
from autograder.judging.exercise import Exercise, find_exercise
from autograder.judging.judge import judge
from autograder.judging.problem import Places
from autograder.judging.public_truth import public_images, public_truth
from autograder.notebooks.course_here import course_of, worded_for_students
from autograder.notebooks.hand_in import Packed, notebooks_here, pack
from autograder.notebooks.kernel_run import PlaceOf, Tell, observe
from autograder.records import CheckResult, ExerciseGrade, OnTrust, Verdict
from autograder.report.verdicts import explained, html, plain_text
from autograder.report.wording import capped, without_markup
from autograder.wire.dataset import Images
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
        return html(self.grades, *filter(None, [self.trouble]))


class Grader:
    """What the notebook's cells call; each method's name and arguments are `otter.Notebook`'s."""

    def check(self, slug: str = "") -> Report:
        """What passes of an exercise, and what is missing; of all exercises without a `slug`."""
        return _report([slug] if slug else [], _callers_names())

    def check_all(self) -> Report:
        """What passes of every exercise of the assignment, and what is missing."""
        return _report([], _callers_names())

    def export(self, notebook: str | None = None, **_otters: Any) -> Packed:
        """Packs the notebook into a zip to hand in, and says what is not written yet."""
        if COLAB in sys.modules:
            return Packed((DOWNLOAD,))
        found = [Path(notebook)] if notebook else notebooks_here(_callers_names())
        if len(found) != 1 or not found[0].is_file():
            return Packed((_which_notebook(found),))
        try:
            with worded_for_students():
                course = course_here()
                return pack(found[0], [_definition(slug)[0] for slug in slugs_here(course)])
        except UsageError as error:
            return Packed((str(error),))


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
    """What passes of an exercise of this notebook, and what is missing; of all without a `slug`."""
    return _report([slug] if slug else [], _callers_names() if names is None else names)


grader = Grader()


def _report(slugs: Sequence[str], names: dict[str, Any]) -> Report:
    try:
        with worded_for_students():
            wanted = slugs or slugs_here(course_here())
            return Report(tuple(_grade(slug, names) for slug in wanted))
    except UsageError as error:
        return Report(trouble=str(error))


def _grade(slug: str, names: dict[str, Any]) -> ExerciseGrade:
    exercise, images = _definition(slug)
    on_trust = course_here().table.training.on_trust
    return grade_names(exercise, images, names, _telling(slug), _place_of(names), on_trust=on_trust)


def grade_names(  # noqa: PLR0913 - all that decides a verdict
    exercise: Exercise,
    images: Images | None,
    names: dict[str, Any],
    tell: Tell,
    place_of: PlaceOf,
    *,
    on_trust: OnTrust,
    before: Sequence[dict[str, Any]] = (),
    places: Places | None = None,
) -> ExerciseGrade:
    """The public verdicts on the functions in `names`; `before` are problems on the way to them."""
    truth = public_truth(exercise, images)
    seen = observe(exercise, truth, names, tell, place_of, before)
    return judge(exercise, seen, truth, places=places, on_trust=on_trust)


def course_here() -> Course:
    """The course of the working folder, or else the one that this package lies in."""
    return course_of(Path.cwd(), PACKAGE)


def slugs_here(course: Course) -> tuple[str, ...]:
    """Those of the assignment whose folder this is; elsewhere those of the whole course."""
    for assignment, table in course.table.assignments.items():
        if course.notebook_path(assignment).parent == Path.cwd():
            return table.exercises
    return course.slugs


@functools.cache
def _definition(slug: str) -> tuple[Exercise, Images | None]:
    course = course_here()
    for assignment, table in course.table.assignments.items():
        if slug in table.exercises:
            return find_exercise(assignment, slug), public_images(course, assignment)
    raise no_such_exercise(slug, course.slugs)


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
    kinds = {Verdict.SKIPPED: Later, Verdict.ERROR: OurFault}
    kind = kinds.get(result.verdict, Expected)
    parts = dict(explained(result))
    if about := parts.pop("About", ""):
        parts["Expected"] = f"{about}: {parts['Expected']}"
    first, *rest = parts.items()
    return kind(_lines(first[1], *(f"{label}: {words}" for label, words in rest)))


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
        return "There is no notebook in this folder. Save yours here and run this cell again."
    if len(found) == 1:
        return f"There is no file {str(found[0])!r}; check its name."
    names, call = ", ".join(map(str, found)), f"grader.export({str(found[0])!r})"
    return f"There are several notebooks: {names}. Name yours, as in `{call}`."
