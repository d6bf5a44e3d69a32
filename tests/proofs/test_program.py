"""A program's parts: found with their text, and replaced with all else as it was written."""

from __future__ import annotations

import ast

import pytest

from autograder.proofs.program import Program, is_docstring

SOURCE = '''"""What it is about."""

import math


class Grün:
    def öffnen(self, breite: int = 3) -> "Grün":  # ä
        """Docstring."""
        return tür(breite, ["ä", 2],  # Kommentar
                   verbose=0)
'''


def part(program: Program, kind: type[ast.AST], text: str) -> ast.AST:
    """The part of that kind with that text."""
    (found,) = [
        node
        for node in ast.walk(program.tree)
        if isinstance(node, kind) and program.text(node) == text
    ]
    return found


def test_text_is_found_whatever_the_alphabet() -> None:
    """Positions count bytes, so letters beside ASCII move nothing."""
    program = Program(SOURCE)
    assert part(program, ast.Name, "tür")
    assert part(program, ast.keyword, "verbose=0")
    assert part(program, ast.Constant, '"ä"')


def test_a_change_keeps_all_else() -> None:
    """Only the bytes of the part are replaced; comments and line breaks stay."""
    program = Program(SOURCE)
    change = program.put(part(program, ast.Constant, "2"), "20")
    assert program.changed(change) == SOURCE.replace("2]", "20]")


def test_what_does_nothing_is_no_part() -> None:
    """Docstrings, annotations, imports and the inside of f-strings are not offered."""
    program = Program(SOURCE + 'x = f"{y + 1}"\n')
    texts = [program.text(node) for node in program.nodes() if isinstance(node, ast.expr)]
    assert "breite" in texts
    assert not {'"""Docstring."""', "int", '"Grün"', "y"} & set(texts)


@pytest.mark.parametrize(
    ("source", "place", "left"),
    [
        ("f(a, b, c)", 0, "f(b, c)"),
        ("f(a, b, c)", 1, "f(a, c)"),
        ("f(a, b, c)", 2, "f(a, b)"),
        ("f(\n    a,\n    b,\n)", 1, "f(\n    a,\n)"),
        ("f(\n    a,\n)", 0, "f(\n    \n)"),
        ("f(a)", 0, "f()"),
    ],
)
def test_a_comma_goes_with_its_argument(source: str, place: int, left: str) -> None:
    """What is left can be read, whichever of the arguments is taken away."""
    program = Program(source)
    (call,) = [node for node in ast.walk(program.tree) if isinstance(node, ast.Call)]
    spans = [program.span(each) for each in call.args]
    assert program.changed(program.drop(spans, place)) == left


def test_two_parts_change_places() -> None:
    """What lies between them stays where it is."""
    program = Program("f(a,  # first\n  b)")
    (call,) = [node for node in ast.walk(program.tree) if isinstance(node, ast.Call)]
    first, second = (program.span(each) for each in call.args)
    assert program.changed(program.swap(first, second)) == "f(b,  # first\n  a)"


def test_a_part_lies_in_its_function() -> None:
    """A method is named with its class; what lies in none, as the module's."""
    program = Program(SOURCE + "z = 4\n")
    assert program.place(part(program, ast.Constant, "2")) == "Grün.öffnen"
    assert program.place(part(program, ast.Constant, "4")) == "module"


@pytest.mark.parametrize(
    ("source", "old", "new", "shown"),
    [
        ("fit(x, epochs=3)", "3", "4", "epochs=3 -> epochs=4"),
        ("tf.keras.layers.Dense(64)", "64", "65", "Dense(64) -> Dense(65)"),
        ("x = 1 + 2", "2", "3", "x = 1 + 2 -> x = 1 + 3"),
        ("if a > 0:\n    pass", "0", "1", "a > 0 -> a > 1"),
        (
            "return_value = [\n    1,\n    2]",
            "2",
            "3",
            "return_value = [1, 2] -> return_value = [1, 3]",
        ),
        (f"f({'a' * 100}, 2)", "2", "3", "2 -> 3"),
        ("f(2)", "2", "", "f(2) -> f()"),
    ],
)
def test_a_change_is_shown_in_a_line(source: str, old: str, new: str, shown: str) -> None:
    """It is shown with the smallest part around it that says what it is about."""
    program = Program(source)
    node = part(program, ast.Constant, old)
    assert program.shown(node, program.put(node, new)) == shown


def test_a_statement_with_others_in_it_is_shown_by_its_first_line() -> None:
    """A whole loop is not repeated in a name."""
    program = Program("for x in y:\n    f(x)\n    g(x)\n")
    (node,) = program.tree.body
    assert program.shown(node, program.put(node, "pass")) == "for x in y: ... -> pass"


def test_a_text_alone_is_a_docstring() -> None:
    """Anything else, and nothing at all, is none."""
    docstring, call = ast.parse('"text"\nf("text")').body
    assert [is_docstring(node) for node in (docstring, call, None)] == [True, False, False]
