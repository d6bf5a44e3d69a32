"""Turns what the trainer did for one child into the facts of each probe that the judge reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from autograder.judging.data_seen import data_from
from autograder.judging.fits import Beginning, FitRecord, continued, fit_of
from autograder.recipes.requests import (
    MOST_EPOCHS,
    FitRequest,
    Given,
    New,
    State,
    digest_of_all,
)
from autograder.training.training_store import StoredFit

Place = tuple[str, str]
BEGINNINGS: dict[type, Beginning] = {New: "new", State: "earlier", Given: "given"}
# The states of random generators are values of a network, but no weights.
GENERATOR_DTYPE = "uint32"


@dataclass(slots=True)
class Facts:
    """The trainings of one child; `place` is the exercise and the probe under way."""

    place: Place = ("", "")
    _trainings: dict[Place, list[FitRecord]] = field(default_factory=dict)
    # How many requests were answered; a training may take several.
    _answered: Counter[Place] = field(default_factory=Counter)

    def of(self, slug: str) -> dict[str, tuple[FitRecord, ...]]:
        """The trainings of one exercise, by probe."""
        found = self._trainings.items()
        return {probe: tuple(facts) for (own, probe), facts in found if own == slug}

    def count(self) -> int:
        """How many calls of `fit` the probe under way has made."""
        return len(self._trainings.get(self.place, ()))

    def add(self, request: FitRequest, key: str, entry: StoredFit) -> None:
        """The training as a fact of the probe under way; a later epoch joins those before."""
        weights = request.weights
        start = BEGINNINGS[type(weights)]
        training = fit_of(
            request.fit,
            epochs=request.asked_epochs,
            images=data_from(entry.data.get("images")),
            labels=data_from(entry.data.get("labels")),
            sample_weight=data_from(entry.data.get("sample_weight")),
            validation=data_from(entry.data.get("validation")),
            validation_labels=data_from(entry.data.get("validation_labels")),
            logs=entry.logs,
            raised=entry.raised,
            weights=entry.weights if entry.raised is None else None,
            start=start,
            new_optimizer=not isinstance(request.optimizer, State),
            before=_identity(weights),
            after=key if entry.raised is None else "",
            level="trained",
        )
        training = replace(training, order=self._answered[self.place])
        self._answered[self.place] += 1
        facts = self._trainings.setdefault(self.place, [])
        if request.goes_on and facts and _continues(request, facts[-1], training):
            whole = continued(facts.pop(), training)
            training = whole if start == "earlier" else replace(whole, start="given")
        facts.append(training)


def _identity(weights: New | State | Given) -> str:
    """Identifies the weights that a training starts from, as claims and states do."""
    if isinstance(weights, State):
        return weights.key
    if isinstance(weights, New):
        return ""
    return digest_of_all(data.digest for data in weights.arrays if data.dtype != GENERATOR_DTYPE)


def _continues(request: FitRequest, earlier: FitRecord, training: FitRecord) -> bool:
    goes_on = isinstance(request.weights, Given) or request.weights == State(earlier.after)
    is_short = all(len(series) < MOST_EPOCHS for series in earlier.logs.values())
    return (
        goes_on
        and is_short
        and earlier.network == training.network
        and earlier.images == training.images
    )
