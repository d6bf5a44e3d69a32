"""The keys of an exercise: what is changed moves those that it has to, and no other."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import msgspec
import pytest

from autograder import PACKAGE
from autograder.course import find_course
from autograder.grading.keys import JUDGE as JUDGE_PLACES
from autograder.grading.keys import RUN as RUN_PLACES
from autograder.grading.keys import Keys, files_of, keys_of
from autograder.grading.plan import PreparedExercise, prepare_exercise
from tests.test_imports import reached

COURSE = find_course(Path(__file__))
NAME, SLUG = "fashion_mnist", "more_layers"
DEFINITION = PACKAGE / "exercises" / NAME / f"{SLUG}.py"
FILES = sorted(
    path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".j2", ".css")
)
RUN, JUDGE, RENDER = {"run", "judge", "render"}, {"judge", "render"}, {"render"}
# What a change of a package's files moves; what is not named moves nothing.
MOVES = {
    "child": RUN, "isolation": RUN, "recipes": RUN, "sandbox": RUN, "supervision": RUN,
    "trainer": RUN, "training": RUN, "wire": RUN, "judging/claims.py": RUN,
    "judging": JUDGE, "submissions": JUDGE, "records.py": JUDGE,
    "grading/grade.py": JUDGE, "grading/kept_evidence.py": JUDGE,
    f"exercises/{NAME}/{SLUG}.py": JUDGE,
    "report": RENDER,
}  # fmt: skip


@cache
def prepared(slug: str = SLUG) -> PreparedExercise:
    return prepare_exercise(COURSE, NAME, slug)


def keys(
    change: Callable[[str], str] = str, of: Path = DEFINITION, one: PreparedExercise | None = None
) -> Keys:
    """The keys of an exercise where a file reads as changed."""
    one = one or prepared()

    def read(path: Path) -> bytes:
        data = path.read_bytes()
        return change(data.decode()).encode() if path == of else data

    return keys_of(one.exercise, one.limits, one.truth, one.seed, one.on_trust, read=read)


def moved(before: Keys, after: Keys) -> set[str]:
    """The names of the keys that differ."""
    return {name for name in RUN if getattr(before, name) != getattr(after, name)}


def test_a_change_of_any_file_moves_the_keys_it_has_to() -> None:
    """Each file of the package, changed alone, moves the keys that its place says, and no other."""
    before, found, expected = keys(), {}, {}
    for path in FILES:
        name = path.relative_to(PACKAGE).as_posix()
        found[name] = moved(before, keys(lambda text: f"{text}\nchanged = 1\n", path))
        places = [place for place in MOVES if name == place or name.startswith(f"{place}/")]
        expected[name] = MOVES[max(places, key=len)] if places else set()
    assert found == expected
    assert sum(not keys_moved for keys_moved in found.values()) > 40


@pytest.mark.parametrize(
    ("old", "new", "keys_moved"),
    [
        ("\n\n\n@exercise.probe", "\n\n\n# Seen.\n@exercise.probe", set()),
        ('"""The last layer has ten outputs', '"""The output layer has ten outputs', RENDER),
        ("share of unseen images classified correctly", "share of new images", RENDER),
        ('rests_on="trained: layers', 'rests_on="trained: the layers', RENDER),
        ("at_least=0.5", "at_least=0.6", JUDGE),
        ("points=3", "points=4", JUDGE),
    ],
)
def test_a_change_of_a_definition_moves_what_it_is_about(
    old: str, new: str, keys_moved: set[str]
) -> None:
    """A comment moves nothing, a word that is read one key, a check two."""
    assert old in DEFINITION.read_text("utf-8")
    assert moved(keys(), keys(lambda text: text.replace(old, new))) == keys_moved


@pytest.mark.parametrize(
    "statement",
    [
        "from autograder.exercises.fashion_mnist import neurons",
        "from autograder.exercises.fashion_mnist.neurons import COUNT",
        "import autograder.exercises.fashion_mnist.neurons",
        "from . import neurons",
        "from .neurons import COUNT",
        "from ..fashion_mnist.neurons import COUNT",
    ],
)
def test_what_a_definition_imports_of_others_is_part_of_it(statement: str) -> None:
    """However that is written."""
    other = prepared("neurons").exercise.checks[0].function.__code__.co_filename

    def text_of(path: Path, number: int) -> bytes:
        text = path.read_text("utf-8")
        if path == DEFINITION:
            text = f"{text}\n{statement}\n"
        return (text.replace("1601", str(number)) if path == Path(other) else text).encode()

    one = prepared()
    args = (one.exercise, one.limits, one.truth, one.seed, one.on_trust)
    first, second = (keys_of(*args, read=partial(text_of, number=one)) for one in (1601, 1602))
    assert moved(first, second) == JUDGE


def test_what_is_run_otherwise_moves_all_keys() -> None:
    """Limits, a seed, probes and what they are given are part of what is executed."""
    one = prepared()
    more = msgspec.structs.replace(one.limits, cpu_seconds=41)
    given = dataclasses.replace(one.truth, given={"images": [1]})
    exercise = dataclasses.replace(one.exercise, probes=prepared("neurons").exercise.probes)
    for other in (
        dataclasses.replace(one, limits=more),
        dataclasses.replace(one, seed=1),
        dataclasses.replace(one, truth=given),
        dataclasses.replace(one, exercise=exercise),
    ):
        assert moved(keys(), keys(one=other)) == RUN
    args = (one.exercise, one.limits, one.truth, one.seed, one.on_trust)
    tiers = [keys_of(*args, environment={"sandbox": tier}) for tier in ("full", "uid")]
    assert moved(*tiers) == RUN
    assert {name for name, part in tiers[0].parts.items() if tiers[1].parts[name] != part} == {
        "sandbox"
    }


def test_a_run_key_has_what_is_executed() -> None:
    """Another slice, or the same as a notebook runs, is another run."""
    one, other = keys(), keys(one=prepared("neurons"))
    runs = [one.of_run((), as_run, {}) for as_run in (False, True)]
    runs += [other.of_run((), as_run=False, given={}), one.of_run((), as_run=True, given={"n": 1})]
    assert len({*runs}) == 4


def test_keys_cover_all_that_takes_part() -> None:
    """Whatever is imported where something runs or is judged is in a key, or decides nothing."""
    run = set().union(*map(reached, ("child.zygote", "child.main", "trainer.main",
        "trainer.graph_main", "supervision.runner")))  # fmt: skip
    judge = set().union(*map(reached, ("judging.judge", "submissions.readings")))
    # What the broker has of the judge's side says how facts are read, and is judged with.
    judged = {path_of(name) for name in run if name.startswith("judging.")}
    covered = {*files_of(RUN_PLACES), *files_of(JUDGE_PLACES)}
    assert judged <= set(files_of(JUDGE_PLACES))
    names = {path_of(name) for name in run | judge} - covered
    assert names <= {PACKAGE / "__init__.py", PACKAGE / "course.py"}


def path_of(name: str) -> Path:
    """A module's file; a package's is its `__init__.py`."""
    path = PACKAGE.joinpath(*name.split(".")) if name else PACKAGE
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
