"""The mutants of a program: all different, all Python, and called the same every time."""

from __future__ import annotations

import ast

from autograder.proofs.mutants import mutants_of

SOURCE = '''"""Reference: it doubles."""


def double(number, verbose=0):
    """Return twice the number."""
    return 2 * number


def twice(number):
    return 2 * number
'''


def test_a_mutant_is_named_after_its_place_and_its_edit() -> None:
    """The name says in which function what becomes what; the line is that of the program."""
    found = {mutant.name: mutant for mutant in mutants_of(SOURCE)}
    tripled = found["double: return 2 * number -> return 3 * number"]
    assert (tripled.operator, tripled.line) == ("number", 6)
    assert tripled.source == SOURCE.replace("2", "3", 1)
    assert found["twice: return 2 * number -> return None"].line == 10


def test_no_two_mutants_are_equal() -> None:
    """Neither to each other nor to the program, however they are written; each is Python."""
    trees = [ast.dump(ast.parse(mutant.source)) for mutant in mutants_of(SOURCE)]
    assert len({ast.dump(ast.parse(SOURCE)), *trees}) == len(trees) + 1 > 10


def test_names_are_told_apart_and_stay() -> None:
    """What is edited alike in two places of a function gets a number; all is repeatable."""
    source = "def f():\n    g(1)\n    g(1)\n"
    names = [mutant.name for mutant in mutants_of(source)]
    assert len(set(names)) == len(names)
    assert {"f: g(1) -> g(2)", "f: g(1) -> g(2) (2)"} <= set(names)
    assert names == [mutant.name for mutant in mutants_of(source)]


def test_what_is_no_python_is_left_out() -> None:
    """A decorated method is not taken away: what is left would be no program."""
    source = "class A:\n    @staticmethod\n    def f():\n        return 1\n"
    assert {mutant.name for mutant in mutants_of(source)} == {
        "A.f: return 1 -> return 0",
        "A.f: return 1 -> return 2",
        "A.f: return 1 -> return None",
    }
