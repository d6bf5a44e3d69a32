"""What a child gives up: every call that the filter names, tried by its number."""

from __future__ import annotations

import errno
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.isolation.system_calls import (
    FOR_ITSELF,
    FORBIDDEN,
    LOCKS,
    NEEDLESS,
    PLACES,
    REFUSED,
    SIGNALS,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")

# Prints what came of each deed: a number of errno.h, 0 for success. Arguments of -1 harm nobody.
BEGIN = """
import ctypes, json, os, socket, subprocess, sys, threading
sys.path.insert(0, {root!r})
from autograder.isolation import hardening
library = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    filled = [*arguments, *[-1] * (6 - len(arguments))]
    back = library.syscall(ctypes.c_long(number), *map(ctypes.c_long, filled))
    return ctypes.get_errno() if back == -1 else 0
def outcome(deed):
    try:
        deed()
        return 0
    except OSError as error:
        return error.errno
parent = os.getpid()
hardening.settle()
child = os.fork()
if child:
    _, status = os.waitpid(child, 0)
    print(json.dumps({{"signal": os.WTERMSIG(status)}}) if os.WIFSIGNALED(status) else "")
    sys.exit()
"""
CALLS = """
import pyseccomp
numbers = {name: hardening.number_of(pyseccomp, name) for name in NAMES}
hardening.be_one_process()
print(json.dumps({name: call(number) for name, number in numbers.items() if number >= 0}))
os._exit(0)
"""
# The last word is the one whose value is refused, with whatever in its other half.
ARGUMENTS = """
import pyseccomp
hardening.be_one_process()
found = {}
for name, (number, place, value) in TRIES.items():
    for half in (0, 2**32):
        words = [-1] * place + [half + value]
        found[f"{name}, {half}"] = call(hardening.number_of(pyseccomp, number), *words)
print(json.dumps(found))
os._exit(0)
"""
HONEST = """
import fcntl, h5py, mmap, shutil, tempfile, termios
hardening.be_one_process()
file = tempfile.NamedTemporaryFile()
file.truncate(4096)
reads, writes = os.pipe()
pair = socket.socketpair()
def pages():
    with mmap.mmap(file.fileno(), 4096) as mapped:
        mapped.flush()
        mapped.madvise(mmap.MADV_WILLNEED)
print(json.dumps({
    "a copy of a descriptor": outcome(lambda: fcntl.fcntl(reads, fcntl.F_DUPFD_CLOEXEC, 10)),
    "a pipe that does not wait": outcome(lambda: os.set_blocking(reads, False)),
    "words for oneself": outcome(lambda: pair[0].sendall(b"word")),
    "a copy with its dates": outcome(lambda: shutil.copy2(file.name, file.name + ".copy")),
    "how much can be read": outcome(lambda: fcntl.ioctl(reads, termios.FIONREAD, bytes(4))),
    "a file that is written now": outcome(lambda: os.fsync(file.fileno())),
    "mapped pages that are written now": outcome(pages),
    "a file of HDF5": outcome(lambda: h5py.File(file.name + ".h5", "w").close()),
    "a name": call(157, 15, id(b"name") + 32, 0, 0, 0) if os.uname().machine == "x86_64" else 0,
}))
os.unlink(file.name + ".h5")
os.unlink(file.name + ".copy")
os.unlink(file.name)
os._exit(0)
"""
DEEDS = """
LOCKED and hardening.be_one_process()
thread = threading.Thread(target=print, args=("",))
print(json.dumps({
    "a thread": outcome(lambda: (thread.start(), thread.join())),
    "a pair of sockets": outcome(socket.socketpair),
    "a signal to itself": outcome(lambda: os.kill(os.getpid(), 0)),
    "its own processors": outcome(lambda: os.sched_setaffinity(0, os.sched_getaffinity(0))),
    "a socket": outcome(socket.socket),
    "another pair of sockets": outcome(lambda: LOCKED and socket.socketpair(socket.AF_TIPC)),
    "a process": outcome(lambda: os.fork() or os._exit(0)),
    "a program": outcome(lambda: subprocess.run(["true"])),
    "a signal to its parent": outcome(lambda: os.kill(parent, 0)),
    "a signal to all": outcome(lambda: os.kill(-1, 0)),
    "its parent's processors": outcome(lambda: os.sched_setaffinity(parent, [0])),
    "the end of itself": outcome(lambda: LOCKED and os.kill(os.getpid(), 9)),
    "the end of itself, in a long word": LOCKED and call(62, os.getpid(), 2**32 + 9),
}), flush=True)
os._exit(0)
"""
# int 0x80 is the door of 32-bit programs; 20 is its getpid.
OTHER_ARCHITECTURE = """
import mmap
hardening.be_one_process()
code = mmap.mmap(-1, 4096, prot=7)
code.write(b"\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3")
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
ctypes.CFUNCTYPE(ctypes.c_int)(address)()
os._exit(0)
"""


def answer(program: str, **names: Any) -> dict[str, int]:
    """What a program prints as JSON, run in a process of its own."""
    root = str(Path(__file__).parents[2])
    lines = [f"{name} = {value!r}" for name, value in names.items()]
    script = "\n".join([*lines, BEGIN.format(root=root), program])
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=True
    )
    found: dict[str, int] = {}
    for line in result.stdout.splitlines():
        found |= json.loads(line) if line.startswith("{") else {}
    return found


@pytest.fixture(scope="module")
def tried() -> dict[str, int]:
    return answer(CALLS, NAMES=[*FORBIDDEN, *FOR_ITSELF, *SIGNALS])


@pytest.mark.parametrize("name", [*FORBIDDEN, *FOR_ITSELF, *SIGNALS])
def test_the_call_is_refused(name: str, tried: dict[str, int]) -> None:
    """The kernel answers EPERM, whatever the arguments, where the processor has such a call."""
    assert tried.get(name, errno.EPERM) == errno.EPERM


TRIES = {
    name: (call, PLACES[call], value)
    for call, values in REFUSED.items()
    for name, value in values.items()
} | {
    "a newer lease": ("fcntl", 1, 1040),
    "a call of a file system": ("ioctl", 1, 0x9408),
    "a call of an old device": ("ioctl", 1, 0x301),
    "huge pages": ("mmap", 3, 0x40022),
}


def test_what_is_refused_by_an_argument_is_refused() -> None:
    """Leases, signals by descriptor and their like are answered EPERM, in a long word too."""
    found = answer(ARGUMENTS, TRIES=TRIES)
    assert len(found) == 2 * len(TRIES)
    assert {name: error for name, error in found.items() if error != errno.EPERM} == {}


def test_there_are_no_locks() -> None:
    """A file can be locked neither whole nor in part: there is no such call."""
    found = answer(ARGUMENTS, TRIES={name: ("fcntl", 1, value) for name, value in LOCKS.items()})
    assert {name for name, error in found.items() if error == errno.ENOSYS} >= {
        f"{name}, 0" for name in LOCKS
    }
    assert set(found.values()) <= {errno.ENOSYS, errno.EPERM}
    assert answer(CALLS, NAMES=["flock", "clone3"]) == {"flock": 38, "clone3": 38}


def test_flushes_are_not_made() -> None:
    """No descriptor is -1, and yet nothing is said of it."""
    assert answer(CALLS, NAMES=NEEDLESS) == dict.fromkeys(NEEDLESS, 0)
    flush = {"mapped pages": ("msync", 2, 4)}
    assert set(answer(ARGUMENTS, TRIES=flush).values()) == {0}


def test_honest_programs_find_what_they_need() -> None:
    """Descriptors, pipes, mapped files and HDF5's files work as ever."""
    found = answer(HONEST)
    assert found == dict.fromkeys(found, 0)
    assert len(found) == 9


def test_most_calls_were_tried(tried: dict[str, int]) -> None:
    """The test above proves nothing for calls that have no number here."""
    assert len(tried) > 0.9 * len(FORBIDDEN)


def test_honest_deeds_go_on_and_others_do_not() -> None:
    """Threads, pairs of sockets and signals to itself are left; without the lock, the rest too."""
    locked, free = answer(DEEDS, LOCKED=True), answer(DEEDS, LOCKED=False)
    honest = ("a thread", "a pair of sockets", "a signal to itself", "its own processors")
    assert [locked.pop(name) for name in honest] == [0, 0, 0, 0]
    assert set(locked.values()) == {errno.EPERM}
    del free["a signal to all"]  # who has nobody to signal is told so
    assert set(free.values()) == {0}


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x86-64's own door")
def test_calls_of_another_architecture_end_the_process() -> None:
    """A call that the filter cannot judge by its number kills."""
    assert answer(OTHER_ARCHITECTURE) == {"signal": 31}
