"""The vocabulary of definitions: what is written once is kept, and what cannot work is refused."""

from __future__ import annotations

import math
import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Basis, Exercise, find_exercise, text
from autograder.records import Truth
from autograder.wire.errors import UsageError
from tests import tiny


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


@pytest.mark.parametrize("place", ["body", "function", "comprehension", "class"])
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

    def fields(_student: Any, _given: Any) -> dict[str, Any]:
        class Pair:
            first: outside  # type: ignore[valid-type]
            second: math.pi  # type: ignore[valid-type]

        return {"a": Pair}

    probe = {"body": body, "function": nested, "comprehension": comprehension, "class": fields}[
        place
    ]
    with pytest.raises(UsageError, match=rf"the probe {probe.__name__} uses math, outside from"):
        empty().probe(probe)


def test_what_probes_read_of_the_given_values_is_known() -> None:
    """Others never enter the sandbox; where a probe hands all of them on, any may be read."""
    exercise = empty()

    @exercise.probe
    def ask(student: Any, given: Any) -> dict[str, Any]:
        return {"answers": [student.f(one) for one in given.questions], "sum": given.sum + 1}

    assert exercise.read_by_probes == frozenset({"questions", "sum"})

    @exercise.probe
    def hand_on(student: Any, given: Any) -> dict[str, Any]:
        return {"answer": student.f(given), "sum": given.sum}

    assert exercise.read_by_probes is None


def test_probes_are_sent_bare() -> None:
    """A probe's source travels without decorators, and runs alone whatever annotations it has."""
    asked, _zero = tiny.exercise.probe_sources()
    assert "exercise.probe" not in asked.source
    names: dict[str, Any] = {}
    exec(asked.source, names)  # noqa: S102 - this file's own
    student = SimpleNamespace(double=lambda number: number)
    assert names["probe"](student, SimpleNamespace(numbers=[4])) == {"answers": [4]}


def test_nothing_that_is_sent_says_what_a_probe_is_about() -> None:
    """It has a number for a name, and no docstring; here, the number leads to its name."""
    exercise = empty()

    @exercise.probe
    def above_the_target(student: Any, _given: Any) -> dict[str, Any]:
        """The answer is True."""
        return {"answer": student.f()}

    @exercise.probe
    def nothing(_student: Any, _given: Any) -> dict[str, Any]:
        """It asks nothing."""
        return {}

    sources = exercise.probe_sources()
    assert [each.name for each in sources] == ["0", "1"]
    assert exercise.probe_names() == {"0": "above_the_target", "1": "nothing"}
    for each in sources:
        assert not re.search("target|answer is|nothing", each.source)
        assert run(each.source)["probe"]


def run(source: str) -> dict[str, Any]:
    """The names of a probe's source where it runs, in no module."""
    names: dict[str, Any] = {"__name__": "probe"}
    exec(compile(source, "<probe>", "exec", dont_inherit=True), names)  # noqa: S102 - our own
    return names


def test_annotations_inside_a_probe_are_never_evaluated() -> None:
    """Functions and variables in a probe may be annotated with names of the module."""
    exercise = empty()

    @exercise.probe
    def look(student: Any, _given: Any) -> dict[str, Any]:
        def answer(number: Any, *more: Evidence, at: Truth | None = None) -> Evidence:
            found: Evidence = student.f(number)
            return found if not more else more[0] if at is None else found

        async def later(number: Any) -> Any:
            return number

        return {"answer": answer(3), "later": later.__name__}

    (source,) = exercise.probe_sources()
    student = SimpleNamespace(f=lambda number: number)
    assert run(source.source)["probe"](student, None) == {"answer": 3, "later": "later"}


def test_fields_of_a_class_in_a_probe_stay() -> None:
    """A class in a probe keeps its annotated fields, which are what it is made of."""
    exercise = empty()

    @exercise.probe
    def look(student: Any, _given: Any) -> dict[str, Any]:
        from dataclasses import asdict, dataclass

        @dataclass
        class Answer:
            value: int
            twice: int = 2

        return asdict(Answer(student.f(3)))

    (source,) = exercise.probe_sources()
    student = SimpleNamespace(f=lambda number: number)
    assert run(source.source)["probe"](student, None) == {"value": 3, "twice": 2}


def test_two_probes_of_one_name_are_refused() -> None:
    """A second probe of the same name would hide the first, so it is refused."""
    exercise = empty()
    exercise.probe(tiny.ask)
    with pytest.raises(UsageError, match="two probes are named ask"):
        exercise.probe(tiny.ask)


# ---- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["an open {brace", "the set {1, 2}", "{}", "{0}", "a } here"])
def test_braces_that_name_no_value_are_refused(words: str) -> None:
    """Where somebody would read something else, or nothing, the message and its part are named."""
    with pytest.raises(UsageError, match="empty: the hint of message why has other braces"):
        empty().messages(why=text(hint=words))


def test_braces_that_name_values_or_are_meant_as_such_are_words() -> None:
    """A value may have a format; two braces are read as one."""
    assert empty().messages(why=text(seen="{share:.0%} of {{1, 2}}")).why == "empty.why"


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


def test_a_check_says_what_it_rests_on() -> None:
    """A basis and a clause are kept apart; a check that says nothing is a claim."""
    exercise = empty()
    exercise.probe(tiny.ask)
    exercise.check(tiny.ask, points=1, rests_on="trained: layers: all of them")(some_check)
    exercise.check(tiny.ask, points=1)(lambda _seen, _truth: None)
    first, second = exercise.checks
    assert (first.basis, first.how) == (Basis.TRAINED, "layers: all of them")
    assert second.basis is Basis.CLAIM
    assert second.how


@pytest.mark.parametrize("words", ["", "store: layers", "trained", "trained: ", "Trained: layers"])
def test_a_basis_that_is_none_is_refused(words: str) -> None:
    """What points rest on is one of three words with a clause, and the message has them."""
    exercise = empty()
    exercise.probe(tiny.ask)
    with pytest.raises(
        UsageError, match=r'"trained: \.\.\.", "recomputed: \.\.\.", "claim: \.\.\."'
    ):
        exercise.check(tiny.ask, points=1, rests_on=words)


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
