"""Measures how many standard deviations lie between each threshold and every known work.

Training is random, so a threshold is only as good as its distance from what right and wrong work
really reaches. For each threshold the reference and every accepted variant must lie on its right
side, and every mistake that must fail its check on the wrong one, by `SAFE` standard deviations
over many seeds.
"""

from __future__ import annotations

import contextlib
import math
import statistics
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from autograder.course import Course
from autograder.grading.grade import observe
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.grading.secret import fixed_secret
from autograder.judging.evidence import evidence_of
from autograder.judging.expect import Threshold, listening
from autograder.proofs.specimens import Specimen, part_of, read_specimens
from autograder.supervision.pool import Pool
from autograder.supervision.runner import Runner
from autograder.wire.errors import Failure, NotKnown

SAFE = 5.0
HEAD = f"""\
# How safe the thresholds are

`autograder margins` writes this table; each row comes from training again with many seeds. The
distance is the number of standard deviations between the mean and the threshold. It is positive on
the side where the work belongs: passing for right work, failing for a mistake.
None may be under {SAFE:g}.

| exercise | check | threshold | work | mean | deviation | least | most | distance | seeds |
|---|---|---|---|---:|---:|---:|---:|---:|---:|"""

# By check, and which of its thresholds in the order they are asked: the threshold and the value.
Measured = dict[tuple[str, int], tuple[Threshold, float]]


@dataclass(frozen=True, slots=True)
class Margin:
    """How far one specimen stays from one threshold, over all seeds.

    `deviations` is positive on the side where the specimen belongs: for a mistake, the wrong one.
    """

    slug: str
    check: str
    threshold: Threshold
    specimen: str
    values: tuple[float, ...]
    deviations: float


def measure(
    course: Course,
    assignment: str,
    slugs: Sequence[str],
    *,
    seeds: Sequence[int],
    pool: Pool,
    beyond: Sequence[str] = (),
) -> Iterator[Margin]:
    """A margin for every threshold and every specimen that it decides about.

    With rows that are there already, `beyond` these: of right work that has none.
    The first seed finds out which specimens reach a threshold; only those are trained again.
    """

    def run(item: tuple[Specimen, int], runner: Runner) -> Measured:
        specimen, seed = item
        task = prepare_exercise(course, assignment, specimen.task.exercise.slug, fixed_secret(seed))
        return measured(specimen, task, runner)

    def run_all(
        items: Sequence[tuple[Specimen, int]],
    ) -> Iterator[tuple[tuple[Specimen, int], Measured]]:
        return pool.for_each(items, run)

    tasks = [prepare_exercise(course, assignment, slug) for slug in slugs]
    specimens = [
        one
        for task in tasks
        for one in read_specimens(course, assignment, task)
        if not beyond or (one.fails == frozenset() and not _has_row(one, beyond))
    ]
    values: dict[tuple[str, str, str, int], list[float]] = {}
    decided: dict[tuple[str, str, str, int], tuple[Specimen, Threshold]] = {}

    def keep(specimen: Specimen, found: Measured) -> None:
        for (check, number), (threshold, value) in found.items():
            key = (specimen.task.exercise.slug, check, specimen.name, number)
            decided[key] = (specimen, threshold)
            values.setdefault(key, []).append(value)

    reached: list[Specimen] = []
    first = [(specimen, seeds[0]) for specimen in specimens if specimen.fails is not None]
    for (specimen, _seed), found in run_all(first):
        keep(specimen, found)
        reached += [specimen] if found else []
    rest = [(specimen, seed) for specimen in reached for seed in seeds[1:]]
    for (specimen, _seed), found in run_all(rest):
        keep(specimen, found)
    for key, (specimen, threshold) in sorted(decided.items(), key=lambda item: item[0]):
        slug, check, name, _number = key
        away = deviations(threshold, values[key], must_pass=check not in (specimen.fails or ()))
        yield Margin(slug, check, threshold, name, tuple(values[key]), away)


def _has_row(specimen: Specimen, rows: Sequence[str]) -> bool:
    cells = [row.removeprefix("| ").split(" | ") for row in rows]
    return (specimen.task.exercise.slug, specimen.name) in {(one[0], one[3]) for one in cells}


def measured(specimen: Specimen, task: PreparedExercise, runner: Runner) -> Measured:
    """What each threshold of the checks that decide about a specimen was asked.

    Those are all checks for right work, and for a mistake the checks that it must fail.
    """
    (observation,) = observe([task], [part_of(specimen)], runner)
    found: Measured = {}
    for check in task.exercise.checks:
        if specimen.fails and check.name not in specimen.fails:
            continue
        evidence = evidence_of(observation, check.probe.__name__, task.on_trust)
        with listening() as measurements, contextlib.suppress(Failure, NotKnown):
            check.function(evidence, task.truth)
        found |= {(check.name, n): measurement for n, measurement in enumerate(measurements)}
    return found


def deviations(threshold: Threshold, values: Sequence[float], *, must_pass: bool) -> float:
    """The mean's distance from the threshold in standard deviations, positive where it belongs."""
    side = 1 if must_pass else -1
    margins = [threshold.margin(value) for value in values]
    distance, spread = side * statistics.mean(margins), _spread(margins)
    return distance / spread if spread else math.copysign(math.inf, distance)


def _spread(values: Sequence[float]) -> float:
    return statistics.stdev(values) if len(values) > 1 else 0.0


def bound_of(threshold: Threshold) -> str:
    """What is measured and its bound, as in `more_layers.accuracy >= 0.5`, whatever its words."""
    sign = "<=" if threshold.at_least is None else ">="
    return f"`{threshold.name} {sign} {threshold.bound:g}`"


def markdown(margins: Sequence[Margin], others: Sequence[str] = ()) -> str:
    """The table that is kept in the course's documents; `others` are rows that it has already."""
    rows = list(others)
    for margin in margins:
        least, most = min(margin.values), max(margin.values)
        numbers = [statistics.mean(margin.values), _spread(margin.values), least, most]
        cells = [margin.slug, margin.check, bound_of(margin.threshold), margin.specimen]
        cells += [f"{number:.3g}" for number in numbers] + [f"{margin.deviations:.1f}"]
        rows.append("| " + " | ".join([*cells, str(len(margin.values))]) + " |")
    return "\n".join([HEAD, *sorted(rows)]) + "\n"


def rows_of(text: str, slugs: Collection[str]) -> list[str]:
    """The rows of such a table that are about these exercises."""
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [row for row in rows if row.split(" | ")[0].removeprefix("| ") in slugs]
