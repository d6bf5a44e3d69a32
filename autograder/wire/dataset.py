"""Turns a Keras home folder into the images and labels that students may see.

A *Keras home* is a folder with `datasets/fashion-mnist/` and the four `.gz` files in it: what Keras
calls KERAS_HOME. Keras takes such files for the data set whatever their length, so the folder
decides what `tf.keras.datasets.fashion_mnist.load_data()` answers, without a network.
"""

from __future__ import annotations

import atexit
import gzip
import math
import os
import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder import PACKAGE
from autograder.wire.errors import UsageError

CLASS_NAMES: tuple[str, ...] = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip
PUBLIC = PACKAGE / "data" / "public"
# The place among the images to train on of the first that probes are given.
FIRST_GIVEN = 64

_FOLDER = Path("datasets", "fashion-mnist")
_FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)


@dataclass(frozen=True, slots=True, eq=False)
class Images:
    """Images are uint8 of shape (count, 28, 28), 0 to 255; labels are uint8 of shape (count,),
    0 to 9. All four arrays are read-only.
    """

    train_images: NDArray[np.uint8]
    train_labels: NDArray[np.uint8]
    test_images: NDArray[np.uint8]
    test_labels: NDArray[np.uint8]


def keras_home(images: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The Keras home that a course's setting `images` names.

    "subset" is the one in this package, "keras" is Keras's own (KERAS_HOME, or ~/.keras), and
    anything else is the path of a Keras home.
    """
    if images == "subset":
        return PUBLIC
    own = environment.get("KERAS_HOME") or "~/.keras"
    home = Path(own if images == "keras" else images).expanduser().absolute()
    if missing := _missing(home):
        raise UsageError(
            f"{home / _FOLDER} lacks {', '.join(missing)}. Put the original files there (Keras's "
            "own folder gets them from `fashion_mnist.load_data()` with a network), or set images "
            'to "subset" to use those that come with the autograder.'
        )
    return home


def load(keras_home: Path) -> Images:
    """The images and labels in a Keras home, those to train on in an order of the grader's own.

    The first that a probe is given are not the first that a notebook loads: a function that uses
    the notebook's images in place of its arguments is seen to.
    """
    folder = keras_home / _FOLDER
    images, labels = _read_pair(folder, "train")
    return Images(_rotated(images), _rotated(labels), *_read_pair(folder, "t10k"))


def use_course_images() -> None:
    """Let `fashion_mnist.load_data()` answer with the course's images, before or after the import.

    Changes nothing if KERAS_HOME is set or the user's own cache holds the data set already.
    """
    own_cache = Path("~/.keras").expanduser()
    if os.environ.get("KERAS_HOME") or not _missing(own_cache):
        return
    home = PUBLIC
    if not os.access(PUBLIC, os.W_OK):
        home = linked_home(PUBLIC, Path(tempfile.mkdtemp(prefix="keras-home-")))
        atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["KERAS_HOME"] = str(home)
    config: Any = sys.modules.get("keras.src.backend.config")
    if config is None:
        return
    # Keras reads KERAS_HOME at import only and has no setter, but asks this function at each use.
    config._KERAS_DIR = str(home)  # noqa: SLF001
    if config.keras_home() != str(home):
        raise UsageError(
            "This version of Keras cannot change its folder once imported. Restart the notebook "
            "and call use_course_images() before importing TensorFlow."
        )


def linked_home(keras_home: Path, folder: Path) -> Path:
    """Make the existing, writable `folder` a Keras home with the images of another; return it.

    Keras passes over a home that it may not write to, and would download instead.
    """
    (folder / "datasets").symlink_to(keras_home.absolute() / "datasets")
    return folder


def copied_home(keras_home: Path, folder: Path) -> Path:
    """Make the new `folder` a Keras home with copies of the images of another; return it."""
    (folder / _FOLDER).mkdir(parents=True)
    for name in _FILES:
        shutil.copyfile(keras_home / _FOLDER / name, folder / _FOLDER / name)
    return folder


def _missing(home: Path) -> list[str]:
    return [name for name in _FILES if not (home / _FOLDER / name).is_file()]


def _rotated(array: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rotated = np.roll(array, -FIRST_GIVEN, axis=0)
    rotated.flags.writeable = False
    return rotated


def _read_pair(folder: Path, part: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    images = _read_idx(folder / f"{part}-images-idx3-ubyte.gz", (28, 28))
    labels = _read_idx(folder / f"{part}-labels-idx1-ubyte.gz", ())
    if len(images) != len(labels) or labels.max(initial=0) >= len(CLASS_NAMES):
        raise UsageError(
            f"The two {part} files in {folder} do not belong together: {len(images)} images, "
            f"{len(labels)} labels up to {labels.max(initial=0)}. Replace both."
        )
    return images, labels


def _read_idx(path: Path, item_shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """A packed file in the IDX format, as LeCun, Cortes and Burges describe it for MNIST.

    Big-endian: two zero bytes, the type (8 is an unsigned byte), the number of dimensions, each
    dimension's size in four bytes; then the items.
    """
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"{path} cannot be read ({error}). Replace it by the original.") from error
    start = 4 + 4 * (1 + len(item_shape))
    shape = struct.unpack(f">{1 + len(item_shape)}I", content[4:start].ljust(start - 4, b"\0"))
    magic = bytes((0, 0, 0x08, len(shape)))
    expected_bytes = start + math.prod(shape)
    if content[:4] != magic or shape[1:] != item_shape or len(content) != expected_bytes:
        raise UsageError(
            f"{path} is not an IDX file of bytes with items of shape {item_shape}: it starts with "
            f"{content[:4].hex()} and is {len(content)} bytes long. Replace it by the original."
        )
    # An array over a bytes object is read-only.
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)
