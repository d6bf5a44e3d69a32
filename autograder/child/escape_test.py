"""The self-test of the sandbox: a program that tries, from inside, what must not be possible.

It does what a worker does: settles, forks a child that leaves files behind, clears up, and forks
another, which tries everything and says what it could do.
"""

from __future__ import annotations

import ctypes
import fcntl
import importlib
import importlib.util
import os
import socket
import struct
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from autograder.isolation import hardening
from autograder.isolation.cleanup import SHARED, clear
from autograder.wire.protocol import LARGEST_PACKET, Escape, Escaped, packet, read_packet
from autograder.wire.tier import HONEST, OWNS, UID

# What honest code does: a module of the standard library that nothing has imported before.
LATE_IMPORT = "colorsys"
# What takes seconds to import: it is enough to know that it can be read by whoever this is.
LARGE = ("numpy", "keras", "tensorflow")
# A file that every process of ours has open.
SHARED_FILE = os.__file__
F_OFD_SETLK = 37
# struct flock of fcntl(2), of the whole file.
READ_LOCK = struct.pack("hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, 0, 0, 0)


def main(channel: socket.socket, tier: str, readable: Sequence[str]) -> None:
    """Answers the judge's one question on the channel: which deeds succeed."""
    asked: Escape = read_packet(channel.recv(LARGEST_PACKET), Escape)
    temporary = Path(os.environ["TMPDIR"])
    hardening.settle()
    if tier == UID:
        hardening.close_files(readable, [str(temporary)])
    places = [str(temporary), *SHARED]
    marks = [Path(place) / asked.mark for place in places]
    _in_a_child(lambda: [_succeeds(mark.touch) for mark in marks])
    clear(tier, temporary)

    def tell() -> None:
        done = {deed: any(map(_succeeds, tries)) for deed, tries in deeds(asked, marks).items()}
        done[HONEST] = _succeeds(_import_late) and all(map(_can_be_read, LARGE))
        channel.sendall(packet(Escaped(done)))

    _in_a_child(tell)
    for mark in marks:
        _succeeds(mark.unlink)


def deeds(asked: Escape, marks: Sequence[Path]) -> dict[str, list[Callable[[], object]]]:
    """What code in the sandbox must not be able to do, in words, and ways to try it."""
    parent = os.getppid()
    folders = ["/", "/etc", "/usr/lib", "/proc", *sys.path, *asked.outside]
    return {
        "read what is hidden from students": [
            lambda path=path: os.listdir(path) if os.path.isdir(path) else open(path, "rb")  # type: ignore[misc] # noqa: PTH112, PTH123, PTH208
            for path in asked.secrets
        ],
        "open a connection": [
            lambda: socket.create_connection(("127.0.0.1", asked.port), 2),
            lambda: socket.socket(socket.AF_UNIX),
        ],
        "start a process": [_fork, lambda: os.posix_spawn(sys.executable, [sys.executable], {})],
        "signal the worker": [lambda: os.kill(parent, 0), lambda: os.pidfd_open(parent)],
        "read the worker": [
            lambda: Path(f"/proc/{parent}/environ").read_bytes(),
            lambda: Path(f"/proc/{parent}/mem").open("rb"),
        ],
        "write outside its temporary folders": [
            partial(_write, Path(folder), asked.mark) for folder in folders
        ],
        "see what an earlier child left": [mark.stat for mark in marks],
        "make others wait for a file": [
            partial(_command, fcntl.F_SETLEASE, fcntl.F_WRLCK),
            partial(_command, fcntl.F_SETLEASE, fcntl.F_RDLCK),
            partial(_command, fcntl.F_SETLK, READ_LOCK),
            partial(_command, F_OFD_SETLK, READ_LOCK),
            lambda: fcntl.flock(os.open(SHARED_FILE, os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB),
        ],
        "watch what others do": [
            lambda: _checked(ctypes.CDLL(None).inotify_init1(0)),
            lambda: _checked(ctypes.CDLL(None).fanotify_init(0, 0)),
        ],
        OWNS: [_owned],
    }


def _succeeds(deed: Callable[[], object]) -> bool:
    try:
        deed()
    except Exception:  # noqa: BLE001 - however it fails, it has not succeeded
        return False
    return True


def _import_late() -> None:
    importlib.import_module(LATE_IMPORT)


def _can_be_read(name: str) -> bool:
    found = importlib.util.find_spec(name)
    return found is None or not found.origin or os.access(found.origin, os.R_OK)


def _write(folder: Path, name: str) -> None:
    mark = folder / name
    mark.touch()
    mark.unlink()


def _command(command: int, argument: int | bytes) -> None:
    fcntl.fcntl(os.open(SHARED_FILE, os.O_RDONLY), command, argument)


def _checked(result: int) -> None:
    if result < 0:
        raise OSError


def _owned() -> None:
    if os.stat(SHARED_FILE).st_uid != os.getuid():  # noqa: PTH116 - a name, not a path
        raise PermissionError


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _in_a_child(work: Callable[[], object]) -> None:
    child = os.fork()
    if child == 0:
        try:
            hardening.be_one_process()
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


if __name__ == "__main__":
    name, folders, descriptor = sys.argv[1:]
    main(socket.socket(fileno=int(descriptor)), name, folders.split(os.pathsep))
