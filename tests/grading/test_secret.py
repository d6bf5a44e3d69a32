"""The secret of a class, and the seeds that come from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.plan import prepare_exercise
from autograder.grading.secret import GIVEN_SETS, Secret, fixed_secret, read_secret, secret_in
from autograder.wire.errors import UsageError
from autograder.wire.frames import encode

COURSE = find_course(Path(__file__))
NAME = "fashion_mnist"
SLUGS = COURSE.table.assignments[NAME].exercises


def test_the_first_run_makes_it_and_the_next_ones_read_it(tmp_path: Path) -> None:
    """It is a file that its owner alone may read, and is not the same in two folders."""
    made = secret_in(tmp_path / "new")
    assert secret_in(tmp_path / "new") == made
    assert (tmp_path / "new" / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["secret"]
    assert secret_in(tmp_path / "other") != made


@pytest.mark.parametrize("written", [b"", b"0" * 63, b"g" * 64, b"0" * 66, b"\xff" * 64])
def test_a_damaged_one_is_refused(tmp_path: Path, written: bytes) -> None:
    """Grades made with half a secret could not be made again."""
    (tmp_path / "secret").write_bytes(written)
    with pytest.raises(UsageError, match="is damaged"):
        secret_in(tmp_path)


def test_a_missing_one_is_refused_where_none_is_made(tmp_path: Path) -> None:
    """Gradescope's grader has that of its zip, or none."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_secret(tmp_path / "secret")


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    """The message says where."""
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        secret_in(tmp_path / "file")


def seeds_of(secret: Secret) -> list[int]:
    found = [secret.trainer_seed]
    for slug in SLUGS:
        found += [secret.child_seed(slug), secret.hidden_seed(slug)]
        found += [secret.given_seed(slug, number) for number in range(GIVEN_SETS)]
    return found


def test_no_two_seeds_are_alike() -> None:
    """Who knows what the child is told knows nothing of hidden images, nor of other sets."""
    every = [*seeds_of(fixed_secret(1)), *seeds_of(fixed_secret(2))]
    assert len(set(every)) == len(every)
    assert seeds_of(fixed_secret(1)) == seeds_of(fixed_secret(1))


def test_its_name_and_its_words_tell_nothing_of_it() -> None:
    """What a gradebook and a traceback show is a digest."""
    secret = fixed_secret(1)
    assert secret.key.hex() not in f"{secret!r} {secret.name}"
    assert secret.name != fixed_secret(2).name


def test_another_submission_gets_another_set() -> None:
    """A few dozen submissions have most of the sets between them; the same one has its own."""
    secret = fixed_secret(1)
    sets = {secret.set_of("neurons", f"digest {number}") for number in range(10 * GIVEN_SETS)}
    assert sets == set(range(GIVEN_SETS))
    assert secret.set_of("neurons", "one") == secret.set_of("neurons", "one")


@pytest.mark.parametrize("slug", SLUGS)
def test_given_values_differ_between_submissions_and_nothing_else_does(slug: str) -> None:
    """Hidden images are the same for all, and each set is made once."""
    task = prepare_exercise(COURSE, NAME, slug)
    made = [task.for_submission(str(number)) for number in range(12)]
    if task.truth.given:
        assert len({encode(dict(one.truth.given)) for one in made}) > 1
    for one in made:
        assert one.truth.hidden_images is task.truth.hidden_images
        assert one.truth.hidden_labels is task.truth.hidden_labels
        assert replace(one, truth=task.truth) == task
    assert task.for_submission("3").truth is made[3].truth
