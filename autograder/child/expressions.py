"""Reads the source and the variables of a student's line; nothing of the student's is called."""

from __future__ import annotations

import ast
import builtins
import inspect
import itertools
import linecache
from contextlib import suppress
from types import FrameType, FunctionType, ModuleType, TracebackType
from typing import Any

MISSING = object()


def expression(raised: TracebackType, kind: Any = ast.AST) -> Any:
    """The expression that raised, or the first of a kind in its line; may raise anything."""
    code = raised.tb_frame.f_code
    positions = code.co_positions()
    line, end_line, start, end = next(itertools.islice(positions, raised.tb_lasti // 2, None))
    lines = linecache.getlines(code.co_filename)
    if line and end_line and start is not None and end is not None:
        part = [one.encode() for one in lines[line - 1 : end_line]]
        part[-1] = part[-1][:end]
        part[0] = part[0][start:]
        with suppress(SyntaxError):
            node = ast.parse(b"(" + b"".join(part) + b")", mode="eval").body
            if isinstance(node, kind) and not isinstance(node, ast.Name | ast.Tuple):
                return node
    text = lines[raised.tb_lineno - 1].strip()
    statement = ast.parse(f"{text}\n pass" if text.endswith(":") else text)
    return next(node for node in ast.walk(statement) if isinstance(node, kind))


# One return for each kind of expression is the plainest way to read this table.
def value(node: ast.expr, frame: FrameType) -> Any:  # noqa: PLR0911
    """The value of an expression of names, attributes, items and constants, or `MISSING`."""
    match node:
        case ast.Constant(constant):
            return constant
        case ast.Name(name):
            scopes = (frame.f_locals, frame.f_globals, vars(builtins))
            return next((names[name] for names in scopes if name in names), MISSING)
        case ast.Attribute(base, name):
            return _attribute(value(base, frame), name)
        case ast.Subscript(base, key):
            return _item(value(base, frame), value(key, frame))
        case ast.Dict(keys=[]):
            return {}
        case ast.BoolOp(ast.Or(), parts):
            return _first_of([value(part, frame) for part in parts])
    return MISSING


def _attribute(base: Any, name: str) -> Any:
    if isinstance(base, ModuleType):
        return getattr(base, name, MISSING)
    if base is MISSING or base is None:
        return MISSING
    # Nothing that a student wrote is called for it, as a property would be.
    found = inspect.getattr_static(base, name, MISSING)
    is_plain = isinstance(found, FunctionType) or name in getattr(base, "__dict__", ())
    return found if is_plain else MISSING


def _item(base: Any, key: Any) -> Any:
    if type(base) in (dict, list, tuple):
        with suppress(LookupError, TypeError):
            return base[key]
    return MISSING


def _first_of(values: list[Any]) -> Any:
    """What `or` gives, for dictionaries and None."""
    if any(value is not None and not isinstance(value, dict) for value in values):
        return MISSING
    return next((value for value in values if value), values[-1])
