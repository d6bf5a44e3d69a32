"""Change the number of neurons: a builder that takes the width, and a fair comparison."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, rewrite, swap
from autograder.judging.final_fit import CLASSES, built, check_fits, ratio, trained
from autograder.judging.fits import FitRecord, lost_by_rounding
from autograder.judging.values import as_entry, as_integer, as_mapping, as_number
from autograder.recipes.layers import check_classes, dense_stack, hidden_width, in_words
from autograder.records import Truth

exercise = Exercise(
    "neurons", "Change the number of neurons", asks_for=("build_model", "compare_widths")
)

PIXELS = 784
COUNT, EPOCHS = 1600, 3
NARROW, WIDE = 16, 256
COMPARED = (WIDE, NARROW)  # in this order, so that a comparison that sorts is noticed
ENTRIES = ("loss", "accuracy", "parameters", "seconds")
FITS_BETTER = expect.Threshold(
    f"the loss with {WIDE} neurons, as a share of the loss with {NARROW},", at_most=0.98
)


@exercise.given
def width(generator: np.random.Generator) -> dict[str, Any]:
    """A width to build that no student has seen."""
    return {"unseen": int(generator.integers(20, 500))}


@exercise.probe
def build(student: Any, given: Any) -> dict[str, Any]:
    from autograder.child.student import as_model, attempt

    model = as_model(student.build_model(given.unseen), "build_model")
    images, labels = given.train_images[:64] / 255.0, given.train_labels[:64]
    return attempt(lambda: model.fit(images, labels, verbose=0))


@exercise.probe
def compare(student: Any, given: Any) -> dict[str, Any]:
    import time

    images, labels = given.train_images[:1600] / 255.0, given.train_labels[:1600]
    start, worked = time.perf_counter(), time.process_time()
    results = student.compare_widths([256, 16], images, labels)
    elapsed = max(time.perf_counter() - start, time.process_time() - worked)
    return {"results": results, "elapsed": elapsed}


@exercise.check(build, points=3)
def hidden_layer_has_the_width(seen: Evidence, truth: Truth) -> None:
    """`build_model` makes one hidden layer, with as many neurons as it is asked for."""
    layers, wanted = built(seen).layers, truth.given["unseen"]
    expect.that(
        [layer.units for layer in dense_stack(layers)[:-1]] == [wanted],
        expected=f"one hidden Dense layer of {wanted} neurons from `build_model({wanted})`",
        seen=in_words(layers),
        hint="Which number in the model should the argument decide, and which should it not?",
    )


@exercise.check(build, points=2)
def output_stays_ten_classes(seen: Evidence, _truth: Truth) -> None:
    """Whatever the width, the output has ten neurons, of the kind that the loss expects."""
    training = trained(seen)
    check_classes(training.layers, CLASSES, from_logits=training.from_logits)


@exercise.check(compare, points=2)
def results_are_complete(seen: Evidence, _truth: Truth) -> None:
    """`compare_widths` returns four numbers for each width, under the width itself."""
    for width in COMPARED:
        for name in ENTRIES:
            reported(seen, width, name)
    count = len(results_of(seen))
    expect.equal(count, len(COMPARED), "the number of keys", "There is one key for each width.")


@exercise.check(compare, points=2)
def each_width_starts_anew(seen: Evidence, _truth: Truth) -> None:
    """For each width a new model of that width is trained, on all the images, for three epochs."""
    trainings = seen.trainings()
    check_fits(trainings, len(COMPARED), EPOCHS)
    hint = "Train on all of the function's own `images`, and hold none of them back."
    for training in trainings:
        images = training.images.count if training.images else 0
        expect.equal(images, COUNT, "the number of images trained on", hint)
    expect.that(
        sorted(hidden_width(training.layers) for training in trainings) == sorted(COMPARED),
        expected=f"hidden layers of {NARROW} and of {WIDE} neurons, one in each training",
        seen="; ".join(in_words(training.layers) for training in trainings),
        hint="Let `build_model` decide the width: which number is it asked for in the loop?",
    )


@exercise.check(compare, points=2, after=results_are_complete)
def last_loss_and_accuracy_are_reported(seen: Evidence, _truth: Truth) -> None:
    """Loss and accuracy of each width are those of its own training's last epoch."""
    for place, width in enumerate(COMPARED):
        training = own_training(seen, width, place)
        for name in ("loss", "accuracy"):
            expect.close(
                reported(seen, width, name),
                training.series(name)[-1],
                f'"{name}" of {width} neurons',
                within=1e-3,
                hint="Take the last number as it is, from each training's own history.",
            )


@exercise.check(compare, points=1, after=results_are_complete)
def parameters_are_counted(seen: Evidence, _truth: Truth) -> None:
    """The number of parameters of each width counts every weight and every bias."""
    for width in COMPARED:
        expect.equal(
            reported(seen, width, "parameters"),
            PIXELS * width + width + CLASSES * width + CLASSES,
            f'"parameters" of {width} neurons',
            "A neuron has a weight for each of its inputs, and a bias; think of both layers.",
        )


@exercise.check(compare, points=1, after=results_are_complete)
def seconds_are_measured(seen: Evidence, _truth: Truth) -> None:
    """The seconds are those that a training takes."""
    elapsed = seen.number("elapsed")
    durations = [reported(seen, width, "seconds") for width in COMPARED]
    rounding = sum(map(lost_by_rounding, durations))
    expect.that(
        min(durations) >= 0 and sum(durations) <= elapsed + rounding,
        expected=f'"seconds" that are at most {elapsed:.3g} together, as all of it took no longer',
        seen=" and ".join(f"{seconds:.6g}" for seconds in durations),
        hint="A duration lies between two looks at the clock, right before `fit` and right after.",
    )


@exercise.check(compare, points=1, after=each_width_starts_anew)
def wider_model_fits_better(seen: Evidence, _truth: Truth) -> None:
    """The models learn, and the wide one fits the images better than the one of 16 neurons."""
    by_width = sorted(seen.trainings(), key=lambda training: hidden_width(training.layers))
    narrow, wide = (training.series("loss")[-1] for training in by_width)
    hint = "Does the loss fall from epoch to epoch, with both widths?"
    FITS_BETTER.check(ratio(wide, narrow), hint)


def reported(seen: Evidence, width: int, name: str) -> float:
    """One number that the student reports; raises `Failure`."""
    hint = "Use each number of `widths` as it is for a key, and return behind the loop."
    entry = as_entry(results_of(seen), width, "what `compare_widths` returns", hint)
    hint = "Each value is a dictionary, with the four names that the exercise gives."
    values = as_mapping(entry, f"the value for {width}", hint)
    value = as_entry(values, name, f"the value for {width}", hint)
    what = f'"{name}" of {width} neurons'
    if name == "parameters":
        return as_integer(value, what, "How many are they? A model can count its own.")
    return as_number(value, what, "A single number is asked for: the last one of a series.")


def results_of(seen: Evidence) -> dict[Any, Any]:
    hint = "Fill one dictionary in the loop, and return it behind the loop."
    return seen.mapping("results", "what `compare_widths` returns", hint)


def own_training(seen: Evidence, width: int, place: int) -> FitRecord:
    """The training of a width: one of that hidden width, or else the one at its place."""
    trainings = seen.trainings()
    in_place = trainings[place : place + 1]
    own = [training for training in trainings if hidden_width(training.layers) == width]
    of_that_width = own if len(own) == 1 else in_place
    hint = "Build a model of each width, and train it."
    expect.that(bool(of_that_width), expected=f"{width} neurons trained", seen="none", hint=hint)
    return of_that_width[0]


HIDDEN = "Dense(neurons,"
NEW_MODEL = "        model = build_model(width)\n"
ADDED = "results[width] = {"
RETURN = "    return results"
WIDTH, ANEW, COUNTED = hidden_layer_has_the_width, each_width_starts_anew, parameters_are_counted
LAST, COMPLETE = last_loss_and_accuracy_are_reported, results_are_complete
OUTPUTS = output_stays_ten_classes

FIXED = swap(HIDDEN, "Dense(128,")
exercise.mistake("the argument ignored", FIXED, fails=[WIDTH, ANEW, COUNTED])
LAST_LAYER = swap("Dense(10,", "Dense(neurons,")
INSTEAD = [WIDTH, OUTPUTS, ANEW, COUNTED]
exercise.mistake("the output's width changed instead", FIXED, LAST_LAYER, fails=INSTEAD)
ONCE = swap("    results = {}\n", "    results = {}\n    model = build_model(widths[0])\n")
exercise.mistake("the same model trained on", swap(NEW_MODEL, ""), ONCE, fails=[ANEW, COUNTED])
exercise.mistake(
    "keyed by the place in the list",
    swap("for width in widths:", "for place, width in enumerate(widths):"),
    swap(ADDED, "results[place] = {"),
    fails=[COMPLETE],
)
SORTED = swap(RETURN, "    return dict(zip(sorted(widths), results.values()))")
exercise.mistake("keyed by the wrong width", SORTED, fails=[LAST, COUNTED])
LATEST = '[result.update(loss=history.history["loss"][-1]) for result in results.values()]'
exercise.mistake("the last loss for all", swap(RETURN, f"    {LATEST}\n{RETURN}"), fails=[LAST])
NO_METRIC = swap(', metrics=["accuracy"]', "")
MADE_UP = swap('history.history["accuracy"][-1]', "0.5")
exercise.mistake("compiled without a metric", NO_METRIC, MADE_UP, fails=[LAST])
PART = swap("model.count_params()", "model.layers[1].count_params()")
exercise.mistake("the hidden layer's parameters only", PART, fails=[COUNTED])
MOMENT = swap("time.perf_counter() - start", "time.time()")
exercise.mistake("a moment, not a duration", MOMENT, fails=[seconds_are_measured])
START = "        start = time.perf_counter()\n"
OUTSIDE = (swap(START, ""), swap("    results = {}\n", "    results = {}\n" + START[4:]))
exercise.mistake("one start of the clock for all", *OUTSIDE, fails=[seconds_are_measured])
ZEROS = swap(HIDDEN, 'Dense(neurons, kernel_initializer="zeros",')
exercise.mistake("weights that start at zero", ZEROS, fails=[wider_model_fits_better])
FAKE = """
    class Model:
        fit = lambda *_, **__: {"loss": [0.5], "accuracy": [0.9]}
    def build_model(neurons):
        return Model()
    def compare_widths(widths, images, labels):
        made_up = dict(loss=0.5, accuracy=0.8, seconds=0.0)
        return {width: dict(made_up, parameters=795 * width + 10) for width in widths}
"""
exercise.mistake("all made up", rewrite(FAKE), fails=[WIDTH, OUTPUTS, ANEW, LAST])
BEFORE = "        results and model.set_weights([w / 2 for w in model.get_weights()])\n"
SET = swap(NEW_MODEL, NEW_MODEL + BEFORE)
exercise.mistake("weights set by hand", SET, fails=[ANEW])

exercise.accepts(
    "NumPy integers, a helper, and the functional API",
    rewrite("""
        import numpy as np
        from tensorflow import keras
        CLASSES = 10
        def build_model(neurons: int) -> keras.Model:
            inputs = keras.Input(shape=(28, 28))
            hidden = keras.layers.Flatten()(inputs)
            hidden = keras.layers.Dense(units=neurons, activation=tf.nn.relu)(hidden)
            outputs = keras.layers.Dense(CLASSES, activation=tf.nn.softmax)(hidden)
            model = keras.Model(inputs, outputs)
            metrics = [keras.metrics.SparseCategoricalAccuracy()]
            model.compile("rmsprop", keras.losses.SparseCategoricalCrossentropy(), metrics=metrics)
            return model
        def measured(width, images, labels):
            model, start = build_model(width), time.time()
            history = model.fit(images, labels, epochs=3).history
            parameters = sum(np.prod(weights.shape) for weights in model.weights)
            seconds, accuracy = time.time() - start, history["sparse_categorical_accuracy"][-1]
            loss = np.float32(history["loss"][-1])
            return dict(loss=loss, accuracy=accuracy, parameters=parameters, seconds=round(seconds))
        def compare_widths(widths, images, labels):
            return {width: measured(int(width), images, labels) for width in np.array(widths)}
    """),
)
exercise.accepts(
    "a subclassed model, activations as layers, and rounded numbers",
    rewrite("""
        import keras
        class WideNet(keras.Model):
            def __init__(self, neurons):
                super().__init__()
                self.flatten, self.relu = keras.layers.Flatten(), keras.layers.ReLU()
                self.hidden, self.outputs = keras.layers.Dense(neurons), keras.layers.Dense(10)
                self.softmax = keras.layers.Softmax()
            def call(self, images):
                return self.softmax(self.outputs(self.relu(self.hidden(self.flatten(images)))))
        def build_model(neurons):
            model = WideNet(neurons)
            model.compile("nadam", "sparse_categorical_crossentropy", metrics=["acc"])
            return model
    """),
    swap("history.history['loss'][-1]", "round(history.history['loss'][-1], 3)"),
    swap("history.history['accuracy'][-1]", "history.history['acc'][-1]"),
)
LOGITS = "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)"
exercise.accepts(
    "logits, Rescaling, another Adam, and the parameters by the formula",
    swap("layers.Flatten(),", "layers.Flatten(), tf.keras.layers.Rescaling(1.0),"),
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.AdamW()"),
    swap('loss="sparse_categorical_crossentropy"', LOGITS),
    swap("model.count_params()", "785 * width + 11 * 10 + 10 * (width - 10)"),
)
exercise.accepts(
    "a plot, prints, and more entries than asked for",
    swap("import time", "import time\nimport matplotlib.pyplot as plt"),
    swap(ADDED, ADDED + '"width": width,'),
    swap(RETURN, f"    plt.bar(list(map(str, results)), 1.0)\n    plt.show()\n{RETURN}"),
)
