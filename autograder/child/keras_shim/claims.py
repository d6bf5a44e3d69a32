"""Records of the trainings that happened beside student code; runs in the sandbox.

A record says what the network was, what it was given and what came of it, as far as it can be
described: by its recipe, or by what can be seen of the model. The one who calls `fit` notices
nothing. The judge has nothing but its word for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.child.keras_shim.appearance import (
    NO_DATA_KNOWN,
    NOTHING_SEEN,
    appearance,
    data_given,
)
from autograder.child.keras_shim.data import describe_data
from autograder.child.keras_shim.describe import DescribedFit
from autograder.child.keras_shim.provenance import Provenance, variables_of
from autograder.recipes.requests import digest_array, digest_of_all, to_plain
from autograder.recipes.unknown import WORD
from autograder.wire.messages import Message, message

MOST_RECORDED = 100
# What a network may answer to one image; one with more outputs is no classifier.
MOST_OUTPUTS = 1_000
IMAGES_AT_ONCE = 250


class Claims:
    """The records since `begin`, oldest first; `answered` counts what the trainer has answered."""

    def __init__(self, provenance: Provenance, answered: Callable[[], int]) -> None:
        self._provenance = provenance
        self._answered = answered
        self._answered_before = 0
        self._records: list[dict[str, Any]] = []
        # The model of the last record, and how much the trainer had answered then.
        self._last: tuple[Any, int] = (None, 0)
        # The record of a loop that may go on, the model and the optimizer.
        self._loop: tuple[dict[str, Any], Any, Any] | None = None
        # The weights that trainings here ended with, since the process began.
        self._ends: set[str] = set()

    def begin(self) -> None:
        """Forgets the records."""
        self._records = []
        self._loop = None
        self._last = (None, 0)
        self._answered_before = self._answered()

    def take(self) -> list[dict[str, Any]]:
        """The first records since `begin`, which are forgotten."""
        self._close_loop()
        taken, self._records = self._records[:MOST_RECORDED], []
        return taken

    def last_model(self) -> Any:
        """The model of the last training since `begin`, if only this process can say what it
        answers; else `None`.
        """
        model, answered = self._last
        return model if answered == self._answered() else None

    def record(
        self,
        model: Any,
        given: dict[str, Any],
        known: tuple[DescribedFit | None, Message | None],
        train: Callable[[], Any],
        *,
        goes_on: bool = False,
    ) -> Any:
        """The history that `train` returns, which trains the model and is recorded.

        `known` is the call as it is described, if it can be, and why the trainer did not do it.
        The call `goes_on` where the trainer did the first epochs of it.
        """
        self._close_loop()
        asked, reason = known
        record = self._begun(model, getattr(model, "optimizer", None)) | {
            "reason": None if reason is None else to_plain(reason),
            "epochs": given["epochs"] - given["initial_epoch"],
            "goes_on": goes_on,
        }
        self._keep(record, None if asked else model)
        try:
            history = train()
        except BaseException as error:
            record["raised"] = error
            self._last = (None, 0)
            raise
        finally:
            record |= _undescribed(model, given) if asked is None else _described(asked)
            self._ended(record, model)
        record["logs"] = {name: list(series) for name, series in history.history.items()}
        if asked is not None:
            record["weights"] = [variable.numpy() for variable in variables_of(asked.chain)]
        return history

    def note_loop(self, model: Any, optimizer: Any) -> None:
        """Student code trains a model, if one is known, in a loop of its own."""
        if self._loop is not None and self._loop[1] is model and self._loop[2] is optimizer:
            return
        self._close_loop()
        record = self._begun(model, optimizer) | {
            "reason": to_plain(message("unrepeatable.own_loop")),
            "by_fit": False,
            "epochs": WORD,
            "logs": WORD,
        }
        self._keep(record, model)
        self._loop = (record, model, optimizer)

    def _close_loop(self) -> None:
        if self._loop is None:
            return
        record, model, optimizer = self._loop
        self._loop = None
        record["seen"] = appearance(model, {"x": None, "y": None}, optimizer)
        self._ended(record, model)

    def _keep(self, record: dict[str, Any], model: Any) -> None:
        if len(self._records) < MOST_RECORDED:
            self._records.append(record)
        self._last = (model, self._answered())

    def _begun(self, model: Any, optimizer: Any) -> dict[str, Any]:
        before = digest_weights(model)
        left = self._provenance.state_of(model)
        if left or before in self._ends:
            start = "earlier"
        else:
            start = self._provenance.beginning(model) if before else "new"
        return {
            "by_fit": True,
            "goes_on": False,
            "answered": self._answered() - self._answered_before,
            "start": start,
            "new_optimizer": self._provenance.is_fresh(optimizer),
            "before": left or before,
            "after": "",
            "logs": {},
            "weights": None,
            "raised": None,
            # Until the training has ended, which it may not do by itself.
            "fit": None,
            "seen": NOTHING_SEEN,
            **NO_DATA_KNOWN,
        }

    def _ended(self, record: dict[str, Any], model: Any) -> None:
        record["after"] = digest_weights(model)
        # From one seed many models start alike: untrained weights are nobody's end.
        if record["after"] and not self._provenance.is_initial([model]):
            self._ends.add(record["after"])


def digest_weights(model: Any) -> str:
    """A digest of all weights of a model, in any order; empty where it has none yet."""
    try:
        digests = [digest_array(np.asarray(array)) for array in model.get_weights()]
    except Exception:  # noqa: BLE001 - a student's model may raise anything
        return ""
    return digest_of_all(digests) if digests else ""


def classify(model: Any, images: NDArray[Any]) -> NDArray[np.float32] | None:
    """What a model answers to images, scaled as probes scale theirs; `None` where it fails."""
    try:
        scaled = images / np.float32(255)
        answers = np.asarray(model.predict(scaled, batch_size=IMAGES_AT_ONCE, verbose=0))
        # The judge only has to see that these are no answers.
        kept = answers if answers[0].size <= MOST_OUTPUTS else answers[:1]
        return kept.astype(np.float32)
    except Exception:  # noqa: BLE001 - a student's model may raise anything
        return None


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


def _undescribed(model: Any, given: dict[str, Any]) -> dict[str, Any]:
    return {"seen": appearance(model, given), **data_given(given)}
