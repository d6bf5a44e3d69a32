"""The face of definitions: its page lists all of it, and definitions need nothing else."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.child.student import Student
from autograder.judging import author, expect
from autograder.judging.evidence import Evidence
from autograder.judging.pairs import Pairs
from autograder.recipes.layers import Layers

PAGE = (Path(__file__).parents[2] / "docs" / "author.md").read_text("utf-8")
DEFINITIONS = sorted((PACKAGE / "exercises").glob("*/[!_]*.py"))


def public(kind: type) -> set[str]:
    """The names that a class defines itself, for others."""
    return {name for name in vars(kind) if not name.startswith("_")}


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("", set(author.__all__) - {"expect", "FitRecord", "DataSeen"}),
        ("seen.", public(Evidence)),
        ("student.", public(Student)),
        ("layers.", public(Layers)),
        ("pairs.", public(Pairs)),
        ("expect.", {"that", "equal", "close"}),
    ],
)
def test_the_page_lists_the_whole_face(owner: str, names: set[str]) -> None:
    """Every name that a definition can use has a row with an example."""
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    listed = {name.strip(" `") for row in rows for name in row.split(",")}
    assert {f"{owner}{name}" for name in names} <= listed


def test_everything_that_is_offered_exists() -> None:
    """What the face names is there, and says what it does."""
    for name in author.__all__:
        offered = getattr(author, name)
        assert isinstance(offered, int) or inspect.getdoc(offered)
    assert {"that", "equal", "close"} <= vars(expect).keys()


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
def test_a_definition_needs_one_import_of_ours(path: Path) -> None:
    """Of this package a definition imports its face alone, and probes nothing at all."""
    tree = ast.parse(path.read_text("utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = [module for module in modules if module.startswith("autograder")]
    assert ours == ["autograder.judging.author"]


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.stem)
def test_a_definition_declares_the_messages_that_it_uses(path: Path) -> None:
    """Every message that a definition names is declared, and none is declared in vain."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    declaring = [call for call in calls if ast.unparse(call.func) == "exercise.messages"]
    declared = {keyword.arg for call in declaring for keyword in call.keywords}
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "say"
    }
    assert declared == used
