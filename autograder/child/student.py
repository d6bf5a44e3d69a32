"""A student's source into callable names, and exceptions into words; runs in the sandbox."""

from __future__ import annotations
import __future__

import builtins
import copy
import functools
import inspect
import linecache
import operator
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import CodeType, ModuleType
from typing import Any

from autograder.wire.dataset import Images
from autograder.wire.errors import Failure
from autograder.wire.explain import NOTHING, kind_in_words, placed, told
from autograder.wire.frames import class_names, error_text

MODULE_NAME = "__main__"
# A `from __future__ import` holds for the pieces after it, as it does in a notebook.
ALL_FEATURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)
MEND = "Mend what failed first: what comes after it may then be right."


class Missing(Exception):
    """A function that an exercise asks for is not there; text and hint are for the student."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.hint = hint


class Student:
    """The student's names after their pieces ran, as attributes; calls say how they were meant."""

    def __init__(self, names: dict[str, Any], trouble: Sequence[str]) -> None:
        self._names = names
        self._trouble = tuple(trouble)

    def __getattr__(self, name: str) -> Any:
        value = self._names.get(name)
        # A Keras model can be called too, but not as a function of the student's.
        if callable(value) and (isinstance(value, type) or not hasattr(value, "fit")):
            return CheckedCallable(name, value)
        if value is None:
            raise Missing(
                " ".join([f"Your notebook does not define `{name}`.", *self._trouble]),
                MEND
                if self._trouble
                else "Take its first line from the exercise, as it is, write the rest, and run it.",
            )
        raise Missing(
            f"`{name}` should be a function or class, but your notebook makes it"
            f" {kind_in_words(type(value).__name__)}.",
            "Give that another name, or leave out the brackets that call the function.",
        )


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
            own = ", ".join(f"`{name}`" for name in signature.parameters) or "none"
            count = f"{len(args) or 'no'} argument{'' if len(args) == 1 else 's'}"
            raise Missing(
                f"The exercise calls `{self._name}` with {count}, and yours takes {own}.",
                "Keep the first lines of the exercise as they are: names, arguments and order.",
            ) from None
        except ValueError:
            pass  # some callables have no signature; the call itself will tell
        return self._function(*args, **kwargs)


class Offered:
    """What a probe is given, as attributes: its own copies, so that a change in place is its own.

    An array of images is copied when it is first asked for; most probes want one of them.
    """

    def __init__(self, extra: dict[str, Any], images: Images) -> None:
        self.__dict__.update(copy.deepcopy(extra))
        self._images = images

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        array = getattr(self._images, name).copy()
        setattr(self, name, array)
        return array


def load(pieces: Sequence[dict[str, Any]]) -> tuple[dict[str, Any], list[str]]:
    """Runs the pieces in order in one fresh namespace.

    Returns the namespace and a sentence for each piece that failed; a piece that fails does not
    stop those after it, so that it costs only what needs it.
    """
    module = ModuleType(MODULE_NAME)
    names = module.__dict__
    names["__builtins__"] = builtins
    # Nobody answers while grading: as if Enter was pressed.
    builtins.input = lambda _prompt="": ""
    _remember_source(pieces)
    trouble = []
    features = 0
    for piece in pieces:
        try:
            code = _compiled(piece, features)
            features |= code.co_flags & ALL_FEATURES
            exec(code, names)  # noqa: S102 - running student code is this module's purpose
        except SystemExit:
            trouble.append(f"{_capital(piece['place'])} calls `exit()`; remove it.")
        except BaseException as error:  # noqa: BLE001 - student code may raise anything
            message, place, line, _code = in_words(error)
            line = line or getattr(error, "lineno", 0) or piece["line"]
            words = message.removesuffix(".")
            trouble.append(f"{_capital(place or piece['place'])}, line {line}, failed: {words}.")
    return names, trouble


def attempt(function: Any, *args: Any) -> dict[str, Any]:
    """What a function returned, or in words why it did not; for probes that go on either way."""
    try:
        return {"returned": function(*args), "trouble": "", "hint": ""}
    except Exception as error:  # noqa: BLE001 - student code may raise anything
        words = crash_words(error, ())
        trouble = placed(words["message"], words["place"], words["line"], words["code"])
        told = {"hint": words["hint"], "expected": words["expected"]}
        return {"returned": None, "trouble": trouble, **told}


def as_model(value: Any, maker: str) -> Any:
    """`value` if it is a Keras model; raises a `Failure` that names the function `maker`."""
    import keras

    if isinstance(value, keras.Model):
        return value
    raise Failure(
        f"`{maker}` to return a Keras model",
        kind_in_words(type(value).__name__),
        NOTHING if value is None else "Return the model itself, which `compile` was called on.",
    )


def as_callback(value: Any, maker: str) -> Any:
    """`value` if it is a Keras callback; raises a `Failure` that names the class `maker`."""
    import keras

    if isinstance(value, keras.callbacks.Callback):
        return value
    raise Failure(
        f"`{maker}` to make a Keras callback",
        kind_in_words(type(value).__name__),
        "Keep the first line of the class, with `tf.keras.callbacks.Callback` in its brackets.",
    )


def in_words(error: BaseException) -> tuple[str, str, int, str]:
    """An exception as a sentence, and the place, line and source line where own code raised it."""
    place, line, code = "", 0, ""
    for frame in traceback.extract_tb(error.__traceback__):
        if own := _name_place(frame.filename):
            place, line, code = own, frame.lineno or 0, frame.line or ""
    return _sentence(error), place, line, code


def crash_words(error: BaseException, trouble: Sequence[str]) -> dict[str, Any]:
    """The fields of a `Crash`: why a probe has no evidence, and what failed before it."""
    message, place, line, code = in_words(error)
    if isinstance(error, Failure):
        message = error.seen
    before = [words for words in trouble if words not in message]
    return {
        # What failed first is what everything else may come from.
        "message": " ".join([*before, message]),
        "place": place,
        "line": line,
        "code": code,
        "hint": MEND if before else next_step(error),
        "expected": error.expected if isinstance(error, Failure) else "",
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


def next_step(error: BaseException) -> str:
    """One thing to try after an exception."""
    if isinstance(error, (Missing, Failure)):
        return error.hint
    return told(class_names(error), error_text(error))[1]


def _sentence(error: BaseException) -> str:
    if isinstance(error, Missing):
        return str(error)
    if isinstance(error, Failure):
        return f"Expected {error.expected}; seen {error.seen}."
    return told(class_names(error), error_text(error))[0]


def _capital(place: str) -> str:
    """A cell at the start of a sentence; the name of a file stays as it is."""
    return f"C{place[1:]}" if place.startswith("cell ") else place


_places: dict[str, list[str]] = {}


def _piece_place(filename: str) -> str:
    return filename if filename in _places else ""


_name_place: Callable[[str], str] = _piece_place


def _remember_source(pieces: Sequence[dict[str, Any]]) -> None:
    """Lets tracebacks, `inspect` and AutoGraph find the source of each cell."""
    for piece in pieces:
        lines = _places.setdefault(piece["place"], [])
        text = piece["source"].splitlines()
        lines += [""] * (piece["line"] - 1 + len(text) - len(lines))
        lines[piece["line"] - 1 : piece["line"] - 1 + len(text)] = text
    for place, lines in _places.items():
        whole = [line + "\n" for line in lines]
        linecache.cache[place] = (sum(map(len, whole)), None, whole, place)


def _compiled(piece: dict[str, Any], features: int) -> CodeType:
    text = "\n" * (piece["line"] - 1) + piece["source"]
    # This module's own `from __future__` must not change what a student's code means.
    code: CodeType = compile(text, piece["place"], "exec", flags=features, dont_inherit=True)
    return code
