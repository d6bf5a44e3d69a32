"""What the sandbox says of a training: read whole, with what is unknown, or a failure."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.judging.claims import fit_from
from autograder.judging.data_seen import data_seen
from autograder.recipes import requests
from autograder.recipes.unknown import UNKNOWN, WORD
from autograder.wire.errors import Failure, NotKnown
from autograder.wire.messages import message
from tests.trainings import IMAGES, RAISED, SEEN, fit, record


def test_only_finite_series_are_kept() -> None:
    """A series that diverged is left out of the logs, and the others stay."""
    training = fit_from(record(logs={"loss": [0.5, 0.25], "mse": [0.5, math.nan]}))
    assert dict(training.logs) == {"loss": (0.5, 0.25)}


def test_a_record_is_a_claim() -> None:
    """A record of the sandbox becomes a training on trust."""
    training = fit_from(record(raised=RAISED, weights=[np.ones(3)], start="earlier"))
    assert training.level == "trust"
    assert (training.raised, training.start, training.unrepeatable) == (RAISED, "earlier", None)
    assert training.images == data_seen(IMAGES)
    assert training.network == fit().network
    assert training.weights is not None
    assert np.array_equal(np.asarray(training.weights[0]), [1, 1, 1])


def test_what_cannot_be_described_is_as_it_was_seen() -> None:
    """A record without a recipe holds the reason, and what could be seen of the network."""
    reason = message("unrepeatable.frozen", layer="Mine")
    training = fit_from(record(fit=None, reason=msgspec.to_builtins(reason), answered=3))
    assert (training.unrepeatable, training.network, training.order) == (reason, None, 3)
    assert training.layers.in_words == "Flatten, Dense(8, relu), Dense(10, softmax)"
    assert (training.layers.hidden_widths, training.layers.flattens) == ([8], True)
    assert (training.loss, training.optimizer) == ("sparse_categorical_crossentropy", "Adam")
    assert (training.metrics, training.from_logits) == (("accuracy",), False)


PARTS = ("images", "labels", "validation", "logs", "epochs", "start")


@pytest.mark.parametrize("part", PARTS)
def test_what_is_unknown_ends_whoever_needs_it(part: str) -> None:
    """A part of which nothing could be found out raises where it is used, and only there."""
    training = fit_from(record(fit=None, **{part: WORD}))
    assert getattr(training, part) is UNKNOWN
    with pytest.raises(NotKnown):
        bool(getattr(training, part))
    assert training.layers.hidden_widths == [8]


@pytest.mark.parametrize("part", sorted(SEEN))
def test_what_could_not_be_seen_is_unknown(part: str) -> None:
    """So it is with what is seen of a network."""
    training = fit_from(record(fit=None, seen=SEEN | {part: WORD}))
    assert getattr(training, "counted" if part == "parameters" else part) is UNKNOWN


def test_an_unknown_activation_leaves_the_rest_of_the_layers_known() -> None:
    """Widths are known where an activation is not, and so is every other layer."""
    flatten, hidden, output = SEEN["layers"]
    follows = {**flatten, "kind": "Activation", "activation": "tanh"}
    seen = SEEN | {"layers": [flatten, hidden | {"activation": WORD}, follows, output]}
    layers = fit_from(record(fit=None, seen=seen)).layers
    assert (layers.hidden_widths, layers.output) == ([8], layers[-1])
    with pytest.raises(NotKnown):
        assert layers.hidden[0].activation != "linear"


def test_a_missing_reason_is_a_reason() -> None:
    """A record without a recipe is never taken for one with it."""
    assert fit_from(record(fit=None)).unrepeatable == message("unrepeatable.unknown")


@pytest.mark.parametrize("key", sorted(set(record()) - {"seen"}))
def test_a_record_without_a_part_fails(key: str) -> None:
    """A record that lacks any of its parts is a failure, not a guess."""
    with pytest.raises(Failure, match=r"report\.training_unreadable"):
        fit_from({name: value for name, value in record().items() if name != key})


@pytest.mark.parametrize("key", sorted(SEEN))
def test_a_network_without_a_part_fails(key: str) -> None:
    """So is what was seen of a network without a part: `unknown` has to be said."""
    seen = {name: value for name, value in SEEN.items() if name != key}
    with pytest.raises(Failure, match=r"report\.training_unreadable"):
        fit_from(record(fit=None, seen=seen))


LAYER = SEEN["layers"][1]


@pytest.mark.parametrize(
    "changed",
    [
        {"fit": {}},
        {"fit": "fit"},
        {"fit": {**requests.to_plain(fit()), "network": {"layers": [{"kind": "Lambda"}]}}},
        {"epochs": math.inf},
        {"epochs": "many"},
        {"start": "anew"},
        {"start": ["new"]},
        {"logs": [0.9]},
        {"logs": WORD},
        {"answered": "three"},
        {"weights": [1.0]},
        {"weights": 7},
        {"images": {**record()["images"], "mean": math.nan}},
        {"images": {**record()["images"], "shape": [None]}},
        {"labels": [1, 2]},
        {"fit": None, "seen": None},
        {"fit": None, "seen": SEEN | {"metrics": 3}},
        {"fit": None, "seen": SEEN | {"layers": {"a": LAYER}}},
        {"fit": None, "seen": SEEN | {"layers": [LAYER] * 2_000}},
        {"fit": None, "seen": SEEN | {"layers": [LAYER | {"units": None}]}},
        {"fit": None, "seen": SEEN | {"layers": [LAYER | {"rate": math.nan}]}},
        {"fit": None, "seen": SEEN | {"layers": [LAYER | {"output_shape": 3}]}},
    ],
)
def test_a_record_with_a_wrong_part_fails(changed: dict[str, Any]) -> None:
    """A record with a part of another kind is a failure, and crashes nothing."""
    with pytest.raises(Failure):
        fit_from(record(**changed))


@pytest.mark.parametrize("item", [None, 7, "training", [], {}])
def test_what_is_no_record_fails(item: Any) -> None:
    """Anything but a dictionary of the right parts is no record."""
    with pytest.raises(Failure):
        fit_from(item)
