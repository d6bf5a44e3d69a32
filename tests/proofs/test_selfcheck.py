"""The proof of an exercise: it finds nothing in a sound one, and each defect in a flawed one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.course import read_course
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise
from autograder.proofs.known_answers import KnownAnswers
from autograder.proofs.selfcheck import (
    UNTRIED,
    Proof,
    definition_problems,
    examine,
    junk_problems,
    known_answer_problems,
    problems_with,
    proofs_of,
    prove,
)
from autograder.proofs.specimens import Specimen
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
from autograder.wire.messages import message
from autograder.wire.protocol import Job
from autograder.wire.tier import NONE
from tests import own_course, tiny

ROOT = Path(__file__).parents[2]
PASSED, FAILED, SKIPPED, ERROR = Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED, Verdict.ERROR
COURSE = """
title = "A course"
[assignments.fashion_mnist]
title = "First"
exercises = ["more_layers"]
"""


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
        CheckResult(name, verdict, 1, float(verdict is PASSED), message("any", seen="this"))
        for name, verdict in verdicts.items()
    ]
    return ExerciseGrade("any", Outcome.FINISHED, tuple(checks))


# ---- a sound exercise --------------------------------------------------------------------------


@pytest.mark.parametrize("each", tiny.specimens(), ids=lambda each: each.name)
def test_a_sound_exercise_proves_itself(each: Specimen) -> None:
    """Reference, stub, every mistake and every variant get exactly the verdicts they must."""
    assert examine(each, tiny.InProcess()) == ([], [])


def test_a_sound_definition_has_no_problems() -> None:
    """An exercise with enough of everything lacks nothing."""
    assert definition_problems(tiny.exercise, tiny.STUB) == []
    assert known_answer_problems(tiny.exercise, tiny.known.answers) == []


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
        (
            frozenset(),
            {"a": FAILED, "b": SKIPPED, "c": FAILED},
            "a, c failed, but must not (expected ; seen this)",
        ),
        (None, {"a": FAILED, "b": SKIPPED}, None),
        (None, {"a": PASSED}, "a passed, but nothing is written yet"),
        (None, {"a": ERROR}, "a error: this"),
    ],
)
def test_a_verdict_that_must_not_be_is_a_problem(
    fails: frozenset[str] | None, verdicts: dict[str, Verdict], words: str | None
) -> None:
    """Each way in which a verdict differs is said in its own words, and what follows of it not."""
    assert problems_with(specimen(fails), grade(**verdicts)) == ([words] if words else [])


def test_a_mistake_that_passes_is_found() -> None:
    """A mistake that the checks do not notice is a problem with the exercise."""
    unnoticed = Specimen(tiny.task(), "any", tiny.REFERENCE, frozenset({"zero_stays_zero"}))
    assert examine(unnoticed, tiny.InProcess())[0] == ["zero_stays_zero passed, but must fail"]
    assert prove(unnoticed, tiny.InProcess()).is_wrong


class Broken(Runner):
    """A runner whose sandbox fails."""

    def __init__(self) -> None:
        super().__init__(Setup(Sandbox(NONE)))

    def observe(
        self,
        jobs: Sequence[Job],
        *_unseen: Any,
    ) -> list[Observation]:
        return [
            Observation(
                Outcome.SANDBOX_FAULT, reason=message("ended.fault", text="no worker starts")
            )
            for _ in jobs
        ]


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
    finding = prove(tiny.specimens()[0], tiny.InProcess())
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
    wanted = "crashing error though ask.values.answers.0 is nothing: This check itself failed"
    assert any(problem.startswith(wanted) for problem in problems)


@pytest.mark.parametrize(("basis", "found"), [("trained", 1), ("recomputed", 0), ("claim", 0)])
def test_a_check_that_needs_no_training_does_not_rest_on_one(basis: str, found: int) -> None:
    """A check that says it rests on trainings, and passes without any, is a problem."""
    exercise = Exercise("flawed", "Flawed", asks_for=("double",), give=tiny.numbers)
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1, rests_on=f"{basis}: it")(tiny.answers_are_whole)
    trained = replace(tiny.right(), trained_by="trainer")
    words = "answers_are_whole rests on a training, but passes without any"
    assert junk_problems(tiny.task(exercise), trained).count(words) == found


def test_junk_is_tried_on_the_reference() -> None:
    """Examining the reference tries junk; examining other work does not."""
    exercise = flawed(crashing)
    reference, stub = tiny.specimens(exercise, KnownAnswers())
    wrong, junk = examine(reference, tiny.InProcess())
    assert (wrong, bool(junk)) == ([], True)
    assert examine(stub, tiny.InProcess()) == ([], [])


def test_a_reference_that_junk_shows_something_about_is_not_wrong() -> None:
    """Then a check is, and what is made from the reference can be proven all the same."""
    reference, _stub = tiny.specimens(flawed(crashing), KnownAnswers())
    proof = prove(reference, tiny.InProcess())
    assert (proof.off, proof.is_wrong) == (True, False)


# ---- definitions -------------------------------------------------------------------------------


def test_an_empty_definition_lacks_everything() -> None:
    """No check, too few mistakes and variants, and names the stub lacks, are problems."""
    exercise = Exercise("empty", "Empty", asks_for=("double", "halve"))
    *problems, last = definition_problems(exercise, tiny.STUB)
    assert problems == [
        "it has no check, so it is worth nothing",
        "the stub does not define halve",
    ]
    assert last.startswith("no check quotes 'Return twice the number.'")
    assert known_answer_problems(exercise, []) == [
        "it has no known mistakes; 5 are needed",
        "it has no accepted variants; 4 are needed",
    ]


def test_a_check_without_mistake_or_docstring_is_found() -> None:
    """A check that no mistake fails, or that has no sentence, is a problem."""

    def silent(_seen: Evidence, _truth: Truth) -> None: ...

    exercise = flawed(silent)
    first, second, _third = definition_problems(exercise, tiny.STUB)
    assert first == "silent has no docstring for the student to read"
    assert second.startswith("silent quotes nothing of the prompt")
    assert known_answer_problems(exercise, tiny.known.answers) == ["no mistake fails silent"]


def test_a_stub_that_cannot_be_read_is_found() -> None:
    """A stub with a syntax error is a problem of the exercise and stops nothing."""
    assert definition_problems(tiny.exercise, "x = 1\ndef double(:\n") == [
        "the stub cannot be read: line 2: invalid syntax"
    ]


# ---- a course ----------------------------------------------------------------------------------


def write_course(root: Path, stub: str, solution: str | None) -> None:
    for folder in ("assignments", "solutions"):
        (root / folder / "fashion_mnist").mkdir(parents=True)
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "assignments" / "fashion_mnist" / "more_layers.py").write_text(stub, "utf-8")
    if solution is not None:
        path = root / "solutions" / "fashion_mnist" / "more_layers.py"
        path.write_text(solution, "utf-8")


SLUG = "more_layers"
PROMPT = ast.get_docstring(
    ast.parse(own_course.COURSE.stub_path(own_course.NAME, SLUG).read_text("utf-8"))
)
STUB = f'"""{PROMPT}"""\ndef build_deeper_model(): ...'
WRITTEN = "def build_deeper_model(): return 3\n"
UNWRITTEN = "def build_deeper_model():\n    raise NotImplementedError{}\n"
SOLUTION = "solutions/fashion_mnist/more_layers.py"
SLIPS = """from autograder.proofs.known_answers import KnownAnswers, swap
known = KnownAnswers()
known.mistake("four", swap("3", "4"), fails=["has_two_hidden_layers"])
known.accepted("stale", swap("nowhere", ""))
"""


def write_known(root: Path, slips: str = SLIPS) -> None:
    path = read_course(root).known_answers_path("fashion_mnist", SLUG)
    path.parent.mkdir()
    path.write_text(slips, "utf-8")


class Proving:
    """Proves nothing, and keeps what it is asked to prove; `wrong` are the names that are off."""

    def __init__(self, *wrong: str) -> None:
        self.wrong = wrong
        self.asked: list[list[str]] = []

    def __call__(self, specimens: Sequence[Specimen]) -> Iterator[Proof]:
        self.asked.append([specimen.name for specimen in specimens])
        for one in specimens:
            problems = ("it is wrong",) if one.name in self.wrong else ()
            slug, is_wrong = one.task.exercise.slug, bool(problems)
            yield Proof(slug, one.name, problems, place=one.place, is_wrong=is_wrong)


def found(root: Path, prove_all: Proving, *slugs: str) -> list[Proof]:
    return list(proofs_of(read_course(root), "fashion_mnist", slugs or (SLUG,), prove_all))


def problems_of_definition(root: Path) -> tuple[str, ...]:
    """What is wrong before anything is run, beside too few known answers."""
    first, *_ = found(root, Proving())
    assert (first.slug, first.specimen) == (SLUG, "definition")
    few = f"solutions/fashion_mnist/known/{SLUG}.py: "
    return tuple(problem for problem in first.problems if not problem.startswith(few))


def test_references_are_proven_before_all_else(tmp_path: Path) -> None:
    """Where the reference holds, the stub and known answers follow, each with its place."""
    write_course(tmp_path, STUB, WRITTEN)
    write_known(tmp_path)
    prove_all = Proving()
    proofs = found(tmp_path, prove_all)
    assert prove_all.asked == [["reference"], ["stub", "mistake: four"]]
    places = {proof.specimen: proof.place for proof in proofs}
    assert places["reference"] == SOLUTION
    assert places["mistake: four"] == "solutions/fashion_mnist/known/more_layers.py, line 3"


def test_nothing_is_made_from_a_wrong_reference(tmp_path: Path) -> None:
    """What would only repeat that the reference is wrong is named, and not run."""
    write_course(tmp_path, STUB, WRITTEN)
    write_known(tmp_path)
    prove_all = Proving("reference")
    _definition, reference, *rest = found(tmp_path, prove_all)
    assert (reference.problems, reference.place) == (("it is wrong",), SOLUTION)
    assert [proof.specimen for proof in rest] == ["stub", "mistake: four", "accepted: stale"]
    assert {(proof.untried, proof.off) for proof in rest} == {(UNTRIED, False)}
    assert prove_all.asked == [["reference"], []]


def test_an_edit_that_does_not_fit_is_found(tmp_path: Path) -> None:
    """It says which file asks for it and which one it edits, and the others are proven."""
    write_course(tmp_path, STUB, WRITTEN)
    write_known(tmp_path)
    prove_all = Proving()
    (stale,) = (proof for proof in found(tmp_path, prove_all) if proof.specimen.endswith("stale"))
    assert stale.problems == (
        "solutions/fashion_mnist/known/more_layers.py, line 4: 'accepted: stale' does not fit"
        f" {SOLUTION}: 'nowhere' must occur once to be swapped, and occurs 0 times",
    )
    assert "mistake: four" in prove_all.asked[1]


def test_known_answers_that_cannot_be_read_are_found(tmp_path: Path) -> None:
    """That is the definition's problem; what cannot be counted is not said to be missing."""
    write_course(tmp_path, STUB, WRITTEN)
    write_known(tmp_path, "known = ")
    first, *_ = found(tmp_path, Proving())
    assert first.problems == (
        "solutions/fashion_mnist/known/more_layers.py, line 1: SyntaxError: invalid syntax"
        " (more_layers.py, line 1)",
    )


def test_a_missing_definition_is_found(tmp_path: Path) -> None:
    """An exercise without a definition is a problem of that one, and the others are proven."""
    write_course(tmp_path, tiny.STUB, tiny.REFERENCE)
    text = COURSE.replace('"more_layers"', '"unknown", "more_layers"')
    (tmp_path / "course.toml").write_text(text, "utf-8")
    first, second, *_ = found(tmp_path, Proving(), "unknown", SLUG)
    assert (first.slug, second.slug) == ("unknown", "more_layers")
    assert first.problems[0].endswith("autograder/exercises/fashion_mnist/unknown.py is missing.")


def test_a_missing_solution_is_found(tmp_path: Path) -> None:
    """A solution that is not there is a problem with its path, not a crash."""
    write_course(tmp_path, STUB, None)
    (problem,) = problems_of_definition(tmp_path)
    assert problem.endswith("more_layers.py cannot be read: No such file or directory.")


@pytest.mark.parametrize("words", ["", "('write it')"])
def test_an_unwritten_reference_is_found(tmp_path: Path, words: str) -> None:
    """A reference that is still a stub is said first and once; its proofs are named, not run."""
    write_course(tmp_path, STUB, UNWRITTEN.format(words))
    write_known(tmp_path)
    prove_all = Proving()
    first, *rest = found(tmp_path, prove_all)
    wanted = f"{SOLUTION}, line 1: the reference raises NotImplementedError in `build_deeper_model`"
    assert first.problems[0] == wanted
    assert [finding.specimen for finding in rest] == [
        *("reference", "stub", "mistake: four", "accepted: stale")
    ]
    assert all(finding.untried and not finding.off for finding in rest)
    assert prove_all.asked == [[], []]


def test_a_reference_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    """A reference with a syntax error is what is said first, with its file and line."""
    write_course(tmp_path, "# STILL TO DO: all\n" + STUB, "x = 1\ndef double(:\n")
    first, *_ = problems_of_definition(tmp_path)
    assert first == f"{SOLUTION}, line 2: the reference cannot be read: invalid syntax"


def test_what_an_author_marked_is_still_to_do(tmp_path: Path) -> None:
    """A marked line in any of the files is on the list, with its place, until it goes."""
    write_course(
        tmp_path, f"# STILL TO DO: a prompt.\n{STUB}", f'"""STILL TO DO: it."""\n{WRITTEN}'
    )
    write_known(tmp_path, SLIPS + "# STILL TO DO: more.\n")
    program = read_course(tmp_path).known_answers_path("fashion_mnist", SLUG).with_suffix("")
    program.mkdir()
    (program / "x.py").write_text('"""Accepted: x."""\n# STILL TO DO: x.\n', "utf-8")
    assert problems_of_definition(tmp_path) == (
        "assignments/fashion_mnist/more_layers.py, line 1: still to do: a prompt.",
        "solutions/fashion_mnist/more_layers.py, line 1: still to do: it.",
        "solutions/fashion_mnist/known/more_layers.py, line 5: still to do: more.",
        "solutions/fashion_mnist/known/more_layers/x.py, line 2: still to do: x.",
    )


def test_known_answers_of_no_exercise_are_refused(tmp_path: Path) -> None:
    """A misspelt file, which proves nothing, stops the self-check with its name."""
    write_course(tmp_path, STUB, WRITTEN)
    write_known(tmp_path)
    (tmp_path / "solutions" / "fashion_mnist" / "known" / "other.py").write_text("")
    with pytest.raises(UsageError, match=r"known/other\.py belongs to no exercise"):
        found(tmp_path, Proving())


REASON = message("unrepeatable.own_loop")


def judged_as(*checks: tuple[str, Verdict, Any]) -> ExerciseGrade:
    """Checks by name, with their verdict and either the mark of a passed one or a message."""
    results = [
        CheckResult(name, verdict, 1, verdict is PASSED, said, on_trust=None)
        if verdict is not PASSED
        else CheckResult(name, verdict, 1, 1, on_trust=said)
        for name, verdict, said in checks
    ]
    return ExerciseGrade("double", Outcome.FINISHED, tuple(results))


def specimen_of_trust(*, on_trust: bool, rule: Any = "count") -> Specimen:
    task = replace(tiny.task(), on_trust=rule)
    return Specimen(task, "accepted: one", "", frozenset(), on_trust=on_trust)


def test_marks_are_where_a_known_answer_says() -> None:
    """What should be a fact must not rest on trust, and what is said to rest on it must."""
    marked, plain = judged_as(("a", PASSED, REASON)), judged_as(("a", PASSED, None))
    assert problems_with(specimen_of_trust(on_trust=True), marked) == []
    assert problems_with(specimen_of_trust(on_trust=False), plain) == []
    assert "must repeat it" in problems_with(specimen_of_trust(on_trust=False), marked)[0]
    assert "must not be said to" in problems_with(specimen_of_trust(on_trust=True), plain)[0]


def test_where_nothing_is_taken_on_trust_such_answers_are_refused() -> None:
    """Then checks that fail for that reason are right, and those that come after them."""
    refused = message("fit.unrepeatable", reason=REASON)
    grade = judged_as(("a", FAILED, refused), ("b", SKIPPED, None), ("c", PASSED, None))
    assert problems_with(specimen_of_trust(on_trust=True, rule="refuse"), grade) == []
    assert problems_with(specimen_of_trust(on_trust=False, rule="refuse"), grade) != []
    other = judged_as(("a", FAILED, message("fit.none")))
    assert problems_with(specimen_of_trust(on_trust=True, rule="refuse"), other) != []
