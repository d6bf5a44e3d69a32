"""The ways in which a submission can be read: work that is right when run is read right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.child.student import load
from autograder.records import Cell, Slice, Submission
from autograder.submissions.magics import plain_cell
from autograder.submissions.readings import MOST_STATEMENTS, ways_to_read
from tests import tiny
from tests.hostile import assert_in_proportion

CHECK = 'grader.check("f")'
STUB = "def f():\n    raise NotImplementedError"
RIGHT = "def f():\n    return 7"
WRONG = "def f():\n    return 8"


@pytest.fixture(autouse=True)
def own_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder to run in, and what `load` does to this process taken back."""
    monkeypatch.chdir(tmp_path)
    with tiny.own_process():
        yield


def ways(*sources: str, slug: str = "f") -> list[Slice]:
    cells = []
    for number, source in enumerate(sources, 1):
        plain = plain_cell(source)
        cells.append(Cell(number, plain.file or f"cell {number}", plain.source, plain.file))
    work = Submission("ada", Path("ada.ipynb"), "", tuple(cells))
    return list(ways_to_read(work, ("f",), slug))


def answer(reading: Slice) -> Any:
    """What `f()` returns where a reading is run, or the exception that it raises."""
    names, _problems = load(reading.pieces, as_run=reading.as_run)
    try:
        return names["f"]()
    except Exception as error:  # noqa: BLE001 - a reading that leaves out too much
        return error


def answers(*sources: str) -> list[Any]:
    return [answer(reading) for reading in ways(*sources)]


# Each sets up what `f` needs in another way; the narrow reading sees none of it.
SETUPS = {
    "a call that sets a global": ["def setup():\n    global K\n    K = 7", "setup()"],
    "a call that is assigned": [
        "def setup():\n    global K\n    K = 7\n    return 1",
        "done = setup()",
    ],
    "a call two functions deep": [
        "def inner():\n    global K\n    K = 7",
        "def setup():\n    inner()",
        "def main():\n    setup()",
        "main()",
    ],
    "a call in a loop": [
        "K = 0",
        "def add(n):\n    global K\n    K += n",
        "for n in (3, 4):\n    add(n)",
    ],
    "a call in a comprehension": [
        "K = 0",
        "def add(n):\n    global K\n    K += n",
        "[add(n) for n in (3, 4)]",
    ],
    "a call in `with`": [
        "import contextlib\nK = 0",
        "@contextlib.contextmanager\ndef using(n):\n    global K\n    K = n\n    yield",
        "with using(7):\n    pass",
    ],
    "a call in `try`": [
        "def setup():\n    global K\n    K = 7",
        "try:\n    setup()\nexcept OSError:\n    pass",
    ],
    "a call by map": ["K = 0", "def add(n):\n    global K\n    K += n", "list(map(add, [3, 4]))"],
    "a call through another name": ["def setup():\n    global K\n    K = 7", "go = setup", "go()"],
    "a call of a method": [
        "class Setup:\n    def run(self):\n        global K\n        K = 7",
        "setup = Setup()",
        "setup.run()",
    ],
    "a global in a class that is made": [
        "class Setup:\n    def __init__(self):\n        global K\n        K = 7",
        "Setup()",
    ],
    "asynchronous": ["async def setup():\n    global K\n    K = 7", "await setup()"],
    "nonlocal": [
        "def counter():\n    count = 0\n    def add():\n        nonlocal count\n        count = 7\n"
        "        return count\n    return add",
        "add = counter()",
        "def setup():\n    global K\n    K = add()",
        "setup()",
    ],
    "the main guard": ['if __name__ == "__main__":\n    K = 7'],
    "a function in the main guard": [
        'if __name__ == "__main__":\n    def setup():\n        return 7\n\n    K = setup()\n    1/0'
    ],
    "the main guard on one line": ['if "__main__" == __name__: K = 7'],
    "exec": ['exec("K = 7")'],
    "globals()": ['globals()["K"] = 7'],
    "globals() in a loop": ['for name, value in {"K": 7}.items():\n    globals()[name] = value'],
    "globals().update": ["globals().update(K=7)"],
    "globals() in a function": [
        "def define(name, value):\n    globals()[name] = value",
        'define("K", 7)',
    ],
    "sys.modules": ["import sys", "setattr(sys.modules[__name__], 'K', 7)"],
    "a walrus": ["print(K := 7)"],
    "a global statement": ["global K\nK = 7"],
}
# The same for objects: `f` returns the sum of `L`.
CHANGES = {
    "a call that fills a list": ["L = []", "def add(n):\n    L.append(n)", "add(7)"],
    "a call that is given the list": ["L = []", "def add(to, n):\n    to.append(n)", "add(L, 7)"],
    "a function of a module": ["import heapq", "L = []", "heapq.heappush(L, 7)"],
    "the list's class": ["L = []", "list.append(L, 7)"],
    "another name": ["L = []", "other = L", "other.append(7)"],
    "a part under a name": ["D = {'a': []}", "part = D['a']", "part.append(7)", "L = D['a']"],
    "a method's result under a name": [
        "D = {}",
        "part = D.setdefault('a', [])",
        "part.append(7)",
        "def values():\n    return D['a']",
        "L = values()",
    ],
    "a decorator": [
        "L = []",
        "def register(g):\n    L.append(g())\n    return g",
        "@register\ndef g():\n    return 7",
    ],
    "a decorator with an argument": [
        "L = []",
        "def register(n):\n    def to(g):\n        L.append(n)\n        return g\n    return to",
        "@register(7)\ndef g(): pass",
    ],
    "a decorator of an object": [
        "class Registry(list):\n    def add(self, g):\n        self.append(g())\n        return g",
        "L = Registry()",
        "@L.add\ndef g():\n    return 7",
    ],
    "a lambda": ["L = []", "add = lambda n: L.append(n)", "add(7)"],
    "partial": [
        "import functools",
        "L = []",
        "def add(a, b):\n    L.append(a + b)",
        "add3 = functools.partial(add, 3)",
        "add3(4)",
    ],
    "the main guard": ["L = []", 'if __name__ == "__main__":\n    L.append(7)'],
    "star arguments": ["L = []", "def add(to, n):\n    to.append(n)", "add(*(L, 7))"],
}
# And for other shapes of `f`.
OTHERS = {
    "setattr in a loop": [
        "import types\nS = types.SimpleNamespace()",
        "for name, value in {'a': 3, 'b': 4}.items():\n    setattr(S, name, value)",
        "def f():\n    return S.a + S.b",
    ],
    "vars().update": [
        "class S: pass",
        "vars(S)",
        "S.a = 3\nsetattr(S, 'b', 4)",
        "def f():\n    return S.a + S.b",
    ],
    "a class method": [
        "class C:\n    @classmethod\n    def setup(cls, k):\n        cls.k = k",
        "C.setup(7)",
        "def f():\n    return C.k",
    ],
    "a class method that is assigned": [
        "class C:\n    @classmethod\n    def setup(cls, k):\n        cls.k = k\n        return cls",
        "made = C.setup(7)",
        "def f():\n    return C.k",
    ],
    "a class of its own": [
        "class Base:\n    sizes = []\n    def __init_subclass__(c):\n        c.sizes += [c.size]",
        "class Seven(Base):\n    size = 7",
        "def f():\n    return sum(Base.sizes)",
    ],
    "subclasses": [
        "class Base: pass",
        "class Seven(Base):\n    size = 7",
        "def f():\n    return sum(one.size for one in Base.__subclasses__())",
    ],
    "an attribute of a function": ["def f():\n    return f.k", "setattr(f, 'k', 7)"],
    "another function's attribute": [
        "def g(): pass",
        "def setup():\n    g.k = 7",
        "setup()",
        "def f():\n    return g.k",
    ],
    "f itself made by exec": ['exec("def f(): return 7")'],
    "f in the main guard": ['if __name__ == "__main__":\n    def f():\n        return 7'],
    "an iterator": ["I = iter([1] + [7] * 99)", "next(I)", "def f():\n    return next(I)"],
    "a registry of a module": [
        "import codecs",
        "def find(name):\n    return codecs.lookup('ascii') if name == 'seven' else None",
        "codecs.register(find)",
        "def f():\n    return len('a'.encode('seven')) + 6 + (codecs is None)",
    ],
    "a file that is written": [
        "import json",
        "with open('k.json', 'w') as file:\n    json.dump(7, file)",
        "def f():\n    with open('k.json') as file:\n        return json.load(file)",
    ],
    "a list in two objects": [
        "class Box:\n    def __init__(self, of):\n        self.of = of",
        "L = []\nbox = Box(L)",
        "box.of.append(7)",
        "def f():\n    return sum(L)",
    ],
}
KINDS = {
    **{f"value, {name}": [*cells, "def f():\n    return K"] for name, cells in SETUPS.items()},
    **{
        f"object, {name}": [*cells, "def f():\n    return sum(L)"]
        for name, cells in CHANGES.items()
    },
    **OTHERS,
}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_set_up_by_a_call_is_read(name: str) -> None:
    """Whatever sets up what a function needs, some reading has it, among plots and questions."""
    noise = [
        "print('hello')",
        "input('Your name? ')",
        "1 / 0\nprint('never')",
        "import os; os.getcwd()",
    ]
    assert 7 in answers(*noise, *KINDS[name], *noise)


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"f itself made by exec"}))
def test_it_is_read_above_its_check_too(name: str) -> None:
    """The same with the check below, and another meaning of the name below that."""
    assert 7 in answers(*KINDS[name], CHECK, WRONG)


# ---- what a cell may rely on ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "cells",
    [
        [
            "%%writefile tools.py\ndef g():\n    return 7",
            "from tools import *\ndef f(): return g()",
        ],
        ["%%writefile tools.py\nK = 7", "def f():\n    import tools\n    return tools.K"],
        [
            "%%writefile tools.py\nK = 8",
            "import tools",
            "%%writefile tools.py\nK = 7",
            "def f():\n    from tools import K\n    return K",
        ],
        [
            "%%writefile k.txt\n7",
            "import pathlib\ndef f():\n    return int(pathlib.Path('k.txt').read_text())",
        ],
        ["%%writefile tools.py\ndef f():\n    return 7", "from tools import f"],
        ["%%writefile tools.py\ndef f():\n    return 7", "from tools import *"],
        ["%%time\nK = 7", "def f(): return K"],
        ["%time K = 7", "def f(): return K"],
        ["%%capture out\nK = 7", "def f(): return K"],
        ["def f():\n    display('shown', metadata={})\n    return 7"],
        [
            "ip = get_ipython()",
            "def f():\n    ip.run_line_magic('matplotlib', 'inline')\n    return 7",
        ],
        ["COLAB = 'google.colab' in str(get_ipython())", "def f():\n    return 8 if COLAB else 7"],
        [
            "class Base:\n    def g(self):\n        raise NotImplementedError",
            "class A(Base):\n    def g(self): return 7",
            "def f(): return A().g()",
        ],
    ],
)
def test_the_first_reading_has_what_a_notebook_has(cells: list[str]) -> None:
    """Files that cells write, bodies of magics, and the names that IPython offers."""
    assert answer(ways(*cells)[0]) == 7


# ---- a name that is defined twice ----------------------------------------------------------------


def notes(*sources: str) -> list[tuple[Any, str, int]]:
    """What each reading answers, its notes, and the cells that they are about."""
    return [
        (answer(one), *next(((n.message.name, n.cell) for n in one.notes), ("", 0)))
        for one in ways(*sources)
    ]


@pytest.mark.parametrize("check", [[], [CHECK]])
def test_a_stub_below_an_answer_replaces_nothing(check: list[str]) -> None:
    """The stub that is there once more counts for nothing, and the student is told where it is."""
    ((seven, said, cell),) = notes(RIGHT, STUB, *check)
    assert (seven, said, cell) == (7, "cell.stub_again", 2)
    (reading,) = ways(RIGHT, STUB)
    (note,) = reading.notes
    assert note.message.values["name"] == "f"
    answered = note.message.values["answer"]
    assert (str(note.place), str(answered)) == (
        "place.cell(number=2, begins=def f():)",
        "place.cell(number=1, begins=def f():)",
    )


def test_a_stub_above_an_answer_is_no_news() -> None:
    """As the notebook has it that students get."""
    assert notes(STUB, RIGHT) == [(7, "", 0)]


def test_a_base_class_is_no_stub_of_what_is_derived() -> None:
    """An abstract method that raises `NotImplementedError` replaces no answer."""
    base = "class Base:\n    def g(self):\n        raise NotImplementedError"
    assert answers(
        base, "class A(Base):\n    def g(self): return 7", "def f(): return A().g()"
    ) == [7]
    early = "def f():\n    if True:\n        return 7\n    raise NotImplementedError"
    assert answers(WRONG, early)[0] == 7


def test_of_two_answers_both_are_read() -> None:
    """The last one first; the first one comes with a note on the other."""
    assert notes(RIGHT, WRONG) == [(8, "", 0), (7, "cell.defined_before", 2)]
    assert notes(WRONG, RIGHT) == [(7, "", 0), (8, "cell.defined_before", 2)]
    assert notes(RIGHT, CHECK, WRONG) == [(7, "", 0), (8, "cell.defined_again", 3)]


def test_a_helper_that_is_defined_again_is_told_by_its_name() -> None:
    """It need not be what is asked for that has two meanings."""
    cells = ["K = 7", "def f(): return K", CHECK, "x = 1", "K = 8"]
    assert notes(*cells) == [(7, "", 0), (8, "cell.defined_again", 5)]
    (note,) = ways(*cells)[1].notes
    assert note.message.values["name"] == "K"


# ---- what it costs -------------------------------------------------------------------------------

HONEST = [
    "import matplotlib.pyplot as plt\nimport numpy as np\nimport keras",
    "(images, labels), _ = load()",
    "plt.imshow(images[0])\nplt.show()",
    "keras.utils.set_random_seed(1)\nmodel = keras.Sequential()",
    "history = model.fit(images, labels)",
    "plt.plot(history.history['loss'])",
    "EPOCHS = 3",
    "def helper(x):\n    plt.plot(x)\n    return np.sum(x) * EPOCHS",
]
TRY = [
    "print(f())",
    "for n in range(3):\n    print(n, f())",
    "tried = f()",
    "model.evaluate(images)",
]


@pytest.mark.parametrize(
    "written",
    [
        STUB,
        "def f():\n    return helper([1])",
        "def f():\n    return keras.layers.Dense(helper(3), misspelt=1)",
        "def f():\n    return missing",
        "class f(keras.callbacks.Callback):\n    def on_epoch_end(self): return helper(self)",
        "",
    ],
)
def test_a_wrong_answer_is_read_once(written: str) -> None:
    """Where all that is needed is functions and plain values, nothing else is tried."""
    assert len(ways(*HONEST, written, *TRY)) == 1
    assert len(ways(*HONEST, written, CHECK, *TRY)) == 1


def test_an_answer_from_the_notebooks_own_model_is_read_twice_at_most() -> None:
    """Whatever depends on what was trained is tried once more, as the notebook runs."""
    readings = ways(*HONEST, "def f():\n    return model.predict(images)", *TRY)
    assert [one.as_run for one in readings] == [False, True]


def test_a_notebook_is_run_as_far_as_its_check() -> None:
    """What is below counts where something that is needed goes on there; checks are not run."""
    above = ["L = [1]", "x = len(L)", "def f(): return L", CHECK]
    for below, ends in (("y = sorted(L)", [3]), ("L.append(len(L))", [3, 5])):
        run = [one.pieces for one in ways(*above, below) if one.as_run]
        assert [pieces[-1].place for pieces in run] == [f"cell {end}" for end in ends]


def test_of_several_files_the_exercises_own_is_run() -> None:
    """Another exercise's file is no part of what runs, but for what is needed of it."""
    own = Cell(1, "f.py", "L = [1]\nx = len(L)\ndef f(): return L, K")
    other = Cell(2, "g.py", "K = 1\ny = print(K)\nL = 5")
    work = Submission("ada", Path("ada"), "", (own, other))
    (*_narrow, last) = ways_to_read(work, ("f",), "f")
    assert last.as_run
    assert [piece.source for piece in last.pieces][-1] == "K = 1"


MANY = ["L = []", "def f(): return L"]


@pytest.mark.parametrize(
    "part",
    [
        "L.append({n})",
        "f{n} = f",
        "L{n} = L",
        "def g{n}():\n    L.append(1)\ng{n}()",
        "g(L)",
        "a{n} = b{n} = L",
    ],
)
def test_readings_take_time_in_proportion(part: str) -> None:
    """Twice as many statements take about twice as long, whatever they do to each other."""

    def read_again(count: int) -> None:
        assert len(ways(*MANY, *(part.format(n=n) for n in range(count)), CHECK)) >= 1

    assert_in_proportion(read_again, 1600)


def test_endless_notebooks_are_read_narrowly() -> None:
    """What no person wrote is not read twice."""
    assert len(ways("L = []\ndef f(): return L", "g();" * (MOST_STATEMENTS + 1))) == 1
    assert len(ways("L = []\ndef f(): return L", "g(L);" * 10)) > 1
