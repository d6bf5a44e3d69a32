"""Turns files of data sets into the images and labels that students may see.

They are files as Keras caches them in `datasets/` of its folder, KERAS_HOME: so what lies there
decides what `load_data()` of a data set answers, without a network. A data set of this package has
a folder in `data/`: `dataset.toml`, its licence, `public/` with what Keras reads, and, where there
is a grader, `hidden/`.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder import PACKAGE
from autograder.wire.errors import CourseError, UsageError
from autograder.wire.image_files import copy_files, missing_at, read_arrays

DATA = PACKAGE / "data"
ABOUT = "dataset.toml"
# The place among the images to train on of the first that probes are given.
FIRST_GIVEN = 64

DATASETS = "datasets"
# Where Keras looks whether a file is the one it knows.
KERAS_FILES = "keras.src.utils.file_utils"


class DataSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dataset.toml`: the title of a data set, what Keras calls its file or folder (`place`), the
    names of its classes in the order of their labels, the shape of an image, and whose it is, under
    which licence (`credit`). Its `name` is that of its folder.
    """

    title: str
    place: str
    classes: tuple[str, ...]
    shape: tuple[int, int]
    credit: str
    name: str = ""

    @property
    def public(self) -> Path:
        """The images in this package that students may see."""
        return DATA / self.name / "public" / self.place


@dataclass(frozen=True, slots=True, eq=False)
class Images:
    """Images are uint8 of shape (count, height, width), 0 to 255; labels are uint8 of shape
    (count,), from 0. All four arrays are read-only. `about` is the data set they are of.
    """

    train_images: NDArray[np.uint8]
    train_labels: NDArray[np.uint8]
    test_images: NDArray[np.uint8]
    test_labels: NDArray[np.uint8]
    about: DataSet | None = None

    @property
    def place(self) -> str:
        return "" if self.about is None else self.about.place


@cache
def data_set(name: str) -> DataSet:
    """What is said of a data set of this package; raises `CourseError` where there is none such."""
    path = DATA / name / ABOUT
    try:
        about = msgspec.toml.decode(path.read_bytes(), type=DataSet)
    except OSError as error:
        there = ", ".join(one.name for one in data_sets()) or "none"
        raise CourseError(
            f"There is no data set {name!r}: {path} cannot be read ({error.strerror}). This package"
            f" has: {there}."
        ) from error
    except msgspec.MsgspecError as error:
        raise CourseError(f"{path}: {error}.") from error
    return msgspec.structs.replace(about, name=name)


def data_sets() -> tuple[DataSet, ...]:
    """All data sets of this package, by name."""
    return tuple(data_set(path.parent.name) for path in sorted(DATA.glob(f"*/{ABOUT}")))


def images_at(about: DataSet, images: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The file or folder of a data set that a course's setting `images` names.

    "subset" is the one in this package, "keras" is in Keras's own folder (KERAS_HOME, or ~/.keras),
    and anything else is the path of such a folder.
    """
    if images == "subset":
        return about.public
    own = environment.get("KERAS_HOME") or "~/.keras"
    home = Path(own if images == "keras" else images).expanduser().absolute()
    path = home / DATASETS / about.place
    if missing := missing_at(path):
        raise UsageError(
            f"{path.parent} lacks {', '.join(missing)}. Put the original files there (Keras's own"
            f" folder gets them from `load_data()` of {about.title} with a network), or set images"
            ' to "subset" to use those that come with the autograder.'
        )
    return path


@cache
def course_images(name: str, images: str = "subset") -> Images:
    """The images of a data set as a course's setting `images` has them, read once.

    Raises `UsageError` where they are not as `dataset.toml` has it.
    """
    about = data_set(name)
    path = images_at(about, images)
    found = load(path)
    most = max(found.train_labels.max(initial=0), found.test_labels.max(initial=0))
    shapes = {found.train_images.shape[1:], found.test_images.shape[1:]}
    if most >= len(about.classes) or shapes != {about.shape}:
        raise UsageError(
            f"{path} does not hold {about.title}: there are labels up to {most}, and images of the"
            f" shapes {', '.join(map(str, sorted(shapes)))}. Replace it by the original."
        )
    return replace(found, about=about)


def load(path: Path) -> Images:
    """The images and labels of one data set, those to train on in an order of the grader's own.

    The first that a probe is given are not the first that a notebook loads: a function that uses
    the notebook's images in place of its arguments is seen to.
    """
    train_images, train_labels, test_images, test_labels = read_arrays(path)
    for images, labels in ((train_images, train_labels), (test_images, test_labels)):
        if labels.shape != images.shape[:1]:
            raise UsageError(
                f"The arrays in {path} do not belong together: there are images of the shape"
                f" {images.shape} and labels of the shape {labels.shape}. Replace both."
            )
    return Images(_rotated(train_images), _rotated(train_labels), test_images, test_labels)


def use_course_images() -> None:
    """Let `load_data()` answer with the course's images, before or after the import of Keras.

    Changes nothing if KERAS_HOME is set or the user's own cache holds the data sets already.
    """
    own_cache, ours = Path("~/.keras", DATASETS).expanduser(), data_sets()
    if os.environ.get("KERAS_HOME") or not any(missing_at(own_cache / one.place) for one in ours):
        return
    home = Path(tempfile.mkdtemp(prefix="keras-home-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    linked_home([one.public for one in ours], home)
    os.environ["KERAS_HOME"] = str(home)
    take_parts_of_data_sets()
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


def take_parts_of_data_sets() -> None:
    """Lets Keras take the files in its folder for what they are called, before or after its import.

    Of some data sets it knows the digest, and would download a part of one anew.
    """
    files = sys.modules.get(KERAS_FILES)
    if files is None:
        sys.meta_path.insert(0, _Unchecked())
    else:
        _leave_unchecked(files)


def _leave_unchecked(files: ModuleType) -> None:
    checked: Any = files.validate_file

    def validate_file(fpath: Any, *args: Any, **kwargs: Any) -> bool:
        is_ours = Path(fpath).parent == Path(os.environ.get("KERAS_HOME", ""), DATASETS)
        return (is_ours and Path(fpath).is_file()) or checked(fpath, *args, **kwargs)

    files.validate_file = validate_file  # type: ignore[attr-defined]


class _Unchecked(MetaPathFinder):
    """Changes that one module of Keras as soon as it is imported."""

    def find_spec(self, fullname: str, *_where: Any) -> ModuleSpec | None:
        if fullname != KERAS_FILES:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        loader: Any = None if spec is None else spec.loader
        run = loader.exec_module

        def exec_module(module: ModuleType) -> None:
            run(module)
            _leave_unchecked(module)

        loader.exec_module = exec_module
        return spec


def linked_home(paths: Iterable[Path], folder: Path) -> Path:
    """Make the existing, writable `folder` a Keras home with these data sets; return it.

    Keras passes over a home that it may not write to, and would download instead.
    """
    (folder / DATASETS).mkdir()
    for path in paths:
        own = folder / DATASETS / path.name
        try:
            own.symlink_to(path.absolute())
        except OSError:  # on Windows not everybody may make links
            copy_files(path, own)
    return folder


def copied_home(paths: Iterable[Path], folder: Path) -> Path:
    """Make the new `folder` a Keras home with copies of these data sets; return it."""
    (folder / DATASETS).mkdir(parents=True)
    for path in paths:
        copy_files(path, folder / DATASETS / path.name)
    return folder


def in_home(keras_home: Path) -> list[Path]:
    """The data sets in a Keras home of ours."""
    return sorted((keras_home / DATASETS).iterdir())


def _rotated(array: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rotated = np.roll(array, -FIRST_GIVEN, axis=0)
    rotated.flags.writeable = False
    return rotated
