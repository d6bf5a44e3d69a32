"""The cells of a submission into the few statements that one exercise needs."""

from __future__ import annotations

import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.records import Cell, Slice
from autograder.submissions.notebook import Contents, read_notebook, read_scripts
from autograder.submissions.slicing import analyse, needed
from autograder.wire.messages import message
from autograder.wire.protocol import Piece
from tests.hostile import assert_in_proportion


def slice_of(*sources: str, names: str = "f") -> Slice:
    cells = tuple(Cell(number, f"cell {number}", text) for number, text in enumerate(sources, 1))
    return needed(analyse(cells), names.split())


def kept(*sources: str, names: str = "f") -> list[str]:
    return [piece.source for piece in slice_of(*sources, names=names).pieces]


def test_only_what_is_needed_is_kept() -> None:
    """A function comes with the constants, helpers and imports it uses, directly or not."""
    assert kept(
        "import numpy as np\nimport os\nSIZE = 3\nUNUSED = 4",
        "def helper(x):\n    return np.zeros(SIZE) + x",
        "def other():\n    return UNUSED",
        "def f(x):\n    return helper(x)",
    ) == [
        "import numpy as np",
        "SIZE = 3",
        "def helper(x):\n    return np.zeros(SIZE) + x",
        "def f(x):\n    return helper(x)",
    ]


def test_order_is_that_of_the_notebook() -> None:
    """What a function needs may come after it; the pieces stay in the notebook's order."""
    assert kept("def f(): return g()", "def g(): return 1") == [
        "def f(): return g()",
        "def g(): return 1",
    ]


def test_pieces_know_their_place() -> None:
    """A piece says which cell and line it starts on, its decorators included."""
    pieces = slice_of(
        "x = 1", "\nimport functools; y = 2\n\n@functools.cache\ndef f():\n    'ü'"
    ).pieces
    assert pieces == (
        Piece("cell 2", 2, "import functools"),
        Piece("cell 2", 4, "@functools.cache\ndef f():\n    'ü'"),
    )


def test_locals_need_nothing() -> None:
    """A parameter or local variable named like a global of an experiment does not pull it in."""
    assert kept("model = train()", "def f(x):\n    model = x\n    return model") == [
        "def f(x):\n    model = x\n    return model"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "labels = [2]",
        "labels += [3]",
        "labels[0] = 1",
        "labels.size = 1",
        "del labels[0]",
        "labels.append(3)",
        "for x in range(3):\n    labels.append(x)",
        "if True:\n    labels = []",
        "try:\n    labels = load()\nexcept OSError:\n    pass",
        "while not labels:\n    labels[0] = 1",
        "with open('a') as file:\n    labels = file.read()",
        "for labels in []:\n    pass",
        "def g():\n    global labels\n    labels = 1",
        "print(labels := [1])",
    ],
)
def test_what_binds_or_changes_a_needed_name_is_kept(statement: str) -> None:
    """Later bindings and changes in place count, since the last state is what a notebook has."""
    function = "def f():\n    return labels"
    assert kept("labels = [1]", statement, function) == ["labels = [1]", statement, function]


@pytest.mark.parametrize(
    "statement",
    [
        "print(labels)",
        "labels",
        "'text'",
        "len(labels)",
        "plt.plot(labels)",
        "other.fit(labels)",
        "count = labels.count(1)",
        "for a, b in zip(axes, labels):\n    a.imshow(b)",
        "if __name__ == '__main__':\n    labels = []",
        "if '__main__' == __name__:\n    labels = []",
        "pass",
    ],
)
def test_experiments_are_dropped(statement: str) -> None:
    """What only looks at a needed name, and the block for running as a program, is left out."""
    function = "def f():\n    return labels, plt"
    sources = ("import plt", "labels = [1]", "axes, other = g()", statement, function)
    assert kept(*sources) == ["import plt", "labels = [1]", function]


def test_methods_of_imports_functions_and_classes_are_dropped() -> None:
    """Calling a method changes what an assignment made; on a module or class it shows off."""
    assert kept("import plt\nclass A: pass", "plt.show()\nA.go()", "def f(): return plt, A") == [
        "import plt",
        "class A: pass",
        "def f(): return plt, A",
    ]


def test_training_of_a_model_that_is_read_is_kept() -> None:
    """A function that reads a global model gets it as the notebook leaves it: built and trained."""
    sources = ("model = build()", "history = model.fit(x)", "def f(): return model")
    assert kept(*sources) == list(sources)


def test_star_and_future_imports_are_always_kept() -> None:
    """Nobody can tell what `import *` binds, so it stays."""
    assert kept(
        "from __future__ import annotations", "from math import *", "def f(): return pi"
    ) == [
        "from __future__ import annotations",
        "from math import *",
        "def f(): return pi",
    ]


def test_every_definition_is_kept() -> None:
    """A function defined twice is there twice; the last wins, as in a notebook run once."""
    assert kept("def f(): return 1", "def f(): return 2") == [
        "def f(): return 1",
        "def f(): return 2",
    ]


def test_missing_name_gives_no_pieces() -> None:
    """A name that nothing defines needs nothing."""
    assert slice_of("x = 1") == Slice(())


def test_own_file_comes_first() -> None:
    """Where each exercise has its file, another file's name of the same kind is not mixed in."""
    cells = (
        Cell(1, "first.py", "SIZE = 1\nBASE = 5\ndef first(): return SIZE"),
        Cell(2, "second.py", "SIZE = 2\ndef second(): return SIZE + BASE"),
    )
    pieces = needed(analyse(cells), ["second"], own_file="second.py").pieces
    assert [piece.source for piece in pieces] == [
        "BASE = 5",
        "SIZE = 2",
        "def second(): return SIZE + BASE",
    ]


def test_broken_cell_is_told_where_it_matters() -> None:
    """The note on a broken cell goes to the exercises that need what it seems to define."""
    contents = read_scripts(
        [
            ("a.py", "def f(:\n    return 1"),
            ("b.py", "def g():\n    return SIZE"),
            ("c.py", "SIZE = (1"),
        ]
    )
    analysis = analyse(contents.cells)
    assert needed(analysis, ["f"], contents.notes).notes == (contents.notes[0],)
    assert needed(analysis, ["g"], contents.notes).notes == (contents.notes[1],)
    assert needed(analysis, ["h"], contents.notes).notes == ()


def test_broken_cell_loses_only_the_broken_statement() -> None:
    """Statements of a broken cell that can be read by themselves are used, on their own lines."""
    source = (
        "SIZE = 3\nprint((SIZE)\n\n@decorate\ndef f():\n    return SIZE\n\n"
        "x = [1,\n2\ndef g(): return 2\ndef h(:\n    return 1\n"
    )
    assert slice_of(source).pieces == (
        Piece("cell 1", 1, "SIZE = 3"),
        Piece("cell 1", 4, "@decorate\ndef f():\n    return SIZE"),
    )
    assert slice_of(source, names="g").pieces == (Piece("cell 1", 10, "def g(): return 2"),)
    assert slice_of(source, names="h").pieces == ()


def test_quoted_code_is_never_salvaged() -> None:
    """Code within an open text in quotes, such as an older version, does not come back to life."""
    assert kept("x = (\ny = '''\ndef f(): return 1\n'''\n", names="f") == []
    assert kept("def f(): return 1\nx = '''\ndef f(): return 2") == ["def f(): return 1"]


NOTEBOOK = [
    "!pip install seaborn\n%matplotlib inline\nimport tensorflow as tf\n"
    "from tensorflow import keras\nimport matplotlib.pyplot as plt\nimport seaborn as sns",
    "(train_images, train_labels), _ = keras.datasets.fashion_mnist.load_data()\n"
    "train_images = train_images / 255.0\nCLASSES = 10",
    "plt.figure()\nplt.imshow(train_images[0])\nplt.colorbar()\nplt.show()",
    "name = input('Your name? ')\nprint('Hello', name)",
    "def dense(units):\n    return keras.layers.Dense(units, activation='relu')",
    "%%time\ndef build_model():\n    model = keras.Sequential([\n        keras.layers.Flatten(),\n"
    "        dense(128),\n        keras.layers.Dense(CLASSES),\n    ])\n"
    "    model.compile('adam', 'sparse_categorical_crossentropy')\n    return model",
    "model = build_model()\nhistory = model.fit(train_images, train_labels, epochs=30)\n"
    "model.evaluate(train_images, train_labels)",
    "sns.lineplot(history.history['loss'])\nkeras.layers.Dense?",
    "def broken(:\n    pass",
    "def brightest():\n    return train_images.max()",
]


def contents() -> Contents:
    cells = [nbformat.v4.new_code_cell(source) for source in NOTEBOOK]
    return read_notebook(nbformat.writes(nbformat.v4.new_notebook(cells=cells)), [])


def test_real_notebook_is_reduced_to_the_exercise() -> None:
    """Of a notebook full of plots, questions, magics and training, a function's needs remain."""
    pieces = needed(analyse(contents().cells), ["build_model"]).pieces
    assert [(piece.place, piece.line) for piece in pieces] == [
        ("cell 1", 4),
        ("cell 2", 3),
        ("cell 5", 1),
        ("cell 6", 2),
    ]
    assert pieces[0].source == "from tensorflow import keras"
    assert pieces[3].source.startswith("def build_model():")


def test_real_notebook_loads_data_where_it_is_read() -> None:
    """A function that reads the images gets them loaded and scaled, without any plot."""
    pieces = needed(analyse(contents().cells), ["brightest"]).pieces
    assert [(piece.place, piece.line) for piece in pieces] == [
        ("cell 1", 4),
        ("cell 2", 1),
        ("cell 2", 2),
        ("cell 10", 1),
    ]


def test_real_notebook_tells_what_was_left_out() -> None:
    """Each magic and the broken cell have a note; the broken one goes to its exercise only."""
    read = contents()
    assert [note.cell for note in read.notes] == [1, 1, 8, 9]
    analysis = analyse(read.cells)
    (note,) = needed(analysis, ["broken"], read.notes).notes
    cause = message("cell.python_says", text="invalid syntax.")
    assert (note.cell, note.message) == (9, message("cell.unreadable", line=1, cause=cause))
    assert needed(analysis, ["build_model"], read.notes).notes == ()


def test_a_large_notebook_is_sliced_in_proportion() -> None:
    """Each cell is looked at once: twice as many cells take about twice as long."""

    def slice_for_all(count: int) -> None:
        cells = tuple(Cell(n, f"cell {n}", text_of(n)) for n in range(1, count + 1))
        for number in range(1, 9):
            assert len(needed(analyse(cells), [f"f{number}"]).pieces) == 2

    assert_in_proportion(slice_for_all, 400)


def text_of(n: int) -> str:
    """A cell with a constant, a function that needs it, and a call."""
    return f"C{n} = {n}\ndef f{n}(x):\n    return [x + C{n} for x in x]\nf{n}([1])"


WORDS = st.sampled_from(
    ["f", "x", "def f():", "class x:", "return", "=", "+=", "x[0]", "f.x", "f.x()", "(", ")", "'''",
     "\n", "\n    ", "import x", "from x import *", "global x", "lambda:", "for x in f:", "@f", ";",
     "del x", "'é'", "if x:", "else:", "\\\n", "#", "yield", "await f", "x := f", "f'{x}'", "\x0c"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.one_of(st.lists(WORDS).map(" ".join), st.text(max_size=20)), max_size=3))
def test_any_cells_are_sliced(sources: list[str]) -> None:
    """No text raises, and each piece is found in its cell at the line it names."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    document = {"nbformat": 4, "cells": cells}
    read = read_notebook(json.dumps(document), [])
    places = {cell.name: cell.source.split("\n") for cell in read.cells}
    for piece in needed(analyse(read.cells), ["f", "x"], read.notes).pieces:
        first = piece.source.split("\n")[0]
        assert first in places[piece.place][piece.line - 1]


# ---- as it stood where it was checked ------------------------------------------------------------

CHECK = 'grader.check("one")'


def in_time(*sources: str, names: str = "f") -> list[str]:
    """The pieces that count for the exercise `one`, read as it stood at its check."""
    cells = tuple(Cell(number, f"cell {number}", text) for number, text in enumerate(sources, 1))
    analysis = analyse(cells)
    pieces = needed(analysis, names.split(), until=analysis.checked["one"]).pieces
    return [piece.source for piece in pieces]


def test_a_later_namesake_does_not_count() -> None:
    """What another exercise makes of a name below the check is none of this exercise's."""
    assert in_time("def f(): return 1", CHECK, "def f(x): return 2") == ["def f(): return 1"]
    assert in_time("K = 1", "def f(): return K", CHECK, "K = 2") == ["K = 1", "def f(): return K"]


def test_what_is_written_below_counts_all_the_same() -> None:
    """A stub above the check is no answer, and a helper may stand anywhere."""
    written = "def f(): return 1"
    assert in_time("def f(): raise NotImplementedError", CHECK, written)[-1] == written
    assert in_time("def f(): return g()", CHECK, "def g(): return 1") == [
        "def f(): return g()",
        "def g(): return 1",
    ]


def test_the_last_check_counts() -> None:
    """A check that is asked for again, in whatever cell, moves the place; so does `check` alone."""
    for again in (CHECK, "x = 1\ncheck('one')"):
        assert in_time("def f(): return 1", CHECK, "def f(): return 2", again)[-1].endswith("2")


@pytest.mark.parametrize("cell", ["grader.check()", "grader.check(slug)", "check.one('one')", "1"])
def test_other_calls_are_no_check(cell: str) -> None:
    """Only a check of one named exercise says where that exercise ends."""
    assert analyse((Cell(1, "cell 1", cell),)).checked == {}
