"""Stop at an accuracy: a callback driven with made-up epochs, and then in real trainings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder import expect
from autograder.evidence import Evidence, Training, as_boolean, as_mapping
from autograder.exercise import CheckFunction, Edit, Exercise, rewrite, swap
from autograder.records import Truth

exercise = Exercise("stop_at_accuracy", "Stop at an accuracy", asks_for=("StopAtAccuracy",))

FITS = 2
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
STOPS = {True: "a stop", False: "no stop"}


@exercise.given
def scripts(generator: np.random.Generator) -> dict[str, Any]:
    """What callbacks are told: the targets of those that exist, and the calls of their methods.

    Losses, validation accuracies and the accuracies of batches would mislead who looks at these.
    """

    def epoch(accuracy: float, loss: float = 2.0, **more: float) -> dict[str, float]:
        return {"accuracy": accuracy, "loss": loss, **more}

    def training(place: int, *ends: Any, batch: Any = None) -> list[list[Any]]:
        calls: list[list[Any]] = [[place, "on_train_begin", {}]]
        for number, end in enumerate(ends):
            calls.append([place, "on_epoch_begin", number, {}])
            calls.append([place, "on_train_batch_end", 0, batch or {}])
            calls.append([place, "on_train_batch_end", 1, end or {}])
            calls.append([place, "on_epoch_end", number, end])
        return [*calls, [place, "on_train_end", {}]]

    def script(kind: str, targets: list[float], *trainings: list[list[Any]]) -> dict[str, Any]:
        return {"kind": kind, "targets": targets, "calls": sum(trainings, [])}

    made = []
    for lowest in (0.5, 0.7, 0.9):
        target = float(generator.uniform(lowest, lowest + 0.05))
        above = epoch(target + 0.03)
        made.append(script("above", [target], training(0, above)))
        made.append(script("missing", [target], training(0, None, {"loss": 0.05}, {}, above)))
        for loss in (2.0, 0.01):
            ends = [epoch(target - x, loss, val_accuracy=target + 0.02) for x in (0.4, 0.2, 0.02)]
            batch = {"accuracy": target + 0.02, "loss": loss}
            made.append(script("below", [target], training(0, *ends, batch=batch)))
    for target in (0.5, 0.75, 1.0):
        made.append(script("equal", [target], training(0, epoch(target - 0.2), epoch(target))))
    mixed = [(1, 0.3, 0.7), (0, 0.4, 0.75), (1, 0.3, 0.7), (1, 0.5, 0.8)]
    again = [training(place, *map(epoch, accuracies)) for place, *accuracies in mixed]
    made.append(script("again", [0.95, 0.6], *again))
    return {"scripts": made, "target": float(generator.uniform(0.46, 0.52)), "epochs": 8}


@exercise.probe
def drive(student: Any, given: Any) -> dict[str, Any]:
    import contextlib
    import io

    import keras

    from autograder.student import in_words

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    reports = []
    for script in given.scripts:
        report: Any = {"stops": [], "printed": [], "trouble": ""}
        reports.append(report)
        try:
            callbacks = [student.StopAtAccuracy(target) for target in script["targets"]]
            for callback in callbacks:
                callback.set_model(model)
                callback.set_params({"verbose": 0, "epochs": 8, "steps": 2})
            for place, hook, *arguments in script["calls"]:
                if hook == "on_train_begin":
                    model.stop_training = False
                with contextlib.redirect_stdout(io.StringIO()) as out:
                    getattr(callbacks[place], hook)(*arguments)
                report["stops"].append(bool(model.stop_training))
                report["printed"].append(out.getvalue())
        except Exception as error:  # noqa: BLE001 - it costs this script alone
            message, place, line, code = in_words(error)
            report["trouble"] = message + (f" ({place}, line {line}: {code})" if place else "")
    return {"reports": reports}


@exercise.probe
def fit(student: Any, given: Any) -> dict[str, Any]:
    import keras

    images, labels = given.train_images[:256] / 255.0, given.train_labels[:256]
    layers = keras.layers
    model = keras.Sequential(
        [layers.Flatten(), layers.Dense(32, "relu"), layers.Dense(10, "softmax")]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    for target, epochs in ((given.target, given.epochs), (0.999, 2)):
        callback = student.StopAtAccuracy(target)
        model.fit(images, labels, epochs=epochs, callbacks=[callback], verbose=0)
    return {}


def driven(seen: Evidence, truth: Truth, kind: str) -> Iterator[tuple[Any, list[Any], list[Any]]]:
    """The scripts of a kind, each with what was reported after each of its calls."""
    all_scripts = truth.given["scripts"]
    for script, item in zip(all_scripts, seen.items("reports", len(all_scripts)), strict=True):
        if script["kind"] != kind:
            continue
        report = as_mapping(item, "the report of a made-up training")
        trouble, stops, printed = (report.get(key) for key in ("trouble", "stops", "printed"))
        expect.that(
            trouble == "",
            expected="a callback that comes through made-up epochs",
            seen=trouble if isinstance(trouble, str) else "no report of it",
            hint="Keras calls your methods as it does every callback's; what if `logs` is empty?",
        )
        counts = [len(part) if isinstance(part, list) else -1 for part in (stops, printed)]
        expect.equal(counts, [len(script["calls"])] * 2, "the numbers of reported calls")
        assert isinstance(stops, list)
        assert isinstance(printed, list)
        yield script, stops, printed


def compare(seen: Evidence, truth: Truth, kind: str, hint: str) -> None:
    """After each made-up epoch of a kind, training was stopped if that was right, and only then."""
    for script, stops, _printed in driven(seen, truth, kind):
        for (place, hook, *arguments), stop in zip(script["calls"], stops, strict=True):
            if hook != "on_epoch_end":
                continue
            target, accuracy = script["targets"][place], (arguments[1] or {}).get("accuracy")
            right = accuracy is not None and accuracy >= target
            end = "no accuracy" if accuracy is None else f"the accuracy {accuracy:.3f}"
            stopped = as_boolean(stop, "`stop_training`")
            expect.that(
                stopped == right,
                expected=f"{STOPS[right]} at the end of an epoch with {end}, target {target:.3f}",
                seen=STOPS[stopped],
                hint=hint,
            )


@exercise.check(drive, points=2)
def stops_above_the_target(seen: Evidence, truth: Truth) -> None:
    """It stops training at the end of an epoch with an accuracy above the target."""
    hint = "Which entry of `logs` counts, and whose `stop_training` does Keras look at?"
    compare(seen, truth, "above", hint)


@exercise.check(drive, points=2, after=stops_above_the_target)
def never_stops_below_the_target(seen: Evidence, truth: Truth) -> None:
    """It never stops while the accuracy of whole epochs is below the target."""
    hint = "Only the accuracy at the end of an epoch counts, and only if it reaches `target`."
    compare(seen, truth, "below", hint)


@exercise.check(drive, points=1, after=stops_above_the_target)
def stops_at_the_target(seen: Evidence, truth: Truth) -> None:
    """It stops at an accuracy that equals the target, and not before."""
    compare(seen, truth, "equal", "An accuracy that equals the target has reached it.")


@exercise.check(drive, points=1, after=stops_above_the_target)
def survives_missing_accuracy(seen: Evidence, truth: Truth) -> None:
    """Where `logs` is `None` or has no accuracy, the training simply goes on."""
    compare(seen, truth, "missing", "Without an accuracy there is nothing to compare: do nothing.")


@exercise.check(drive, points=1, after=stops_above_the_target)
def uses_are_independent(seen: Evidence, truth: Truth) -> None:
    """It works in a second training too, and beside a callback with another target."""
    hint = "What the callback remembers belongs to `self`, and must not outlast a training."
    compare(seen, truth, "again", hint)


@exercise.check(drive, points=1, after=never_stops_below_the_target)
def says_that_it_stops(seen: Evidence, truth: Truth) -> None:
    """It prints a message when it stops, which it does not print otherwise."""
    below = [text for script in driven(seen, truth, "below") for text in script[2]]
    for _script, stops, printed in driven(seen, truth, "above"):
        stop = stops.index(True) if True in stops else 0
        said = lines(printed[stop:])
        expect.that(
            bool(said - lines([*below, *printed[:stop]])),
            expected="a printed line of its own when training is stopped",
            seen=f"{min(said)!r}, which it prints at other times too"
            if said
            else "nothing printed",
            hint="Print the message where the training is stopped, and only there.",
        )


@exercise.check(fit, points=2)
def real_training_stops_in_time(seen: Evidence, truth: Truth) -> None:
    """A real training ends with the first epoch that reaches the target."""
    accuracies = fitted(seen)[0].logs.get("accuracy", ())
    target, epochs = truth.given["target"], truth.given["epochs"]
    reached = [accuracy >= target for accuracy in accuracies]
    right = reached.index(True) + 1 if True in reached else epochs
    listed = ", ".join(f"{accuracy:.3f}" for accuracy in accuracies)
    expect.that(
        len(accuracies) == right,
        expected=f"an end after epoch {right}" if True in reached else f"all {epochs} epochs",
        seen=f"{len(accuracies)} with the target {target:.3f}, accuracies {listed}",
        hint="Compare the accuracy of each epoch in the list with the target, as your class would.",
    )


@exercise.check(fit, points=2, after=stops_above_the_target)
def real_training_goes_on_below_the_target(seen: Evidence, _truth: Truth) -> None:
    """A real training runs all its epochs when the target is out of reach."""
    training = fitted(seen)[1]
    expect.equal(
        len(training.logs.get("accuracy", ())),
        training.epochs,
        "the number of epochs, with a target of 0.999",
        "When does your class decide to stop, if no epoch comes near the target?",
    )


def lines(texts: list[Any]) -> set[str]:
    """The lines of printed texts, with all numbers made alike."""
    numberless = [NUMBER.sub("#", text) for text in texts if isinstance(text, str)]
    return {line.strip() for text in numberless for line in text.splitlines()} - {""}


def fitted(seen: Evidence) -> list[Training]:
    """The real trainings that the probe made; raises `Failure` where some are missing."""
    trainings = [training for training in seen.trainings() if training.epochs > 0]
    expect.that(len(trainings) == FITS, expected=f"{FITS} trainings", seen=str(len(trainings)))
    return trainings


HEAD = "def on_epoch_end("
GET = '(logs or {}).get("accuracy")'
IF = "        if accuracy is not None and accuracy >= self.target:\n"
SAY = '            print(f"Epoch {epoch + 1}: the accuracy reached {accuracy:.3f}, so training stops.")\n'
STOP = "            self.model.stop_training = True\n"
KEEP = "        self.target = target\n"
GARBLED = """
    class StopAtAccuracy(tf.keras.callbacks.Callback):
        def __init__(self, target):
            super().__init__()
        def on_epoch_end(self, epoch, logs={}):
            print("\\nReached 90% accuracy so cancelling training!")
            self.model.stop_training = True
"""
SHARED = "        StopAtAccuracy.target = target\n"
ONCE = IF.replace("if ", "if not self.reached and ") + "            self.reached = True\n"
NEVER_STOPS = [stops_above_the_target, real_training_stops_in_time]
ALWAYS_STOPS = [
    never_stops_below_the_target,
    stops_at_the_target,
    uses_are_independent,
    real_training_stops_in_time,
    real_training_goes_on_below_the_target,
]

mistakes: list[tuple[str, list[CheckFunction], list[Edit]]] = [
    ("stops always", [*ALWAYS_STOPS, survives_missing_accuracy], [rewrite(GARBLED)]),
    ("a target in percent", ALWAYS_STOPS, [swap("accuracy >=", "100 * accuracy >=")]),
    ("every batch", [never_stops_below_the_target], [swap(HEAD, "def on_train_batch_end(")]),
    ("the loss", NEVER_STOPS, [swap(GET, '(logs or {}).get("loss")'), swap(">= self", "<= self")]),
    ("the validation accuracy", NEVER_STOPS, [swap(GET, '(logs or {}).get("val_accuracy")')]),
    ("only the older name", NEVER_STOPS, [swap(GET, '(logs or {}).get("acc")')]),
    ("always 0.9", NEVER_STOPS, [swap(">= self.target", ">= 0.9")]),
    ("another object", NEVER_STOPS, [swap("self.model.stop_training", "self.stop_training")]),
    ("another name", NEVER_STOPS, [swap("model.stop_training", "model.stop_trainig")]),
    ("more than the target", [stops_at_the_target], [swap(">= self", "> self")]),
    ("logs always there", [survives_missing_accuracy], [swap(GET, 'logs["accuracy"]')]),
    ("a target for all", [uses_are_independent], [swap(KEEP, SHARED)]),
    (
        "once only",
        [uses_are_independent],
        [swap(KEEP, KEEP + "        self.reached = False\n"), swap(IF, ONCE)],
    ),
    ("silent", [says_that_it_stops], [swap(SAY, "")]),
    (
        "the same words each time",
        [says_that_it_stops],
        [swap(IF + SAY, SAY[4:].replace(":.3f", "") + IF)],
    ),
]
for name, fails, edits in mistakes:
    exercise.mistake(name, *edits, fails=fails)

exercise.accepts(
    "keras, type hints, a helper, the older name besides",
    rewrite("""
        import keras
        NAMES = ("accuracy", "acc")
        def accuracy_of(logs: dict | None) -> float | None:
            for name in NAMES:
                if logs and name in logs:
                    return logs[name]
        class StopAtAccuracy(keras.callbacks.Callback):
            def __init__(self, target: float = 0.9) -> None:
                super(StopAtAccuracy, self).__init__()
                self._target = target
            def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
                accuracy = accuracy_of(logs)
                reached = accuracy is not None and not accuracy < self._target
                self.model.stop_training = reached
                if reached:
                    print("\\nReached {:.0%} accuracy so cancelling training!".format(self._target))
    """),
)
exercise.accepts(
    "errors caught, a word after each epoch, no call of the parent",
    rewrite("""
        class StopAtAccuracy(tf.keras.callbacks.Callback):
            def __init__(self, goal):
                self.goal = goal
                print("The goal is", goal)
            def on_epoch_end(self, epoch, logs={}):
                try:
                    print("accuracy:", logs["accuracy"])
                    if logs["accuracy"] >= self.goal:
                        self.model.stop_training = True
                        print("准确率已达到", logs["accuracy"])
                except (TypeError, KeyError):
                    print("no accuracy")
    """),
)
exercise.accepts(
    "the message at the end of training, a plot",
    rewrite("""
        import matplotlib.pyplot as plt
        class StopAtAccuracy(tf.keras.callbacks.Callback):
            def __init__(self, target):
                super().__init__()
                self.target = np.float64(target)
            def on_train_begin(self, logs=None):
                self.seen, self.stopped_at = [], None
            def on_epoch_end(self, epoch, logs=None):
                self.seen.append((logs or {}).get("accuracy", 0.0))
                if self.seen[-1] >= self.target:
                    self.stopped_at = epoch
                    self.model.stop_training = True
            def on_train_end(self, logs=None):
                plt.plot(self.seen)
                plt.show()
                if self.stopped_at is not None:
                    print(f"Stopped early, after epoch {self.stopped_at}.")
    """),
    swap("import tensorflow as tf\n", "import numpy as np\nimport tensorflow as tf\n"),
)
exercise.accepts(
    "the result of the comparison kept, nothing for a falsy accuracy",
    swap(IF, "        accuracy = accuracy or 0\n        if self.target - accuracy <= 0:\n"),
    swap("self.model.stop_training = True", "setattr(self.model, 'stop_training', True)"),
)
