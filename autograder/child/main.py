"""Runs jobs in a child of the zygote and reports evidence: the only module that runs student code.

The child reads its order from a channel that the judge made, says on it what became of each probe,
and leaves; `wire.protocol` has the messages. Nothing it says is believed without being checked.
"""

from __future__ import annotations

import functools
import gc
import os
import resource
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from types import FunctionType
from typing import Any, NoReturn

from autograder.child.keras_shim.claims import classify
from autograder.child.keras_shim.fit import Fitting
from autograder.child.student import Offered, Student, load, problem_of
from autograder.isolation.hardening import be_one_process
from autograder.wire.dataset import Images
from autograder.wire.frames import FrameReader, decode, encode
from autograder.wire.protocol import (
    LONGEST_FAULT,
    Ask,
    BeginExercise,
    BeginProbe,
    Crash,
    Crashed,
    Data,
    EndExercise,
    Fault,
    GoOn,
    Hello,
    Job,
    Limits,
    Order,
    ProbeSource,
    Reply,
    Report,
    Scores,
    Show,
    Unseen,
    WireMessage,
    read_message,
)

MEGABYTE = 2**20
# The judge's own job is trusted; this only bounds a mistake.
LARGEST_JOB = 256 * MEGABYTE
# Backstops behind the judge's own watch, which ends a run first and knows why.
DATA_FACTOR = 2
LARGEST_FILE_MB = 256
MOST_FILES = 256
# Page tables of what is mapped and never filled are at most a 512th of it.
ADDRESS_BYTES = 2**35
# The kernel counts these for all processes of a user together.
MOST_SIGNALS = 256

# A student's threads may train at the same time; frames must not mix.
_speaking = threading.Lock()


def run(
    channel: socket.socket, output: int, images: Mapping[str, Images], temporary: str
) -> NoReturn:
    """Runs the jobs that arrive on `channel`, prints going to `output`, and ends the process.

    `images` are those of each data set, by what Keras calls it.
    """
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        tempfile.tempdir = temporary
        _send(channel, Hello())
        order: Order = read_message(_receive(channel), Order)
        _limit(order.limits)
        be_one_process()
        # Cycles of garbage are rare here, and looking for them is not cheap.
        gc.set_threshold(100_000, 50, 50)
        gc.enable()
        fitting = Fitting(functools.partial(_ask, channel) if order.has_trainer else None)
        job: Job | None = order.job
        del order
        while job is not None:
            _send(channel, BeginExercise(job.slug))
            os.chdir(temporary)
            _work(channel, job, images.get(job.data), fitting)
            sys.stdout.flush()
            sys.stderr.flush()
            # What the next exercise asks is sent when the judge has closed this one, and what it
            # prints must not reach the judge before.
            goes_on: GoOn = read_message(_exchange(channel, EndExercise()), GoOn)
            job = goes_on.job
    except Exception as error:  # noqa: BLE001 - what student code raises never gets here: this is ours
        _send(channel, Fault(f"{type(error).__name__}: {error}"[:LONGEST_FAULT]))
    finally:
        # No exit handlers of the worker or of the student; the channel already holds everything.
        os._exit(0)


def _work(channel: socket.socket, job: Job, images: Images | None, fitting: Fitting) -> None:
    import keras

    keras.utils.set_random_seed(job.seed)
    names, before = load(job.pieces, as_run=job.as_run)
    student = Student(names)
    on_trust = {}
    for probe in job.probes:
        _send(channel, BeginProbe(probe.name))
        keras.utils.set_random_seed(job.seed)
        fitting.begin()
        given = Offered(job.given, images)
        try:
            report = {"values": _probe(probe)(student, given), "trainings": fitting.take()}
            frame = encode(Report(probe.name, report))
            if probe.classifies and (model := fitting.claims.last_model()) is not None:
                on_trust[probe.name] = model
        except BaseException as error:  # noqa: BLE001 - student code may raise anything
            crash = Crash(problem_of(error), tuple(before))
            frame = encode(Crashed(probe.name, crash))
        with _speaking:
            channel.sendall(frame)
    # Last of all: from now on the judge listens to nothing else.
    for name, model in on_trust.items():
        shown: Unseen = read_message(_exchange(channel, Show(name)), Unseen)
        if shown.images is not None:
            _send(channel, Scores(name, classify(model, shown.images)))


def _send(channel: socket.socket, message: WireMessage) -> None:
    with _speaking:
        channel.sendall(encode(message))


def _ask(channel: socket.socket, message: Ask | Data) -> Reply:
    reply: Reply = read_message(_exchange(channel, message), Reply)
    return reply


def _exchange(channel: socket.socket, message: WireMessage) -> Any:
    """Sends a message and waits for what the judge says to it."""
    with _speaking:
        channel.sendall(encode(message))
        return _receive(channel)


def _probe(probe: ProbeSource) -> Any:
    namespace: dict[str, Any] = {"__name__": "probe"}
    code = compile(probe.source, "<probe>", "exec", dont_inherit=True)
    exec(code, namespace)  # noqa: S102 - the judge wrote it
    (function,) = (one for one in namespace.values() if isinstance(one, FunctionType))
    return function


def _receive(channel: socket.socket) -> Any:
    reader = FrameReader(LARGEST_JOB, LARGEST_JOB)
    while True:
        data = channel.recv(MEGABYTE)
        if not data:
            sys.exit()
        for body in reader.feed(data):
            return decode(body)


def _limit(limits: Sequence[Limits]) -> None:
    """Backstops for all exercises together; the judge's own watch knows each one's limits."""
    seconds = sum(one.cpu_seconds for one in limits)
    data_bytes = DATA_FACTOR * max(one.memory_mb for one in limits) * MEGABYTE
    file_bytes = LARGEST_FILE_MB * MEGABYTE
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (data_bytes, data_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_BYTES, ADDRESS_BYTES))
    resource.setrlimit(resource.RLIMIT_SIGPENDING, (MOST_SIGNALS, MOST_SIGNALS))
    for nothing in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, resource.RLIMIT_MSGQUEUE):
        resource.setrlimit(nothing, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
