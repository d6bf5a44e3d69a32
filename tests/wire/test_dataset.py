"""What students may see: the images in a Keras home, and how notebooks come to use them."""

from __future__ import annotations

import gzip
import os
import struct
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from autograder.course import find_course
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from autograder.wire import dataset
from autograder.wire.errors import CourseError, UsageError
from autograder.wire.protocol import Job, Limits, ProbeSource

FASHION = dataset.data_set("fashion_mnist")
NAMES = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
PLACE = Path("datasets", "fashion-mnist")
SHAPES = ((3, 28, 28), (3,), (2, 28, 28), (2,))


def write_idx(path: Path, shape: tuple[int, ...], content: bytes | None = None) -> None:
    header = struct.pack(f">HBB{len(shape)}I", 0, 8, len(shape), *shape)
    items = bytes(int(np.prod(shape))) if content is None else content
    path.write_bytes(gzip.compress(header + items))


def fake_home(home: Path) -> Path:
    """A Keras home with three training and two test images, all zero."""
    folder = home / PLACE
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
    images = dataset.course_images("fashion_mnist")
    assert images.train_images.shape == (6000, 28, 28)
    assert images.test_images.shape == (1000, 28, 28)
    assert np.bincount(images.train_labels).tolist() == [600] * 10
    assert np.bincount(images.test_labels).tolist() == [100] * 10
    assert len(FASHION.classes) == 10


def test_the_first_test_image_is_the_ankle_boot() -> None:
    """Public test image 0 is the original's, labelled 9."""
    images = dataset.course_images("fashion_mnist")
    assert FASHION.classes[images.test_labels[0]] == "Ankle boot"
    assert int(images.test_images[0].sum()) == 33456


def test_a_notebook_loads_them_in_another_order() -> None:
    """Keras has the same images and labels, and none that a probe is given is at its own place."""
    ours = dataset.load(FASHION.public)
    pixels = gzip.decompress((FASHION.public / "train-images-idx3-ubyte.gz").read_bytes())[16:]
    classes = gzip.decompress((FASHION.public / "train-labels-idx1-ubyte.gz").read_bytes())[8:]
    images = np.frombuffer(pixels, np.uint8).reshape(6000, 28, 28)
    labels = np.frombuffer(classes, np.uint8)
    assert np.array_equal(np.roll(ours.train_images, dataset.FIRST_GIVEN, axis=0), images)
    assert np.array_equal(np.roll(ours.train_labels, dataset.FIRST_GIVEN, axis=0), labels)
    assert (ours.train_images != images).any(axis=(1, 2)).all()


def test_arrays_are_bytes_that_cannot_be_written(tmp_path: Path) -> None:
    """All four arrays are uint8 and read-only, so nobody changes the data set by accident."""
    images = dataset.load(fake_home(tmp_path) / PLACE)
    for array in (images.train_images, images.train_labels, images.test_images, images.test_labels):
        assert array.dtype == np.uint8
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_subset_is_the_packaged_data_set() -> None:
    """The setting "subset" names what this package has."""
    assert dataset.images_at(FASHION, "subset") == FASHION.public


def test_keras_is_the_home_in_the_environment(tmp_path: Path) -> None:
    """The setting "keras" names the folder in KERAS_HOME when that is set."""
    home = fake_home(tmp_path)
    assert dataset.images_at(FASHION, "keras", {"KERAS_HOME": str(home)}) == home / PLACE


def test_keras_without_images_says_how_to_get_them(tmp_path: Path) -> None:
    """The setting "keras" without downloaded images is refused with the call that gets them."""
    with pytest.raises(UsageError, match=r"load_data\(\)` of Fashion-MNIST with a network"):
        dataset.images_at(FASHION, "keras", {"KERAS_HOME": str(tmp_path)})


def test_anything_else_is_a_folder(tmp_path: Path) -> None:
    """Any other setting is the path of a Keras home."""
    assert dataset.images_at(FASHION, str(fake_home(tmp_path))) == tmp_path / PLACE


def test_a_folder_without_images_is_refused(tmp_path: Path) -> None:
    """A folder that lacks a file is refused, with the file's name and where to put it."""
    home = fake_home(tmp_path)
    lost = home / PLACE / "t10k-labels-idx1-ubyte.gz"
    lost.unlink()
    with pytest.raises(
        UsageError, match=r"lacks fashion-mnist/t10k-labels-idx1-ubyte\.gz\. Put the original"
    ) as caught:
        dataset.images_at(FASHION, str(home))
    assert str(lost.parent.parent) in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no gzip", "cannot be read"),
        (gzip.compress(b"some bytes")[:-6], "cannot be read"),
        (gzip.compress(b""), "not an IDX file"),
        (gzip.compress(struct.pack(">I", 0x0801) + bytes(4)), "not an IDX file"),
        (gzip.compress(struct.pack(">4I", 0x0C03, 0, 28, 28)), "not an IDX file"),
        (gzip.compress(struct.pack(">4I", 0x0803, 3, 28, 28) + bytes(5)), "5 bytes|21 bytes"),
    ],
    ids=["not gzip", "cut short", "empty", "labels", "floats", "too few"],
)
def test_a_file_that_is_not_idx_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """A file that is not packed IDX images of the right size is refused by name, with a reason."""
    home = fake_home(tmp_path)
    (home / PLACE / "train-images-idx3-ubyte.gz").write_bytes(content)
    with pytest.raises(UsageError, match=f"train-images-idx3-ubyte.gz .*({reason})"):
        dataset.load(home / PLACE)


def test_labels_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    """Labels of another number than the images are refused."""
    folder = fake_home(tmp_path) / PLACE
    write_idx(folder / "train-labels-idx1-ubyte.gz", (4,))
    with pytest.raises(UsageError, match="do not belong together"):
        dataset.load(folder)


@pytest.mark.parametrize(
    ("name", "shape", "content", "words"),
    [
        ("train-labels-idx1-ubyte.gz", (3,), bytes((0, 9, 10)), "labels up to 10"),
        ("train-images-idx3-ubyte.gz", (3, 10, 10), None, r"shapes \(10, 10\), \(28, 28\)"),
    ],
)
def test_images_of_another_kind_are_refused(
    tmp_path: Path, name: str, shape: tuple[int, ...], content: bytes | None, words: str
) -> None:
    """What has other classes or another size than the data set that is named is refused."""
    write_idx(fake_home(tmp_path) / PLACE / name, shape, content)
    with pytest.raises(UsageError, match=f"does not hold Fashion-MNIST: .*{words}"):
        dataset.course_images("fashion_mnist", str(tmp_path))


def test_a_data_set_that_is_not_there_is_refused() -> None:
    """The error says where it is looked for, and which there are."""
    with pytest.raises(CourseError, match=r"'typo': .*typo/dataset\.toml.* has: .*fashion_mnist"):
        dataset.data_set("typo")


def test_every_data_set_says_what_it_is() -> None:
    """Each has its images, a licence, an account of where it is from, and the files' digests."""
    assert dataset.data_sets()
    for about in dataset.data_sets():
        images = dataset.course_images(about.name)
        assert len(images.train_images) == len(images.train_labels)
        folder = dataset.DATA / about.name
        assert {"LICENSE", "README.md", "SHA256SUMS"} < {path.name for path in folder.iterdir()}
        assert "licence" in about.credit


def test_every_assignment_has_a_data_set_of_this_package_or_none() -> None:
    """The course's own file names no data set that is not there."""
    there = {about.name for about in dataset.data_sets()}
    assert {table.data for table in find_course(Path(__file__)).table.assignments.values()} <= {
        *there,
        "",
    }


def test_a_linked_home_holds_the_same_images(tmp_path: Path) -> None:
    """A home linked to another gives that one's images and is itself another folder."""
    linked = dataset.linked_home([FASHION.public], tmp_path)
    assert linked == tmp_path
    assert len(dataset.load(linked / PLACE).train_images) == 6000


def test_where_links_are_forbidden_a_home_has_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On systems where not everybody may make links the images are copied."""
    monkeypatch.setattr(Path, "symlink_to", _no_link)
    dataset.linked_home([FASHION.public], tmp_path)
    assert not (tmp_path / PLACE).is_symlink()
    assert len(dataset.load(tmp_path / PLACE).train_images) == 6000


def _no_link(*_arguments: object) -> None:
    raise OSError


def archive(path: Path, **changed: np.ndarray) -> Path:
    """A data set in one file, with some of its arrays replaced."""
    images, labels = np.zeros((3, 28, 28), np.uint8), np.arange(3, dtype=np.uint8)
    arrays = {"x_train": images, "y_train": labels, "x_test": images, "y_test": labels}
    np.savez(path, **(arrays | changed))
    return path


def test_an_archive_is_a_data_set_too(tmp_path: Path) -> None:
    """Four arrays in one file are read like four files; they cannot be written to."""
    images = dataset.load(archive(tmp_path / "some.npz"))
    assert images.train_images.shape == (3, 28, 28)
    assert sorted(images.train_labels) == [0, 1, 2]
    with pytest.raises(ValueError, match="read-only"):
        images.test_images[0] = 1


def test_an_archive_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    """No archive, one without all arrays, and one of other numbers are refused by name."""
    path = tmp_path / "some.npz"
    path.write_bytes(b"no archive")
    with pytest.raises(UsageError, match=r"some\.npz cannot be read"):
        dataset.load(path)
    np.savez(path, x_train=np.zeros(3))
    with pytest.raises(UsageError, match="y_train"):
        dataset.load(path)
    with pytest.raises(UsageError, match="no bytes but float64"):
        dataset.load(archive(path, x_test=np.zeros((3, 28, 28))))


USE = "import os; from autograder.wire.dataset import use_course_images; use_course_images(); "


def test_the_course_images_come_without_tensorflow(tmp_path: Path) -> None:
    """use_course_images() sets KERAS_HOME and does not import Keras."""
    see = "import sys; there = os.listdir(os.environ['KERAS_HOME'] + '/datasets')\n"
    see += "print(there, 'keras' in sys.modules)"
    told = run_python(USE + see, tmp_path)
    assert "fashion-mnist" in told
    assert told.endswith("False")


def test_a_chosen_home_is_left_alone(tmp_path: Path) -> None:
    """use_course_images() leaves KERAS_HOME as the user set it."""
    told = run_python(USE + "print(os.environ['KERAS_HOME'])", tmp_path, KERAS_HOME="mine")
    assert told == "mine"


def test_a_downloaded_data_set_is_preferred(tmp_path: Path) -> None:
    """use_course_images() changes nothing when Keras's own cache already has all data sets."""
    (tmp_path / ".keras").mkdir()
    dataset.copied_home([one.public for one in dataset.data_sets()], tmp_path / ".keras")
    assert run_python(USE + "print('KERAS_HOME' in os.environ)", tmp_path) == "False"


LOAD = """
(x, y), (test_x, test_y) = tf.keras.datasets.fashion_mnist.load_data()
print(x.shape, y.shape, test_x.shape, test_y[0])
"""
# Keras knows the digest of the whole of this one, and none is to be had without a network.
LOAD_BOTH = f"""{LOAD}
(x, y), (test_x, test_y) = tf.keras.datasets.mnist.load_data()
print(x.shape, y.shape, test_x.shape, test_y[:3].tolist())
try:
    tf.keras.utils.get_file("another", "file:///nowhere", file_hash="0" * 64)
except Exception as error:
    print("not ours")
"""


@pytest.mark.slow
@pytest.mark.parametrize("order", ["before", "after"])
def test_keras_loads_the_course_images(tmp_path: Path, order: str) -> None:
    """Keras's load_data() answers with each subset, called before or after importing TensorFlow."""
    use = "from autograder.wire.dataset import use_course_images; use_course_images()"
    load = "import tensorflow as tf"
    steps = (use, load) if order == "before" else (load, use)
    told = run_python("\n".join(steps) + LOAD_BOTH, tmp_path)
    clothes, digits, *_progress, refused = told.splitlines()
    assert clothes == "(6000, 28, 28) (6000,) (1000, 28, 28) 9"
    assert digits == "(6000, 28, 28) (6000,) (1000, 28, 28) [7, 1, 9]"
    assert refused == "not ours"


@pytest.mark.slow
def test_keras_loads_from_a_linked_home(tmp_path: Path) -> None:
    """Keras's load_data() reads through the link of a linked home and downloads nothing."""
    (tmp_path / "linked").mkdir()
    home = dataset.linked_home([FASHION.public], tmp_path / "linked")
    told = run_python("import tensorflow as tf" + LOAD, tmp_path, KERAS_HOME=str(home))
    assert told == "(6000, 28, 28) (6000,) (1000, 28, 28) 9"


PROBE = """
def see(student, given):
    import keras

    (images, labels), (test_images, test_labels) = keras.datasets.mnist.load_data()
    clothes = keras.datasets.fashion_mnist.load_data()[1][1]
    return {
        "given": [int(label) for label in given.train_labels[:3]],
        "loaded": [len(images), int(test_labels[0]), int(clothes[0])],
    }
"""


@pytest.mark.slow
def test_a_job_is_given_its_own_data_set_and_may_load_all() -> None:
    """In the sandbox, probes are given their assignment's; `load_data()` needs no network."""
    sets = dataset.data_sets()
    setup = Setup(choose_sandbox(allow_unsandboxed=False), tuple(one.public for one in sets))
    limits = Limits(wall_seconds=60, cpu_seconds=30, memory_mb=2500, output_mb=1, evidence_mb=1)
    probes = (ProbeSource("see", PROBE),)
    jobs = [Job(one.name, (), probes, {}, 7, limits, data=one.place) for one in sets]
    jobs.append(Job("none", (), probes, {}, 7, limits))
    with closing(Runner(setup)) as runner:
        *seen, without = runner.observe(jobs)
    for one, each in zip(sets, seen, strict=True):
        labels = dataset.course_images(one.name).train_labels[:3]
        values = each.evidence["see"]["values"]
        assert values["given"] == labels.tolist()
        assert values["loaded"] == [6000, 7, 9]
    assert "AttributeError" in str(without.crashes["see"].problem["raised"].types)
