"""Records of the trainings that happened beside student code; runs in the sandbox.

A record says what the network was, what it was given and what came of it, as far as it can be
described. The one who calls `fit` notices nothing. The judge has nothing but its word for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.child.keras_shim.data import describe_data
from autograder.child.keras_shim.describe import DescribedFit
from autograder.child.keras_shim.provenance import Provenance, variables_of
from autograder.recipes.requests import to_plain
from autograder.wire.messages import Message

MOST_RECORDED = 100


class Claims:
    """The records since `begin`, oldest first."""

    def __init__(self, provenance: Provenance) -> None:
        self._provenance = provenance
        self._records: list[dict[str, Any]] = []
        # The weights that trainings here ended with, since the process began.
        self._ends: set[str] = set()

    def begin(self) -> None:
        """Forgets the records."""
        self._records = []

    def take(self) -> list[dict[str, Any]]:
        """The first records since `begin`, which are forgotten."""
        taken, self._records = self._records[:MOST_RECORDED], []
        return taken

    def record(
        self,
        model: Any,
        given: dict[str, Any],
        known: tuple[DescribedFit | None, Message | None],
        train: Callable[[], Any],
    ) -> Any:
        """The history that `train` returns, which trains the model and is recorded.

        `known` is the call as it is described, if it can be, and why the trainer did not do it.
        """
        asked, reason = known
        record = self._begun(model, given) | {
            "reason": None if reason is None else to_plain(reason)
        }
        record |= _undescribed(given) if asked is None else _described(asked)
        if len(self._records) < MOST_RECORDED:
            self._records.append(record)
        try:
            history = train()
        except BaseException as error:
            record["raised"] = error
            raise
        finally:
            record["after"] = digest_weights(model)
            # From one seed many models start alike: untrained weights are nobody's end.
            if not self._provenance.is_initial([model]):
                self._ends.add(record["after"])
        record["logs"] = {name: list(series) for name, series in history.history.items()}
        if asked is not None:
            record["weights"] = [variable.numpy() for variable in variables_of(asked.chain)]
        return history

    def _begun(self, model: Any, given: dict[str, Any]) -> dict[str, Any]:
        before = digest_weights(model)
        if before in self._ends:
            start = "earlier"
        else:
            start = "new" if not before or self._provenance.is_initial([model]) else "given"
        return {
            "epochs": given["epochs"],
            "first_epoch": given["initial_epoch"],
            "start": start,
            "new_optimizer": self._provenance.is_fresh(model),
            "before": before,
            "after": "",
            "logs": {},
            "weights": None,
            "raised": None,
        }


def digest_weights(model: Any) -> str:
    """A digest of all weights of a model; empty where it has none yet."""
    digest = hashlib.blake2b(digest_size=16)
    try:
        weights = model.get_weights()
    except Exception:  # noqa: BLE001 - a student's model may raise anything
        return ""
    for array in weights:
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest() if weights else ""


def _described(asked: DescribedFit) -> dict[str, Any]:
    training, validation = asked.training, asked.validation
    return {
        "fit": to_plain(asked.fit),
        "images": describe_data(training.images),
        "labels": describe_data(training.labels),
        "sample_weight": describe_data(training.sample_weight),
        "validation": None if validation is None else describe_data(validation.images),
        "validation_labels": None if validation is None else describe_data(validation.labels),
    }


def _undescribed(given: dict[str, Any]) -> dict[str, Any]:
    validation = given["validation_data"]
    parts = [*validation] if isinstance(validation, (list, tuple)) else [validation]
    images, labels = [*parts, None, None][:2]
    return {
        "fit": None,
        "images": describe_data(given["x"]),
        "labels": describe_data(given["y"]),
        "sample_weight": describe_data(given["sample_weight"]),
        "validation": describe_data(images),
        "validation_labels": describe_data(labels),
    }
