"""Makes the mutants of a program: each differs from it by one small edit, as by a slip."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.proofs.mutation_operators import OPERATORS
from autograder.proofs.program import Program


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program after one edit.

    `name` says where and what was edited, as in `build_model: epochs=3 -> epochs=4`; `line` is
    where that begins in the program that it was made from.
    """

    name: str
    operator: str
    line: int
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a program that is Python, in the order of the text; no two are equal."""
    program = Program(source)
    seen = {ast.dump(program.tree)}
    names = dict[str, int]()
    for node in program.nodes():
        for operator, changes_of in OPERATORS.items():
            for change in changes_of(program, node):
                mutated = program.changed(change)
                try:
                    tree = ast.dump(ast.parse(mutated))
                except SyntaxError:
                    continue  # what no one can run is no slip that a check could see
                if tree in seen:
                    continue
                seen.add(tree)
                name = f"{program.place(node)}: {program.shown(node, change)}"
                names[name] = names.get(name, 0) + 1
                again = f" ({names[name]})" if names[name] > 1 else ""
                line = source.encode()[: change.start].count(b"\n") + 1
                yield Mutant(name + again, operator, line, mutated)
