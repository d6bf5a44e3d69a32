"""What a process beside student code gives up for good, before any of that code runs.

The worker hides from its children and closes the file system, where nothing else has; each child
gives up everything but being one process that computes. Nothing here can be taken back.

The libraries are ctypes over the kernel's and libseccomp's own calls. They find those by starting
programs, which a sandbox has not got, so they are told.
"""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import errno
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.isolation.system_calls import (
    ABSENT,
    AF_UNIX,
    CLONE_THREAD,
    FOR_ITSELF,
    FORBIDDEN,
    HIGHEST_COMMAND,
    HIGHEST_REQUEST,
    LOCKS,
    LOWEST_REQUEST,
    MAP_HUGETLB,
    MS_SYNC,
    NEEDLESS,
    NUMBERS,
    PLACES,
    REFUSED,
    SIGNALS,
)

LIBRARIES = {"seccomp": "libseccomp.so.2"}
# Linux's out-of-memory killer takes processes with more of this first.
FIRST_TO_GO = "1000"
# The kernel reads these arguments as 32 bits, whatever is in the other half.
WORD = 0xFFFF_FFFF


def settle() -> None:
    """For the worker: it ends with the judge, goes first when memory is short, and is unreadable.

    A process that is not dumpable is one into whose memory and environment even a process of the
    same user, as its own children are, cannot look; they are as unreadable to each other.
    """
    if sys.platform != "linux":
        return
    pyprctl = _library("pyprctl")
    # For the children, which should not have to import it.
    _library("pyseccomp")
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    end_with_the_parent()
    pyprctl.set_dumpable(False)


def close_files(readable: Sequence[str], writable: Sequence[str]) -> bool:
    """Closes every file below any other folder to this process and its children.

    Returns whether the kernel has Landlock; without it nothing is changed, and what is to be
    unreadable must be so by its permissions.
    """
    try:
        from landlock import FSAccess, Ruleset

        # It takes whatever number an earlier call has left for an error of its own.
        ctypes.set_errno(0)
        rules = Ruleset()
    except (ImportError, OSError, RuntimeError):
        return False
    reading = FSAccess.READ_FILE | FSAccess.READ_DIR
    for path in (path for path in readable if os.path.exists(path)):  # noqa: PTH110 - plain text
        rules.allow(path, rules=reading if Path(path).is_dir() else FSAccess.READ_FILE)
    rules.allow("/dev/null", rules=FSAccess.READ_FILE | FSAccess.WRITE_FILE)
    everything = FSAccess.all() & ~FSAccess.EXECUTE
    for path in writable:
        rules.allow(path, rules=everything)
    rules.apply()
    return True


def be_one_process() -> None:
    """For a child: from here on it is one process with threads that computes, and nothing else.

    Where seccomp is for other systems than Linux there is none. Raises `OSError` where the kernel
    refuses, and `RuntimeError` where libseccomp is not installed.
    """
    if sys.platform != "linux":
        return
    end_with_the_parent()
    seccomp = _library("pyseccomp")
    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    rules.set_attr(seccomp.Attr.ACT_BADARCH, seccomp.KILL_PROCESS)
    _refuse_calls(seccomp, rules)
    _refuse_arguments(seccomp, rules)
    rules.load()


def _refuse_calls(seccomp: Any, rules: Any) -> None:
    """What no child may do, whatever the arguments."""
    for calls, answer in ((FORBIDDEN, errno.EPERM), (ABSENT, errno.ENOSYS), (NEEDLESS, 0)):
        for call in calls:
            _add(seccomp, rules, answer, call)


def _refuse_arguments(seccomp: Any, rules: Any) -> None:
    """What a child may do to itself alone, or in other ways alone."""

    def refuse(call: str, *arguments: Any, answer: int = errno.EPERM) -> None:
        _add(seccomp, rules, answer, call, *arguments)

    def equal(place: int, value: int, mask: int = WORD) -> Any:
        return seccomp.Arg(place, seccomp.MASKED_EQ, mask, value)

    other = seccomp.Arg(0, seccomp.NE, os.getpid())
    for call, place in SIGNALS.items():
        refuse(call, other)
        refuse(call, equal(place, signal.SIGKILL))
    for call in FOR_ITSELF:
        refuse(call, seccomp.Arg(0, seccomp.NE, 0))
    for call, values in REFUSED.items():
        for value in values.values():
            refuse(call, equal(PLACES[call], value))
    for lock in LOCKS.values():
        refuse("fcntl", equal(PLACES["fcntl"], lock), answer=errno.ENOSYS)
    refuse("fcntl", seccomp.Arg(PLACES["fcntl"], seccomp.GT, HIGHEST_COMMAND))
    refuse("ioctl", seccomp.Arg(PLACES["ioctl"], seccomp.LT, LOWEST_REQUEST))
    refuse("ioctl", seccomp.Arg(PLACES["ioctl"], seccomp.GT, HIGHEST_REQUEST))
    refuse("mmap", equal(3, MAP_HUGETLB, MAP_HUGETLB))
    refuse("msync", equal(2, MS_SYNC, MS_SYNC), answer=0)
    refuse("socketpair", seccomp.Arg(0, seccomp.NE, AF_UNIX))
    # A new thread may be made, a new process not.
    refuse("clone", equal(0, 0, CLONE_THREAD))


def end_with_the_parent() -> None:
    """The kernel ends this process with the one that started it."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    _library("pyprctl").set_pdeathsig(signal.SIGKILL)
    if os.getppid() != parent:
        # It ended a moment too early to be noticed.
        os._exit(1)


def _add(seccomp: Any, rules: Any, answer: int, call: str, *arguments: Any) -> None:
    """A rule for a call, on processors that have it.

    `answer` is the number of an error, or 0 where it is to look as if the call had been made.
    """
    number = number_of(seccomp, call)
    if number >= 0:
        rules.add_rule(seccomp.ERRNO(answer), number, *arguments)


def number_of(seccomp: Any, call: str) -> int:
    """A call's number on this processor; negative where it has none."""
    with contextlib.suppress(OSError):
        number: int = seccomp.resolve_syscall(seccomp.Arch.NATIVE, call)
        if number >= 0:
            return number
    return NUMBERS.get(call, -1)


def _library(name: str) -> Any:
    with _told_where_libraries_are():
        return __import__(name)


@contextlib.contextmanager
def _told_where_libraries_are() -> Iterator[None]:
    find = ctypes.util.find_library
    ctypes.util.find_library = LIBRARIES.get  # type: ignore[assignment] # it is overloaded
    try:
        yield
    finally:
        ctypes.util.find_library = find
