"""Turns the original files of a data set into the small image set that the course ships.

    make_dataset.py NAME FOLDER [--out OUT]   make the files of a data set from its originals
    make_dataset.py --check [--out OUT]       compare the files of all with their recorded sums

OUT is autograder/data unless given. The same originals always give the same bytes. Exit codes: 0
done, 1 a file is not as recorded, 2 the originals are not there or not the originals.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import struct
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TRAIN_PER_CLASS, TEST_PER_CLASS, HIDDEN_PER_CLASS = 600, 100, 100

Bytes = NDArray[np.uint8]
Indices = NDArray[np.int64]


class OriginalsError(Exception):
    """The originals are missing or altered; the text says which, and what to do."""


def recorded(sums: str) -> dict[str, str]:
    """The SHA-256 of each file, by its name, from the text that `sha256sum` prints."""
    return {name: total for total, name in (line.split() for line in sums.splitlines())}


class Originals(NamedTuple):
    """What a data set is made from: the sums of its four files, those to train on first, and the
    images before the labels; the seed of the selection, and the test images that it keeps.

    Seeds were chosen because both sets of test images are then as hard as the 10,000 they come from
    (see README.md in the data set's folder): a student's own result forecasts the hidden one.
    """

    sums: Mapping[str, str]
    seed: int
    keep: tuple[int, ...] = ()


ORIGINALS = {
    "fashion_mnist": Originals(
        recorded("""\
b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7  train-images-idx3-ubyte.gz
0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056  train-labels-idx1-ubyte.gz
cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa  t10k-images-idx3-ubyte.gz
8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05  t10k-labels-idx1-ubyte.gz
"""),
        seed=3,
        keep=(0,),  # the ankle boot that Keras's own tutorial predicts; the course shows it too
    ),
    "digits": Originals(
        recorded("""\
ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db  train-images-idx3-ubyte
65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5  train-labels-idx1-ubyte
0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7  t10k-images-idx3-ubyte
ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2  t10k-labels-idx1-ubyte
"""),
        seed=199,
    ),
}


def read_originals(folder: Path, sums: Mapping[str, str]) -> dict[str, bytes]:
    """The unpacked content of every file that `sums` names, once its SHA-256 is the one there."""
    contents = {}
    for name, expected in sums.items():
        if not (folder / name).is_file():
            raise OriginalsError(f"{folder} has no file {name}; give the folder of the originals.")
        packed = (folder / name).read_bytes()
        if (found := hashlib.sha256(packed).hexdigest()) != expected:
            raise OriginalsError(
                f"{folder / name} is not the original: its SHA-256 is {found}, "
                f"expected {expected}. Fetch the file again."
            )
        contents[name] = gzip.decompress(packed) if name.endswith(".gz") else packed
    return contents


def select(
    labels: Bytes,
    per_class: int,
    generator: np.random.Generator,
    keep: Sequence[int] = (),
    without: Sequence[int] | Indices = (),
) -> Indices:
    """Indices of `per_class` random items of each class, ascending: all of `keep`, no `without`."""
    chosen = []
    for label in np.unique(labels):
        kept = [index for index in keep if labels[index] == label]
        free = np.setdiff1d(np.flatnonzero(labels == label), [*kept, *without])
        drawn = generator.choice(free, per_class - len(kept), replace=False)
        chosen.append(np.concatenate([np.array(kept, np.int64), drawn]))
    return np.sort(np.concatenate(chosen))


def idx_gz(array: Bytes) -> bytes:
    """`array` in the IDX format, packed; without a time or a name, so that equal means equal."""
    header = struct.pack(f">HBB{array.ndim}I", 0, 0x08, array.ndim, *array.shape)
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(header + array.tobytes())
    return packed.getvalue()


def make(name: str, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a data set by their path in its folder, from its unpacked originals."""
    originals = ORIGINALS[name]
    train_images, train_labels, test_images, test_labels = (
        np.frombuffer(contents[file], np.uint8, offset=16 if "images" in file else 8)
        for file in originals.sums
    )
    generator = np.random.default_rng(originals.seed)
    train = select(train_labels, TRAIN_PER_CLASS, generator)
    test = select(test_labels, TEST_PER_CLASS, generator, keep=originals.keep)
    hidden = select(test_labels, HIDDEN_PER_CLASS, generator, without=test)
    hidden = generator.permutation(hidden)
    train_images, test_images = (a.reshape(-1, 28, 28) for a in (train_images, test_images))
    public = PUBLIC[name](
        train_images[train], train_labels[train], test_images[test], test_labels[test]
    )
    return {
        "hidden/images.npz": npz(images=test_images[hidden], labels=test_labels[hidden]),
        **{f"public/{file}": content for file, content in public.items()},
    }


def packed_files(
    train_images: Bytes, train_labels: Bytes, test_images: Bytes, test_labels: Bytes
) -> dict[str, bytes]:
    """Four files, as Keras keeps Fashion-MNIST."""
    return {
        "fashion-mnist/t10k-images-idx3-ubyte.gz": idx_gz(test_images),
        "fashion-mnist/t10k-labels-idx1-ubyte.gz": idx_gz(test_labels),
        "fashion-mnist/train-images-idx3-ubyte.gz": idx_gz(train_images),
        "fashion-mnist/train-labels-idx1-ubyte.gz": idx_gz(train_labels),
    }


def one_archive(
    train_images: Bytes, train_labels: Bytes, test_images: Bytes, test_labels: Bytes
) -> dict[str, bytes]:
    """One archive, as Keras keeps MNIST."""
    arrays = {"x_train": train_images, "y_train": train_labels}
    return {"mnist.npz": npz(**arrays, x_test=test_images, y_test=test_labels)}


# How Keras keeps each data set.
PUBLIC = {"fashion_mnist": packed_files, "digits": one_archive}


def npz(**arrays: Bytes) -> bytes:
    """An archive of arrays; NumPy gives each member the same date, so that equal means equal."""
    archive = io.BytesIO()
    np.savez_compressed(archive, **arrays)  # type: ignore[arg-type]  # names are free
    return archive.getvalue()


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Write `files` and their sums, the latter as `sha256sum` does, to `out`/SHA256SUMS."""
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    (out / "SHA256SUMS").write_text("".join(sums))


def differences(folder: Path) -> list[str]:
    """One sentence for each file of a data set that is not as its SHA256SUMS records."""
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        return [f"{sums} is missing."]
    found = []
    for name, expected in recorded(sums.read_text()).items():
        if not (folder / name).is_file():
            found.append(f"{folder / name} is missing.")
        elif hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
            found.append(f"{folder / name} differs from its recorded SHA-256.")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("name", nargs="?", choices=ORIGINALS, help="which data set")
    parser.add_argument("folder", type=Path, nargs="?", help="holds its four original files")
    default = Path(__file__).resolve().parent.parent / "autograder" / "data"
    parser.add_argument("--out", type=Path, default=default, help="where data sets are")
    parser.add_argument("--check", action="store_true", help="compare only; needs no originals")
    options = parser.parse_args(arguments)
    if options.check == (options.folder is not None) or options.check == bool(options.name):
        parser.error("give either NAME and the FOLDER of its originals, or --check")
    if options.check:
        found = [each for name in ORIGINALS for each in differences(options.out / name)]
        told = "\n".join(found) or f"The files in {options.out} are as recorded."
        sys.stdout.write(f"{told}\n")
        return 1 if found else 0
    try:
        contents = read_originals(options.folder, ORIGINALS[options.name].sums)
        write(make(options.name, contents), options.out / options.name)
    except OriginalsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
