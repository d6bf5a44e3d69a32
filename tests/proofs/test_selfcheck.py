"""The proof of an exercise: it finds nothing in a sound one, and each defect in a flawed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.course import read_course
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, find_exercise, swap
from autograder.proofs.selfcheck import (
    Specimen,
    cell_of,
    definition_problems,
    examine,
    junk_problems,
    problems_with,
    prove,
    read_specimens,
    selfcheck,
    specimen_names,
    specimens_of,
)
from autograder.records import (
    CheckResult,
    ExerciseGrade,
    Observation,
    Outcome,
    Truth,
    Verdict,
)
from autograder.sandbox.launch import Sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.wire.errors import SandboxFault, UsageError
from autograder.wire.protocol import Job
from autograder.wire.tier import NONE
from tests import tiny

ROOT = Path(__file__).parents[2]
PASSED, FAILED, SKIPPED, ERROR = Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED, Verdict.ERROR
COURSE = """
title = "A course"
[assignments.fashion_mnist]
title = "First"
exercises = ["more_layers"]
"""


def all_specimens(exercise: Exercise = tiny.exercise) -> list[Specimen]:
    return list(specimens_of(tiny.task(exercise), tiny.STUB, tiny.REFERENCE))


def flawed(function: Any, name: str = "flawed") -> Exercise:
    """The tiny exercise's probe with this only check."""
    exercise = Exercise(name, "Flawed", asks_for=("double",), give=tiny.numbers)
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1)(function)
    return exercise


def specimen(fails: frozenset[str] | None) -> Specimen:
    return Specimen(tiny.task(), "any", "", fails)


def grade(**verdicts: Verdict) -> ExerciseGrade:
    """A grade with these verdicts, by the names of their checks."""
    checks = [
        CheckResult(name, "", verdict, 1, float(verdict is PASSED), seen="this")
        for name, verdict in verdicts.items()
    ]
    return ExerciseGrade("any", "Any", Outcome.FINISHED, tuple(checks))


# ---- a sound exercise --------------------------------------------------------------------------


@pytest.mark.parametrize("each", all_specimens(), ids=lambda each: each.name)
def test_a_sound_exercise_proves_itself(each: Specimen) -> None:
    """Reference, stub, every mistake and every variant get exactly the verdicts they must."""
    assert examine(each, tiny.InProcess()) == []


def test_a_sound_definition_has_no_problems() -> None:
    """An exercise with enough of everything lacks nothing."""
    assert definition_problems(tiny.exercise, tiny.STUB) == []


def test_specimens_are_named_after_what_they_are() -> None:
    """The reference and the stub come first, then mistakes and variants by name."""
    names = [each.name for each in all_specimens()]
    assert names[:3] == ["reference", "stub", "mistake: triples"]
    assert names[-1] == "accepted: a helper"
    assert len(names) == 2 + 5 + 4


def test_specimens_are_named_before_they_are_made() -> None:
    """The names of all specimens are known without the reference, and are theirs."""
    assert specimen_names(tiny.exercise) == [each.name for each in all_specimens()]


def test_specimens_know_their_verdicts() -> None:
    """Right work fails nothing, the stub passes nothing, a mistake fails what it names."""
    fails = {each.name: each.fails for each in all_specimens()}
    assert fails["reference"] == fails["accepted: adds"] == frozenset()
    assert fails["stub"] is None
    assert fails["mistake: floats"] == frozenset({"answers_are_whole", "zero_stays_zero"})


def test_a_specimen_is_one_cell() -> None:
    """A specimen is graded as the only cell of a submission."""
    assert (cell_of("x = 1").name, cell_of("x = 1").source) == ("cell 1", "x = 1")


def test_a_specimen_is_run_as_a_submission_is() -> None:
    """What runs is the part of the specimen that the exercise needs, with its own seed."""
    runner = tiny.InProcess()
    source = "unused = 1\n" + tiny.REFERENCE
    examine(Specimen(tiny.task(), "any", source, frozenset()), runner)
    (job,) = runner.jobs
    assert [piece.source for piece in job.pieces] == [tiny.REFERENCE.strip()]
    assert (job.seed, job.limits) == (1, tiny.LIMITS)


# ---- verdicts that are not as they must be -----------------------------------------------------


@pytest.mark.parametrize(
    ("fails", "verdicts", "words"),
    [
        (frozenset(), {"a": PASSED}, None),
        (frozenset(), {"a": FAILED}, "a failed, but must not (expected ; seen this)"),
        (frozenset(), {"a": SKIPPED}, "a skipped, but must pass"),
        (frozenset(), {"a": ERROR}, "a error: this"),
        (frozenset({"a"}), {"a": FAILED, "b": PASSED}, None),
        (frozenset({"a"}), {"a": FAILED, "b": SKIPPED}, None),
        (frozenset({"a"}), {"a": PASSED}, "a passed, but must fail"),
        (frozenset({"a"}), {"a": SKIPPED}, "a skipped, but must fail"),
        (frozenset({"a"}), {"a": ERROR}, "a error: this"),
        (
            frozenset({"a"}),
            {"a": FAILED, "b": FAILED},
            "b failed, but must not (expected ; seen this)",
        ),
        (None, {"a": FAILED, "b": SKIPPED}, None),
        (None, {"a": PASSED}, "a passed, but nothing is written yet"),
        (None, {"a": ERROR}, "a error: this"),
    ],
)
def test_a_verdict_that_must_not_be_is_a_problem(
    fails: frozenset[str] | None, verdicts: dict[str, Verdict], words: str | None
) -> None:
    """Each way in which a verdict differs from what it must be is told in its own words."""
    assert problems_with(specimen(fails), grade(**verdicts)) == ([words] if words else [])


def test_a_mistake_that_passes_is_found() -> None:
    """A mistake that the checks do not notice is a problem with the exercise."""
    unnoticed = Specimen(tiny.task(), "any", tiny.REFERENCE, frozenset({"zero_stays_zero"}))
    assert examine(unnoticed, tiny.InProcess()) == ["zero_stays_zero passed, but must fail"]


class Broken(Runner):
    """A runner whose sandbox fails."""

    def __init__(self) -> None:
        super().__init__(Setup(Sandbox(NONE), Path()))

    def observe(self, jobs: Sequence[Job]) -> list[Observation]:
        return [Observation(Outcome.SANDBOX_FAULT, reason="no worker starts") for _ in jobs]


@pytest.mark.parametrize("fails", [frozenset(), None, frozenset({"zero_stays_zero"})])
def test_a_fault_of_the_grader_proves_nothing(fails: frozenset[str] | None) -> None:
    """Where nothing could be run, that is a fault of its own kind and no wrong verdict."""
    tried = specimen(fails)
    with pytest.raises(SandboxFault, match="no worker starts"):
        examine(tried, Broken())
    finding = prove(tried, Broken())
    assert (finding.problems, finding.fault, finding.off) == ((), "no worker starts", True)


def test_a_proof_takes_time() -> None:
    """What a specimen proved is told with its exercise, its name and its seconds."""
    finding = prove(all_specimens()[0], tiny.InProcess())
    assert (finding.slug, finding.specimen, finding.off) == ("double", "reference", False)
    assert finding.seconds > 0


# ---- junk --------------------------------------------------------------------------------------


def trusting(_seen: Evidence, _truth: Truth) -> None:
    """It passes whatever was reported."""


def crashing(seen: Evidence, _truth: Truth) -> None:
    """It takes for granted that answers can be added."""
    sum(seen.raw("answers"))


def test_a_sound_exercise_withstands_junk() -> None:
    """No junk passes or crashes a check that uses the reading methods."""
    assert junk_problems(tiny.task(), tiny.right()) == []


def test_a_check_that_trusts_is_found() -> None:
    """A check that junk passes is a problem, with the kind of junk."""
    problems = junk_problems(tiny.task(flawed(trusting)), tiny.right())
    assert "trusting passed though no report: " not in problems
    assert "trusting passed though every value is NaN: " in problems


def test_a_check_that_crashes_is_found() -> None:
    """A check that crashes on one spoilt value is a problem, with the place and the exception."""
    problems = junk_problems(tiny.task(flawed(crashing)), tiny.right())
    wanted = "crashing error though ask.values.answers.0 is nothing: This check failed itself"
    assert any(problem.startswith(wanted) for problem in problems)


def test_junk_is_tried_on_the_reference() -> None:
    """Examining the reference tries junk; examining other work does not."""
    exercise = flawed(crashing)
    reference, stub = all_specimens(exercise)
    assert examine(reference, tiny.InProcess())
    assert examine(stub, tiny.InProcess()) == []


# ---- definitions -------------------------------------------------------------------------------


def test_an_empty_definition_lacks_everything() -> None:
    """Too few mistakes and variants, and names the stub lacks, are problems."""
    exercise = Exercise("empty", "Empty", asks_for=("double", "halve"))
    assert definition_problems(exercise, tiny.STUB) == [
        "it has no known mistakes; 5 are needed",
        "it has no accepted variants; 4 are needed",
        "it has no check, so it is worth nothing",
        "the stub does not define halve",
    ]


def test_a_check_without_mistake_or_docstring_is_found() -> None:
    """A check that no mistake fails, or that has no sentence, is a problem."""

    def silent(_seen: Evidence, _truth: Truth) -> None: ...

    problems = definition_problems(flawed(silent), tiny.STUB)
    assert problems[:2] == [
        "no mistake fails silent",
        "silent has no docstring for the student to read",
    ]


def test_a_stub_that_cannot_be_read_is_found() -> None:
    """A stub with a syntax error is a problem of the exercise and stops nothing."""
    assert definition_problems(tiny.exercise, "x = 1\ndef double(:\n") == [
        "the stub cannot be read: line 2: invalid syntax"
    ]


@pytest.mark.parametrize("kind", ["mistake", "variant"])
def test_an_edit_that_does_not_fit_is_refused(kind: str) -> None:
    """An edit that does not fit the reference is refused with the exercise and its name."""
    exercise = replace(tiny.exercise, mistakes=[], variants=[])
    if kind == "mistake":
        exercise.mistake("stale", swap("nowhere", ""), fails=[])
    else:
        exercise.accepts("stale", swap("nowhere", ""))
    with pytest.raises(UsageError, match="double: stale: an edit looks for 'nowhere'"):
        all_specimens(exercise)


# ---- a course ----------------------------------------------------------------------------------


def write_course(root: Path, stub: str, solution: str | None) -> None:
    for folder in ("assignments", "solutions"):
        (root / folder / "fashion_mnist").mkdir(parents=True)
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "assignments" / "fashion_mnist" / "more_layers.py").write_text(stub, "utf-8")
    if solution is not None:
        path = root / "solutions" / "fashion_mnist" / "more_layers.py"
        path.write_text(solution, "utf-8")


def first_finding(root: Path) -> tuple[str, ...]:
    """The problems with the definition, found before any specimen runs."""
    setup = Setup(Sandbox(NONE), root)
    findings = selfcheck(read_course(root), "fashion_mnist", ["more_layers"], setup, 1)
    finding = next(findings)
    assert (finding.slug, finding.specimen) == ("more_layers", "definition")
    return finding.problems


def test_definitions_are_proved_before_anything_runs(tmp_path: Path) -> None:
    """A reference that the edits do not fit is the first thing that is found."""
    write_course(tmp_path, "def build_deeper_model(): ...", "def build_deeper_model(): ...")
    (problem,) = first_finding(tmp_path)
    assert problem.startswith("more_layers: no layer added: an edit looks for")


def test_a_missing_definition_is_found(tmp_path: Path) -> None:
    """An exercise without a definition is a problem of that one, and the others are proven."""
    write_course(tmp_path, tiny.STUB, tiny.REFERENCE)
    text = COURSE.replace('"more_layers"', '"unknown", "more_layers"')
    (tmp_path / "course.toml").write_text(text, "utf-8")
    setup = Setup(Sandbox(NONE), tmp_path)
    found = selfcheck(read_course(tmp_path), "fashion_mnist", ["unknown", "more_layers"], setup, 1)
    first, second, *_ = found
    assert (first.slug, second.slug) == ("unknown", "more_layers")
    assert first.problems[0].endswith("autograder/exercises/fashion_mnist/unknown.py is missing.")


def test_a_missing_solution_is_found(tmp_path: Path) -> None:
    """A solution that is not there is a problem with its path, not a crash."""
    write_course(tmp_path, "def build_deeper_model(): ...", None)
    (problem,) = first_finding(tmp_path)
    assert problem.endswith("more_layers.py cannot be read: No such file or directory.")


UNWRITTEN = "def build_deeper_model():\n    raise NotImplementedError{}\n"


@pytest.mark.parametrize("words", ["", "('write it')"])
def test_an_unwritten_reference_is_found(tmp_path: Path, words: str) -> None:
    """A reference that is still a stub is said once, and its proofs are named and not run."""
    write_course(tmp_path, "def build_deeper_model(): ...", UNWRITTEN.format(words))
    setup = Setup(Sandbox(NONE), tmp_path)
    course = read_course(tmp_path)
    first, *rest = selfcheck(course, "fashion_mnist", ["more_layers"], setup, 1)
    wanted = "the reference still raises NotImplementedError in `build_deeper_model`"
    assert first.problems == (wanted,)
    exercise = find_exercise("fashion_mnist", "more_layers")
    assert [finding.specimen for finding in rest] == specimen_names(exercise)
    assert all(finding.untried and not finding.off for finding in rest)


def test_a_helper_of_the_reference_may_stay_open(tmp_path: Path) -> None:
    """Only what the exercise asks for must be written: a method that others override need not."""
    solution = "class Base:\n    def go(self):\n        raise NotImplementedError\n"
    write_course(tmp_path, tiny.STUB, solution + tiny.REFERENCE)
    task = tiny.task(replace(tiny.exercise, slug="more_layers"))
    assert read_specimens(read_course(tmp_path), "fashion_mnist", task)


def test_a_reference_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    """A reference with a syntax error is a problem of the exercise and stops nothing."""
    write_course(tmp_path, "def build_deeper_model(): ...", "x = 1\ndef double(:\n")
    assert first_finding(tmp_path) == ("the reference cannot be read: line 2: invalid syntax",)


def test_what_an_author_marked_is_still_to_do(tmp_path: Path) -> None:
    """A marked line in the stub or the reference is on the list, with its place, until it goes."""
    stub = "def build_deeper_model(): ..."
    solution = (ROOT / "solutions" / "fashion_mnist" / "more_layers.py").read_text("utf-8")
    write_course(
        tmp_path, f"# STILL TO DO: a prompt.\n{stub}", f'"""STILL TO DO: a line."""\n{solution}'
    )
    assert first_finding(tmp_path) == (
        "assignments/fashion_mnist/more_layers.py, line 1: still to do: a prompt.",
        "solutions/fashion_mnist/more_layers.py, line 1: still to do: a line.",
    )


def test_specimens_are_made_from_the_courses_files(tmp_path: Path) -> None:
    """Stub and reference are read from where the course keeps them."""
    write_course(tmp_path, tiny.STUB, tiny.REFERENCE)
    task = tiny.task(replace(tiny.exercise, slug="more_layers"))
    reference, stub, *_ = read_specimens(read_course(tmp_path), "fashion_mnist", task)
    assert (reference.source, stub.source) == (tiny.REFERENCE, tiny.STUB)
