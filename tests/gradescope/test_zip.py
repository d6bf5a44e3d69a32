"""What is in the zip for Gradescope, who may read it there, and what is said about it."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.commands.main import commands
from autograder.course import Course, find_course
from autograder.gradescope.zip import belongs, settings, write_zip
from autograder.wire.errors import UsageError
from tests.gradescope_folder import GradescopeFolder
from tests.own_course import POINTS

ROOT = Path(__file__).parents[2]
COURSE = find_course(ROOT)
NAME = "fashion_mnist"
SLUGS = COURSE.table.assignments[NAME].exercises


def changed(**parts: object) -> Course:
    """The course with other tables."""
    table = msgspec.structs.replace(COURSE.table, **parts)
    return msgspec.structs.replace(COURSE, table=table)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_zip(COURSE, NAME, tmp_path_factory.mktemp("zip") / "new")


def names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def test_what_gradescope_starts_lies_at_the_root_and_can_be_started(archive: Path) -> None:
    """Both programs are there, executable and readable by Bash; all else is plain files."""
    with zipfile.ZipFile(archive) as opened:
        modes = {each.filename: each.external_attr >> 16 for each in opened.infolist()}
        for name in ("setup.sh", "run_autograder"):
            assert modes.pop(name) == 0o100755
            text = opened.read(name)
            assert text.startswith(b"#!/usr/bin/env bash\n")
            assert b"\r" not in text
            subprocess.run(["bash", "-n"], input=text, check=True)  # noqa: S607 - any bash
        assert set(modes.values()) == {0o100644}
        assert f'gradescope.run "$root" {NAME}\n' in opened.read("run_autograder").decode()


def test_all_that_the_judge_needs_is_in_it_and_nothing_else(archive: Path) -> None:
    """The package with its data and this assignment's definitions, the course, the packages."""
    found = names(archive)
    tops = {name.split("/")[0] for name in found}
    assert tops == {
        "setup.sh",
        "run_autograder",
        "course.toml",
        "requirements-grading.lock",
        "secret",
        "autograder",
    }
    needed = {"autograder/data/fashion_mnist/hidden/images.npz", "autograder/gradescope/run.py"}
    needed |= {f"autograder/exercises/{NAME}/{slug}.py" for slug in SLUGS}
    assert needed <= found
    strange = ("__pycache__", "/.", "solutions/", "tests/", "autograder/templates")
    assert not [name for name in found for word in strange if word in name]


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("judge.py", True),
        ("data/fashion_mnist/hidden/images.npz", True),
        ("data/another/hidden/images.npz", False),
        ("exercises/__init__.py", True),
        (f"exercises/{NAME}/neurons.py", True),
        ("exercises/another/neurons.py", False),
        ("templates/stub.py.j2", False),
        ("report/templates/page.css", True),
        ("__pycache__/judge.cpython-311.pyc", False),
        (".notes/judge.py", False),
        ("data/.DS_Store", False),
    ],
)
def test_what_is_not_for_this_assignment_stays_out(inside: str, wanted: bool) -> None:
    """Definitions of other assignments, leftovers and what zips are made from are left out."""
    assert belongs(Path(inside), NAME, "fashion_mnist") is wanted


def test_a_definition_that_is_missing_is_said_before_anything_is_written(tmp_path: Path) -> None:
    """Gradescope would find out only when a student hands in."""
    table = msgspec.structs.replace(COURSE.table.assignments[NAME], exercises=("forgotten",))
    with pytest.raises(UsageError, match=r"forgotten\.py is missing"):
        write_zip(changed(assignments={NAME: table}), NAME, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_same_files_make_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    """A zip that is written again is the same, and takes the place of the earlier one."""
    shutil.copy(archive.with_name("secret"), tmp_path)
    again = write_zip(COURSE, NAME, tmp_path)
    assert again.read_bytes() == archive.read_bytes()
    again.write_bytes(b"damaged")
    assert write_zip(COURSE, NAME, tmp_path).read_bytes() == archive.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {f"{NAME}-gradescope.zip", "secret"}


def test_the_zip_has_the_secret_that_is_kept_beside_it(archive: Path, tmp_path: Path) -> None:
    """Another zip has another secret, and each is a file of which setup.sh takes all rights."""
    other = write_zip(COURSE, NAME, tmp_path)
    secrets = set()
    for path in (archive, other):
        with zipfile.ZipFile(path) as opened:
            secrets.add(opened.read("secret"))
        assert (path.parent / "secret").read_bytes() in secrets
    assert len(secrets) == 2


def test_what_is_installed_has_hashes_and_names_no_host(archive: Path) -> None:
    """The list of packages is one that pip takes with `--require-hashes` from wherever it looks."""
    with zipfile.ZipFile(archive) as opened:
        lines = opened.read("requirements-grading.lock").decode().splitlines()
        scripts = opened.read("setup.sh").decode() + opened.read("run_autograder").decode()
    packages = [line for line in lines if line[:1].isalpha()]
    assert packages
    assert all("==" in line and line.endswith("\\") for line in packages)
    assert "://" not in "\n".join(lines) + scripts


def pins(name: str) -> set[str]:
    """What a lock in this repository pins, `name==version` each."""
    text = (ROOT / name).read_text("utf-8")
    return set(re.findall(r"^\S+==\S+", text, re.MULTILINE))


def test_grading_installs_what_everybody_else_does() -> None:
    """Every pin and every hash of the smaller lock is in the larger one: `make lock` wrote both."""
    assert pins("requirements-grading.lock") < pins("requirements.lock")
    hashes = [
        set(re.findall(r"--hash=\S+", (ROOT / name).read_text("utf-8")))
        for name in ("requirements-grading.lock", "requirements.lock")
    ]
    assert hashes[0] < hashes[1]


def test_the_lock_is_complete_and_small() -> None:
    """Grading installs all that the project asks for, and neither tests nor notebooks' servers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    pinned = {pin.partition("==")[0] for pin in pins("requirements-grading.lock")}
    assert asked | {"keras", "h5py"} <= pinned
    assert not {"pytest", "mypy", "jupyterlab", "otter-grader", "pydantic"} & pinned


def test_a_course_without_a_lock_is_refused(tmp_path: Path) -> None:
    """Where nothing says what a grader installs, the file and what writes it are named."""
    course = msgspec.structs.replace(COURSE, root=tmp_path)
    (tmp_path / "course.toml").write_bytes((ROOT / "course.toml").read_bytes())
    with pytest.raises(
        UsageError, match=r"requirements-grading\.lock cannot be read .* `make lock`"
    ):
        write_zip(course, NAME, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_once_closed_only_what_students_have_can_be_read(archive: Path, tmp_path: Path) -> None:
    """After `setup.sh`, others can pass to the public images and read these, and nothing more."""
    folder = GradescopeFolder(tmp_path)
    folder.build(archive)
    public = folder.judge / "autograder" / "data" / "public"
    open_ways = {folder.judge, folder.judge / "autograder", folder.judge / "autograder" / "data"}
    for path in (folder.judge, *folder.judge.rglob("*")):
        allowed = path.stat().st_mode & 0o077
        if path.is_relative_to(public):
            assert allowed == (0o055 if path.is_dir() else 0o044), path
        else:
            assert allowed == (0o011 if path in open_ways else 0), path


def test_what_to_set_on_gradescope_is_said() -> None:
    """Points and time come from the course: all exercises to their limits, and a start."""
    points, container, minutes = settings(COURSE, NAME)
    assert points == f"Autograder points: {POINTS:g}."
    assert "3.5 GB of memory or more" in container
    seconds = sum(COURSE.limits(NAME, slug).wall_seconds for slug in SLUGS) + 120
    assert f"Time limit: {math.ceil(seconds / 60)} minutes" in minutes
    limits = msgspec.structs.replace(COURSE.table.limits, wall_seconds=600.0)
    assert "lower `wall_seconds`" in settings(changed(limits=limits), NAME)[-1]


def test_the_command_writes_the_zip_and_says_what_to_set(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`autograder handout gradescope OUT`, run inside the course."""
    monkeypatch.chdir(ROOT / "docs")
    (tmp_path / "out").mkdir()
    shutil.copy(archive.with_name("secret"), tmp_path / "out")
    words = ["handout", "gradescope", str(tmp_path / "out"), "--assignment", NAME]
    done = CliRunner().invoke(commands, words)
    assert done.exit_code == 0, done.output
    first, *lines = done.output.splitlines()
    written = Path(first.removeprefix("written: "))
    assert written.read_bytes() == archive.read_bytes()
    assert [line.strip() for line in lines[1:]] == list(settings(COURSE, NAME))


def test_images_from_elsewhere_are_refused(tmp_path: Path) -> None:
    """A course whose images lie outside the package is told that they would not be there."""
    images = msgspec.structs.replace(COURSE.table.data, images="/data/keras")
    with pytest.raises(UsageError, match="carries those of images"):
        write_zip(changed(data=images), NAME, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="other words for the same")
def test_a_place_that_cannot_be_written_to_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Where the zip cannot go, its path and the reason are told."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"file/out/secret, .* cannot be written"):
        write_zip(COURSE, NAME, tmp_path / "file" / "out")
