"""Knows where the weights of a child's models and optimisers come from.

Weights are told by their values alone: those that a training left are that state wherever they
are found again, in a clone or after `set_weights`, and those that an initialiser made are new.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import math
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.child.keras_shim.data import Arrays
from autograder.recipes.recipe import MOST_PARAMETERS
from autograder.recipes.requests import Given, New, State
from autograder.recipes.unknown import WORD
from autograder.wire.errors import RecipeError, RequestTooLarge
from autograder.wire.protocol import Trained


@dataclass(frozen=True, slots=True)
class Left:
    """Where the trainer left an optimiser: after which training and step, with what variables."""

    key: str
    iterations: int
    variables: tuple[Any, ...]


class Provenance:
    """What is known of weights and optimisers since the process began."""

    def __init__(self) -> None:
        # Which initialiser made which values. Weights that were copied from another new model are
        # as new.
        self._initial: dict[str, Any] = {}
        # The variables that initialisers made, by `id`; of others nothing is known.
        self._noted: set[int] = set()
        self._states: dict[str, str] = {}
        self._optimizers: weakref.WeakKeyDictionary[Any, Left] = weakref.WeakKeyDictionary()
        # The layers of each model that the trainer trained, in the order of its answer.
        self._chains: weakref.WeakKeyDictionary[Any, list[Any]] = weakref.WeakKeyDictionary()
        # For each thread: what one makes without values, another may make with them.
        self._here = threading.local()

    def noting(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """`Layer.add_weight` that refuses what is too large and notes the initial values."""

        @functools.wraps(original)
        def add_weight(layer: Any, *args: Any, **kwargs: Any) -> Any:
            import keras

            _refuse_too_large(args[0] if args else kwargs.get("shape"))
            if len(args) > 1 or kwargs.get("initializer") is None:
                return original(layer, *args, **kwargs)
            initializer = keras.initializers.get(kwargs["initializer"])
            is_known = False

            def initial(shape: Any, dtype: Any = None, **others: Any) -> Any:
                nonlocal is_known
                if getattr(self._here, "without_values", False):
                    is_known = True
                    return np.zeros(tuple(shape), dtype)
                value = initializer(shape, dtype=dtype, **others)
                # A model that is made while it trains, in a graph, has no values to note yet.
                if is_known := hasattr(value, "numpy"):
                    self._initial[_digest(value.numpy())] = initializer
                return value

            variable = original(layer, *args, **kwargs | {"initializer": initial})
            if is_known:
                self._noted.add(id(variable))
            return variable

        return add_weight

    @contextlib.contextmanager
    def without_values(self) -> Iterator[None]:
        """While weights are made that get their values right afterwards."""
        self._here.without_values = True
        try:
            yield
        finally:
            self._here.without_values = False

    def is_initial(self, chain: Sequence[Any]) -> bool:
        """Whether every weight has a value that an initialiser made."""
        return self.are_initial(_digests(chain))

    def are_initial(self, digests: Sequence[str]) -> bool:
        """The same, where the digests of all weights are known already."""
        return self._initial.keys() >= set(digests)

    def beginning(self, model: Any) -> str:
        """How a model comes to its weights: "new" or "given", `unknown` where nobody noted one.

        What a layer learns from data by `adapt` is no weight in this sense.
        """
        adapted = {
            id(weight)
            for layer in model._flatten_layers()  # noqa: SLF001 - Keras's own list
            if hasattr(layer, "adapt")
            for weight in layer.weights
        }
        others = [weight for weight in model.weights if id(weight) not in adapted]
        changed = [weight for weight in others if self.initializer_of(weight) is None]
        if any(id(weight) in self._noted for weight in changed):
            return "given"
        return WORD if changed else "new"

    def state_of(self, model: Any) -> str:
        """The state in which the trainer left a model, if its weights are still those; else ""."""
        chain = None if model is None else self._chains.get(model)
        return "" if chain is None else self._states.get(_state(chain, _digests(chain)), "")

    def initializer_of(self, variable: Any) -> Any:
        """The initialiser that makes the value that a variable has; `None` where none did."""
        return self._initial.get(_digest(variable.numpy()))

    def state_key(self, chain: Sequence[Any]) -> str:
        """The state that a training of the trainer's left these layers in; "" if none did."""
        return self._states.get(_state(chain, _digests(chain)), "")

    def start(self, chain: Sequence[Any], arrays: Arrays) -> New | State | Given:
        """Where a training of these layers, which are built, starts from."""
        digests = _digests(chain)
        key = self._states.get(_state(chain, digests))
        if key is not None:
            return State(key)
        if self.are_initial(digests):
            return New()
        return given_values(chain, arrays)

    def start_of_optimizer(self, model: Any) -> New | State:
        """Where its optimiser starts from; raises `RecipeError` where only the child knows."""
        optimizer: Any = getattr(model, "optimizer", None)
        if optimizer is None:
            return New()
        left = self._optimizers.get(optimizer)
        iterations = _iterations(optimizer)
        if iterations != (0 if left is None else left.iterations):
            raise RecipeError("unrepeatable.optimizer_used")
        if left is not None and _identities(left.variables) != _identities(
            model.trainable_variables
        ):
            raise RecipeError("unrepeatable.optimizer_of_other_model")
        return New() if left is None else State(left.key)

    def arrive(self, model: Any, chain: Sequence[Any], reply: Trained) -> None:
        """Sets a built model to the end of a training by the trainer."""
        values = {}
        for variable, value in zip(variables_of(chain), reply.weights, strict=True):
            variable.assign(value)
            values[id(variable)] = value
        digests = [_digest(values[id(weight)]) for layer in chain for weight in layer.weights]
        optimizer, iterations = model.optimizer, reply.iterations
        self._states[_state(chain, digests)] = reply.state
        self._chains[model] = list(chain)
        counter_of(optimizer).assign(iterations)
        left = Left(reply.state, iterations, tuple(model.trainable_variables))
        self._optimizers[optimizer] = left

    def leave(self, model: Any) -> None:
        """Makes an optimiser ready to train here: the trainer keeps what it gathered there.

        One of another model is given that model's variables, so that Keras refuses it as ever.
        """
        optimizer: Any = getattr(model, "optimizer", None)
        left = None if optimizer is None else self._optimizers.pop(optimizer, None)
        if left is None or optimizer.built:
            return
        if _identities(left.variables) != _identities(model.trainable_variables):
            optimizer.build(list(left.variables))
        else:
            counter_of(optimizer).assign(0)  # with its moments goes its count

    def is_fresh(self, optimizer: Any) -> bool:
        """Whether an optimiser, if there is one, has not trained yet."""
        return optimizer is None or _iterations(optimizer) == 0


def given_values(chain: Sequence[Any], arrays: Arrays) -> Given:
    """The values of these layers as they are, for a training that starts from them."""
    values = [variable.numpy() for variable in variables_of(chain)]
    return Given(tuple(arrays.data_of(value) for value in values))


def variables_of(chain: Sequence[Any]) -> list[Any]:
    """All variables of the layers, in the order in which they cross the sandbox."""
    return [variable for layer in chain for variable in layer.variables]


def _state(chain: Sequence[Any], digests: Sequence[str]) -> str:
    """Equal where weights and the forms of all variables are; the states of seeds do not count."""
    forms = [(tuple(variable.shape), str(variable.dtype)) for variable in variables_of(chain)]
    return hashlib.blake2b(repr((forms, digests)).encode(), digest_size=16).hexdigest()


def _digests(chain: Sequence[Any]) -> list[str]:
    """A digest of each weight; reading a variable costs more than the digest of a small one."""
    return [_digest(weight.numpy()) for layer in chain for weight in layer.weights]


def _digest(array: NDArray[Any]) -> str:
    return hashlib.sha256(np.ascontiguousarray(array).data).hexdigest()


def _identities(variables: Sequence[Any]) -> list[int]:
    return [id(variable) for variable in variables]


def counter_of(optimizer: Any) -> Any:
    """The variable in which an optimiser counts its steps."""
    inner = getattr(optimizer, "inner_optimizer", optimizer)
    return inner._iterations  # noqa: SLF001 - `iterations` may be computed


def _iterations(optimizer: Any) -> int:
    return int(counter_of(optimizer).numpy())


def _refuse_too_large(shape: Any) -> None:
    try:
        lengths = [int(length) for length in shape or ()]
    except (TypeError, ValueError):
        return
    count = math.prod(lengths)
    if count > MOST_PARAMETERS:
        form = " x ".join(f"{length:,}" for length in lengths)
        raise RequestTooLarge("too_large.layer", form=form, count=count, most=MOST_PARAMETERS)
