"""The text of a cell into a syntax tree, or into the line and cause why it has none."""

from __future__ import annotations

import ast
import warnings

import pytest

from autograder.submissions.syntax import Fault, byte_lines, first_line, parse, segment, symbols
from autograder.wire.messages import message

HOSTILE = {
    "open brackets": "(" * 10_000,
    "signs": "-" * 100_000 + "1",
    "attributes": "a" + ".b" * 60_000,
    "sums": "1" + "+1" * 60_000,
    "calls": "a" + "()" * 60_000,
    "elif": "if 1:pass\n" + "elif 1:pass\n" * 15_000,
    "digits": "1" * 6_000,
    "null": "a\0b",
    "half a surrogate pair": "'\ud800'",
    "attributes before a word": "a" + ".b" * 60_000 + " c",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_is_a_fault(source: str) -> None:
    """Text made to break a parser becomes a line and a cause, never an exception."""
    fault = parse(source)
    assert isinstance(fault, Fault)
    assert fault.line >= 1
    assert fault.cause.name in ("cell.python_says", "cell.nested", "cell.characters")
    assert symbols(source) is None


def test_fault_has_the_line_and_the_cause() -> None:
    """A syntax error has the line and what Python says of it, as a sentence."""
    assert said("x = 1\n\nprint((2)\n") == (3, "'(' was never closed.")
    assert said("print 1") == (
        1,
        "Missing parentheses in call to 'print'. Did you mean print(...)?",
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("size = 32 train = train.repeat()", "cell.lost_line_breaks"),
        ("def f(a):   b = 1   return b", "cell.lost_line_breaks"),
        ("import math import numpy as np", "cell.lost_line_breaks"),
        ("plt.figure() plt.show()", "cell.lost_line_breaks"),
        ("retrun x", "cell.python_says"),
        ("x = [1 2]", "cell.python_says"),
        ("for i in range(3) print(i)", "cell.python_says"),
        ("def f():\nreturn 1", "cell.lost_indentation"),
    ],
)
def test_statements_side_by_side_have_lost_their_line_breaks(source: str, name: str) -> None:
    """What begins behind a whole statement is told as that, and a misspelt word is not."""
    fault = parse(source)
    assert isinstance(fault, Fault)
    assert fault.cause.name == name


def said(source: str) -> tuple[int, object]:
    """The line of a fault, and Python's own words."""
    fault = parse(source)
    assert isinstance(fault, Fault)
    text = fault.cause.values["text"]
    assert fault.cause == message("cell.python_says", text=text)
    return fault.line, text


def test_warnings_of_the_parser_are_silent() -> None:
    """An invalid escape in a student's string neither warns nor counts as an error."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert isinstance(parse(r"x = '\d'"), ast.Module)
        assert symbols(r"x = '\d'") is not None
    assert seen == []


def test_segment_is_the_exact_text() -> None:
    """Decorators, semicolons and letters of several bytes do not shift a statement's text."""
    source = "é = 'ü'; b = 'ö'\n@first\n@second(1)\ndef f():\n    return 'ä'  # ß\nx = (1,\n2); y"
    tree = parse(source)
    assert isinstance(tree, ast.Module)
    lines = byte_lines(source)
    assert [(first_line(node), segment(lines, node)) for node in tree.body] == [
        (1, "é = 'ü'"),
        (1, "b = 'ö'"),
        (2, "@first\n@second(1)\ndef f():\n    return 'ä'"),
        (6, "x = (1,\n2)"),
        (7, "y"),
    ]
