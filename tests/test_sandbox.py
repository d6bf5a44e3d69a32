"""The fence: what code inside it can and cannot do."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.dataset import PUBLIC
from autograder.errors import UsageError
from autograder.sandbox import (
    FULL,
    HOME,
    MODULES,
    NONE,
    PACKAGE,
    TEMPORARY,
    Fence,
    choose_fence,
    fenced_command,
    try_fence,
    worker_command,
)


@pytest.fixture(scope="module")
def fence() -> Fence:
    return choose_fence(allow_unsandboxed=False)


def answer(fence: Fence, program: str) -> str:
    """What a Python program prints inside the fence."""
    result = subprocess.run(
        fenced_command(fence, [sys.executable, "-I", "-c", program]),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"SECRET": "token"},
    )
    return result.stdout.strip() + result.stderr.strip()[-300:]


def test_this_machine_offers_the_full_fence(fence: Fence) -> None:
    """The tests below prove something only where the fence works."""
    assert fence.name == FULL


@pytest.mark.parametrize(
    "secret",
    [
        PACKAGE / "data" / "hidden",
        PACKAGE / "exercises",
        PACKAGE / "judge.py",
        PACKAGE.parent / "solutions",
        PACKAGE.parent / "course.toml",
        Path("/etc/passwd"),
        Path("/bin/sh"),
        Path("/usr/share/datasets"),
    ],
)
def test_secrets_are_not_there(fence: Fence, secret: Path) -> None:
    """Hidden images, definitions, solutions and the system's files cannot be seen."""
    assert answer(fence, f"import os; print(os.path.exists({str(secret)!r}))") == "False"


def test_only_the_fenced_modules_are_there(fence: Fence) -> None:
    """Of this package, the fence holds what must run there and nothing else."""
    seen = answer(fence, f"import os; print(sorted(os.listdir('{HOME}/autograder')))")
    assert seen == str(sorted(f"{module}.py" for module in MODULES))


@pytest.mark.parametrize(
    "folder", ["/", "/fence", "/fence/autograder", "/usr/lib", "/dev", "/proc"]
)
def test_nothing_can_be_written_outside_temporary_folders(fence: Fence, folder: str) -> None:
    """A file cannot be made anywhere but in the private temporary folders."""
    program = f"import pathlib; pathlib.Path({folder!r}, 'x').touch()"
    assert "Error" in answer(fence, program)


@pytest.mark.parametrize("folder", [str(TEMPORARY), "/dev/shm"])
def test_temporary_folders_are_private(fence: Fence, folder: str, tmp_path: Path) -> None:
    """A temporary folder in the fence starts empty, and what is written there stays there."""
    program = (
        f"import os, pathlib; print(os.listdir({folder!r})); pathlib.Path({folder!r}, 'x').touch()"
    )
    assert answer(fence, program) == "[]"
    assert answer(fence, program) == "[]"
    assert tmp_path.exists()


def test_the_network_is_not_there(fence: Fence) -> None:
    """A listener of this machine cannot be reached from inside."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        program = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        assert "refused" in answer(fence, program)


def test_the_environment_is_empty(fence: Fence) -> None:
    """No variable of the judge's reaches the fence."""
    assert "token" not in answer(fence, "import os; print(dict(os.environ))")


def test_other_processes_are_not_there(fence: Fence) -> None:
    """The fence has process numbers of its own: the init and the program."""
    program = "import os; print(len([name for name in os.listdir('/proc') if name.isdigit()]))"
    assert answer(fence, program) == "2"


def test_a_fence_that_cannot_start_says_why() -> None:
    """A broken bubblewrap gives a reason, not an exception."""
    assert try_fence(Fence(FULL, "/nowhere/bwrap"))


def test_without_bubblewrap_student_code_is_refused(tmp_path: Path) -> None:
    """Where bubblewrap cannot run, grading is refused with the option that allows it."""
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho no permission to make namespaces >&2\nexit 1\n")
    broken.chmod(0o755)
    with pytest.raises(UsageError, match=r"no permission.*--allow-unsandboxed"):
        choose_fence(allow_unsandboxed=False, bubblewrap=str(broken))
    with pytest.raises(UsageError, match="not installed"):
        choose_fence(allow_unsandboxed=False, bubblewrap="")


def test_without_bubblewrap_the_stamp_says_none() -> None:
    """Running without a fence is allowed only when asked for, and is stamped."""
    assert choose_fence(allow_unsandboxed=True, bubblewrap="") == Fence(NONE)


def test_an_unfenced_worker_gets_the_same_settings(tmp_path: Path) -> None:
    """Without a fence the worker still has one thread and a temporary folder of its own."""
    command = " ".join(worker_command(Fence(NONE), PUBLIC, tmp_path))
    assert "OMP_NUM_THREADS" in command
    assert str(tmp_path) in command
    assert "bwrap" not in command
