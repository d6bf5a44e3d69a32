"""Clues to exceptions: the near name, the entries of a dictionary, where a None came from."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.child import student
from autograder.child.clues import method_returned
from autograder.child.student import load
from autograder.wire.protocol import Piece

HOOK = "class C:\n    def on_epoch_end(self, epoch, logs={{}}):\n        {}\n"
LOGS = {"missing": "acc", "keys": ["accuracy", "loss"], "near": ""}
BUILD = "def build():\n    model = 3\n\n"


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test calls "cell 1" is not what another calls so."""
    monkeypatch.setattr(student, "_places", {})


def clues(*sources: str) -> dict[str, Any]:
    """The clues to the first exception of some pieces."""
    pieces = [Piece(f"cell {n}", 1, source) for n, source in enumerate(sources, 1)]
    _names, problems = load(pieces)
    found = problems[0]["clues"]
    found.pop("inside", None)
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "line",
    [
        'logs.get("acc") > 0.9',
        'logs["acc"]',
        'acc = logs.get("acc"); acc > 0.9',
        'a = logs; key = "acc"; a.get(key) + 1',
        'float(logs.get("acc"))',
        'if logs.get("acc") > 0.9: pass',
        '(logs or {{}})["acc"]',
        "print(f\"{logs.get('acc'):.3f}\")",
    ],
)
def test_an_entry_that_is_not_there_is_told_with_those_that_are(line: str) -> None:
    """By `get` or by brackets, at once or by way of a variable."""
    call = 'C().on_epoch_end(0, {"accuracy": 0.9, "loss": 1.0})'
    found = clues(HOOK.format(line.replace("{{}}", "{}")), call)
    assert found == {"missing": "acc", "keys": ["accuracy", "loss"]}


@pytest.mark.parametrize(
    ("source", "none"),
    [
        (f"{BUILD}build().fit()", ["function", "build"]),
        (f"{BUILD}def f():\n    model = build()\n    model.fit()\nf()", ["function", "build"]),
        (f"{BUILD}def f():\n    a, b = build()\nf()", ["function", "build"]),
        (f"{BUILD}def f():\n    for a in build(): pass\nf()", ["function", "build"]),
        (f"{BUILD}def f():\n    return len(build())\nf()", None),
        ("def f():\n    a = [1]\n    a = a.append(2)\n    return a[0]\nf()", ["method", "append"]),
        ("def f(a=None):\n    return a + 1\nf()", ["argument", "a"]),
        ("def f():\n    a = None\n    return a + 1\nf()", ["variable", "a"]),
        (
            "class A:\n    best = None\n    def __init__(self):\n        self.last = None\n"
            "    def f(self):\n        return self.last > 1\nA().f()",
            ["attribute", "self.last"],
        ),
    ],
)
def test_a_none_is_traced_to_where_it_came_from(source: str, none: list[str] | None) -> None:
    """A function without `return` is named only where its value is what was None."""
    assert clues(source).get("none") == none


@pytest.mark.parametrize(
    ("source", "near"),
    [
        ("def f(train_images):\n    return trian_images\nf(1)", "train_images"),
        ("class A:\n    def __init__(self):\n        self.target = 1\nA().traget", "target"),
        (
            "class A:\n    def __init__(self):\n        self.target = 1\n"
            "    def f(self):\n        return target\nA().f()",
            "self.target",
        ),
        ("import math\nmath.Sqrt", "sqrt"),
        ("from math import sqtr", "sqrt"),
        ("def f(width): pass\nf(widht=1)", "width"),
        ("def f(units): pass\nf(unit=1)", "units"),
        ("def f(a, units): pass\nf(1, unit=1)", "units"),
        ("prnit(1)", "print"),
        ("x = 1\ny", ""),
    ],
)
def test_the_name_most_like_the_missing_one_is_found(source: str, near: str) -> None:
    """Among variables, attributes, what a module has, and arguments."""
    assert clues(source).get("near", "") == near


def test_an_argument_that_a_function_lacks_is_found_where_another_is_missing() -> None:
    """Python says only that a value is missing, and not that one was given another name."""
    found = clues(
        "class Dense:\n    def __init__(self, units, **kwargs): pass\nDense(output_dim=3)"
    )
    assert found["argument"] == "output_dim"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("losses[29]", {"index": 29, "length": 3}),
        ('history["loss"][epoch] > 0.1', {"index": 3, "length": 3}),
        ("[][0]", None),
        ("history[0]", None),
        ("losses[-4]", None),
    ],
)
def test_an_index_that_is_not_there_is_told_with_how_many_there_are(
    line: str, found: dict[str, int] | None
) -> None:
    """Where the list and the index are names, entries or constants."""
    history = "[]" if line == "history[0]" else '{"loss": losses}'
    source = f"losses, epoch = [1, 2, 3], 3\nhistory = {history}\n{line}"
    assert clues(source) == (found or {})


def fit_that_fails(given: dict[str, Any]) -> None:
    """Raises, as a call of `fit` with these arguments may."""
    raise ValueError(f"{len(given)} arguments")


@pytest.mark.parametrize(
    ("labels", "held_back", "forms"),
    [
        ("np.eye(10)", "np.arange(10)", ["rows", "classes"]),
        ("np.zeros((5, 1))", "np.eye(10)", ["classes", "rows"]),
        ("np.arange(5)", "np.zeros((5, 1))", None),
        ("None", "np.arange(5)", None),
    ],
)
def test_labels_of_two_forms_are_noticed(
    labels: str, held_back: str, forms: list[str] | None
) -> None:
    """Those for training against those for validation, among the arguments of `fit`."""
    call = f"fit_that_fails({{'y': {labels}, 'validation_data': (0, {held_back})}})"
    source = f"import numpy as np\nfrom {__name__} import fit_that_fails\n{call}"
    assert clues(source).get("labels") == forms


def test_looking_for_clues_calls_nothing_of_the_students() -> None:
    """A property, for one, is not asked for its value."""
    source = (
        "class A:\n    @property\n    def best(self):\n        asked.append(1)\n\n"
        "asked = []\n"
        "def f(a):\n    return None + (a.best if asked else 1)\n"
        "f(A())"
    )
    pieces = [Piece("cell 1", 1, source)]
    names, problems = load(pieces)
    assert problems
    assert names["asked"] == []


@pytest.mark.parametrize(
    "source",
    [
        "class E(TypeError):\n    def __str__(self):\n        raise ValueError\nraise E",
        "class D(dict):\n    def __eq__(self, other):\n        raise ValueError\nD()['a']",
        "exec('None + 1')",
        "(lambda: None + 1)()",
    ],
)
def test_what_cannot_be_told_is_left_out(source: str) -> None:
    """Whatever an exception or its place is, there is a report of it."""
    assert isinstance(clues(source), dict)


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("raise ValueError('no')", True),
        ("def f():\n    if 1: raise ValueError(\n        'no'\n    )\nf()", True),
        ("int('a')", None),
        ("raise ValueError(int('a'))", True),
        ("def f():\n    try:\n        int('a')\n    except OSError:\n        raise\nf()", None),
    ],
)
def test_a_raise_of_the_students_own_is_noticed(source: str, own: bool | None) -> None:
    """Whether a `raise` is what runs where it was raised."""
    assert clues(source).get("own") is own


TRY = "def f():\n    try:\n        {}\n    except {}:\n        {}\nf()"


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        (TRY.format("int('a')", "KeyError", "pass"), ["KeyError"]),
        (TRY.format("int('a')", "(KeyError, OSError)", "pass"), ["(KeyError, OSError)"]),
        (TRY.format("int('a')", "KeyError as e", "return e"), ["KeyError"]),
        ("def g():\n    int('a')\n" + TRY.format("g()", "KeyError", "pass"), ["KeyError"]),
        (TRY.format("int('a')", "ValueError", "raise"), None),
        (TRY.format("int('a')", "Exception", "raise"), None),
        (TRY.format("pass", "KeyError", "pass").replace("f()", "f()\nint('a')"), None),
        ("int('a')", None),
    ],
)  # fmt: skip
def test_what_except_names_in_vain_is_found(source: str, caught: list[str] | None) -> None:
    """The classes of each `except` around the calls, unless one of them is the error's own."""
    assert clues(source).get("caught") == caught


@pytest.mark.parametrize("again", ["raise", "raise e", "raise OSError from e", "int(str(e))"])
def test_what_except_lets_go_on_is_noticed(again: str) -> None:
    """Whether it is raised again, as it is or as another one, or something else fails there."""
    assert clues(TRY.format("int('a')", "ValueError as e", again))["raised_again"] is True


@pytest.mark.parametrize(
    ("body", "method"),
    [
        ("return model.compile(loss='mse')", "compile"),
        ("model = model.compile(loss='mse')\n    return model", "compile"),
        ("model.compile(loss='mse')\n    return model", ""),
        ("return model.fit(1)", ""),
        ("model.compile(loss='mse')", ""),
    ],
)
def test_a_method_whose_none_is_returned_is_found(body: str, method: str) -> None:
    """Called in the `return` itself, or above it."""
    names, _problems = load([Piece("cell 1", 1, f"def build(model):\n    {body}")])
    assert method_returned(names["build"]) == method
    assert method_returned(None) == ""
