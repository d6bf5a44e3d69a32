"""Made-up grades for the tests of everything that stores or shows them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

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

# Each exercise: its title and the sentences of its checks with their points.
EXERCISES: Mapping[str, tuple[str, Sequence[tuple[str, float]]]] = {
    "first_prediction": (
        "What the first prediction means",
        (
            ("The function returns one row of ten probabilities.", 4),
            ("The most likely class of the first image is named.", 6),
        ),
    ),
    "neurons": (
        "More neurons",
        (
            ("The hidden layer has as many neurons as asked for.", 4),
            ("At least 72% of images the model never saw are classified correctly.", 8),
        ),
    ),
    "without_flatten": (
        "Without Flatten",
        (("The explanation names the shape the layer expected.", 6),),
    ),
    "five_outputs": (
        "Five outputs",
        (
            ("The model has five outputs and raises an error in training.", 5),
            ("The labels that do not fit are found.", 5),
        ),
    ),
    "more_layers": (
        "Add a layer",
        (
            ("There are at least two hidden Dense layers between Flatten and the output.", 6),
            ("Each hidden layer has an activation that is not linear.", 4),
            ("At least 74% of images the model never saw are classified correctly.", 8),
        ),
    ),
    "thirty_epochs": (
        "Thirty epochs",
        (
            ("The model is trained for 30 epochs with validation data.", 6),
            ("The epoch after which the model overfits is found.", 8),
        ),
    ),
    "raw_pixels": (
        "Raw pixels",
        (
            ("The images are not divided by 255.", 4),
            ("The effect on the first loss is described by a number.", 6),
        ),
    ),
    "stop_at_accuracy": (
        "Stop at an accuracy",
        (
            ("The callback ends the training in the epoch that reaches the accuracy.", 10),
            ("The callback leaves a training alone that never reaches it.", 10),
        ),
    ),
}
SLUGS = tuple(EXERCISES)
MAX_SCORE = 100.0
NAMES = ("Ada", "Björn", "Chidi", "Dolores", "Émile", "Fatima", "Grace", "Hedy", "Ida", "Jun")
FAMILIES = ("Andersen", "Brown", "Cerf", "Diaz", "Eriksson", "Fuchs", "García", "Hopper")


def check(
    verdict: Verdict = Verdict.PASSED,
    points: float = 5,
    name: str = "has_ten_outputs",
    sentence: str = "The last layer has ten outputs.",
    **words: str,
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
    fence: str = "full",
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
        fence=fence,
        max_score=MAX_SCORE,
        exercises=exercises,
        answers=answers or {},
        reason=reason,
    )


def refused(student: str = "Rik Refused") -> SubmissionGrade:
    reason = "The file is not a notebook: it holds no cells."
    return grade(student=student, status=Status.REFUSED, fence="", reason=reason)


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
        fence="full",
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


def whole_grade(student: str, skill: float, seed: int = 0) -> SubmissionGrade:
    """A submission of all exercises by a student who passes a share `skill` of the checks."""
    chance = random.Random(f"{student} {seed}")  # noqa: S311 - made-up figures
    exercises = tuple(_whole_exercise(slug, skill, chance) for slug in SLUGS)
    answers = {"without_flatten": f"The layer wanted 784 numbers and got 28 x 28.\n({student})"}
    notes = (Note(4, "`%matplotlib inline` is not Python and was left out."),)
    return SubmissionGrade(
        student, f"in/{student}.ipynb", "ab" * 32, Status.GRADED, "full", MAX_SCORE, exercises,
        notes, answers,
    )  # fmt: skip


def made_up_class(size: int) -> Iterator[SubmissionGrade]:
    """A class with everything in it, by name."""
    chance = random.Random(size)  # noqa: S311 - made-up figures
    names = sorted(f"{NAMES[i % 10]} {FAMILIES[i * 7 % 8]} {i}" for i in range(size))
    for position, name in enumerate(names):
        if position % 11 == 5:
            yield refused(name)
        elif position % 17 == 9:
            yield regrade(name)
        else:
            yield whole_grade(name, skill=min(chance.gauss(0.8, 0.18), 1.0))


def _whole_exercise(slug: str, skill: float, chance: random.Random) -> ExerciseGrade:
    title, sentences = EXERCISES[slug]
    hardness = 0.3 if slug == "thirty_epochs" else 0.0
    checks: list[CheckResult] = []
    for position, (sentence, points) in enumerate(sentences):
        name = f"check_{position + 1}"
        if checks and checks[0].verdict is not Verdict.PASSED:
            hint = f"This is looked at once “{checks[0].sentence}” has passed."
            checks.append(check(Verdict.SKIPPED, points, name, sentence, hint=hint))
        elif chance.random() < skill - hardness * position:
            checks.append(check(Verdict.PASSED, points, name, sentence))
        else:
            checks.append(
                check(
                    Verdict.FAILED, points, name, sentence,
                    expected="at least two hidden layers", seen="one hidden layer of 512 neurons",
                    hint="Add a second Dense layer before the last one.",
                )  # fmt: skip
            )
    failed_all = all(each.verdict is not Verdict.PASSED for each in checks)
    crashed = failed_all and chance.random() < 0.5
    trained = {"neurons": (5, 5), "more_layers": (8,), "thirty_epochs": (30,)}.get(slug, ())
    return ExerciseGrade(
        slug, title, Outcome.TIMED_OUT if crashed else Outcome.FINISHED, tuple(checks),
        curves=tuple(curve(f"Training {n + 1}", e, chance) for n, e in enumerate(trained)),
        confusion=confusion(chance) if slug == "more_layers" else (),
        notes=(Note(7, "plt.show() is not needed for grading and was left out."),)
        if slug == "raw_pixels" else (),
        output="\x1b[1m32/32\x1b[0m \x1b[32m━━━━\x1b[0m loss: 0.41\nEpoch 2/5\n" if trained else "",
        seconds=4.2,
    )  # fmt: skip
