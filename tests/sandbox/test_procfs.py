"""What a process and a folder use, read from outside."""

from __future__ import annotations

import mmap
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from autograder.sandbox.procfs import Held, cpu_seconds, files_in, folder_mb, held
from autograder.wire.tier import MOST_FILES

MEGABYTE = 2**20
MAP_NORESERVE = 0x4000  # mman.h
NOBODY = 2**22 + 1  # above the largest process number


def test_processor_time_grows_with_work() -> None:
    """The seconds are those that the kernel counts for this process."""
    before = cpu_seconds(os.getpid())
    while cpu_seconds(os.getpid()) < before + 0.05:
        sum(range(10_000))
    assert abs(cpu_seconds(os.getpid()) - sum(os.times()[:2])) < 0.5


def test_memory_grows_with_what_is_written() -> None:
    """Pages that are touched count, at their size."""
    before = held(os.getpid()).memory_mb
    kept = np.ones(64 * MEGABYTE, np.uint8)
    assert 60 < held(os.getpid()).memory_mb - before < 70
    assert kept[0] == 1


def test_page_tables_count() -> None:
    """A page in every two megabytes of what is mapped and never written takes a table each."""
    before = held(os.getpid()).memory_mb
    with mmap.mmap(-1, 2**34, flags=mmap.MAP_PRIVATE | MAP_NORESERVE, prot=mmap.PROT_READ) as empty:
        assert not np.frombuffer(empty, np.uint8)[:: 2 * MEGABYTE].any()
        assert 30 < held(os.getpid()).memory_mb - before < 40


def test_a_process_without_its_main_thread_is_counted() -> None:
    """What the other threads go on with is the process's all the same."""
    program = (
        "import ctypes, threading, time, platform\n"
        "def go_on():\n    kept = bytearray(b'x' * 2**26); time.sleep(60)\n"
        "threading.Thread(target=go_on).start(); time.sleep(0.2)\n"
        "ctypes.CDLL(None).syscall({'x86_64': 60, 'aarch64': 93}[platform.machine()], 0)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program]) as process:
        while "Z (zombie)" not in Path(f"/proc/{process.pid}/status").read_text("ascii"):
            time.sleep(0.01)
        now = held(process.pid)
        used_seconds = cpu_seconds(process.pid)
        files = files_in(process.pid, Path("/dev/shm"))
        process.kill()
    assert now.memory_mb > 64
    assert now.threads == 2
    assert used_seconds > 0
    assert files > 0


def test_files_are_counted_where_a_process_sees_them() -> None:
    """Each takes one from its file system, for which others work too; who has ended sees none."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        before = files_in(os.getpid(), Path(folder))
        for number in range(500):
            Path(folder, str(number)).touch()
        assert files_in(os.getpid(), Path(folder)) > before + 400
        assert files_in(NOBODY, Path(folder)) == 0


def test_threads_are_counted() -> None:
    """Each thread that runs is one more."""
    before, done = held(os.getpid()).threads, threading.Event()
    others = [threading.Thread(target=done.wait) for _ in range(5)]
    for other in others:
        other.start()
    assert held(os.getpid()).threads == before + 5
    done.set()
    for other in others:
        other.join()


def test_a_process_that_has_ended_uses_nothing() -> None:
    """Between two looks a process may end; that is no error."""
    assert (cpu_seconds(NOBODY), held(NOBODY)) == (0, Held(0, 0))


def test_a_folder_counts_all_files_below_it(tmp_path: Path) -> None:
    """Files in folders in folders count by the room that they take."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "file").write_bytes(b"x" * 3 * MEGABYTE)
    (tmp_path / "other").write_bytes(b"x" * MEGABYTE)
    assert 4 <= folder_mb(tmp_path) < 4.1


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    """A link out of the folder, or in a circle, adds nothing."""
    (tmp_path / "out").symlink_to("/usr")
    (tmp_path / "round").symlink_to(tmp_path)
    assert folder_mb(tmp_path) < 0.1


def test_very_many_files_are_as_bad_as_large_ones(tmp_path: Path) -> None:
    """Counting stops where there are more files than any exercise needs."""
    for number in range(MOST_FILES + 1):
        (tmp_path / str(number)).touch()
    assert folder_mb(tmp_path) == float("inf")


def test_a_folder_that_is_gone_takes_no_room(tmp_path: Path) -> None:
    """A folder may be removed while it is counted."""
    assert folder_mb(tmp_path / "gone") == 0
