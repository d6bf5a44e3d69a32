"""What one probe reported, as checks read it: values of a certain type, and trainings.

All values are claims by a process that ran student code. So every reading method either returns a
value of exactly the type and shape it names, finite throughout, or raises a `Failure` that says
what was expected and what was seen. Absence never passes, and no junk can crash a check.

Trainings are facts where the trainer did them, and claims where it could not; a check that has read
one of those passes on trust. Held-out judgement is the judge's own: it computes what the trained
network says of the hidden images, or has the answers of a network on trust, which never saw labels.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.claims import fit_from
from autograder.judging.drawn_network import knew_nothing
from autograder.judging.expect import Threshold
from autograder.judging.explain import explain
from autograder.judging.fits import FitRecord, Variable, Weights, in_order, is_learnt
from autograder.judging.problem import LONGEST_NAME, Problem, failure_of, problem_from
from autograder.judging.values import (
    as_array,
    as_boolean,
    as_integer,
    as_mapping,
    as_number,
    as_numbers,
    unlike,
)
from autograder.recipes.forward import probabilities
from autograder.recipes.workings import NOT_MEASURED, Workings, workings_of
from autograder.records import Observation, OnTrust, Relabelled, Truth
from autograder.wire.errors import Failure, NotKnown
from autograder.wire.frames import Raised
from autograder.wire.messages import Message, Value, message

CLASSES = 10
# Far more than anybody waits for.
MOST_CLAIMS = 1_000
# The share of images that chance does not classify so: untrained networks were seen to reach 16 %.
MORE_THAN_CHANCE = 0.3
# The message of a value that an exercise has no words of its own for.
NAMED = "report.value"


class Evidence:
    """What one probe reported: named values, and the trainings that happened while it ran.

    Reading methods take the name of the value and of the message that says what it is. `classes`
    are those that a check found for the hidden images (`classified`), if one did.
    """

    def __init__(  # noqa: PLR0913 - all that an observation has of one probe
        self,
        value: Any,
        facts: Sequence[FitRecord] | None = None,
        scores: Any = None,
        on_trust: OnTrust = "count",
        *,
        answers: Any = None,
        given_classes: Any = None,
        relabelled: Relabelled | None = None,
        contradicted: bool = False,
    ) -> None:
        """`value` is a decoded frame; anything but a dictionary holds no evidence.

        `facts` are the trainings that the trainer did for the probe; `None` where there is no
        trainer. `scores` are what a network on trust answered to the hidden images, `answers` what
        a traced one did. `given_classes` are those that a network trained by recipe gives to them,
        or a message why it gives none. `relabelled` is what the same training came to on labels in
        another order. What was seen of the last network may be `contradicted` by what it does.
        `on_trust` says whether claims count in place of facts.
        """
        report = value if isinstance(value, dict) else {}
        values = report.get("values")
        self._values: dict[Any, Any] = values if isinstance(values, dict) else {}
        self._claims = report.get("trainings")
        self._facts = facts
        self._scores, self._traced_answers = scores, answers
        self._given_classes = given_classes
        self._relabelled, self._contradicted = relabelled, contradicted
        self._on_trust = on_trust
        # Why the trainer did not do a training that was read since this was last emptied.
        self.trusted: Message | None = None
        self.classes: NDArray[np.int64] | None = None
        # What the judge computed for the hidden images, once for all checks.
        self._computed: tuple[Any, NDArray[Any]] | None = None

    # ---- values --------------------------------------------------------------------------------

    def raw(self, name: str) -> Any:
        """The value as decoded, of any type; raises `Failure` where it is missing."""
        if name not in self._values:
            raise Failure("report.missing", value=name)
        return self._values[name]

    def integer(self, name: str, what: str = NAMED, /, **values: Value) -> int:
        """A whole number."""
        return as_integer(self.raw(name), what, value=name, **values)

    def number(self, name: str, what: str = NAMED, /, **values: Value) -> float:
        """A finite number, whole or not."""
        return as_number(self.raw(name), what, value=name, **values)

    def boolean(self, name: str, what: str = NAMED, /, **values: Value) -> bool:
        """True or False."""
        return as_boolean(self.raw(name), what, value=name, **values)

    def text(self, name: str, what: str = NAMED, /, **values: Value) -> str:
        """A text."""
        value = self.raw(name)
        if not isinstance(value, str):
            raise unlike(value, message("value.a_text"), what, value=name, **values)
        return value

    def raised(self, name: str, what: str = NAMED, /, **values: Value) -> Raised:
        """An exception."""
        value = self.raw(name)
        if not isinstance(value, Raised):
            raise unlike(value, message("value.an_exception"), what, value=name, **values)
        return value

    def mapping(self, name: str, what: str = NAMED, /, **values: Value) -> dict[Any, Any]:
        """A dictionary of anything."""
        return as_mapping(self.raw(name), what, value=name, **values)

    def items(self, name: str, count: int, what: str = NAMED, /, **values: Value) -> list[Any]:
        """A list of exactly `count` values of any type."""
        value = self.raw(name)
        if not isinstance(value, list) or len(value) != count:
            raise unlike(value, message("value.items", count=count), what, value=name, **values)
        return value

    def numbers(self, name: str, what: str = NAMED, /, **values: Value) -> tuple[float, ...]:
        """A list (or a one-dimensional array) of finite numbers, not empty."""
        return as_numbers(self.raw(name), what, value=name, **values)

    def array(
        self, name: str, shape: Sequence[int | None], what: str = NAMED, /, **values: Value
    ) -> NDArray[np.float64]:
        """A finite array of exactly that shape (`None`: any length), as float64."""
        return as_array(self.raw(name), shape, what, value=name, **values)

    def problem(self) -> Problem | None:
        """Why the function that the probe attempted did not return; `None` where it did."""
        plain = self._values.get("problem")
        return None if plain is None else problem_from(plain)

    def kept(self) -> dict[str, Value]:
        """The next step where the model outlives the call that returned it, as `student.kept` says.

        Empty where the probe does not report it as `kept`.
        """
        match self._values.get("kept"):
            case ["cache", str()]:
                return {"hint": message("hint.kept_in_cache")}
            case ["name", str(name)]:
                return {"hint": message("hint.kept_in_name", name=name[:LONGEST_NAME])}
            case ["layers", str(name)]:
                return {"hint": message("hint.kept_layers", name=name[:LONGEST_NAME])}
        return {}

    def shared_layers(self) -> dict[str, Value]:
        """The same, where it is layers of the model that a variable holds, and else nothing."""
        match self._values.get("kept"):
            case ["layers", str()]:
                return self.kept()
        return {}

    # ---- trainings -----------------------------------------------------------------------------

    def fits(self) -> tuple[FitRecord, ...]:
        """Every training that happened while the probe ran, in order.

        Raises `Failure` when one of them has to be taken on trust, and the course takes none.
        """
        for claim in self._claimed:
            if claim.unrepeatable or self._facts is not None:
                self._trust(claim.unrepeatable or message("unrepeatable.not_ours"))
        if self._contradicted:
            self._trust(message("unrepeatable.graph_contradicted"))
        return self._in_order

    @cached_property
    def _claimed(self) -> tuple[FitRecord, ...]:
        """The trainings that the sandbox reported, read once for all checks."""
        if not isinstance(self._claims, list):
            raise Failure("report.no_trainings")
        if len(self._claims) > MOST_CLAIMS:
            raise Failure("report.too_many_trainings", most=MOST_CLAIMS)
        return tuple(map(fit_from, self._claims))

    @cached_property
    def _in_order(self) -> tuple[FitRecord, ...]:
        return in_order(self._claimed, self._facts or ())

    def trust_code(self, fit: FitRecord) -> None:
        """What a model brings along in code of its own is not to be seen: that rests on trust.

        Raises `Failure` where nothing may.
        """
        if fit.level == "traced":
            self._trust(message("unrepeatable.graph_unknown"))

    def _trust(self, reason: Message) -> None:
        """What is read rests on trust, for that reason; raises `Failure` where nothing may."""
        if self._on_trust == "refuse":
            raise Failure("fit.unrepeatable", reason=reason)
        self.trusted = self.trusted or reason

    def last_fit(self) -> FitRecord:
        """The probe's last training, however it ended; raises `Failure` where there is none."""
        fits = self.fits()
        if not fits:
            problem = self.problem()
            raise Failure("fit.none") if problem is None else failure_of(problem)
        return fits[-1]

    def finished_fit(self) -> FitRecord:
        """The probe's last training, which came to its end; or `Failure`."""
        fit = self.last_fit()
        if fit.raised is not None:
            explanation = explain(fit.raised.types, fit.raised.message)
            raise Failure("fit.unfinished", seen=explanation.sentence, hint=explanation.hint)
        return fit

    def classified(self, truth: Truth) -> NDArray[np.int64]:
        """The class that the network of the last training finds for each hidden image.

        The images are scaled to 0 to 1, as probes scale those to train on. Raises `Failure` unless
        the network has an output for each class, and learnt all it knows in the probe's trainings.
        The student's page shows the classes as a confusion matrix.
        """
        fit = self.finished_fit()
        # Where nobody knows how it began, its answers still count.
        with contextlib.suppress(NotKnown):
            if not is_learnt(self.fits()):
                raise Failure("fit.weights_set_before", **self.kept())
        if fit.level == "trained" and self._given_classes is not None:
            if isinstance(self._given_classes, Message):
                raise Failure(self._given_classes)
            self.classes = self._given_classes.astype(np.int64)
        elif fit.network is not None and fit.weights is not None:
            if self._computed is None or self._computed[0] is not fit.weights:
                self._computed = fit.weights, classes_by(fit, truth.hidden_images)
            self.classes = self._computed[1]
        else:
            scores = self._scores if fit.level == "trust" else self._traced_answers
            self.classes = _classes_of(_scores_in(scores), len(truth.hidden_images))
        return self.classes

    def check_unseen_accuracy(self, truth: Truth, threshold: Threshold) -> None:
        """The share of hidden images that the last network classifies keeps the threshold.

        And it follows its labels: had they been others, it would classify by those.
        """
        fit = self.finished_fit()
        right = self.classified(truth) == truth.hidden_labels
        step: dict[str, Value] = {}
        with contextlib.suppress(NotKnown):
            step = _next_step(fit)
        threshold.check(float(np.mean(right)), **step)
        if self._facts is not None and fit.level != "trust":
            self._check_follows_labels(fit, truth)

    def _check_follows_labels(self, fit: FitRecord, truth: Truth) -> None:
        """What the network says after the same training on other labels is not what it said.

        What says neither may have knowledge behind a gate that right labels open: it is on trust.
        """
        other = self._relabelled
        if other is None and knew_nothing(fit):
            return
        try:
            classes = None if other is None else _classes_in(other.found, fit, truth.hidden_images)
        except Failure:
            classes = None
        if other is None or classes is None:
            self._trust(message("unrepeatable.other_labels"))
            return
        if np.mean(classes == truth.hidden_labels) >= MORE_THAN_CHANCE:
            raise Failure("fit.knew_before")
        follows = classes == np.array(other.order)[truth.hidden_labels]
        if np.mean(follows) < MORE_THAN_CHANCE:
            self._trust(message("unrepeatable.follows_no_labels"))


def classes_by(fit: FitRecord, images: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The class that the network of a training finds for each image; raises `Failure`."""
    assert fit.network is not None  # noqa: S101 - such a training is by recipe
    answers = probabilities(fit.network, _arrays(fit), _scaled(images), fit.from_logits)
    return _classes_of(answers, len(images))


def _arrays(fit: FitRecord) -> list[NDArray[Any]]:
    return [array for array in fit.weights or () if isinstance(array, np.ndarray)]


def _scaled(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """As probes scale those to train on."""
    return np.asarray(images / np.float32(255), np.float32)


def _scores_in(scores: Any) -> NDArray[Any]:
    """What a network that others computed answers; raises `Failure` where that is none."""
    if not isinstance(scores, np.ndarray) or scores.dtype.kind != "f" or not scores.ndim:
        raise Failure("report.no_weights")
    if not np.isfinite(scores).all():
        raise Failure("network.predictions_not_finite")
    return scores


def _classes_in(found: Any, fit: FitRecord, images: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The classes in `Relabelled.found`, of the network of that training; raises `Failure`."""
    if isinstance(found, Message):
        raise Failure(found)
    if isinstance(found, tuple):
        return classes_by(replace(fit, weights=found), images)
    if found.dtype.kind == "u":
        classes: NDArray[np.int64] = found.astype(np.int64)
        return classes
    return _classes_of(_scores_in(found), len(images))


def _classes_of(answers: NDArray[Any], count: int) -> NDArray[np.int64]:
    if answers.shape != (count, CLASSES):
        raise Failure("fit.output_shape", classes=CLASSES, shape=str(answers.shape[1:]))
    classes: NDArray[np.int64] = answers.argmax(axis=1)
    return classes


def _next_step(fit: FitRecord) -> dict[str, Value]:
    """What may be wrong with the activations of a network that does not learn."""
    activations = [layer.activation for layer in fit.layers.dense]
    if not fit.from_logits and activations[-1:] != ["softmax"]:
        return {"hint": message("layers.output_activation.hint")}
    if "softmax" in activations[:-1]:
        return {"hint": message("hint.softmax_inside")}
    return {}


def evidence_of(observation: Observation, probe: str, on_trust: OnTrust = "count") -> Evidence:
    """What was observed of one probe."""
    facts = observation.trainings.get(probe, ()) if observation.trained_by == "trainer" else None
    scores = observation.scores.get(probe)
    if facts and (workings := observation.workings.get(probe)) is not None:
        facts = (*facts[:-1], _with_workings(facts[-1], workings))
    return Evidence(
        observation.evidence.get(probe),
        facts,
        scores,
        on_trust,
        answers=observation.answers.get(probe),
        given_classes=observation.classified.get(probe),
        relabelled=observation.relabelled.get(probe),
        contradicted=probe in observation.contradicted,
    )


def _with_workings(fit: FitRecord, workings: Workings) -> FitRecord:
    """A training whose layers are seen for what they do."""
    return replace(fit, layers=fit.layers.measured(workings.idle, workings.straight))


def without_weights(
    observation: Observation, images: NDArray[np.uint8], probes: Collection[str]
) -> Observation:
    """The same with the classes that networks give to the hidden images, and what their layers do
    to these answers, in place of their weights.

    So it can be kept and judged again. `probes` are those whose last network is to classify.
    """
    classified, relabelled = dict(observation.classified), dict(observation.relabelled)
    workings = dict(observation.workings)
    trainings = {}
    for probe, fits in observation.trainings.items():
        last = fits[-1] if fits else None
        if probe in probes and last is not None and _can_classify(last):
            classified[probe] = _classes_or_why(last.weights, last, images)
            if last.network is not None and isinstance(classified[probe], np.ndarray):
                measured = workings_of(last.network, _arrays(last), _scaled(images))
                if measured != NOT_MEASURED:
                    workings[probe] = measured
        if last is not None and probe in relabelled:
            found = _classes_or_why(relabelled[probe].found, last, images)
            relabelled[probe] = replace(relabelled[probe], found=found)
        trainings[probe] = tuple(replace(fit, weights=variables_of(fit.weights)) for fit in fits)
    exchanges = tuple(
        replace(each, entry=replace(each.entry, weights=variables_of(each.entry.weights)))
        for each in observation.exchanges
    )
    return replace(
        observation,
        trainings=trainings,
        exchanges=exchanges,
        classified=classified,
        relabelled=relabelled,
        workings=workings,
    )


def _classes_or_why(
    found: Any, fit: FitRecord, images: NDArray[np.uint8]
) -> NDArray[np.uint8] | Message:
    """The class that a network gives to each image, or why it gives none."""
    try:
        return _classes_in(found, fit, images).astype(np.uint8)
    except Failure as failure:
        return failure.message


def variables_of(weights: Weights | None) -> Weights | None:
    """The shapes and types of weights, without their values."""
    if weights is None:
        return None
    return tuple(Variable(tuple(array.shape), array.dtype) for array in weights)


def _can_classify(fit: FitRecord) -> bool:
    own = fit.weights is not None and not any(isinstance(one, Variable) for one in fit.weights)
    return fit.level == "trained" and fit.network is not None and own
