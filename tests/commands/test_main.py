"""Arguments into calls: help at once, sentences instead of tracebacks, and honest exit codes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder import __version__
from autograder.commands import main
from autograder.notebooks.build import build_notebook
from tests import tiny
from tests.faults import hear_ctrl_c

COMMANDS = (
    "adjust",
    "answers",
    "build",
    "check",
    "diff",
    "discard",
    "doctor",
    "export",
    "export-student",
    "forget",
    "grade",
    "intake",
    "handout",
    "history",
    "margins",
    "merge",
    "new",
    "new-course",
    "publish",
    "rejudge",
    "requests",
    "selfcheck",
    "show",
    "similar",
    "start",
    "watch",
)
SLOW_TO_IMPORT = (
    "IPython",
    "jupytext",
    "keras",
    "matplotlib",
    "nbformat",
    "numpy",
    "rich",
    "tensorflow",
)
ROOT = Path(__file__).parents[2]
GRADE = ["grade", "a.ipynb", "--out", "out", "--allow-unsandboxed"]


@dataclass
class Done:
    """How a command ended."""

    code: object
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `autograder` with arguments in the folder `tmp_path`, as a shell would."""

    def run_here(*arguments: str) -> Done:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["autograder", *arguments])
        with pytest.raises(SystemExit) as caught:
            main.main()
        return Done(caught.value.code, *capsys.readouterr())

    return run_here


def shell(*arguments: str, folder: Path) -> Done:
    """Python with these arguments, in a process of its own."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


# ---- help --------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help(command: str, option: str) -> None:
    """Each command says what it does and what it takes."""
    result = CliRunner().invoke(main.commands, [command, option])
    assert result.exit_code == 0
    assert result.output.startswith("Usage: ")
    docstring = main.commands.commands[command].help or ""
    assert docstring.splitlines()[0] in result.output


def test_help_lists_every_command() -> None:
    """The program's own help names every command."""
    result = CliRunner().invoke(main.commands, ["--help"])
    assert set(main.commands.commands) == set(COMMANDS)
    assert all(command in result.output for command in COMMANDS)


def test_help_imports_nothing_slow(tmp_path: Path) -> None:
    """Help and version answer at once: no command's machinery is imported for them."""
    script = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from autograder.commands.main import commands\n"
        f"for words in [['--help'], ['--version'], *([name, '-h'] for name in {COMMANDS})]:\n"
        "    assert CliRunner().invoke(commands, words).exit_code == 0\n"
        f"print([name for name in {SLOW_TO_IMPORT} if name in sys.modules])"
    )
    assert shell("-c", script, folder=tmp_path) == Done(0, "[]\n", "")


def test_the_package_is_a_program(tmp_path: Path) -> None:
    """`python -m autograder --version` prints the version alone, outside of a course too."""
    done = shell("-m", "autograder", "--version", folder=tmp_path)
    assert done == Done(0, f"{__version__}\n", "")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_ends_well(run: Run, arguments: list[str]) -> None:
    """Asking for help is no mistake."""
    assert run(*arguments).code == 0


# ---- what cannot be carried out ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: autograder"),
        (["no-such-command"], "No such command 'no-such-command'"),
        (["grade"], "Missing argument 'PATH...'"),
        ([*GRADE, "--jobs", "0"], "0 is not in the range"),
        ([*GRADE, "--jobs", "many"], "'many' is not a valid integer"),
        ([*GRADE, "--no-such-option"], "No such option"),
        (["margins", "--seeds", "1"], "1 is not in the range"),
        (["build", "extra"], "unexpected extra argument"),
        (["new"], "Missing argument 'SLUG'"),
        (["new", "a", "b"], "unexpected extra argument"),
        (["selfcheck", "--junit", "."], "is a directory"),
        (GRADE, "autograder: No course.toml in"),
        (["selfcheck"], "autograder: No course.toml in"),
        (["new", "dropout"], "autograder: No course.toml in"),
        (["margins"], "autograder: No course.toml in"),
        (["build"], "autograder: No course.toml in"),
        (["handout", "gradescope", "out"], "autograder: No course.toml in"),
        (["doctor"], "autograder: No course.toml in"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(
    run: Run, arguments: list[str], words: str
) -> None:
    """A wrong command line, or one outside a course, exits with 2 and a sentence on stderr."""
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([*GRADE, "--assignment", "second"], "no assignment named 'second'"),
        (["selfcheck", "--assignment", "second"], "no assignment named 'second'"),
        (["margins", "--assignment", "second"], "no assignment named 'second'"),
        (["new", "dropout", "--assignment", "Second"], "cannot be an assignment's name"),
        (["new", "more_layers"], "'more_layers' already"),
        (["new", "dropout", "--title", ""], "A title is one line"),
        ([*GRADE, "--only", "typo"], "no exercise 'typo'"),
        (["selfcheck", "typo", "--allow-unsandboxed"], "no exercise 'typo'"),
        (["margins", "typo"], "no exercise 'typo'"),
        (GRADE, "a.ipynb"),
        (["grade", ".", "--out", "course.toml", "--allow-unsandboxed"], "course.toml"),
        (["grade", ".", "--out", "course.toml/out", "--allow-unsandboxed"], "course.toml"),
        (["margins", "--seeds", "2", "--out", "nowhere/margins.md"], "no folder nowhere"),
        (
            ["selfcheck", "--allow-unsandboxed", "--junit", "course.toml/proofs.xml"],
            "cannot be written",
        ),
    ],
)
def test_what_a_course_does_not_have_is_said_in_a_sentence(
    run: Run, tmp_path: Path, arguments: list[str], words: str
) -> None:
    """A name or a path that does not exist exits with 2 and a sentence, before anything runs."""
    tiny.course(tmp_path)
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err


def test_a_broken_course_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    """A mistake in `course.toml` is told with its place."""
    (tmp_path / "course.toml").write_text("titel = 'A course'", "utf-8")
    done = run("build")
    assert done.code == 2
    assert "course.toml: Object" in done.err


def test_a_course_without_its_files_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    """A course without a stub is told by the missing file's path."""
    course = tiny.course(tmp_path)
    course.stub_path(tiny.NAME, "more_layers").unlink()
    done = run("selfcheck", "--allow-unsandboxed")
    assert done.code == 2
    assert "more_layers.py cannot be read" in done.err


# ---- build -------------------------------------------------------------------------------------


def test_build_writes_what_is_stale(run: Run, tmp_path: Path) -> None:
    """`build` writes what is missing, and says that there is nothing to do after."""
    course = tiny.course(tmp_path)
    path = f"assignments/{tiny.NAME}/{tiny.NAME}.ipynb"
    tests = [f"assignments/{tiny.NAME}/tests/{slug}.py" for slug in tiny.SLUGS]
    assert run("build") == Done(0, "".join(f"built {name}\n" for name in [path, *tests]), "")
    text = course.notebook_path(tiny.NAME).read_text("utf-8")
    assert text == build_notebook(course, tiny.NAME)
    assert run("build") == Done(0, "Everything that is built is up to date.\n", "")


def test_check_writes_nothing(run: Run, tmp_path: Path) -> None:
    """`build --check` names what is stale, exits with 1 and leaves it so."""
    course = tiny.course(tmp_path)
    done = run("build", "--check")
    assert (done.code, done.out) == (1, "")
    assert "is not what the sources make; run `autograder build`" in done.err
    assert not course.notebook_path(tiny.NAME).exists()


def test_check_passes_what_is_built(run: Run, tmp_path: Path) -> None:
    """`build --check` exits with 0 once everything is built."""
    tiny.course(tmp_path)
    run("build")
    assert run("build", "--check") == Done(0, "Everything that is built is up to date.\n", "")


def test_build_says_which_stub_is_missing(run: Run, tmp_path: Path) -> None:
    """A missing stub is a sentence, not a traceback."""
    course = tiny.course(tmp_path)
    course.stub_path(tiny.NAME, "introduction").unlink()
    done = run("build")
    assert done.code == 2
    assert "introduction.py is missing" in done.err


def test_an_unfinished_exercise_is_not_built(run: Run, tmp_path: Path) -> None:
    """A line still to do is named with its file, and nothing is written; `--check` names it too."""
    course = tiny.course(tmp_path)
    stub = course.stub_path(tiny.NAME, "more_layers")
    text = stub.read_text("utf-8").replace("Write", "STILL TO DO: a prompt\nWrite")
    stub.write_text(text, "utf-8")
    place = f"assignments/{tiny.NAME}/more_layers.py, line 3: still to do: a prompt."
    done = run("build")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"autograder: {place} Students must not get an unfinished exercise")
    assert "Nothing was written." in done.err
    assert not course.notebook_path(tiny.NAME).exists()
    done = run("build", "--check")
    assert (done.code, done.out) == (1, "")
    assert place in done.err
    assert "is not what the sources make" in done.err


def test_what_cannot_be_built_is_a_sentence(run: Run, tmp_path: Path) -> None:
    """A notebook that cannot be written is told by its path and the reason."""
    course = tiny.course(tmp_path)
    course.notebook_path(tiny.NAME).mkdir()
    done = run("build")
    assert done.code == 2
    assert f"{tiny.NAME}.ipynb cannot be written: " in done.err


# ---- start -------------------------------------------------------------------------------------


def test_the_next_step_can_be_typed_as_written(run: Run, tmp_path: Path) -> None:
    """A folder with a blank in its name stands in quotes in the command that comes next."""
    tiny.course(tmp_path)
    done = run("start", "my work")
    assert (done.code, done.err) == (0, "")
    assert "Next: cd 'my work'; python -m pip install .; jupyter lab" in done.out


@pytest.mark.parametrize("which", ["stub_path", "solution_path"])
def test_an_unfinished_exercise_is_not_handed_out(run: Run, tmp_path: Path, which: str) -> None:
    """A line still to do in a stub or a reference stops `start` before anything is written."""
    course = tiny.course(tmp_path)
    path = getattr(course, which)(tiny.NAME, "first_prediction")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# STILL TO DO: the answer.\n", "utf-8")
    done = run("start", "work")
    assert (done.code, done.out) == (2, "")
    shown = path.relative_to(tmp_path)
    assert done.err.startswith(f"autograder: {shown}, line 1: still to do: the answer. Students")
    assert not (tmp_path / "work").exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(run: Run, tmp_path: Path) -> None:
    """Where the student's folder cannot be made, its path and the reason are said."""
    tiny.course(tmp_path)
    done = run("start", "course.toml/work")
    assert done.code == 2
    assert done.err.startswith("autograder: course.toml/work cannot be written: ")


# ---- exit codes --------------------------------------------------------------------------------


CODES = {"0", "1", "2", "130", "143"}


def test_help_and_readme_name_the_same_exit_codes() -> None:
    """The program's help and the README's table have each code once; every command a column."""
    help_text = CliRunner().invoke(main.commands, ["--help"]).output
    listed = re.findall(r"^    (\d+) ", help_text, re.MULTILINE)
    table = (ROOT / "README.md").read_text("utf-8").split("## Exit codes")[1].split("##")[0]
    rows = re.findall(r"^\| (\d+) \|", table, re.MULTILINE)
    assert sorted(listed) == sorted(rows) == sorted(CODES)
    assert all(f"`{command}" in table for command in COMMANDS)


def test_what_is_off_exits_with_1(run: Run, tmp_path: Path) -> None:
    """The self-check of a course without solutions finds that, says it, and exits with 1."""
    tiny.course(tmp_path)
    done = run("selfcheck", "--allow-unsandboxed")
    assert (done.code, done.err) == (1, "")
    assert "solutions/fashion_mnist/more_layers.py cannot be read" in done.out
    assert re.search(r"more_layers: \d+ proofs, 1 off, \d+ not run until that is fixed", done.out)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes and no Ctrl-C to send")
def test_a_command_that_is_stopped_exits_with_130(tmp_path: Path) -> None:
    """Ctrl-C ends a command with 130 and a sentence; its JUnit file says that it is unfinished."""
    pipe = tiny.course(tmp_path).stub_path(tiny.NAME, "more_layers")
    pipe.unlink()
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "autograder", "selfcheck", "--allow-unsandboxed"]
    with subprocess.Popen(
        [*command, "--junit", "proofs.xml"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - it allocates nothing
    ) as process:
        # The stub is a pipe: once it is open at both ends, the command waits in the middle.
        writer = None
        while writer is None and process.poll() is None:
            try:
                writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=300)
        if writer is not None:
            os.close(writer)
    assert (process.returncode, out) == (130, "")
    assert err.strip() == "Stopped. What was graded or trained so far is kept."
    assert "It was stopped before it was done." in (tmp_path / "proofs.xml").read_text("utf-8")


# ---- new ---------------------------------------------------------------------------------------


def test_new_writes_into_the_courses_own_package_only(run: Run, tmp_path: Path) -> None:
    """Where this package is another course's, `new` says so, and writes nothing."""
    tiny.course(tmp_path)
    done = run("new", "dropout")
    assert (done.code, done.out) == (2, "")
    assert "Install the course's own package" in done.err
    assert not (tmp_path / "solutions").exists()


# ---- several assignments -----------------------------------------------------------------------


def test_a_slug_is_looked_for_in_every_assignment(run: Run, tmp_path: Path) -> None:
    """With several assignments, the self-check of one slug is that of those which have it."""
    tiny.course(tmp_path)
    with (tmp_path / "course.toml").open("a") as file:
        file.write('[assignments.other]\ntitle = "Other"\nexercises = ["unknown"]\n')
    done = run("selfcheck", "more_layers", "--allow-unsandboxed")
    assert done.code == 1
    assert "more_layers: " in done.out
    done = run("selfcheck", "typo", "--allow-unsandboxed")
    assert (done.code, done.out) == (2, "")
    assert "there are: more_layers, first_prediction, unknown" in done.err
