"""A worker process: one grader in one thread, a store of its own, and trouble as data."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from autograder.cluster.hello import Hello, installed
from autograder.cluster.node import Desk, Trouble, Unfit, course_of, own_store
from autograder.grading.secret import fixed_secret
from autograder.judging.handout import Handout
from autograder.wire.errors import UsageError
from autograder.wire.tier import FULL
from tests.own_course import COURSE, NAME


def hello(**same: str) -> Hello:
    return Hello(COURSE.table, NAME, ("neurons",), fixed_secret(1), Handout(), 0.0, same)


def test_all_is_done_by_one_thread_that_stays() -> None:
    """Whoever asks: the kernel ends a worker's processes with the thread that started them."""
    desk, found = Desk(), list[Any]()
    for _count in range(2):
        asking = threading.Thread(target=lambda: found.append(desk.do(threading.get_ident)))
        asking.start()
        asking.join(60)
    assert len(found) == 2
    assert len({*found}) == 1
    assert found[0] != threading.get_ident()


def test_other_code_is_unfit_and_starts_nothing() -> None:
    """It is told by name what differs."""
    found = Desk().greet(hello(**{"code in judging": "other"}))
    assert isinstance(found, Unfit)
    assert any(reason.startswith("code in judging is ") for reason in found.reasons)
    assert any("there and missing here" in reason for reason in found.reasons)


def test_a_weaker_sandbox_is_unfit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Student code of other people's classes must find no network there, and no files."""
    asked = list[object]()

    def refuse(**options: object) -> None:
        asked.append(options)
        raise UsageError("This machine offers tier 'uid'.")

    monkeypatch.setattr("autograder.cluster.node.choose_sandbox", refuse)
    found = Desk().greet(hello(**installed(course_of(hello()))))
    assert found == Unfit(("This machine offers tier 'uid'.",))
    assert asked == [{"require": FULL}]


def test_whatever_goes_wrong_comes_back_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that raised would be a task of Dask's to try again."""

    def broken(_self: object, _hello: Hello) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("autograder.cluster.node.Grader.__init__", broken)
    found = Desk().grade(hello(), None)  # type: ignore[arg-type]
    assert found == Trouble("ZeroDivisionError: a defect")


def test_trainings_are_remembered_where_this_user_alone_can_write(tmp_path: Path) -> None:
    """All workers of a machine share the folder, and nobody else can have put anything there."""
    store = own_store(tmp_path)
    assert own_store(tmp_path) == store
    assert store.stat().st_mode & 0o777 == 0o700
    store.chmod(0o777)
    with pytest.raises(UsageError, match="not this user's alone"):
        own_store(tmp_path)
    store.rmdir()
    store.symlink_to(tmp_path)
    with pytest.raises(UsageError, match="not this user's alone"):
        own_store(tmp_path)


def test_a_worker_has_a_store_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Wherever the course's own is; the rest of the course is as it was said."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    course = course_of(hello())
    assert course.store_path == tmp_path / f"autograder-trainings-{os.getuid()}"
    assert course.table.assignments == COURSE.table.assignments
