"""One top-level statement into the global names that it binds, reads and changes."""

from __future__ import annotations

import ast

import pytest

from autograder.submissions.scope import Use, use_of
from autograder.submissions.syntax import parse


def use(source: str) -> Use:
    tree = parse(source)
    assert isinstance(tree, ast.Module)
    return use_of(tree.body[0], source)


@pytest.mark.parametrize(
    ("source", "binds"),
    [
        ("a, (b, *c) = x", "a b c"),
        ("a: int = 1", "a"),
        ("a += 1", "a"),
        ("import a.b", "a"),
        ("import a.b as c", "c"),
        ("from a import b as c", "c"),
        ("def a(b): c = 1", "a"),
        ("async def a(): pass", "a"),
        ("class A:\n    b = 1", "A"),
        ("for a in x:\n    b = 1", "a b"),
        ("with x as a: pass", "a"),
        ("try:\n    a = 1\nexcept E as b:\n    c = 1", "a b c"),
        ("match x:\n    case [a, *b]: pass", "a b"),
        ("print(a := 1)", "a"),
        ("[b := 1 for c in x]", "b"),
        ("del a", "a"),
        ("def f():\n    global a\n    a = 1", "f a"),
        ("def f():\n    def g():\n        global a\n        import a", "f a"),
    ],
)
def test_bound_names(source: str, binds: str) -> None:
    """Every way to bind a global name is seen; names of inner scopes are not."""
    assert use(source).binds == set(binds.split())


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("x = a + b", "a b"),
        ("def f(p, q=a, *r: b, **s) -> c: return p + q + d", "a b c d"),
        ("def f():\n    a = b\n    return a", "b"),
        ("def f():\n    def g(): return a\n    a = 1\n    return g", ""),
        ("def f():\n    global a\n    return a", "a"),
        ("@a(b)\ndef f(): pass", "a b"),
        ("class A(b, metaclass=c):\n    d = e\n    def f(self): return d", "b c d e"),
        ("class A:\n    a = a", "a"),
        ("x = [a for a in b if c(a)]", "b c"),
        ("x = {a: d for a, b in c}", "c d"),
        ("f = lambda a, b=c: a + b + d", "c d"),
        ("x = f'{a:{b}} {c!r}'", "a b c"),
        ("def f():\n    return f'{a}'", "a"),
        ("def f():\n    import a\n    return a", ""),
        ("def f():\n    try: pass\n    except E as a: return a", "E"),
        ("x.y[a] = b", "x a b"),
    ],
)
def test_read_names(source: str, reads: str) -> None:
    """Global names are seen wherever they are read, locals and parameters never."""
    assert use(source).reads == set(reads.split())


@pytest.mark.parametrize(
    ("source", "changes", "calls"),
    [
        ("a[0] = 1", "a", ""),
        ("a.b.c = 1", "a", ""),
        ("a.b[0].c += 1", "a", ""),
        ("del a[0], b.c", "a b", ""),
        ("x, a.b = 1, 2", "a", ""),
        ("with x as a.b: pass", "a", ""),
        ("if x:\n    a[0] = 1", "a", ""),
        ("a.b(c)", "", "a"),
        ("a.b[0].c().d()", "", "a"),
        ("for x in y:\n    a.b(x)", "", "a"),
        ("for x in a.b:\n    x.c = 1", "x", "a"),
        ("for x in a.b:\n    for y in x.c:\n        y.d()", "", "y x a"),
        ("for x, y in zip(a, b):\n    x.c(y)", "", "x zip"),
        ("h = a.fit(x)", "", "a"),
        ("n = a.count(x)", "", ""),
        ("a(b)", "", ""),
        ("print(a.b())", "", ""),
        ("def f():\n    a[0] = 1\n    b.c()", "", ""),
    ],
)
def test_changed_names(source: str, changes: str, calls: str) -> None:
    """Objects altered in place are found through items, attributes, methods and loops."""
    seen = use(source)
    assert seen.changes == set(changes.split())
    assert seen.calls == set(calls.split())


def test_contradicting_scopes_are_still_known_by_name() -> None:
    """A function that Python refuses keeps its name, so that running it tells the student why."""
    assert use("def f(a, a):\n    return b") == Use(
        frozenset({"f"}), frozenset({"b"}), frozenset(), frozenset()
    )
