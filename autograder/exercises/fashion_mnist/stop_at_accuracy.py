"""Stop at an accuracy: a callback driven with made-up epochs, and then in real trainings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import CheckFunction, Edit, Exercise, rewrite, swap
from autograder.judging.fits import FitRecord
from autograder.judging.values import UNTOUCHED, as_mapping, as_numbers, as_returned
from autograder.records import Truth

exercise = Exercise("stop_at_accuracy", "Stop at an accuracy", asks_for=("StopAtAccuracy",))

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
STOPS = {True: "a stop", False: "no stop"}


@exercise.given
def scripts(generator: np.random.Generator) -> dict[str, Any]:
    """What callbacks are told: the targets of those that exist, and the calls of their methods.

    Losses, validation accuracies and the accuracies of batches would mislead who looks at these.
    """

    def training(place: int, *ends: Any, batch: Any = None) -> list[list[Any]]:
        calls: list[list[Any]] = [[place, "on_train_begin", {}]]
        for number, end in enumerate(ends):
            calls.append([place, "on_epoch_begin", number, {}])
            calls.append([place, "on_train_batch_end", 0, batch or {}])
            calls.append([place, "on_train_batch_end", 1, end or {}])
            calls.append([place, "on_epoch_end", number, end])
        return [*calls, [place, "on_train_end", {}]]

    def script(kind: str, targets: list[float], *trainings: list[list[Any]]) -> dict[str, Any]:
        calls = [call for training in trainings for call in training]
        return {"kind": kind, "targets": targets, "calls": calls}

    made = []
    for lowest in (0.5, 0.7, 0.9):
        target = float(generator.uniform(lowest, lowest + 0.05))
        above = {"accuracy": target + 0.03, "loss": 2.0}
        made.append(script("above", [target], training(0, above)))
        made.append(script("missing", [target], training(0, None, {"loss": 0.05}, {}, above)))
        for loss in (2.0, 0.01):
            more = {"loss": loss, "val_accuracy": target + 0.02}
            ends = [{"accuracy": target - less, **more} for less in (0.4, 0.2, 0.02)]
            batch = {"accuracy": target + 0.02, "loss": loss}
            made.append(script("below", [target], training(0, *ends, batch=batch)))
    for target in (0.5, 0.75, 1.0):
        ends = [{"accuracy": target - 0.2}, {"accuracy": target}]
        made.append(script("equal", [target], training(0, *ends)))
    mixed = [(1, 0.3, 0.7), (0, 0.4, 0.75), (1, 0.3, 0.7), (1, 0.5, 0.8)]
    again = [training(place, {"accuracy": low}, {"accuracy": high}) for place, low, high in mixed]
    made.append(script("again", [0.95, 0.6], *again))
    return {"scripts": made, "target": float(generator.uniform(0.54, 0.6)), "epochs": 8}


@exercise.probe
def drive(student: Any, given: Any) -> dict[str, Any]:
    import contextlib
    import io
    from typing import Any  # noqa: F401 - read by the function below, in the sandbox

    import keras

    from autograder.child.student import as_callback, attempt

    def play(script: Any, report: Any) -> None:
        callbacks = [student.StopAtAccuracy(target) for target in script["targets"]]
        for callback in callbacks:
            as_callback(callback, "StopAtAccuracy").set_model(model)
            callback.set_params({"verbose": 0, "epochs": 8, "steps": 2})
        for place, hook, *arguments in script["calls"]:
            if hook == "on_train_begin":
                model.stop_training = False
            with contextlib.redirect_stdout(io.StringIO()) as out:
                getattr(callbacks[place], hook)(*arguments)
            report["stops"].append(int(bool(model.stop_training)))
            report["printed"].append(out.getvalue())

    model = keras.Sequential()
    reports: Any = [{"stops": [], "printed": []} for _ in given.scripts]
    for script, report in zip(given.scripts, reports):
        report.update(attempt(play, script, report))  # what fails costs its own script alone
    return {"reports": reports}


@exercise.probe
def fit(student: Any, given: Any) -> dict[str, Any]:
    import keras

    from autograder.child.student import as_callback

    images, labels = given.train_images[:256] / 255.0, given.train_labels[:256]
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    for target, epochs in ((given.target, given.epochs), (0.999, 2)):
        callback = as_callback(student.StopAtAccuracy(target), "StopAtAccuracy")
        model.fit(images, labels, epochs=epochs, callbacks=[callback], verbose=0)
    return {}


def driven(seen: Evidence, truth: Truth, kind: str) -> Iterator[tuple[Any, list[bool], list[Any]]]:
    """The scripts of a kind; after each of its calls, whether training was stopped, and prints."""
    scripts = truth.given["scripts"]
    for script, item in zip(scripts, seen.items("reports", len(scripts)), strict=True):
        if script["kind"] != kind:
            continue
        report = as_mapping(item, "the report of a made-up training")
        # Whatever these raised, it comes of what is missing.
        hint = "What may `logs` be, and what may it lack?" if kind == "missing" else ""
        as_returned(report, hint)
        printed = report.get("printed")
        stops = [stop > 0 for stop in as_numbers(report.get("stops"), "the reports of stopping")]
        complete = isinstance(printed, list) and len(stops) == len(script["calls"]) == len(printed)
        expect.that(complete, expected="a report of each call", seen="others", hint=UNTOUCHED)
        yield script, stops, list(printed or ())


def compare(seen: Evidence, truth: Truth, kind: str, hint: str) -> None:
    """After each made-up epoch of a kind, training was stopped if that was right, and only then."""
    for script, stops, _printed in driven(seen, truth, kind):
        for (place, hook, *arguments), stop in zip(script["calls"], stops, strict=True):
            if hook != "on_epoch_end":
                continue
            target, accuracy = script["targets"][place], (arguments[1] or {}).get("accuracy")
            right = accuracy is not None and accuracy >= target
            end = "no accuracy" if accuracy is None else f"the accuracy {accuracy:.3f}"
            expected = f"{STOPS[right]} at the end of an epoch with {end}, target {target:.3f}"
            expect.that(stop == right, expected=expected, seen=STOPS[stop], hint=hint)


@exercise.check(drive, points=2)
def stops_above(seen: Evidence, truth: Truth) -> None:
    """It stops training at the end of an epoch with an accuracy above the target."""
    hint = "Which method does Keras call, which entry of `logs` counts, whose attribute is set?"
    compare(seen, truth, "above", hint)


@exercise.check(drive, points=2, after=stops_above)
def never_stops_below(seen: Evidence, truth: Truth) -> None:
    """It never stops while the accuracy of whole epochs is below the target."""
    hint = "Only the accuracy at the end of an epoch counts, and only if it reaches `target`."
    compare(seen, truth, "below", hint)


@exercise.check(drive, points=1, after=stops_above)
def stops_at(seen: Evidence, truth: Truth) -> None:
    """It stops at an accuracy that equals the target, and not before."""
    compare(seen, truth, "equal", "An accuracy that equals the target has reached it.")


@exercise.check(drive, points=1, after=stops_above)
def survives_missing(seen: Evidence, truth: Truth) -> None:
    """Where `logs` is `None` or has no accuracy, the training simply goes on."""
    compare(seen, truth, "missing", "Without an accuracy there is nothing to compare: do nothing.")


@exercise.check(drive, points=1, after=stops_above)
def starts_afresh(seen: Evidence, truth: Truth) -> None:
    """It works in a second training too, and beside a callback with another target."""
    compare(seen, truth, "again", "What is remembered belongs to `self` and to one training.")


@exercise.check(drive, points=1, after=never_stops_below)
def says_so(seen: Evidence, truth: Truth) -> None:
    """It prints a message when it stops, which it does not print otherwise."""
    below = [text for script in driven(seen, truth, "below") for text in script[2]]
    for _script, stops, printed in driven(seen, truth, "above"):
        stop = stops.index(True) if True in stops else 0
        said, other = lines(printed[stop:]), lines([*below, *printed[:stop]])
        expect.that(
            bool(said - other),
            expected="a printed line of its own when training is stopped",
            seen=f"{min(said)!r}, as at other times" if said else "nothing printed",
            hint="Use `print` where the training is stopped, and only there.",
        )


@exercise.check(fit, points=2)
def fit_stops_in_time(seen: Evidence, truth: Truth) -> None:
    """A real training ends with the first epoch that reaches the target."""
    accuracies = fitted(seen)[0].logs.get("accuracy", ())
    target, epochs = truth.given["target"], truth.given["epochs"]
    reached = [accuracy >= target for accuracy in accuracies]
    right = reached.index(True) + 1 if True in reached else epochs
    listed = ", ".join(f"{accuracy:.3f}" for accuracy in accuracies)
    expect.that(
        len(accuracies) == right,
        expected=f"an end after epoch {right}" if True in reached else f"all {epochs} epochs",
        seen=f"an end after epoch {len(accuracies)}, target {target:.3f}, accuracies {listed}",
        hint="Compare the accuracy of each epoch in the list with the target, as your class would.",
    )


@exercise.check(fit, points=2, after=stops_above)
def fit_goes_on_below(seen: Evidence, _truth: Truth) -> None:
    """A real training runs all its epochs when the target is out of reach."""
    training = fitted(seen)[1]
    epochs = len(training.logs.get("accuracy", ()))
    hint = "What makes your class stop, if no epoch comes near the target?"
    expect.equal(epochs, training.epochs, "the number of epochs with a target of 0.999", hint)


def lines(texts: list[Any]) -> set[str]:
    """The lines of printed texts, with all numbers made alike."""
    numberless = [NUMBER.sub("#", text) for text in texts if isinstance(text, str)]
    return {line.strip() for text in numberless for line in text.splitlines()} - {""}


def fitted(seen: Evidence) -> tuple[FitRecord, ...]:
    """The real trainings that the probe made; raises `Failure` where some are missing."""
    trainings = seen.trainings()
    expect.equal(len(trainings), 2, "the number of trainings", "Let the callback train nothing.")
    return trainings


GET = '(logs or {}).get("accuracy")'
IF = "        if accuracy is not None and accuracy >= self.target:\n"
SAY = '            print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")\n'
ONCE = IF.replace("if ", "if not hasattr(self, 'done') and ") + "            self.done = True\n"
STOP = "            self.model.stop_training = True\n"
GARBLED = '        print("\\nReached 90% accuracy so cancelling training!")\n' + STOP[4:]
NEVER = [stops_above, fit_stops_in_time]
ALWAYS = [never_stops_below, stops_at, starts_afresh, fit_stops_in_time, fit_goes_on_below]
BATCHES = [never_stops_below, fit_stops_in_time, fit_goes_on_below]

mistakes: list[tuple[str, list[CheckFunction], list[Edit]]] = [
    ("stops always", [*ALWAYS, survives_missing], [swap(IF + SAY + STOP, GARBLED)]),
    ("a target in percent", ALWAYS, [swap("accuracy >=", "100 * accuracy >=")]),
    ("every batch", BATCHES, [swap("on_epoch_end", "on_train_batch_end")]),
    ("the loss", NEVER, [swap(GET, '(logs or {}).get("loss")'), swap(">= self", "<= self")]),
    ("the validation accuracy", NEVER, [swap(GET, '(logs or {}).get("val_accuracy")')]),
    ("only the older name", NEVER, [swap(GET, '(logs or {}).get("acc")')]),
    ("always 0.9", NEVER, [swap(">= self.target", ">= 0.9")]),
    ("another object", NEVER, [swap("self.model.stop_training", "self.stop_training")]),
    ("more than the target", [stops_at], [swap(">= self", "> self")]),
    ("logs always there", [survives_missing], [swap(GET, 'logs["accuracy"]')]),
    ("one target for all", [starts_afresh], [swap("self.target =", "StopAtAccuracy.target =")]),
    ("once only", [starts_afresh], [swap(IF, ONCE)]),
    ("silent", [says_so], [swap(SAY, "")]),
    ("the same words each time", [says_so], [swap(IF + SAY, SAY[4:].replace(":.3f", "") + IF)]),
]
for name, fails, edits in mistakes:
    exercise.mistake(name, *edits, fails=fails)

exercise.accepts(
    "keras, type hints, a helper, the older name besides",
    rewrite("""
        import keras
        def accuracy_of(logs: dict | None) -> float | None:
            return next((logs[key] for key in ("accuracy", "acc") if logs and key in logs), None)
        class StopAtAccuracy(keras.callbacks.Callback):
            def __init__(self, target: float = 0.9) -> None:
                super(StopAtAccuracy, self).__init__()
                self._target = target
            def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
                accuracy = accuracy_of(logs)
                self.model.stop_training = accuracy is not None and not accuracy < self._target
                if self.model.stop_training:
                    print("\\nReached {:.0%} accuracy so cancelling training!".format(self._target))
    """),
)
exercise.accepts(
    "no call of the parent, a word after each epoch, a message in another language",
    swap("        super().__init__()\n", ""),
    swap(IF + SAY, "        print(accuracy)\n" + IF + "            print('准确率已达到')\n"),
)
exercise.accepts(
    "the message at the end of training, a plot",
    rewrite("""
        class StopAtAccuracy(tf.keras.callbacks.Callback):
            def __init__(self, target):
                self.target = tf.constant(target, "float64")
            def on_train_begin(self, logs=None):
                self.seen, self.stopped_at = [], None
            def on_epoch_end(self, epoch, logs=None):
                self.seen.append((logs or {}).get("accuracy", 0.0))
                if self.seen[-1] >= self.target:
                    self.stopped_at = epoch
                    self.model.stop_training = True
            def on_train_end(self, logs=None):
                if self.stopped_at is not None:
                    print(f"Stopped early, after epoch {self.stopped_at}.")
    """),
)
exercise.accepts(
    "nothing for a missing accuracy, a difference",
    swap(IF, "        accuracy = accuracy or 0\n        if self.target - accuracy <= 0:\n"),
    swap("self.model.stop_training = True", "setattr(self.model, 'stop_training', True)"),
)
