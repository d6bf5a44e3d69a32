"""Made-up grades for the tests of everything that stores or shows them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from autograder.judging.exercise import find_exercise
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
from autograder.wire.dataset import data_set
from autograder.wire.messages import Message
from autograder.wire.tier import FULL, Tier

# The checks of each exercise, as points and a name that reads as a sentence.
EXERCISES = {
    "first_prediction": (
        "4 `predict` gives a row.",
        "6 Its class is named.",
    ),
    "neurons": (
        "4 There are 512 neurons.",
        "8 At least 72% of unseen images are right.",
    ),
    "without_flatten": ("6 The answer names the shape the layer expected.",),
    "five_outputs": (
        "5 The model has five outputs.",
        "5 The missing labels are found.",
    ),
    "more_layers": (
        "6 There are at least two hidden Dense layers between Flatten and the output.",
        "4 Each hidden layer has an activation that is not linear.",
        "8 At least 74% of images the model never saw are classified correctly.",
    ),
    "thirty_epochs": ("6 There are 30 epochs.", "8 Overfitting is dated."),
    "raw_pixels": ("4 Pixels go up to 255.", "6 The first loss is compared."),
    "stop_at_accuracy": ("10 It stops in time.", "10 It does not stop too early."),
}
SLUGS = tuple(EXERCISES)
# So that their titles are known.
DEFINITIONS = [find_exercise("fashion_mnist", slug) for slug in SLUGS]
MAX_SCORE = 100.0
TRUSTED = Message("unrepeatable.own_loop")
NAMES = ("Ada", "Björn", "Chidi", "Dolores", "Émile", "Fatima", "Grace", "Hedy", "Ida", "Jun")
# The probes that train, and for how many epochs.
TRAINED = {
    "neurons": (("build", 1), ("compare", 5), ("compare", 5)),
    "more_layers": (("train", 8),),
    "thirty_epochs": (("train", 30),),
}
PRINTED = "\x1b[1m32/32\x1b[0m \x1b[32m━━━━\x1b[0m loss: 0.41\nEpoch 2/5\n"
WORDS: dict[str, Any] = {
    "expected": "at least two hidden layers",
    "seen": "one hidden layer of 512 neurons",
    "hint": "Add a second `Dense` layer before the last one.",
}


def check(
    verdict: Verdict = Verdict.PASSED,
    points: float = 5,
    name: str = "The last layer has ten outputs.",
    *,
    unseen: bool = False,
    on_trust: Message | None = None,
    **words: Any,
) -> CheckResult:
    """One check's result; it earns all of its points or none. No catalogue has its message."""
    earned = points if verdict is Verdict.PASSED else 0.0
    said = Message("made_up", words) if words else None
    return CheckResult(name, verdict, points, earned, said, unseen, on_trust)


def exercise(
    *checks: CheckResult,
    slug: str = "neurons",
    outcome: Outcome = Outcome.FINISHED,
    output: str = "",
) -> ExerciseGrade:
    """One exercise with these checks; without any, one that is passed."""
    return ExerciseGrade(slug, outcome, checks or (check(),), output=output)


def grade(
    *exercises: ExerciseGrade,
    student: str = "Ada Lovelace",
    status: Status = Status.GRADED,
    sandbox: Tier = FULL,
    reason: Message | None = None,
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
    reason = Message("file.no_cells")
    return grade(student=student, status=Status.REFUSED, reason=reason)


def other_work(student: str = "Otto Other") -> SubmissionGrade:
    seems = Message("file.seems_titled", {"title": "Cats"})
    reason = Message("file.other_work", {"names": ["build_model"], "seems": seems})
    return grade(student=student, status=Status.OTHER_WORK, reason=reason)


def regrade(student: str = "Rita Regrade") -> SubmissionGrade:
    reason = Message("grade.failed", {"exercises": [Message("neurons.title")]})
    return grade(student=student, status=Status.REGRADE, reason=reason)


def said(text: str) -> Message:
    """A message whose words are what a student wrote."""
    return Message("place.named", {"name": text})


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
                outcome=Outcome.CRASHED,
                checks=(failed, skipped),
                curves=(Curve(text, {text: (1.0, None), "loss": (1.0, 0.5)}),),
                notes=(Note(3, said(text), said(text)),),
                output=text,
            ),
        ),
        notes=(Note(0, said(text)),),
        answers={"neurons": text, "elsewhere": text},
        reason=said(text),
    )


def curve(label: str, probe: str, epochs: int, chance: random.Random) -> Curve:
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
        probe=probe,
        images=1600,
        maximum=1,
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
    magic = Message("cell.ipython", {"command": "%matplotlib inline"})
    notes = (Note(4, magic, Message("place.cell", {"number": 4, "begins": "import numpy"})),)
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
    checks: list[CheckResult] = []
    for line in EXERCISES[slug]:
        points, _, sentence = line.partition(" ")
        verdict = Verdict.PASSED if chance.random() < skill else Verdict.FAILED
        words = WORDS
        if checks and checks[0].verdict is not Verdict.PASSED:
            verdict = Verdict.SKIPPED
            words = {"hint": f"Checked once this passes: {checks[0].name}"}
        elif verdict is Verdict.PASSED:
            words = {}
        checks.append(check(verdict, float(points), sentence, **words))
    trained = TRAINED.get(slug, ())
    return replace(
        exercise(*checks, slug=slug, output=PRINTED if trained else ""),
        curves=tuple(curve(f"Training {i + 1}", *one, chance) for i, one in enumerate(trained)),
        confusion=confusion(chance) if slug == "more_layers" else (),
        classes=data_set("fashion_mnist").classes if slug == "more_layers" else (),
    )
