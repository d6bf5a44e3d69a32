"""Change the number of neurons: a builder that takes the width, and a fair comparison."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import expect
from autograder.evidence import Evidence, Training, as_integer, as_mapping, as_number
from autograder.exercise import Exercise, rewrite, swap
from autograder.network import Layer, dense_stack, in_words, layer_from
from autograder.records import Truth

exercise = Exercise(
    "neurons", "Change the number of neurons", asks_for=("build_model", "compare_widths")
)

CLASSES = 10
PIXELS = 784
EPOCHS = 3
NARROW, WIDE = 16, 256
# The wide one first, so that a comparison that sorts its widths is noticed.
COMPARED = (WIDE, NARROW)
ENTRIES = ("loss", "accuracy", "parameters", "seconds")
# Lets a number be rounded to three places.
SAME_NUMBER = 1e-3
# Processor time of several threads may exceed the clock's.
MOST_THREADS = 8
FITS_BETTER = expect.Threshold(
    f"the loss with {WIDE} neurons, as a share of the loss with {NARROW},", at_most=0.98
)


@exercise.given
def widths(generator: np.random.Generator) -> dict[str, Any]:
    """Widths to build that no student has seen."""
    narrow, wide = int(generator.integers(20, 100)), int(generator.integers(130, 500))
    return {"unseen": [narrow, wide]}


@exercise.probe
def build(student: Any, given: Any) -> dict[str, Any]:
    from autograder.describe import as_model, describe_loss, describe_model

    models = [as_model(student.build_model(width), "build_model") for width in given.unseen]
    return {
        "layers": [describe_model(model) for model in models],
        "from_logits": [describe_loss(getattr(model, "loss", None))[1] for model in models],
    }


@exercise.probe
def compare(student: Any, given: Any) -> dict[str, Any]:
    import time

    images, labels = given.train_images[:1000] / 255.0, given.train_labels[:1000]
    start = time.perf_counter()
    results = student.compare_widths([256, 16], images, labels)
    return {"results": results, "elapsed": time.perf_counter() - start, "count": len(images)}


@exercise.check(build, points=3)
def hidden_layer_has_the_width(seen: Evidence, truth: Truth) -> None:
    """`build_model` makes one hidden layer, with as many neurons as it is asked for."""
    for width, layers in built(seen, truth):
        hidden = [layer.units for layer in dense_stack(layers)[:-1]]
        expect.that(
            hidden == [width],
            expected=f"one hidden Dense layer of {width} neurons from `build_model({width})`",
            seen=in_words(layers),
            hint="Which number in the model should the argument decide, and which should it not?",
        )


@exercise.check(build, points=2)
def output_stays_ten_classes(seen: Evidence, truth: Truth) -> None:
    """Whatever the width, the output has ten neurons, of the kind that the loss expects."""
    from_logits = seen.items("from_logits", len(truth.given["unseen"]))
    for (width, layers), logits in zip(built(seen, truth), from_logits, strict=True):
        output = dense_stack(layers)[-1:]
        expect.that(
            bool(output) and output[0].units == CLASSES,
            expected=f"a last layer of {CLASSES} neurons from `build_model({width})`",
            seen=in_words(layers),
            hint="There are as many outputs as classes; only the hidden layer changes its width.",
        )
        expect.equal(
            output[0].activation,
            "linear" if logits is True else "softmax",
            "the output's activation",
            "The loss expects probabilities, which softmax makes, unless it has from_logits=True.",
        )


@exercise.check(compare, points=2)
def results_are_complete(seen: Evidence, _truth: Truth) -> None:
    """`compare_widths` returns four numbers for each width, under the width itself."""
    for width in COMPARED:
        for name in ENTRIES:
            reported(seen, width, name)
    count = len(seen.mapping("results"))
    expect.equal(count, len(COMPARED), "the number of keys", "There is one key for each width.")


@exercise.check(compare, points=2)
def each_width_starts_anew(seen: Evidence, _truth: Truth) -> None:
    """For each width a new model of that width is trained, on all the images, for three epochs."""
    trainings = seen.trainings()
    hint = "Each width needs one new model, and one call of `fit`."
    expect.equal(len(trainings), len(COMPARED), "the number of calls of `fit`", hint)
    for training in trainings:
        expect.equal(training.first_step, 0, "the steps that the optimiser had taken before", hint)
        expect.equal(training.epochs, EPOCHS, "the argument `epochs` of `fit`")
        images = training.images.count if training.images else 0
        expect.equal(images, seen.integer("count"), "the number of images trained on")
    expect.that(
        sorted(map(hidden_width, trainings)) == sorted(COMPARED),
        expected=f"hidden layers of {NARROW} and of {WIDE} neurons, one in each training",
        seen="; ".join(in_words(training.layers) for training in trainings),
        hint=hint,
    )


@exercise.check(compare, points=2, after=results_are_complete)
def last_loss_and_accuracy_are_reported(seen: Evidence, _truth: Truth) -> None:
    """Loss and accuracy of each width are those of its own training's last epoch."""
    for place, width in enumerate(COMPARED):
        training = training_of(seen, width, place)
        for name in ("loss", "accuracy"):
            expect.close(
                reported(seen, width, name),
                series(training, name)[-1],
                f'"{name}" of {width} neurons',
                within=SAME_NUMBER,
                hint="A history holds one number an epoch, and each training has its own history.",
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
    most = MOST_THREADS * seen.number("elapsed")
    for width in COMPARED:
        seconds = reported(seen, width, "seconds")
        expect.that(
            0 <= seconds <= most,  # whole seconds may well be 0 here
            expected=f'a duration for "seconds" of {width} neurons',
            seen=f"{seconds:.6g}",
            hint="A clock tells a moment; a duration takes two of them.",
        )


@exercise.check(compare, points=1, after=each_width_starts_anew)
def wider_model_fits_better(seen: Evidence, _truth: Truth) -> None:
    """The models learn, and the wide one fits the images better than the one of 16 neurons."""
    narrow, wide = (
        series(training, "loss")[-1] for training in sorted(seen.trainings(), key=hidden_width)
    )
    expect.that(narrow > 0, expected="a loss above 0", seen=expect.show(narrow))
    FITS_BETTER.check(wide / narrow, "Does the loss fall from epoch to epoch, with both widths?")


def built(seen: Evidence, truth: Truth) -> list[tuple[int, list[Layer]]]:
    """Each unseen width and the layers built for it; raises `Failure`."""
    asked = truth.given["unseen"]
    return [
        (width, [layer_from(layer) for layer in layers] if isinstance(layers, list) else [])
        for width, layers in zip(asked, seen.items("layers", len(asked)), strict=True)
    ]


def reported(seen: Evidence, width: int, name: str) -> float:
    """One number that the student reports; raises `Failure`."""
    results = seen.mapping("results", "what `compare_widths` returns")
    expect.that(
        width in results,
        expected=f"the width {width} as a key",
        seen=", ".join(map(expect.show, results)) or "no keys",
        hint="Use each number of `widths` as it is for a key.",
    )
    entry = as_mapping(results[width], f"the value for {width}")
    expect.that(
        name in entry,
        expected=f'"{name}" for {width} neurons',
        seen=", ".join(map(expect.show, entry)) or "no keys",
    )
    what = f'"{name}" of {width} neurons'
    return as_integer(entry[name], what) if name == "parameters" else as_number(entry[name], what)


def hidden_width(training: Training) -> int:
    """The neurons of the first hidden layer, 0 where there is none."""
    hidden = dense_stack(training.layers)[:-1]
    return hidden[0].units if hidden else 0


def training_of(seen: Evidence, width: int, place: int) -> Training:
    """The training of a width: one of that hidden width, or else the one at its place."""
    trainings = seen.trainings()
    in_place = trainings[place : place + 1]
    own = [training for training in trainings if hidden_width(training) == width]
    of_that_width = own if len(own) == 1 else in_place
    expect.that(bool(of_that_width), expected=f"a training with {width} neurons", seen="none")
    return of_that_width[0]


def series(training: Training, name: str) -> tuple[float, ...]:
    """The recorded series of that name, accuracy by whatever name; raises `Failure`."""
    names = [name] if name == "loss" else [log for log in training.logs if "acc" in log]
    values = training.logs.get(names[0], ()) if names else ()
    expect.that(
        bool(values),
        expected=f"training to report the {name}",
        seen=", ".join(training.logs) or "nothing",
        hint='Give `compile` the argument metrics=["accuracy"].',
    )
    return values


HIDDEN = "Dense(neurons,"
OUTPUT = 'Dense(10, activation="softmax")'
BUILT = "        model = build_model(width)\n"
ADDED = "results[width] = {"

exercise.mistake(
    "the argument ignored",
    swap(HIDDEN, "Dense(128,"),
    fails=[hidden_layer_has_the_width, each_width_starts_anew, parameters_are_counted],
)
exercise.mistake(
    "the output's width changed instead",
    swap(HIDDEN, "Dense(128,"),
    swap("Dense(10,", "Dense(neurons,"),
    fails=[
        hidden_layer_has_the_width,
        output_stays_ten_classes,
        each_width_starts_anew,
        parameters_are_counted,
    ],
)
exercise.mistake(
    "an output without softmax", swap(OUTPUT, "Dense(10)"), fails=[output_stays_ten_classes]
)
exercise.mistake(
    "a second hidden layer",
    swap(HIDDEN, 'Dense(neurons, activation="relu"), tf.keras.layers.Dense(neurons,'),
    fails=[hidden_layer_has_the_width, parameters_are_counted],
)
exercise.mistake(
    "the same model trained on",
    swap(BUILT, ""),
    swap("    results = {}\n", "    results = {}\n    model = build_model(widths[0])\n"),
    fails=[each_width_starts_anew, parameters_are_counted],
)
exercise.mistake("one epoch only", swap("epochs=3", "epochs=1"), fails=[each_width_starts_anew])
exercise.mistake(
    "keyed by the place in the list",
    swap("for width in widths:", "for place, width in enumerate(widths):"),
    swap(ADDED, "results[place] = {"),
    fails=[results_are_complete],
)
exercise.mistake(
    "keyed by the wrong width",
    swap("    return results", "    return dict(zip(sorted(widths), results.values()))"),
    fails=[last_loss_and_accuracy_are_reported, parameters_are_counted],
)
exercise.mistake(
    "the losses of the last width only",
    swap(
        "    return results",
        "    for result in results.values():\n"
        '        result.update(loss=history.history["loss"][-1])\n'
        "    return results",
    ),
    fails=[last_loss_and_accuracy_are_reported],
)
exercise.mistake(
    "the last width's result only",
    swap("        results[width] = {", "        results = {width: {"),
    swap('"seconds": seconds,\n        }', '"seconds": seconds,\n        }}'),
    fails=[results_are_complete],
)
exercise.mistake(
    "the first epoch's loss",
    swap('history.history["loss"][-1]', 'history.history["loss"][0]'),
    fails=[last_loss_and_accuracy_are_reported],
)
exercise.mistake(
    "compiled without a metric",
    swap(', metrics=["accuracy"]', ""),
    swap('history.history["accuracy"][-1]', "0.5"),
    fails=[last_loss_and_accuracy_are_reported],
)
exercise.mistake(
    "the hidden layer's parameters only",
    swap("model.count_params()", "model.layers[1].count_params()"),
    fails=[parameters_are_counted],
)
exercise.mistake(
    "a moment instead of a duration",
    swap("time.perf_counter() - start", "time.time()"),
    fails=[seconds_are_measured],
)
exercise.mistake(
    "weights that start at zero",
    swap(HIDDEN, 'Dense(neurons, kernel_initializer="zeros",'),
    fails=[wider_model_fits_better],
)

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
        class Net(keras.Model):
            def __init__(self, neurons):
                super().__init__()
                self.flatten, self.relu = keras.layers.Flatten(), keras.layers.ReLU()
                self.hidden, self.outputs = keras.layers.Dense(neurons), keras.layers.Dense(10)
                self.softmax = keras.layers.Softmax()
            def call(self, images):
                return self.softmax(self.outputs(self.relu(self.hidden(self.flatten(images)))))
        def build_model(neurons):
            model = Net(neurons)
            model.compile("nadam", "sparse_categorical_crossentropy", metrics=["acc"])
            return model
    """),
    swap("history.history['loss'][-1]", "round(history.history['loss'][-1], 3)"),
    swap("history.history['accuracy'][-1]", "history.history['acc'][-1]"),
)
exercise.accepts(
    "logits, Rescaling, another Adam, and the parameters by the formula",
    swap(
        "tf.keras.layers.Flatten(),", "tf.keras.layers.Flatten(), tf.keras.layers.Rescaling(1.0),"
    ),
    swap(OUTPUT, "Dense(10)"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.AdamW()"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
    swap("model.count_params()", "785 * width + 11 * 10 + 10 * (width - 10)"),
)
exercise.accepts(
    "a plot, prints, and more entries than asked for",
    swap("import time", "import time\nimport matplotlib.pyplot as plt"),
    swap(ADDED, ADDED + '"width": width,'),
    swap(
        "    return results",
        '    plt.bar(list(map(str, results)), [r["loss"] for r in results.values()])\n'
        "    plt.show()\n    print(results)\n    return results",
    ),
)
