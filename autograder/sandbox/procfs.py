"""What a running process uses, read from outside, many times a second."""

from __future__ import annotations

import contextlib
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.wire.tier import MOST_FILES

# What clock_getcpuclockid(3) makes of a process: the time of all its threads, in nanoseconds.
PROCESS_CLOCK = 2
# What is in no file, in memory or swapped out, and the tables that say where it is.
OWN_MEMORY = re.compile(rb"^(?:RssAnon|RssShmem|VmSwap|VmPTE):\s*(\d+) kB", re.MULTILINE)
THREADS = re.compile(rb"^Threads:\s*(\d+)", re.MULTILINE)
LONGEST_FILE = 2**16


def cpu_seconds(process: int) -> float:
    """Processor time so far, also of threads that have left; 0 once the process has ended."""
    try:
        return time.clock_gettime(~process << 3 | PROCESS_CLOCK)
    except OSError:
        return 0.0


@dataclass(frozen=True, slots=True)
class Held:
    """Memory that is a process's alone, and its threads."""

    memory_mb: float
    threads: int


def held(process: int) -> Held:
    """What the process holds now; nothing once it has ended."""
    status = _proc(process, "status")
    if status and not OWN_MEMORY.search(status):
        # Its main thread has left, and with it what is said of the whole; others have the same.
        said = (_proc(process, f"task/{thread}/status") for thread in _threads(process))
        status = next(filter(OWN_MEMORY.search, said), status)
    return Held(
        memory_mb=sum(map(int, OWN_MEMORY.findall(status))) / 1024,
        threads=sum(map(int, THREADS.findall(status))),
    )


def folder_mb(folder: Path) -> float:
    """What the files below a folder take, as far as it can be read; endless for very many files."""
    blocks, files, pending = 0, 0, [str(folder)]
    while pending:
        try:
            entries = list(os.scandir(pending.pop()))
        except OSError:
            continue  # a folder may go while we look
        for entry in entries:
            try:
                blocks += entry.stat(follow_symlinks=False).st_blocks
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
            except OSError:
                continue
        files += len(entries)
        if files > MOST_FILES:
            return float("inf")
    return blocks * 512 / 2**20


def files_in(process: int, folder: Path) -> int:
    """How many files there are in the file system that a process sees at that place."""
    # A main thread that has left sees none.
    for place in ("", *(f"/task/{thread}" for thread in _threads(process))):
        with contextlib.suppress(OSError):
            system = os.statvfs(f"/proc/{process}{place}/root{folder}")
            return system.f_files - system.f_ffree
    return 0


def _threads(process: int) -> list[str]:
    """The ids of its threads; none once the process has ended."""
    try:
        return os.listdir(f"/proc/{process}/task")  # noqa: PTH208 - plain text, many times a second
    except OSError:
        return []


def _proc(process: int, name: str) -> bytes:
    """A file of proc(5); empty once the process has ended."""
    try:
        file = os.open(f"/proc/{process}/{name}", os.O_RDONLY)
    except OSError:
        return b""
    try:
        return os.read(file, LONGEST_FILE)
    except OSError:
        return b""
    finally:
        os.close(file)
