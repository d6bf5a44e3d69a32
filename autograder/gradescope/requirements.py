"""The locked list of packages into the part of it that grading needs.

`requirements.lock` also holds what authors, students and tests use, of which a grader on some
platform needs nothing. Below each package the list says for which others it is there.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from autograder.wire.errors import UsageError

LOCK = "requirements.lock"
PROJECT = "pyproject.toml"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# A package and what belongs to it: its hashes, and as comments those who need it.
BLOCK = re.compile(r"^[A-Za-z0-9].*\n(?:[ #].*\n)*", re.MULTILINE)
NEEDED_BY = re.compile(r"^\s+#\s+(?:via )?([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)


def grading_requirements(root: Path) -> str:
    """The lines of the lock file in `root` that grading needs, hashes included.

    Raises `UsageError` where the files are missing, or one that `make lock` did not write.
    """
    direct = _direct(root)
    blocks = [(_name(block), block) for block in BLOCK.findall(_text(root, LOCK))]
    missing = direct - {name for name, _block in blocks}
    if missing:
        raise UsageError(
            f"{LOCK} lacks {', '.join(sorted(missing))}, which {PROJECT} asks for; `make lock`"
            " writes it anew."
        )
    needed = direct
    while more := {
        name for name, block in blocks if name not in needed and needed & _parents(block)
    }:
        needed |= more
    return "".join(block for name, block in blocks if name in needed)


def _direct(root: Path) -> set[str]:
    """The packages that the project itself asks for, without its extras."""
    try:
        asked = tomllib.loads(_text(root, PROJECT))["project"]["dependencies"]
        return {_name(line) for line in asked}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise UsageError(f"{root / PROJECT} lists no dependencies: {error}.") from error


def _text(root: Path, name: str) -> str:
    try:
        return (root / name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{root / name} cannot be read ({error}); it says what a grader is to install."
        ) from error


def _name(line: str) -> str:
    """The package that a requirement is about, as all spell it."""
    match = NAME.match(line)
    return re.sub(r"[-_.]+", "-", match[0]).lower() if match else ""


def _parents(block: str) -> set[str]:
    return {_name(name) for name in NEEDED_BY.findall(block)}
