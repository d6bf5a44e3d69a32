"""The README says what is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from autograder.commands.main import commands
from autograder.judging.exercise import find_exercise

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
LINES = [line for block in BLOCKS for line in block.splitlines()]


@pytest.mark.parametrize("line", [line for line in LINES if "autograder" in line])
def test_every_command_can_be_typed_as_written(line: str) -> None:
    """Each autograder command names a command, options and paths that exist."""
    program, name, *arguments = shlex.split(line)
    assert program == ".venv/bin/autograder"
    whole = commands.make_context(program, [name])
    context = commands.commands[name].make_context(name, arguments, parent=whole)
    for path in context.params.get("paths", ()):
        assert (ROOT / path).exists()
    for slug in context.params.get("slugs", ()):
        find_exercise("fashion_mnist", slug)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make")])
def test_every_make_target_exists(line: str) -> None:
    """Each `make` line names a target of the Makefile."""
    _make, target = line.split()
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https:)([^)]+)\)", README))
def test_every_link_leads_somewhere(link: str) -> None:
    """Links point at files of the project."""
    assert (ROOT / link).exists()


@pytest.mark.parametrize("path", re.findall(r'(?:src|srcset)="([^"]+)"', README))
def test_every_picture_is_there(path: str) -> None:
    """Pictures are files of the project, and small enough for a slow connection."""
    assert 0 < (ROOT / path).stat().st_size < 200_000


def test_every_picture_has_words() -> None:
    """Each picture says what it shows to those who cannot see it."""
    pictures = re.findall(r"<img [^>]*>", README)
    assert pictures
    assert all(re.search(r'alt="[^"]{30,}"', picture) for picture in pictures)
