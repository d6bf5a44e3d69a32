"""Turns what the trainer did for one child into the facts of each probe that the judge reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from msgspec.structs import replace as replace_fields

from autograder.judging.claims import traced_fit
from autograder.judging.data_seen import DataSeen, data_from
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
    # The last request, and the record that what came of it was joined to.
    _last: tuple[Place, FitRequest, list[FitRecord]] | None = None

    def of(self, slug: str) -> dict[str, tuple[FitRecord, ...]]:
        """The trainings of one exercise, by probe."""
        found = self._trainings.items()
        return {probe: tuple(facts) for (own, probe), facts in found if own == slug}

    def count(self) -> int:
        """How many calls of `fit` the probe under way has made."""
        return len(self._trainings.get(self.place, ()))

    def add(self, request: FitRequest, key: str, entry: StoredFit) -> None:
        """The training as a fact of the probe under way; a later epoch joins those before."""
        weights, fit = request.weights, request.fit
        start = BEGINNINGS[type(weights)]
        came: dict[str, Any] = {
            "epochs": request.asked_epochs,
            "images": data_from(entry.data.get("images")),
            "labels": data_from(entry.data.get("labels")),
            "sample_weight": data_from(entry.data.get("sample_weight")),
            "validation": data_from(entry.data.get("validation")),
            "validation_labels": data_from(entry.data.get("validation_labels")),
            "logs": entry.logs,
            "raised": entry.raised,
            "weights": entry.weights if entry.raised is None else None,
            "start": start,
            "new_optimizer": not isinstance(request.optimizer, State),
            "before": _identity(weights),
            "after": key if entry.raised is None else "",
        }
        training = (
            fit_of(fit, **came, level="trained")
            if fit.traced is None
            else traced_fit(fit, fit.traced, **came)
        )
        training = replace(training, order=self._answered[self.place])
        self._answered[self.place] += 1
        facts = self._trainings.setdefault(self.place, [])
        if request.again and self._last and _same_epoch(self._last, self.place, request):
            facts[-1:] = self._last[2]
        self._last = self.place, request, []
        if request.goes_on and facts and _continues(request, facts[-1], training):
            earlier = facts.pop()
            self._last[2].append(earlier)
            if _on_the_same(earlier, training):
                # In the order of the first epoch.
                training = replace(training, images=earlier.images, labels=earlier.labels)
            whole = continued(earlier, training)
            training = whole if start == "earlier" else replace(whole, start="given")
        facts.append(training)


def _identity(weights: New | State | Given) -> str:
    """Identifies the weights that a training starts from, as claims and states do."""
    if isinstance(weights, State):
        return weights.key
    if isinstance(weights, New):
        return ""
    return digest_of_all(data.digest for data in weights.arrays if data.dtype != GENERATOR_DTYPE)


def _same_epoch(
    last: tuple[Place, FitRequest, list[FitRecord]], place: Place, request: FitRequest
) -> bool:
    """Whether a request is the last one once more, but for what callbacks did within it."""
    plain = [
        replace_fields(one, batches=None, ends=False, again=False) for one in (last[1], request)
    ]
    return last[0] == place and plain[0] == plain[1]


def _continues(request: FitRequest, earlier: FitRecord, training: FitRecord) -> bool:
    goes_on = isinstance(request.weights, Given) or request.weights == State(earlier.after)
    is_short = all(len(series) < MOST_EPOCHS for series in earlier.logs.values())
    return (
        goes_on
        and is_short
        and _network(earlier) == _network(training)
        and (_on_the_same(earlier, training) or _is_drawn_alike(request, earlier, training))
    )


def _network(fit: FitRecord) -> tuple[object, ...]:
    """The recipe of a training's network, or the program that was traced of it."""
    return fit.network, fit.asked and fit.asked.traced and fit.asked.traced.program


def _on_the_same(earlier: FitRecord, training: FitRecord) -> bool:
    """Whether an epoch is on the images of those before it, each with its label, in any order."""
    if (earlier.images, earlier.labels) == (training.images, training.labels):
        return True
    pairs = [_pairs(one.images, one.labels) for one in (earlier, training)]
    return pairs[0] is not None and pairs[0] == pairs[1]


def _pairs(images: DataSeen | None, labels: DataSeen | None) -> Counter[tuple[int, int]] | None:
    """How often each image has each label; `None` where the rows are not known."""
    if images is None or labels is None or not images.rows or not labels.rows:
        return None
    return Counter(zip(images.digests().tolist(), labels.digests().tolist(), strict=False))


def _is_drawn_alike(request: FitRequest, earlier: FitRecord, training: FitRecord) -> bool:
    """Whether an epoch has as many other images of the same kind, as augmented ones are."""
    if request.fit.drawn is None or earlier.images is None or training.images is None:
        return False
    return earlier.images.count == training.images.count and training.images.is_scaled_like(
        earlier.images
    )
