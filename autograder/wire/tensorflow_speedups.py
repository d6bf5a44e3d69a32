"""Keeps setting up TensorFlow's operations short, and from happening again for every model.

TensorFlow looks up an operation's kernel once and keeps it. Setting a seed throws all of them away,
because the kernels of some random operations hold a generator; and a variable's name is part of its
kernel's key, though nothing is computed from it. Half of what a small model costs is that. And each
operation is made a function of its own first, which goes through all that is done to graphs: a
third of what a child costs. The trainer gains by the same.

All reach into private parts of TensorFlow or Python; where those are called otherwise, nothing is
changed.
"""

from __future__ import annotations

import contextlib
import functools
import sys
import types
import typing
from typing import Any


def keep_kernels() -> None:
    """Changes TensorFlow for the life of the process; runs no operation."""
    with contextlib.suppress(ImportError, AttributeError):
        _seeds_keep_kernels()
    with contextlib.suppress(ImportError, AttributeError):
        _variables_share_kernels()
    with contextlib.suppress(ImportError, AttributeError):
        _operations_stand_alone()
    if sys.version_info < (3, 12):
        with contextlib.suppress(AttributeError):
            _protocols_are_read_once()


def _seeds_keep_kernels() -> None:
    """Setting a seed keeps the kernels as long as none of them can hold a generator.

    Every operation of TensorFlow's that has one asks for its seeds, or those of its graph, first;
    Keras's own random numbers have none. From the first such question on all is as ever.
    """
    from tensorflow.python.eager import context
    from tensorflow.python.framework import random_seed

    ask_for_seeds = random_seed.get_seed
    set_global_seed = context.Context._set_global_seed  # noqa: SLF001 - where it is done
    generators: list[Any] = []

    def seeded(seed: Any) -> dict[str, Any]:
        """What a seed sets, found without a handle, so that there are no kernels to throw away.

        The context keeps its own: another thread that met it without a handle would crash.
        """
        stand_in = types.SimpleNamespace(_context_handle=None)
        set_global_seed(stand_in, seed)
        return {name: value for name, value in vars(stand_in).items() if name != "_context_handle"}

    seeded(0)  # raises `AttributeError` where a version asks the context for more

    @functools.wraps(ask_for_seeds)
    def get_seed(op_seed: Any) -> Any:
        generators.append(True)
        random_seed.get_seed = ask_for_seeds
        return ask_for_seeds(op_seed)

    @functools.wraps(set_global_seed)
    def _set_global_seed(self: Any, seed: Any) -> None:
        if generators:
            set_global_seed(self, seed)
            return
        vars(self).update(seeded(seed))

    random_seed.get_seed = get_seed
    context.Context._set_global_seed = _set_global_seed  # noqa: SLF001


def _variables_share_kernels() -> None:
    """A variable outside graphs is made without the name that only debuggers read."""
    from tensorflow.python.eager import context
    from tensorflow.python.ops import gen_resource_variable_ops

    original = gen_resource_variable_ops.var_handle_op

    @functools.wraps(original)
    def var_handle_op(*args: Any, **kwargs: Any) -> Any:
        if context.executing_eagerly():
            kwargs.pop("debug_name", None)
        return original(*args, **kwargs)

    gen_resource_variable_ops.var_handle_op = var_handle_op


def _operations_stand_alone() -> None:
    """An operation outside graphs is run as it is; TensorFlow did that until version 2.9.

    Errors then name no function that nobody wrote, and Softmax may differ in its last bit.
    """
    from tensorflow.python import pywrap_tfe

    original = pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction

    @functools.wraps(original)
    def set_run_eager_op_as_function(options: Any, _enable: bool) -> None:
        original(options, False)

    pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction = set_run_eager_op_as_function


def _protocols_are_read_once() -> None:
    """What a protocol asks for is gathered once, as Python itself does from version 3.12 on.

    TensorFlow asks of each argument of each operation whether it keeps the protocol of a tensor.
    """
    private: Any = typing
    private._get_protocol_attrs = functools.cache(private._get_protocol_attrs)  # noqa: SLF001
