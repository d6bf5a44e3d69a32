"""A student's pieces become names that can be called; whatever goes wrong is reported as it is."""

from __future__ import annotations

import inspect
import linecache
import math
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from autograder.child.student import FEW_STEPS, Student, load, problem_of
from autograder.judging.problem import Problem, failure_of, problem_from
from autograder.wire.errors import Failure, RequestTooLarge
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import Message, kind, message
from autograder.wire.protocol import Piece
from tests import tiny

numbers = count(1)


@pytest.fixture(autouse=True)
def own_process() -> Iterator[None]:
    """`load` takes `input` away for good, as it may in the sandbox; here it comes back."""
    with tiny.own_process():
        yield


def piece(source: str, line: int = 1, place: str = "") -> Piece:
    """A piece as it arrives in the sandbox; each is in a cell of its own unless it says where."""
    return Piece(place or f"cell {next(numbers)}", line, source)


def student_of(*sources: str) -> Student:
    names, _problems = load([piece(source) for source in sources])
    return Student(names)


def received(plain: Any) -> Problem:
    """A problem as it arrives in the judge."""
    return problem_from(decode(encode(plain)[HEADER.size :]))


def problem_for(call: Callable[[], Any]) -> Problem:
    """What is reported of the exception that `call` raises."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - SystemExit too
        call()
    return received(problem_of(caught.value))


def said_for(call: Callable[[], Any]) -> Message:
    """The message of the failure that `call` raises."""
    said = problem_for(call).said
    assert said is not None
    return said


def rule_of(plain: Any) -> str:
    """What an exception in a report is recognised as."""
    return received(plain).explanation.rule


# ---- names -------------------------------------------------------------------------------------


def test_pieces_share_one_namespace() -> None:
    """Pieces run in order, and later ones see what earlier ones made."""
    student = student_of("x = 2", "def f(y): return x * y", "x = 3")
    assert student.f(2) == 6


def test_each_load_starts_afresh() -> None:
    """Nothing of one load is left for the next."""
    student_of("x = 1")
    names, (problem,) = load([piece("y = x")])
    assert "y" not in names
    assert rule_of(problem) == "name"


def test_pieces_run_as_a_program_does() -> None:
    """The module is named `__main__`, as in a notebook, and has the builtins."""
    names, problems = load([piece("name = __name__; size = len('ab')")])
    assert (names["name"], names["size"], problems) == ("__main__", 2, [])


def test_classes_can_be_asked_for() -> None:
    """A class is called like a function, with its own arguments."""
    student = student_of("class Stop:\n    def __init__(self, at=0.9): self.at = at")
    assert student.Stop().at == 0.9
    assert student.Stop(at=0.5).at == 0.5


def test_nobody_answers_input() -> None:
    """`input()` answers with nothing at once, with a prompt and without."""
    names, problems = load([piece("a = input()\nb = input('How many epochs? ')")])
    assert (names["a"], names["b"], problems) == ("", "", [])


def test_what_ipython_offers_is_there() -> None:
    """`display` prints, and the shell does nothing, without an import and in modules too."""
    source = "display([1], clear=True)\nshell = get_ipython()\nshell.run_line_magic('a', 'b')"
    names, problems = load([piece(source), piece("colab = 'google.colab' in str(shell)")])
    assert (names["colab"], problems) == (False, [])


def test_the_notebook_is_the_main_module() -> None:
    """What imports `__main__` finds the student's names."""
    names, _problems = load([piece("import __main__\n__main__.x = 1\ny = x")])
    assert names["y"] == 1


def test_a_notebook_may_await() -> None:
    """`await` in a cell works, as Jupyter has it."""
    source = (
        "import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 7\nx = await f()"
    )
    names, problems = load([piece(source)])
    assert (names["x"], problems) == (7, [])


def test_a_statement_from_a_block_keeps_its_lines() -> None:
    """What is indented runs alone, and fails on the line where it is written."""
    pieces = [piece("    x = 1", line=3), piece("\tif x:\n\t\t1 / 0", line=4, place="cell 3")]
    names, problems = load(pieces)
    assert names["x"] == 1
    assert placed(problems) == [("division", "cell 3", 5)]


def test_an_empty_line_first_is_no_indentation() -> None:
    """What begins with an empty line is not from a block, and keeps its lines."""
    names, problems = load([piece("\nx = 1\n1 / 0", place="cell 1")])
    assert names["x"] == 1
    assert placed(problems) == [("division", "cell 1", 3)]


def test_a_file_can_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A piece that is a file is written and not run; a failure in it is placed there."""
    monkeypatch.chdir(tmp_path)
    file = Piece("own_file.py", 1, "def f():\n    return 1 / 0\n", "own_file.py")
    names, problems = load([file, piece("from own_file import f")])
    assert problems == []
    problem = problem_for(Student(names).f)
    assert (problem.place, problem.line, problem.code) == ("own_file.py", 2, "return 1 / 0")
    again = Piece("own_file.py", 1, "def f(): return 7", "own_file.py")
    names, _problems = load([again, piece("from own_file import f")])
    assert names["f"]() == 7


# ---- a whole notebook ----------------------------------------------------------------------------


def test_a_notebook_runs_as_in_jupyter(capsys: pytest.CaptureFixture[str]) -> None:
    """A cell that raises stops there and is no problem; nothing is printed or asked."""
    pieces = [
        piece("print('x' * 100)\nx = 1 / 0", place="cell 1"),
        piece("y = 1", line=3, place="cell 1"),
        piece("z = input('?')", place="cell 2"),
        piece("exit()", place="cell 3"),
        piece("w = 1", place="cell 4"),
    ]
    names, problems = load(pieces, as_run=True)
    assert ("y" in names, names["z"], names["w"], problems) == (False, "", 1, [])
    assert capsys.readouterr() == ("", "")


def test_a_notebooks_figures_are_closed() -> None:
    """As Jupyter does, so that many of them hold no memory."""
    pyplot = pytest.importorskip("matplotlib.pyplot")
    load([piece("import matplotlib.pyplot as plt\nplt.figure()")], as_run=True)
    assert pyplot.get_fignums() == []


# ---- what is missing ---------------------------------------------------------------------------


def test_a_missing_function_is_named() -> None:
    """A function that is not there is named."""
    missing = message("student.not_defined", name="build")
    assert said_for(lambda: student_of("x = 1").build) == missing


def test_a_missing_function_is_told_after_what_failed_before() -> None:
    """A function that is missing because its cell failed comes with the cell's problem."""
    names, problems = load([piece("import no_such_package\n", place="cell 3")])
    said = failure_of(
        problem_for(lambda: Student(names).build), before=[received(one) for one in problems]
    ).message
    assert said.name == "crash.after_others"
    assert said.values["failure"] == message("student.not_defined", name="build")
    sentence = received(problems[0]).explanation.sentence
    assert (sentence.name, sentence.values["a"]) == ("exception.no_package", "no_such_package")
    place = message("place.named", name="cell 3")
    assert said.values["before"] == [
        message("crash.before", place=place, line=1, sentence=sentence)
    ]


def test_something_else_of_that_name_is_named() -> None:
    """A list where a function was asked for is named by its type."""
    assert said_for(lambda: student_of("build = [1]").build) == message(
        "student.not_callable", name="build", kind=kind("list")
    )


def test_a_model_is_no_function() -> None:
    """A model can be called, and is named as what it is; its class can be asked for."""
    source = "class Net:\n    def fit(self): pass\n    def __call__(self): pass\nnet = Net()"
    student = student_of(source)
    assert said_for(lambda: student.net).values["kind"] == kind("Net")
    assert said_for(lambda: student.Net(1)) == other_arguments("Net", 1)


def other_arguments(name: str, count: int, *own: str) -> Message:
    return message("student.other_arguments", name=name, count=count, own=[*own])


def test_a_changed_signature_is_named() -> None:
    """A function that takes other arguments than the exercise passes is not even run."""
    student = student_of("def build(units): return units")
    assert said_for(student.build) == other_arguments("build", 0, "units")
    assert said_for(lambda: student.build(1, 2)) == other_arguments("build", 2, "units")
    assert said_for(lambda: student_of("def f(): pass").f(1)) == other_arguments("f", 1)
    assert student.build(3) == 3


def test_a_type_error_inside_a_function_is_its_own() -> None:
    """A `TypeError` that the body raises is not taken for a changed signature."""
    student = student_of("def build(units): return units + 'a'")
    problem = problem_for(lambda: student.build(1))
    assert (problem.said, problem.explanation.rule) == (None, "operator")


def test_a_callable_without_signature_is_called() -> None:
    """What hides its signature is simply called."""
    assert student_of("build = max").build(1, 2) == 2
    assert student_of("build = dict").build(a=1) == {"a": 1}


# ---- pieces that fail --------------------------------------------------------------------------


def test_a_piece_that_fails_costs_itself_only() -> None:
    """After a piece that fails the others still run, and its problem has cell and line."""
    names, problems = load(
        [
            piece("a = 1", place="cell 1"),
            piece("b = [\n  1 / 0,\n]", line=4, place="cell 2"),
            piece("c = 3", place="cell 2", line=8),
        ]
    )
    assert (names["a"], names["c"]) == (1, 3)
    assert placed(problems) == [("division", "cell 2", 5)]


def placed(problems: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """What each problem is, and where."""
    found = map(received, problems)
    return [(one.explanation.rule, one.place, one.line) for one in found]


def test_a_problem_lies_where_the_student_wrote() -> None:
    """An error inside a library is placed on the student's own line that called it."""
    _names, problems = load([piece("import json\nx = json.loads('{')", line=3, place="cell 9")])
    assert placed(problems) == [("", "cell 9", 4)]
    sentence = received(problems[0]).explanation.sentence
    assert (sentence.name, sentence.values["type"]) == ("exception.quoted", "JSONDecodeError")


def test_what_is_missing_of_several_imports_costs_only_itself() -> None:
    """The others of the statement are there, whatever their order."""
    names, problems = load([piece("import no_such, math as m"), piece("from math import no, pi")])
    assert (names["m"].pi, names["pi"]) == (math.pi, math.pi)
    assert [received(problem).explanation.rule for problem in problems] == [
        "no_package",
        "no_name_in_package",
    ]


def test_a_name_that_an_import_should_have_made_leads_to_the_import() -> None:
    """Its use says what is missing, and where it was imported."""
    student = student_of("import no_such as n", "def f():\n    return n.x")
    problem = problem_for(student.f)
    assert problem.explanation.rule == "no_package"
    assert problem.code == "import no_such as n"


def test_what_is_made_of_a_missing_import_leads_to_the_import() -> None:
    """A name that a statement could not make says what is missing as well."""
    student = student_of("from no_such import n", "x = n.read()", "def f():\n    return x")
    assert problem_for(student.f).code == "from no_such import n"


def test_an_import_that_failed_is_told_of_a_missing_name_alone() -> None:
    """It explains no other exception."""
    missing = problem_of(ModuleNotFoundError("No module named 'no_such'"))
    name = problem_of(NameError("name 'no_such' is not defined"))
    other = problem_of(ValueError("so"))
    assert failure_of(received(name), [received(missing)]).message.name == "crash.after_others"
    assert failure_of(received(other), [received(missing)]).message.name == "crash"


def test_a_piece_that_cannot_be_compiled_is_placed() -> None:
    """A piece that Python refuses is a problem like any other."""
    _names, problems = load([piece("x = 1\nreturn 1", line=5, place="cell 4")])
    assert placed(problems) == [("syntax", "cell 4", 6)]
    assert received(problems[0]).explanation.sentence.values["a"] == "'return' outside function"


def test_file_names_are_left_as_they_are() -> None:
    """A file is named letter by letter."""
    _names, problems = load([piece("1 / 0", place="Homework_ADA.py")])
    assert placed(problems) == [("division", "Homework_ADA.py", 1)]


@pytest.mark.parametrize(
    "source", ["exit()", "quit()", "import sys; sys.exit(1)", "raise SystemExit"]
)
def test_a_piece_that_exits_is_a_problem(source: str) -> None:
    """A notebook that ends Python has a problem there; what follows still runs."""
    names, problems = load([piece(source, place="cell 2"), piece("x = 1")])
    assert placed(problems) == [("exit", "cell 2", 1)]
    assert names["x"] == 1


# ---- exceptions in words -----------------------------------------------------------------------


def test_a_crash_has_place_line_and_code() -> None:
    """A crash is placed in the student's cell, with the line as they wrote it."""
    names, _problems = load(
        [
            piece("def helper(x):\n    # divide\n    return 1 / x", line=11, place="cell 7"),
            piece("def build():\n    return helper(0)", place="cell 8"),
        ]
    )
    problem = problem_for(Student(names).build)
    assert (problem.explanation.rule, problem.place, problem.line, problem.code) == (
        "division",
        "cell 7",
        13,
        "return 1 / x",
    )


def test_a_crash_in_a_library_has_the_callers_line() -> None:
    """A crash deep in a library is placed on the student's last own line above it."""
    student = student_of("import json\ndef build():\n    return json.loads('[')")
    problem = problem_for(student.build)
    assert problem.raised is not None
    assert problem.raised.types[0] == "JSONDecodeError"
    assert problem.place.startswith("cell ")
    assert (problem.line, problem.code) == (3, "return json.loads('[')")


def test_a_crash_outside_of_student_code_has_no_place() -> None:
    """An exception that never passed through student code is not placed in it."""
    problem = problem_for(lambda: 1 // 0)
    assert (problem.place, problem.line, problem.code) == ("", 0, "")


def test_two_pieces_of_one_cell_keep_their_lines() -> None:
    """Pieces of one cell that arrive apart are shown on the lines where they were written."""
    first = piece("def f():\n    return g()", line=2, place="cell 20")
    second = piece("def g():\n    raise OSError('no')", line=9, place="cell 20")
    names, _problems = load([first, second])
    problem = problem_for(Student(names).f)
    assert (problem.place, problem.line, problem.code) == ("cell 20", 10, "raise OSError('no')")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("raise NotImplementedError", "not_written"),
        ("import sys; sys.exit(2)", "exit"),
        ("quit()", "exit"),
        ("raise MemoryError", "memory"),
        ("import numpy; numpy.zeros((2**40, 2**10))", "memory"),
        ("return build()", "recursion"),
        ("raise KeyError('x')", "key"),
        ("raise ValueError", "own"),
        ("int('a' if True else raise_it)", "number_in_text"),
        ("return input().upper() + missing", "name"),
    ],
)
def test_exceptions_are_recognised(body: str, rule: str) -> None:
    """Each kind of exception arrives as what it is, on the line that raised it."""
    problem = problem_for(student_of(f"def build():\n    {body}").build)
    assert problem.explanation.rule == rule
    assert problem.place.startswith("cell ")
    assert (problem.line, problem.code) == (2, body)


def test_what_failed_first_is_told_first() -> None:
    """A crash after pieces that failed begins with those; alone it is only itself."""
    names, problems = load([piece("np = 1 / 0"), piece("def f(): return np.pi")])
    crash = problem_for(names["f"])
    said = failure_of(crash, before=[received(one) for one in problems]).message
    assert said.name == "crash.after_others"
    assert [rule_of(one) for one in problems] == ["division"]
    assert isinstance(said.values["before"], list)
    assert len(said.values["before"]) == 1
    assert said.values["failure"] == failure_of(crash).message
    assert failure_of(crash).message.name == "crash"
    assert crash.explanation.rule == "name_to_import"


@pytest.mark.parametrize("error", [Failure, RequestTooLarge])
def test_a_failure_in_a_probe_is_its_message(error: type[Failure | RequestTooLarge]) -> None:
    """A failure of our own arrives as the message that it carries, with all its values."""
    said = message("student.no_model", name="build", seen=kind("list"))

    def fail() -> None:
        raise error(said)

    assert said_for(fail) == said
    assert failure_of(problem_for(fail)).message == said


class Silent(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no")


def test_an_exception_that_cannot_be_asked_is_named() -> None:
    """An exception whose text raises is reported by its name."""
    raised = received(problem_of(Silent())).raised
    assert raised is not None
    assert (raised.types[0], raised.message) == ("Silent", "")


def test_a_model_that_outlives_its_call_is_noticed() -> None:
    """Where the function remembers it, or a variable holds it; and it is new where neither does."""
    student = student_of(
        "import functools",
        "net = object()",
        "def old(): return net",
        "@functools.lru_cache\ndef cached(): return object()",
        "def new(): return object()",
        "class Odd:\n    def __getattr__(self, name): raise ValueError\nodd = Odd()",
    )
    kept = {name: student.kept(name, getattr(student, name)()) for name in ("old", "cached", "new")}
    assert kept == {"old": ["name", "net"], "cached": ["cache", ""], "new": []}
    assert student.kept("odd", 3) == []


@pytest.mark.parametrize("held", ["parts[0]", "parts", "tuple(parts)", "{1: parts[0]}"])
def test_layers_that_outlive_a_model_are_noticed(held: str) -> None:
    """Where a variable is one of its layers, or a list, tuple or dictionary holds one."""
    student = student_of(
        f"class Model:\n    layers = [object()]\nparts = Model.layers\nkept = {held}\ndel parts",
        "def build(): return Model()",
    )
    assert student.kept("build", student.build()) == ["layers", "kept"]


def test_none_of_a_method_is_told_as_its() -> None:
    """A function that returns what `compile` returns is told so; without `return` it is not."""
    student = student_of("def build(m=[]): return m.clear()", "def nothing(): pass")
    assert said_for(lambda: student.model("build")).name == "student.none_of_method"
    assert said_for(lambda: student.model("nothing")).name == "student.no_model_returned"


# ---- source ------------------------------------------------------------------------------------


def test_source_can_be_looked_up() -> None:
    """`inspect` finds a function's source where the student wrote it, and so does a traceback."""
    source = "def f(x):\n    # a comment\n    return x.missing"
    names, _problems = load([piece(source, line=6, place="cell 30")])
    assert inspect.getsource(names["f"]).strip() == source
    assert inspect.getsourcelines(names["f"])[1] == 6
    linecache.checkcache()
    with pytest.raises(AttributeError) as caught:
        names["f"](1)
    assert "return x.missing" in "".join(traceback.format_exception(caught.value))


def test_a_loop_of_python_ends_early_where_that_is_asked() -> None:
    """An optimiser takes a few steps and no more, and as many as it likes afterwards."""
    import keras

    def train(count: int) -> int:
        weight = keras.Variable(1.0)
        optimizer = keras.optimizers.SGD(0.1)
        for _ in range(count):
            optimizer.apply([keras.ops.ones(())], [weight])
        return int(optimizer.iterations.numpy())

    student = Student({"train": train})
    assert student.attempt_in_part("train", FEW_STEPS)["returned"] == FEW_STEPS
    ended = student.attempt_in_part("train", FEW_STEPS + 1)
    assert ended["problem"]["said"]["name"] == "student.enough_steps"
    assert student.attempt("train", FEW_STEPS + 1)["returned"] == FEW_STEPS + 1
