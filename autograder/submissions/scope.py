"""Finds the global names that a top-level statement binds, reads and changes."""

from __future__ import annotations

import ast
import symtable
from dataclasses import dataclass

from autograder.submissions.syntax import standing_alone, symbols

# A call whose result is assigned is taken for a question, except to these methods, which change
# their object and return something that is worth a name.
CHANGE_AND_RETURN = frozenset({"fit", "pop", "popitem", "setdefault"})
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True, slots=True)
class Use:
    """What a statement does to global names.

    `changes` are objects that it surely alters (`name[0] = 1`, `name.size = 2`); `calls` are those
    with a method called, which may alter them (`name.append(3)`).
    """

    binds: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]
    calls: frozenset[str]


def use_of(node: ast.stmt, source: str) -> Use:
    """The names that a statement uses; `source` is its own text."""
    table = symbols(standing_alone(source))
    binds, reads = _scoped(table) if table else _named(node)
    changes, calls = _altered(node)
    return Use(frozenset(binds), frozenset(reads), frozenset(changes), frozenset(calls))


def _scoped(table: symtable.SymbolTable) -> tuple[set[str], set[str]]:
    """Globals bound and read, also from within functions, classes and comprehensions."""
    binds, reads = set(), set()
    pending = [table]
    while pending:
        scope = pending.pop()
        pending.extend(scope.get_children())
        outermost, in_class = scope is table, scope.get_type() == "class"
        for symbol in scope.get_symbols():
            is_global = outermost or symbol.is_global()
            if is_global and (symbol.is_assigned() or symbol.is_imported()):
                binds.add(symbol.get_name())
            # `x = x` in a class body reads the global, though the name is the class's own.
            if symbol.is_referenced() and (is_global or in_class):
                reads.add(symbol.get_name())
    return binds, reads


def _named(node: ast.stmt) -> tuple[set[str], set[str]]:
    """Every name that occurs, for a statement whose scopes Python refuses; it will tell why."""
    names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    binds = {name.id for name in names if not isinstance(name.ctx, ast.Load)}
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        binds = {node.name}
    return binds, {name.id for name in names if isinstance(name.ctx, ast.Load)}


def _altered(statement: ast.stmt) -> tuple[set[str], set[str]]:
    """Names of objects changed, and of those with methods called, when the statement runs."""
    changes, calls = set[str](), set[str]()
    loops = []
    pending: list[ast.AST] = [statement]
    while pending:
        node = pending.pop()
        if isinstance(node, _SCOPES):
            continue
        if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            changes |= root(node)
        elif isinstance(node, ast.Expr):
            calls |= _called(node.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            calls |= _called(node.value, only=CHANGE_AND_RETURN)
        elif isinstance(node, ast.For | ast.AsyncFor):
            loops.append(node)
        pending.extend(ast.iter_child_nodes(node))
    # `for layer in model.layers: layer.trainable = False` changes `model`. A loop over `zip(axes,
    # images)` that draws on the axes changes no images, so calls are not looked into. Inner loops
    # come last.
    for loop in reversed(loops):
        targets = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
        if targets & (changes | calls):
            calls |= root(loop.iter)
    return changes, calls


def _called(value: ast.expr | None, only: frozenset[str] = frozenset()) -> set[str]:
    """The name in `name.method(...)`."""
    if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
        return set()
    return root(value.func) if not only or value.func.attr in only else set()


def root(node: ast.expr) -> set[str]:
    """The name that a chain of attributes, items and calls starts from."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return {node.id} if isinstance(node, ast.Name) else set()
