"""This package into the one that students get: the same engine, and nothing that tells answers.

Of an exercise's definition the probes and checks stay, since students run them; known answers, and
what only they use, are left out. So are the hidden images.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

from autograder import PACKAGE
from autograder.submissions.scope import use_of
from autograder.submissions.syntax import byte_lines, segment

EXERCISES = "exercises"
NOT_FOR_STUDENTS = ("hidden", "__pycache__", EXERCISES)
KNOWN_ANSWERS = ("mistake", "accepts")


def write_edition(folder: Path, assignment: str, slugs: tuple[str, ...]) -> None:
    """Writes the package, with the public part of these exercises alone, as `folder`."""
    shutil.copytree(PACKAGE, folder, ignore=shutil.ignore_patterns(*NOT_FOR_STUDENTS))
    definitions = folder / EXERCISES / assignment
    definitions.mkdir(parents=True)
    for package in (definitions.parent, definitions):
        origin = PACKAGE / package.relative_to(folder)
        shutil.copy(origin / "__init__.py", package)
    for slug in slugs:
        source = (PACKAGE / EXERCISES / assignment / f"{slug}.py").read_text("utf-8")
        (definitions / f"{slug}.py").write_text(public_part(source), "utf-8")


def public_part(source: str) -> str:
    """A definition's source without its known answers and without what nothing else uses."""
    kept = [node for node in ast.parse(source).body if not _is_known_answer(node)]
    lines = byte_lines(source)
    while unused := _unused(kept, lines):
        kept = [node for node in kept if node not in unused]
    return "\n\n\n".join(segment(lines, node) for node in kept) + "\n"


def _is_known_answer(node: ast.stmt) -> bool:
    """`exercise.mistake(...)` and `exercise.accepts(...)`, in a loop too."""
    return not isinstance(node, ast.FunctionDef | ast.ClassDef) and any(
        isinstance(part, ast.Attribute) and part.attr in KNOWN_ANSWERS for part in ast.walk(node)
    )


def _unused(nodes: list[ast.stmt], lines: list[bytes]) -> list[ast.stmt]:
    """Functions and values that no other statement reads; what is decorated is used by that."""
    uses = {node: use_of(node, segment(lines, node)) for node in nodes}
    unused = list[ast.stmt]()
    for node in nodes:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign):
            continue
        if getattr(node, "decorator_list", None) or "exercise" in uses[node].binds:
            continue
        read = set[str]().union(*(uses[other].reads for other in nodes if other is not node))
        if not uses[node].binds & read:
            unused.append(node)
    return unused
