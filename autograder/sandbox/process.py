"""A process that the judge starts and speaks to on a socket, from its start to its end."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import struct
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from autograder.sandbox.launch import Place
from autograder.sandbox.temporary import TemporaryFolder

START_SECONDS = 120.0
LAST_LINES = 3
# struct ucred of unix(7): process, user and group id as the receiver's namespace sees them.
CREDENTIALS = struct.Struct("3i")


class Process:
    """One process with a folder of its own, an empty environment and one socket.

    `command` makes the command from that folder; the socket's number goes behind it. `user` is the
    user id that the process runs under, `None` that of this one.
    """

    def __init__(
        self,
        command: Callable[[Path], list[str]],
        kind: socket.SocketKind,
        user: int | None = None,
    ) -> None:
        self._folder = TemporaryFolder()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - `stop` closes it
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, kind)
        with theirs:
            try:
                self._process = self._started(command(self._folder.path), theirs, user)
            except BaseException:
                self._clear()
                raise

    def kill(self) -> None:
        """Ends the process and all in its sandbox; the kernel wakes what waits for it."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """Ends the process if it still runs, and removes its folder."""
        self.kill()
        self._process.wait()
        self._clear()

    def _started(
        self, words: list[str], theirs: socket.socket, user: int | None
    ) -> subprocess.Popen[bytes]:
        if user is not None:
            self._folder.path.chmod(0o711)
            os.chown(Place(self._folder.path).temporary, user, user)
        return subprocess.Popen(  # noqa: S603 - our own command
            [*words, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=self._errors,
            stderr=self._errors,
            env={},
            start_new_session=True,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )

    def _clear(self) -> None:
        self._channel.close()
        self._errors.close()
        self._folder.remove()

    def last_words(self) -> str:
        """The end of what it wrote where errors go, on one line."""
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return " ".join(lines[-LAST_LINES:]) or "no word of it"


def sender_of(ancillary: Sequence[tuple[int, int, bytes]]) -> int:
    """The process that sent what came with this, as the kernel says; 0 where it says nothing."""
    for level, kind, data in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS):
            return int(CREDENTIALS.unpack(data[: CREDENTIALS.size])[0])
    return 0
