"""Hostile notebooks, scripts and zips: each is a submission or refused in a sentence."""

from __future__ import annotations

import functools
import io
import json
import shutil
import struct
import tempfile
import warnings
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import strategies as st

from autograder.judging.exercise import find_exercise
from autograder.records import Refusal, Submission
from autograder.report.catalogue import english
from autograder.report.wording import said
from autograder.submissions.archive import MAX_BYTES, MAX_FOLDERS
from autograder.submissions.intake import find, read
from autograder.submissions.magics import plain_cell
from autograder.submissions.readings import ways_to_read
from autograder.wire.messages import Message, message
from tests.hostile import altered, assert_in_proportion, fuzzed, mutated, no_hang
from tests.own_course import COURSE, NAME, SLUGS
from tests.sample_class import EXPERIMENTS

ASKED = [name for slug in SLUGS for name in find_exercise("fashion_mnist", slug).asks_for]
LONGEST_REASON = 1_000


# ---- how a file is read --------------------------------------------------------------------------


def outcomes(folder: Path, name: str, content: bytes) -> list[Submission | Refusal]:
    """What becomes of a file that is handed in; nothing may change but the workspace."""
    place = Path(tempfile.mkdtemp(dir=folder))
    workspace, path = place / "workspace", place / "in" / name
    path.parent.mkdir()
    path.write_bytes(content)
    found = [read(source, SLUGS) for source in find([path], SLUGS, workspace).sources]
    assert [file.name for file in path.parent.iterdir()] == [name]
    assert path.read_bytes() == content
    assert {entry.name for entry in place.iterdir()} <= {"in", "workspace"}
    unpacked = [entry for entry in workspace.rglob("*") if not entry.is_dir()]
    assert all(entry.is_file() and not entry.is_symlink() for entry in unpacked)
    assert sum(entry.stat().st_size for entry in unpacked) <= MAX_BYTES
    # Whatever was unpacked must also go again.
    shutil.rmtree(place)
    return found


def check(found: list[Submission | Refusal]) -> None:
    """Each is refused in a sentence, or cells that what exercises need can be looked for in.

    What is said of it has words, which hold nothing that cannot be shown.
    """
    assert found
    for one in found:
        if isinstance(one, Refusal):
            check_words(one.reason)
            continue
        for reading in ways_to_read(one, ASKED, ASKED[0]):
            for piece in reading.pieces:
                compile_or_not(piece.source)
        # What is read is stored and printed.
        json.dumps([one.answers, [cell.source for cell in one.cells]]).encode()
        msgspec.json.encode(one.notes)
        for note in one.notes:
            check_words(note.message)
        "".join([cell.source for cell in one.cells]).encode()


def check_words(message: Message) -> None:
    """The catalogue has this message, and makes a whole sentence of it."""
    assert english().template(message.name) is not None
    words = said(message)
    assert words.endswith((".", "!", "?"))
    assert len(words) <= LONGEST_REASON
    assert words.isprintable()


def compile_or_not(source: str) -> None:
    """A piece is a whole statement, whatever the sandbox will say to it."""
    assert source.strip()


# ---- texts ---------------------------------------------------------------------------------------

# What Python, IPython and the grader look at, to be put together in every order.
PIECES = [
    *EXPERIMENTS, *"\n\n\n    \t\\'\"#;:,.()[]{}=%!?@*/-<>\r\f\0\v\x1b\u2028\ufeff\U0001f600éλ",
    "'''", '"""', "%%", "!!", "??", ">>> ", "In [1]: ", "...: ", "   ...: ", "get_ipython()",
    "get_ipython().run_line_magic('a', 'b')", "def build_model(units):\n    return 1\n", "x = ",
    "%time ", "%%time\n", "%%capture out\n", "%%bash\n", "class A:\n    ", "lambda: ", "if x:\n",
    "else:\n", "import numpy as np\n", "from a import *\n", "return ", "yield ", "await ", "async ",
    "print('\\d')\n", "f'{x", "f'{x!r:{y}}'", "0x", "1_", "1e999", "9" * 5000, "a.b = 3\n", "del ",
    "# -*- coding: latin-1 -*-\n", "global x\n", "nonlocal x\n", "\\N{", "'\\ud800'", "b'é'",
    "with a as b:\n", "match x:\n  case [1, *_]:\n    pass\n", "try:\n", "except* A:\n", "@", "->",
    "model.fit(images)\n", "for a in b: a.c = 1\n", "if __name__ == '__main__':\n    ",
]  # fmt: skip
sources = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=16).map("".join)
    | st.builds(str.__mul__, st.sampled_from(PIECES), st.sampled_from([50, 199, 1000]))
    | st.text(max_size=80)
)
HANDOUT = COURSE.notebook_path(NAME).read_bytes()


@functools.cache
def document() -> dict[str, Any]:
    """The notebook that students open, with some of its cells."""
    whole: dict[str, Any] = json.loads(HANDOUT)
    whole["cells"] = whole["cells"][:9]
    return whole


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | sources
    | st.text()
    | st.sampled_from(["code", "markdown", "raw", "\ud800", "<!-- why: neurons -->\nBecause", "R"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["nbformat", "cells", "worksheets", "metadata", "source", "input", "cell_type"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
written = st.lists(
    st.fixed_dictionaries(
        {"cell_type": st.sampled_from(["code", "code", "markdown", "raw"]), "source": sources}
    ),
    max_size=4,
).map(lambda cells: {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})
notebooks = (
    st.binary(max_size=200)
    | mutated([HANDOUT[:5000], HANDOUT, b'{"nbformat": 4, "cells": []}'])
    | json_values.map(lambda value: json.dumps(value).encode())
    | altered(document(), json_values).map(lambda value: json.dumps(value).encode())
    | written.map(lambda value: json.dumps(value).encode())
    | written.map(lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
)


@fuzzed(notebooks, often=250, seldom=1_000)
def test_any_notebook_is_read_or_refused(content: bytes, folder: Path) -> None:
    """Bytes, JSON, changed notebooks and cells of every kind of text have an outcome."""
    check(outcomes(folder, "ana.ipynb", content))


@fuzzed(
    sources.map(lambda text: text.encode("utf-8", "replace")) | st.binary(max_size=100),
    often=250,
    seldom=1_000,
)
def test_any_script_is_read_or_refused(content: bytes, folder: Path) -> None:
    """Text and bytes in a `.py` file have an outcome, and so do their statements."""
    check(outcomes(folder, "neurons.py", content))


@pytest.mark.parametrize(
    "text", ["x = %'''", "x = %'''\n, = a", "x = %", "= !", "%", "x(" * 199 + ")" * 199]
)
def test_no_odd_cell_stops_the_grader(text: str, tmp_path: Path) -> None:
    """Unfinished texts, and those that IPython stumbles over, are read as any other."""
    content = notebook_of(text)
    with no_hang():
        check(outcomes(tmp_path, "ana.ipynb", content))


# Of each: what stands before, what is repeated and how often, and what stands behind.
LONG = [
    ("", "x = !(\n", 2000, ""),
    ("", "%a \\\n", 5000, ""),
    ("", "?x\n", 9000, ""),
    ("", "def f(:\n", 9000, ""),
    ("", "@a\n", 9000, ""),
    ("", "x = (\n", 9000, ""),
    ("", "x.", 90_000, "y"),
    ("", "1+", 40_000, "1"),
    ("", "-", 190_000, "1"),
    ("", "'''", 60_000, ""),
    ("", "\\\n", 9_000, ""),
    ("", "a;", 40_000, ""),
    ("", "f();", 40_000, ""),
    ("def build_model(): return x\n", "x.y(build_model)\n", 4_000, ""),
    ("def build_model(): return x\n", "def f(): x.y()\n", 4_000, ""),
    ("if __name__ == '__main__':\n", " x = y(x);\n", 9_000, ""),
    ("def build_model(): return x\nx.", "y().", 20_000, "z"),
    ("def build_model(): return x\n", "exec(x);", 20_000, ""),
    ("", "@a.b(c)\n", 9_000, "def build_model(): pass"),
    ("", "get_ipython().a();", 10_000, ""),
    ("", "get_ipython().a()\n", 9_000, ""),
    ("if x:\n", " get_ipython().a()\n", 9_000, "%a"),
    ("", "%time ", 30_000, ""),
    ("", "!", 190_000, ""),
    ("", "é%", 40_000, ""),
    ("", ">>> ", 40_000, ""),
    ("", ">>> x\n", 9_000, ""),
    ("", " ", 190_000, "%a"),
    ("", " " * 20 + "\n", 9_000, "%a"),
]


@pytest.mark.parametrize(("before", "part", "count", "behind"), LONG)
def test_no_cell_keeps_the_grader_busy(
    before: str, part: str, count: int, behind: str, tmp_path: Path
) -> None:
    """Long, deep and unfinished texts take a time in proportion to their length."""

    def read_again(length: int) -> None:
        plain_cell.cache_clear()
        check(outcomes(tmp_path, "ana.ipynb", notebook_of(before + part * length + behind)))

    assert_in_proportion(read_again, count)


def notebook_of(text: str) -> bytes:
    """A notebook with one cell."""
    cells = [{"cell_type": "code", "source": text}]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}).encode()


# ---- zips ----------------------------------------------------------------------------------------


def packed(entries: list[tuple[str, bytes, int, int]]) -> bytes:
    """A zip of names, contents, kinds of file and ways to compress."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore")  # of names that occur twice
        for name, content, attributes, method in entries:
            entry = zipfile.ZipInfo(name or "x")
            entry.filename, entry.external_attr = name, attributes << 16
            archive.writestr(entry, content, compress_type=method)
    return file.getvalue()


NOTEBOOK = json.dumps({"nbformat": 4, "metadata": {}, "cells": []}).encode()
INNER = packed([("ana.ipynb", NOTEBOOK, 0o100644, zipfile.ZIP_DEFLATED)])
NAMES = [
    "ana.ipynb", "a/ana.ipynb", "neurons.py", "more_layers.py", "NEURONS.py", "b.zip", "a/", "a",
    "../b.py", "/b.py", "a/../../b.py", "..", ".", "", "/", "//b.py", "a\\b.py", "..\\b.py", "C:b",
    "C:\\b.py", "a/b/c/d/e.py", "é.py", "e\u0301.py", "a.py/b.py", "a.py", "a.py/", "\0.py",
    "b\0.py", "x" * 300 + ".py", "x/" * 300 + "b.py", "x/" * (MAX_FOLDERS - 1) + "b.py", ".b.py",
    "__MACOSX/._b.py", "\n.py", "\u202e.py", "-rf.py", "~/b.py", "$HOME.py", "con.py", "a b.PY",
]  # fmt: skip
CONTENTS = [b"", b"x = 1", NOTEBOOK, INNER, bytes(30_000), b"\xff\xfe", b"<html>"]
KINDS = [0, 0o100644, 0o40755, 0o120777, 0o10644, 0o20644, 0o140644, 0o104755]
entries = st.tuples(
    st.sampled_from(NAMES) | st.text(max_size=6),
    st.sampled_from(CONTENTS),
    st.sampled_from(KINDS),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED] * 3 + [12]),
)
zips = st.lists(entries, max_size=4).map(packed)
changed = st.tuples(zips, st.data())
REAL = [
    INNER,
    packed([(name, INNER, 0o100644, 8) for name in ("a/ana.ipynb", "b/ben.ipynb", "c/c.zip")]),
    packed([("neurons.py", b"x = 1", 0, 0), ("more_layers.py", b"y = 2\n" * 99, 0, 8)]),
]
FLAGS = [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)]
SIZES = [(b"PK\x03\x04", 18), (b"PK\x01\x02", 20), (b"PK\x01\x02", 24), (b"PK\x01\x02", 42)]


def patched(data: bytes, changes: list[tuple[tuple[bytes, int], int]]) -> bytes:
    """The zip with some of its fields saying something else, in all of its headers."""
    for (signature, offset), value in changes:
        parts = data.split(signature)
        for number, part in enumerate(parts[1:], 1):
            place = offset - len(signature)
            new = struct.pack("<I", value)[: 2 if (signature, offset) in FLAGS else 4]
            parts[number] = part[:place] + new + part[place + len(new) :]
        data = signature.join(parts)
    return data


lies = st.builds(
    patched,
    zips,
    st.lists(
        st.tuples(
            st.sampled_from(FLAGS + SIZES),
            st.sampled_from([0, 1, 8, 0x800, 0xFFFF, 2**31, 2**32 - 1]) | st.integers(0, 300),
        ),
        max_size=3,
    ),
)


@fuzzed(st.binary(max_size=200) | mutated(REAL) | zips | lies, often=250, seldom=1_000)
def test_any_zip_is_read_or_refused(content: bytes, folder: Path) -> None:
    """Bytes, changed zips, and zips with odd names, kinds, sizes and flags write only inside."""
    check(outcomes(folder, "ana.zip", content))


def bombs() -> dict[str, bytes]:
    """Zips that are small and say or hold something large."""
    zeros = packed([("ana.ipynb", bytes(60 * 2**20), 0, zipfile.ZIP_DEFLATED)])
    # Within one submission; of a class, there could be as many.
    many = packed(
        [("a/work.ipynb", b"{}", 0, 0)] + [(f"a/{n}.txt", b"", 0, 0) for n in range(2500)]
    )
    deep = packed([("x/" * 900 + "b.py", b"x = 1", 0, 0)])
    shared = bytearray(packed([(f"{number:04}.py", bytes(10**5), 0, 8) for number in range(900)]))
    # Every entry of the directory is made to name the first one's place and name.
    for number in range(900):
        shared = shared.replace(b"%04d.py" % number, b"0000.py")
    start = 0
    while (start := shared.find(b"PK\x01\x02", start)) >= 0:
        shared[start + 42 : start + 46] = bytes(4)
        start += 4
    inner = INNER
    for _level in range(20):
        inner = packed([("a.zip", inner, 0, 8)])
    return {"zeros": zeros, "many": many, "deep": deep, "shared": bytes(shared), "nested": inner}


@pytest.mark.parametrize("name", ["zeros", "many", "deep", "shared", "nested"])
def test_no_bomb_goes_off(name: str, tmp_path: Path) -> None:
    """Much in little, many, deep, overlapping and nested: refused, with nothing left behind."""
    handed_in = tmp_path / "class" / "ana.zip"
    handed_in.parent.mkdir()
    handed_in.write_bytes(bombs()[name])
    with no_hang():
        found = find([handed_in.parent], SLUGS, tmp_path / "workspace")
        check(refused := [read(source, SLUGS) for source in found.sources])
    assert [type(one) for one in refused] == [Refusal]


@pytest.mark.parametrize("name", ["zeros", "deep", "shared", "nested"])
def test_no_bomb_that_an_instructor_names_goes_off(name: str, tmp_path: Path) -> None:
    """The same where the zip could be a class's, which may hold many files."""
    with no_hang():
        check(refused := outcomes(tmp_path, "ana.zip", bombs()[name]))
    assert [type(one) for one in refused] == [Refusal]


@pytest.mark.parametrize("folders", [MAX_FOLDERS - 1, MAX_FOLDERS, 400, 980, 1990])
def test_only_so_many_folders_in_each_other(folders: int, tmp_path: Path) -> None:
    """A path of more folders than can be cleaned up for certain is refused by name."""
    content = packed([("x/" * folders + "b.py", b"x = 1", 0, 0)])
    (found,) = outcomes(tmp_path, "ana.zip", content)
    if folders < MAX_FOLDERS:
        # Deeper than work is looked for, but unpacked.
        assert isinstance(found, Submission)
    else:
        assert isinstance(found, Refusal)
        reason = message("zip.many_folders", most=MAX_FOLDERS)
        assert found.reason == message("zip.perhaps_a_class", reason=reason)
