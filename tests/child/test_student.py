"""A student's pieces into names that can be called, and whatever goes wrong into words."""

from __future__ import annotations

import builtins
import inspect
import linecache
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from autograder.child.student import (
    MEND,
    Missing,
    Student,
    crash_words,
    in_words,
    load,
    next_step,
)
from autograder.wire.errors import Failure
from autograder.wire.protocol import Piece

numbers = count(1)


@pytest.fixture(autouse=True)
def own_input() -> Iterator[None]:
    """`load` takes `input` away for good, as it may in the sandbox; here it comes back."""
    kept = builtins.input
    yield
    builtins.input = kept


def piece(source: str, line: int = 1, place: str = "") -> Piece:
    """A piece as it arrives in the sandbox; each is in a cell of its own unless it says where."""
    return Piece(place or f"cell {next(numbers)}", line, source)


def student_of(*sources: str) -> Student:
    return Student(*load([piece(source) for source in sources]))


def words_for(call: Callable[[], Any]) -> tuple[str, str, int, str]:
    """What a student reads of the exception that `call` raises."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - SystemExit too
        call()
    return in_words(caught.value)


def message_for(call: Callable[[], Any]) -> str:
    return words_for(call)[0]


# ---- names -------------------------------------------------------------------------------------


def test_pieces_share_one_namespace() -> None:
    """Pieces run in order, and later ones see what earlier ones made."""
    student = student_of("x = 2", "def f(y): return x * y", "x = 3")
    assert student.f(2) == 6


def test_each_load_starts_afresh() -> None:
    """Nothing of one load is left for the next."""
    student_of("x = 1")
    names, trouble = load([piece("y = x")])
    assert "y" not in names
    assert "The name `x` is not defined" in trouble[0]


def test_pieces_run_as_a_program_does() -> None:
    """The module is named `__main__`, as in a notebook, and has the builtins."""
    names, trouble = load([piece("name = __name__; size = len('ab')")])
    assert (names["name"], names["size"], trouble) == ("__main__", 2, [])


def test_classes_can_be_asked_for() -> None:
    """A class is called like a function, with its own arguments."""
    student = student_of("class Stop:\n    def __init__(self, at=0.9): self.at = at")
    assert student.Stop().at == 0.9
    assert student.Stop(at=0.5).at == 0.5


def test_nobody_answers_input() -> None:
    """`input()` answers with nothing at once, with a prompt and without."""
    names, trouble = load([piece("a = input()\nb = input('How many epochs? ')")])
    assert (names["a"], names["b"], trouble) == ("", "", [])


# ---- what is missing ---------------------------------------------------------------------------


def test_a_missing_function_is_named() -> None:
    """A function that is not there is named."""
    assert message_for(lambda: student_of("x = 1").build) == (
        "Your notebook does not define `build`."
    )


def test_a_missing_function_names_the_trouble() -> None:
    """A function that is missing because its cell failed comes with the cell's trouble."""
    names, trouble = load([piece("import no_such_package\n", place="cell 3")])
    words = message_for(lambda: Student(names, trouble).build)
    assert words == (
        "Your notebook does not define `build`. Cell 3, line 1, failed:"
        " There is no package named `no_such_package` here."
    )


def test_something_else_of_that_name_is_told() -> None:
    """A model where a function was asked for is told by its type."""
    assert message_for(lambda: student_of("build = [1]").build) == (
        "`build` should be a function or class, but your notebook makes it a list."
    )


def test_a_model_is_no_function() -> None:
    """A model can be called, and is told as what it is all the same; its class can be asked for."""
    source = "class Net:\n    def fit(self): pass\n    def __call__(self): pass\nnet = Net()"
    student = student_of(source)
    assert "makes it an object of type Net." in message_for(lambda: student.net)
    assert message_for(lambda: student.Net(1)).startswith("The exercise calls `Net` with 1 arg")


def test_a_changed_signature_is_told() -> None:
    """A function that takes other arguments than the exercise passes is told before it runs."""
    student = student_of("def build(units): return units")
    words = message_for(student.build)
    assert words == "The exercise calls `build` with no arguments, and yours takes `units`."
    assert next_step(Missing(words, "Keep its first line.")) == "Keep its first line."
    assert "with 2 arguments" in message_for(lambda: student.build(1, 2))
    assert message_for(lambda: student_of("def f(): pass").f(1)).endswith("yours takes none.")
    assert student.build(3) == 3


def test_a_type_error_inside_a_function_is_its_own() -> None:
    """A `TypeError` that the body raises is not taken for a changed signature."""
    student = student_of("def build(units): return units + 'a'")
    assert message_for(lambda: student.build(1)).startswith("`+` cannot join a whole")


def test_a_callable_without_signature_is_called() -> None:
    """What hides its signature is simply called."""
    assert student_of("build = max").build(1, 2) == 2
    assert student_of("build = dict").build(a=1) == {"a": 1}


# ---- pieces that fail --------------------------------------------------------------------------


def test_a_piece_that_fails_costs_itself_only() -> None:
    """After a piece that fails the others still run, and its trouble has cell and line."""
    names, trouble = load(
        [
            piece("a = 1", place="cell 1"),
            piece("b = [\n  1 / 0,\n]", line=4, place="cell 2"),
            piece("c = 3", place="cell 2", line=8),
        ]
    )
    assert (names["a"], names["c"]) == (1, 3)
    assert trouble == ["Cell 2, line 5, failed: A number is divided by zero."]


def test_trouble_lies_where_the_student_wrote() -> None:
    """An error inside a library is placed on the student's own line that called it."""
    _names, trouble = load([piece("import json\nx = json.loads('{')", line=3, place="cell 9")])
    assert trouble[0].startswith("Cell 9, line 4, failed: JSONDecodeError: Expecting property name")


def test_a_piece_that_cannot_be_compiled_is_placed() -> None:
    """A piece that Python refuses is trouble like any other."""
    _names, trouble = load([piece("x = 1\nreturn 1", line=5, place="cell 4")])
    words = "Python cannot read this line: 'return' outside function."
    assert trouble == [f"Cell 4, line 6, failed: {words}"]


def test_file_names_are_left_as_they_are() -> None:
    """The name of a file is not spelt anew at the start of a sentence."""
    _names, trouble = load([piece("1 / 0", place="Homework_ADA.py")])
    assert trouble[0].startswith("Homework_ADA.py, line 1, failed: ")


@pytest.mark.parametrize(
    "source", ["exit()", "quit()", "import sys; sys.exit(1)", "raise SystemExit"]
)
def test_a_piece_that_exits_is_told(source: str) -> None:
    """A notebook that ends Python is told to leave that out; what follows still runs."""
    names, trouble = load([piece(source, place="cell 2"), piece("x = 1")])
    assert trouble == ["Cell 2 calls `exit()`; remove it."]
    assert names["x"] == 1


# ---- exceptions in words -----------------------------------------------------------------------


def test_a_crash_has_place_line_and_code() -> None:
    """A crash is placed in the student's cell, with the line as they wrote it."""
    names, trouble = load(
        [
            piece("def helper(x):\n    # divide\n    return 1 / x", line=11, place="cell 7"),
            piece("def build():\n    return helper(0)", place="cell 8"),
        ]
    )
    assert words_for(Student(names, trouble).build) == (
        "A number is divided by zero.",
        "cell 7",
        13,
        "return 1 / x",
    )


def test_a_crash_in_a_library_has_the_callers_line() -> None:
    """A crash deep in a library is placed on the student's last own line above it."""
    student = student_of("import json\ndef build():\n    return json.loads('[')")
    message, place, line, code = words_for(student.build)
    assert message.startswith("JSONDecodeError: ")
    assert place.startswith("cell ")
    assert (line, code) == (3, "return json.loads('[')")


def test_a_crash_outside_of_student_code_has_no_place() -> None:
    """An exception that never passed through student code is not placed in it."""
    assert words_for(lambda: 1 // 0)[1:] == ("", 0, "")


def test_two_pieces_of_one_cell_keep_their_lines() -> None:
    """Pieces of one cell that arrive apart are shown on the lines where they were written."""
    first = piece("def f():\n    return g()", line=2, place="cell 20")
    second = piece("def g():\n    raise OSError('no')", line=9, place="cell 20")
    names, trouble = load([first, second])
    assert words_for(Student(names, trouble).f) == (
        "OSError: no",
        "cell 20",
        10,
        "raise OSError('no')",
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "raise NotImplementedError",
            "Not written yet: the stub still raises NotImplementedError.",
        ),
        (
            "import sys; sys.exit(2)",
            "Your code calls `exit()`.",
        ),
        ("quit()", "Your code calls `exit()`."),
        (
            "raise MemoryError",
            "Your code asked for more memory than there is.",
        ),
        (
            "import numpy; numpy.zeros((2**40, 2**10))",
            "Your code asked for more memory than there is.",
        ),
        ("return build()", "A function calls itself without end."),
        ("raise KeyError('x')", "The dictionary has no entry `x`."),
        ("raise ValueError", "ValueError"),
        ("return input().upper() + missing", "The name `missing` is not defined."),
    ],
)
def test_exceptions_are_told_in_words(body: str, words: str) -> None:
    """Each kind of exception is told as what the student can do about it."""
    student = student_of(f"def build():\n    {body}")
    message, place, line, code = words_for(student.build)
    assert message == words
    assert place.startswith("cell ")
    assert (line, code) == (2, body)


def test_what_failed_first_is_told_first() -> None:
    """A crash after pieces that failed begins with those, and mending them is the next step."""
    names, trouble = load([piece("import nump as np"), piece("def f(): return np.pi")])
    with pytest.raises(NameError) as caught:
        names["f"]()
    words = crash_words(caught.value, trouble)
    assert words.message == f"{trouble[0]} The name `np` is not defined."
    assert (words.hint, words.expected) == (MEND, "")
    assert crash_words(caught.value, []).hint != MEND


def test_a_failure_in_a_probe_reads_like_a_check() -> None:
    """A probe's own failure is told as expected, seen and hint."""
    error = Failure("a Keras model", "None", "Is a `return` missing?")
    assert next_step(error) == "Is a `return` missing?"
    assert in_words(error)[0] == "Expected a Keras model; seen None."
    crash = crash_words(error, [])
    assert (crash.expected, crash.message) == ("a Keras model", "None")


def test_what_is_missing_is_told_as_it_is() -> None:
    """The words about a missing function are not preceded by an exception's name."""
    assert in_words(Missing("No `f`."))[0] == "No `f`."


class Silent(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no")


def test_an_exception_that_cannot_be_asked_is_named() -> None:
    """An exception whose text raises is told by its name."""
    assert in_words(Silent())[0] == "Silent"


# ---- source ------------------------------------------------------------------------------------


def test_source_can_be_looked_up() -> None:
    """`inspect` finds a function's source where the student wrote it, and so does a traceback."""
    source = "def f(x):\n    # a comment\n    return x.missing"
    names, _trouble = load([piece(source, line=6, place="cell 30")])
    assert inspect.getsource(names["f"]).strip() == source
    assert inspect.getsourcelines(names["f"])[1] == 6
    linecache.checkcache()
    with pytest.raises(AttributeError) as caught:
        names["f"](1)
    assert "return x.missing" in "".join(traceback.format_exception(caught.value))
