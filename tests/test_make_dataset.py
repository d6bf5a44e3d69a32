"""What `scripts/make_dataset.py` selects, writes, refuses and checks, on small made-up files."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "autograder" / "data"


def script() -> ModuleType:
    path = ROOT / "scripts" / "make_dataset.py"
    specification = importlib.util.spec_from_file_location("make_dataset", path)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


make_dataset = script()
LABELS = np.tile(np.arange(10, dtype=np.uint8), 30)[::-1]  # 9, 8, ... 0, thirty times over.


def fake_contents(suffix: str = ".gz") -> dict[str, bytes]:
    """Unpacked files in the originals' form, just large enough: image i is filled with i % 251."""
    contents = {}
    for part, per_class in (("train", 601), ("t10k", 201)):
        labels = np.tile(np.arange(10, dtype=np.uint8)[::-1], per_class)
        images = np.repeat((np.arange(len(labels)) % 251).astype(np.uint8), 28 * 28)
        contents[f"{part}-images-idx3-ubyte{suffix}"] = bytes(16) + images.tobytes()
        contents[f"{part}-labels-idx1-ubyte{suffix}"] = bytes(8) + labels.tobytes()
    return contents


def test_selects_the_same_number_of_each_class_in_order() -> None:
    """A selection holds exactly `per_class` items of each class, in the original order."""
    chosen = make_dataset.select(LABELS, 7, np.random.default_rng(1))
    assert np.bincount(LABELS[chosen]).tolist() == [7] * 10
    assert np.all(np.diff(chosen) > 0)


def test_keeps_what_it_is_told_to_keep() -> None:
    """An item to keep is always selected and counts towards its class."""
    for seed in range(20):
        chosen = make_dataset.select(LABELS, 2, np.random.default_rng(seed), keep=[0])
        assert chosen[0] == 0
        assert len(chosen) == 20


def test_leaves_out_what_it_is_told_to_leave_out() -> None:
    """A second selection without the first shares nothing with it, even when all is used up."""
    generator = np.random.default_rng(1)
    first = make_dataset.select(LABELS, 15, generator)
    second = make_dataset.select(LABELS, 15, generator, without=first)
    assert sorted([*first, *second]) == list(range(300))


def test_same_seed_selects_the_same() -> None:
    """Selections depend on the generator's seed and on nothing else."""
    one, same, other = (make_dataset.select(LABELS, 5, np.random.default_rng(s)) for s in (1, 1, 2))
    assert one.tolist() == same.tolist() != other.tolist()


def test_packed_files_carry_neither_time_nor_name() -> None:
    """A packed file's gzip header has no flags and a time of zero; inside is header, then items."""
    packed = make_dataset.idx_gz(np.array([[1, 2, 3]], np.uint8))
    assert packed[3:8] == bytes(5)
    assert gzip.decompress(packed) == bytes((0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3))


@pytest.mark.parametrize(("name", "suffix"), [("fashion_mnist", ".gz"), ("digits", "")])
def test_makes_the_same_bytes_every_time(name: str, suffix: str) -> None:
    """Two runs over equal originals give equal files."""
    contents = fake_contents(suffix)
    assert make_dataset.make(name, contents) == make_dataset.make(name, dict(contents))


def test_an_archive_holds_what_keras_reads() -> None:
    """Digits are one file of four arrays, as many of each class as there should be."""
    made = make_dataset.make("digits", fake_contents(""))
    with np.load(io.BytesIO(made["public/mnist.npz"])) as archive:
        arrays = {name: archive[name] for name in archive.files}
    assert {name: array.shape for name, array in arrays.items()} == {
        "x_train": (6000, 28, 28),
        "y_train": (6000,),
        "x_test": (1000, 28, 28),
        "y_test": (1000,),
    }
    assert np.bincount(arrays["y_train"]).tolist() == [600] * 10


def test_check_agrees_with_what_was_written(tmp_path: Path) -> None:
    """`--check` finds freshly written files in order, without the originals, and exits with 0."""
    for name in make_dataset.ORIGINALS:
        make_dataset.write({"some/file": b"bytes"}, tmp_path / name)
    assert make_dataset.main(["--check", "--out", str(tmp_path)]) == 0


def test_check_names_altered_and_missing_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` names each altered and each missing file and exits with 1."""
    folder = tmp_path / "digits"
    make_dataset.write({"kept": b"1", "altered": b"2", "lost": b"3"}, folder)
    (folder / "altered").write_bytes(b"other")
    (folder / "lost").unlink()
    assert make_dataset.main(["--check", "--out", str(tmp_path)]) == 1
    output = capsys.readouterr().out
    assert "altered differs" in output
    assert "lost is missing" in output
    assert "kept" not in output


def test_check_without_recorded_sums_fails(tmp_path: Path) -> None:
    """`--check` of a folder without SHA256SUMS exits with 1: absence never passes."""
    assert make_dataset.main(["--check", "--out", str(tmp_path)]) == 1


def test_missing_originals_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the originals nothing is written, the missing file is named, the exit code is 2."""
    assert make_dataset.main(["fashion_mnist", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "has no file train-images-idx3-ubyte.gz" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_altered_originals_are_refused(tmp_path: Path) -> None:
    """A file that is not the original is refused with its own and the expected sum."""
    (tmp_path / "labels.gz").write_bytes(gzip.compress(b"other"))
    with pytest.raises(make_dataset.OriginalsError, match=r"is not the original.*expected 00"):
        make_dataset.read_originals(tmp_path, {"labels.gz": "00"})


def test_right_originals_are_unpacked(tmp_path: Path) -> None:
    """A file whose SHA-256 is the expected one is read and unpacked."""
    packed = gzip.compress(b"labels")
    (tmp_path / "labels.gz").write_bytes(packed)
    sums = {"labels.gz": hashlib.sha256(packed).hexdigest()}
    assert make_dataset.read_originals(tmp_path, sums) == {"labels.gz": b"labels"}


@pytest.mark.parametrize(
    "arguments", [[], ["digits"], ["digits", "folder", "--check"], ["typo", "folder"]]
)
def test_needs_either_a_folder_or_check(arguments: list[str]) -> None:
    """Neither or both of them, and a data set that is none, are usage errors with exit code 2."""
    with pytest.raises(SystemExit) as caught:
        make_dataset.main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize("name", make_dataset.ORIGINALS)
def test_shipped_files_are_as_recorded(name: str) -> None:
    """Every file that the package ships is the one that SHA256SUMS records, and none is extra."""
    folder = DATA / name
    assert make_dataset.differences(folder) == []
    recorded = set(make_dataset.recorded((folder / "SHA256SUMS").read_text()))
    shipped = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert shipped == recorded | {"LICENSE", "README.md", "SHA256SUMS", "dataset.toml"}


@pytest.mark.parametrize("name", make_dataset.ORIGINALS)
def test_readme_repeats_every_sum(name: str) -> None:
    """README.md quotes the sums of the originals and of every file made from them."""
    readme = (DATA / name / "README.md").read_text()
    made = make_dataset.recorded((DATA / name / "SHA256SUMS").read_text())
    originals = make_dataset.ORIGINALS[name].sums
    assert all(total in readme for total in [*originals.values(), *made.values()])
