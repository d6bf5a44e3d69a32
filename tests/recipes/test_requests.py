"""Requests to train: read strictly, whatever bytes the sandbox sends."""

from __future__ import annotations

import contextlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.recipes.recipe import Compiled, Dense, Flatten, Network, Optimizer
from autograder.recipes.requests import (
    Data,
    EvaluateRequest,
    Fit,
    FitRequest,
    Given,
    Labelled,
    data_of,
    decode_fit,
    decode_request,
    digest_array,
    to_plain,
)
from autograder.wire.errors import RecipeError
from autograder.wire.frames import HEADER, decode, encode

IMAGES, LABELS = np.zeros((4, 28, 28), np.float32), np.arange(4, dtype=np.uint8)
LABELLED = Labelled(data_of(IMAGES), data_of(LABELS))
COMPILED = Compiled(Optimizer("Adam", {"learning_rate": 0.001}), "mse", ("accuracy",))
NETWORK = Network((Flatten(), Dense(10)), input_shape=(28, 28))
FIT = Fit(NETWORK, COMPILED, LABELLED, validation=LABELLED, class_weight=((3, 0.5),))
REQUEST = FitRequest(FIT, epochs=3, weights=Given((data_of(IMAGES),)))


def sent(value: Any) -> Any:
    """A value as it arrives through a frame."""
    return decode(encode(value)[HEADER.size :])


def test_a_request_survives_the_sandbox() -> None:
    """What was asked for is read equal on the other side, of both kinds."""
    assert decode_request(sent(to_plain(REQUEST))) == REQUEST
    evaluation = EvaluateRequest(NETWORK, COMPILED, LABELLED)
    assert decode_request(sent(to_plain(evaluation))) == evaluation
    assert decode_fit(sent(to_plain(FIT))) == FIT


def test_all_arrays_of_a_request_are_named() -> None:
    """Images, labels, validation and given weights are all among what the trainer needs."""
    digests = {data.digest for data in REQUEST.arrays()}
    assert digests == {data_of(IMAGES).digest, data_of(LABELS).digest}
    assert len(REQUEST.arrays()) == 5
    assert set(REQUEST.roles()) == {"images", "labels", "validation", "validation_labels"}


def test_a_digest_tells_values_shape_and_type() -> None:
    """Arrays that differ in any value, in shape or in dtype have other digests."""
    changed = IMAGES.copy()
    changed[0, 0, 0] = 1
    others: list[Any] = [changed, IMAGES.reshape(4, 784), IMAGES.astype(np.uint8), IMAGES[:3]]
    digests = {digest_array(array) for array in [IMAGES, *others]}
    assert len(digests) == 5
    assert digest_array(IMAGES[:, ::2].copy()) == digest_array(IMAGES[:, ::2])


@pytest.mark.parametrize("dtype", [np.float64, np.complex64, object, "U3"])
def test_other_dtypes_are_no_data(dtype: Any) -> None:
    """Only what Keras trains on after its own cast is described."""
    with pytest.raises(RecipeError):
        data_of(np.zeros((2, 2), dtype))


def test_sizes_are_known_before_anything_is_made() -> None:
    """The size of described data is arithmetic, however large it is said to be."""
    huge = Data("a" * 32, (2**40, 2**40), "int64")
    assert huge.size_bytes == 8 * 2**80


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda part: (
        st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=8), part, max_size=4)
    ),
    max_leaves=12,
)


@given(json)
def test_junk_is_refused_in_one_way(value: Any) -> None:
    """Whatever is sent instead of a request raises `RecipeError` and nothing else."""
    with pytest.raises(RecipeError):
        decode_request(value)


@given(st.data())
def test_a_spoilt_request_is_refused_or_read(data: st.DataObject) -> None:
    """A request with any part replaced by junk is refused, or is a request all the same."""
    plain = sent(to_plain(REQUEST))
    place: Any = plain
    while isinstance(place, (dict, list)) and place:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or data.draw(st.booleans()):
            place[key] = data.draw(json)
            break
        place = place[key]
    with contextlib.suppress(RecipeError):
        assert isinstance(decode_request(plain), FitRequest)
