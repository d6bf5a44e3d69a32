"""A Dask cluster as a courier needs it: which workers there are, and calls that one of them makes.

Dask decides nothing here. A call is for one worker and is made once: what becomes of a worker that
is lost is decided by who sent the call.
"""

from __future__ import annotations

import importlib
import ipaddress
import itertools
import logging
import time
import uuid
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from autograder.wire.errors import UsageError

CONNECT_SECONDS = 10
# So long a result may take from a worker to here.
FETCH_SECONDS = 60
LOOK_SECONDS = 2
LOCAL, ENCRYPTED = "tcp", "tls"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a call, or the sentence why nothing did."""

    call: str
    value: Any = None
    error: str = ""


class Cluster(Protocol):
    """Machines that make calls for us."""

    address: str

    def workers(self) -> Mapping[str, Mapping[str, Any]]:
        """The worker processes by address; raises `UsageError` once the cluster is gone."""

    def call(self, worker: str, function: Callable[..., Any], *arguments: Any) -> str:
        """Has a worker call a function, after all that it was given before; names that call."""

    def answer(self, seconds: float) -> Answer | None:
        """The next answer, if one comes in this time; that of a lost worker never comes."""

    def drop(self, call: str) -> None:
        """Forgets a call, whose answer then never comes."""

    def tell(self, workers: Sequence[str], function: Callable[..., Any], *arguments: Any) -> None:
        """Has workers call a function at once, whatever they are at, and waits for its end."""


class DaskCluster:
    """An existing Dask cluster; a context that lets go of it."""

    def __init__(self, address: str) -> None:
        refuse_unencrypted(address)
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise UsageError(
                "`--scheduler` needs the package `distributed`; install what requirements.lock"
                " lists, here and on every node."
            ) from error
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self.address = address
        self._names = (f"autograder-{uuid.uuid4().hex}-{count}" for count in itertools.count())
        self._futures: dict[str, tuple[str, Any]] = {}
        self._done: SimpleQueue[str] = SimpleQueue()
        security = None
        try:
            if _scheme(address) == ENCRYPTED:
                security = distributed.Security(require_encryption=True)
                if security.get_connection_args("client")["ssl_context"] is None:
                    raise ValueError("no certificates are configured here")
            with warnings.catch_warnings():
                # Versions are compared by us, and then decide.
                warnings.simplefilter("ignore")
                self._client = distributed.Client(
                    address, security=security, set_as_default=False, timeout=CONNECT_SECONDS
                )
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            raise UsageError(
                f"No Dask scheduler can be reached at {address}: {error}. Keys and certificates are"
                " those of Dask's own configuration; docs/scaling.md names them."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for name in [*self._futures]:
            self.drop(name)
        with suppress(Exception):
            self._client.close(timeout=CONNECT_SECONDS)

    def workers(self) -> Mapping[str, Mapping[str, Any]]:
        try:
            if self._client.status != "running":
                raise OSError("connection lost")
            known = self._client.sync(self._client.scheduler.identity, n_workers=-1)
        except (OSError, TimeoutError) as error:
            raise UsageError(
                f"The Dask scheduler at {self.address} is gone. What was graded so far is recorded:"
                " start it again, and run the same command."
            ) from error
        found: Mapping[str, Mapping[str, Any]] = known["workers"]
        return {name: about for name, about in found.items() if about["status"] == "running"}

    def call(self, worker: str, function: Callable[..., Any], *arguments: Any) -> str:
        name = next(self._names)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a notebook is large
            future = self._client.submit(
                function, *arguments, key=name, workers=[worker], pure=False, retries=0
            )
        self._futures[name] = worker, future
        future.add_done_callback(lambda _future: self._done.put(name))
        return name

    def answer(self, seconds: float) -> Answer | None:
        try:
            name = self._done.get(seconds > 0, seconds or None)
        except Empty:
            return None
        worker, future = self._futures.pop(name, ("", None))
        if future is None:
            return None
        deadline = time.monotonic() + FETCH_SECONDS
        try:
            while True:
                try:
                    return Answer(name, future.result(timeout=LOOK_SECONDS))
                except TimeoutError:
                    # It was done, and its worker lost before the result was here.
                    if worker not in self.workers():
                        return None
                    if time.monotonic() > deadline:
                        raise
        except UsageError:
            raise
        # Cancelled, or whatever a worker raises.
        except (Exception, CancelledError) as error:  # noqa: BLE001
            return Answer(name, error=f"{type(error).__name__}: {error}")
        finally:
            # One that is held is computed again if its worker is lost.
            future.release()

    def drop(self, call: str) -> None:
        _worker, future = self._futures.pop(call, ("", None))
        if future is not None:
            with suppress(Exception):
                future.cancel(force=True)
            future.release()

    def tell(self, workers: Sequence[str], function: Callable[..., Any], *arguments: Any) -> None:
        # In their event loops: what they are at may take minutes.
        with suppress(Exception):
            self._client.run(function, *arguments, workers=[*workers], on_error="ignore")


def refuse_unencrypted(address: str) -> None:
    """Raises `UsageError` for an address that others could listen at, or send code to."""
    if _scheme(address) == ENCRYPTED or (_scheme(address) == LOCAL and is_loopback(address)):
        return
    raise UsageError(
        f"{address} is not encrypted: whoever can reach such a scheduler can run any code on its"
        " workers. Use an address that begins with tls://, or one of this machine itself, such as"
        " tcp://127.0.0.1:8786."
    )


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine, where nobody else is on the way."""
    host = urlsplit(address if "://" in address else f"tcp://{address}").hostname or ""
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _scheme(address: str) -> str:
    scheme, mark, _rest = address.partition("://")
    return scheme if mark else LOCAL
