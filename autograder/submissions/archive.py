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
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.wire.errors import RefusedSubmission, UsageError

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


def unpack(path: Path, destination: Path, bounds: Bounds = ONE_SUBMISSION) -> Path:
    """Unpack a zip into a new folder; refuse it, and leave nothing behind, if anything is wrong."""
    destination.mkdir(parents=True)
    try:
        with _Bounded(path, bounds) as file, zipfile.ZipFile(file) as archive:
            targets, folders = _targets(archive, destination, bounds)
            _write(archive, targets, path.stat().st_size, bounds)
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
    return destination


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
    archive: zipfile.ZipFile, destination: Path, bounds: Bounds
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
        inside = _path_inside(entry)
        # A few long names can ask for far more folders than there are entries.
        above.update(inside.parents)
        if len(above) > bounds.entries:
            raise _too_many_entries(bounds)
        if entry.is_dir():
            folders.append(destination / inside)
            continue
        if inside in taken:
            raise RefusedSubmission("zip.twice", entry=_shown(entry))
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
) -> None:
    """Write every entry, counting the bytes that really come out."""
    most = min(bounds.unpacked_bytes, max(RATIO_COUNTS_FROM_BYTES, MAX_RATIO * packed_bytes))
    written = 0
    for target, entry in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        # Mode "x" never writes through a link nor over a file.
        with archive.open(entry) as source, target.open("xb") as file:
            while chunk := source.read(_CHUNK_BYTES):
                written += len(chunk)
                if written > most:
                    raise RefusedSubmission("zip.too_large", megabytes=most // 1024**2)
                file.write(chunk)


def _too_many_entries(bounds: Bounds) -> RefusedSubmission:
    return RefusedSubmission("zip.many_files", most=bounds.entries)


def _shown(entry: zipfile.ZipInfo) -> str:
    return repr(entry.filename[:80])
