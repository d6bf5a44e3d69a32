"""Leaves a running kernel as it was before a check: whatever the check changed is put back.

A check calls the student's functions in the student's own kernel. They draw random numbers, make
models and may write to the notebook's variables; the next cell must find all that as it was.
"""

from __future__ import annotations

import builtins
import contextlib
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

import numpy as np

Undo = Callable[[], object]
# Of a list in a list in a list, the third is still looked into.
DEEPEST = 3


@contextmanager
def unchanged(names: dict[str, Any]) -> Iterator[None]:
    """On leaving, in whatever way, seeds, patched functions, figures and `names` are as before.

    Of `names`, the bindings are kept, and what is in lists, dictionaries, sets, arrays and models.
    """
    with ExitStack() as stack:
        for undo in (*_of_the_process(), _binding(names), *_contents(names)):
            stack.callback(undo)
        yield


def _of_the_process() -> Iterator[Undo]:
    """What is not a variable of the notebook's: random states, Keras's counters, open figures."""
    import keras

    yield partial(random.setstate, random.getstate())
    yield partial(np.random.set_state, np.random.get_state())
    yield from _keras_state()
    yield from _tensorflow_seed()
    yield partial(setattr, keras.Model, "fit", keras.Model.fit)
    yield partial(setattr, keras.Model, "predict", keras.Model.predict)
    yield partial(setattr, keras.Model, "train_on_batch", keras.Model.train_on_batch)
    yield partial(setattr, keras.optimizers.Optimizer, "apply", keras.optimizers.Optimizer.apply)
    yield partial(setattr, keras.layers.Layer, "add_weight", keras.layers.Layer.add_weight)
    yield partial(setattr, builtins, "input", builtins.input)
    yield partial(os.chdir, os.getcwd())  # noqa: PTH109 - what `chdir` takes back
    yield partial(_close_others, _figures())


def _keras_state() -> Iterator[Undo]:
    """Keras's seed, its generator and its counters of names, for which it has no public reader."""
    with contextlib.suppress(ImportError, AttributeError):
        from keras.src.backend.common.global_state import GLOBAL_STATE_TRACKER

        state = vars(GLOBAL_STATE_TRACKER)
        yield partial(_refill, state, dict(state))
        yield from (undo for value in list(state.values()) for undo in _content(value, 1))


def _tensorflow_seed() -> Iterator[Undo]:
    """The seed of `tf.random.set_seed` and how far it was drawn from."""
    with contextlib.suppress(ImportError, AttributeError):
        from tensorflow.python.eager.context import context

        inner: Any = context()
        generator = inner._rng  # noqa: SLF001 - TensorFlow tells neither
        yield partial(setattr, inner, "_seed", inner._seed)  # noqa: SLF001 - as above
        yield partial(setattr, inner, "_rng", generator)
        if generator is not None:
            yield partial(generator.setstate, generator.getstate())


def _figures() -> set[int]:
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot is not None else set()


def _close_others(kept: set[int]) -> None:
    pyplot = sys.modules.get("matplotlib.pyplot")
    for number in _figures() - kept:
        assert pyplot is not None  # noqa: S101 - or there would be no figures
        pyplot.close(number)


# ---- the notebook's variables ------------------------------------------------------------------


def _binding(names: dict[str, Any]) -> Undo:
    return partial(_refill, names, dict(names))


def _contents(names: dict[str, Any]) -> Iterator[Undo]:
    # What begins with an underscore is the kernel's own: its history may hold anything.
    own = [value for name, value in names.items() if name[:1] != "_" and name not in ("In", "Out")]
    seen = set[int]()
    for value in own:
        if id(value) not in seen:
            seen.add(id(value))
            yield from _content(value, DEEPEST)


def _content(value: Any, depth: int) -> Iterator[Undo]:
    """How to put back what is in a value; nothing where nothing in it can be changed."""
    kind = type(value)
    if kind is np.ndarray:
        if value.flags.writeable:
            yield partial(_refill_array, value, value.copy())
        return
    if kind is list:
        yield partial(value.__setitem__, slice(None), list(value))
    elif kind is set:
        yield partial(_refill_set, value, set(value))
    elif isinstance(value, dict):
        yield partial(_refill, value, dict(value))
    else:
        yield from _variables(value)
        return
    if depth > 1 and kind is not set:
        inner = value.values() if isinstance(value, dict) else value
        yield from (undo for item in list(inner) for undo in _content(item, depth - 1))


def _variables(value: Any) -> Iterator[Undo]:
    """The weights of a model, and all that its optimiser gathered."""
    import keras

    if isinstance(value, keras.Model) and value.built:
        optimizer: Any = getattr(value, "optimizer", None)
        variables = [*value.variables, *(optimizer.variables if optimizer is not None else ())]
        for variable in variables:
            if variable.dtype != "string":
                yield partial(variable.assign, variable.numpy())


def _refill(held: dict[Any, Any], before: dict[Any, Any]) -> None:
    for name in [name for name in held if name not in before]:
        del held[name]
    held.update(before)


def _refill_set(held: set[Any], before: set[Any]) -> None:
    held.clear()
    held.update(before)


def _refill_array(array: Any, before: Any) -> None:
    # Shapes can be set in place too.
    array.shape = before.shape
    array[...] = before
