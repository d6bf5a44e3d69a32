"""Whatever is repeated in what a student controls is read in proportion to its length.

Not seconds are held to a line but how they grow: eight times as much takes about eight times as
long, and as much more memory.
"""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import strategies as st

from autograder.judging.cause import short_text
from autograder.judging.explain import explain
from autograder.records import Submission
from autograder.submissions.changed_below import changed_below
from autograder.submissions.magics import plain_cell
from autograder.submissions.notebook import Contents, read_notebook, read_scripts
from autograder.submissions.readings import ways_to_read
from autograder.submissions.slicing import analyse
from autograder.submissions.statements import statements_of
from autograder.wire.errors import EvidenceError, RefusedSubmission
from autograder.wire.frames import HEADER, JSON_LENGTH, FrameReader, decode
from autograder.wire.likeness import nearest
from tests.hostile import MOST_GROWTH, PARTS, assert_in_proportion, fuzzed

ASKED = ("f",)
LENGTH = 16_000
SMALL_BYTES = 2**20
FRAGMENTS = [
    *("a", "b1", "é", "0", "(", ")", "[", "]", "{", "}", "'", '"', '"""', "\\", "\n", " ", "    "),
    *("#", "%", "%%", "!", "?", "@", ";", ":", "=", ",", ".", "\t", "-", "*", "a=a", "a.b()", "a;"),
    *("def f():\n return a\n", "class A:\n a=1\n", "import a\n", "from a import b\n", "lambda:"),
    *("get_ipython().a()\n", "if a:\n a\n", "for a in a:\n a.a=a\n", "@a\n", "a\n", "a b\n"),
    *("%a\n", "!a\n", "?a\n", "a?\n", "%%a\n", "In [1]: ", ">>> ", "f'{", "return", "else:\n"),
    *("if __name__ == '__main__':\n a\n", "grader.check('f')\n", "raise NotImplementedError\n"),
    *("<!-- why: f -->", "<!--", "# ", "##", "Exercise 1: ", " (1 points)", "```", "[[", "]]"),
    *("# a", " for input ", " with name '", "' and path '", "Received instead:", "[Op:", "{{"),
    *("Exception encountered when calling ", "().", "<class '", "'>", ". A", ", line 1", "1 "),
    *("Arguments received by", "Label values: ", "\x1b[", "File ", "inputs received: ", "null,"),
    *("}}", "[],", "{},", '"",', "0,", '{"cell_type":"code"},', '{"$map":[]},', '"a":', "1e"),
]
units = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join)
# What stands before and behind all of it.
ends = st.sampled_from(["", *FRAGMENTS])


def read_whole(contents: Contents) -> None:
    """Everything that is done with a submission before and after it is observed."""
    work = Submission("", Path(), "", contents.cells, contents.notes)
    analysis = analyse(work.cells)
    for part in ways_to_read(work, ASKED, ASKED[0]):
        changed_below(analysis, part, ASKED)


def as_notebook(kind: str, text: str) -> None:
    """One cell."""
    cells = [{"cell_type": kind, "source": text}]
    read_whole(read_notebook(json.dumps({"nbformat": 4, "cells": cells}), ASKED))


def as_cells(text: str) -> None:
    """A cell for each line."""
    lines = text.split("\n")[:1000]
    cells = [{"cell_type": "code", "source": line} for line in lines]
    read_whole(read_notebook(json.dumps({"nbformat": 4, "cells": cells}), ASKED))


def as_json(text: str) -> None:
    """A file that may be a notebook."""
    read_notebook(f'{{"nbformat":4,"cells":[{text}0]}}', ASKED)


def as_frame(text: str) -> None:
    """A child's report."""
    tree = f"[{text}0]".encode()
    body = JSON_LENGTH.pack(len(tree)) + tree
    for each in FrameReader(2**30).feed(HEADER.pack(len(body)) + body):
        decode(each)


READERS: dict[str, Callable[[str], object]] = {
    "code": lambda text: as_notebook("code", text),
    "prose": lambda text: as_notebook("markdown", text),
    "script": lambda text: read_whole(read_scripts([("f.py", text)])),
    "cells": as_cells,
    "json": as_json,
    "frame": as_frame,
    "exception": lambda text: explain(["ValueError", "TypeError", "Exception"], text),
    "names": lambda text: nearest("abcdefgh", text.split()),
}
REMEMBERED = (plain_cell, statements_of, analyse, short_text)


def read(name: str, text: str) -> None:
    """Reads it, as if for the first time; that it may be refused is known elsewhere."""
    for function in REMEMBERED:
        function.cache_clear()
    try:
        READERS[name](text)
    except (RefusedSubmission, EvidenceError):
        return


cases = st.tuples(st.sampled_from(sorted(READERS)), ends, units, ends)


def made(case: tuple[str, str, str, str], length: int) -> str:
    _reader, before, unit, behind = case
    return before + unit * (length // len(unit)) + behind


@fuzzed(cases, often=20, seldom=60)
def test_time_grows_with_length(case: tuple[str, str, str, str]) -> None:
    """What is repeated eight times as often takes about eight times as long, not 64 times."""
    assert_in_proportion(lambda length: read(case[0], made(case, length)), LENGTH)


@pytest.mark.parametrize("unit", [" ", "#", " #", "\t"])
def test_a_title_may_have_gaps(unit: str) -> None:
    """What may follow a title is looked for once, and not behind each sign of it."""
    assert_in_proportion(lambda length: read("prose", made(("", "# a", unit, "a"), length)), LENGTH)


@fuzzed(cases, often=10, seldom=30)
def test_memory_grows_with_length(case: tuple[str, str, str, str]) -> None:
    """The same of the memory that it takes at most."""
    part, whole = (peak_bytes(case, length) for length in (LENGTH // PARTS, LENGTH))
    assert whole < MOST_GROWTH * part + SMALL_BYTES


def peak_bytes(case: tuple[str, str, str, str], length: int) -> int:
    """How many bytes of Python's memory are taken at a time while it is read."""
    text = made(case, length)
    read(case[0], text)
    gc.collect()
    gc.freeze()
    tracemalloc.start()
    read(case[0], text)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
