"""What CI and commits run is there: each command, target, option and file of the workflows."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from autograder.commands.main import commands
from autograder.course import find_course
from autograder.notebooks.documents import built_documents

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
SANDBOX = "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"


def steps_of(path: Path) -> list[dict[str, Any]]:
    """Every step of every job of a workflow."""
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


RUNS = [step["run"] for path in WORKFLOWS for step in steps_of(path) if "run" in step]
COURSE = steps_of(ROOT / ".github" / "workflows" / "course.yml")


def understood(line: str) -> click.Context:
    """The context of an autograder command; raises `UsageError` where it takes no such option."""
    program, name, *arguments = shlex.split(line)
    assert program == ".venv/bin/autograder"
    whole = commands.make_context(program, [name])
    return commands.commands[name].make_context(name, arguments, parent=whole)


def made(target: str) -> str:
    """What `make` would run for a target."""
    done = subprocess.run(
        ["make", "-n", target],  # noqa: S607 - the make that everybody has
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_on_every_push(path: Path) -> None:
    """Pushes and pull requests start it, it reads only, and it cannot hang for hours."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert {"push", "pull_request"} <= set(workflow[True])  # YAML takes the key `on` for this value
    assert workflow["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())


@pytest.mark.parametrize("line", RUNS)
def test_every_line_runs_something_that_exists(line: str) -> None:
    """A line is a target of the Makefile, a command of the autograder, or opens the sandbox."""
    if line.startswith("make "):
        assert made(line.removeprefix("make "))
    elif line != SANDBOX:
        understood(line)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_the_sandbox_is_opened_before_anything_needs_it(path: Path) -> None:
    """The runner's kernel allows namespaces before the first command of ours runs."""
    runs = [step["run"] for step in steps_of(path) if "run" in step]
    assert runs[0] == SANDBOX


def test_a_course_is_proven_on_every_push() -> None:
    """Drift and lint are looked at, and all exercises proven in the full sandbox, into the file."""
    runs = [step.get("run", "") for step in COURSE]
    assert "autograder build --check" in made("drift")
    assert "ruff check" in made("lint")
    assert {"make drift", "make lint"} <= set(runs)
    (line,) = [line for line in runs if "selfcheck" in line and "--mutants" not in line]
    asked = understood(line).params
    assert (asked["require_tier"], asked["slugs"], asked["allow_unsandboxed"]) == (
        "full",
        (),
        False,
    )
    (upload,) = [step for step in COURSE if "upload-artifact" in step.get("uses", "")]
    assert asked["junit"].match(upload["with"]["path"])
    assert COURSE.index(upload) == len(COURSE) - 1
    assert upload["if"] == "${{ !cancelled() }}"


def test_every_mutant_is_graded_every_night() -> None:
    """A run by the clock grades all mutants of all exercises, which a push does not wait for."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "course.yml").read_text("utf-8"))
    assert workflow[True]["schedule"]
    (step,) = [step for step in COURSE if "--mutants" in step.get("run", "")]
    assert step["if"] == "github.event_name == 'schedule'"
    asked = understood(step["run"]).params
    wanted = {"mutants": True, "sample": None, "slugs": (), "require_tier": "full"}
    assert wanted.items() <= asked.items()


def test_every_supported_python_is_tried() -> None:
    """The oldest that is supported runs everything, and each later one a class of known answers."""
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "package.yml").read_text("utf-8"))[
        "jobs"
    ]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = [line.rsplit(maxsplit=1)[-1] for line in project["classifiers"]]
    assert job["test"]["strategy"]["matrix"]["python"] == versions
    runs = {step.get("if", ""): step["run"] for step in job["test"]["steps"] if "run" in step}
    assert runs[f"matrix.python == '{versions[0]}'"] == "make test"
    assert runs[f"matrix.python != '{versions[0]}'"] == "make versions"
    for part in ("--ignore=tests/alone", "pytest -ra --durations=15 tests/alone"):
        assert part in made("test")
    for part in ('-m "not slow"', "tests/test_class.py"):
        assert part in made("versions")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_the_course_as_it_is(hook: dict[str, Any]) -> None:
    """What a hook runs is installed, and finds nothing wrong with a committed file."""
    program, *arguments = shlex.split(hook["entry"])
    folder, name = program.rsplit("/", maxsplit=1)
    assert (folder, hook["language"]) == (".venv/bin", "system")
    files = [] if hook.get("pass_filenames") is False else ["autograder/commands/main.py"]
    done = subprocess.run(
        [sys.executable, "-m", name, *arguments, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_whatever_makes_a_notebook_starts_its_hook() -> None:
    """The hook looks at notebooks when a stub, a definition, a document or the course's file is."""
    (hook,) = [hook for hook in HOOKS if hook["id"] == "notebooks"]
    course = find_course(ROOT)
    made_of = [Path("course.toml"), Path("autograder/notebooks/build.py")]
    made_of += [path.relative_to(ROOT) for path in built_documents(course)]
    for name, table in course.table.assignments.items():
        made_of.append(course.notebook_path(name).relative_to(ROOT))
        for slug in table.exercises:
            made_of.append(course.stub_path(name, slug).relative_to(ROOT))
            made_of.append(Path("autograder", "exercises", name, f"{slug}.py"))
    assert all((ROOT / path).is_file() for path in made_of)
    assert all(re.search(hook["files"], path.as_posix()) for path in made_of)
    assert not re.search(hook["files"], "LICENSE")
