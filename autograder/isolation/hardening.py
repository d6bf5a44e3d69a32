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

LIBRARIES = {"seccomp": "libseccomp.so.2"}
# Linux's out-of-memory killer takes processes with more of this first.
FIRST_TO_GO = "1000"
CLONE_THREAD = 0x10000  # sched.h
PR_SET_PDEATHSIG = 1  # prctl.h

# Calls for what a program on one core has no use for, by what they would do. All answer EPERM.
FORBIDDEN = (
    # start a process, or become another program
    *("fork", "vfork", "execve", "execveat"),
    # talk to the network or to other processes
    *("socket", "bind", "connect", "listen", "accept", "accept4"),
    *("shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semtimedop", "semctl"),
    *("msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink", "memfd_create"),
    *("memfd_secret", "tkill"),
    # look into other processes, or change how they run
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp"),
    *("pidfd_open", "pidfd_getfd", "pidfd_send_signal", "setpriority", "ioprio_set"),
    *("sched_setscheduler", "sched_setparam", "sched_setattr", "migrate_pages", "move_pages"),
    # another view of the file system
    *("mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree"),
    *("fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at"),
    *("name_to_handle_at", "fanotify_init", "quotactl", "swapon", "swapoff", "acct"),
    # the kernel's wide doors
    *("bpf", "userfaultfd", "keyctl", "add_key", "request_key", "perf_event_open"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit"),
    *("personality", "iopl", "ioperm", "modify_ldt", "init_module", "finit_module"),
    *("delete_module", "kexec_load", "kexec_file_load", "reboot", "syslog", "settimeofday"),
    *("clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname", "vhangup"),
)
# Signals, whose first argument says which process they are for: only the own one is allowed. By the
# place of the signal's number among the arguments. SIGKILL is refused even there, so that a child
# that was ended by it was ended by somebody else.
SIGNALS = {"kill": 1, "tgkill": 2, "rt_sigqueueinfo": 1, "rt_tgsigqueueinfo": 2}
# Calls for the process that their first argument names, where 0 means oneself.
FOR_ITSELF = ("prlimit64", "sched_setaffinity")
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
    _end_with_the_parent(pyprctl)
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
    _end_with_the_parent(_library("pyprctl"))
    seccomp = _library("pyseccomp")
    rules = seccomp.SyscallFilter(seccomp.ALLOW)
    rules.set_attr(seccomp.Attr.ACT_BADARCH, seccomp.KILL_PROCESS)
    no = seccomp.ERRNO(errno.EPERM)
    for call in FORBIDDEN:
        _add(seccomp, rules, no, call)
    other = seccomp.Arg(0, seccomp.NE, os.getpid())
    for call, place in SIGNALS.items():
        _add(seccomp, rules, no, call, other)
        deadly = seccomp.Arg(place, seccomp.MASKED_EQ, WORD, signal.SIGKILL)
        _add(seccomp, rules, no, call, deadly)
    for call in FOR_ITSELF:
        _add(seccomp, rules, no, call, seccomp.Arg(0, seccomp.NE, 0))
    outlive = seccomp.Arg(0, seccomp.MASKED_EQ, WORD, PR_SET_PDEATHSIG)
    _add(seccomp, rules, no, "prctl", outlive)
    # A new thread may be made, a new process not; where flags lie in memory that a filter cannot
    # read, the C library is told that there is no such call, and takes the other.
    _add(seccomp, rules, no, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, 0))
    _add(seccomp, rules, seccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.load()


def _end_with_the_parent(pyprctl: Any) -> None:
    parent = os.getppid()
    pyprctl.set_pdeathsig(signal.SIGKILL)
    if os.getppid() != parent:
        # It ended a moment too early to be noticed.
        os._exit(1)


def _add(seccomp: Any, rules: Any, action: int, call: str, *arguments: Any) -> None:
    """A rule for a call, on processors that have it, if libseccomp is new enough to know it."""
    try:
        number = seccomp.resolve_syscall(seccomp.Arch.NATIVE, call)
    except OSError:
        return
    if number >= 0:
        rules.add_rule(action, number, *arguments)


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
