"""Stop at an accuracy: a callback driven with made-up epochs, and then in real trainings."""

import re

from autograder.judging.author import (
    Exercise,
    Failure,
    as_mapping,
    as_numbers,
    as_returned,
    expect,
    message,
    text,
)

exercise = Exercise("stop_at_accuracy", "Stop at an accuracy", asks_for=("StopAtAccuracy",))

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

say = exercise.messages(
    above=text(
        "an epoch that ends with the accuracy {accuracy:.3f}, target {target:.3f}",
        hint="Which method does Keras call, which entry of `logs` counts, whose attribute is set?",
    ),
    below=text(
        "an epoch that ends with the accuracy {accuracy:.3f}, target {target:.3f}",
        hint="Only the accuracy at the end of an epoch counts, and only if it reaches `target`.",
    ),
    equal=text(
        "an epoch that ends with the accuracy {accuracy:.3f}, target {target:.3f}",
        hint="An accuracy that equals the target has reached it.",
    ),
    again=text(
        "an epoch that ends with the accuracy {accuracy:.3f}, target {target:.3f}",
        hint="What is remembered belongs to `self` and to one training.",
    ),
    missing=text(
        "an epoch that ends without an accuracy, target {target:.3f}",
        hint="Without an accuracy there is nothing to compare: do nothing.",
    ),
    missing_logs=text(hint="What may `logs` be, and what may be missing from it?"),
    stop=text(seen="a stop"),
    no_stop=text(seen="no stop"),
    report=text(
        "the report of a made-up training",
        hint="Let your functions return what they compute, and change nothing else.",
    ),
    reports=text(
        "the report of a made-up training",
        expected="a report of each call",
        seen="others",
        hint="Let your functions return what they compute, and change nothing else.",
    ),
    nothing_printed=text(
        "what is printed when training is stopped",
        expected="a line of its own",
        seen="nothing",
        hint="Use `print` where the training is stopped, and only there.",
    ),
    same_line=text(
        "what is printed when training is stopped",
        expected="a line of its own",
        seen="'{line}', as at other times",
        hint="Use `print` where the training is stopped, and only there.",
    ),
    ends=text(
        "the end of a real training, target {target:.3f}",
        expected="after epoch {right}",
        seen="after epoch {epochs}, with the accuracies {accuracies}",
        hint="Compare each epoch's accuracy in the list with the target, as your class would.",
    ),
    goes_on=text(
        "epochs of a real training, target 0.999",
        hint="What makes your class stop, if no epoch comes near the target?",
    ),
    trainings=text("number of trainings", hint="Let the callback train nothing."),
)


@exercise.given
def scripts(generator):
    """What callbacks are told: the targets of those that exist, and the calls of their methods.

    Losses, validation accuracies and the accuracies of batches would mislead who looks at these.
    """

    def training(place, *ends, batch=None):
        calls = [[place, "on_train_begin", {}]]
        for number, end in enumerate(ends):
            calls.append([place, "on_epoch_begin", number, {}])
            calls.append([place, "on_train_batch_end", 0, batch or {}])
            calls.append([place, "on_train_batch_end", 1, end or {}])
            calls.append([place, "on_epoch_end", number, end])
        return [*calls, [place, "on_train_end", {}]]

    def script(kind, targets, *trainings):
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
def drive(student, given):
    """The grader calls the methods of your class itself, with made-up epochs."""
    import contextlib
    import io

    import keras

    def play(script, report):
        callbacks = [student.callback("StopAtAccuracy", target) for target in script["targets"]]
        for callback in callbacks:
            callback.set_model(model)
            callback.set_params({"verbose": 0, "epochs": 8, "steps": 2})
        for place, hook, *arguments in script["calls"]:
            if hook == "on_train_begin":
                model.stop_training = False
            with contextlib.redirect_stdout(io.StringIO()) as out:
                getattr(callbacks[place], hook)(*arguments)
            report["stops"].append(int(bool(model.stop_training)))
            report["printed"].append(out.getvalue())

    model = keras.Sequential()
    reports = [{"stops": [], "printed": []} for _ in given.scripts]
    for script, report in zip(given.scripts, reports):
        # What fails costs its own script alone.
        report.update(student.attempt(play, script, report))
    return {"reports": reports}


@exercise.probe
def fit(student, given):
    """The grader trains its own small network with your class, on 256 images."""
    import keras

    images, labels = given.train_images[:256] / 255.0, given.train_labels[:256]
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    for target, epochs in ((given.target, given.epochs), (0.999, 2)):
        callback = student.callback("StopAtAccuracy", target)
        model.fit(images, labels, epochs=epochs, callbacks=[callback], verbose=0)
    return {}


def driven(seen, truth, kind):
    """The scripts of a kind; after each of its calls, whether training was stopped, and prints."""
    scripts = truth.given["scripts"]
    for script, item in zip(scripts, seen.items("reports", len(scripts)), strict=True):
        if script["kind"] != kind:
            continue
        report = as_mapping(item, say.report)
        # Whatever these raised, it comes of what is missing.
        step = {"hint": message(f"{say.missing_logs}.hint")} if kind == "missing" else {}
        as_returned(report, **step)
        printed = report.get("printed")
        stops = [stop > 0 for stop in as_numbers(report.get("stops"), say.report)]
        if not isinstance(printed, list) or not len(stops) == len(script["calls"]) == len(printed):
            raise Failure(say.reports)
        yield script, stops, printed


def compare(seen, truth, kind):
    """After each made-up epoch of a kind, training was stopped if that was right, and only then."""
    for script, stops, _printed in driven(seen, truth, kind):
        for (place, hook, *arguments), stop in zip(script["calls"], stops, strict=True):
            if hook != "on_epoch_end":
                continue
            target, accuracy = script["targets"][place], (arguments[1] or {}).get("accuracy")
            right = accuracy is not None and accuracy >= target
            name = say.missing if accuracy is None else f"{exercise.slug}.{kind}"
            expect.equal(
                stop,
                right,
                name,
                accuracy=accuracy,
                target=target,
                expected=said_of(right),
                seen=said_of(stop),
            )


def said_of(stop):
    """Whether training was stopped, as a message."""
    return message(f"{say.stop if stop else say.no_stop}.seen")


@exercise.check(drive, points=2, rests_on="recomputed: unseen accuracies and targets")
def stops_above(seen, truth):
    """It stops training at the end of an epoch with an accuracy above the target."""
    compare(seen, truth, "above")


@exercise.check(
    drive, points=2, after=stops_above, rests_on="recomputed: the same, below the target"
)
def never_stops_below(seen, truth):
    """It never stops while the accuracy of whole epochs is below the target."""
    compare(seen, truth, "below")


@exercise.check(drive, points=1, after=stops_above, rests_on="recomputed: the same, at the target")
def stops_at(seen, truth):
    """It stops at an accuracy that equals the target, and not before."""
    compare(seen, truth, "equal")


@exercise.check(
    drive, points=1, after=stops_above, rests_on="recomputed: the same, without an accuracy"
)
def survives_missing(seen, truth):
    """Where `logs` is `None` or has no accuracy, the training simply goes on."""
    compare(seen, truth, "missing")


@exercise.check(
    drive, points=1, after=stops_above, rests_on="recomputed: the same, two callbacks in turn"
)
def starts_afresh(seen, truth):
    """It works in a second training too, and beside a callback with another target."""
    compare(seen, truth, "again")


@exercise.check(
    drive, points=1, after=never_stops_below, rests_on="claim: text printed in the sandbox"
)
def says_so(seen, truth):
    """It prints a message when it stops, which it does not print otherwise."""
    below = [text for script in driven(seen, truth, "below") for text in script[2]]
    for _script, stops, printed in driven(seen, truth, "above"):
        stop = stops.index(True) if True in stops else 0
        said, other = lines(printed[stop:]), lines([*below, *printed[:stop]])
        expect.that(bool(said), say.nothing_printed)
        expect.that(bool(said - other), say.same_line, line=min(said)[:80])


@exercise.check(fit, points=2, rests_on="trained: epochs and accuracies of a training")
def fit_stops_in_time(seen, truth):
    """A real training ends with the first epoch that reaches the target."""
    accuracies = fitted(seen)[0].logs.get("accuracy", ())
    target, epochs = truth.given["target"], truth.given["epochs"]
    reached = [accuracy >= target for accuracy in accuracies]
    right = reached.index(True) + 1 if True in reached else epochs
    expect.that(
        len(accuracies) == right,
        say.ends,
        target=target,
        right=right,
        epochs=len(accuracies),
        accuracies=[round(accuracy, 3) for accuracy in accuracies],
    )


@exercise.check(fit, points=2, after=stops_above, rests_on="trained: epochs of a training")
def fit_goes_on_below(seen, truth):
    """A real training runs all its epochs when the target is out of reach."""
    training = fitted(seen)[1]
    expect.equal(len(training.logs.get("accuracy", ())), training.epochs, say.goes_on)


def lines(texts):
    """The lines of printed texts, with all numbers made alike."""
    numberless = [NUMBER.sub("#", text) for text in texts if isinstance(text, str)]
    return {line.strip() for text in numberless for line in text.splitlines()} - {""}


def fitted(seen):
    """The real trainings that the probe made; raises `Failure` where some are missing."""
    fits = seen.fits()
    expect.equal(len(fits), 2, say.trainings)
    return fits
