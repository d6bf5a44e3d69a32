"""The vocabulary of definitions: what is written once is kept, and what cannot work is refused."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, find_exercise, rewrite, swap
from autograder.records import Truth
from autograder.wire.errors import UsageError
from tests import tiny

SOURCE = '''"""Reference."""

import numpy as np


def f(x):
    return x


def g(x):
    return f(x)
'''


def outside() -> int:
    """A name that no probe may use."""
    return 1


def some_check(_seen: Evidence, _truth: Truth) -> None:
    """It stands."""


def empty() -> Exercise:
    return Exercise("empty", "Nothing yet", asks_for=("f",))


# ---- probes ------------------------------------------------------------------------------------


def test_a_probe_may_import_and_use_builtins() -> None:
    """A probe that brings everything along is taken, nested functions and all."""
    exercise = empty()

    @exercise.probe
    def look(student: Any, given: Any) -> dict[str, Any]:
        import math

        def twice(x: float) -> float:
            return math.floor(x) + len(str(given))

        return {"twice": [twice(student.f(x)) for x in range(3)]}

    assert exercise.probes == [look]


@pytest.mark.parametrize("place", ["body", "nested function", "comprehension"])
def test_a_probe_that_uses_its_module_is_refused(place: str) -> None:
    """A name from the definition's module would be missing in the sandbox, so it is refused."""

    def body(_student: Any, _given: Any) -> dict[str, Any]:
        return {"a": outside(), "b": math.pi}

    def nested(_student: Any, _given: Any) -> dict[str, Any]:
        def inner() -> Any:
            return outside(), math.pi

        return {"a": inner()}

    def comprehension(_student: Any, _given: Any) -> dict[str, Any]:
        return {"a": [(outside(), math.pi) for _ in range(3)]}

    probe = {"body": body, "nested function": nested, "comprehension": comprehension}[place]
    with pytest.raises(UsageError, match=rf"the probe {probe.__name__} uses math, outside from"):
        empty().probe(probe)


def test_probes_are_sent_bare() -> None:
    """A probe's source travels without decorators and annotations, and runs alone."""
    asked, zero = tiny.exercise.probe_sources()
    assert (asked.name, zero.name) == ("ask", "ask_zero")
    assert asked.source.startswith("def ask(student, given):\n")
    names: dict[str, Any] = {}
    exec(asked.source, names)  # noqa: S102 - this file's own
    student = SimpleNamespace(double=lambda number: number)
    assert names["ask"](student, SimpleNamespace(numbers=[4])) == {"answers": [4]}


def test_two_probes_of_one_name_are_refused() -> None:
    """A second probe of the same name would hide the first, so it is refused."""
    exercise = empty()
    exercise.probe(tiny.ask)
    with pytest.raises(UsageError, match="two probes are named ask"):
        exercise.probe(tiny.ask)


# ---- checks ------------------------------------------------------------------------------------


def test_a_check_is_its_function_and_docstring() -> None:
    """A check is named after its function, and its docstring is what the student reads."""
    check = tiny.exercise.checks[1]
    assert check.function is tiny.answers_are_doubled
    assert check.name == "answers_are_doubled"
    assert check.sentence == "Nearly every number is doubled."
    assert check.after is tiny.answers_are_whole
    assert check.probe is tiny.ask


def test_points_add_up() -> None:
    """An exercise is worth what its checks are worth together."""
    assert tiny.exercise.points == 6


def test_a_check_without_docstring_has_no_sentence() -> None:
    """A check without a docstring has an empty sentence, which the self-check finds."""
    exercise = empty()
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1)(lambda _seen, _truth: None)
    assert exercise.checks[0].sentence == ""


def test_a_check_after_no_check_is_refused() -> None:
    """A check can only come after one that is written above it."""
    exercise = empty()
    exercise.probe(tiny.ask)
    with pytest.raises(UsageError, match="comes after some_check, which is no earlier check"):
        exercise.check(tiny.ask, points=1, after=some_check)


def test_a_check_of_no_probe_is_refused() -> None:
    """A check reads a probe of its own exercise."""
    with pytest.raises(UsageError, match="a check reads ask, which is no probe"):
        empty().check(tiny.ask, points=1)


def test_two_checks_of_one_name_are_refused() -> None:
    """A second check of the same name would hide the first one's verdict, so it is refused."""
    exercise = empty()
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1)(some_check)
    with pytest.raises(UsageError, match="two checks are named some_check"):
        exercise.check(tiny.ask, points=1)(some_check)


def test_nothing_is_given_by_default() -> None:
    """An exercise without `given` gives its probes nothing of its own."""
    assert empty().give(np.random.default_rng(1)) == {}


def test_what_is_given_depends_on_the_generator_alone() -> None:
    """The same seed gives the same values, another seed others."""
    same = [tiny.truth().given["numbers"].tolist() for _ in range(2)]
    other = tiny.numbers(np.random.default_rng(2))["numbers"].tolist()
    assert same[0] == same[1] != other


def test_exercises_share_nothing() -> None:
    """What is added to one exercise is not in another."""
    assert empty().checks is not empty().checks
    assert empty().mistakes is not empty().mistakes


# ---- edits -------------------------------------------------------------------------------------


def test_swap_replaces_what_stands_once() -> None:
    """An edit changes the one place that it names."""
    assert swap("return x", "return -x")(SOURCE) == SOURCE.replace("return x", "return -x")


@pytest.mark.parametrize(("old", "count"), [("return", 2), ("nowhere", 0)])
def test_swap_refuses_what_does_not_stand_once(old: str, count: int) -> None:
    """An edit of text that stands never or twice is refused, since it proves something else."""
    with pytest.raises(UsageError, match=f"{old!r}, which stands {count} times"):
        swap(old, "")(SOURCE)


def run(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102 - this file's own
    return names


def test_rewrite_replaces_namesakes_only() -> None:
    """A rewritten function takes its namesake's place; the rest of the source stays."""
    names = run(rewrite("def f(x):\n    return 7")(SOURCE))
    assert (names["f"](1), names["g"](1)) == (7, 7)
    assert names["np"] is np


def test_rewrite_brings_what_it_needs() -> None:
    """Imports, constants and classes of the new text come along, indented as it may be."""
    edit = rewrite("""
        import math
        class Helper:
            size = 3
        def g(x):
            return math.floor(x) + Helper.size
    """)
    assert run(edit(SOURCE))["g"](1.5) == 4


def test_rewrite_replaces_classes() -> None:
    """A class is replaced by a class, or a function by a class, of the same name."""
    names = run(rewrite("class f:\n    def __init__(self, x): self.x = x")(SOURCE))
    assert names["g"](4).x == 4


@pytest.mark.parametrize("text", ["def f(): pass", "class New: pass\ndef f(): pass"])
def test_rewrite_refuses_a_namesake_that_stands_twice(text: str) -> None:
    """A definition that stands twice is refused, whatever else the new text defines."""
    with pytest.raises(UsageError, match="stands twice"):
        rewrite(text)(SOURCE + "\n\ndef f(x):\n    return 2\n")


def test_edits_make_specimens() -> None:
    """Mistakes and variants keep their name, their edits and what they fail, in order."""
    assert tiny.exercise.mistakes[2].name == "floats"
    assert tiny.exercise.mistakes[2].fails == (tiny.answers_are_whole, tiny.zero_stays_zero)
    assert [variant.name for variant in tiny.exercise.variants][:2] == ["adds", "shifts"]


# ---- finding -----------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", ["first_prediction", "more_layers"])
def test_a_definition_is_found_by_its_name(slug: str) -> None:
    """An exercise of the course is found by its assignment and slug."""
    assert find_exercise("fashion_mnist", slug).slug == slug


@pytest.mark.parametrize(
    ("assignment", "slug"), [("fashion_mnist", "no_such_exercise"), ("no_such", "more_layers")]
)
def test_a_missing_definition_is_named(assignment: str, slug: str) -> None:
    """A definition that does not exist is refused with the path where it should be."""
    path = f"autograder/exercises/{assignment}/{slug}.py is missing"
    with pytest.raises(UsageError, match=path):
        find_exercise(assignment, slug)


def test_a_module_without_an_exercise_is_refused() -> None:
    """A module that defines no exercise of its name is refused with the line it should have."""
    with pytest.raises(
        UsageError, match=r"must define `exercise = Exercise\('__init__', \.\.\.\)`"
    ):
        find_exercise("fashion_mnist", "__init__")
