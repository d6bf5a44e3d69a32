"""Says what the end of a child's process means for the exercise it was at."""

from __future__ import annotations

import os
import signal

from autograder.records import Outcome
from autograder.wire.messages import Message, message

# The reason of a run that ended although neither it nor we ended it.
KILLED = "ended.killed"


def outcome_of(status: int, cpu_seconds: float, limit_seconds: float) -> tuple[Outcome, Message]:
    """The outcome and why, from the status that wait(2) gives for a child we did not end.

    `cpu_seconds` are those of the exercise, at most `limit_seconds` of which were allowed.
    """
    if not os.WIFSIGNALED(status):
        code = os.waitstatus_to_exitcode(status)
        return Outcome.CRASHED, message("ended.python", code=code)
    number = os.WTERMSIG(status)
    # The hard limit on processor time is SIGKILL, the soft one SIGXCPU.
    late = number == signal.SIGKILL and cpu_seconds >= limit_seconds
    if number == signal.SIGXCPU or late:
        return Outcome.TIMED_OUT, message("ended.cpu", seconds=limit_seconds)
    if number == signal.SIGKILL:
        # A child cannot send this to itself: the system was short of memory, or a person.
        return Outcome.SANDBOX_FAULT, message(KILLED)
    name = signal.strsignal(number) or f"signal {number}"
    return Outcome.CRASHED, message("ended.abruptly", signal=name)
