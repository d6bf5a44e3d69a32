"""Three keys of an exercise: what its evidence, its verdicts and its pages depend on.

A run key covers what happens in the sandbox, a judge key what is concluded from it, a render key
how that is shown. Keys that are equal mean that nothing needs to be done again; what is changed
moves no more keys than it has to. A word that students read moves the render key alone.
"""

from __future__ import annotations

import ast
import hashlib
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from autograder import PACKAGE
from autograder.judging.exercise import Exercise
from autograder.records import OnTrust, Truth
from autograder.training.training_store import PACKAGES
from autograder.wire.dataset import DATA
from autograder.wire.frames import encode
from autograder.wire.protocol import Limits, Piece

Read = Callable[[Path], bytes]

# What runs while a submission is observed: the child, the trainer, and those who watch and serve
# them. The broker asks `claims` whether what is said of a traced model contradicts its program.
RUN = (
    "child", "isolation", "recipes", "sandbox", "supervision", "trainer", "training", "wire",
    "judging/claims.py",
)  # fmt: skip
# What turns evidence into verdicts, beside what it shares with the above: how a submission is read
# decides which evidence there is, and `grade` which of several readings counts.
JUDGE = ("judging", "submissions", "grading/grade.py", "grading/kept_evidence.py", "records.py")
RENDER = ("report",)
SUMS = "SHA256SUMS"
# A course has a few dozen sets of given values for each exercise.
MOST_SETS = 1_000
_OF_GIVEN: dict[int, tuple[Mapping[str, Any], str]] = {}
DEFINITIONS = "autograder.exercises."
# The arguments of a definition that are words, by the function that takes them.
WORDS = {"Exercise": ("title", "background"), "check": ("demands", "rests_on")}


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one exercise, whatever a student wrote; `of_run` adds that."""

    run: str
    judge: str
    render: str
    # What the run key is a digest of, part by part.
    parts: Mapping[str, str] = field(default_factory=dict)

    def of_run(self, pieces: Sequence[Piece], as_run: bool, given: Mapping[str, Any]) -> str:
        """The key of the evidence on what a reading executes, with what it is given."""
        return digest_of(self.run, msgspec.json.encode(pieces), as_run, digest_of_given(given))


def keys_of(  # noqa: PLR0913 - all that an exercise depends on
    exercise: Exercise,
    limits: Limits,
    truth: Truth,
    seed: int,
    on_trust: OnTrust,
    *,
    trainer_seed: int = 0,
    environment: Mapping[str, Any] | None = None,
    read: Read = Path.read_bytes,
) -> Keys:
    """The keys of an exercise; `environment` names what else it is run with, as its sandbox.

    `read` reads the files of this package and of definitions.
    """
    classified = any(check.unseen for check in exercise.checks)
    hidden = truth.hidden_images.tobytes() if classified else b""
    parts = {
        "probes": digest_of_probes(exercise),
        "given": digest_of(encode(dict(truth.given))),
        "seed": digest_of(seed, trainer_seed, hidden),
        "limits": digest_of(limits),
        "on_trust": digest_of(on_trust == "count"),
        "data": digest_of(*(read(path) for path in _sums(truth))),
        "code": code_digest(RUN, read),
        "versions": digest_of(*versions()),
        **{name: digest_of(value) for name, value in (environment or {}).items()},
    }
    run = digest_of(*sorted(parts.items()))
    written = [*definitions(exercise, read)]
    judged = [ast.unparse(without_words(tree)) for tree in written]
    words = [ast.unparse(tree) for tree in written]
    labels = truth.hidden_labels.tobytes()
    # What its definition makes of itself may depend on more than its text.
    made = [(one.name, one.points, one.unseen, one.probe.__name__) for one in exercise.checks]
    judge = digest_of(run, *judged, made, labels, on_trust, code_digest(JUDGE, read))
    return Keys(run, judge, digest_of(judge, *words, code_digest(RENDER, read)), parts)


def _sums(truth: Truth) -> list[Path]:
    """The file with the digests of the data set, if there is one."""
    about = None if truth.public is None else truth.public.about
    return [] if about is None else [DATA / about.name / SUMS]


def digest_of_probes(exercise: Exercise) -> str:
    """The part of a run key that is of the exercise's probes."""
    return digest_of(exercise.slug, *exercise.probe_sources())


def digest_of(*parts: Any) -> str:
    """A digest of plain values, and of records that show all they hold."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        digest.update(b"%d " % len(data) + data)
    return digest.hexdigest()[:32]


def digest_of_given(given: Mapping[str, Any]) -> str:
    """A digest of the values of a set, which nobody changes; made once for all who share it."""
    kept = _OF_GIVEN.get(id(given))
    if kept is None:
        if len(_OF_GIVEN) >= MOST_SETS:
            _OF_GIVEN.clear()
        # The set is kept too, so that no other one gets its place in memory.
        kept = _OF_GIVEN[id(given)] = given, digest_of(encode(dict(given)))
    return kept[1]


def code_digest(places: Sequence[str], read: Read = Path.read_bytes) -> str:
    """A digest of files of this package, each named or in a folder that is."""
    digest = hashlib.sha256()
    for path in files_of(places):
        digest.update(hashlib.sha256(read(path)).digest())
    return digest.hexdigest()[:32]


@cache
def files_of(places: Sequence[str]) -> tuple[Path, ...]:
    """The files that `places` name, in an order of their own."""
    found = set[Path]()
    for place in places:
        path = PACKAGE / place
        inside = [*path.rglob("*")] if path.is_dir() else [path]
        found |= {one for one in inside if one.is_file() and one.parent.name != "__pycache__"}
    return tuple(sorted(found))


def versions() -> Iterator[str]:
    """What else decides what student code does: Python, and the libraries it computes with."""
    yield ".".join(platform.python_version_tuple()[:2])
    for package in PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{package} {version(package)}"


# ---- definitions --------------------------------------------------------------------------------


def definitions(exercise: Exercise, read: Read = Path.read_bytes) -> Iterator[ast.Module]:
    """The modules that define an exercise, and those of other definitions that they import."""
    functions = [exercise.give, *exercise.probes, *(check.function for check in exercise.checks)]
    waiting = {function.__module__ for function in functions if function.__module__ != LIBRARY}
    seen = set[str]()
    while waiting := waiting - seen:
        name = min(waiting)
        seen.add(name)
        path = _path_of(name)
        if path is None:
            continue
        tree = ast.parse(read(path))
        yield tree
        waiting |= {one for one in _imported(tree, name) if one.startswith(DEFINITIONS)}


LIBRARY = Exercise.__module__


def _path_of(module: str) -> Path | None:
    loaded = sys.modules.get(module)
    file = None if loaded is None else getattr(loaded, "__file__", None)
    return None if file is None else Path(file)


def _imported(tree: ast.Module, module: str) -> Iterator[str]:
    """The names of the modules that a module may import, also by their place beside it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.rsplit(".", node.level)[0] if node.level else ""
            source = ".".join(filter(None, (above, node.module)))
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def without_words(tree: ast.Module) -> ast.Module:
    """A definition without probes, which a run key has, and without what students read."""
    plain = _WithoutWords().visit(ast.parse(ast.unparse(tree)))
    assert isinstance(plain, ast.Module)  # noqa: S101 - a module stays one
    return plain


class _WithoutWords(ast.NodeTransformer):
    """Leaves out probes and docstrings, and the words of messages, titles and demands."""

    def visit_Module(self, node: ast.Module) -> ast.AST:
        return self._inside(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
        if any(isinstance(mark, ast.Attribute) and mark.attr == "probe" for mark in _marks(node)):
            return None
        return self._inside(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = _name(node.func)
        if name == "messages":
            node.keywords = [ast.keyword(each.arg, ast.Constant("")) for each in node.keywords]
            return node
        if name == "Exercise":
            node.args = node.args[:1] + node.args[2:]
        node.keywords = [each for each in node.keywords if each.arg not in WORDS.get(name, ())]
        return self.generic_visit(node)

    def _inside(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> ast.AST:
        if ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        return self.generic_visit(node)


def _marks(node: ast.FunctionDef) -> list[ast.expr]:
    return [mark.func if isinstance(mark, ast.Call) else mark for mark in node.decorator_list]


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
