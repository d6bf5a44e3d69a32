"""Requests to the trainer and what it answers; runs in the sandbox."""

from __future__ import annotations

import builtins
import threading
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from autograder.child.keras_shim.data import Arrays
from autograder.recipes.requests import EvaluateRequest, FitRequest, to_plain
from autograder.wire.errors import RequestTooLarge, Said
from autograder.wire.protocol import Ask, Data, Failed, Need, Refused, Reply, Trained

Put = Callable[[Ask | Data], Reply]
MOST_DRAWS = 1_000


class NotDone(Said):
    """The trainer does not do this; the message says why."""


class Asking:
    """Puts requests to the judge, and counts those that are alike.

    `put` sends a message and returns its reply.
    """

    def __init__(self, put: Put) -> None:
        self._put = put
        self._seed: int | None = None
        self._draws: Counter[bytes] = Counter()
        # A student's threads may train at once; data must follow the request that they belong to.
        self._exchange = threading.Lock()
        # How many trainings the trainer did, or found to fail, since the process began.
        self.answered = 0
        self._counting = threading.Lock()

    def begin(self, seed: int | None = None) -> None:
        """Counts from now on; `seed` is the student's, where they set one."""
        self._seed = seed if isinstance(seed, int) else None
        self._draws.clear()

    def drawn(self, request: FitRequest) -> FitRequest:
        """A request with the seed, and how many like it came before it."""
        alike = msgspec.json.encode((request.fit, request.weights, request.optimizer))
        with self._counting:
            draw = min(self._draws[alike], MOST_DRAWS)
            self._draws[alike] += 1
        return msgspec.structs.replace(request, seed=self._seed, draw=draw)

    def answer(self, request: FitRequest | EvaluateRequest, arrays: Arrays) -> Trained:
        """What came of a request.

        Raises what Keras raised for it, `RequestTooLarge` where it asks for more than the limits
        allow, and `NotDone` where it has to be done here.
        """
        with self._exchange:
            reply = self._put(Ask(to_plain(request)))
            while isinstance(reply, Need):
                reply = self._put(Data(arrays.by_digest(reply.digests)))
        if isinstance(reply, Failed | Trained) and isinstance(request, FitRequest):
            self.answered += 1
        if isinstance(reply, Failed):
            raise exception_of(reply.types, reply.message)
        if isinstance(reply, Refused):
            raise (RequestTooLarge if reply.final else NotDone)(reply.reason)
        return reply


def exception_of(types: Sequence[str], message: str) -> Exception:
    """An exception of the first class that Python or TensorFlow knows by that name."""
    import tensorflow as tf

    for name in types:
        kind = getattr(builtins, name, None) or getattr(tf.errors, name, None)
        if not isinstance(kind, type) or not issubclass(kind, Exception):
            continue
        if issubclass(kind, tf.errors.OpError):
            error: Exception = kind(None, None, message)
            return error
        try:
            return kind(message)
        except TypeError:
            continue
    return RuntimeError(message)
