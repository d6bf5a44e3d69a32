"""A submission in a parcel is read on the other side as it would be here."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.cluster.parcel import Entry, EntryBook, laid_out, parcel_of
from autograder.grading.entries import HandIn, Judged
from autograder.grading.grade_class import handed_in_at
from autograder.grading.gradebook import Gradebook
from autograder.records import Refusal, Submission
from autograder.submissions.intake import Source, read
from tests.grades import grade


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Gradebook]:
    with Gradebook(tmp_path / "gradebook.sqlite") as made:
        yield made


def sent(source: Source, book: Gradebook, folder: Path) -> Source:
    """The source as the other side has it."""
    # As Dask does it.
    return laid_out(pickle.loads(pickle.dumps(parcel_of(source, book, "a"))), folder)  # noqa: S301


def source_of(folder: Path, *names: str, workspace: str = "workspace") -> Source:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(f"def {Path(name).stem}():\n    return 1\n", "utf-8")
    files = tuple(folder / name for name in names)
    return Source("ada", folder, files, folder / workspace)


def test_what_is_read_is_the_same(tmp_path: Path, book: Gradebook) -> None:
    """Path, digest, cells and the time of the last change."""
    source = source_of(tmp_path / "here", "first.py", "second.py")
    there = sent(source, book, tmp_path / "there")
    assert isinstance(read(source, ["first"]), Submission)
    assert read(there, ["first"]) == read(source, ["first"])
    assert handed_in_at(there) == handed_in_at(source) is not None
    assert not {*there.files} & {*source.files}


def test_what_was_unpacked_here_has_no_time_there(tmp_path: Path, book: Gradebook) -> None:
    """Its file was made now, whenever it was handed in."""
    source = source_of(tmp_path / "here", "first.py", workspace=".")
    assert handed_in_at(source) is None
    assert handed_in_at(sent(source, book, tmp_path / "there")) is None


@pytest.mark.parametrize("kind", ["link", "missing", "large"])
def test_what_nobody_would_open_is_refused_with_the_same_words(
    kind: str, tmp_path: Path, book: Gradebook
) -> None:
    """Nothing of it is sent, and what a link points at least of all."""
    source = source_of(tmp_path / "here", "first.py")
    (file,) = source.files
    if kind == "large":
        with file.open("ab") as opened:
            opened.truncate(21 * 2**20)
    else:
        file.unlink()
    if kind == "link":
        file.symlink_to("/etc/passwd")
    here = read(source, ["first"])
    assert isinstance(here, Refusal)
    assert parcel_of(source, book, "a").now.contents == ()
    assert read(sent(source, book, tmp_path / "there"), ["first"]) == here


def test_an_unfinished_run_counts_for_its_own_hand_in_alone() -> None:
    """In another one it gets another chance, as in the gradebook itself."""
    hand_in = HandIn(7, "ada", "digest", "key", grade(student="ada"))
    kept = {"whole": object(), "cut off": object()}
    entry = Entry(hand_in, kept=kept, unfinished=frozenset({"cut off"}))  # type: ignore[arg-type]
    book = EntryBook(entry)
    assert book.kept_run(7, "ada", "cut off") is kept["cut off"]
    assert book.kept_run(0, "ada", "cut off") is None
    assert book.kept_run(0, "ada", "whole") is kept["whole"]
    assert book.kept_run(7, "ada", "other") is None


def test_attempts_before_travel_too(tmp_path: Path, book: Gradebook) -> None:
    """And what was recorded of one is what the next question finds."""
    before = source_of(tmp_path / "before", "first.py")
    source = replace(source_of(tmp_path / "here", "second.py"), earlier=(before,))
    (there,) = sent(source, book, tmp_path / "there").earlier
    assert read(there, ["first"]) == read(before, ["first"])
    entries = EntryBook(Entry(digests=frozenset({"known"})))
    assert entries.has("ada", "a", "known")
    assert not entries.has("ada", "a", "new")
    header = grade(student="ada")
    entries.add(header, "key", "a", judged=Judged())
    assert entries.latest("ada", "a") == HandIn(0, "ada", header.digest, "key", header)
    assert entries.judgings(0) == {}
