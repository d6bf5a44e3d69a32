"""Describes what `compile` was given in words of `recipe`: optimiser, loss, metrics.

What comes out is plain data that `recipe` still has to accept. An object of any class but Keras's
own, or with an argument for which the vocabulary has no word, raises `RecipeError` with a clause.
"""

from __future__ import annotations

import inspect
import re
from typing import Any

from autograder.child.keras_shim.describe_layers import only_defaults, plain
from autograder.recipes import recipe
from autograder.wire.errors import RecipeError

# What the vocabulary has no word for must be as Keras has it.
LOSS_DEFAULTS: dict[str, Any] = {"axis": -1}
# Losses that Keras gives no axis of their own.
WITHOUT_AXIS = ("Dice", "Tversky")
METRIC_DEFAULTS = {"dtype": "float32", "axis": -1, "multi_label": False}
AVERAGES = ("use_ema", "ema_momentum", "ema_overwrite_frequency")
LOSS_FIELDS = frozenset(recipe.Loss.__struct_fields__) - {"kind", "numbers"}
METRIC_FIELDS = frozenset(recipe.Metric.__struct_fields__) - {"kind", "arguments"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def describe_optimizer(optimizer: Any, *, own_rate: bool = False) -> dict[str, Any]:
    """An optimiser's class and numbers; `learning_rate` is the one in force now.

    With an `own_rate`, what computes the learning rate is described elsewhere.
    """
    import keras

    if type(optimizer) is keras.optimizers.LossScaleOptimizer:
        scale = {
            "initial_scale": float(optimizer.initial_scale),
            "dynamic_growth_steps": int(optimizer.dynamic_growth_steps),
        }
        return describe_optimizer(optimizer.inner_optimizer) | {"loss_scale": scale}
    kind = type(optimizer).__name__
    if kind not in recipe.OPTIMIZERS or type(optimizer) is not getattr(keras.optimizers, kind):
        raise RecipeError("unrepeatable.unknown_part", part="optimizer", name=kind)
    fields = set(recipe.OPTIMIZERS[kind])
    described: dict[str, Any] = {"kind": kind}
    schedule = optimizer._learning_rate  # noqa: SLF001 - the property computes it
    if not isinstance(schedule, keras.Variable):
        fields.remove("learning_rate")
        if not own_rate:
            described["schedule"] = _describe_schedule(schedule)
    config = _config_of(optimizer)
    known = {*recipe.OPTIMIZERS[kind], "name"}
    only_defaults(config, known, {}, "optimizer", kind)
    if not optimizer.use_ema:
        fields -= set(AVERAGES)
    return described | {"numbers": {name: plain(config[name]) for name in sorted(fields)}}


def _config_of(optimizer: Any) -> dict[str, Any]:
    """Its numbers; a schedule, which need not have any, is left out."""
    import keras

    rate = optimizer._learning_rate  # noqa: SLF001 - as above
    if isinstance(rate, keras.Variable):
        return dict(optimizer.get_config())
    try:
        optimizer._learning_rate = 0.0  # noqa: SLF001 - as above
        return dict(optimizer.get_config())
    finally:
        optimizer._learning_rate = rate  # noqa: SLF001 - as above


def _describe_schedule(schedule: Any) -> dict[str, Any]:
    import keras

    kind = type(schedule).__name__
    known = getattr(keras.optimizers.schedules, kind, None)
    if kind not in recipe.SCHEDULES or type(schedule) is not known:
        raise RecipeError("unrepeatable.learning_rate_schedule")
    config = schedule.get_config()
    numbers = {name: plain(config[name]) for name in sorted(recipe.SCHEDULES[kind])}
    return {"kind": kind, "numbers": numbers}


def describe_loss(loss: Any) -> Any:
    """A loss as `compile` was given it: a name, Keras's own function or object."""
    import keras

    if loss is None:
        return None
    if isinstance(loss, str) or (callable(loss) and hasattr(loss, "__name__")):
        return _name(loss, keras.losses, "loss")
    kind = type(loss).__name__
    if kind not in recipe.LOSSES or type(loss) is not getattr(keras.losses, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="loss", name=kind)
    if loss.dtype != "float32":
        raise RecipeError("unrepeatable.computes_in", part="loss", name=kind, dtype=str(loss.dtype))
    # Not every class tells all that it was given.
    config = loss.get_config() | getattr(loss, "_fn_kwargs", {})
    others = recipe.LOSSES[kind]
    defaults = {} if kind in WITHOUT_AXIS else LOSS_DEFAULTS
    only_defaults(config, {*LOSS_FIELDS, *others, "name", "fn"}, defaults, "loss", kind)
    described = {name: plain(config[name]) for name in LOSS_FIELDS & config.keys()}
    return {"kind": kind, "numbers": _changed(loss, config, others), **described}


def describe_metric(metric: Any) -> Any:
    """A metric as `compile` was given it: a name, Keras's own function or object."""
    import keras

    if isinstance(metric, str) or (callable(metric) and hasattr(metric, "__name__")):
        return _name(metric, keras.metrics, "metric")
    kind = type(metric).__name__
    if kind not in recipe.METRICS or type(metric) is not getattr(keras.metrics, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="metric", name=kind)
    config = metric.get_config() | getattr(metric, "_fn_kwargs", {})
    others = recipe.METRICS[kind]
    only_defaults(config, {*METRIC_FIELDS, *others}, METRIC_DEFAULTS, "metric", kind)
    described = {name: plain(config[name]) for name in METRIC_FIELDS & config.keys()}
    return {"kind": kind, "arguments": _changed(metric, config, others), **described}


def _changed(part: Any, config: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The arguments that are not as Keras has them, so that the same thing has one description."""
    taken = inspect.signature(type(part).__init__).parameters
    values = {name: plain(config[name]) for name in sorted(names) if name in config}
    return {name: value for name, value in values.items() if value != taken[name].default}


def _name(value: Any, module: Any, what: str) -> str:
    """A name, or the name of one of Keras's own functions, which means the same to `compile`."""
    name = value if isinstance(value, str) else value.__name__
    if not isinstance(value, str) and getattr(module, name, None) is not value:
        raise RecipeError("unrepeatable.unknown_part", part=what, name=name)
    if not NAME.fullmatch(name):
        raise RecipeError("unrepeatable.unusual_name", part=what)
    return str(name)
