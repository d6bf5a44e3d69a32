"""The source of the package into the texts that students can read, for the test of their table.

A text is student-facing when it is given to a function for a parameter with one of the names in
`ROLES`, such as `hint`, wherever that function is defined; whoever writes another helper with a
`hint` is found by it. What is known only when the code runs reads `…`.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import autograder

PACKAGE = Path(autograder.__file__).parent
OPEN = "…"
# Parameters whose arguments students read, and the part of a message that each of them becomes.
ROLES = {
    "expected": "expected",
    "what": "what",
    "wanted": "wanted",
    "seen": "seen",
    "hint": "step",
    "text": "text",
    "reason": "text",
    "cause": "text",
    "clause": "clause",
    "trouble": "clause",
}
# Functions that have such a parameter and mean something else by it.
OTHERS = {"rewrite", "count", "open", "Student", "crash_words", "observe", "FitRequest"}
# Classes whose only argument is such a text, and lists that notes on cells are made of.
SENTENCES = {
    "RefusedSubmission": "text",
    "RequestTooLarge": "text",
    "RecipeError": "clause",
}
NOTED = {"left_out", "dropped", "told", "trouble"}
# Modules that talk with a student in a notebook or terminal, and what a sentence looks like.
CONVERSING = {"checking", "preview", "live"}
SENTENCE = re.compile("[a-z] [a-z]")
MOST_READINGS = 24
DEEPEST = 6

Readings = Sequence[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One text: where it is given, as which part of a message, and what it can read."""

    module: str
    line: int
    part: str
    text: str


@cache
def tree(module: str) -> ast.Module:
    """The syntax of a module, given by its dotted name below the package."""
    path = PACKAGE / f"{module.replace('.', '/')}.py"
    (found,) = [path] if path.is_file() else PACKAGE.rglob(path.name)
    return ast.parse(found.read_text("utf-8"))


@cache
def parameters() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """For the name of each function and class: where one is defined, and its parameters."""
    found: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, []).append((module, _arguments_of(node)))
            elif isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append((module, _fields_of(node)))
    return found


def _arguments_of(node: ast.FunctionDef) -> Sequence[str]:
    every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [arg.arg for arg in every if arg.arg != "self"]


def _fields_of(node: ast.ClassDef) -> Sequence[str]:
    """What a class is made of: the arguments of its `__init__`, or a dataclass's fields."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return _arguments_of(part)
    fields = [part.target for part in node.body if isinstance(part, ast.AnnAssign)]
    return [field.id for field in fields if isinstance(field, ast.Name)]


@cache
def spoken(module: str) -> Sequence[Spoken]:
    """Every text that a module gives to somebody who shows it to students."""
    return tuple(_spoken(module))


def _spoken(module: str) -> Iterator[Spoken]:
    for scope in ast.walk(tree(module)):
        if isinstance(scope, (ast.FunctionDef, ast.Module)) and not _is_probe(scope):
            for node in _own(scope):
                if isinstance(node, ast.Call):
                    yield from _of_call(module, scope, node)
                if module in CONVERSING:
                    yield from _answers(module, scope, node)
                # How a run ended, and a sentence.
                if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                    for part in node.value.elts[1:]:
                        for text in _readings(module, scope, part):
                            if module == "endings" and text.startswith("Your code"):
                                yield Spoken(module, part.lineno, "text", text)


def _answers(module: str, scope: ast.AST, node: ast.AST) -> Iterator[Spoken]:
    """What is printed, returned as a sentence, or said of a command that cannot be carried out."""
    given: list[ast.expr] = []
    if isinstance(node, ast.Return) and isinstance(node.value, ast.JoinedStr | ast.Constant):
        given = [node.value]
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"print", "UsageError"}:
        given = node.args[:1]
    for argument in given:
        for text in _readings(module, scope, argument):
            if SENTENCE.search(text):
                yield Spoken(module, argument.lineno, "text", text)


def _of_call(module: str, scope: ast.AST, call: ast.Call) -> Iterator[Spoken]:
    for part, argument in _arguments(module, call):
        for text in _readings(module, scope, argument):
            if any(sign.isalpha() for sign in text.replace(OPEN, "")):
                yield Spoken(module, argument.lineno, part, text)


def _arguments(module: str, call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """The arguments of a call that students read, each with its part of the message."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in SENTENCES and call.args:
        yield SENTENCES[name], call.args[0]
    elif name == "append" and isinstance(function, ast.Attribute):
        if isinstance(function.value, ast.Name) and function.value.id in NOTED:
            yield "text", call.args[0]
    elif name not in OTHERS:
        # Of several functions of one name, that of the same module is meant.
        known = sorted(parameters().get(name, ()), key=lambda pair: pair[0] != module)
        for _module, names in known:
            pairs = [*zip(names, call.args, strict=False)]
            pairs += [(one.arg or "", one.value) for one in call.keywords if one.arg in names]
            told = [(ROLES[key], value) for key, value in pairs if key in ROLES]
            if told:
                yield from told
                return


def _readings(module: str, scope: ast.AST, node: ast.expr, depth: int = 0) -> Readings:
    """What an expression can read, as far as the source says it."""
    if depth > DEEPEST:
        return [OPEN]
    match node:
        case ast.Constant():
            return [str(node.value)]
        case ast.JoinedStr(values=parts):
            return _joined([_part(module, scope, part, depth) for part in parts])
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([_readings(module, scope, side, depth + 1) for side in (left, right)])
        case ast.Name(id=name):
            return _named(module, scope, name, depth)
    branches = _branches(node)
    return _all(module, scope, branches, depth) if branches else [OPEN]


def _branches(node: ast.expr) -> Sequence[ast.expr]:
    """The expressions one of which a value is; none where it is something else."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.BoolOp(values=values) | ast.Dict(values=values):
            return values
        case ast.Call(func=ast.Attribute(value=ast.Name() as table, attr="get")):
            return [table]
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=" "), attr="join"),
            args=[ast.List(elts=[first, *_others])],
        ):
            return [first]
    return []


def _part(module: str, scope: ast.AST, part: ast.expr, depth: int) -> Readings:
    """A part of an f-string: branches and constant texts are told, everything else is open."""
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    value = getattr(part, "value", part)
    if isinstance(value, ast.IfExp | ast.BoolOp):
        return _readings(module, scope, value, depth + 1)
    if isinstance(value, ast.Name) and value.id.isupper():
        texts = _named(module, scope, value.id, depth + 1)
        return [text if any(map(str.isalpha, text)) else OPEN for text in texts]
    return [OPEN]


def _named(module: str, scope: ast.AST, name: str, depth: int) -> Readings:
    """What is assigned to a name in a function, or else in the module, or in one it imports."""
    for place in (scope, tree(module)):
        given = [
            node.value
            for node in _own(place)
            if isinstance(node, ast.Assign)
            and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
        ]
        if given:
            return _all(module, scope, given, depth)
    for node in tree(module).body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("autograder."):
            origin = str(node.module).removeprefix("autograder.")
            if name in [alias.name for alias in node.names]:
                return _named(origin, tree(origin), name, depth + 1)
    return [OPEN]


def _all(module: str, scope: ast.AST, nodes: Sequence[ast.expr], depth: int) -> Readings:
    found = [text for node in nodes for text in _readings(module, scope, node, depth + 1)]
    return [*dict.fromkeys(found)]


def _joined(parts: Sequence[Readings]) -> Readings:
    ways = itertools.islice(itertools.product(*parts), MOST_READINGS)
    texts = ["".join(way) for way in ways]
    while any(OPEN * 2 in text for text in texts):
        texts = [text.replace(OPEN * 2, OPEN) for text in texts]
    return [*dict.fromkeys(texts)]


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function or module, without those of functions inside it."""
    pending = [*ast.iter_child_nodes(scope)]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef):
            continue
        yield node
        pending += ast.iter_child_nodes(node)


def _is_probe(scope: ast.AST) -> bool:
    return isinstance(scope, ast.FunctionDef) and any(
        isinstance(mark, ast.Attribute) and mark.attr == "probe" for mark in scope.decorator_list
    )
