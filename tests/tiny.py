"""A made-up exercise, a runner without a sandbox and a small course on disk, for other tests."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from autograder.child.student import load
from autograder.course import Course, read_course
from autograder.grading.judge_main import result_of
from autograder.grading.plan import PreparedExercise
from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import LOADED, Exercise, find_exercise, text
from autograder.judging.values import as_integer
from autograder.proofs.known_answers import KnownAnswers, swap
from autograder.proofs.specimens import REFERENCE as RIGHT
from autograder.proofs.specimens import STUB as UNTOUCHED
from autograder.proofs.specimens import Specimen, specimen_of
from autograder.records import Observation, Outcome, Truth
from autograder.sandbox.launch import Sandbox
from autograder.supervision.judge_process import Call, JudgeProcess, Observe, Serve
from autograder.supervision.runner import Runner, Setup
from autograder.wire.dataset import Images, data_set
from autograder.wire.frames import decode, encode
from autograder.wire.protocol import Crash, Job, Limits
from autograder.wire.tier import NONE

HEADER_BYTES = 8
COUNT = 20
LIMITS = Limits(wall_seconds=1, cpu_seconds=1, memory_mb=1, output_mb=1, evidence_mb=1)

# Two thousand images, each of one shade, and their labels; and ten of each to test with.
SHADES = (np.arange(2000 * 28 * 28) // 784 % 256).astype(np.uint8).reshape(-1, 28, 28)
LABELS = (np.arange(2000) % 10).astype(np.uint8)
PUBLIC = Images(SHADES, LABELS, SHADES[:10], LABELS[:10], data_set("fashion_mnist"))

STUB = '"""Return twice the number."""\n\n\ndef double(number):\n    raise NotImplementedError\n'
REFERENCE = "def double(number):\n    return 2 * number\n"

exercise = Exercise("double", "Double a number", asks_for=("double",))
say = exercise.messages(
    whole=text("the answer", hint="Do not divide."),
    share=text("share of numbers doubled", hint="Multiply by two."),
    zero=text("twice 0", hint="Nothing is added."),
)
ENOUGH = expect.Threshold(say.share, at_least=0.9, percent=True)


@exercise.given
def numbers(generator: np.random.Generator) -> dict[str, Any]:
    return {"numbers": generator.permutation(np.arange(1, COUNT + 1))}


@exercise.probe
def ask(student: Any, given: Any) -> dict[str, Any]:
    return {"answers": [student.double(int(number)) for number in given.numbers]}


@exercise.probe
def ask_zero(student: Any, _given: Any) -> dict[str, Any]:
    return {"zero": student.double(0)}


@exercise.check(ask, points=2, demands="the number")
def answers_are_whole(seen: Evidence, _truth: Truth) -> None:
    """Every answer is a whole number."""
    for answer in seen.items("answers", COUNT):
        as_integer(answer, say.whole)


@exercise.check(ask, points=3, after=answers_are_whole, demands="Return twice the number.")
def answers_are_doubled(seen: Evidence, truth: Truth) -> None:
    """Nearly every number is doubled."""
    answers = np.array(seen.items("answers", COUNT))
    ENOUGH.check(float(np.mean(answers == 2 * truth.given["numbers"])))


@exercise.check(ask_zero, points=1, demands="Return twice the number.")
def zero_stays_zero(seen: Evidence, _truth: Truth) -> None:
    """Twice nothing is nothing."""
    expect.equal(seen.integer("zero"), 0, say.zero)


known = KnownAnswers()
known.mistake("triples", swap("2 *", "3 *"), fails=["answers_are_doubled"])
known.mistake("wrong above 10", swap("2", "(2 + number // 10)"), fails=["answers_are_doubled"])
known.mistake("floats", swap("2 *", "2.0 *"), fails=["answers_are_whole", "zero_stays_zero"])
known.mistake(
    "adds two",
    swap("2 * number", "number + 2"),
    fails=["answers_are_doubled", "zero_stays_zero"],
)
known.mistake("breaks at 0", swap("2 *", "2 // (number != 0) *"), fails=["zero_stays_zero"])
known.accepted("adds", swap("2 * number", "number + number"))
known.accepted("shifts", swap("2 * number", "number << 1"))
known.accepted("reversed", swap("2 * number", "number * 2"))
known.accepted("a helper", swap("2 * number", "twice(number)\n\n\ntwice = lambda x: x + x"))


def renamed(slug: str) -> Exercise:
    """The small exercise under the name of another, whose words stay those of its definition."""
    own = find_exercise(NAME, slug)
    small = replace(exercise, slug=slug)
    LOADED[slug] = own
    return small


def truth(made_of: Exercise = exercise) -> Truth:
    """What the checks compare with; ten hidden images, one of each class."""
    given = made_of.give(np.random.default_rng(1))
    hidden, labels = np.zeros((10, 28, 28), np.uint8), np.arange(10, dtype=np.uint8)
    return Truth(hidden, labels, given, PUBLIC)


def task(made_of: Exercise = exercise) -> PreparedExercise:
    return PreparedExercise(made_of, LIMITS, truth(made_of), seed=1)


def specimens(made_of: Exercise = exercise, answers: KnownAnswers = known) -> list[Specimen]:
    """The reference, the stub and the known answers of an exercise."""
    first = Specimen(task(made_of), RIGHT, REFERENCE, frozenset(), "reference.py")
    stub = Specimen(first.task, UNTOUCHED, STUB, None)
    return [first, stub, *(specimen_of(answer, first) for answer in answers.answers)]


def report(**values: Any) -> dict[str, Any]:
    """What a probe reports that trained nothing."""
    return {"values": values, "trainings": []}


def right() -> Observation:
    """What is observed of the reference."""
    answers = [2 * int(number) for number in truth().given["numbers"]]
    evidence = {"ask": report(answers=answers), "ask_zero": report(zero=0)}
    return Observation(Outcome.FINISHED, evidence)


class Asked:
    """What a judge asks the grader, where both are in one process."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve

    def observe(self, jobs: Sequence[Job], *_unseen: Any) -> list[Observation]:
        observed: list[Observation] = self._serve(Observe(tuple(jobs)))
        return observed

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments, **named: self._serve(Call(name, arguments, named))


class JudgeHere(JudgeProcess):
    """Decides in this process, and without limits."""

    def decide(self, question: Any, plan: Any, serve: Serve) -> Any:
        return result_of(question, plan, Asked(serve))  # type: ignore[arg-type]


class InProcess(Runner):
    """Runs trusted source where it stands; counts its jobs."""

    def __init__(self) -> None:
        super().__init__(Setup(Sandbox(NONE)))
        self.judge = JudgeHere()
        self.jobs: list[Job] = []

    def observe(
        self,
        jobs: Sequence[Job],
        *_unseen: Any,
    ) -> list[Observation]:
        self.jobs += jobs
        return [observed(job) for job in jobs]


@contextmanager
def own_process() -> Iterator[None]:
    """Takes back what running student code in this process does to it."""
    kept, path, main = dict(vars(builtins)), [*sys.path], sys.modules["__main__"]
    yield
    for name in set(vars(builtins)) - set(kept):
        delattr(builtins, name)
    vars(builtins).update(kept)
    sys.path[:], sys.modules["__main__"] = path, main


def observed(job: Job) -> Observation:
    """What is observed of one job."""
    with own_process():
        return _observed(job)


def _observed(job: Job) -> Observation:
    names, _problems = load(job.pieces, as_run=job.as_run)
    evidence, crashes = {}, {}
    for probe in job.probes:
        exec(probe.source, names)  # noqa: S102 - the tests' own
        try:
            values = names["probe"](SimpleNamespace(**names), SimpleNamespace(**job.given))
        except Exception as error:  # noqa: BLE001 - as the sandbox does
            problem = {"raised": error, "place": "cell 1", "line": 2, "code": "code"}
            crashes[probe.name] = Crash(decode(encode(problem)[HEADER_BYTES:]))
        else:
            evidence[probe.name] = decode(encode(report(**values))[HEADER_BYTES:])
    return Observation(Outcome.FINISHED, evidence, crashes)


# ---- a course ----------------------------------------------------------------------------------

# Two of the course's own exercises, in the other order, with made-up stubs.
NAME = "fashion_mnist"
SLUGS = ("more_layers", "first_prediction")
COURSE = f"""
title = "A course"
[assignments.{NAME}]
title = "First"
data = "fashion_mnist"
exercises = ["more_layers", "first_prediction"]
"""
INTRODUCTION = '''# %% [markdown]
"""
# Welcome

Run the cells from top to bottom.
"""

# %%
import numpy as np

print("ready")
'''
COURSE_STUB = '''# %% [markdown]
"""
Write `{name}`, with `a < b` & "quotes" in *Markdown*, ü.
"""

# %%
def {name}():
    """Return it."""
    raise NotImplementedError


# %%
# Try it: remove the "# " below.
# {name}()
'''


def course(root: Path) -> Course:
    """A course in the folder `root` whose notebook is not built yet."""
    folder = root / "assignments" / NAME
    folder.mkdir(parents=True)
    (root / "course.toml").write_text(COURSE, "utf-8")
    (folder / "introduction.py").write_text(INTRODUCTION, "utf-8")
    for slug in SLUGS:
        (folder / f"{slug}.py").write_text(COURSE_STUB.format(name=slug), "utf-8")
    return read_course(root)
