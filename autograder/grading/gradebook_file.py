"""A gradebook as a SQLite file: opened, locked, changed as a whole or not at all.

What belongs together is one transaction, so it is wholly in the file or not at all, whatever ends
the program. The plain rollback journal is enough for that, and unlike a write-ahead log it leaves
one file that can be copied, mailed, read from a read-only folder and kept on a network drive.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self

import msgspec

from autograder.grading import schema
from autograder.records import Submission
from autograder.wire.errors import UsageError

BUSY_SECONDS = 30.0
DAMAGED = "it is damaged; restore a copy or move it away and grade again"
TROUBLE = {
    sqlite3.SQLITE_NOTADB: "it is not a gradebook; move it away or choose another folder",
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_READONLY: "it or its folder is read-only; choose a folder you can write to",
    sqlite3.SQLITE_CANTOPEN: "it or its folder cannot be opened; choose a folder you can write to",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again, no grade is lost",
    sqlite3.SQLITE_BUSY: "another program keeps it locked; close that program and try again",
}
PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended error codes


class GradebookFile:
    """The file of one class; safe to use from several threads.

    `assignment_of` is needed where the file is of an earlier format: see `schema.migrate`.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime] | None = None,
        assignment_of: schema.AssignmentOf = lambda _slug: "",
    ) -> None:
        self.path = path
        self._now = now or partial(datetime.now, UTC)
        self._assignment_of = assignment_of
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, BUSY_SECONDS, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"The gradebook {path} cannot be opened: {reason}.") from error
        try:
            # Every transaction is begun by hand.
            self._connection.isolation_level = None
            # What is deleted is overwritten, also where the file cannot be rewritten without it.
            self._connection.execute("PRAGMA secure_delete = ON")
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def now(self) -> str:
        """The time, as the gradebook writes it."""
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    def _prepare(self) -> None:
        with self.reading() as connection:
            version = _version(connection)
            # Damage anywhere is to be known before anything is added.
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if whole and version != schema.VERSION:
            with self._told_of_damage(), self.transaction() as connection:
                # Another program may have done this meanwhile.
                if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                    if not _version(connection):
                        schema.create(connection)
                else:
                    schema.migrate(connection, _version(connection), self._assignment_of)
                version = _version(connection)
        if not whole:
            raise UsageError(f"The gradebook {self.path} cannot be used: {DAMAGED}.")
        if version == 0:
            raise UsageError(f"{self.path} is a database of another program, not a gradebook.")
        if version != schema.VERSION:
            raise UsageError(
                f"The gradebook {self.path} has format {version}, but this autograder reads formats"
                f" {schema.FORMAT_3} to {schema.VERSION}; move the file away and grade again."
            )

    @contextmanager
    def _told_of_damage(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, KeyError, IndexError, TypeError) as error:
            message = f"The gradebook {self.path} cannot be used: {DAMAGED}."
            raise UsageError(message) from error

    def read(self, record: str, decoder: msgspec.json.Decoder[Any]) -> Any:
        """A record as what it was; raises `UsageError` where it is damaged."""
        try:
            return decoder.decode(record)
        except msgspec.MsgspecError as error:
            message = f"The gradebook {self.path} cannot be used: {DAMAGED}."
            raise UsageError(message) from error

    @contextmanager
    def transaction(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[sqlite3.Connection]:
        """All that is done inside is done as a whole; one inside another is part of it."""
        with self._lock, self._trouble_told():
            if self._connection.in_transaction:
                yield self._connection
                return
            # The lock comes first: what is read inside is still so when something is written.
            self._connection.execute(begin)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def shrink(self) -> None:
        """Takes what was deleted out of the file."""
        with self._lock, self._trouble_told():
            self._connection.execute("VACUUM")

    @contextmanager
    def _trouble_told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # a defect of ours, such as use after closing
        except sqlite3.DatabaseError as error:
            trouble = TROUBLE.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE, error)
            message = f"The gradebook {self.path} cannot be used: {trouble}."
            raise UsageError(message) from error

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """The same where nothing is written, so that others may go on meanwhile."""
        return self.transaction("BEGIN")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def packed(work: Submission) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(storable(msgspec.to_builtins(work, enc_hook=str))))


def encoded(value: Any, decoder: msgspec.json.Decoder[Any]) -> str:
    record = msgspec.json.encode(storable(msgspec.to_builtins(value))).decode()
    decoder.decode(record)  # what cannot be read back must not be written
    return record


def storable(value: Any) -> Any:
    """The value with what UTF-8 cannot hold as escapes, which keep two such names apart."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return value
