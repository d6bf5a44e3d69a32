"""What this machine can promise: the best tier of the sandbox that proves itself, or why none."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from autograder import PACKAGE
from autograder.sandbox.bubblewrap import find_bubblewrap
from autograder.sandbox.launch import Sandbox, own_user, self_test_command
from autograder.sandbox.process import Process
from autograder.wire.dataset import DATA
from autograder.wire.errors import EvidenceError, UsageError
from autograder.wire.protocol import LARGEST_PACKET, Escape, Escaped, packet, read_packet
from autograder.wire.tier import FULL, HONEST, NONE, OWNS, TIERS, UID, Tier

SELF_TEST_SECONDS = 60.0
HIDDEN = (*sorted(DATA.glob("*/hidden")), PACKAGE / "exercises")
PROMISES: dict[Tier, str] = {
    FULL: "Namespaces of its own: nothing else of this machine is there.",
    UID: "An unprivileged user of its own: nothing can be changed, and nothing hidden be read.",
    NONE: "Student code runs with all your rights.",
}
IN_A_CONTAINER = (
    "in a container, grade as root (tier 'uid') or start it with"
    " --security-opt seccomp=unconfined --security-opt apparmor=unconfined"
)
# What a system that forbids namespaces says, and the line that allows them.
REMEDIES = {
    "setting up uid map": "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0",
    "No permissions to create": IN_A_CONTAINER,
    "Creating new namespace failed": IN_A_CONTAINER,
    "libseccomp": "sudo apt-get install libseccomp2",
}


class SelfTest(Process):
    """The self-test's process; `run` asks it once."""

    def __init__(self, sandbox: Sandbox) -> None:
        command = partial(self_test_command, sandbox, ())
        super().__init__(command, socket.SOCK_STREAM, own_user(sandbox))
        self._channel.settimeout(SELF_TEST_SECONDS)

    def run(self, question: Escape) -> dict[str, bool]:
        """Which deeds succeed; raises `OSError` with its last words where it does not answer."""
        try:
            self._channel.sendall(packet(question))
            answer = self._channel.recv(LARGEST_PACKET)
        except OSError as error:
            raise OSError(f"{error}: {self.last_words()}") from error
        if not answer:
            self._process.wait()
            raise OSError(self.last_words())
        # It still removes what it made.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(SELF_TEST_SECONDS)
        try:
            escaped: Escaped = read_packet(answer, Escaped)
        except EvidenceError as error:
            raise OSError(f"{error}: {self.last_words()}") from error
        return escaped.deeds


def try_sandbox(sandbox: Sandbox, hidden: Sequence[Path] = HIDDEN) -> dict[str, bool]:
    """What code in this sandbox can do, by the words for it; raises `OSError` if it cannot start.

    Everything should be impossible but what is in `possible_in`.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        question = Escape(
            secrets=tuple(str(path) for path in hidden),
            outside=(str(PACKAGE), str(Path.home())),
            port=listener.getsockname()[1],
            # A name that nothing else on this machine has.
            mark=f"autograder-{secrets.token_hex(8)}",
        )
        test = SelfTest(sandbox)
        try:
            return test.run(question)
        finally:
            test.stop()


def possible_in(sandbox: Sandbox) -> set[str]:
    """The deeds of the self-test that may succeed."""
    return {HONEST} if sandbox.has_users or sandbox.name != FULL else {HONEST, OWNS}


def problem_of(sandbox: Sandbox, hidden: Sequence[Path] = HIDDEN) -> str:
    """Why this sandbox does not hold on this machine, with a remedy; empty where it does."""
    if sandbox.name == FULL and not sandbox.bubblewrap:
        return "bubblewrap is not installed"
    if sandbox.name == UID and (sys.platform != "linux" or os.geteuid() != 0):
        return "only root can run a process as somebody else"
    try:
        deeds = try_sandbox(sandbox, hidden)
    except PermissionError:
        return f"others cannot reach Python (what helps: chmod o+x {_closed(sys.base_prefix)})"
    except OSError as error:
        text = str(error)
        remedy = next((line for sign, line in REMEDIES.items() if sign in text), "")
        return f"{text} (what helps: {remedy})" if remedy else text
    may = possible_in(sandbox)
    broken = [f"code in it can {deed}" for deed, can in deeds.items() if can and deed not in may]
    broken += [f"code in it cannot {HONEST}"] * (not deeds.get(HONEST))
    if sandbox.name == UID and deeds.get("read what is hidden from students"):
        folders = " ".join(str(path) for path in hidden)
        broken[0] += f" (what helps: chmod go-rwx {folders})"
    return "; ".join(broken)


def choose_sandbox(
    *,
    allow_unsandboxed: bool = False,
    require: Tier | None = None,
    bubblewrap: str | None = None,
    platform: str = sys.platform,
    problem: Callable[[Sandbox], str] = problem_of,
) -> Sandbox:
    """The best tier that this machine offers; raises `UsageError` where that is not enough.

    `require` is the least tier that will do. `bubblewrap` is the path of `bwrap`, empty where there
    is none; it is looked for by default.
    """
    if platform != "linux":
        raise UsageError(
            "Student code is run, watched and limited by means of Linux alone. On this system,"
            " grade in a Linux container or virtual machine; WSL will do."
        )
    reasons: dict[Tier, str] = {}
    for sandbox in candidates(bubblewrap):
        reasons[sandbox.name] = problem(sandbox)
        if not reasons[sandbox.name]:
            return _enough(sandbox, require, reasons)
    if allow_unsandboxed:
        return _enough(Sandbox(NONE), require, reasons)
    raise UsageError(
        f"Student code cannot be sandboxed on this machine. {in_words(reasons)} `autograder doctor`"
        " says more. To run it with all your rights all the same, add --allow-unsandboxed."
    )


def candidates(bubblewrap: str | None = None) -> tuple[Sandbox, ...]:
    """The sandboxes to try, best first.

    Root's processes can have users of their own, unless those cannot read Python, or root is not
    the machine's.
    """
    path = find_bubblewrap() if bubblewrap is None else bubblewrap
    full = Sandbox(FULL, path)
    has_users = [replace(full, has_users=True)] if os.geteuid() == 0 else []
    return *has_users, full, Sandbox(UID)


def in_words(reasons: Mapping[Tier, str]) -> str:
    """Why each tier is not offered, as sentences."""
    return " ".join(f"Tier {tier!r}: {reason}." for tier, reason in reasons.items() if reason)


def _closed(folder: str) -> Path:
    """The outermost folder on the way to this one that only its owner can enter."""
    ways = [Path(folder), *Path(folder).parents]
    return next((way for way in reversed(ways) if not way.stat().st_mode & 0o001), ways[0])


def _enough(sandbox: Sandbox, require: Tier | None, reasons: Mapping[Tier, str]) -> Sandbox:
    if require and TIERS.index(sandbox.name) > TIERS.index(require):
        raise UsageError(
            f"This machine offers tier {sandbox.name!r}, and --require-tier asks for {require!r}."
            f" {in_words(reasons)}"
        )
    return sandbox
