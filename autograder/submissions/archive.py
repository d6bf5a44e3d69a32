"""Unpacks a zip file into a folder, trusting nothing that the zip says of itself."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.wire.errors import RefusedSubmission, UsageError
from autograder.wire.messages import Message

MAX_BYTES = 200 * 1024**2
MAX_FOLDERS = 50
# Deflate reaches a thousandfold; notebooks and images stay far below a hundredfold.
MAX_RATIO = 100
RATIO_COUNTS_FROM_BYTES = 10 * 1024**2


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a zip may hold at most, and how long its directory may be.

    A directory of more entries than allowed must be refused before all of them become objects.
    """

    entries: int
    unpacked_bytes: int
    directory_bytes: int


ONE_SUBMISSION = Bounds(2_000, MAX_BYTES, 2 * 1024**2)
# What an instructor names: thousands of people, most with a notebook.
CLASS = Bounds(100_000, 8 * 1024**3, 64 * 1024**2)
_CHUNK_BYTES = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:(?:/|$)")  # of Windows; elsewhere a name may hold a colon
_ENCRYPTED = 0x1
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeError,
    ValueError,
    OSError,
    struct.error,
)


_TAKEN = (FileExistsError, IsADirectoryError, NotADirectoryError)
# What becomes of an entry that cannot be unpacked.
_LeaveOut = Callable[[zipfile.ZipInfo, RefusedSubmission], None]


def unpack(path: Path, destination: Path) -> Path:
    """Unpack a zip into a new folder; refuse it, and leave nothing behind, if anything is wrong."""

    def refuse(_entry: zipfile.ZipInfo, error: RefusedSubmission) -> None:
        raise error

    _unpack(path, destination, ONE_SUBMISSION, refuse)
    return destination


def unpack_class(path: Path, destination: Path) -> list[tuple[str, Message]]:
    """Unpack the zip of a class into a new folder; returns names that are left out, and why.

    A student decides what is in an entry and, on some platforms, much of its name. So an entry that
    `unpack` would refuse the zip for is left out, and nobody else's work with it.
    """
    left_out: list[tuple[str, Message]] = []
    _unpack(
        path,
        destination,
        CLASS,
        lambda entry, error: left_out.append((entry.filename, error.message)),
    )
    return left_out


def _unpack(path: Path, destination: Path, bounds: Bounds, leave_out: _LeaveOut) -> None:
    destination.mkdir(parents=True)
    try:
        with _Bounded(path, bounds) as file, zipfile.ZipFile(file) as archive:
            targets, folders = _targets(archive, destination, bounds, leave_out)
            _write(archive, targets, path.stat().st_size, bounds, leave_out)
            for folder in folders:
                # One that is called like a file is nobody's.
                with contextlib.suppress(FileExistsError, NotADirectoryError):
                    folder.mkdir(parents=True, exist_ok=True)
    except RefusedSubmission:
        shutil.rmtree(destination, ignore_errors=True)
        raise
    except _DAMAGE as error:
        shutil.rmtree(destination, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in _NO_SPACE:
            raise UsageError(
                f"No space is left to unpack {path}; free some and try again."
            ) from error
        raise RefusedSubmission("zip.damaged") from error


class _Bounded(io.FileIO):
    """A file that `zipfile` cannot be made to read in one enormous piece."""

    def __init__(self, path: Path, bounds: Bounds) -> None:
        super().__init__(os.fspath(path), "r")
        self._bounds = bounds

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > self._bounds.directory_bytes:
            raise _too_many_entries(self._bounds)
        return super().read(-1 if size is None else size) or b""


def _targets(
    archive: zipfile.ZipFile, destination: Path, bounds: Bounds, leave_out: _LeaveOut
) -> tuple[dict[Path, zipfile.ZipInfo], list[Path]]:
    """Where each file goes, and the folders; all is checked before the first byte is written.

    An empty folder is somebody who handed in nothing.
    """
    entries = archive.infolist()
    if len(entries) > bounds.entries:
        raise _too_many_entries(bounds)
    targets: dict[Path, zipfile.ZipInfo] = {}
    folders, taken = list[Path](), set()
    above = set[PurePosixPath]()
    for entry in entries:
        try:
            inside = _path_inside(entry)
            if inside in taken and not entry.is_dir():
                raise RefusedSubmission("zip.twice", entry=_shown(entry))
        except RefusedSubmission as error:
            leave_out(entry, error)
            continue
        # A few long names can ask for far more folders than there are entries.
        above.update(inside.parents)
        if len(above) > bounds.entries:
            raise _too_many_entries(bounds)
        if entry.is_dir():
            folders.append(destination / inside)
            continue
        taken.add(inside)
        targets[destination / inside] = entry
    return targets, folders


def _path_inside(entry: zipfile.ZipInfo) -> PurePosixPath:
    name = entry.filename.replace("\\", "/")
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or _DRIVE.match(name):
        raise RefusedSubmission("zip.outside", entry=_shown(entry))
    if not inside.name and name[-1:] != "/":
        raise RefusedSubmission("zip.without_name")
    if len(inside.parts) > MAX_FOLDERS:
        raise RefusedSubmission("zip.many_folders", most=MAX_FOLDERS)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedSubmission("zip.link", entry=_shown(entry))
    if entry.flag_bits & _ENCRYPTED:
        raise RefusedSubmission("zip.password")
    if not entry.is_dir() and entry.compress_type not in _METHODS:
        raise RefusedSubmission("zip.unusual", entry=_shown(entry))
    return inside


def _write(
    archive: zipfile.ZipFile,
    targets: dict[Path, zipfile.ZipInfo],
    packed_bytes: int,
    bounds: Bounds,
    leave_out: _LeaveOut,
) -> None:
    """Write every entry that there is room for, counting the bytes that really come out.

    The densest come last: what no work is like takes no room from work.
    """
    most = min(bounds.unpacked_bytes, max(RATIO_COUNTS_FROM_BYTES, MAX_RATIO * packed_bytes))
    room = most
    for target, entry in sorted(targets.items(), key=lambda one: _density(one[1])):
        try:
            room -= _written(archive, entry, target, room)
        except _TooLarge:
            leave_out(entry, RefusedSubmission("zip.too_large", megabytes=most // 1024**2))
        except _TAKEN:
            # A file in the place of a folder, or a folder in that of a file.
            leave_out(entry, RefusedSubmission("zip.damaged"))
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            leave_out(entry, RefusedSubmission("zip.long_name", entry=_shown(entry)))


class _TooLarge(Exception):
    """There is no room for an entry."""


def _density(entry: zipfile.ZipInfo) -> tuple[float, int]:
    """What a zip says of it; one that lies is no platform's, and is still counted."""
    return entry.file_size / max(entry.compress_size, 1), entry.file_size


def _written(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, room: int) -> int:
    """Writes an entry, and says how many bytes that took; of one that is too large, nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # No more than it states ever comes out.
    if entry.file_size > room:
        raise _TooLarge
    written = 0
    # Mode "x" never writes through a link nor over a file.
    with archive.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK_BYTES):
            written += len(chunk)
            if written > room:
                break
            file.write(chunk)
    if written > room:
        target.unlink()
        raise _TooLarge
    return written


def _too_many_entries(bounds: Bounds) -> RefusedSubmission:
    return RefusedSubmission("zip.many_files", most=bounds.entries)


def _shown(entry: zipfile.ZipInfo) -> str:
    return repr(entry.filename[:80])
