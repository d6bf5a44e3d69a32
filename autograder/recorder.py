"""Every call of `Model.fit` beside student code into a plain record; runs in the fence.

The real `fit` does the work and the caller notices nothing. What is recorded is what the network
was, what it was given and what came of it, so that checks need not rely on what students report.
"""

from __future__ import annotations

import functools
import inspect
from typing import Any

from autograder.describe import describe_data, describe_loss, describe_model, digest_weights

MOST_RECORDED = 100


class Recorder:
    """Wraps `keras.Model.fit` for the life of the process; `take` empties the list of records."""

    def __init__(self) -> None:
        import keras

        self._records: list[dict[str, Any]] = []
        original = keras.Model.fit
        signature = inspect.signature(original)

        @functools.wraps(original)
        def fit(model: Any, *args: Any, **kwargs: Any) -> Any:
            asked = signature.bind(model, *args, **kwargs)
            asked.apply_defaults()
            record = self._start(model, asked.arguments)
            try:
                history = original(model, *args, **kwargs)
            except BaseException as error:
                record["raised"] = error
                raise
            finally:
                # A model that failed before it was built may still be meant for other images.
                shape = tuple((record["images"] or {}).get("shape", (0, 28, 28))[1:])
                record["layers"] = describe_model(model, shape, build=False)
                record["after"] = digest_weights(model)
            record["logs"] = {name: list(series) for name, series in history.history.items()}
            return history

        keras.Model.fit = fit

    def take(self) -> list[dict[str, Any]]:
        """The records since the last call, oldest first."""
        taken, self._records = self._records[:MOST_RECORDED], []
        return taken

    def _start(self, model: Any, asked: dict[str, Any]) -> dict[str, Any]:
        loss, from_logits = describe_loss(getattr(model, "loss", None))
        optimizer = getattr(model, "optimizer", None)
        iterations = getattr(optimizer, "iterations", None)
        validation = asked["validation_data"]
        record = {
            "layers": [],
            "before": digest_weights(model),
            "after": "",
            "loss": loss,
            "from_logits": from_logits,
            "optimizer": type(optimizer).__name__,
            "metrics": _metrics(model),
            "epochs": asked["epochs"],
            "first_step": 0 if iterations is None else int(iterations.numpy()),
            "images": describe_data(asked["x"]),
            "labels": describe_data(asked["y"]),
            "validation": describe_data(validation[0])
            if isinstance(validation, (tuple, list)) and validation
            else None,
            "logs": {},
            "raised": None,
        }
        self._records.append(record)
        return record


def _metrics(model: Any) -> list[str]:
    # `model.metrics` is only complete once trained; what `compile` was given is known before.
    config = getattr(model, "_compile_config", None)
    asked = config.config.get("metrics") if config is not None else None
    if isinstance(asked, (list, tuple)):
        return [
            item if isinstance(item, str) else str(getattr(item, "name", item)) for item in asked
        ]
    return [] if asked is None else [str(asked)]
