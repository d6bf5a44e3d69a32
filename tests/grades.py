"""Made-up grades for the tests of everything that stores or shows them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from autograder.records import (
    CheckResult,
    Curve,
    ExerciseGrade,
    Note,
    Outcome,
    Status,
    SubmissionGrade,
    Verdict,
)
from autograder.wire.tier import FULL, Tier

# Each exercise: its title, then its checks as points and a sentence.
EXERCISES = {
    "first_prediction": (
        "What a prediction means",
        "4 `predict` gives a row.",
        "6 Its class is named.",
    ),
    "neurons": (
        "More neurons",
        "4 There are 512 neurons.",
        "8 At least 72% of unseen images are right.",
    ),
    "without_flatten": ("Without Flatten", "6 The answer names the shape the layer expected."),
    "five_outputs": (
        "Five outputs",
        "5 The model has five outputs.",
        "5 The missing labels are found.",
    ),
    "more_layers": (
        "Add a layer",
        "6 There are at least two hidden Dense layers between Flatten and the output.",
        "4 Each hidden layer has an activation that is not linear.",
        "8 At least 74% of images the model never saw are classified correctly.",
    ),
    "thirty_epochs": ("Thirty epochs", "6 There are 30 epochs.", "8 Overfitting is dated."),
    "raw_pixels": ("Raw pixels", "4 Pixels go up to 255.", "6 The first loss is compared."),
    "stop_at_accuracy": ("Stop early", "10 It stops in time.", "10 It does not stop too early."),
}
SLUGS = tuple(EXERCISES)
MAX_SCORE = 100.0
NAMES = ("Ada", "Björn", "Chidi", "Dolores", "Émile", "Fatima", "Grace", "Hedy", "Ida", "Jun")
TRAINED = {"neurons": (5, 5), "more_layers": (8,), "thirty_epochs": (30,)}
PRINTED = "\x1b[1m32/32\x1b[0m \x1b[32m━━━━\x1b[0m loss: 0.41\nEpoch 2/5\n"
WORDS = {
    "expected": "at least two hidden layers",
    "seen": "one hidden layer of 512 neurons",
    "hint": "Add a second `Dense` layer before the last one.",
}


def check(
    verdict: Verdict = Verdict.PASSED,
    points: float = 5,
    name: str = "has_ten_outputs",
    sentence: str = "The last layer has ten outputs.",
    **words: Any,
) -> CheckResult:
    """One check's result; it earns all of its points or none."""
    earned = points if verdict is Verdict.PASSED else 0.0
    return CheckResult(name, sentence, verdict, points, earned, **words)


def exercise(
    *checks: CheckResult,
    slug: str = "neurons",
    title: str = "More neurons",
    outcome: Outcome = Outcome.FINISHED,
    output: str = "",
) -> ExerciseGrade:
    """One exercise with these checks; without any, one that is passed."""
    return ExerciseGrade(slug, title, outcome, checks or (check(),), output=output)


def grade(
    *exercises: ExerciseGrade,
    student: str = "Ada Lovelace",
    status: Status = Status.GRADED,
    sandbox: Tier = FULL,
    reason: str = "",
    answers: Mapping[str, str] | None = None,
) -> SubmissionGrade:
    """One submission with these exercises; a graded one without any has one that is passed."""
    if status is Status.GRADED and not exercises:
        exercises = (exercise(),)
    return SubmissionGrade(
        student=student,
        path=f"submissions/{student}.ipynb",
        digest="3f" * 32,
        status=status,
        sandbox=sandbox,
        max_score=MAX_SCORE,
        exercises=exercises,
        answers=answers or {},
        reason=reason,
    )


def refused(student: str = "Rik Refused") -> SubmissionGrade:
    reason = "The file is not a notebook: it holds no cells."
    return grade(student=student, status=Status.REFUSED, reason=reason)


def regrade(student: str = "Rita Regrade") -> SubmissionGrade:
    reason = "The worker ended twice while this submission ran."
    return grade(student=student, status=Status.REGRADE, reason=reason)


def hostile_grade(text: str) -> SubmissionGrade:
    """A grade that holds `text` in every place where a student's words can get to."""
    failed = check(Verdict.FAILED, expected=text, seen=text, hint=text)
    skipped = check(Verdict.SKIPPED, hint=text)
    return SubmissionGrade(
        student=text,
        path=text,
        digest="00" * 32,
        status=Status.GRADED,
        sandbox="full",
        max_score=MAX_SCORE,
        exercises=(
            ExerciseGrade(
                slug="neurons",
                title="More neurons",
                outcome=Outcome.CRASHED,
                checks=(failed, skipped),
                curves=(Curve(text, {text: (1.0, None), "loss": (1.0, 0.5)}),),
                notes=(Note(3, text),),
                output=text,
            ),
        ),
        notes=(Note(0, text),),
        answers={"neurons": text, "elsewhere": text},
        reason=text,
    )


def curve(label: str, epochs: int, chance: random.Random) -> Curve:
    """A training that learns, and overfits when it is long."""
    steps = range(1, epochs + 1)
    loss = tuple(0.3 + 0.5 / step + chance.uniform(0, 0.02) for step in steps)
    slope = 0.012
    val_loss = tuple(value + slope * step for value, step in zip(loss, steps, strict=True))
    return Curve(
        label,
        {
            "accuracy": tuple(1 - value / 2.2 for value in loss),
            "loss": loss,
            "val_accuracy": tuple(1 - value / 2.2 for value in val_loss),
            "val_loss": val_loss,
        },
    )


def confusion(chance: random.Random) -> tuple[tuple[int, ...], ...]:
    """A hundred images of each class; shirts are mostly taken for other tops."""
    rows = [[0] * 10 for _ in range(10)]
    for true, row in enumerate(rows):
        wrong = 34 if true == 6 else chance.randint(4, 20)
        row[true] = 100 - wrong
        for _ in range(wrong):
            row[chance.choice([0, 2, 4, 6] if true in (0, 2, 4, 6) else [5, 7, 8, 9])] += 1
    return tuple(map(tuple, rows))


def whole_grade(student: str, skill: float) -> SubmissionGrade:
    """A submission of all exercises by a student who passes a share `skill` of the checks."""
    chance = random.Random(student)  # noqa: S311 - made-up figures
    exercises = [_whole_exercise(slug, skill, chance) for slug in SLUGS]
    answers = {"without_flatten": f"The layer wanted 784 numbers and got 28 x 28.\n({student})"}
    notes = (Note(4, "`%matplotlib inline` is not Python and was left out."),)
    return replace(grade(*exercises, student=student, answers=answers), notes=notes)


def made_up_class(size: int) -> Iterator[SubmissionGrade]:
    """A class with everything in it, by name."""
    chance = random.Random(size)  # noqa: S311 - made-up figures
    for position, name in enumerate(sorted(f"{NAMES[i % 10]} {i}" for i in range(size))):
        if position % 11 == 5:
            yield refused(name)
        elif position % 17 == 9:
            yield regrade(name)
        else:
            yield whole_grade(name, skill=min(chance.gauss(0.8, 0.18), 1.0))


def _whole_exercise(slug: str, skill: float, chance: random.Random) -> ExerciseGrade:
    title, *lines = EXERCISES[slug]
    checks: list[CheckResult] = []
    for line in lines:
        points, _, sentence = line.partition(" ")
        verdict = Verdict.PASSED if chance.random() < skill else Verdict.FAILED
        words = WORDS
        if checks and checks[0].verdict is not Verdict.PASSED:
            verdict = Verdict.SKIPPED
            words = {"hint": f"This is looked at once “{checks[0].sentence}” has passed."}
        elif verdict is Verdict.PASSED:
            words = {}
        checks.append(check(verdict, float(points), f"check_{len(checks)}", sentence, **words))
    trained = TRAINED.get(slug, ())
    return replace(
        exercise(*checks, slug=slug, title=title, output=PRINTED if trained else ""),
        curves=tuple(curve(f"Training {i + 1}", n, chance) for i, n in enumerate(trained)),
        confusion=confusion(chance) if slug == "more_layers" else (),
    )
