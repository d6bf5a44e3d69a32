"""The text of a notebook's code cell into plain Python on the same lines, and what was left out."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.submissions.magics import plain_cell, plain_script
from autograder.wire.messages import Message, message


def test_plain_python_stays_as_it_is() -> None:
    """A cell without magics is not touched, even where `%` starts a line of an expression."""
    text = "x = (7\n% 4)\ns = '''\n%time\n!ls\n'''  # what? 50%!\n"
    assert plain_cell(text).source == text
    assert plain_cell(text).left_out == ()


@pytest.mark.parametrize(
    ("text", "source", "left_out"),
    [
        (
            "!pip install seaborn\nx = 1",
            "pass\nx = 1",
            message("cell.shell", command="!pip install seaborn"),
        ),
        (
            "%matplotlib inline\nx = 1",
            "pass\nx = 1",
            message("cell.ipython", command="%matplotlib inline"),
        ),
        (
            "x = 1\nx?\ny = 2",
            "x = 1\npass\ny = 2",
            message("cell.help", command="x?"),
        ),
        (
            "?x",
            "pass",
            message("cell.help", command="?x"),
        ),
        (
            "files = !ls\ny = 2",
            "pass\ny = 2",
            message("cell.shell", command="files = !ls"),
        ),
        (
            "name = %pwd\ny = 2",
            "pass\ny = 2",
            message("cell.ipython", command="name = %pwd"),
        ),
    ],
    ids=str,
)
def test_line_magic_is_replaced_and_named(text: str, source: str, left_out: Message) -> None:
    """A magic, shell escape or request for help becomes `pass` on its line, and a message."""
    cell = plain_cell(text)
    assert cell.source == source
    assert cell.left_out == (left_out,)
    assert cell.fault is None


def test_nested_magic_leaves_its_block_whole() -> None:
    """Within `if` and `def` the replacement keeps the indentation, so the block stays valid."""
    cell = plain_cell("if True:\n    !ls data\ndef f():\n\t%time\n\treturn 1")
    assert cell.source == "if True:\n    pass\ndef f():\n\tpass\n\treturn 1"
    assert cell.fault is None


def test_open_bracket_in_a_shell_command_hides_nothing() -> None:
    """A command with an open bracket or quote does not hide the magics after it."""
    cell = plain_cell("!echo (\n!echo 'a\n!echo [\nx = 1")
    assert cell.source == "pass\npass\npass\nx = 1"


def test_continued_command_keeps_the_line_numbers() -> None:
    """A command over several lines gives way to as many lines."""
    cell = plain_cell("\n\n!pip install \\\n  seaborn \\\n  pandas\nx = 1")
    assert cell.source == "\n\npass\n\n\nx = 1"


def test_timed_statement_is_kept() -> None:
    """`%time statement` keeps the statement, since it binds names in a notebook too."""
    cell = plain_cell("x = 0\n%time x = 1")
    assert cell.source == "x = 0\nx = 1"
    assert cell.left_out == ()


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out", "%%prun"])
def test_cell_magic_that_runs_python_keeps_the_body(magic: str) -> None:
    """The body of a timed or captured cell is ordinary code on its own lines."""
    cell = plain_cell(f"\n{magic}\n\ndef f():\n    return 1")
    assert cell.source == "\n\n\ndef f():\n    return 1"
    assert cell.left_out == ()


def test_stacked_cell_magics_are_all_removed() -> None:
    """A cell may start with several magics."""
    assert plain_cell("%%capture\n%%time\nx = 1").source == "\n\nx = 1"


@pytest.mark.parametrize(
    "magic", ["%%writefile model.py", "%%file  ./model.py ", '%%writefile "model.py"']
)
def test_a_file_that_a_cell_writes_is_known(magic: str) -> None:
    """A cell that writes a file is its text, which need not be Python; nothing is left out."""
    cell = plain_cell(f"{magic}\nx = 1\ny (")
    assert (cell.file, cell.source, cell.left_out, cell.fault) == (
        "model.py",
        "x = 1\ny (\n",
        (),
        None,
    )


@pytest.mark.parametrize("name", ["../model.py", "/etc/model.py", "a/b.py", "{name}", "", ".."])
def test_a_file_elsewhere_is_not_written(name: str) -> None:
    """Only files of plain names are, so that none lands outside of the child's own folder."""
    assert plain_cell(f"%%writefile {name}\nx = 1").file == ""


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile -a model.py", "%%unheard_of"])
def test_other_cell_magic_drops_the_cell(magic: str) -> None:
    """A cell in another language is left out, and a message names its first line."""
    cell = plain_cell(f"{magic}\nx = 1")
    assert cell.source == ""
    assert cell.left_out == (message("cell.not_python", line=magic),)


def test_pasted_prompts_and_indentation_are_forgiven() -> None:
    """What Jupyter runs, an indented cell or one pasted from a session, is read too."""
    assert plain_cell("  x = 1\n  y = 2").source == "x = 1\ny = 2"
    assert plain_cell(">>> x = 1\n>>> y = 2").source == "x = 1\ny = 2"


def test_exported_magics_are_dropped() -> None:
    """`get_ipython()` calls, which Jupyter writes into an exported `.py` file, become `pass`."""
    script = plain_script(
        "get_ipython().run_line_magic('matplotlib',\n    'inline'); x = 1\n"
        "if x:\n    é = get_ipython().getoutput('ls'); y = 2\n"
    )
    assert script.source == "pass; x = 1\n\nif x:\n    pass; y = 2\n"
    assert script.left_out == (
        message("cell.ipython", command="get_ipython().run_line_magic('matplotlib',"),
        message("cell.ipython", command="é = get_ipython().getoutput('ls')"),
    )


def test_magics_in_a_script_are_syntax_errors() -> None:
    """A `.py` file is Python, where `!ls` is no statement."""
    assert plain_script("x = 1\n!ls").fault is not None


def test_messages_are_few_and_commands_short_and_printable() -> None:
    """Commands are shown on one line, cut, without control characters; many are only counted."""
    (said,) = plain_cell("!echo \x1b[31m`" + "x" * 500).left_out
    assert said.name == "cell.shell"
    assert said.values["command"] == "!echo [31m'" + "x" * 49 + "..."
    many = plain_cell("\n".join(f"!echo {number}" for number in range(50)))
    assert len(many.left_out) == 21
    assert many.left_out[-1] == message("cell.more_left_out", count=30)


def test_ipython_is_imported_only_for_its_syntax() -> None:
    """A notebook without magics is read without importing IPython."""
    code = (
        "import sys; from autograder.submissions.magics import plain_cell\n"
        "plain_cell('x = 1 % 2'); plain_cell('x = (1')\n"
        "assert 'IPython' not in sys.modules, 'too early'\n"
        "plain_cell('%time x = 1'); assert 'IPython' in sys.modules, 'never'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


SCRAPS = st.sampled_from(
    ["%time ", "%%time\n", "!ls", "?", "\n", "    ", "x = ", "'''", '"', "(", ")", "\\\n", "\t",
     "get_ipython()", ".a", ";", "if x:", "def f():", "é", "\0", "\x0c", "\u2028", ">>> ", "..."]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(SCRAPS, st.text(max_size=5)), max_size=30).map("".join))
def test_any_text_is_read(text: str) -> None:
    """No text of a cell or script raises; what comes out is Python or a fault, never longer."""
    for plain in (plain_cell, plain_script):
        cell = plain(text)
        if cell.fault is None:
            ast.parse(cell.source)
        assert cell.source == "" or cell.source.count("\n") >= text.count("\n")
