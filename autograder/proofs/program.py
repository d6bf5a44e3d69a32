"""Finds the text of each part of a Python program, so that a part can be replaced in place.

What is replaced keeps everything around it as it was written: comments, line breaks, spaces.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

Span = tuple[int, int]
# Python does not say where within an f-string its parts are before 3.12.
OPAQUE = (ast.JoinedStr, ast.Import, ast.ImportFrom)
ANNOTATIONS = ("annotation", "returns", "type_comment")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# What is shown of an edit: the smallest of these around it.
WHOLE = (ast.keyword, ast.Call, ast.Compare, ast.BoolOp, ast.Subscript)
LONGEST_SHOWN = 100
MODULES = re.compile(r"\b(?:tf\.)?keras\.(?:\w+\.)*|\bnp\.")
SPACE = re.compile(r"(?<=[(\[{]) |,? (?=[)\]}])")


@dataclass(frozen=True, slots=True)
class Change:
    """The bytes from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Program:
    """A program that can be parsed; raises `SyntaxError` for any other."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()
        self.tree = ast.parse(source)
        lines = self._bytes.splitlines(keepends=True)
        self._starts = [0, *accumulate(map(len, lines))]
        self._parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    def nodes(self) -> Iterator[ast.AST]:
        """All parts that do something, in the order of the text: no docstring, no annotation."""
        return self._below(self.tree)

    def _below(self, node: ast.AST) -> Iterator[ast.AST]:
        yield node
        for name, value in ast.iter_fields(node):
            children = value if isinstance(value, list) else [value]
            if name == "body" and is_docstring(children[0] if children else None):
                children = children[1:]
            for child in children:
                if (
                    isinstance(child, ast.AST)
                    and name not in ANNOTATIONS
                    and not isinstance(child, OPAQUE)
                ):
                    yield from self._below(child)

    def parent(self, node: ast.AST) -> ast.AST | None:
        return self._parents.get(node)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """What it is part of, the innermost first."""
        while (above := self._parents.get(node)) is not None:
            yield above
            node = above

    def span(self, node: ast.AST) -> Span:
        """Where its text begins and ends, in bytes."""
        begin = self._starts[getattr(node, "lineno", 1) - 1] + getattr(node, "col_offset", 0)
        line, column = getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)
        return begin, (self._starts[(line or 1) - 1] + (column or 0))

    def between(self, start: int, end: int) -> str:
        return self._bytes[start:end].decode()

    def text(self, node: ast.AST) -> str:
        return self.between(*self.span(node))

    def put(self, node: ast.AST, text: str) -> Change:
        """The change that writes something else in the place of a part."""
        return Change(*self.span(node), text)

    def drop(self, items: Sequence[Span], place: int) -> Change:
        """The change that takes one of several parts away, with the comma that belongs to it."""
        start, end = items[place]
        if place + 1 < len(items):
            end = items[place + 1][0]
        elif place > 0:
            start = items[place - 1][1]
        else:
            end += len(re.match(r"\s*,?", self.between(end, len(self._bytes)))[0])  # type: ignore[index]  # it always matches
        return Change(start, end, "")

    def swap(self, first: Span, second: Span) -> Change:
        """The change that puts two parts in each other's place."""
        middle = self.between(first[1], second[0])
        return Change(first[0], second[1], self.between(*second) + middle + self.between(*first))

    def changed(self, change: Change) -> str:
        """The program's source after a change."""
        return (
            self.between(0, change.start) + change.text + self.between(change.end, len(self._bytes))
        )

    def place(self, node: ast.AST) -> str:
        """The function or class that a part lies in, as in `StopAtAccuracy.on_epoch_end`."""
        around = [each for each in (node, *self.ancestors(node)) if isinstance(each, DEFINITIONS)]
        return ".".join(each.name for each in reversed(around)) or "module"

    def shown(self, node: ast.AST, change: Change) -> str:
        """What a change does in a line, as in `epochs=3 -> epochs=4`."""
        start, end = self._around(node, change)
        before = self.between(start, end)
        after = self.between(start, change.start) + change.text + self.between(change.end, end)
        if len(before) > LONGEST_SHOWN:
            before, after = self.between(change.start, change.end), change.text
        if isinstance(node, ast.stmt) and has_body(node):
            before = before.partition("\n")[0] + " ..."
        return f"{_in_a_line(before)} -> {_in_a_line(after) or 'nothing'}"

    def _around(self, node: ast.AST, change: Change) -> Span:
        """The smallest part that shows what a change is about."""
        while not isinstance(node, (*WHOLE, ast.stmt)):
            above = self._parents.get(node)
            if above is None or has_body(above) or not hasattr(above, "lineno"):
                break
            node = above
        start, end = self.span(node)
        is_within = start <= change.start <= change.end <= end
        return (change.start, change.end) if has_body(node) or not is_within else (start, end)


def has_body(node: ast.AST) -> bool:
    """Whether it is a statement that holds others."""
    return isinstance(getattr(node, "body", None), list)


def is_docstring(node: ast.AST | None) -> bool:
    """Whether a statement is only a text."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _in_a_line(text: str) -> str:
    """A part as one line, without the modules that its names come from."""
    return SPACE.sub("", MODULES.sub("", " ".join(text.split()))).strip(" ,")
