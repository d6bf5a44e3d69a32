"""Forks a child for each thing there is to do from a warm process, and clears up after it."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from autograder.isolation.cleanup import is_crowded
from autograder.wire.protocol import LARGEST_PACKET, Ended, Start, packet, read_packet

MOST_DESCRIPTORS = 2


def fork_for_each(
    control: socket.socket,
    run: Callable[..., NoReturn],
    *,
    tier: str,
    temporary: Path,
    clean: Callable[[], None],
) -> None:
    """Forks a child for each `Start` until the judge hangs up; see `wire.protocol`.

    A child runs `run` with the descriptors that came with the `Start`; `clean` leaves nothing of it
    in `temporary`. The process must have one thread: a child of another could hang.
    """
    while True:
        message, descriptors, _flags, _address = socket.recv_fds(
            control, LARGEST_PACKET, MOST_DESCRIPTORS
        )
        if not message:
            return
        read_packet(message, Start)
        _assert_single_thread()
        child = os.fork()
        if child == 0:
            control.close()
            run(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        _pid, status, usage = os.wait4(child, 0)
        # A new process, whose folders are new as well, starts sooner than these are emptied.
        is_last = is_crowded(tier, temporary)
        if not is_last:
            clean()
        control.send(packet(Ended(status, usage.ru_utime + usage.ru_stime, is_last)))
        if is_last:
            return


def _assert_single_thread() -> None:
    tasks = Path("/proc/self/task")
    threads = len(list(tasks.iterdir())) if tasks.is_dir() else 1
    if threads != 1:
        sys.exit(f"the worker has {threads} threads; a child forked now could hang")
