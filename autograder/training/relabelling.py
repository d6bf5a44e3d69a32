"""Puts the labels of a training into another order, so that what a network learns is another thing.

A network that follows its labels classifies by the new ones then. One that brought its knowledge
along still knows the old ones, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from autograder.judging.evidence import CLASSES
from autograder.recipes.requests import Data, FitRequest, Given, Labelled, New, State, data_of
from autograder.training.facts import Exchange
from autograder.wire.errors import RecipeError

# Processor seconds of all trainings that lead to a network; longer ones are not done twice.
MOST_SECONDS = 20
# A repetition is nobody's time, and labels may decide how long it takes. So it may take what its
# trainings took some times over and a little more, and those of a submission so much in all.
TIMES, MORE_SECONDS = 3, 5
MOST_REPEATED_SECONDS = 300
AXES_OF_SHARES = 2
Order = tuple[int, ...]


def another_order(seed: int) -> Order:
    """What each class is called instead: never itself."""
    circle = np.random.default_rng(seed).permutation(CLASSES)
    names = dict(zip(circle.tolist(), np.roll(circle, 1).tolist(), strict=True))
    return tuple(names[label] for label in range(CLASSES))


def leading_to(key: str, exchanges: Sequence[Exchange]) -> list[Exchange]:
    """The trainings that lead to a state, in their order; raises `RecipeError`.

    It does where one of them starts from weights that were set by hand, or takes too long.
    """
    wanted, found = {key}, list[Exchange]()
    for each in reversed(exchanges):
        if each.key not in wanted or any(each.key == one.key for one in found):
            continue
        if isinstance(each.request.weights, Given):
            raise RecipeError("unrepeatable.graph_given")
        found.append(each)
        wanted |= {state.key for state in _states(each.request)}
    if wanted != {each.key for each in found}:
        raise RecipeError("unrepeatable.other_state")
    if sum(each.entry.seconds for each in found) > MOST_SECONDS:
        raise RecipeError("unrepeatable.graph_time")
    return found[::-1]


def seconds_to_repeat(trainings: Sequence[Exchange], repeated_seconds: float) -> float:
    """The processor time that their repetition may take, after others of the submission."""
    own = TIMES * sum(each.entry.seconds for each in trainings) + MORE_SECONDS
    return min(own, MOST_REPEATED_SECONDS - repeated_seconds)


def relabelled(
    request: FitRequest,
    order: Order,
    arrays: Mapping[str, NDArray[np.generic]],
    states: Mapping[str, str],
) -> tuple[FitRequest, dict[str, NDArray[np.generic]]]:
    """The same training with what each class is called in `order`, and the arrays new in it.

    `states` has the new keys of those that it goes on from. Raises `RecipeError` for labels that
    are no classes.
    """
    fit, new = request.fit, dict[str, NDArray[np.generic]]()

    def changed(part: Labelled) -> Labelled:
        if part.labels is None:
            raise RecipeError("unrepeatable.other_labels")
        labels = _in_order(arrays[part.labels.digest], order)
        described: Data = data_of(labels)
        new[described.digest] = labels
        return replace(part, labels=described)

    drawn = fit.drawn
    if drawn is not None and drawn.more is not None:
        drawn = replace(drawn, more=changed(drawn.more))
    weights = tuple((_called(label, order), weight) for label, weight in fit.class_weight)
    fit = replace(fit, training=changed(fit.training), drawn=drawn, class_weight=weights)
    request = replace(
        request,
        fit=fit,
        weights=_moved(request.weights, states),
        optimizer=_moved(request.optimizer, states),
    )
    return request, new


def _states(request: FitRequest) -> Iterable[State]:
    return (one for one in (request.weights, request.optimizer) if isinstance(one, State))


def _moved(start: New | State | Given, states: Mapping[str, str]) -> New | State | Given:
    return State(states[start.key]) if isinstance(start, State) else start


def _in_order(labels: NDArray[np.generic], order: Order) -> NDArray[np.generic]:
    """Labels that are classes, or shares of each class, by what these are called."""
    if labels.ndim == AXES_OF_SHARES and labels.shape[1] == len(order):
        return np.ascontiguousarray(labels[:, np.argsort(order)])
    if labels.size != len(labels) or not np.isin(labels, range(len(order))).all():
        raise RecipeError("unrepeatable.other_labels")
    return np.array(order, labels.dtype)[labels.astype(np.int64)]


def _called(label: int, order: Order) -> int:
    return order[label] if 0 <= label < len(order) else label
