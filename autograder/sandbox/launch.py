"""The sandbox: a command and an environment in which a process of ours may run student code.

Its tiers, best first, are `full` (bubblewrap: namespaces of its own), `uid` (no namespaces, but
root: an unprivileged user of its own, and the kernel's locks on files where it has them) and `none`
(no sandbox; for people who trust what they run). In each, on Linux, a child is one process that can
start no other and reach no network; see `locks`. `tiers` finds out what a machine offers.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder import PACKAGE
from autograder.sandbox.bubblewrap import CODE, IMAGES, TEMPORARY, python_folders, walls
from autograder.wire.dataset import copied_home
from autograder.wire.errors import UsageError
from autograder.wire.tier import FULL, UID, Tier

# What programs ask the system about the machine; nothing of anybody's is in there.
MACHINE = (
    "/proc",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/dev/urandom",
    "/dev/random",
    "/dev/zero",
)

# The packages that run beside student code, and those that the trainer is made of. Nothing else of
# ours is visible there, so nothing else may be put into them.
CHILD_PACKAGES = ("wire", "recipes", "isolation", "child")
TRAINER_PACKAGES = ("wire", "recipes", "isolation", "trainer")
# User ids that neither people nor services get; every process of the tier `uid` has one to itself.
USERS = range(50_000, 60_000)

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

_users = itertools.count(os.getpid() * 16)


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A way to start a process of ours; `name` is the tier, stamped on every grade made with it.

    `bubblewrap` is the path of `bwrap` in the tier `full`. There, `has_users` says whether each
    process gets a user of its own, as it always does in the tier `uid`.
    """

    name: Tier
    bubblewrap: str = ""
    has_users: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one process outside namespaces: our code, and what it may write.

    The process owns `temporary` alone, so that it cannot put other code in place of ours. Images
    and code are copies: no other process has these files open, and their names say nothing.
    """

    root: Path

    @property
    def code(self) -> Path:
        return self.root / "code"

    @property
    def images(self) -> Path:
        return self.root / "keras"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"


def own_user(sandbox: Sandbox) -> int | None:
    """A user id for one process to be started with; `None` for that of whoever grades."""
    return _next_user() if sandbox.name == UID else None


def zygote_command(sandbox: Sandbox, images: Sequence[Path], root: Path) -> list[str]:
    """The command that starts a worker; the number of its control descriptor goes behind it.

    `root` is the process's own folder, see `Place`, where no namespace gives it a private one.
    """
    command = program(sandbox, "autograder.child.zygote", CHILD_PACKAGES, images, root)
    shown = IMAGES if sandbox.name == FULL else Place(root).images
    return [*command, sandbox.name, _readable(sandbox, root), str(shown)]


def self_test_command(sandbox: Sandbox, images: Sequence[Path], root: Path) -> list[str]:
    """The command that starts the self-test; the number of its descriptor goes behind it."""
    command = program(sandbox, "autograder.child.escape_test", CHILD_PACKAGES, images, root)
    return [*command, sandbox.name, _readable(sandbox, root)]


def trainer_command(sandbox: Sandbox, root: Path) -> list[str]:
    """The command that starts the trainer; the number of its descriptor goes behind it."""
    return program(sandbox, "autograder.trainer.main", TRAINER_PACKAGES, None, root)


def graph_trainer_command(sandbox: Sandbox, root: Path) -> list[str]:
    """The command that starts the warm process behind traced programs; as `trainer_command`."""
    command = program(sandbox, "autograder.trainer.graph_main", TRAINER_PACKAGES, None, root)
    return [*command, sandbox.name, _readable(sandbox, root)]


def program(
    sandbox: Sandbox,
    module: str,
    packages: tuple[str, ...],
    images: Sequence[Path] | None,
    root: Path,
) -> list[str]:
    """Python with one module of this package as its program, behind the sandbox's walls."""
    place = Place(root)
    try:
        _lay_out(place, packages, images)
    except OSError as error:
        raise UsageError(
            "The temporary folder cannot hold what a sandbox shows, which is a few megabytes:"
            f" {error.strerror or error}. Free some space in it, or set TMPDIR to another folder,"
            " and run the same command again."
        ) from error
    if sandbox.name == FULL:
        shown = None if images is None else place.images
        user = _next_user() if sandbox.has_users else None
        before = walls(sandbox.bubblewrap, PACKAGE, place.code, shown, user)
        code, temporary = CODE, TEMPORARY
    else:
        before, code, temporary = [], place.code, place.temporary
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
            f"os.chdir({str(temporary)!r})",
            f"sys.path.insert(0, {str(code)!r})",
            f"runpy.run_module({module!r}, run_name='__main__', alter_sys=True)",
        ]
    )
    return [*before, sys.executable, "-I", "-c", script]


def _next_user() -> int:
    return USERS[next(_users) % len(USERS)]


def _readable(sandbox: Sandbox, root: Path) -> str:
    """All that may be read, as one argument of a command, where the process has to see to it."""
    if sandbox.name != UID:
        return ""
    place = Place(root)
    return os.pathsep.join([*python_folders(), *MACHINE, str(place.code), str(place.images)])


def _lay_out(place: Place, packages: tuple[str, ...], images: Sequence[Path] | None) -> None:
    """Copies what the process needs of this package, and the images, for any user to read."""
    package = place.code / "autograder"
    for folder in (place.temporary, place.code, package):
        folder.mkdir()
    # With its bytecode, which takes a second to make, but not what is being written of it.
    unfinished = shutil.ignore_patterns("*.pyc.*")
    for path in [PACKAGE / "__init__.py", *(PACKAGE / name for name in packages)]:
        if path.is_dir():
            shutil.copytree(path, package / path.name, ignore=unfinished)
        else:
            shutil.copyfile(path, package / path.name)
    if images is not None:
        copied_home(images, place.images)
    copies = [path for top in (place.code, place.images) for path in (top, *top.rglob("*"))]
    for path in (one for one in (place.temporary, *copies) if one.exists()):
        path.chmod(0o755 if path.is_dir() else 0o644)
