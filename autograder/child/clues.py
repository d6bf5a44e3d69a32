"""Finds clues to an exception where a student's code raised it: they decide words, and no verdict.

Which names are like the one that is missing, which entries a dictionary has, and where a None came
from. Source and variables are only read; what cannot be told is left out.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import linecache
import re
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import FrameType, FunctionType, ModuleType, TracebackType
from typing import Any

from autograder.child.expressions import expression, value
from autograder.wire.likeness import nearest

MOST_KEYS = 12
LONGEST_NAME = 60
LONGEST_TEXT = 2_000
# An assignment leads to the one before it only so far.
DEEPEST = 4
# What changes its object, or the world, and returns nothing.
RETURN_NOTHING = frozenset(
    [
        "add",
        "append",
        "build",
        "clear",
        "compile",
        "discard",
        "extend",
        "fill",
        "insert",
        "load_weights",
        "print",
        "remove",
        "reverse",
        "save",
        "save_weights",
        "seed",
        "set_random_seed",
        "set_weights",
        "show",
        "shuffle",
        "sort",
        "summary",
        "update",
    ]
)
IMPORTED = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")
NO_MODULE = re.compile(r"No module named '([\w.]+)\.(\w+)'")
NO_ARGUMENT = re.compile(
    r"unexpected keyword argument '(\w+)'|(?:Unrecognized keyword arguments|not recognized)"
    r"[^{]*\{'(\w+)'"
)
WORD = re.compile(r"\w+")
CATCHES_ALL = ("BaseException", "Exception")
IDENTIFIER = re.compile(r"Could not interpret (\w+?)(?: function)? identifier: '?(\w+)")
MODULES_OF_IDENTIFIERS = {
    "activation": "activations",
    "constraint": "constraints",
    "initializer": "initializers",
    "loss": "losses",
    "metric": "metrics",
    "optimizer": "optimizers",
    "regularizer": "regularizers",
}

IsOwn = Callable[[str], object]


def clues_of(error: BaseException, raised: TracebackType | None, is_own: IsOwn) -> dict[str, Any]:
    """The clues to an exception; `raised` is the innermost place in the student's code, if any.

    `near` is the name most like the missing one; `missing` is an entry that a dictionary lacks,
    `keys` are those it has; `none` says what was None: its kind, and its name. `argument` is one
    that the function called does not have, `inside` says that the student's line called what
    raised; `index` is one that is not there among `length` values; `labels` are the forms of those
    for training and for validation, where `fit` got two. `caught` are the classes that `except`
    names around it, none of which it is of; `raised_again` says that one of them caught it and let
    it go on; `own`, that the student's line is a `raise`. `is_own` says whether a file name in a
    traceback is the student's.
    """
    clues: dict[str, Any] = {}
    # Student code may have made any of the objects that are looked at.
    with suppress(Exception):
        clues["near"] = nearest(*_missing_name(error, raised))
    with suppress(Exception):
        clues |= _tried(error, is_own)
    if raised is not None:
        clues["inside"] = raised.tb_next is not None
        with suppress(Exception):
            clues["own"] = raised.tb_next is None and _is_raise(raised)
        with suppress(Exception):
            clues["argument"] = _unknown_argument(str(error)[:LONGEST_TEXT], raised)
        with suppress(Exception):
            clues |= _Place(raised, is_own).clues(error)
        with suppress(Exception):
            clues["labels"] = _forms_of_labels(raised)
    return {name: clue for name, clue in clues.items() if clue}


# ---- the name that is missing, and those that there are ----------------------------------------


def _missing_name(error: BaseException, raised: TracebackType | None) -> tuple[str, Iterable[str]]:
    """The name that is missing, and those that there are."""
    text = str(error)[:LONGEST_TEXT]
    if isinstance(error, NameError) and raised is not None:
        return error.name or "", _variables(error.name or "", raised.tb_frame)
    if isinstance(error, AttributeError) and error.obj is not None:
        return error.name or "", [name for name in dir(error.obj) if not name.startswith("_")]
    if isinstance(error, ImportError):
        return _imported(text)
    if found := IDENTIFIER.search(text):
        return found[2], _identifiers(found[1])
    if raised is not None and (name := _unknown_argument(text, raised)):
        return name, _arguments(raised)
    return "", ()


def _variables(missing: str, frame: FrameType) -> Iterable[str]:
    if missing in getattr(frame.f_locals.get("self"), "__dict__", ()):
        # Its own attribute is the nearest there is.
        return [f"self.{missing}"]
    own = {name for name in frame.f_globals if not name.startswith("__")}
    return {*frame.f_locals, *frame.f_code.co_varnames, *own, *dir(builtins)}


def _imported(text: str) -> tuple[str, Iterable[str]]:
    if found := IMPORTED.search(text):
        return found[1], dir(sys.modules[found[2]])
    if found := NO_MODULE.search(text):
        package = sys.modules[found[1]]
        modules = (name for name in dir(package) if isinstance(getattr(package, name), ModuleType))
        return found[2], [*modules]
    return "", ()


def _identifiers(kind: str) -> Iterator[str]:
    """What Keras takes as text for this."""
    import keras

    module = getattr(keras, MODULES_OF_IDENTIFIERS[kind])
    for name in dir(module):
        if name.islower() and not name.startswith("_"):
            yield name
        elif kind == "optimizer":
            yield name.lower()
    if kind == "metric":
        yield "accuracy"


def _unknown_argument(text: str, raised: TracebackType) -> str:
    """An argument of the call that failed which the function does not have."""
    if found := NO_ARGUMENT.search(text):
        return found[1] or found[2]
    if " missing " not in text:
        return ""
    given = [one.arg for one in expression(raised, ast.Call).keywords if one.arg]
    known = {*_arguments(raised)}
    return next((name for name in given if name not in known), "")


def _arguments(raised: TracebackType) -> Iterator[str]:
    """The arguments of what is called where it was raised, with those of its bases."""
    called = value(expression(raised, ast.Call).func, raised.tb_frame)
    for one in called.__mro__ if isinstance(called, type) else (called,):
        with suppress(TypeError, ValueError):
            yield from inspect.signature(
                vars(one).get("__init__", one) if isinstance(one, type) else one
            ).parameters


def _forms_of_labels(raised: TracebackType) -> list[str]:
    """The forms of the labels for training and for validation, where a `fit` that failed got two.

    They are among the arguments that `keras_shim.fit` was called with.
    """
    for frame, _line in traceback.walk_tb(raised.tb_next):
        given = frame.f_locals.get("given")
        if isinstance(given, dict) and given.get("validation_data") is not None:
            forms = [_form(given["y"]), _form(given["validation_data"][1])]
            return forms if forms[0] != forms[1] else []
    return []


def _form(labels: Any) -> str:
    return "rows" if any(length > 1 for length in labels.shape[1:]) else "classes"


# ---- what does not catch it -------------------------------------------------------------------


def _tried(error: BaseException, is_own: IsOwn) -> dict[str, Any]:
    """What each `except` around the calls that raised it did: named others, or let it go on."""
    found: list[str] = []
    goes_on = False
    for frame, line in traceback.walk_tb(error.__traceback__):
        if is_own(frame.f_code.co_filename):
            tree, first = _source(frame)
            for node in ast.walk(tree):
                if not isinstance(node, ast.Try):
                    continue
                goes_on |= any(_holds(one.body, line - first + 1) for one in node.handlers)
                if _holds(node.body, line - first + 1):
                    found += [
                        ast.unparse(one.type)[:LONGEST_NAME] if one.type else CATCHES_ALL[0]
                        for one in node.handlers
                    ]
    own = {kind.__name__ for kind in type(error).__mro__}
    named = {name for text in found for name in WORD.findall(text)}
    if goes_on or named & (own | {*CATCHES_ALL}):
        return {"raised_again": True}
    return {"caught": [*dict.fromkeys(found)]}


def _is_raise(raised: TracebackType) -> bool:
    """Whether a `raise` is what runs there."""
    tree, first = _source(raised.tb_frame)
    line = raised.tb_lineno - first + 1
    return any(_holds([one], line) for one in ast.walk(tree) if isinstance(one, ast.Raise))


def _holds(body: list[ast.stmt], line: int) -> bool:
    return body[0].lineno <= line <= (body[-1].end_lineno or 0)


def _source(frame: FrameType) -> tuple[ast.Module, int]:
    """The source of what a frame runs, and the number of its first line."""
    code = frame.f_code
    # Without `inspect.getsourcelines`, which looks for the module among all of TensorFlow's.
    lines, start = linecache.getlines(code.co_filename), code.co_firstlineno
    if code.co_name != "<module>":
        lines = inspect.getblock(lines[start - 1 :])
    return ast.parse(textwrap.dedent("".join(lines))), start


# ---- what a function returns -------------------------------------------------------------------


def method_returned(function: Any) -> str:
    """The method that returns nothing and whose call a function returns, as `compile`; or ""."""
    with suppress(Exception):
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        bound = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            given = node.value if isinstance(node, ast.Return) else None
            given = bound.get(given.id) if isinstance(given, ast.Name) else given
            match given:
                case ast.Call(func=ast.Attribute(attr=name)) if name in RETURN_NOTHING:
                    return name
    return ""


# ---- the place in the source -------------------------------------------------------------------


class _Place:
    """Where a student's code raised, with its variables."""

    def __init__(self, raised: TracebackType, is_own: IsOwn) -> None:
        self._frame = raised.tb_frame
        self._line = raised.tb_lineno
        self._raised = raised
        self._is_own = is_own

    def clues(self, error: BaseException) -> dict[str, Any]:
        if isinstance(error, KeyError):
            return self._entries(expression(self._raised, ast.Subscript))
        if isinstance(error, IndexError):
            return self._index(expression(self._raised, ast.Subscript))
        if isinstance(error, (TypeError, AttributeError)) and "None" in str(error)[:LONGEST_TEXT]:
            failed = expression(self._raised)
            for part in ast.walk(failed):
                # What the arguments of a call returned is not known, but for an entry.
                is_unknown = isinstance(part, ast.Call) and isinstance(failed, ast.Call)
                look = self._got if is_unknown else self._origin
                if isinstance(part, ast.expr) and (clues := look(part)):
                    return clues
        return {}

    def _entries(self, node: Any) -> dict[str, Any]:
        entries, key = self._value(node.value), self._value(node.slice)
        if not isinstance(entries, dict) or not isinstance(key, (str, int)):
            return {}
        return _lacking(entries, key)

    def _index(self, node: Any) -> dict[str, Any]:
        values, index = self._value(node.value), self._value(node.slice)
        if type(values) not in (list, tuple) or type(index) is not int:
            return {}
        return {"index": index, "length": len(values)} if 0 < len(values) <= index else {}

    def _origin(self, node: ast.expr, depth: int = 0) -> dict[str, Any]:
        """Why an expression is None, if it is."""
        if isinstance(node, ast.Call):
            return self._returned(node)
        if depth > DEEPEST or self._value(node) is not None:
            return {}
        if isinstance(node, ast.Attribute):
            return {"none": ["attribute", ast.unparse(node)[:LONGEST_NAME]]}
        if not isinstance(node, ast.Name):
            return {}
        bound = self._bound(node.id)
        is_argument = node.id in inspect.getargs(self._frame.f_code).args
        plain = {"none": ["argument" if is_argument else "variable", node.id]}
        return (self._origin(bound, depth + 1) if bound is not None else {}) or plain

    def _returned(self, call: ast.Call) -> dict[str, Any]:
        """Why a call gives None: no such entry in a dictionary, or no `return` in a function."""
        if clues := self._got(call):
            return clues
        function = call.func
        name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
        if isinstance(function, ast.Attribute) and name == "get" and len(call.args) == 1:
            entries, key = self._value(function.value), self._value(call.args[0])
            if isinstance(entries, dict) and isinstance(key, (str, int)) and key not in entries:
                return _lacking(entries, key)
        called = self._value(function)
        if isinstance(called, FunctionType) and self._is_own(called.__code__.co_filename):
            return {"none": ["function", name[:LONGEST_NAME]]}
        return {"none": ["method", name]} if name in RETURN_NOTHING else {}

    def _got(self, call: Any) -> dict[str, Any]:
        """The entry that `get` did not find, where a call is one of `get`."""
        function = call.func
        if not isinstance(function, ast.Attribute) or function.attr != "get" or len(call.args) != 1:
            return {}
        entries, key = self._value(function.value), self._value(call.args[0])
        if isinstance(entries, dict) and isinstance(key, (str, int)) and key not in entries:
            return _lacking(entries, key)
        return {}

    def _bound(self, name: str) -> ast.expr | None:
        """What was assigned to a name last, above the line."""
        tree, first = _source(self._frame)
        found = None
        for node in ast.walk(tree):
            targets: list[Any] = []
            if isinstance(node, ast.Assign):
                targets = node.targets
            elif isinstance(node, ast.NamedExpr | ast.AnnAssign):
                targets = [node.target]
            if name in [one.id for one in targets if isinstance(one, ast.Name)]:
                line = first + node.lineno - 1  # type: ignore[attr-defined]
                if line <= self._line and (found is None or line >= found[0]):
                    found = line, node.value  # type: ignore[attr-defined]
        return None if found is None else found[1]

    def _value(self, node: ast.expr) -> Any:
        return value(node, self._frame)


def _lacking(entries: dict[Any, Any], key: str | int) -> dict[str, Any]:
    keys = [str(one)[:LONGEST_NAME] for one in dict.keys(entries)]
    return {
        "missing": str(key)[:LONGEST_NAME],
        "keys": keys[:MOST_KEYS],
        "near": nearest(str(key), keys),
    }
