"""The memory of the trainer: every training that was done, by what was asked, on disk.

An entry's key is a digest of all that decides its numbers: the network, how it was compiled, the
data, the state it started from, the seed, the versions of the libraries and of this trainer, and
the processor's features. So a training that was asked for before is looked up, in this run or in
another, by this worker or its neighbour. Only the judge's side writes here; the sandbox cannot.

`diskcache` keeps the files, the cap and the order of last use. Values are `frames` behind a digest
of their own: no pickle is read or written, and an entry that was damaged is dropped.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import platform
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import diskcache
import msgspec
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from autograder import PACKAGE
from autograder.recipes.requests import EvaluateRequest, FitRequest
from autograder.wire.errors import EvidenceError, SandboxFault, UsageError
from autograder.wire.frames import HEADER, Raised, decode, encode

MEGABYTE = 2**20
DIGEST_BYTES = 16
# What of /proc/cpuinfo decides which kernels NumPy and TensorFlow choose.
CPU_FIELDS = ("flags", "Features")
# TensorFlow comes under either name.
PACKAGES = ("keras", "numpy", "tensorflow", "tensorflow-cpu")
# The files that decide which numbers a request comes to; a word on a page is in none of them.
DECIDES_NUMBERS = (
    "recipes/activations.py",
    "recipes/families/*.py",
    "recipes/graph*.py",
    "recipes/layer.py",
    "recipes/recipe.py",
    "recipes/requests.py",
    "recipes/windows.py",
    "trainer/*.py",
    "wire/frames.py",
    "wire/protocol.py",
    "wire/tensorflow_speedups.py",
)
LOCKS = 256
OPTIMIZER = "/optimizer"
Arrays = tuple[NDArray[Any], ...]


@dataclass(frozen=True, slots=True)
class StoredFit:
    """What came of one request: logs, the state it ended in, or the exception it raised.

    `weights` are the variables in the chain's order; `data` maps a role (images, labels,
    validation) to the statistics of that array; `seconds` is processor time. What the optimiser
    keeps is stored apart, since only a training that goes on needs it. `batches` are the logs of
    each batch, where they were asked for. It was `still` if no weight moved by more than rounding.
    """

    logs: dict[str, list[float]]
    weights: Arrays
    iterations: int
    raised: Raised | None
    data: dict[str, dict[str, Any]]
    seconds: float
    batches: dict[str, list[float]] = field(default_factory=dict)
    still: bool = False


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a store did since it was opened, and what it holds."""

    hits: int
    misses: int
    audited: int
    differences: int
    training_seconds: float
    entries: int
    megabytes: float


class TrainingStore:
    """Entries by key in the folder `folder`, at most `most_mb` megabytes of them; may be shared by
    threads and by processes. Raises `UsageError` where nothing can be stored.
    """

    def __init__(self, folder: Path, most_mb: int) -> None:
        self._folder = folder
        # Why nothing can be remembered any more, in a sentence; empty while all is well.
        self.trouble = ""
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._cache = diskcache.Cache(
                str(folder),
                disk=PlainDisk,
                eviction_policy="least-recently-used",
                size_limit=most_mb * MEGABYTE,
            )
        self._counting = threading.Lock()
        self._audited: set[str] = set()
        self._counts = {"hits": 0, "misses": 0, "audited": 0, "differences": 0}
        self._training_seconds = 0.0

    def close(self) -> None:
        """Lets go of the store."""
        self._cache.close()

    def find(self, key: str) -> StoredFit | None:
        """The entry of that key; one that is damaged is dropped, as if it had never been."""
        with self._told():
            stored = self._cache.get(key)
        if stored is None:
            return None
        parts = _opened(stored)
        if parts is None:
            self.drop(key)
            return None
        return StoredFit(**{**parts, "weights": tuple(parts["weights"])})

    def optimizer(self, key: str) -> Arrays | None:
        """The optimiser's variables at the end of that entry's training."""
        with self._told():
            stored = self._cache.get(key + OPTIMIZER)
        kept = None if stored is None else _opened(stored)
        return None if kept is None else tuple(kept)

    def add(self, key: str, entry: StoredFit, optimizer: Arrays) -> None:
        """Remembers what came of a request."""
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        with self._told():
            self._cache.set(key + OPTIMIZER, _sealed(list(optimizer)))
            self._cache.set(key, _sealed(values))

    def drop(self, key: str) -> None:
        """Forgets an entry."""
        with self._told():
            self._cache.delete(key)
            self._cache.delete(key + OPTIMIZER)

    @contextmanager
    def alone(self, key: str, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Holds off everybody else, in whatever process, who wants to train the same.

        Raises `SandboxFault` when `cancelled` says that waiting has become pointless.
        """
        lock = FileLock(self._folder / f"{int(key[:8], 16) % LOCKS:02x}.lock")
        try:
            with self._told():
                lock.acquire(cancel_check=cancelled)
        except Timeout as error:
            raise SandboxFault("the wait for another training was ended") from error
        try:
            yield
        finally:
            lock.release()

    def was_audited(self, key: str) -> bool:
        """Whether that training was done again since this object was made: once is enough."""
        with self._counting:
            return key in self._audited

    def audited(self, key: str, seconds: float, *, equal: bool) -> None:
        """Counts a training that was done again, and whether it came out the same."""
        self.count("audited", seconds)
        if not equal:
            self.count("differences")
        with self._counting:
            self._audited.add(key)

    def count(self, what: str, seconds: float = 0.0) -> None:
        """Counts a hit, a miss, an audit or a difference, and the time that a training took."""
        with self._counting:
            self._counts[what] += 1
            self._training_seconds += seconds

    def is_empty(self) -> bool:
        """Whether nothing is remembered."""
        with self._told():
            return not len(self._cache)

    def statistics(self) -> Statistics:
        """What was done since this object was made, and what the store holds now."""
        with self._counting, self._told():
            return Statistics(
                **self._counts,
                training_seconds=self._training_seconds,
                entries=len(self._cache) // 2,
                megabytes=self._cache.volume() / MEGABYTE,
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raises `UsageError`, and keeps its words, where the store cannot be used any more."""
        try:
            yield
        except Timeout:
            raise  # the wait for a lock, which is an `OSError` too
        except (OSError, sqlite3.Error, diskcache.Timeout) as error:
            self.trouble = (
                f"Trainings cannot be remembered in {self._folder}"
                f" ({_cause(self._folder) or str(error) or 'it stays locked'}). Free some space if"
                " the disk is full, delete that folder if it is damaged, or name one that you may"
                " write to as `store` in course.toml; then run the same command again."
            )
            raise UsageError(self.trouble) from error


class PlainDisk(diskcache.Disk):  # type: ignore[misc] # diskcache has no types
    """Bytes under text keys, and nothing else: what diskcache would pickle is refused."""

    def store(self, value: Any, read: bool, key: Any = None) -> Any:
        if not isinstance(value, bytes):
            raise TypeError("the store stores bytes only")
        return super().store(value, read, key=key)

    def fetch(self, mode: int, filename: Any, value: Any, read: bool) -> Any:
        if mode == diskcache.core.MODE_PICKLE:
            return b""
        return super().fetch(mode, filename, value, read)


def key_of(request: FitRequest | EvaluateRequest, seed: int) -> str:
    """The digest of all that decides a request's numbers, 32 hexadecimal digits."""
    asked = request
    if isinstance(request, FitRequest):
        # How it was asked for decides no number.
        fit = request.fit
        if fit.traced is not None:
            # Nor does what was seen of a model that was traced.
            program = msgspec.structs.replace(fit.traced, seen=None)
            fit = msgspec.structs.replace(fit, traced=program)
        asked = msgspec.structs.replace(
            request, fit=fit, asked_epochs=1, goes_on=False, again=False, seed=None, draw=0
        )
    digest = hashlib.blake2b(environment(), digest_size=DIGEST_BYTES)
    # Not JSON, in which NaN, infinity and `None` are one.
    digest.update(msgspec.msgpack.encode([asked, seed], order="deterministic"))
    return digest.hexdigest()


@functools.cache
def environment() -> bytes:
    """What decides numbers beside a request: versions, this trainer's code, the processor."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for package in PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{package} {version(package)}\n".encode())
    for path in files_that_decide_numbers():
        digest.update(path.read_bytes())
    digest.update(_processor().encode())
    return digest.digest()


def files_that_decide_numbers() -> list[Path]:
    """The files of this package that a training's numbers depend on."""
    return [path for pattern in DECIDES_NUMBERS for path in sorted(PACKAGE.glob(pattern))]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return "".join(sorted({line for line in lines if line.startswith(CPU_FIELDS)}))


def _cause(folder: Path) -> str:
    """What keeps a folder from being written to, which diskcache reports as a lock."""
    if not os.access(folder, os.W_OK):
        return "it is not there or read-only"
    return "the disk is full" if shutil.disk_usage(folder).free < MEGABYTE else ""


def _sealed(value: Any) -> bytes:
    frame = encode(value)
    return hashlib.sha256(frame).digest()[:DIGEST_BYTES] + frame


def _opened(stored: bytes) -> Any:
    """What was sealed; `None` where it was damaged since."""
    digest, frame = stored[:DIGEST_BYTES], stored[DIGEST_BYTES:]
    if hashlib.sha256(frame).digest()[:DIGEST_BYTES] != digest:
        return None
    try:
        return decode(frame[HEADER.size :])
    except EvidenceError:
        return None
