"""The vocabulary in which exercises are defined, and finding a definition by its name.

A definition says what to observe (probes, which run in the sandbox beside the student's code and
judge nothing), what to conclude (checks, which run in the judge and never beside student code), and
proves itself: mistakes that must fail exactly the checks they name, and other right answers that
must get full marks. See `docs/exercises.md` for a walk through one.
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
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np

from autograder.judging.evidence import Evidence
from autograder.records import Truth
from autograder.wire.errors import UsageError
from autograder.wire.protocol import ProbeSource

# Methods of what a probe is given, which hide a function of that name.
TAKEN_NAMES = ("attempt", "callback", "model")
# The definitions loaded in this process, by slug: where the catalogue finds their words.
LOADED: dict[str, Exercise] = {}

Probe = Callable[[Any, Any], Mapping[str, Any]]
CheckFunction = Callable[[Evidence, Truth], None]
Edit = Callable[[str], str]
Given = Callable[[np.random.Generator], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing worth points; `sentence` is what the student reads.

    `unseen` says that it looks at the hidden images, which students' own checks do without.
    """

    function: CheckFunction
    probe: Probe
    points: float
    after: CheckFunction | None
    unseen: bool = False

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def sentence(self) -> str:
        return inspect.cleandoc(self.function.__doc__ or "")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer, as edits of the reference, and the checks it must fail (and no others)."""

    name: str
    edits: tuple[Edit, ...]
    fails: tuple[CheckFunction, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Another right answer, as edits of the reference; it must get full marks."""

    name: str
    edits: tuple[Edit, ...]


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


@dataclass(slots=True)
class Exercise:
    """One exercise; `asks_for` names the functions and classes that the student writes.

    `words` has the exercise's own messages by name.
    """

    slug: str
    title: str
    asks_for: tuple[str, ...]
    probes: list[Probe] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)
    give: Given = field(default=lambda _generator: {})
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
        the definition's module; raises `UsageError` when it does.
        """
        foreign = sorted(_globals_read(function.__code__) - set(dir(builtins)))
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
    ) -> Callable[[CheckFunction], CheckFunction]:
        """Adds a check that reads the evidence of `probe`; it is skipped unless `after` passed.

        One that looks at the hidden images says so by `unseen`, so that students are told.
        """
        if after is not None and after not in [check.function for check in self.checks]:
            raise UsageError(
                f"{self.slug}: a check comes after {after.__name__}, which is no earlier check."
            )
        if probe not in self.probes:
            raise UsageError(f"{self.slug}: a check reads {probe.__name__}, which is no probe.")

        def add(function: CheckFunction) -> CheckFunction:
            if function.__name__ in [check.name for check in self.checks]:
                raise UsageError(f"{self.slug}: two checks are named {function.__name__}.")
            self.checks.append(Check(function, probe, points, after, unseen))
            return function

        return add

    def mistake(self, name: str, *edits: Edit, fails: Sequence[CheckFunction]) -> None:
        """Adds a wrong answer: `edits` of the reference that fail exactly the checks `fails`."""
        self.mistakes.append(Mistake(name, edits, tuple(fails)))

    def accepts(self, name: str, *edits: Edit) -> None:
        """Adds another right answer: `edits` of the reference that keep full marks."""
        self.variants.append(Variant(name, edits))

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)

    def probe_sources(self) -> tuple[ProbeSource, ...]:
        """The probes as the sandbox gets them: no decorators, no annotations."""
        return tuple(ProbeSource(probe.__name__, _bare_source(probe)) for probe in self.probes)


def swap(old: str, new: str) -> Edit:
    """An edit that replaces `old`, which must stand in the source exactly once, by `new`."""

    def edit(source: str) -> str:
        count = source.count(old)
        if count != 1:
            raise UsageError(
                f"an edit looks for {old!r}, which stands {count} times in the source."
            )
        return source.replace(old, new)

    return edit


def rewrite(text: str) -> Edit:
    """An edit that puts the definitions in `text` in place of their top-level namesakes.

    All of `text` stands at the end; a namesake that stands twice is refused.
    """

    def edit(source: str) -> str:
        new = ast.parse(textwrap.dedent(text))
        named = (ast.FunctionDef, ast.ClassDef)
        names = {node.name for node in new.body if isinstance(node, named)}
        old = ast.parse(source)
        replaced = [n.name for n in old.body if isinstance(n, named) and n.name in names]
        if len(replaced) > len(set(replaced)):
            raise UsageError("a rewritten definition stands twice in the reference.")
        kept = [n for n in old.body if not (isinstance(n, named) and n.name in names)]
        return ast.unparse(ast.Module(body=kept + new.body, type_ignores=[])) + "\n"

    return edit


def find_exercise(assignment: str, slug: str) -> Exercise:
    """The definition in `autograder/exercises/<assignment>/<slug>.py`; raises `UsageError`."""
    name = f"autograder.exercises.{assignment}.{slug}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not name.startswith(error.name):
            raise UsageError(
                f"{name.replace('.', '/')}.py{_line_of(error, slug)} cannot be imported: {error}."
            ) from error
        raise UsageError(
            f"course.toml lists {slug!r} in {assignment!r}, but"
            f" {name.replace('.', '/')}.py is missing."
        ) from error
    except UsageError:
        raise
    # Whatever else its author's code raises is told as what it is, and where, not as our crash.
    except Exception as error:
        raise UsageError(
            f"{name.replace('.', '/')}.py{_line_of(error, slug)} cannot be imported:"
            f" {type(error).__name__}: {error}"
        ) from error
    exercise = getattr(module, "exercise", None)
    if not isinstance(exercise, Exercise) or exercise.slug != slug:
        raise UsageError(
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
    """The global names that a function's code, and the functions inside it, look up."""
    names = {step.argval for step in dis.get_instructions(code) if step.opname == "LOAD_GLOBAL"}
    nested = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return names.union(*map(_globals_read, nested))


@functools.cache
def _bare_source(function: Probe) -> str:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    node = tree.body[0]
    assert isinstance(node, ast.FunctionDef)  # noqa: S101 - `probe` decorates nothing else
    node.decorator_list = []
    node.returns = None
    for argument in node.args.args:
        argument.annotation = None
    return ast.unparse(tree)
