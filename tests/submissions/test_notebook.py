"""The text of a notebook or of `.py` files into cells of plain Python, notes and answers."""

from __future__ import annotations

import json
import warnings
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.records import Cell, Marks, Note
from autograder.submissions import notebook
from autograder.submissions.notebook import (
    Contents,
    place_of,
    places_of,
    read_notebook,
    read_scripts,
)
from autograder.wire.errors import RefusedSubmission
from autograder.wire.messages import Message, message

SLUGS = ("first_model", "more_layers")


def as_text(*cells: tuple[str, str], **metadata: Any) -> str:
    """A notebook of the newest format, as Jupyter would save it."""
    make = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }
    made = nbformat.v4.new_notebook(
        cells=[make[kind](source) for kind, source in cells], metadata=metadata
    )
    return str(nbformat.writes(made))


def refusal(text: str) -> Message:
    with pytest.raises(RefusedSubmission) as caught:
        read_notebook(text, SLUGS)
    return caught.value.message


def test_code_cells_are_numbered_from_one() -> None:
    """Code cells count from 1, empty ones too; text between them does not count."""
    text = as_text(
        ("markdown", "# Hi"), ("code", "x = 1"), ("raw", "r"), ("code", ""), ("code", "y")
    )
    assert read_notebook(text, SLUGS).cells == (
        Cell(1, "cell 1", "x = 1"),
        Cell(2, "cell 2", ""),
        Cell(3, "cell 3", "y"),
    )


def test_magics_become_notes_on_their_cell() -> None:
    """A magic is dropped from its cell and named in a note with the cell's place."""
    contents = read_notebook(
        as_text(("code", "x = 1"), ("code", "%matplotlib inline\ny = 2")), SLUGS
    )
    assert contents.cells[1].source == "pass\ny = 2"
    assert contents.notes == (
        Note(
            2,
            message("cell.ipython", command="%matplotlib inline"),
            message("place.cell", number=2, begins="%matplotlib inline"),
        ),
    )


def test_broken_cell_has_a_note_with_line_and_cause() -> None:
    """A syntax error costs no other cell, and its note says which cell, which line and why."""
    contents = read_notebook(as_text(("code", "x = 1"), ("code", "y = 2\n\nprint((2)")), SLUGS)
    assert contents.notes == (
        Note(
            2,
            message(
                "cell.unreadable",
                line=3,
                cause=message("cell.python_says", text="'(' was never closed."),
            ),
            message("place.cell", number=2, begins="y = 2"),
        ),
    )
    assert contents.cells[0].source == "x = 1"


@pytest.mark.parametrize("source", ["a\0b", "(" * 10_000, "-" * 100_000 + "1", "x = '\ud800'("])
def test_hostile_cell_is_a_note(source: str) -> None:
    """Text made to break a parser costs its own cell only."""
    contents = read_notebook(as_text(("code", source), ("code", "x = 1")), SLUGS)
    assert [note.cell for note in contents.notes] == [1]
    assert contents.cells[-1] == Cell(2, "cell 2", "x = 1")


def test_half_of_a_surrogate_pair_is_replaced() -> None:
    """What could be neither stored nor printed later does not get past the reading."""
    contents = read_notebook(as_text(("code", "x = '\ud800'")), SLUGS)
    assert contents.cells[0].source == "x = '?'"


def test_sizes_are_capped() -> None:
    """Cells beyond the limits are left out one by one, each with a note."""
    huge = "x = 1 #" + "x" * notebook.MAX_CELL_CHARACTERS
    contents = read_notebook(as_text(("code", huge), ("code", "\n" * 20_000), ("code", "y")), SLUGS)
    assert [cell.number for cell in contents.cells] == [3]
    too_long = message("cell.too_long", characters=200_000, lines=10_000)
    assert [(note.cell, note.message) for note in contents.notes] == [(1, too_long), (2, too_long)]

    contents = read_notebook(as_text(*[("code", "#" * 150_000)] * 5), SLUGS)
    assert [cell.number for cell in contents.cells] == [1, 2, 3]
    past = message("cell.past_the_limit", characters=500_000, lines=20_000)
    assert [(note.cell, note.message) for note in contents.notes] == [(4, past), (5, past)]

    contents = read_notebook(as_text(*[("code", "x")] * 2_001), SLUGS)
    assert len(contents.cells) == 2_000
    assert contents.notes == (Note(0, message("file.many_cells", most=2_000)),)


def test_line_ends_are_those_of_the_parser() -> None:
    """Line ends of Windows and of old Macs do not shift line numbers."""
    assert read_notebook(as_text(("code", "a\r\nb\rc")), SLUGS).cells[0].source == "a\nb\nc"


def test_small_violations_of_the_format_are_forgiven() -> None:
    """Missing ids, outputs, metadata, or a source in lines: accepted, and no warning is printed."""
    document = {
        "nbformat": 4,
        "cells": [
            {"cell_type": "code", "source": ["x = 1\n", "y = 2"], "surprise": 1},
            {"cell_type": "code"},
            {"cell_type": "code", "source": 7},
            {"cell_type": "code", "source": ["z", 7]},
            "not a cell",
            {"source": "no type"},
        ],
        "metadata": None,
    }
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        contents = read_notebook(json.dumps(document), SLUGS)
    assert [cell.source for cell in contents.cells] == ["x = 1\ny = 2", "", "", "z"]
    assert seen == []


def test_format_3_is_read() -> None:
    """A notebook from before 2015, with worksheets, holds the same cells."""
    document = {
        "nbformat": 3,
        "metadata": {"name": ""},
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "code", "input": ["x = 1\n", "y = 2"], "language": "python"},
                    {"cell_type": "markdown", "source": "<!-- why: first_model -->\nBecause."},
                ]
            }
        ],
    }
    contents = read_notebook(json.dumps(document), SLUGS)
    assert contents.cells == (Cell(1, "cell 1", "x = 1\ny = 2"),)
    assert contents.answers == {"first_model": "Because."}


def test_notebook_without_code_says_so() -> None:
    """A notebook of text alone is graded, with a note that explains the zeros."""
    assert read_notebook(as_text(("markdown", "hello")), SLUGS).notes == (
        Note(0, message("file.no_code")),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", message("file.empty")),
        (" \n", message("file.empty")),
        ("<!DOCTYPE html><html></html>", message("file.web_page")),
        (as_text(("code", "x = 1"))[:-30], message("file.incomplete_at", line=15)),
        ("hello", message("file.incomplete_at", line=1)),
        ('{"nbformat": ' + "1" * 5_000 + "}", message("file.incomplete")),
        ("[" * 200_000, message("file.nested")),
        ("[1, 2]", message("file.other_json")),
        ('{"name": "package"}', message("file.other_json")),
        ('{"nbformat": "4", "cells": []}', message("file.other_json")),
        ('{"nbformat": 4}', message("file.no_cells")),
        ('{"nbformat": 4, "cells": {}}', message("file.no_cells")),
        ('{"nbformat": 2, "worksheets": []}', message("file.old_format", format=2)),
        ('{"nbformat": 3, "cells": []}', message("file.old_format", format=3)),
    ],
    ids=lambda value: str(value)[:40],
)
def test_other_files_are_refused(text: str, reason: Message) -> None:
    """Whatever is not a notebook is refused for what it is."""
    assert refusal(text) == reason


def test_other_languages_are_refused() -> None:
    """A notebook whose kernel is not Python is refused by the language's name."""
    r_kernel = as_text(kernelspec={"language": "R", "name": "ir", "display_name": "R"})
    assert refusal(r_kernel) == message("file.language", language="R")
    julia = message("file.language", language="julia")
    assert refusal(as_text(language_info={"name": "julia"})) == julia
    python = {"language": "python", "name": "python3", "display_name": "Python 3"}
    read_notebook(as_text(kernelspec=python, language_info={"name": "ipython"}), SLUGS)


def test_python_under_another_languages_name_is_read() -> None:
    """What defines something in Python is Python, whatever the metadata say; a remark says so."""
    r_kernel = {"language": "R", "name": "ir", "display_name": "R"}
    contents = read_notebook(
        as_text(("code", "def f():\n    return 1"), kernelspec=r_kernel), SLUGS
    )
    assert [note.message for note in contents.notes] == [
        message("file.language_taken", language="R")
    ]
    assert refusal(as_text(("code", "x <- 1"), kernelspec=r_kernel)).name == "file.language"


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_an_answer_in_a_cell_of_another_kind_is_read(kind: str) -> None:
    """A cell that is no code, holds Python and defines what no other cell does is an answer."""
    answer = "import numpy\n\ndef f():\n    return 1"
    text = as_text(
        ("code", "x = 1"), (kind, answer), (kind, "# def f\nclass probabilities are ten")
    )
    contents = read_notebook(text, SLUGS)
    assert [cell.source for cell in contents.cells] == ["x = 1", answer]
    (note,) = contents.notes
    assert (note.cell, note.message) == (2, message("cell.not_code", names=["f"]))


@pytest.mark.parametrize(
    ("kind", "other", "code"),
    [
        ("markdown", "def f():\n    return 2", "def f():\n    return 1"),
        ("markdown", "```\ndef f():\n    return 2\n```", "x = 1"),
        ("markdown", "def f(: what is wrong here?", "x = 1"),
        ("raw", "f = 1", "x = 1"),
    ],
)
def test_prose_and_old_drafts_stay_what_they_are(kind: str, other: str, code: str) -> None:
    """What is written in code counts; examples in prose, and what is no Python, are not run."""
    contents = read_notebook(as_text(("code", code), (kind, other)), SLUGS)
    assert [cell.source for cell in contents.cells] == [code]
    assert contents.notes == ()


def test_answers_are_what_the_student_wrote() -> None:
    """The text below the marker counts, without the placeholder; no text, no answer."""
    contents = read_notebook(
        as_text(
            (
                "markdown",
                "**Why?**\n<!-- why: first_model -->\n*Write your answer here.*\n\nIt fits.\n",
            ),
            ("markdown", "<!-- why: more_layers -->\n\n*Write your answer here.*\n"),
            ("markdown", "no marker"),
            ("markdown", "<!-- why: unheard_of -->\nText"),
            ("code", "# <!-- why: more_layers -->\n# Text"),
        ),
        SLUGS,
    )
    assert contents.answers == {"first_model": "It fits."}


def test_answers_to_one_question_are_joined_and_cut() -> None:
    """Several cells may answer one question; an endless answer is cut, with a note."""
    two = [("markdown", f"<!--why: first_model-->\n{text}") for text in ("One.", "Two.\x1b[31m")]
    assert read_notebook(as_text(*two), SLUGS).answers == {"first_model": "One.\n\nTwo.[31m"}
    long = read_notebook(as_text(("markdown", "<!-- why: first_model -->" + "x" * 30_000)), SLUGS)
    assert len(long.answers["first_model"]) == 20_000
    cut = message("file.long_answer", slug="first_model", characters=20_000)
    assert Note(0, cut) in long.notes


def test_each_script_is_one_cell() -> None:
    """A `.py` file is one cell named like the file, whatever `# %%` it holds."""
    scripts = [("a.py", "x = 1\n# %%\ny = 2"), ("b.py", "def f(:")]
    contents = read_scripts(scripts)
    assert contents == Contents(
        (Cell(1, "a.py", "x = 1\n# %%\ny = 2"), Cell(2, "b.py", "def f(:")),
        (
            Note(
                2,
                message(
                    "cell.unreadable",
                    line=1,
                    cause=message("cell.python_says", text="invalid syntax."),
                ),
                message("place.named", name="b.py"),
            ),
        ),
        marks=Marks(defines=("f",), assigns=("x", "y")),
        written=tuple(scripts),
    )


def test_a_place_is_a_number_and_the_first_line() -> None:
    """A cell is known by its number and the start of its first line, a file by its name."""
    long = "x = '`" + "y" * 60
    assert place_of(3, "cell 3", f"\n  \n  {long}\nz = 1") == message(
        "place.cell", number=3, begins="x = ''" + "y" * 34 + "…"
    )
    assert place_of(4, "cell 4", " \n") == message("place.cell", number=4, begins="")
    cells = [Cell(1, "cell 1", "x = 1"), Cell(2, "a.py", "x = 2")]
    assert places_of(cells) == {
        "cell 1": message("place.cell", number=1, begins="x = 1"),
        "a.py": message("place.named", name="a.py"),
    }


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["nbformat", "cells", "cell_type", "source", "metadata", "kernelspec", "language",
             "worksheets", "input", "language_info", "name"]
        ),
        inner | st.sampled_from(["code", "markdown", 4, 3]),
        max_size=5,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), JSON.map(json.dumps)))
def test_any_file_is_read_or_refused(text: str) -> None:
    """No text of a file raises anything but a refusal."""
    try:
        read_notebook(text, SLUGS)
    except RefusedSubmission as error:
        assert error.message.name.startswith("file.")  # noqa: PT017 - either outcome is right


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["code", "markdown"]), st.text(max_size=40)), max_size=4))
def test_any_cells_are_read(cells: list[tuple[str, str]]) -> None:
    """A notebook of any cells whatever is read, and every cell is there."""
    contents = read_notebook(as_text(*cells), SLUGS)
    assert len(contents.cells) == sum(kind == "code" for kind, _ in cells)


def test_statements_in_one_line_count_as_lines() -> None:
    """No line holds more statements than a cell may have lines, nor a file more than all may."""
    contents = read_notebook(as_text(("code", "a;" * 10_000), ("code", "y")), SLUGS)
    assert [cell.number for cell in contents.cells] == [2]
    contents = read_notebook(as_text(*[("code", "a;" * 9_000)] * 3, ("code", "y")), SLUGS)
    assert [cell.number for cell in contents.cells] == [1, 2, 4]


def test_a_file_of_very_many_parts_is_refused_before_it_is_parsed() -> None:
    """What takes a gigabyte as Python's objects is counted in the text."""
    cells = ",".join(["{}"] * (notebook.MAX_PARTS + 1))
    with pytest.raises(RefusedSubmission, match="many_parts"):
        read_notebook(f'{{"nbformat": 4, "cells": [{cells}]}}', SLUGS)


def test_remarks_are_capped() -> None:
    """Of very many remarks the first are said, and how many there are."""
    texts = [("code", f"!pip install number{place}") for place in range(60)]
    contents = read_notebook(as_text(*texts), SLUGS)
    assert len(contents.notes) == notebook.MAX_NOTES + 1
    assert contents.notes[-1].message == message("file.many_notes", count=10)
