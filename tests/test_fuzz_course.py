"""Any `course.toml`: a course, or a sentence that names the file and what is wrong in it."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from autograder.course import MOST, Course, find_course
from autograder.training.training_store import TrainingStore
from autograder.wire.errors import UsageError
from tests.hostile import altered, fuzzed, mutated
from tests.own_course import COURSE

REAL = (COURSE.root / "course.toml").read_bytes()
LONGEST_SENTENCE = 2_000
MINIMAL = 'title = "A"\n[assignments.a]\ntitle = "B"\nexercises = ["one"]\n'

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["", "\0", "one\n", "../x", "/", "child", "x" * 5000, ".", "*", "trainer\0", "~"]
)
values = st.recursive(
    st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.integers(-1, 2)
    | st.floats()
    | texts
    | st.datetimes().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


def toml(value: Any) -> str:
    """A value as TOML has it, tables on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(k))} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        signs = (c if c.isalnum() else f"\\U{ord(c):08x}" for c in value)
        return '"' + "".join(signs) + '"'
    return str(value)


def document(table: Any) -> bytes:
    """A file of these keys; anything but a table is one key's value."""
    table = table if isinstance(table, dict) else {"title": table}
    return "\n".join(f"{toml(str(k))} = {toml(v)}" for k, v in table.items()).encode()


def outcome(folder: Path, content: bytes) -> None:
    """The course, whose limits and store can be used, or a sentence about it."""
    (folder / "course.toml").write_bytes(content)
    try:
        course = find_course(folder)
    except UsageError as error:
        sentence = str(error)
    else:
        check_usable(course)
        return
    assert sentence.startswith(str(folder / "course.toml"))
    assert sentence.endswith(".")
    assert len(sentence) < LONGEST_SENTENCE + len(content)


def check_usable(course: Course) -> None:
    """Its numbers are some that a machine can have, its names some that files can have."""
    for name, assignment in course.table.assignments.items():
        for slug in assignment.exercises:
            limits = course.limits(name, slug)
            assert 0 < limits.wall_seconds * limits.evidence_mb < math.inf
            assert 0 < limits.memory_mb * limits.cpu_seconds <= MOST**2
            assert slug in str(course.stub_path(name, slug).absolute())
            assert "\n" not in slug
    assert "\0" not in str(course.store_path)


@fuzzed(
    st.binary(max_size=100) | mutated([REAL, MINIMAL.encode()]) | values.map(document),
    often=300,
    seldom=1_000,
)
def test_any_file_is_a_course_or_a_sentence(content: bytes, folder: Path) -> None:
    """Bytes, changed files and tables of anything are read or refused by name."""
    outcome(folder, content)


@fuzzed(altered(tomllib.loads(REAL.decode()), values).map(document), often=300, seldom=1_000)
def test_any_field_may_hold_anything(content: bytes, folder: Path) -> None:
    """Each field of the real file may be missing, doubled or hold any value."""
    outcome(folder, content)


def test_what_is_altered_is_the_real_file(tmp_path: Path) -> None:
    """Unaltered, the tables that are altered above are the course's own."""
    (tmp_path / "course.toml").write_bytes(document(tomllib.loads(REAL.decode())))
    assert find_course(tmp_path).table == COURSE.table


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("seed = " + "9" * 5000 + "\n" + MINIMAL, "4300 digits"),
        ("x = " + "[" * 50_000, "nested too deeply"),
        ("x = " + "[" * 3000 + "]" * 3000 + "\n" + MINIMAL, "nested too deeply"),
        (MINIMAL.replace("one", "one\\n"), "assignments"),
        (MINIMAL.replace("assignments.a", 'assignments."a\\n"'), "assignments"),
        (MINIMAL + '[training]\nstore = "\\u0000"', r"training\.store"),
        (MINIMAL + '[training]\nstore = ""', r"training\.store"),
        (MINIMAL + '[data]\nimages = "\\u0000"', r"data\.images"),
        (MINIMAL + "[training]\nstore_mb = 9999999999999", r"training\.store_mb"),
        (MINIMAL + "[limits]\nwall_seconds = inf", r"limits\.wall_seconds"),
        (MINIMAL + "[limits]\nmemory_mb = 99999999999999999999", r"limits\.memory_mb"),
        (MINIMAL + "[assignments.a.limits.one]\ncpu_seconds = 99999999999", "limits.one"),
    ],
)
def test_what_no_machine_can_hold_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """Numbers, depths and names that Python, the kernel or SQLite cannot take are named."""
    (tmp_path / "course.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=words):
        find_course(tmp_path)


def test_the_largest_store_can_be_opened(tmp_path: Path) -> None:
    """As many megabytes as a course may ask for, SQLite can count in bytes."""
    store = TrainingStore(tmp_path, MOST)
    assert store.is_empty()
    store.close()
