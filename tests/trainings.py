"""Made-up trainings, as facts and as the records that claims travel in, for other tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from autograder.judging.data_seen import data_seen
from autograder.judging.fits import FitRecord, fit_of
from autograder.recipes import recipe, requests
from autograder.recipes.rows import describe_array
from autograder.wire.frames import Raised

RAISED = Raised(("ValueError", "Exception"), "the shapes do not match")
COMPILED = recipe.Compiled(
    recipe.Optimizer("Adam"), "sparse_categorical_crossentropy", ("accuracy",)
)
IMAGES = (np.arange(60) % 4).reshape(15, 2, 2).astype(np.float32)
LABELS = np.arange(15) % 10
# What can be seen of a network like that of `network`.
SEEN: dict[str, Any] = {
    "layers": [
        {"kind": kind, "units": units, "activation": activation, "rate": 0.0, "scale": 1.0,
         "offset": 0.0, "output_shape": [width]}
        for kind, units, activation, width in (
            ("Flatten", 0, "", 4), ("Dense", 8, "relu", 8), ("Dense", 10, "softmax", 10)
        )
    ],
    "loss": "sparse_categorical_crossentropy",
    "from_logits": False,
    "optimizer": "Adam",
    "metrics": ["accuracy"],
    "parameters": 50,
}  # fmt: skip


def network(*layers: Any, input_shape: tuple[int, ...] | None = None) -> recipe.Network:
    """A chain of layers; without any, one hidden layer and ten outputs."""
    usual = (recipe.Flatten(), recipe.Dense(8, "relu"), recipe.Dense(10, "softmax"))
    return recipe.Network(layers or usual, input_shape)


def fit(made: recipe.Network | None = None, images: Any = IMAGES, **changes: Any) -> requests.Fit:
    """A call of `fit` on these images."""
    data = requests.Labelled(requests.data_of(images), requests.data_of(LABELS))
    return requests.Fit(
        **{"network": made or network(), "compiled": COMPILED, "training": data} | changes
    )


def fact(
    *layers: Any,
    images: Any = IMAGES,
    labels: Any = LABELS,
    compiled: Any = COMPILED,
    **changes: Any,
) -> FitRecord:
    """A training of one epoch that went well, but for the changes."""
    training = fit_of(
        fit(network(*layers), images, compiled=compiled),
        epochs=1,
        images=data_seen(images),
        labels=data_seen(labels),
        validation=None,
        logs={"loss": [0.5], "accuracy": [0.75]},
        raised=None,
        weights=None,
        start="new",
        new_optimizer=True,
        before="",
        after="a",
        level="trained",
    )
    return replace(training, **changes)


def record(**changes: Any) -> dict[str, Any]:
    """What the sandbox reports of a training that it did by itself."""
    whole = {
        "fit": requests.to_plain(fit()),
        "reason": None,
        "epochs": 1,
        "seen": SEEN,
        "by_fit": True,
        "goes_on": False,
        "answered": 0,
        "start": "new",
        "new_optimizer": True,
        "before": "",
        "after": "a",
        "images": describe_array(IMAGES),
        "sample_weight": None,
        "labels": None,
        "validation": None,
        "validation_labels": None,
        "logs": {"loss": [0.5]},
        "weights": None,
        "raised": None,
    }
    return whole | changes
