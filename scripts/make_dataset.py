"""Turns the four original Fashion-MNIST files into the small image set that the course ships.

    make_dataset.py FOLDER [--out OUT]    make the files anew from the originals
    make_dataset.py --check [--out OUT]   compare the files with their recorded sums

OUT is autograder/data/fashion_mnist unless given. The same originals always give the same bytes.
Exit codes: 0 done, 1 a file is not as recorded, 2 the originals are not there or not the originals.
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

import numpy as np
from numpy.typing import NDArray

# Chosen because both sets of test images are then as hard as the 10,000 they come from (see
# autograder/data/fashion_mnist/README.md): a student's own result forecasts the hidden one.
SEED = 3
TRAIN_PER_CLASS, TEST_PER_CLASS, HIDDEN_PER_CLASS = 600, 100, 100
FIRST_TEST_IMAGE = 0  # The ankle boot that Keras's own tutorial predicts; the course shows it too.

PUBLIC = "public/fashion-mnist"

Bytes = NDArray[np.uint8]
Indices = NDArray[np.int64]


class OriginalsError(Exception):
    """The originals are missing or altered; the text says which, and what to do."""


def recorded(sums: str) -> dict[str, str]:
    """The SHA-256 of each file, by its name, from the text that `sha256sum` prints."""
    return {name: total for total, name in (line.split() for line in sums.splitlines())}


ORIGINALS = recorded("""\
b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7  train-images-idx3-ubyte.gz
0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056  train-labels-idx1-ubyte.gz
cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa  t10k-images-idx3-ubyte.gz
8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05  t10k-labels-idx1-ubyte.gz
""")


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
        contents[name] = gzip.decompress(packed)
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


def make(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The course's files by their path in the data folder, from the unpacked originals."""
    train_images, train_labels, test_images, test_labels = (
        np.frombuffer(contents[name], np.uint8, offset=16 if "images" in name else 8)
        for name in ORIGINALS
    )
    generator = np.random.default_rng(SEED)
    train = select(train_labels, TRAIN_PER_CLASS, generator)
    test = select(test_labels, TEST_PER_CLASS, generator, keep=[FIRST_TEST_IMAGE])
    hidden = select(test_labels, HIDDEN_PER_CLASS, generator, without=test)
    hidden = generator.permutation(hidden)
    train_images, test_images = (a.reshape(-1, 28, 28) for a in (train_images, test_images))
    archive = io.BytesIO()
    # NumPy gives every member of the archive the same date, so these bytes repeat as well.
    np.savez_compressed(archive, images=test_images[hidden], labels=test_labels[hidden])
    return {
        "hidden/images.npz": archive.getvalue(),
        f"{PUBLIC}/t10k-images-idx3-ubyte.gz": idx_gz(test_images[test]),
        f"{PUBLIC}/t10k-labels-idx1-ubyte.gz": idx_gz(test_labels[test]),
        f"{PUBLIC}/train-images-idx3-ubyte.gz": idx_gz(train_images[train]),
        f"{PUBLIC}/train-labels-idx1-ubyte.gz": idx_gz(train_labels[train]),
    }


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Write `files` and their sums, the latter as `sha256sum` does, to `out`/SHA256SUMS."""
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    (out / "SHA256SUMS").write_text("".join(sums))


def differences(out: Path) -> list[str]:
    """One sentence for each file in `out` that is not as its SHA256SUMS records."""
    sums = out / "SHA256SUMS"
    if not sums.is_file():
        return [f"{sums} is missing."]
    found = []
    for name, expected in recorded(sums.read_text()).items():
        if not (out / name).is_file():
            found.append(f"{out / name} is missing.")
        elif hashlib.sha256((out / name).read_bytes()).hexdigest() != expected:
            found.append(f"{out / name} differs from its recorded SHA-256.")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="holds the four original files")
    default = Path(__file__).resolve().parent.parent / "autograder" / "data" / "fashion_mnist"
    parser.add_argument("--out", type=Path, default=default, help="where the course's files are")
    parser.add_argument("--check", action="store_true", help="compare only; needs no originals")
    options = parser.parse_args(arguments)
    if options.check == (options.folder is not None):
        parser.error("give either the FOLDER of the originals or --check")
    if options.check:
        found = differences(options.out)
        told = "\n".join(found) or f"The files in {options.out} are as recorded."
        sys.stdout.write(f"{told}\n")
        return 1 if found else 0
    try:
        write(make(read_originals(options.folder, ORIGINALS)), options.out)
    except OriginalsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
