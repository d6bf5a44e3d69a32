"""Turns what the trainer did for one child into the facts of each probe that the judge reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from msgspec.structs import replace as replace_fields

from autograder.judging.claims import traced_fit
from autograder.judging.data_seen import DataSeen, data_from
from autograder.judging.fits import Beginning, FitRecord, continued, fit_of
from autograder.recipes.recipe import Network
from autograder.recipes.requests import (
    MOST_EPOCHS,
    Batchwise,
    Fit,
    FitRequest,
    Given,
    New,
    State,
    digest_of_all,
)
from autograder.training.training_store import StoredFit

Place = tuple[str, str]
# A lower one moves nothing, whatever the gradients are.
LEAST_RATE = 1e-12


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the trainer was asked in a probe, and what came of it: a fact follows from these."""

    probe: str
    request: FitRequest
    key: str
    entry: StoredFit


BEGINNINGS: dict[type, Beginning] = {New: "new", State: "earlier", Given: "given"}
# The states of random generators are values of a network, but no weights.
GENERATOR_DTYPE = "uint32"


# In the place of what is compared elsewhere.
NOTHING = Network(())


@dataclass(frozen=True, slots=True)
class Last:
    """The last request, and what the training that came of it was joined to, with its end."""

    place: Place
    request: FitRequest
    joined: list[FitRecord] = field(default_factory=list)
    ends: list[tuple[FitRequest, str]] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """The trainings of one child; `place` is the exercise and the probe under way."""

    place: Place = ("", "")
    _trainings: dict[Place, list[FitRecord]] = field(default_factory=dict)
    _exchanges: dict[str, list[Exchange]] = field(default_factory=dict)
    # How many requests were answered; a training may take several.
    _answered: Counter[Place] = field(default_factory=Counter)
    # By what the last epoch of each training was asked for, and how that ended.
    _ends: dict[Place, list[tuple[FitRequest, str]]] = field(default_factory=dict)
    # The last request, and the record that what came of it was joined to, with its end.
    _last: Last | None = None
    # What arrays were seen to hold: of each there is one, however many trainings were on it.
    _arrays: dict[DataSeen, DataSeen] = field(default_factory=dict)

    def of(self, slug: str) -> dict[str, tuple[FitRecord, ...]]:
        """The trainings of one exercise, by probe."""
        found = self._trainings.items()
        return {probe: tuple(facts) for (own, probe), facts in found if own == slug}

    def exchanges(self, slug: str) -> tuple[Exchange, ...]:
        """What the trainings of one exercise follow from, in order."""
        return tuple(self._exchanges.get(slug, ()))

    def count(self) -> int:
        """How many calls of `fit` the probe under way has made."""
        return len(self._trainings.get(self.place, ()))

    def add(self, request: FitRequest, key: str, entry: StoredFit) -> None:
        """The training as a fact of the probe under way; a later epoch joins those before."""
        slug, probe = self.place
        self._exchanges.setdefault(slug, []).append(Exchange(probe, request, key, entry))
        weights, fit = request.weights, request.fit
        start = BEGINNINGS[type(weights)]
        came: dict[str, Any] = {
            "epochs": request.asked_epochs,
            "images": self._seen(entry.data.get("images")),
            "labels": self._seen(entry.data.get("labels")),
            "sample_weight": self._seen(entry.data.get("sample_weight")),
            "validation": self._seen(entry.data.get("validation")),
            "validation_labels": self._seen(entry.data.get("validation_labels")),
            "logs": entry.logs,
            "raised": entry.raised,
            "weights": entry.weights if entry.raised is None else None,
            "start": start,
            "new_optimizer": not isinstance(request.optimizer, State),
            "before": _identity(weights),
            "after": key if entry.raised is None else "",
        }
        logged = max(map(len, entry.logs.values()), default=0)
        training = (
            fit_of(fit, **came, level="trained")
            if fit.traced is None
            else traced_fit(fit, fit.traced, **came)
        )
        # What was run, whatever was asked for.
        done = request.epochs if entry.raised is None else logged
        training = replace(
            training,
            order=self._answered[self.place],
            done=done,
            idle=done if _is_idle(fit) else 0,
            still=entry.still,
            cut=_cut(request.batches),
        )
        self._answered[self.place] += 1
        facts = self._trainings.setdefault(self.place, [])
        ends = self._ends.setdefault(self.place, [])
        if request.again and self._last and _same_epoch(self._last, self.place, request):
            facts[-1:] = self._last.joined
            ends[-1:] = self._last.ends
        self._last = Last(self.place, request)
        if (
            request.goes_on
            and facts
            and _is_next_epoch(request, *ends[-1])
            and _continues(request, facts[-1], training)
        ):
            earlier = facts.pop()
            self._last.joined.append(earlier)
            self._last.ends.append(ends.pop())
            if training.is_on_pairs_of(earlier):
                # In the order of the first epoch.
                training = replace(training, images=earlier.images, labels=earlier.labels)
            whole = continued(earlier, training)
            training = whole if start == "earlier" else replace(whole, start="given")
        facts.append(training)
        ends.append((request, key))

    def _seen(self, description: Any) -> DataSeen | None:
        found = data_from(description)
        return None if found is None else self._arrays.setdefault(found, found)


def facts_from(slug: str, exchanges: Iterable[Exchange]) -> dict[str, tuple[FitRecord, ...]]:
    """The trainings of one exercise, by probe, as they follow from what was asked."""
    facts = Facts()
    for each in exchanges:
        facts.place = (slug, each.probe)
        facts.add(each.request, each.key, each.entry)
    return facts.of(slug)


def _identity(weights: New | State | Given) -> str:
    """Identifies the weights that a training starts from, as claims and states do."""
    if isinstance(weights, State):
        return weights.key
    if isinstance(weights, New):
        return ""
    return digest_of_all(data.digest for data in weights.arrays if data.dtype != GENERATOR_DTYPE)


def _same_epoch(last: Last, place: Place, request: FitRequest) -> bool:
    """Whether a request is the last one once more, but for what callbacks did within it."""
    plain = [
        replace_fields(one, batches=None, ends=False, again=False)
        for one in (last.request, request)
    ]
    return last.place == place and plain[0] == plain[1]


def _is_next_epoch(request: FitRequest, last: FitRequest, state: str) -> bool:
    """Whether a request is the epoch after the last one of a call, and asks for nothing else.

    Between two epochs, callbacks may set weights, and numbers of the optimiser and of layers.
    """
    return (
        request.first_epoch == last.first_epoch + last.epochs
        and (request.asked_epochs, request.seed, request.draw)
        == (last.asked_epochs, last.seed, last.draw)
        and request.optimizer == State(state)
        and _call(request) == _call(last)
    )


def _call(request: FitRequest) -> Fit:
    """A call of `fit` without what may differ from epoch to epoch.

    The network, and the batches that an epoch has of its own, are compared by `_continues`.
    """
    fit = request.fit
    compiled = fit.compiled
    if compiled is not None:
        optimizer = replace_fields(compiled.optimizer, numbers={}, schedule=None)
        compiled = replace_fields(compiled, optimizer=optimizer)
    alike: dict[str, Any] = {"network": NOTHING, "drawn": None, "validation_drawn": None}
    return replace_fields(fit, compiled=compiled, **alike)


def _continues(request: FitRequest, earlier: FitRecord, training: FitRecord) -> bool:
    goes_on = isinstance(request.weights, Given) or request.weights == State(earlier.after)
    is_short = all(len(series) < MOST_EPOCHS for series in earlier.logs.values())
    return (
        goes_on
        and is_short
        and _network(earlier) == _network(training)
        and (training.is_on_pairs_of(earlier) or _is_drawn_alike(request, earlier, training))
    )


def _network(fit: FitRecord) -> tuple[object, ...]:
    """The recipe of a training's network, or the program that was traced of it."""
    return fit.network, fit.asked and fit.asked.traced and fit.asked.traced.program


def _is_idle(fit: Fit) -> bool:
    """Whether the learning rate is nothing, as the call begins or as callbacks set it."""
    numbers = fit.compiled.optimizer.numbers if fit.compiled else {}
    rate = numbers.get("learning_rate")
    return rate is not None and rate < LEAST_RATE


def _cut(told: Batchwise | None) -> int | None:
    """After how many batches callbacks left nothing of an epoch, if they did."""
    if told is None:
        return None
    ends = [first for first, rate in told.rates if rate == 0]
    return min(ends if told.steps is None else [told.steps, *ends], default=None)


def _is_drawn_alike(request: FitRequest, earlier: FitRecord, training: FitRecord) -> bool:
    """Whether an epoch has as many other images of the same kind, as augmented ones are."""
    if request.fit.drawn is None or earlier.images is None or training.images is None:
        return False
    return earlier.images.count == training.images.count and training.images.is_scaled_like(
        earlier.images
    )
