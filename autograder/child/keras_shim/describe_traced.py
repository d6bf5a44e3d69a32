"""Describes calls of `fit` whose model no recipe describes, by tracing what the model computes.

What `describe` knows of a call is described as there: data, arguments, optimiser. Network, loss and
metrics become a program (`tracing`), beside which goes what can be seen of the model.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec

from autograder.child.keras_shim import describe, tracing
from autograder.child.keras_shim.appearance import appearance
from autograder.child.keras_shim.data import Arrays, Rows
from autograder.child.keras_shim.describe import GivenRows
from autograder.child.keras_shim.describe_compiled import describe_optimizer
from autograder.child.keras_shim.provenance import Provenance
from autograder.recipes import recipe, requests
from autograder.recipes.graph import Program
from autograder.wire.errors import RecipeError, UnevenData


@dataclass(frozen=True, slots=True)
class Variables:
    """A model's variables in the order of its program, in the place of the layers of a chain."""

    variables: list[Any]
    built: bool = True

    @property
    def weights(self) -> list[Any]:
        """All but the states of random generators, as a layer has them."""
        return [one for one in self.variables if not one.path.endswith(tracing.SEED_STATE)]


@dataclass(frozen=True, slots=True)
class TracedFit(describe.DescribedFit):
    """One call of `fit` of a model that was traced; `chain` holds its variables."""

    is_recipe: ClassVar[bool] = False

    program: Program | None = None
    parts: tuple[Any, ...] = ()

    def build(self, model: Any) -> None:
        """Nothing: what is traced is built."""

    def build_metrics(self, model: Any) -> None:
        """As `build`."""

    def again(self, model: Any) -> requests.Fit:
        """This call an epoch later; raises `RecipeError` where it would be traced otherwise."""
        if any(one is not other for one, other in zip(self.parts, _parts(model), strict=True)):
            raise RecipeError("unrepeatable.graph_changed")
        if _variables(model) != [id(one) for one in self.chain[0].variables]:
            raise RecipeError("unrepeatable.graph_changed")
        own_rate = self.program is not None and self.program.rate is not None
        compiled = _compiled(model, own_rate=own_rate)
        return msgspec.structs.replace(self.fit, compiled=compiled)

    def start(
        self, model: Any, provenance: Provenance, arrays: Arrays
    ) -> requests.New | requests.State:
        """Where the training starts from; raises `RecipeError` for values that only the child has:
        they may be knowledge.
        """
        del model, arrays
        key = provenance.state_key(self.chain)
        if key:
            return requests.State(key)
        variables = () if self.program is None else self.program.variables
        if any(variable.initial is None for variable in variables):
            raise RecipeError("unrepeatable.graph_given")
        return requests.New()


def describe_traced(
    model: Any, given: dict[str, Any], rows: GivenRows, arrays: Arrays, provenance: Provenance
) -> TracedFit:
    """A call of `fit` as a program; raises `RecipeError` where nothing can be traced.

    A model that is not built yet is, as `fit` would build it.
    """
    arguments = ("steps_per_epoch", "validation_steps")
    if not model.compiled or rows.streams.any or any(given[name] for name in arguments):
        raise RecipeError("unrepeatable.graph_arguments")
    training, validation = rows.training, rows.validation
    if training.is_uneven() or (validation is not None and validation.is_uneven()):
        raise UnevenData("unrepeatable.graph_arguments")
    plain = describe.plain_arguments(given, rows, arrays)
    own_rate = _has_own_rate(model.optimizer)
    compiled = _compiled(model, own_rate=own_rate)
    size = plain["batch_size"] or describe.KERAS_BATCH
    held_back = None
    if validation is not None:
        held_back = specs_of(validation, plain["validation_batch_size"] or size)
    specs = specs_of(training, size, weighted=bool(plain["class_weight"]))
    _build(model, specs)
    with _quietly():
        traced = tracing.trace_model(
            model, specs, held_back, provenance.initializer_of, own_rate=own_rate
        )
    seen = appearance(model, given)
    plain |= {
        "network": {"layers": []},
        "compiled": compiled,
        "traced": {"program": arrays.data_of(traced.data), "seen": seen},
    }
    fit = describe.checked(plain, requests.Fit)
    asked = TracedFit(
        fit=fit,
        chain=[Variables(traced.variables)],
        training=training,
        validation=validation,
        steps=describe.steps_of(fit, training, None),
        program=traced.program,
        parts=_parts(model),
    )
    asked.start(model, provenance, arrays)
    return asked


def _parts(model: Any) -> tuple[Any, ...]:
    """What `compile` made, and makes again where it is called again."""
    return model.optimizer, model._compile_loss, model._compile_metrics  # noqa: SLF001 - Keras's own


def _variables(model: Any) -> list[int]:
    return [id(one) for one in (*model.trainable_variables, *model.non_trainable_variables)]


def _compiled(model: Any, *, own_rate: bool) -> recipe.Compiled:
    """The optimiser alone: loss and metrics are in the program."""
    optimizer = model.optimizer
    if own_rate:
        optimizer, _scale = tracing.inner_optimizer(optimizer)
    plain = {"optimizer": describe_optimizer(optimizer, own_rate=own_rate), "loss": None}
    compiled: recipe.Compiled = describe.checked(plain, recipe.Compiled)
    return compiled


def _has_own_rate(optimizer: Any) -> bool:
    """Whether the vocabulary has no word for how its learning rate changes."""
    try:
        describe_optimizer(optimizer)
    except RecipeError as error:
        return error.message.name == "unrepeatable.learning_rate_schedule"
    return False


def specs_of(rows: Rows, size: int, *, weighted: bool = False) -> tracing.Rows:
    """What Keras's batches of these rows are like, where classes are `weighted` with weights.

    It knows their size where all are of one size.
    """
    import tensorflow as tf

    count = None if len(rows.images) % size else size
    images, labels, weights = (
        None if part is None else tf.TensorSpec((count, *part.shape[1:]), part.dtype)
        for part in (rows.images, rows.labels, rows.sample_weight)
    )
    if weighted:
        if labels is None or weights is not None:
            raise RecipeError("unrepeatable.class_weights")
        weights = tf.TensorSpec((count,), tf.float32)
    return tracing.Rows(images, labels, weights)


def _build(model: Any, specs: tracing.Rows) -> None:
    """Makes weights, metrics and what a loss keeps, as `fit` does, but nothing of the optimiser's:
    the trainer keeps that.
    """
    optimizer = model.optimizer
    was_built, optimizer.built = optimizer.built, True
    try:
        model._symbolic_build(data_batch=tuple(specs.specs()))  # noqa: SLF001 - as `fit` does
    except Exception as error:
        raise RecipeError("unrepeatable.graph_tracing") from error
    finally:
        optimizer.built = was_built


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """While nobody is to notice that student code is called."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield
