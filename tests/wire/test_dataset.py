"""What students may see: the images in a Keras home, and how notebooks come to use them."""

from __future__ import annotations

import gzip
import os
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.wire import dataset
from autograder.wire.errors import UsageError

NAMES = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
SHAPES = ((3, 28, 28), (3,), (2, 28, 28), (2,))


def write_idx(path: Path, shape: tuple[int, ...], content: bytes | None = None) -> None:
    header = struct.pack(f">HBB{len(shape)}I", 0, 8, len(shape), *shape)
    items = bytes(int(np.prod(shape))) if content is None else content
    path.write_bytes(gzip.compress(header + items))


def fake_home(home: Path) -> Path:
    """A Keras home with three training and two test images, all zero."""
    folder = home / "datasets" / "fashion-mnist"
    folder.mkdir(parents=True)
    for name, shape in zip(NAMES, SHAPES, strict=True):
        write_idx(folder / f"{name}-ubyte.gz", shape)
    return home


def run_python(source: str, home: Path, **environment: str) -> str:
    """What `source` prints in a fresh interpreter whose user has `home` as home folder."""
    kept = {name: value for name, value in os.environ.items() if name != "KERAS_HOME"}
    threads = {"OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    paths = {"HOME": str(home), "PYTHONPATH": str(Path(dataset.__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", source],
        env=kept | threads | paths | environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_packaged_subset_is_complete_and_balanced() -> None:
    """The package ships 600 training and 100 test images of each of ten named classes."""
    images = dataset.load(dataset.PUBLIC)
    assert images.train_images.shape == (6000, 28, 28)
    assert images.test_images.shape == (1000, 28, 28)
    assert np.bincount(images.train_labels).tolist() == [600] * 10
    assert np.bincount(images.test_labels).tolist() == [100] * 10
    assert len(dataset.CLASS_NAMES) == 10


def test_the_first_test_image_is_the_ankle_boot() -> None:
    """Public test image 0 is the original's, labelled 9."""
    images = dataset.load(dataset.PUBLIC)
    assert dataset.CLASS_NAMES[images.test_labels[0]] == "Ankle boot"
    assert int(images.test_images[0].sum()) == 33456


def test_a_notebook_loads_them_in_another_order() -> None:
    """Keras has the same images and labels, and none that a probe is given is at its own place."""
    ours = dataset.load(dataset.PUBLIC)
    folder = dataset.PUBLIC / "datasets" / "fashion-mnist"
    pixels = gzip.decompress((folder / "train-images-idx3-ubyte.gz").read_bytes())[16:]
    classes = gzip.decompress((folder / "train-labels-idx1-ubyte.gz").read_bytes())[8:]
    images = np.frombuffer(pixels, np.uint8).reshape(6000, 28, 28)
    labels = np.frombuffer(classes, np.uint8)
    assert np.array_equal(np.roll(ours.train_images, dataset.FIRST_GIVEN, axis=0), images)
    assert np.array_equal(np.roll(ours.train_labels, dataset.FIRST_GIVEN, axis=0), labels)
    assert (ours.train_images != images).any(axis=(1, 2)).all()


def test_arrays_are_bytes_that_cannot_be_written(tmp_path: Path) -> None:
    """All four arrays are uint8 and read-only, so nobody changes the data set by accident."""
    images = dataset.load(fake_home(tmp_path))
    for array in (images.train_images, images.train_labels, images.test_images, images.test_labels):
        assert array.dtype == np.uint8
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_subset_is_the_packaged_home() -> None:
    """The setting "subset" names the packaged Keras home."""
    assert dataset.keras_home("subset") == dataset.PUBLIC


def test_keras_is_the_home_in_the_environment(tmp_path: Path) -> None:
    """The setting "keras" names the folder in KERAS_HOME when that is set."""
    home = fake_home(tmp_path)
    assert dataset.keras_home("keras", {"KERAS_HOME": str(home)}) == home


def test_keras_without_images_says_how_to_get_them(tmp_path: Path) -> None:
    """The setting "keras" without downloaded images is refused with the call that gets them."""
    with pytest.raises(UsageError, match=r"load_data\(\)` with a network"):
        dataset.keras_home("keras", {"KERAS_HOME": str(tmp_path)})


def test_anything_else_is_a_folder(tmp_path: Path) -> None:
    """Any other setting is the path of a Keras home."""
    assert dataset.keras_home(str(fake_home(tmp_path))) == tmp_path


def test_a_folder_without_images_is_refused(tmp_path: Path) -> None:
    """A folder that lacks a file is refused, with the file's name and where to put it."""
    home = fake_home(tmp_path)
    lost = home / "datasets" / "fashion-mnist" / "t10k-labels-idx1-ubyte.gz"
    lost.unlink()
    with pytest.raises(
        UsageError, match=r"lacks t10k-labels-idx1-ubyte\.gz\. Put the original"
    ) as caught:
        dataset.keras_home(str(home))
    assert str(lost.parent) in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no gzip", "cannot be read"),
        (gzip.compress(b"some bytes")[:-6], "cannot be read"),
        (gzip.compress(b""), "not an IDX file"),
        (gzip.compress(struct.pack(">I", 0x0801) + bytes(4)), "not an IDX file"),
        (gzip.compress(struct.pack(">4I", 0x0C03, 0, 28, 28)), "not an IDX file"),
        (gzip.compress(struct.pack(">4I", 0x0803, 1, 10, 10) + bytes(100)), "not an IDX file"),
        (gzip.compress(struct.pack(">4I", 0x0803, 3, 28, 28) + bytes(5)), "5 bytes|21 bytes"),
    ],
    ids=["not gzip", "cut short", "empty", "labels", "floats", "other size", "too few"],
)
def test_a_file_that_is_not_idx_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that is not packed IDX images of the right size is refused by name, with a reason."""
    home = fake_home(tmp_path)
    (home / "datasets" / "fashion-mnist" / "train-images-idx3-ubyte.gz").write_bytes(content)
    with pytest.raises(UsageError, match=f"train-images-idx3-ubyte.gz .*({reason})"):
        dataset.load(home)


@pytest.mark.parametrize(("shape", "content"), [((4,), bytes(4)), ((3,), bytes((0, 9, 10)))])
def test_labels_that_do_not_fit_are_refused(
    tmp_path: Path, shape: tuple[int, ...], content: bytes
) -> None:
    """Labels of another number than the images, or above 9, are refused."""
    folder = fake_home(tmp_path) / "datasets" / "fashion-mnist"
    write_idx(folder / "train-labels-idx1-ubyte.gz", shape, content)
    with pytest.raises(UsageError, match=r"two train files .* do not belong together"):
        dataset.load(tmp_path)


def test_a_linked_home_holds_the_same_images(tmp_path: Path) -> None:
    """A home linked to another gives that one's images and is itself another folder."""
    linked = dataset.linked_home(dataset.PUBLIC, tmp_path)
    assert linked == tmp_path
    assert len(dataset.load(linked).train_images) == 6000


USE = "import os; from autograder.wire.dataset import use_course_images; use_course_images(); "


def test_the_course_images_come_without_tensorflow(tmp_path: Path) -> None:
    """use_course_images() sets KERAS_HOME and does not import Keras."""
    told = run_python(
        USE + "import sys; print(os.environ['KERAS_HOME'], 'keras' in sys.modules)", tmp_path
    )
    assert told == f"{dataset.PUBLIC} False"


def test_a_chosen_home_is_left_alone(tmp_path: Path) -> None:
    """use_course_images() leaves KERAS_HOME as the user set it."""
    told = run_python(USE + "print(os.environ['KERAS_HOME'])", tmp_path, KERAS_HOME="mine")
    assert told == "mine"


def test_a_downloaded_data_set_is_preferred(tmp_path: Path) -> None:
    """use_course_images() changes nothing when Keras's own cache already has the four files."""
    fake_home(tmp_path / ".keras")
    assert run_python(USE + "print('KERAS_HOME' in os.environ)", tmp_path) == "False"


LOAD = """
(x, y), (test_x, test_y) = tf.keras.datasets.fashion_mnist.load_data()
print(x.shape, y.shape, test_x.shape, test_y[0])
"""


@pytest.mark.slow
@pytest.mark.parametrize("order", ["before", "after"])
def test_keras_loads_the_course_images(tmp_path: Path, order: str) -> None:
    """Keras's load_data() answers with the subset, called before or after importing TensorFlow."""
    use = "from autograder.wire.dataset import use_course_images; use_course_images()"
    load = "import tensorflow as tf"
    steps = (use, load) if order == "before" else (load, use)
    told = run_python("\n".join(steps) + LOAD, tmp_path)
    assert told == "(6000, 28, 28) (6000,) (1000, 28, 28) 9"


@pytest.mark.slow
def test_keras_loads_from_a_linked_home(tmp_path: Path) -> None:
    """Keras's load_data() reads through the link of a linked home and downloads nothing."""
    (tmp_path / "linked").mkdir()
    home = dataset.linked_home(dataset.PUBLIC, tmp_path / "linked")
    told = run_python("import tensorflow as tf" + LOAD, tmp_path, KERAS_HOME=str(home))
    assert told == "(6000, 28, 28) (6000,) (1000, 28, 28) 9"


@pytest.mark.slow
def test_keras_writes_nothing_into_the_package(tmp_path: Path) -> None:
    """Importing Keras with the packaged home adds no file to it."""
    before = sorted(dataset.PUBLIC.rglob("*"))
    run_python("import tensorflow as tf" + LOAD, tmp_path, KERAS_HOME=str(dataset.PUBLIC))
    assert sorted(dataset.PUBLIC.rglob("*")) == before
