"""Guesses what a top-level statement may do to global names when it runs.

`scope` is sure of what it finds; this guesses widely. A call may alter the object whose method it
is and whatever it is handed, a decorator what its method belongs to, and a function that is called
the globals that it alters.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from autograder.submissions.scope import CHANGE_AND_RETURN, root

# Stands for every name: what `exec` and `globals()` reach.
ANYTHING = "*"
_REACH_ANYTHING = frozenset(
    {"exec", "eval", "globals", "locals", "vars", "builtins", "__builtins__", "__main__"}
)
# Calls that only show or look, and seeds, which are set again before anything is asked.
_ONLY_LOOKS = re.compile(
    r"print|show|plot|hist|summary|describe|display|title|label|legend|figure|imshow|color|grid"
    r"|seed|clear_session|filterwarnings|sleep|^(?:is|get|list|len|type|help|head|tail|info)(?:_|$)"
)
# Decorators that leave what they belong to as it was.
_ONLY_WRAPS = re.compile(
    r"function|wraps|cache|jit|setter|getter|method|dataclass|contextmanager|ordering|property"
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a statement may do when it runs, and what its functions may do when they are called.

    `runs` are the names that it reads where it calls something; `alters` are objects that it may
    change; `handed` are those that it hands to a call, as pairs with the name that the call begins
    with. `within` and `handed_within` are the same of the functions that it defines. `aliases` are
    pairs of a name that it binds and the name whose object, or a part of it, that becomes.
    """

    runs: frozenset[str]
    alters: frozenset[str]
    handed: frozenset[tuple[str, str]]
    within: frozenset[str]
    handed_within: frozenset[tuple[str, str]]
    aliases: frozenset[tuple[str, str]]


@dataclass(slots=True)
class _Found:
    """What is found where a statement runs at once, or within the functions that it defines."""

    reads: set[str] = field(default_factory=set)
    alters: set[str] = field(default_factory=set)
    handed: set[tuple[str, str]] = field(default_factory=set)
    calls: bool = False

    def read(self, name: str) -> None:
        self.reads.add(name)
        if name in _REACH_ANYTHING:
            self.alters.add(ANYTHING)


@dataclass(frozen=True, slots=True)
class _Part:
    """A node to look at: whether within a function, of which class, and whether for its effect."""

    node: ast.AST
    in_function: bool = False
    of_class: str = ""
    for_effect: bool = False

    def inner(self, node: ast.AST) -> _Part:
        """A part of this one. It is there for its effect where nothing is made of its value."""
        match self.node:
            case ast.Expr() | ast.withitem() | ast.Assign(targets=[ast.Name("_")]):
                for_effect = True
            case _:
                for_effect = self.for_effect and isinstance(self.node, ast.expr)
        return _Part(node, self.in_function, self.of_class, for_effect)


def effect_of(statement: ast.stmt) -> Effect:
    """What a statement and its functions may do to global names; each node is looked at once."""
    now, later = _Found(), _Found()
    aliases = set[tuple[str, str]]()
    pending = [_Part(statement)]
    while pending:
        part = pending.pop()
        found = later if part.in_function else now
        match part.node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() as node:
                pending += _definition(node, part, found)
            case ast.Lambda(arguments, body):
                pending += [part.inner(arguments), _Part(body, True, part.of_class, True)]
            case ast.Call() | ast.Attribute() | ast.Subscript() as node:
                pending += _chain(node, part, found)
            case ast.Name(name, ast.Load()):
                found.read(name)
            case ast.Global(names) if part.in_function:
                found.alters |= {*names}
            case ast.Assign(targets, value) if not part.in_function:
                names = [target.id for target in targets if isinstance(target, ast.Name)]
                aliases |= {(name, origin) for origin in _part_of(value) for name in names}
                pending += map(part.inner, ast.iter_child_nodes(part.node))
            case _:
                pending += map(part.inner, ast.iter_child_nodes(part.node))
    return Effect(
        runs=frozenset(now.reads if now.calls else ()),
        alters=frozenset(now.alters),
        handed=frozenset(now.handed),
        within=frozenset(later.alters),
        handed_within=frozenset(later.handed),
        aliases=frozenset(aliases),
    )


def _definition(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, part: _Part, found: _Found
) -> list[_Part]:
    """The parts of a definition; decorators, defaults and the body of a class run at once."""
    at_once: list[ast.AST] = [*node.decorator_list]
    for decorator in node.decorator_list:
        found.calls = True
        method = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(method, ast.Attribute) and not _ONLY_WRAPS.search(method.attr):
            found.alters |= root(method)
    if isinstance(node, ast.ClassDef):
        # A class may keep a list of those that are derived from it.
        found.calls = found.calls or bool(node.bases or node.keywords)
        found.handed |= {(node.name, name) for base in node.bases for name in root(base)}
        at_once += [*node.bases, *node.keywords]
        body = [_Part(one, part.in_function, node.name) for one in node.body]
    else:
        at_once.append(node.args)
        body = [_Part(one, True, part.of_class) for one in node.body]
    return [*(_Part(one, part.in_function, part.of_class) for one in at_once), *body]


def _chain(
    node: ast.Call | ast.Attribute | ast.Subscript, part: _Part, found: _Found
) -> list[_Part]:
    """What a chain like `name.method(argument)[index].attribute` does to what it begins with.

    Returns the parts beside the chain, so that a long one is walked once.
    """
    arguments, others, steps = list[ast.expr](), list[ast.expr](), list[str]()
    calls = False
    link: ast.expr = node
    while isinstance(link, ast.Call | ast.Attribute | ast.Subscript):
        match link:
            case ast.Call(func, given, named):
                calls = True
                arguments += [*given, *(keyword.value for keyword in named)]
                link = func
            case ast.Attribute(value, attribute):
                steps.append(attribute)
                link = value
            case ast.Subscript(value, index):
                others.append(index)
                link = value
    found.calls = found.calls or calls
    # Something is made of what an argument is, so it is not there for its effect.
    beside = [_Part(one, part.in_function, part.of_class) for one in (*arguments, *others)]
    if not isinstance(link, ast.Name):
        return [*beside, part.inner(link)]
    name, last = link.id, steps[0] if steps else link.id
    found.read(name)
    # `sys.modules["__main__"]` is the notebook, and `cls` the class whose method this is.
    if name == "sys" and "modules" in steps:
        found.alters.add(ANYTHING)
    own = part.of_class if name == "cls" and part.of_class else name
    if not isinstance(node, ast.Call) and not isinstance(node.ctx, ast.Load):
        found.alters.add(own)
    if calls and (part.for_effect or last in CHANGE_AND_RETURN) and not _ONLY_LOOKS.search(last):
        found.alters |= {own} if steps else set()
        found.handed |= {(name, given) for one in arguments for given in root(one)}
    return beside


def _part_of(value: ast.expr) -> set[str]:
    """The name whose object, or part of it, a value is; a function makes an object of its own."""
    is_made = isinstance(value, ast.Call) and not isinstance(value.func, ast.Attribute)
    return set() if is_made else root(value)
