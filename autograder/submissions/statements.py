"""Turns cells into top-level statements: where each one is, and which global names it uses.

Of a cell that is no Python, the statements that can be read by themselves remain.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from autograder.records import Cell
from autograder.submissions.scope import Use, use_of
from autograder.submissions.syntax import (
    Fault,
    byte_lines,
    first_line,
    indentation,
    is_unwritten,
    parse,
    segment,
)
from autograder.wire.protocol import Piece

_DEFINES = re.compile(
    r"^[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)|^(\w+)[ \t]*=", re.MULTILINE
)
# A line that starts like this goes on with the statement above it.
_GOES_ON = re.compile(r"\s|#|[)\]}]|$|(?:else|elif|except|finally)\b")
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
NOTHING = Use(frozenset(), frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level statement, or one of those below `if __name__ == "__main__":`.

    `always` marks those whose effect no name shows, `unwritten` a stub that nobody has filled in,
    `assigns` what binds names by anything but a definition or an import. The narrow reading leaves
    out what is `aside`; the names in an expression there are not looked up. `checks` is the
    exercise for which it calls `grader.check`.
    """

    piece: Piece
    use: Use = NOTHING
    always: bool = False
    unwritten: bool = False
    assigns: bool = False
    aside: bool = False
    checks: str = ""


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """What remains of a cell that cannot be read, known by the names it seems to define."""

    number: int
    defines: frozenset[str]


@lru_cache(maxsize=2048)
def statements_of(cell: Cell) -> tuple[tuple[Statement, ...], BrokenCell | None]:
    """The statements of one cell, and what is known of it where it is broken.

    Most cells of a class are the handout's own, so those of the last submissions are remembered.
    """
    if cell.file:
        return (Statement(Piece(cell.name, 1, cell.source, cell.file), always=True),), None
    source = cell.source.replace("\r\n", "\n").replace("\r", "\n")
    tree, broken = parse(source), None
    if isinstance(tree, Fault):
        trees, remainder = _salvage(source)
        names = {name for pair in _DEFINES.findall(remainder) for name in pair if name}
        broken = BrokenCell(cell.number, frozenset(names))
    else:
        trees = [(tree, source, 0)]
    found = [
        statement
        for part, text, line in trees
        for statement in _statements(part, text, cell.name, line)
    ]
    return tuple(found), broken


def _statements(
    tree: ast.Module, source: str, place: str, lines_before: int
) -> Iterator[Statement]:
    lines = byte_lines(source)
    for node in tree.body:
        if not isinstance(node, ast.Pass):
            for inner in _below_main_guard(node) or [node]:
                text = segment(lines, inner)
                if inner is not node and not text[:1].isspace():
                    text = indentation(lines, inner) + text
                piece = Piece(place, lines_before + first_line(inner), text)
                yield _statement(inner, piece, aside=inner is not node or _is_aside(node))


def _statement(node: ast.stmt, piece: Piece, *, aside: bool) -> Statement:
    always = isinstance(node, ast.ImportFrom) and (
        node.module == "__future__" or any(alias.name == "*" for alias in node.names)
    )
    return Statement(
        piece,
        use=NOTHING if aside and isinstance(node, ast.Expr) else use_of(node, piece.source),
        always=always and not aside,
        unwritten=is_unwritten(node),
        assigns=not isinstance(node, _DEFINITIONS),
        aside=aside,
        checks=_checked(node),
    )


def _checked(node: ast.stmt) -> str:
    """The exercise for which a statement calls `grader.check("...")` or `check("...")`."""
    match node:
        case ast.Expr(
            ast.Call(
                func=ast.Attribute(attr="check") | ast.Name(id="check"),
                args=[ast.Constant(value=str(slug)), *_],
            )
        ):
            return slug
    return ""


def _below_main_guard(node: ast.stmt) -> list[ast.stmt]:
    """The statements below `if __name__ == "__main__":`, where they are on lines of their own."""
    match node:
        case ast.If(ast.Compare(), body, []) if body[0].lineno > node.lineno:
            return body if _asks_for_main(node) else []
    return []


def _asks_for_main(node: ast.If) -> bool:
    if not isinstance(node.test, ast.Compare):
        return False
    sides = [node.test.left, *node.test.comparators]
    return any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)


def _is_aside(node: ast.stmt) -> bool:
    """Expressions that call no method and bind nothing, and what is for a program alone."""
    if isinstance(node, ast.Expr):
        is_method_call = isinstance(node.value, ast.Call) and isinstance(
            node.value.func, ast.Attribute
        )
        return not is_method_call and not any(isinstance(n, ast.NamedExpr) for n in ast.walk(node))
    return isinstance(node, ast.If) and _asks_for_main(node)


def _salvage(source: str) -> tuple[list[tuple[ast.Module, str, int]], str]:
    """The top-level statements of a broken cell that can be read, and the text of the rest.

    Each part comes with the number of lines above it.
    """
    good, rest = [], []
    chunks = list(_chunks(source))
    for index, (line, chunk) in enumerate(chunks):
        tree = parse(chunk)
        if not isinstance(tree, Fault):
            good.append((tree, chunk, line))
            continue
        rest.append(chunk)
        if chunk.count('"""') % 2 or chunk.count("'''") % 2:
            # From here on nobody can tell what is code and what lies within quotes.
            rest += [later for _, later in chunks[index + 1 :]]
            break
    return good, "\n".join(rest)


def _chunks(source: str) -> Iterator[tuple[int, str]]:
    """The text cut before each line that starts a statement, with the number of lines above."""
    lines = source.split("\n")
    start, in_decorators = 0, False
    for number, line in enumerate(lines):
        if _GOES_ON.match(line):
            continue
        if number > start and not in_decorators:
            yield start, "\n".join(lines[start:number])
            start = number
        in_decorators = line.startswith("@")
    yield start, "\n".join(lines[start:])
