"""What the same training is on labels in another order, and when that cannot be said."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from autograder.recipes.recipe import Dense, Network
from autograder.recipes.requests import Drawn, Fit, FitRequest, Given, Labelled, New, State, data_of
from autograder.training.facts import Exchange
from autograder.training.relabelling import MOST_SECONDS, another_order, leading_to, relabelled
from autograder.training.training_store import StoredFit
from autograder.wire.errors import RecipeError

ORDER = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
IMAGES, LABELS = np.zeros((3, 28, 28), np.uint8), np.array([0, 9, 4], np.uint8)
SHARES = np.eye(10, dtype=np.float32)[LABELS]
DECIMALS = np.array([0.0, 0.5, 1.0], np.float32)
ARRAYS = {data_of(one).digest: one for one in (IMAGES, LABELS, SHARES, DECIMALS, LABELS[:, None])}


def request(labels: Any = LABELS, **changes: Any) -> FitRequest:
    data = Labelled(data_of(IMAGES), None if labels is None else data_of(labels))
    return replace(FitRequest(Fit(Network((Dense(10),)), None, data), 1), **changes)


def done(key: str, asked: FitRequest, seconds: float = 1.0) -> Exchange:
    return Exchange("train", asked, key, StoredFit({}, (), 0, None, {}, seconds))


@pytest.mark.parametrize("seed", range(20))
def test_no_class_keeps_its_name(seed: int) -> None:
    """Each class is called by the name of another one."""
    order = another_order(seed)
    assert sorted(order) == [*range(10)]
    assert all(called != label for label, called in enumerate(order))


@pytest.mark.parametrize("labels", [LABELS, LABELS[:, None], SHARES], ids=["", "column", "shares"])
def test_labels_of_any_form_are_called_otherwise(labels: Any) -> None:
    """Whether they are classes or shares of each class; nothing else is changed."""
    changed, new = relabelled(request(labels), ORDER, ARRAYS, {})
    found = new[changed.fit.training.labels.digest]  # type: ignore[union-attr]
    assert (found.dtype, found.shape) == (labels.dtype, labels.shape)
    classes = found.argmax(1) if found.dtype == np.float32 else found.ravel()
    assert classes.tolist() == [1, 0, 5]
    back = replace(changed.fit, training=request(labels).fit.training)
    assert replace(changed, fit=back) == request(labels)


def test_weights_of_classes_and_drawn_rows_go_along() -> None:
    """What a pipeline gave beside its first epoch has other labels too."""
    rows = data_of(np.zeros(3, np.int64))
    drawn = Drawn(rows, rows, Labelled(data_of(IMAGES), data_of(LABELS)))
    fit = replace(request().fit, drawn=drawn, class_weight=((9, 2.0), (77, 3.0)))
    changed, _new = relabelled(request(fit=fit), ORDER, ARRAYS, {})
    assert changed.fit.class_weight == ((0, 2.0), (77, 3.0))
    assert changed.fit.drawn is not None
    assert changed.fit.drawn.more == changed.fit.training != fit.training


@pytest.mark.parametrize("labels", [None, DECIMALS], ids=["none", "decimals"])
def test_what_is_no_class_has_no_other_name(labels: Any) -> None:
    """Such a training is not repeated."""
    with pytest.raises(RecipeError):
        relabelled(request(labels), ORDER, ARRAYS, {})


def test_all_that_lead_to_a_state_are_repeated_from_one_another() -> None:
    """In their order, and no other training."""
    key, other, last = "1" * 32, "2" * 32, "3" * 32
    goes_on = request(weights=State(key), optimizer=State(key))
    exchanges = [done(key, request()), done(other, request(draw=1)), done(last, goes_on)]
    found = leading_to(last, exchanges)
    assert found == [exchanges[0], exchanges[2]]
    changed, _new = relabelled(goes_on, ORDER, ARRAYS, {key: other})
    assert changed.weights == changed.optimizer == State(other)
    assert relabelled(request(), ORDER, ARRAYS, {key: other})[0].weights == New()


@pytest.mark.parametrize(
    "exchanges",
    [
        [done("3" * 32, request(weights=Given((data_of(DECIMALS),))))],
        [done("3" * 32, request(weights=State("1" * 32)))],
        [done("3" * 32, request(), MOST_SECONDS + 1)],
    ],
    ids=["weights set by hand", "a state of another exercise", "a long one"],
)
def test_what_cannot_be_repeated_is_refused(exchanges: list[Exchange]) -> None:
    """Where its beginning is not known here, or where it would take long."""
    with pytest.raises(RecipeError):
        leading_to("3" * 32, exchanges)
