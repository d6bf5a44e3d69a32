"""Syntax of a newer Python is told from a typing error."""

from __future__ import annotations

import pytest

from autograder.report.catalogue import english
from autograder.submissions import newer_python
from autograder.submissions.newer_python import newer_syntax

NEWER = {
    'print(f"{logs["loss"]}")': "3.12",
    "print(f'{epoch}: {logs['loss']:.2f}')": "3.12",
    "type Images = list[int]": "3.12",
    "def first[T](items: list[T]) -> T: pass": "3.12",
    "class Box[T]: pass": "3.12",
    "except ValueError, TypeError:": "3.14",
    'template = t"{name}"': "3.14",
}
TYPING_ERRORS = (
    "def f(:",
    "print(f\"{logs['loss']}\"",
    'print("a" "b"',
    'print(f"{a}" + "{b}"',
    "type = 3 3",
    "except ValueError, error:",
    "result = [1, 2",
    'print(format "a")',
    "print 'a'",
)


@pytest.fixture(autouse=True)
def _older(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newer_python, "HERE", (3, 11))


@pytest.mark.parametrize("line", NEWER)
def test_newer_syntax_is_told_with_its_version(line: str) -> None:
    """Whoever works with a newer Python learns which one it takes, and what is there."""
    said = newer_syntax(f"x = 1\n{line}", 2, "invalid syntax")
    assert said is not None
    words = english().say(said)
    assert f"needs Python {NEWER[line]}, and your code is graded with 3.11" in words


@pytest.mark.parametrize("line", TYPING_ERRORS)
def test_a_typing_error_is_none_of_a_newer_python(line: str) -> None:
    """What no Python can read is not blamed on a version."""
    assert newer_syntax(line, 1, "invalid syntax") is None


def test_what_this_python_has_is_not_newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """With 3.12 an error in such a line is a typing error."""
    monkeypatch.setattr(newer_python, "HERE", (3, 12))
    assert newer_syntax("type Images = = int", 1, "invalid syntax") is None


def test_python_itself_may_say_so() -> None:
    """What it says of f-strings is enough."""
    says = "f-string expression part cannot include a backslash"
    assert newer_syntax("x", 1, says) is not None
