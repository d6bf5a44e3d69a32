"""Change the number of neurons: a builder that takes the width, and a fair comparison."""

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Threshold,
    as_entry,
    as_integer,
    as_mapping,
    as_number,
    check_new_fits,
    expect,
    loss_ratio,
    lost_by_rounding,
    text,
)
from autograder.judging.exercise import rewrite, swap

exercise = Exercise(
    "neurons", "Change the number of neurons", asks_for=("build_model", "compare_widths")
)

PIXELS = 784
COUNT, EPOCHS = 1600, 3
NARROW, WIDE = 16, 256
COMPARED = (WIDE, NARROW)  # in this order, so that a comparison that sorts is noticed
ENTRIES = ("loss", "accuracy", "parameters", "seconds")

say = exercise.messages(
    hidden_layer=text(
        "hidden Dense layers of `build_model({width})`",
        expected="one, with {width} neurons",
        hint="Which number in the model should the argument decide, and which should it not?",
    ),
    results=text(
        "what `compare_widths` returns",
        hint="Fill one dictionary in the loop, and return it after the loop.",
    ),
    width_key=text(
        "what `compare_widths` returns",
        hint="Use each number of `widths` unchanged as a key, and return after the loop.",
    ),
    width_value=text(
        "the value for {width}",
        hint="Each value is a dictionary, with the four names that the exercise gives.",
    ),
    parameter_count=text(
        '"parameters" for {width} neurons', hint="How many are there? A model can count its own."
    ),
    single_number=text(
        '"{entry}" for {width} neurons',
        hint="It should be a single number: the last one of a series.",
    ),
    keys=text("number of keys", hint="There is one key for each width."),
    all_images=text(
        "number of images trained on",
        hint="Train on all of the function's own `images`, and hold none of them back.",
    ),
    both_widths=text(
        "hidden layers in the trainings",
        expected="{narrow} neurons in one and {wide} in the other",
        seen="{layers:each}",
        hint="Let `build_model` decide the width. Which number does it get in the loop?",
    ),
    own_numbers=text(
        '"{entry}" for {width} neurons',
        hint="Take the last number as it is, from each training's own history.",
    ),
    counted=text(
        '"parameters" for {width} neurons',
        hint="A neuron has a weight for each of its inputs, and a bias; think of both layers.",
    ),
    seconds=text(
        '"seconds" for both widths',
        expected="at most {elapsed:.3g} together, as all of it took no longer",
        hint="A duration lies between two looks at the clock, right before and right after `fit`.",
    ),
    fits_better=text(
        "loss with {wide} neurons, as a share of the loss with {narrow}",
        hint="Does the loss fall from epoch to epoch, with both widths?",
    ),
    not_trained=text(
        expected="training with {width} neurons",
        seen="none",
        hint="Build a model of each width, and train it.",
    ),
)
FITS_BETTER = Threshold(say.fits_better, at_most=0.98)


@exercise.given
def width(generator):
    """A width to build that no student has seen."""
    return {"unseen": int(generator.integers(20, 500))}


@exercise.probe
def build(student, given):
    """The grader builds a model of its own width and trains it for one epoch on 64 images."""
    model = student.model("build_model", given.unseen)
    images, labels = given.train_images[:64] / 255.0, given.train_labels[:64]
    return student.attempt(model.fit, images, labels, verbose=0)


@exercise.probe
def compare(student, given):
    """The grader calls `compare_widths` with 256 and 16 neurons, on 1,600 images."""
    import time

    images, labels = given.train_images[:1600] / 255.0, given.train_labels[:1600]
    start, worked = time.perf_counter(), time.process_time()
    results = student.compare_widths([256, 16], images, labels)
    elapsed = max(time.perf_counter() - start, time.process_time() - worked)
    return {"results": results, "elapsed": elapsed}


@exercise.check(build, points=3)
def hidden_layer_has_the_width(seen, truth):
    """`build_model` makes one hidden layer, with as many neurons as it is asked for."""
    layers, unseen = seen.last_fit().layers, truth.given["unseen"]
    expect.equal(
        layers.hidden_widths, [unseen], say.hidden_layer, width=unseen, seen=layers.in_words
    )


@exercise.check(build, points=2)
def output_stays_ten_classes(seen, truth):
    """Whatever the width, the output has ten neurons, of the kind that the loss expects."""
    fit = seen.finished_fit()
    fit.layers.check_output(CLASSES, from_logits=fit.from_logits)


@exercise.check(compare, points=2)
def results_are_complete(seen, truth):
    """`compare_widths` returns four numbers for each width, under the width itself."""
    for width in COMPARED:
        for entry in ENTRIES:
            reported(seen, width, entry)
    expect.equal(len(seen.mapping("results", say.results)), len(COMPARED), say.keys)


@exercise.check(compare, points=2)
def each_width_starts_anew(seen, truth):
    """For each width a new model of that width is trained, on all the images, for three epochs."""
    fits = seen.fits()
    check_new_fits(fits, len(COMPARED), EPOCHS)
    for fit in fits:
        expect.equal(fit.images.count if fit.images else 0, COUNT, say.all_images)
    expect.that(
        sorted(map(first_width, fits)) == sorted(COMPARED),
        say.both_widths,
        narrow=NARROW,
        wide=WIDE,
        layers=[fit.layers.in_words for fit in fits],
    )


@exercise.check(compare, points=2, after=results_are_complete)
def last_loss_and_accuracy_are_reported(seen, truth):
    """Loss and accuracy of each width are those of its own training's last epoch."""
    for place, width in enumerate(COMPARED):
        fit = own_fit(seen, width, place)
        for entry in ("loss", "accuracy"):
            expect.close(
                reported(seen, width, entry),
                fit.series(entry)[-1],
                say.own_numbers,
                within=1e-3,
                entry=entry,
                width=width,
            )


@exercise.check(compare, points=1, after=results_are_complete)
def parameters_are_counted(seen, truth):
    """The number of parameters of each width counts every weight and every bias."""
    for width in COMPARED:
        parameters = PIXELS * width + width + CLASSES * width + CLASSES
        expect.equal(reported(seen, width, "parameters"), parameters, say.counted, width=width)


@exercise.check(compare, points=1, after=results_are_complete)
def seconds_are_measured(seen, truth):
    """The seconds are those that a training takes."""
    elapsed = seen.number("elapsed")
    durations = [reported(seen, width, "seconds") for width in COMPARED]
    rounding = sum(map(lost_by_rounding, durations))
    expect.that(
        min(durations) >= 0 and sum(durations) <= elapsed + rounding,
        say.seconds,
        elapsed=elapsed,
        seen=durations,
    )


@exercise.check(compare, points=1, after=each_width_starts_anew)
def wider_model_fits_better(seen, truth):
    """The models learn, and the wide one fits the images better than the one of 16 neurons."""
    narrow, wide = (fit.series("loss")[-1] for fit in sorted(seen.fits(), key=first_width))
    FITS_BETTER.check(loss_ratio(wide, narrow), wide=WIDE, narrow=NARROW)


def reported(seen, width, entry):
    """One number that the student reports; raises `Failure`."""
    results = seen.mapping("results", say.results)
    values = as_mapping(as_entry(results, width, say.width_key), say.width_value, width=width)
    value = as_entry(values, entry, say.width_value, width=width)
    if entry == "parameters":
        return as_integer(value, say.parameter_count, width=width)
    return as_number(value, say.single_number, entry=entry, width=width)


def first_width(fit):
    """The neurons of the first hidden layer, 0 where there is none."""
    return next(iter(fit.layers.hidden_widths), 0)


def own_fit(seen, width, place):
    """The training of a width: one of that hidden width, or else the one at its place."""
    fits = seen.fits()
    own = [fit for fit in fits if first_width(fit) == width]
    of_that_width = own if len(own) == 1 else fits[place : place + 1]
    expect.that(bool(of_that_width), say.not_trained, width=width)
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
