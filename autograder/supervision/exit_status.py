"""How a child's process ended, into what that means for the exercise that it was at."""

from __future__ import annotations

import os
import signal

from autograder.records import Outcome

KILLED = "a run was killed by somebody else"


def outcome_of(status: int, cpu_seconds: float, limit_seconds: float) -> tuple[Outcome, str]:
    """The outcome and a sentence, from the status that wait(2) gives for a child we did not end.

    `cpu_seconds` are those of the exercise, at most `limit_seconds` of which were allowed.
    """
    if not os.WIFSIGNALED(status):
        code = os.waitstatus_to_exitcode(status)
        return Outcome.CRASHED, f"Your code ended Python (exit code {code}) before it was done."
    number = os.WTERMSIG(status)
    # The hard limit on processor time is SIGKILL, the soft one SIGXCPU.
    late = number == signal.SIGKILL and cpu_seconds >= limit_seconds
    if number == signal.SIGXCPU or late:
        return Outcome.TIMED_OUT, f"Your code computed for more than {limit_seconds} seconds."
    if number == signal.SIGKILL:
        # A child cannot send this to itself: the system was short of memory, or a person.
        return Outcome.SANDBOX_FAULT, KILLED
    name = signal.strsignal(number) or f"signal {number}"
    return Outcome.CRASHED, f"Your code made Python end abruptly ({name})."
