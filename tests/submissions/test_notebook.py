"""The text of a notebook or of `.py` files into cells of plain Python, notes and answers."""

from __future__ import annotations

import json
import warnings
from typing import Any

import nbformat
import pytest
from autograder.wire.explain import MEND_LINE
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.records import Cell, Note
from autograder.submissions import notebook
from autograder.submissions.notebook import Contents, read_notebook, read_scripts
from autograder.wire.errors import RefusedSubmission

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


def refusal(text: str) -> str:
    with pytest.raises(RefusedSubmission) as caught:
        read_notebook(text, SLUGS)
    return str(caught.value)


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
    """A magic is dropped from its cell and told in a note with the cell's number."""
    contents = read_notebook(
        as_text(("code", "x = 1"), ("code", "%matplotlib inline\ny = 2")), SLUGS
    )
    assert contents.cells[1].source == "pass\ny = 2"
    assert contents.notes == (
        Note(2, "`%matplotlib inline` was not run: IPython commands are left out while grading."),
    )


def test_broken_cell_is_told_with_line_and_cause() -> None:
    """A syntax error costs no other cell, and its note says which cell, which line and why."""
    contents = read_notebook(as_text(("code", "x = 1"), ("code", "y = 2\n\nprint((2)")), SLUGS)
    assert contents.notes == (
        Note(2, f"Cell 2 cannot be read: line 3: '(' was never closed. {MEND_LINE}"),
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
    assert [note.text[:20] for note in contents.notes] == [
        "Cell 1 was not read:",
        "Cell 2 was not read:",
    ]

    contents = read_notebook(as_text(*[("code", "#" * 150_000)] * 5), SLUGS)
    assert [cell.number for cell in contents.cells] == [1, 2, 3]

    contents = read_notebook(as_text(*[("code", "x")] * 2_001), SLUGS)
    assert len(contents.cells) == 2_000
    assert contents.notes == (Note(0, "Only the first 2,000 code cells were read; delete some."),)


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
        Note(0, "The notebook has no code cells; hand in the one that you worked in."),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<!DOCTYPE html><html></html>", "web page"),
        (as_text(("code", "x = 1"))[:-30], "not a complete notebook (it goes wrong at line"),
        ("hello", "not a complete notebook"),
        ('{"nbformat": ' + "1" * 5_000 + "}", "not a complete notebook;"),
        ("[" * 200_000, "nested too deeply"),
        ("[1, 2]", "not a notebook"),
        ('{"name": "package"}', "not a notebook"),
        ('{"nbformat": "4", "cells": []}', "not a notebook"),
        ('{"nbformat": 4}', "no list of cells"),
        ('{"nbformat": 4, "cells": {}}', "no list of cells"),
        ('{"nbformat": 2, "worksheets": []}', "old format 2"),
        ('{"nbformat": 3, "cells": []}', "old format 3"),
    ],
)
def test_other_files_are_refused(text: str, reason: str) -> None:
    """Whatever is not a notebook is refused with what it is and what to do."""
    assert reason in refusal(text)
    assert refusal(text).endswith(".")


def test_other_languages_are_refused() -> None:
    """A notebook whose kernel is not Python is refused by the language's name."""
    assert "'R'" in refusal(
        as_text(kernelspec={"language": "R", "name": "ir", "display_name": "R"})
    )
    assert "'julia'" in refusal(as_text(language_info={"name": "julia"}))
    python = {"language": "python", "name": "python3", "display_name": "Python 3"}
    read_notebook(as_text(kernelspec=python, language_info={"name": "ipython"}), SLUGS)


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
    """Several cells may answer one question; an endless answer is cut, and that is told."""
    two = [("markdown", f"<!--why: first_model-->\n{text}") for text in ("One.", "Two.\x1b[31m")]
    assert read_notebook(as_text(*two), SLUGS).answers == {"first_model": "One.\n\nTwo.[31m"}
    long = read_notebook(as_text(("markdown", "<!-- why: first_model -->" + "x" * 30_000)), SLUGS)
    assert len(long.answers["first_model"]) == 20_000
    assert (
        Note(0, "The answer to first_model is cut after 20,000 characters; shorten it.")
        in long.notes
    )


def test_each_script_is_one_cell() -> None:
    """A `.py` file is one cell named like the file, whatever `# %%` it holds."""
    contents = read_scripts([("a.py", "x = 1\n# %%\ny = 2"), ("b.py", "def f(:")])
    assert contents == Contents(
        (Cell(1, "a.py", "x = 1\n# %%\ny = 2"), Cell(2, "b.py", "def f(:")),
        (Note(2, f"b.py cannot be read: line 1: invalid syntax. {MEND_LINE}"),),
    )


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
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["code", "markdown"]), st.text(max_size=40)), max_size=4))
def test_any_cells_are_read(cells: list[tuple[str, str]]) -> None:
    """A notebook of any cells whatever is read, and every cell is there."""
    contents = read_notebook(as_text(*cells), SLUGS)
    assert len(contents.cells) == sum(kind == "code" for kind, _ in cells)
