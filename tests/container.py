"""A command that runs another one as it would run in a container: as root, without namespaces."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from autograder.sandbox.bubblewrap import find_bubblewrap

# What Docker leaves to root unless told otherwise.
RIGHTS = (
    "CAP_AUDIT_WRITE",
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_FOWNER",
    "CAP_FSETID",
    "CAP_KILL",
    "CAP_MKNOD",
    "CAP_NET_BIND_SERVICE",
    "CAP_NET_RAW",
    "CAP_SETFCAP",
    "CAP_SETGID",
    "CAP_SETPCAP",
    "CAP_SETUID",
    "CAP_SYS_CHROOT",
)
SHARED = ("/tmp", "/var/tmp", "/dev/shm")
SYSTEM_BUBBLEWRAP = ("/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap")
ENTERED_BY_ALL = 0o001
ROOT = Path(__file__).parent.parent


def in_container(*, apart: bool = False) -> list[str] | None:
    """What to put before a command; `None` where we are not root or have no bubblewrap to do it.

    One that is `apart` sees no process and no temporary file from outside it, and is not seen.
    """
    bubblewrap = find_bubblewrap()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not bubblewrap:
        return None
    words = [bubblewrap, "--dev-bind", "/", "/", "--die-with-parent"]
    if apart:
        words += _apart()
    words += _visible_to_all(Path(sys.base_prefix))
    # Inside, nothing can make a namespace any more.
    for path in {bubblewrap, *SYSTEM_BUBBLEWRAP}:
        if Path(path).exists():
            words += ["--ro-bind", "/dev/null", str(Path(path).resolve())]
    words += ["--cap-drop", "ALL"]
    for right in RIGHTS:
        words += ["--cap-add", right]
    works = subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
    return words if works else None


def _apart() -> list[str]:
    """Arguments for processes and temporary folders of its own; what runs in it stays visible."""
    words = ["--unshare-pid", "--proc", "/proc"]
    for shared in map(Path, SHARED):
        words += ["--perms", "1777", "--tmpfs", str(shared)]
        for shown in (ROOT, Path(sys.prefix), Path(sys.base_prefix)):
            if shown.is_relative_to(shared):
                words += [*_folders_above(shown, shared), "--bind", str(shown), str(shown)]
    return words


def _folders_above(shown: Path, outermost: Path) -> list[str]:
    """Arguments that make the folders between these two, for everybody to enter."""
    between = [folder for folder in reversed(shown.parents) if folder.is_relative_to(outermost)]
    return [word for folder in between[1:] for word in ("--perms", "0755", "--dir", str(folder))]


def _visible_to_all(python: Path) -> list[str]:
    """Arguments that let others enter the folders above Python, without what else lies there.

    The project stays where it is, if it lies there too.
    """
    closed = [folder for folder in python.parents if not folder.stat().st_mode & ENTERED_BY_ALL]
    if not closed:
        return []
    outermost = closed[-1]
    words = ["--perms", "0755", "--tmpfs", str(outermost)]
    for shown, bind in ((python, "--ro-bind"), (ROOT, "--bind"), (Path(sys.prefix), "--bind")):
        if shown.is_relative_to(outermost):
            words += [*_folders_above(shown, outermost), bind, str(shown), str(shown)]
    return words
