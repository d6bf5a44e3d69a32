"""Parses the text of a cell, or says on which line and why it cannot be parsed."""

from __future__ import annotations

import ast
import symtable
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from autograder.submissions.newer_python import newer_syntax
from autograder.wire.messages import Message, message

# Submissions are read by several threads, and the filters of `warnings` belong to all of them.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is not Python: the line, from 1, and the cause."""

    line: int
    cause: Message


def parse(source: str) -> ast.Module | Fault:
    """The syntax tree of `source`; hostile text becomes a `Fault`, never an exception."""
    try:
        with _quiet():
            return ast.parse(source)
    except SyntaxError as error:
        line = error.lineno or 1
        if newer := newer_syntax(source, line, error.msg):
            return Fault(line, newer)
        words = error.msg if error.msg.endswith(("?", "!", ".")) else f"{error.msg}."
        name = "cell.python_says"
        if error.msg.startswith("expected an indented block"):
            name = "cell.lost_indentation"
        elif _follows_a_statement(error):
            name = "cell.lost_line_breaks"
        return Fault(line, message(name, text=words))
    except (RecursionError, MemoryError):
        return Fault(1, message("cell.nested"))
    except ValueError:
        return Fault(1, message("cell.characters"))


def _follows_a_statement(error: SyntaxError) -> bool:
    """Whether what Python cannot read comes behind a statement that is whole, on its line."""
    place = (error.offset or 1) - 1
    before, after = (error.text or "")[:place], (error.text or "")[place:]
    if error.msg != "invalid syntax" or not before.endswith(" ") or not after[:1].isidentifier():
        return False
    try:
        with _quiet():
            last = ast.parse(before.strip()).body[-1:]
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        return False
    # A name alone may be a word that is misspelt.
    return any(not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Name)) for one in last)


def symbols(source: str) -> symtable.SymbolTable | None:
    """The scopes of a statement that parses; none where its scopes contradict each other."""
    try:
        with _quiet():
            return symtable.symtable(source, "cell", "exec")
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        return None


def byte_lines(source: str) -> list[bytes]:
    """The lines as the parser counts them; its columns count bytes of UTF-8."""
    return source.encode().split(b"\n")


def first_line(node: ast.stmt) -> int:
    """The line where a statement starts, its decorators included."""
    decorators: Sequence[ast.expr] = getattr(node, "decorator_list", ())
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def segment(lines: Sequence[bytes], node: ast.stmt) -> str:
    """The exact text of a statement, its decorators included."""
    start, end = first_line(node) - 1, (node.end_lineno or node.lineno) - 1
    # A decorated statement cannot follow a semicolon, so its "@" is the first of its line.
    column = node.col_offset if start == node.lineno - 1 else 0
    if start == end:
        # A line may hold very many statements, and must not be copied for each.
        return lines[start][column : node.end_col_offset].decode()
    kept = list(lines[start : end + 1])
    kept[-1] = kept[-1][: node.end_col_offset]
    kept[0] = kept[0][column:]
    return b"\n".join(kept).decode()


def indentation(lines: Sequence[bytes], node: ast.stmt) -> str:
    """What the line of a statement begins with."""
    line = lines[first_line(node) - 1]
    return line[: len(line) - len(line.lstrip())].decode()


def standing_alone(source: str) -> str:
    """The text of a statement that may come from within a block, as a whole one."""
    return f"if True:\n{source}" if source.startswith((" ", "\t")) else source


def is_left_open(node: ast.AST) -> bool:
    """Whether this is the `raise NotImplementedError` of a stub."""
    if not isinstance(node, ast.Raise) or node.exc is None:
        return False
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def is_unwritten(node: ast.stmt) -> bool:
    """Whether this is a stub: a function that gets to its `raise`, or a class with such a one."""
    if isinstance(node, ast.ClassDef):
        methods = (one for one in node.body if not isinstance(one, ast.ClassDef))
        return any(map(is_unwritten, methods))
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    for inner in node.body:
        if is_left_open(inner):
            return True
        if any(isinstance(part, ast.Return) for part in ast.walk(inner)):
            return False
    return False


@contextmanager
def _quiet() -> Iterator[None]:
    """A student's "\\d" must neither print a warning of ours nor count as an error."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
