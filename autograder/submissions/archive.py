"""Unpacks a zip file into a folder, trusting nothing that the zip says of itself."""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from autograder.wire.errors import RefusedSubmission, UsageError

MAX_ENTRIES = 2_000
MAX_FOLDERS = 50
MAX_BYTES = 200 * 1024**2
# Deflate reaches a thousandfold; notebooks and images stay far below a hundredfold.
MAX_RATIO = 100
RATIO_COUNTS_FROM_BYTES = 10 * 1024**2

# A directory of more entries than allowed must be refused before all of them become objects.
_MAX_DIRECTORY_BYTES = 2 * 1024**2
_CHUNK_BYTES = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
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


def unpack(path: Path, destination: Path) -> Path:
    """Unpack a zip into a new folder; refuse it, and leave nothing behind, if anything is wrong."""
    destination.mkdir(parents=True)
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            targets = _targets(archive, destination)
            _write(archive, targets, path.stat().st_size)
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

    def __init__(self, path: Path) -> None:
        super().__init__(os.fspath(path), "r")

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _MAX_DIRECTORY_BYTES:
            raise _too_many_entries()
        return super().read(-1 if size is None else size) or b""


def _targets(archive: zipfile.ZipFile, destination: Path) -> dict[Path, zipfile.ZipInfo]:
    """Where each entry goes; everything is checked before the first byte is written."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _too_many_entries()
    targets: dict[Path, zipfile.ZipInfo] = {}
    taken = set()
    for entry in entries:
        inside = _path_inside(entry)
        # Some file systems do not tell "A" from "a", or one way to write "é" from the other.
        key = unicodedata.normalize("NFC", str(inside)).casefold()
        if entry.is_dir():
            continue
        if key in taken:
            raise RefusedSubmission("zip.twice", entry=_shown(entry))
        taken.add(key)
        targets[destination / inside] = entry
    return targets


def _path_inside(entry: zipfile.ZipInfo) -> PurePosixPath:
    name = entry.filename.replace("\\", "/")
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or ":" in name.split("/")[0]:
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
    archive: zipfile.ZipFile, targets: dict[Path, zipfile.ZipInfo], packed_bytes: int
) -> None:
    """Write every entry, counting the bytes that really come out."""
    most = min(MAX_BYTES, max(RATIO_COUNTS_FROM_BYTES, MAX_RATIO * packed_bytes))
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


def _too_many_entries() -> RefusedSubmission:
    return RefusedSubmission("zip.many_files", most=MAX_ENTRIES)


def _shown(entry: zipfile.ZipInfo) -> str:
    return repr(entry.filename[:80])
