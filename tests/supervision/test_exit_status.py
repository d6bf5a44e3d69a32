"""Every way in which a process ends has its meaning."""

from __future__ import annotations

import signal

import pytest

from autograder.records import Outcome
from autograder.supervision.exit_status import KILLED, outcome_of
from autograder.wire.messages import Message, message

EXIT = 256  # wait(2) keeps the exit code in the second byte


@pytest.mark.parametrize(
    ("status", "seconds", "outcome", "reason"),
    [
        (0, 1, Outcome.CRASHED, message("ended.python", code=0)),
        (3 * EXIT, 1, Outcome.CRASHED, message("ended.python", code=3)),
        (
            signal.SIGSEGV,
            1,
            Outcome.CRASHED,
            message("ended.abruptly", signal="Segmentation fault"),
        ),
        (signal.SIGSYS, 1, Outcome.CRASHED, message("ended.abruptly", signal="Bad system call")),
        (signal.SIGXCPU, 1, Outcome.TIMED_OUT, message("ended.cpu", seconds=4)),
        (signal.SIGKILL, 4, Outcome.TIMED_OUT, message("ended.cpu", seconds=4)),
        (signal.SIGKILL, 3.9, Outcome.SANDBOX_FAULT, message(KILLED)),
    ],
    ids=str,
)
def test_an_ending_means(status: int, seconds: float, outcome: Outcome, reason: Message) -> None:
    """Exit codes and signals are the student's; a SIGKILL within the limits is nobody's."""
    assert outcome_of(status, seconds, 4) == (outcome, reason)
