"""Makes callable names of a student's source, and reports what goes wrong in it."""

from __future__ import annotations
import __future__

import ast
import builtins
import copy
import functools
import importlib
import inspect
import io
import linecache
import operator
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import msgspec

from autograder.child.clocks import Clocks
from autograder.child.clues import clues_of, method_returned
from autograder.child.rehearsal import Epoch, Rehearsal
from autograder.wire.dataset import Images
from autograder.wire.errors import Failure, RequestTooLarge
from autograder.wire.messages import kind
from autograder.wire.protocol import Piece

MODULE_NAME = "__main__"
# How far a training goes that is only to be seen, where each step is Python's.
FEW_STEPS = 20
# A `from __future__ import` holds for the pieces after it, as it does in a notebook.
ALL_FEATURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)


class Student:
    """What a probe may ask of a student's work.

    The student's own names, after their pieces ran, are attributes; a call that does not fit how a
    function was written raises a `Failure`.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def __getattr__(self, name: str) -> Any:
        value = self._names.get(name)
        # A Keras model can be called too, but not as a function of the student's.
        if callable(value) and (isinstance(value, type) or not hasattr(value, "fit")):
            return CheckedCallable(name, value)
        if value is None:
            raise Failure("student.not_defined", name=name)
        raise Failure("student.not_callable", name=name, kind=kind(type(value).__name__))

    def attempt(self, function: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What a function returned, or why it did not; for probes that go on either way.

        `function` is one of the student's, by name, or any other that may fail on their account.
        """
        try:
            if isinstance(function, str):
                function = getattr(self, function)
            return {"returned": function(*args, **kwargs), "problem": None}
        except Exception as error:  # noqa: BLE001 - student code may raise anything
            return {"returned": None, "problem": problem_of(error)}

    def attempt_in_part(self, function: Any, *args: Any) -> dict[str, Any]:
        """The same, for trainings that are only to be seen, of more images than need be trained on.

        The trainer trains on a batch of them, and loops of Python end early.
        """
        with _few_steps():
            return self.attempt(function, *args)

    def timed(self, name: str, *args: Any, seconds: Sequence[float]) -> dict[str, Any]:
        """What the student's function `name` returned, as each `fit` took so many `seconds` more.

        Only the clocks that the student's code reads say so. Beside `returned` there is how long
        each call `took` by them, how long it `really` took, how long all of it took (`elapsed`),
        and how often the clocks were read (`reads`).
        """
        clocks, began = Clocks(), time.perf_counter()
        with clocks.moved_on(self._names, seconds):
            returned = getattr(self, name)(*args)
        return {
            "returned": returned,
            "took": clocks.took,
            "really": clocks.really,
            "elapsed": time.perf_counter() - began,
            "reads": clocks.reads,
        }

    def rehearse(
        self, callbacks: Sequence[Any], model: Any, epochs: Sequence[Epoch], first_epoch: int = 0
    ) -> dict[str, Any]:
        """What callbacks do in a made-up training: `stops` and `printed`, an entry an epoch.

        An epoch is what its batches are told, its validation (or `None`) and its end; the first has
        the number `first_epoch`, as with `initial_epoch` of `fit`. `problem` is what ended the
        training, as in `attempt`. `attributes` are those that callbacks set as if for a stop: whose
        ("model", "another" model or "callback"), their name, and True or False; and entries of
        "logs" that callbacks changed, and whether they are still there.
        """
        rehearsal = Rehearsal(callbacks, model)
        ended = self.attempt(rehearsal.run, epochs, first_epoch)
        attributes = [[*one] for one in rehearsal.attributes]
        stops, printed = rehearsal.stops, rehearsal.printed
        return {**ended, "stops": stops, "printed": printed, "attributes": attributes}

    def model(self, name: str, *args: Any) -> Any:
        """The Keras model that the student's function `name` returns; raises `Failure`."""
        import keras

        value = getattr(self, name)(*args)
        if isinstance(value, keras.Model):
            return value
        if value is None and (method := method_returned(self._names[name])):
            raise Failure("student.none_of_method", name=name, method=method)
        which = "student.no_model_returned" if value is None else "student.no_model"
        raise Failure(which, name=name, seen=kind(type(value).__name__))

    def kept(self, name: str, model: Any) -> list[str]:
        """How a model that the student's function `name` returned outlives its call, if it does.

        ["cache", ""] where the function remembers what it returned, ["name", "net"] where a
        variable outside of it holds the model, ["layers", "parts"] where one holds layers of it.
        """
        # Whatever the student's function is, it may raise when it is looked at.
        with suppress(Exception):
            if hasattr(self._names.get(name), "cache_info"):
                return ["cache", ""]
        names = self._names.items()
        if found := next((["name", one] for one, value in names if value is model), []):
            return found
        with suppress(Exception):
            own = {id(layer) for layer in model.layers}
            return next(
                (["layers", one] for one, value in names if not own.isdisjoint(_ids(value))), []
            )
        return []

    def callback(self, name: str, *args: Any) -> Any:
        """The Keras callback that the student's class `name` makes; raises `Failure`."""
        import keras

        value = getattr(self, name)(*args)
        if isinstance(value, keras.callbacks.Callback):
            return value
        raise Failure("student.no_callback", name=name, seen=kind(type(value).__name__))


@contextmanager
def _few_steps() -> Iterator[None]:
    """While optimisers that are called from Python refuse to take more than a few steps."""
    import keras

    optimizer = keras.optimizers.Optimizer
    original, steps = optimizer.apply, 0

    @functools.wraps(original)
    def apply(*args: Any, **kwargs: Any) -> Any:
        nonlocal steps
        steps += 1
        if steps > FEW_STEPS:
            raise Failure("student.enough_steps", count=FEW_STEPS)
        return original(*args, **kwargs)

    optimizer.apply = apply
    try:
        yield
    finally:
        optimizer.apply = original


def _ids(value: Any) -> set[int]:
    """The identities of a value, and of what it holds where it is a list, tuple or dictionary."""
    held = value.values() if type(value) is dict else value
    return {id(value), *(map(id, held) if type(value) in (dict, list, tuple) else ())}


class CheckedCallable:
    """A student's function or class; calling it checks that it takes what the exercise passes."""

    def __init__(self, name: str, function: Any) -> None:
        self._name = name
        self._function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            signature = inspect.signature(self._function)
            signature.bind(*args, **kwargs)
        except TypeError:
            raise Failure(
                "student.other_arguments",
                name=self._name,
                count=len(args),
                own=[*signature.parameters],
            ) from None
        except ValueError:
            pass  # some callables have no signature; the call itself will show
        return self._function(*args, **kwargs)


class Offered:
    """What a probe is given, as attributes: its own copies, so that a change in place is its own.

    An array of images is copied when it is first asked for; most probes want one of them. There are
    none in an assignment without a data set.
    """

    def __init__(self, extra: dict[str, Any], images: Images | None) -> None:
        self.__dict__.update(copy.deepcopy(extra))
        self._images = images

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or self._images is None:
            raise AttributeError(name)
        array = getattr(self._images, name).copy()
        setattr(self, name, array)
        return array


def load(
    pieces: Sequence[Piece], *, as_run: bool = False
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Runs the pieces in order in one fresh namespace.

    Returns the namespace and a problem for each piece that failed; a piece that fails does not stop
    those after it, so that it costs only what needs it.

    With `as_run` they are a whole notebook: nothing is printed or kept of its plots, and an
    exception ends its cell, as where all cells are run. It is no problem of an answer's then.
    """
    module = ModuleType(MODULE_NAME)
    names = module.__dict__
    names["__builtins__"] = builtins
    sys.modules[MODULE_NAME] = module
    _be_a_notebook()
    _not_imported.clear()
    _remember_source(pieces)
    problems, ended = [], set[str]()
    features = 0
    with _silence() if as_run else nullcontext():
        for piece in pieces:
            if piece.place in ended:
                continue
            try:
                features |= _run(piece, names, features)
            except BaseException as error:  # noqa: BLE001 - student code may raise anything
                if isinstance(error, ImportError):
                    _import_what_is_there(piece, names, error)
                elif as_run:
                    ended.add(piece.place)
                _remember_why(piece, error)
                if as_run:
                    continue
                problem = problem_of(error)
                line = problem["line"] or getattr(error, "lineno", 0) or piece.line
                problems.append({**problem, "place": problem["place"] or piece.place, "line": line})
    return names, problems


def _be_a_notebook() -> None:
    """What IPython offers to every cell, and an Enter for each `input()`: nobody is there."""
    builtins.input = lambda _prompt="": ""
    vars(builtins).update(display=_display, get_ipython=_Shell)
    # A notebook imports from the folder it is in.
    if "" not in sys.path:
        sys.path.insert(0, "")


def _display(*shown: object, **_options: Any) -> None:
    for one in shown:
        # What cannot be shown raises nothing in a notebook either.
        with suppress(Exception):
            print(one)  # noqa: T201 - as in a notebook, for the student


class _Shell:
    """In place of IPython's shell: whatever is asked of it does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_given, **_named: None


class _Nowhere(io.TextIOBase):
    """Takes whatever is written."""

    def write(self, text: str) -> int:
        return len(text)


@contextmanager
def _silence() -> Iterator[None]:
    """What is printed goes nowhere, and figures are closed, as a notebook closes them."""
    with redirect_stdout(_Nowhere()), redirect_stderr(_Nowhere()):
        yield
    with suppress(Exception):
        sys.modules["matplotlib.pyplot"].close("all")


def _run(piece: Piece, names: dict[str, Any], features: int) -> int:
    """Executes one piece, or writes its file; returns the features of Python that it asks for."""
    if piece.file:
        path = Path(piece.file).absolute()
        path.write_text(piece.source, "utf-8")
        _files[str(path)] = piece.file
        # Python looks into a folder once, and imports a module once.
        importlib.invalidate_caches()
        before = getattr(sys.modules.get(path.stem), "__file__", None)
        # As in a notebook, a file named like NumPy does not take the place of NumPy.
        if before is not None and str(Path(before).absolute()) in _files:
            del sys.modules[path.stem]
        return 0
    code = _compiled(piece, features)
    flags: int = code.co_flags
    awaited = eval(code, names)  # noqa: S307 - running student code is this module's purpose
    if inspect.iscoroutine(awaited):
        import asyncio

        asyncio.run(awaited)
    return flags & int(ALL_FEATURES)


def problem_of(error: BaseException) -> dict[str, Any]:
    """An exception as the judge reads it (`judging.problem`): what it was, and where.

    `said` is the message of one that is our own, the rest is about the student's code.
    """
    if isinstance(error, NameError) and error.name in _not_imported:
        error = _not_imported[error.name]
    place, line, code = "", 0, ""
    raised, inmost = None, error.__traceback__
    for frame in traceback.extract_tb(error.__traceback__):
        if own := _name_place(frame.filename):
            place, line, code = own, frame.lineno or 0, frame.line or ""
            raised = inmost
        inmost = inmost.tb_next if inmost is not None else None
    said = None
    if isinstance(error, (Failure, RequestTooLarge)):
        said = msgspec.to_builtins(error.message)
    clues = clues_of(error, raised, _name_place)
    return {
        "raised": error,
        "said": said,
        "place": place,
        "line": line,
        "code": code,
        "clues": clues,
    }


@contextmanager
def naming_places(place_of: Callable[[str], str]) -> Iterator[None]:
    """While `place_of` names a student's cell or file by the file name in a traceback."""
    global _name_place  # noqa: PLW0603 - probes call `attempt`, which cannot be handed it
    before, _name_place = _name_place, place_of
    try:
        yield
    finally:
        _name_place = before


_places: dict[str, list[str]] = {}
_files: dict[str, str] = {}
# Why a name is not there, for those that an import should have made, or what was imported.
_not_imported: dict[str, ImportError] = {}


def _piece_place(filename: str) -> str:
    return filename if filename in _places else _files.get(filename, "")


_name_place: Callable[[str], str] = _piece_place


def _remember_source(pieces: Sequence[Piece]) -> None:
    """Lets tracebacks, `inspect` and AutoGraph find the source of each cell."""
    for piece in pieces:
        if piece.file:
            continue
        lines = _places.setdefault(piece.place, [])
        text = piece.source.splitlines()
        lines += [""] * (piece.line - 1 + len(text) - len(lines))
        lines[piece.line - 1 : piece.line - 1 + len(text)] = text
    for place, lines in _places.items():
        whole = [line + "\n" for line in lines]
        linecache.cache[place] = (sum(map(len, whole)), None, whole, place)


def _import_what_is_there(piece: Piece, names: dict[str, Any], error: ImportError) -> None:
    """The imports of a statement that failed, one by one: each costs only what uses it."""
    for node in ast.parse(piece.source).body:
        for alias in node.names if isinstance(node, ast.Import | ast.ImportFrom) else ():
            alone: Any = copy.copy(node)
            alone.names = [alias]
            try:
                exec(compile(ast.Module([alone], []), piece.place, "exec"), names)  # noqa: S102
            except Exception:  # noqa: BLE001 - whatever a module raises when it is imported
                _not_imported[alias.asname or alias.name.partition(".")[0]] = error


def _remember_why(piece: Piece, error: BaseException) -> None:
    """What a statement could not make for want of an import is missing for the same reason."""
    if isinstance(error, NameError) and (why := _not_imported.get(error.name or "")):
        made = [node for node in ast.walk(ast.parse(piece.source)) if isinstance(node, ast.Name)]
        _not_imported.update({node.id: why for node in made if isinstance(node.ctx, ast.Store)})


def _compiled(piece: Piece, features: int) -> CodeType:
    text = "\n" * (piece.line - 1) + piece.source
    # Not a line break: what begins with an empty line is not indented.
    if piece.source.startswith((" ", "\t")):
        text = "\n" * (piece.line - 2) + "if True:\n" + piece.source
    flags = features | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    # This module's own `from __future__` must not change what a student's code means.
    code: CodeType = compile(text, piece.place, "exec", flags=flags, dont_inherit=True)
    return code
