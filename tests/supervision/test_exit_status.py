"""Every way in which a process ends has its meaning."""

from __future__ import annotations

import signal

import pytest

from autograder.records import Outcome
from autograder.supervision.exit_status import KILLED, outcome_of

EXIT = 256  # wait(2) keeps the exit code in the second byte


@pytest.mark.parametrize(
    ("status", "seconds", "outcome", "words"),
    [
        (0, 1, Outcome.CRASHED, "exit code 0"),
        (3 * EXIT, 1, Outcome.CRASHED, "exit code 3"),
        (signal.SIGSEGV, 1, Outcome.CRASHED, "Segmentation fault"),
        (signal.SIGSYS, 1, Outcome.CRASHED, "Bad system call"),
        (signal.SIGXCPU, 1, Outcome.TIMED_OUT, "more than 4 seconds"),
        (signal.SIGKILL, 4, Outcome.TIMED_OUT, "more than 4 seconds"),
        (signal.SIGKILL, 3.9, Outcome.SANDBOX_FAULT, KILLED),
    ],
)
def test_an_ending_means(status: int, seconds: float, outcome: Outcome, words: str) -> None:
    """Exit codes and signals are the student's; a SIGKILL within the limits is nobody's."""
    seen, reason = outcome_of(status, seconds, 4)
    assert seen is outcome
    assert words in reason
