"""Finds what else may decide what a needed name is: the calls that set something up.

Wider than `slicing`, and a guess: statements are kept that call something and thereby may alter an
object that is needed, be it through another name for it or from within a function.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.records import Cell
from autograder.submissions.effects import ANYTHING, Effect, effect_of
from autograder.submissions.scope import Use, use_of
from autograder.submissions.slicing import Analysis, analyse, that_count
from autograder.submissions.statements import Statement
from autograder.submissions.syntax import Fault, parse, standing_alone

_BUILTINS = frozenset(dir(builtins))
_LEAVE_WHAT_THEY_ARE_GIVEN = _BUILTINS - {"setattr", "delattr", "next"}
# Modules that draw; no answer depends on it.
_DRAW = ("matplotlib", "seaborn", "plotly")
# What asks for something that no name shows: files, the environment, registries.
_ASKS_OUTSIDE = re.compile(
    r"open|load(?:s|_(?!data$)\w+)?|read(?:_\w+|lines?)?|environ|getenv|glob|listdir|exists|import_module"
    r"|__subclasses__|getattr|hasattr|get_custom_objects"
)
_PLAIN = (
    ast.Constant,
    ast.Tuple,
    ast.Name,
    ast.UnaryOp,
    ast.BinOp,
    ast.expr_context,
    ast.operator,
    ast.unaryop,
)

Places = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Reach:
    """What every statement of a submission may do when it runs; the same for every exercise.

    For a name, there are the places of the statements that bind it (`binds`), may alter its object
    when they run (`alters`), define functions that do so when called (`hides`), call something
    with the name in sight (`runs`), or read it (`reads`), and other names for its object
    (`aliases`). `fixed` are statements that always mean the same: imports, plain values, the
    images, and functions that ask for nothing outside.
    """

    uses: Sequence[Use]
    fixed: Sequence[bool]
    binds: Places
    alters: Places
    hides: Places
    runs: Places
    reads: Places
    aliases: Mapping[str, Sequence[str]]


def reached(
    analysis: Analysis, names: Sequence[str], own_file: str = "", until: int | None = None
) -> tuple[set[int], set[str]]:
    """The places of the statements that may decide what `names` are, and all names they need.

    `own_file` and `until` are those of `slicing.needed`.
    """
    reach, statements = reach_of(analysis.cells), analysis.statements
    can_run = set(places_that_run(analysis, own_file, until))

    def step(what: str, name: str) -> tuple[Iterable[int], Iterable[int], list[tuple[str, str]]]:
        """The statements to keep, those whose names may do harm, and what else to look at."""
        match what:
            case "need":
                binding = reach.binds.get(name, ())
                return that_count(analysis, name, binding, own_file, until), (), [("alter", name)]
            case "alter":
                others = reach.aliases.get(name, ())
                places = can_run.intersection(reach.alters.get(name, ()))
                return places, reach.hides.get(name, ()), [("alter", other) for other in others]
            case _:
                return can_run.intersection(reach.runs.get(name, ())), reach.reads.get(name, ()), []

    kept, opened, done = set[int](), set[int](), set[tuple[str, str]]()
    kept |= {place for place, statement in enumerate(statements) if statement.always}
    pending = [*(("need", name) for name in names), ("alter", ANYTHING)]
    while pending:
        task = pending.pop()
        if task in done:
            continue
        done.add(task)
        needed, hiding, more = step(*task)
        pending += more
        for place in {*needed} - kept:
            kept.add(place)
            pending += (("need", other) for other in reach.uses[place].reads)
        for place in {*hiding} - opened:
            opened.add(place)
            pending += (("run", other) for other in reach.uses[place].binds)
    return kept, {name for what, name in done if what == "need"}


def places_that_run(analysis: Analysis, own_file: str, until: int | None) -> list[int]:
    """The statements that run where all is run: those of the exercise's own file, if it has one."""
    has_own_file = analysis.has_file(own_file)
    return [
        place
        for place, statement in enumerate(analysis.statements[:until])
        if not statement.checks and (not has_own_file or statement.piece.place == own_file)
    ]


@lru_cache(maxsize=16)
def reach_of(cells: tuple[Cell, ...]) -> Reach:
    """What every statement of these cells may do when it runs."""
    looked = [_look(statement) for statement in analyse(cells).statements]
    defined = {name for one in looked for name in one.use.binds}
    imported = {name for one in looked if one.imports for name in one.use.binds}
    drawing = {name for one in looked if one.imports.startswith(_DRAW) for name in one.use.binds}
    made = {name for one in looked if one.statement.assigns for name in one.use.binds}
    # Methods of an object alter that object; functions alter what they are given.
    harmless = made | drawing | (_LEAVE_WHAT_THEY_ARE_GIVEN - defined)
    unchanging = drawing | (_BUILTINS - defined)

    def altered(names: Iterable[str], handed: Iterable[tuple[str, str]]) -> set[str]:
        given = {name for callee, name in handed if callee not in harmless}
        return {*names} - unchanging | given - imported

    tables: dict[str, dict[str, list[int]]] = {
        table: {} for table in ("binds", "alters", "hides", "runs", "reads")
    }
    aliases: dict[str, list[str]] = {}
    for place, one in enumerate(looked):
        use, effect = one.use, one.effect
        own = use.reads | use.binds | {ANYTHING}
        found = {
            "binds": use.binds,
            "alters": altered(use.changes | (use.calls - imported) | effect.alters, effect.handed),
            "hides": altered(effect.within, effect.handed_within) & own,
            "runs": effect.runs,
            "reads": use.reads,
        }
        for table, names in found.items():
            for name in names:
                tables[table].setdefault(name, []).append(place)
        for name, origin in effect.aliases:
            if origin not in imported:
                aliases.setdefault(origin, []).append(name)
    return Reach(
        uses=[one.use for one in looked],
        fixed=[one.fixed for one in looked],
        **tables,
        aliases=aliases,
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """One statement looked at widely; `imports` is the first module that it imports, if any."""

    statement: Statement
    use: Use
    effect: Effect
    imports: str = ""
    fixed: bool = True


_NOTHING = Effect(*[frozenset()] * 6)


def _look(statement: Statement) -> _Look:
    source = statement.piece.source
    whole = standing_alone(source)
    tree = None if statement.piece.file else parse(whole)
    if tree is None or isinstance(tree, Fault) or statement.checks:
        return _Look(statement, statement.use, _NOTHING)
    node = tree.body[0]
    if isinstance(node, ast.If) and whole != source:
        node = node.body[0]
    use = use_of(node, source) if isinstance(node, ast.Expr) else statement.use
    match node:
        case ast.Import([first, *_]):
            return _Look(statement, use, _NOTHING, first.name)
        case ast.ImportFrom(module):
            return _Look(statement, use, _NOTHING, module or ".")
    return _Look(statement, use, effect_of(node), fixed=_is_fixed(node))


def _is_fixed(node: ast.stmt) -> bool:
    """Whether a statement means the same whatever ran before it."""
    if isinstance(node, ast.Assign):
        return _is_images(node.value) or all(isinstance(p, _PLAIN) for p in ast.walk(node.value))
    is_definition = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    return is_definition and not any(map(_asks_outside, ast.walk(node)))


def _is_images(value: ast.expr) -> bool:
    """Whether a value is `load_data()`, or a part of it."""
    while isinstance(value, ast.Subscript):
        value = value.value
    match value:
        case ast.Call(ast.Attribute(attr="load_data")):
            return True
    return False


def _asks_outside(part: ast.AST) -> bool:
    match part:
        case ast.Name(name) | ast.Attribute(attr=name):
            return _ASKS_OUTSIDE.fullmatch(name) is not None
    return False
