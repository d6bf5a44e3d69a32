"""Reads the files of image data sets: an archive of four arrays, or a folder of packed files."""

from __future__ import annotations

import gzip
import math
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from autograder.wire.errors import UsageError

# What data sets are made of: one archive of four arrays, or a folder with four packed files.
ARCHIVE = ".npz"
ARRAYS = ("x_train", "y_train", "x_test", "y_test")
FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)
IMAGES_FILE = "-images-"


def read_arrays(path: Path) -> list[NDArray[np.uint8]]:
    """Images and labels to train on, images and labels to test with."""
    if path.suffix == ARCHIVE:
        return _read_archive(path)
    return [_read_idx(path / name) for name in FILES]


def _read_archive(path: Path) -> list[NDArray[np.uint8]]:
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = [np.asarray(archive[name]) for name in ARRAYS]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error) as error:
        raise UsageError(f"{path} cannot be read ({error}). Replace it by the original.") from error
    for array in arrays:
        if array.dtype != np.uint8:
            raise UsageError(f"{path} holds no bytes but {array.dtype}. Replace it.")
        array.flags.writeable = False
    return arrays


def _read_idx(path: Path) -> NDArray[np.uint8]:
    """A packed file in the IDX format, as LeCun, Cortes and Burges describe it for MNIST.

    Big-endian: two zero bytes, the type (8 is an unsigned byte), the number of dimensions, each
    dimension's size in four bytes; then the items.
    """
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"{path} cannot be read ({error}). Replace it by the original.") from error
    dimensions = 3 if IMAGES_FILE in path.name else 1
    start = 4 + 4 * dimensions
    shape = struct.unpack(f">{dimensions}I", content[4:start].ljust(start - 4, b"\0"))
    if content[:4] != bytes((0, 0, 0x08, dimensions)) or len(content) != start + math.prod(shape):
        raise UsageError(
            f"{path} is not an IDX file of bytes in {dimensions} dimensions: it starts with "
            f"{content[:4].hex()} and is {len(content)} bytes long. Replace it by the original."
        )
    # An array over a bytes object is read-only.
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def copy_files(path: Path, to: Path) -> None:
    """Copies the files of a data set, and nothing that lies beside them."""
    if path.suffix == ARCHIVE:
        shutil.copyfile(path, to)
        return
    to.mkdir()
    for name in FILES:
        shutil.copyfile(path / name, to / name)


def missing_at(path: Path) -> list[str]:
    """The files that a data set at this path lacks."""
    if path.suffix == ARCHIVE:
        return [] if path.is_file() else [path.name]
    return [f"{path.name}/{name}" for name in FILES if not (path / name).is_file()]
