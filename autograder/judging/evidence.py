"""What one probe reported, as checks read it: values of a certain type, and trainings.

All values are claims by a process that ran student code. So every reading method either returns a
value of exactly the type and shape it names, finite throughout, or raises a `Failure` that says
what was expected and what was seen. Absence never passes, and no junk can crash a check.

Trainings are facts where the trainer did them, and claims only where a course does without it.
Held-out judgement needs no answer from the sandbox: the judge computes itself what the trained
network says of the hidden images.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.judging.expect import Threshold
from autograder.judging.explain import explain
from autograder.judging.fits import FitRecord, fit_from, is_learnt
from autograder.judging.problem import Problem, failure_of, problem_from
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
from autograder.records import Observation, Truth
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import Value, message

CLASSES = 10
# Far more than anybody waits for; each is read for each check that looks at them.
MOST_CLAIMS = 1_000
# The message of a value that an exercise has no words of its own for.
NAMED = "report.value"


class Evidence:
    """What one probe reported: named values, and the trainings that happened while it ran.

    Reading methods take the name of the value and of the message that says what it is. `classes`
    are those that a check found for the hidden images (`classified`), if one did.
    """

    def __init__(self, value: Any, facts: Sequence[FitRecord] | None = None) -> None:
        """`value` is a decoded frame; anything but a dictionary holds no evidence.

        `facts` are the trainings that the trainer did for the probe; `None` where there is no
        trainer, and the records in the report count.
        """
        report = value if isinstance(value, dict) else {}
        values = report.get("values")
        self._values: dict[Any, Any] = values if isinstance(values, dict) else {}
        self._claims = report.get("trainings")
        self._facts = facts
        self.classes: NDArray[np.int64] | None = None

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

    # ---- trainings -----------------------------------------------------------------------------

    def fits(self) -> tuple[FitRecord, ...]:
        """Every call of `fit` that happened while the probe ran, in order.

        Raises `Failure` when one of them is not known for what it was.
        """
        if not isinstance(self._claims, list):
            raise Failure("report.no_trainings")
        if len(self._claims) > MOST_CLAIMS:
            raise Failure("report.too_many_trainings", most=MOST_CLAIMS)
        claims = tuple(map(fit_from, self._claims))
        for claim in claims:
            if claim.unrepeatable or self._facts is not None:
                reason = claim.unrepeatable or message("unrepeatable.not_ours")
                raise Failure("fit.unrepeatable", reason=reason)
        return claims if self._facts is None else tuple(self._facts)

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
        if not is_learnt(self.fits()):
            raise Failure("fit.weights_set_before")
        if fit.network is None or fit.weights is None:
            raise Failure("report.no_weights")
        images = truth.hidden_images / np.float32(255)
        answers = probabilities(fit.network, fit.weights, images, fit.from_logits)
        if answers.shape != (len(images), CLASSES):
            raise Failure("fit.output_shape", classes=CLASSES, shape=str(answers.shape[1:]))
        self.classes = answers.argmax(axis=1)
        return self.classes

    def check_unseen_accuracy(self, truth: Truth, threshold: Threshold) -> None:
        """The share of hidden images that the last network classifies keeps the threshold."""
        fit = self.finished_fit()
        right = self.classified(truth) == truth.hidden_labels
        activations = [layer.activation for layer in fit.layers.dense]
        step: dict[str, Value] = {}
        if not fit.from_logits and activations[-1:] != ["softmax"]:
            step = {"hint": message("layers.output_activation.hint")}
        elif "softmax" in activations[:-1]:
            step = {"hint": message("hint.softmax_inside")}
        threshold.check(float(np.mean(right)), **step)


def evidence_of(observation: Observation, probe: str) -> Evidence:
    """What was observed of one probe."""
    facts = observation.trainings.get(probe, ()) if observation.trained_by == "trainer" else None
    return Evidence(observation.evidence.get(probe), facts)
