"""Inside bubblewrap: what a program can see of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.sandbox.bubblewrap import HOME, TEMPORARY, find_bubblewrap, shown_of, walls
from autograder.sandbox.launch import CHILD_PACKAGES
from autograder.sandbox.tiers import choose_sandbox
from autograder.wire.dataset import copied_home
from autograder.wire.tier import FULL
from tests.faults import descendants
from tests.own_course import PUBLIC

pytestmark = pytest.mark.skipif(
    choose_sandbox(allow_unsandboxed=True).name != FULL, reason="bubblewrap does not work here"
)


USERS = [None, 50_000] if os.geteuid() == 0 else [None]


@pytest.fixture(params=USERS, ids=["the grader", "a user of its own"][: len(USERS)])
def command(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """What to put before a program, for each user that it may run as."""
    code, images = tmp_path / "code", copied_home([PUBLIC], tmp_path / "keras")
    for name in CHILD_PACKAGES:
        shutil.copytree(PACKAGE / name, code / "autograder" / name)
    shutil.copy(PACKAGE / "__init__.py", code / "autograder")
    return walls(find_bubblewrap(), PACKAGE, code, images, request.param)


@pytest.fixture
def answer(command: list[str]) -> Callable[[str], str]:
    """What a Python program prints inside the sandbox."""

    def run(program: str) -> str:
        result = subprocess.run(
            [*command, sys.executable, "-I", "-c", program],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
            env={"SECRET": "token"},
        )
        return result.stdout.strip() + result.stderr.strip()[-300:]

    return run


@pytest.mark.parametrize(
    "secret",
    [
        PACKAGE / "data" / "hidden",
        PACKAGE / "exercises",
        PACKAGE / "judging",
        PACKAGE.parent / "solutions",
        PACKAGE.parent / "course.toml",
        Path("/etc/passwd"),
        Path("/bin/sh"),
        Path("/usr/share/datasets"),
    ],
)
def test_secrets_are_not_there(secret: Path, answer: Callable[[str], str]) -> None:
    """Hidden images, definitions, solutions and the system's files cannot be seen."""
    assert answer(f"import os; print(os.path.exists({str(secret)!r}))") == "False"


def test_what_is_not_there_is_not_hidden(tmp_path: Path) -> None:
    """A system whose own Python runs shows all of `/usr`, and few have data sets there."""
    (tmp_path / "there").mkdir()
    secrets = [tmp_path / "there", tmp_path / "gone", Path("/elsewhere")]
    assert shown_of(secrets, [str(tmp_path)]) == [tmp_path / "there"]


def test_only_the_childs_packages_are_there(answer: Callable[[str], str]) -> None:
    """Of this package, the sandbox holds what must run there and nothing else."""
    seen = answer(f"import os; print(sorted(os.listdir('{HOME}/autograder')))")
    assert seen == str(sorted(["__init__.py", *CHILD_PACKAGES]))


@pytest.mark.parametrize(
    "folder", ["/", "/sandbox", "/sandbox/autograder", "/usr/lib", "/dev", "/proc"]
)
def test_nothing_can_be_written_outside_temporary_folders(
    folder: str, answer: Callable[[str], str]
) -> None:
    """A file cannot be made anywhere but in the private temporary folders."""
    program = f"import pathlib; pathlib.Path({folder!r}, 'x').touch()"
    assert "Error" in answer(program)


@pytest.mark.parametrize("folder", [str(TEMPORARY), "/dev/shm"])
def test_temporary_folders_are_private(
    folder: str, tmp_path: Path, answer: Callable[[str], str]
) -> None:
    """A temporary folder in the sandbox starts empty, and what is written there stays there."""
    program = (
        f"import os, pathlib; print(os.listdir({folder!r})); pathlib.Path({folder!r}, 'x').touch()"
    )
    assert answer(program) == "[]"
    assert answer(program) == "[]"
    assert tmp_path.exists()


def test_the_network_is_not_there(answer: Callable[[str], str]) -> None:
    """A listener of this machine cannot be reached from inside."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        program = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        assert "refused" in answer(program)


def test_the_environment_is_empty(answer: Callable[[str], str]) -> None:
    """No variable of the judge's reaches the sandbox."""
    assert "token" not in answer("import os; print(dict(os.environ))")


def test_other_processes_are_not_there(answer: Callable[[str], str]) -> None:
    """The sandbox has process numbers of its own: the program's, behind bubblewrap's at most."""
    program = "import os; print(len([name for name in os.listdir('/proc') if name.isdigit()]))"
    assert answer(program) in ("1", "2")


def test_a_list_of_mounts_does_not_say_where_the_course_is(answer: Callable[[str], str]) -> None:
    """Images and code of ours are copies; of the system and Python the folders are known."""
    mounts = answer("print(open('/proc/self/mountinfo').read())")
    assert "/sandbox/autograder" in mounts
    assert str(PUBLIC) not in mounts
    assert f"{PACKAGE}/" not in mounts


def test_no_right_is_left(answer: Callable[[str], str]) -> None:
    """No capability is left, and none can come back."""
    status = answer("print(open('/proc/self/status').read())")
    for kind in ("CapPrm", "CapEff", "CapInh", "CapAmb"):
        assert f"{kind}:\t{0:016x}" in status
    assert "NoNewPrivs:\t1" in status


def test_all_in_it_ends_with_bubblewrap(command: list[str]) -> None:
    """However the outermost process ends, the program does, whoever it runs as."""
    program = "import time; print('here', flush=True); time.sleep(30); print('still')"
    words = [*command, sys.executable, "-I", "-c", program]
    with subprocess.Popen(words, stdout=subprocess.PIPE, start_new_session=True) as outermost:
        assert outermost.stdout is not None
        first_line = outermost.stdout.readline()
        inside = descendants(outermost.pid)
        outermost.kill()
        # The last process that holds its other end has ended.
        rest = outermost.stdout.read()
    assert (first_line, rest) == (b"here\n", b"")
    assert any(program.encode() in one.words for one in inside.values())
