"""Requests to the trainer and what it answers; runs in the fence."""

from __future__ import annotations

import builtins
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from autograder.arrays import Arrays
from autograder.errors import RequestTooLarge
from autograder.training_request import EvaluateRequest, FitRequest, to_plain

Ask = Callable[[dict[str, Any]], dict[str, Any]]
MOST_DRAWS = 1_000


class Refused(Exception):
    """The trainer does not do this; the text is a clause that says why."""


class Asking:
    """Puts requests to the judge, and counts those that are alike.

    `ask` sends a message and returns its reply.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._seed: int | None = None
        self._draws: Counter[bytes] = Counter()
        # A student's threads may train at once; data must follow the request that they belong to.
        self._exchange = threading.Lock()
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

    def answer(self, request: FitRequest | EvaluateRequest, arrays: Arrays) -> dict[str, Any]:
        """What came of a request.

        Raises what Keras raised for it, `RequestTooLarge` where it asks for more than the limits
        allow, and `Refused` where it has to be done here.
        """
        with self._exchange:
            reply = self._ask({"request": to_plain(request)})
            while reply["kind"] == "need":
                reply = self._ask({"data": arrays.by_digest(reply["digests"])})
        if reply["kind"] == "raised":
            raise exception_of(reply["types"], reply["message"])
        if reply["kind"] == "refused":
            raise (RequestTooLarge if reply["final"] else Refused)(reply["reason"])
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
