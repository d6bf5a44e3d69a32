"""The vocabulary in which exercises are defined, and finding a definition by its name.

A definition says what to observe (probes, which run in the sandbox beside the student's code and
judge nothing) and what to conclude (checks, which run in the judge and never beside student code).
See `docs/exercises.md` for a walk through one.
"""

from __future__ import annotations

import ast
import builtins
import dis
import functools
import importlib
import inspect
import textwrap
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from string import Formatter
from types import CodeType
from typing import Any

import numpy as np

from autograder.judging.evidence import Evidence
from autograder.records import Truth
from autograder.wire.errors import CourseError, UsageError
from autograder.wire.protocol import ProbeSource

# What a probe calls whose trainings are only to be seen.
IN_PART = "attempt_in_part"
# Methods of what a probe is given, which hide a function of that name.
TAKEN_NAMES = ("attempt", IN_PART, "callback", "kept", "model", "rehearse", "timed")
# The definitions loaded in this process, by slug: where the catalogue finds their words.
LOADED: dict[str, Exercise] = {}

Probe = Callable[[Any, Any], Mapping[str, Any]]
CheckFunction = Callable[[Evidence, Truth], None]
Given = Callable[[np.random.Generator], Mapping[str, Any]]


class Basis(StrEnum):
    """What the points of a check rest on; all but a claim are facts."""

    TRAINED = "trained"
    RECOMPUTED = "recomputed"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing worth points; `sentence` is what the student reads.

    `unseen` says that it looks at the hidden images, which students' own checks do without.
    `basis` and `how` say what its points rest on, as `docs/facts.md` has it. `demands` quotes the
    prompt, as `docs/demands.md` has it.
    """

    function: CheckFunction
    probe: Probe
    points: float
    after: CheckFunction | None
    unseen: bool = False
    basis: Basis = Basis.CLAIM
    how: str = ""
    demands: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def sentence(self) -> str:
        return inspect.cleandoc(self.function.__doc__ or "")


class Messages:
    """The names of an exercise's messages, as attributes: `say.keys` is "neurons.keys"."""

    def __init__(self, slug: str, names: Sequence[str]) -> None:
        self._slug = slug
        self._names = frozenset(names)

    def __getattr__(self, name: str) -> str:
        if name not in self._names:
            known = ", ".join(sorted(self._names))
            raise AttributeError(f"{self._slug} has no message {name!r}; there are: {known}.")
        return f"{self._slug}.{name}"


def text(about: str = "", *, expected: str = "", seen: str = "", hint: str = "") -> dict[str, str]:
    """The words of one message: what was looked at, what was expected and seen, and a next step.

    Names in braces are values that the check passes on. Without words for what was expected or
    seen, the values of the comparison are shown.
    """
    return {"about": about, "expected": expected, "seen": seen, "hint": hint}


def _refuse_other_braces(place: str, template: str) -> None:
    """Raises `UsageError` where braces hold no name of a value, so that nobody reads them so."""
    try:
        fields = [field for _before, field, _format, _kind in Formatter().parse(template)]
    except ValueError as error:
        wrong = str(error)
    else:
        wrong = ", ".join(f"{{{it}}}" for it in fields if it is not None and not it.isidentifier())
    if wrong:
        raise UsageError(
            f"{place} has other braces than names of values ({wrong}); write a brace that is read"
            " as one twice."
        )


def nothing_given(_generator: np.random.Generator) -> Mapping[str, Any]:
    """What probes are given where a definition names nothing."""
    return {}


@dataclass(slots=True)
class Exercise:
    """One exercise; `asks_for` names the functions and classes that the student writes.

    `background` quotes what in its prompt demands nothing. `words` has its own messages by name.
    """

    slug: str
    title: str
    asks_for: tuple[str, ...]
    background: tuple[str, ...] = ()
    probes: list[Probe] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    give: Given = field(default=nothing_given)
    words: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if taken := sorted(set(self.asks_for) & set(TAKEN_NAMES)):
            raise UsageError(
                f"{self.slug}: what it asks for cannot be named {', '.join(taken)};"
                " probes use these names."
            )
        LOADED[self.slug] = self

    def messages(self, **words: Mapping[str, str]) -> Messages:
        """Declares the words of this exercise's messages, each made by `text`, by their names."""
        for name, parts in words.items():
            for part, template in parts.items():
                _refuse_other_braces(f"{self.slug}: the {part} of message {name}", template)
        self.words |= words
        return Messages(self.slug, [*self.words])

    def given(self, function: Given) -> Given:
        """Names the function that makes what probes are given beside the public images.

        It is called in the judge, with a generator that the judge seeded, and returns values that
        `frames` can encode; the checks find them again as `truth.given`.
        """
        self.give = function
        return function

    def probe(self, function: Probe) -> Probe:
        """Adds a probe: `function(student, given)` returns a dictionary of facts.

        Its source alone is sent to the sandbox, so it must import what it uses and use no name of
        the definition's module; raises `UsageError` when it does. Annotations of functions and
        variables are not evaluated there, so they may name anything.
        """
        code = compile(_bare_source(function), "<probe>", "exec", dont_inherit=True)
        foreign = sorted(_globals_read(code) - set(dir(builtins)))
        if foreign:
            raise UsageError(
                f"{self.slug}: the probe {function.__name__} uses {', '.join(foreign)} from outside"
                " itself; a probe runs alone in the sandbox, so import or define them in its body."
            )
        if function.__name__ in [probe.__name__ for probe in self.probes]:
            raise UsageError(f"{self.slug}: two probes are named {function.__name__}.")
        self.probes.append(function)
        return function

    def check(
        self,
        probe: Probe,
        *,
        points: float,
        after: CheckFunction | None = None,
        unseen: bool = False,
        rests_on: str = "claim: what student code reports",
        demands: str | Sequence[str] = (),
    ) -> Callable[[CheckFunction], CheckFunction]:
        """Adds a check that reads the evidence of `probe`; it is skipped unless `after` passed.

        One that looks at the hidden images says so by `unseen`, so that students are told.
        `rests_on` is a `Basis` and a clause, as in "trained: layers of a training".
        `demands` quotes the words of the prompt that ask for it, as `judging.demands` reads them.
        """
        quotes = (demands,) if isinstance(demands, str) else tuple(demands)
        basis, _, how = rests_on.partition(": ")
        if basis not in list(Basis) or not how.strip():
            kinds = ", ".join(f'"{kind}: ..."' for kind in Basis)
            raise UsageError(f"{self.slug}: a check rests on {rests_on!r}; write one of {kinds}.")
        if after is not None and after not in [check.function for check in self.checks]:
            raise UsageError(
                f"{self.slug}: a check comes after {after.__name__}, which is no earlier check."
            )
        if probe not in self.probes:
            raise UsageError(f"{self.slug}: a check reads {probe.__name__}, which is no probe.")

        def add(function: CheckFunction) -> CheckFunction:
            if function.__name__ in [check.name for check in self.checks]:
                raise UsageError(f"{self.slug}: two checks are named {function.__name__}.")
            check = Check(function, probe, points, after, unseen, Basis(basis), how, quotes)
            self.checks.append(check)
            return function

        return add

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)

    def probe_sources(self) -> tuple[ProbeSource, ...]:
        """The probes as the sandbox gets them, a number each in place of a name.

        They have no decorators, no annotations of functions, and no word that says what they ask.
        """
        classify = {check.probe for check in self.checks if check.unseen}
        return tuple(
            ProbeSource(str(place), source, probe in classify, IN_PART in source)
            for place, probe in enumerate(self.probes)
            for source in [_bare_source(probe)]
        )

    @property
    def read_by_probes(self) -> frozenset[str] | None:
        """The names of the given values that probes read; `None` where that may be any.

        The sandbox gets no others: answers are compared with these.
        """
        names = [_names_read(_bare_source(probe)) for probe in self.probes]
        return None if None in names else frozenset().union(*filter(None, names))

    def probe_names(self) -> dict[str, str]:
        """What the probes are called here, by what the sandbox calls them."""
        return {str(place): probe.__name__ for place, probe in enumerate(self.probes)}


def find_exercise(assignment: str, slug: str) -> Exercise:
    """The definition in `autograder/exercises/<assignment>/<slug>.py`; raises `CourseError`."""
    name = f"autograder.exercises.{assignment}.{slug}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise CourseError(
                f"{name.replace('.', '/')}.py{_line_of(error, slug)} cannot be imported: {error}."
            ) from error
        raise CourseError(
            f"course.toml lists {slug!r} in {assignment!r}, but"
            f" {name.replace('.', '/')}.py is missing."
        ) from error
    except UsageError:
        raise
    # Whatever else its author's code raises is told as what it is, and where, not as our crash.
    except Exception as error:
        raise CourseError(
            f"{name.replace('.', '/')}.py{_line_of(error, slug)} cannot be imported:"
            f" {type(error).__name__}: {error}"
        ) from error
    exercise = getattr(module, "exercise", None)
    if not isinstance(exercise, Exercise) or exercise.slug != slug:
        raise CourseError(
            f"{name.replace('.', '/')}.py must define `exercise = Exercise({slug!r}, ...)`."
        )
    return exercise


def _line_of(error: Exception, slug: str) -> str:
    """Where in a definition an exception was raised, as in ", line 12"."""
    if isinstance(error, SyntaxError):
        return f", line {error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).stem == slug]
    return f", line {lines[-1]}" if lines else ""


def _globals_read(code: CodeType) -> set[str]:
    """The global names that a code object, and the functions and classes inside it, look up."""
    used: dict[str, set[str]] = {"LOAD_GLOBAL": set(), "LOAD_NAME": set(), "STORE_NAME": set()}
    for step in dis.get_instructions(code):
        if step.opname in used:
            used[step.opname].add(step.argval)
    # A class looks up what is its own, its annotations too, in the same way as what is global.
    names = used["LOAD_GLOBAL"] | (used["LOAD_NAME"] - used["STORE_NAME"] - {"__annotations__"})
    nested = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return names.union(*map(_globals_read, nested))


@functools.cache
def _names_read(source: str) -> frozenset[str] | None:
    """The attributes of what a probe is given that it reads; `None` where it hands that on."""
    tree = ast.parse(source)
    read = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and _is_given(node.value)
    ]
    uses = sum(map(_is_given, ast.walk(tree)))
    return frozenset(read) if uses == len(read) else None


def _is_given(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "given"


@functools.cache
def _bare_source(function: Probe) -> str:
    """A probe without its name, its docstring and its decorator, and without the annotations of it
    and all functions in it.

    Python evaluates those, and no others but the fields of a class, which mean something.
    """
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    node = tree.body[0]
    assert isinstance(node, ast.FunctionDef)  # noqa: S101 - `probe` decorates nothing else
    node.decorator_list = []
    node.name = "probe"
    if ast.get_docstring(node) is not None:
        node.body = node.body[1:] or [ast.Pass()]
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            part.returns = None
        elif isinstance(part, ast.arg):
            part.annotation = None
    return ast.unparse(tree)
