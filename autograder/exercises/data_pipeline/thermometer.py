"""A thermometer: one neuron that learns a straight line, and the kind of a task by its answers."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    Threshold,
    as_returned,
    as_scalar,
    check_moves,
    data_seen,
    expect,
    text,
)

exercise = Exercise(
    "thermometer",
    "Degrees, or the other kind of task",
    asks_for=("train_thermometer", "read_thermometer", "kind_of_task"),
    background=(
        "Not every answer is a class. ... From seven pairs it can find both by itself.",
        "Write three functions.",
        "`Adam` with a learning rate of 0.1 needs some 500 epochs.",
    ),
)

# How a loss that measures distance is called, by name, as a function and as an object.
DISTANCES = (
    "mse", "mean_squared_error", "mae", "mean_absolute_error", "huber", "log_cosh",
)  # fmt: skip
FREEZING, SLOPE = 32.0, 1.8
# The model's answers are numbers in single precision.
SHARE = 1e-4
# A mean over batches is a little off.
MEAN_SHARE = 1e-3
PARAMETERS = 2
# No scale has its zero so near 0: who begins there has the line to learn. A training that begins
# closer than the second, in degrees, has little left to learn.
NEAR, AT_ONCE = 10.0, 1.0
# No scale has so small a slope: a weight that begins above it may be one that was computed.
PLAIN_SLOPE = 1.0
# The largest number that a random initial weight is, but for those that somebody chose.
DRAWN = 2.0
# What passes one number on as it is; and what may make it smaller, in front of the neuron.
PASSING = ("Activation", "Flatten", "Identity", "InputLayer", "Reshape")
IN_FRONT = (*PASSING, "Normalization", "Rescaling")
# The temperatures of the pairs that the probes train on; and how much of a number rounding takes.
OF_FAHRENHEIT = (-40.0, -10.0, 0.0, 8.0, 15.0, 22.0, 38.0)
OF_ANOTHER = (-30.0, -12.0, 1.0, 7.0, 16.0, 25.0, 40.0)
ROUNDED = 0.01
# No whole number is so large, and no other number's bytes read as one are so near to 0.
WHOLE = 2.0**53
REGRESSION, CLASSIFICATION = "regression", "classification"

say = exercise.messages(
    neuron=text(
        "layers of the model",
        expected="one Dense layer with one neuron, without an activation",
        hint="A straight line has one weight and one bias, and nothing bends it.",
    ),
    others=text(
        "layers of the model",
        expected="one Dense layer with one neuron, and no other layer but perhaps an Input",
        hint="One weight and one bias are all that a straight line needs: leave the others out.",
    ),
    parameters=text(
        "numbers that the model learns",
        expected="a weight and a bias",
        seen="{count} numbers",
        hint="One input, one neuron: one temperature goes in, and nothing else learns.",
    ),
    loss=text(
        "loss of the training",
        expected="the mean squared or the mean absolute error",
        hint="Which loss says how many degrees an answer is off? Cross entropy is for classes.",
    ),
    other_model=text(
        "the model that `train_thermometer` returns",
        expected="the one that was trained, as it was at the end of the training",
        seen="another one, or other weights",
        hint="Return the model whose `fit` you called, and leave its weights as `fit` made them.",
    ),
    other_measure=text(
        "the grader's own call of `fit`, which asks your model for 141 temperatures",
        expected="as the grader calls it",
        seen="other temperatures, other degrees or another loss",
        hint="Leave `fit` and `compile` of the model as Keras has them.",
    ),
    brought=text(
        "the model before its training",
        expected="numbers that the training has to find",
        seen="the line, or most of it",
        hint="Leave the neuron's weights as Keras makes them, and let `fit` find both numbers.",
    ),
    other_pairs=text(
        "pairs that the neuron learns from",
        expected="those that `train_thermometer` is called with",
        seen="others",
        hint="Call `fit` with `celsius` and `targets` as they came, as often as you like.",
    ),
    not_measured=text(
        "the model that `train_thermometer` returns",
        expected="one that takes an input of the shape (count, 1)",
        seen="it was not possible to ask it for 141 temperatures",
        hint="Put `tf.keras.Input((1,))` in front of the neuron.",
    ),
    off=text(
        "degrees that the model is off, on the mean from -40 to 100 °C, for the scale"
        " {slope:.3g} * c + {zero:.3g}",
        hint="Look at the loss of the last epochs: does it still fall? More epochs or larger steps"
        " (the optimiser's learning rate) bring it further.",
    ),
    answer=text(
        "what `read_thermometer` returns for {degrees:g} °C and a model whose answer is"
        " {wanted:.4g}",
        hint="Ask the model for this very temperature, with its decimals. `predict` gives a row for"
        " each example, here one row with one number: take it out, and return it as it is.",
    ),
    kind=text(
        "what `kind_of_task` returns for the answers {answers}",
        hint="Is each row a probability distribution? It has two or more numbers, none of them"
        " below 0, and they add up to 1.",
    ),
)
CLOSE = Threshold(say.off, at_most=5.0)


@exercise.given
def scales(generator):
    """A second scale that is no old one, a model's weights, and answers of models."""
    # Few numbers: what networks learn of them is trained once for a class.
    slope = float(generator.choice([1.2, 1.22, 1.25, 1.28]))
    zero = float(generator.choice([28, 29, 30, 31]))
    weight, bias = (float(generator.uniform(2, 5)), float(generator.uniform(-30, -10)))
    fall, top = (float(generator.uniform(-5, -2)), float(generator.uniform(100, 150)))
    rows = generator.dirichlet(np.ones(3), 4)
    two = generator.dirichlet(np.ones(2), 3)
    one_off, negative, nearly, hardly, below = (rows.copy() for _ in range(5))
    one_off[-1, 0] += 0.4
    nearly[1, 0] += 0.0007
    hardly[2, 0] += 0.0016
    negative[1], negative[2] = [1.3, -0.5, 0.2], [0.7, -0.2, 0.5]
    below[3] = [0.6, 0.4005, -0.0005]
    answers = [
        (rows, CLASSIFICATION),
        (two, CLASSIFICATION),
        (nearly, CLASSIFICATION),
        (np.eye(10)[generator.permutation(10)[:4]], CLASSIFICATION),
        (generator.uniform(50, 900, (5, 1)), REGRESSION),
        (np.ones((3, 1)), REGRESSION),
        (generator.uniform(0.1, 0.3, (4, 1)), REGRESSION),
        (one_off, REGRESSION),
        (hardly, REGRESSION),
        (negative, REGRESSION),
        (negative[2:], REGRESSION),
        (below, REGRESSION),
        # Less than 1 in each row, and answers for a single example.
        (rows * 0.7, REGRESSION),
        (rows[:1], CLASSIFICATION),
        (np.ones((1, 1)), REGRESSION),
        (generator.uniform(1, 40, (3, 2)), REGRESSION),
    ]
    answers = [answers[place] for place in generator.permutation(len(answers))]
    return {
        "scale": [slope, zero],
        "weights": [np.array([[weight]], "float32"), np.array([bias], "float32")],
        "falling": [np.array([[fall]], "float32"), np.array([top], "float32")],
        "degrees": [float(generator.integers(-30, -5)), 0.0, 36.6],
        "answers": [one.astype("float32") for one, _ in answers],
        "kinds": [kind for _, kind in answers],
    }


@exercise.probe
def fahrenheit(student, given):
    """The grader gives your function seven pairs in Celsius and Fahrenheit, and asks its model."""
    import numpy as np
    import tensorflow as tf

    celsius = np.array([-40.0, -10.0, 0.0, 8.0, 15.0, 22.0, 38.0])
    made = student.attempt(student.model, "train_thermometer", celsius.copy(), 1.8 * celsius + 32)
    model = made.pop("returned")
    asked = np.arange(-40.0, 101.0)[:, None]
    scale = 1.8 * asked + 32

    def try_loss():
        # What a loss of the student's own makes of a line that the grader knows.
        weight, bias = (tf.keras.initializers.Constant(float(one.item())) for one in given.weights)
        neuron = tf.keras.layers.Dense(1, kernel_initializer=weight, bias_initializer=bias)
        known = tf.keras.Sequential([tf.keras.Input((1,)), neuron])
        known.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss=model.loss)
        # In batches as long as those of the training: a loss is the same one for all rows.
        known.fit(
            asked[:1],
            scale[:1],
            validation_data=(asked, scale),
            validation_batch_size=len(celsius),
            verbose=0,
        )

    def measure():
        # With steps of size 0 it stays what it is, and the trainer says how far it is off.
        model.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss="mae")
        model.fit(asked[:1], scale[:1], validation_data=(asked, scale), verbose=0)

    if made["problem"] is not None:
        return {**made, "measured": False, "tried": False}
    is_name = isinstance(model.loss, str)
    is_own = not is_name and not getattr(model.loss, "__module__", "").startswith("keras.")
    tried = is_own and student.attempt(try_loss)["problem"] is None
    measured = student.attempt(measure)["problem"] is None
    return {"problem": None, "measured": measured, "tried": tried}


@exercise.probe
def another(student, given):
    """The grader gives your function seven pairs of another scale, and asks its model."""
    import numpy as np
    import tensorflow as tf

    slope, zero = given.scale
    celsius = np.array([-30.0, -12.0, 1.0, 7.0, 16.0, 25.0, 40.0])
    targets = slope * celsius + zero
    made = student.attempt(student.model, "train_thermometer", celsius.copy(), targets)
    model = made.pop("returned")
    asked = np.arange(-40.0, 101.0)[:, None]

    def measure():
        model.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss="mae")
        scale = slope * asked + zero
        model.fit(asked[:1], scale[:1], validation_data=(asked, scale), verbose=0)

    if made["problem"] is not None:
        return {**made, "measured": False, "tried": False}
    measured = student.attempt(measure)["problem"] is None
    return {"problem": None, "measured": measured, "tried": False}


@exercise.probe
def ask(student, given):
    """The grader asks two models of its own for temperatures, and for the kinds of answers."""
    import tensorflow as tf

    chain = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    start = tf.keras.Input((1,))
    functional = tf.keras.Model(start, tf.keras.layers.Dense(1)(start))
    chain.set_weights(given.weights)
    functional.set_weights(given.falling)
    return {
        "numbers": [
            student.attempt("read_thermometer", model, degrees)
            for model in (chain, functional)
            for degrees in given.degrees
        ],
        "kinds": [student.attempt("kind_of_task", answers.copy()) for answers in given.answers],
    }


def own_fits(seen):
    """The student's trainings, without the grader's own calls of `fit`; raises `Failure`."""
    fits = seen.fits()
    ours = seen.boolean("measured") + seen.boolean("tried")
    own = fits[: len(fits) - ours]
    if not own:
        seen.last_fit()
        raise Failure("fit.none")
    return own


def check_line(seen, temperatures, slope, zero):
    """The model learnt that scale from the pairs it was given; raises `Failure`."""
    own = own_fits(seen)
    as_returned({"returned": None, "problem": seen.raw("problem")})
    expect.that(seen.boolean("measured"), say.not_measured)
    last = seen.finished_fit()
    if not last.goes_on_from(own[-1]):
        raise Failure(say.other_model)
    chain = [last, own[-1]]
    for earlier in reversed(own[:-1]):
        if chain[-1].goes_on_from(earlier):
            chain.append(earlier)
    if chain[-1].start != "new":
        raise Failure("fit.weights_set_before")
    is_seen = last.level != "trust"
    if is_seen:
        check_measurement(last, slope, zero)
        for fit in chain:
            expect.that(begins_near_zero(fit), say.brought)
    CLOSE.check(last.series("val_loss")[-1], slope=slope, zero=zero)
    if is_seen and all(fit.still for fit in chain[1:]):
        check_moves(chain[-1])
    for fit in chain[1:]:
        expect.that(learns_from_pairs(fit, temperatures, slope, zero), say.other_pairs)
    # In code of the student's own there may be a line beside that of the neuron.
    seen.trust_code(last)


def learns_from_pairs(fit, temperatures, slope, zero):
    """Whether a training is on the pairs that were given, and on no others, as far as is known."""
    celsius = np.array(temperatures)
    given = np.stack([celsius, slope * celsius + zero], axis=1)
    for part in fit.all_parts:
        both = [one and numbers_of(one) for one in (part.images, part.labels)]
        if any(one is None or not len(one) for one in both):
            continue
        if len(both[0]) != len(both[1]):
            return False
        off = np.abs(np.stack(both, axis=1)[:, None] - given[None]) / (1 + np.abs(given))
        if not (off.max(axis=2).min(axis=1) < ROUNDED).all():
            return False
    return True


def numbers_of(data):
    """The numbers of data with a single one in each row: a whole one is told as that."""
    digests = data.digests()
    whole = digests.view(np.int64).astype(float)
    return np.where(np.abs(whole) < WHOLE, whole, digests.view(float))


def check_measurement(fit, slope, zero):
    """The grader's call of `fit` was done as it is called, whatever the model's is; `Failure`."""
    asked = np.arange(-40.0, 101.0)[:, None]
    wanted = [data_seen(one.astype(np.float32)) for one in (asked, slope * asked + zero)]
    found = [fit.validation, fit.validation_labels]
    same = all(one and one.digest == own.digest for one, own in zip(found, wanted, strict=True))
    is_still = fit.learning_rate == 0 and fit.epochs_run == 1
    is_mean = any(map(fit.has_loss, DISTANCES[2:4]))
    expect.that(same and is_still and is_mean, say.other_measure)


def begins_near_zero(fit):
    """Whether the network, new, answers near 0 at 0 °C, and no step but training changes that."""
    if fit.network is None or fit.level == "traced":
        # Of code, it is seen in how its training begins.
        first = fit.series("loss")[0]
        return fit.start != "new" or first > AT_ONCE
    if fit.network.nodes:
        # Numbers that are added up, or multiplied, are as large as anybody likes.
        return False
    most = 0.0
    for layer in fit.network.layers:
        match type(layer).__name__:
            case "Dense":
                if any(
                    (one and one.numbers)
                    for one in (layer.kernel_constraint, layer.bias_constraint)
                ):
                    return False
                if abs(centre(layer.kernel_initializer)) > PLAIN_SLOPE:
                    return False
                most = most * reach(layer.kernel_initializer) + reach(layer.bias_initializer)
            case "Rescaling":
                most = most * abs(layer.scale) + abs(layer.offset)
            case "Normalization":
                mean, variance = (np.abs(one) for one in (layer.mean, layer.variance))
                most = float((most + np.max(mean)) / np.sqrt(np.min(variance)))
            case "BatchNormalization":
                return False
    return most <= NEAR


def centre(initializer):
    """The number around which weights begin, as far as somebody chose it."""
    numbers = initializer.numbers
    if "maxval" in numbers:
        return (numbers.get("minval", 0.0) + numbers["maxval"]) / 2
    return next((numbers[name] for name in ("value", "mean", "gain") if name in numbers), 0.0)


def reach(initializer):
    """The largest number that weights begin with, as far as somebody chose it."""
    if initializer.kind == "Zeros":
        return 0.0
    return max(map(abs, [DRAWN, *initializer.numbers.values()]))


@exercise.check(
    fahrenheit,
    points=3,
    rests_on="trained: layers and number of weights of the training",
    demands=(
        "Build, compile and train a **new** Keras model with `fit`, and return it.",
        "It has **one `Dense` layer with one neuron**, without an activation, and no other layer"
        " but perhaps an `Input`.",
        "It takes one number for each temperature: an input of the shape `(count, 1)`.",
    ),
)
def one_neuron_no_activation(seen, truth):
    """It is one neuron with one input and without an activation."""
    fit = own_fits(seen)[-1]
    own = [(layer.units, layer.activation) for layer in fit.layers.dense]
    expect.that(own == [(1, "linear")], say.neuron, seen=fit.layers.in_words)
    described = [one.layers for one in (fit, seen.last_fit()) if one.network is not None]
    for layers in described:
        expect.that(has_no_others(layers), say.others, seen=layers.in_words)
    seen.finished_fit()
    count = fit.parameters()
    expect.that(count == PARAMETERS, say.parameters, count=count)


def has_no_others(layers):
    """Whether nothing but the neuron changes a number, apart from what makes the input smaller."""
    kinds = [layer.kind for layer in layers]
    neuron = kinds.index("Dense")
    return {*kinds[:neuron]} <= {*IN_FRONT} and {*kinds[neuron + 1 :]} <= {*PASSING}


@exercise.check(
    fahrenheit,
    points=2,
    rests_on="trained: loss of the training",
    demands=(
        "Its loss measures **how far a number is off**: the mean squared error, or the mean"
        " absolute error (Huber's loss and log-cosh, which lie between these two, will do as"
        " well).",
    ),
)
def loss_measures_distance(seen, truth):
    """The loss measures how far a number is off."""
    fit = own_fits(seen)[-1]
    is_known = any(map(fit.has_loss, DISTANCES))
    is_distance = is_known or (seen.boolean("tried") and measures_distance(seen, truth, fit.loss))
    expect.that(is_distance, say.loss, seen=fit.loss)


def measures_distance(seen, truth, loss):
    """Whether a loss of this name makes of known answers what one that measures distance does."""
    tried = seen.fits()[-2 if seen.boolean("measured") else -1]
    (weight,), (bias,) = (array.reshape(-1).tolist() for array in truth.given["weights"])
    asked = np.arange(-40.0, 101.0)
    off = np.abs(weight * asked + bias - (SLOPE * asked + FREEZING))
    huber = np.where(off < 1, off**2 / 2, off - 1 / 2)
    log_cosh = off + np.log1p(np.exp(-2 * off)) - np.log(2)
    found = tried.series("val_loss")[-1]
    means = (float(one.mean()) for one in (off**2, off, huber, log_cosh))
    return tried.loss == loss and any(abs(found - mean) < MEAN_SHARE * mean for mean in means)


@exercise.check(
    fahrenheit,
    points=5,
    rests_on="trained: how far the trained weights are off, as the trainer measured it (threshold)",
    demands=(
        "`train_thermometer(celsius, targets)` gets two NumPy arrays of shape `(count,)`:"
        " temperatures in degrees Celsius, and the same temperatures on another scale, to which a"
        " straight line leads.",
        "Optimiser and number of epochs are up to you, as long as the model learns the scale: for"
        " temperatures from -40 to 100 °C its answers are off by **at most 5 degrees on the"
        " mean**.",
    ),
)
def learns_the_scale(seen, truth):
    """From -40 to 100 °C its answers are off by at most 5 degrees, on the mean."""
    check_line(seen, OF_FAHRENHEIT, SLOPE, FREEZING)


@exercise.check(
    another,
    points=3,
    rests_on="trained: how far the trained weights are off on an unseen scale (threshold)",
    demands=(
        "The neuron has to learn its numbers from the pairs: the grader gives your function seven"
        " pairs of other scales than Fahrenheit, too, on which 0 °C is between 20 and 40 degrees."
    ),
)
def learns_another_scale(seen, truth):
    """It learns another scale just as well."""
    slope, zero = truth.given["scale"]
    check_line(seen, OF_ANOTHER, slope, zero)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: the answers of models with weights of the judge's",
    demands=(
        "`read_thermometer(model, celsius)` gets such a model and one number, a temperature in"
        " degrees Celsius.",
        "Return **what the model answers**, as a single number (`float`), without an array or a"
        " list around it.",
    ),
)
def gives_one_number(seen, truth):
    """`read_thermometer` gives the model's answer as a single number."""
    asked = [
        (truth.given[name], one)
        for name in ("weights", "falling")
        for one in truth.given["degrees"]
    ]
    answers = seen.items("numbers", len(asked))
    for (line, one), answer in zip(asked, answers, strict=True):
        weight, bias = (float(array.item()) for array in line)
        wanted = weight * one + bias
        about = {"degrees": one, "wanted": wanted}
        number = as_scalar(as_returned(answer), say.answer, **about)
        expect.close(number, wanted, say.answer, within=SHARE * (1 + abs(wanted)), **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: what unseen answers are",
    demands=(
        "`kind_of_task(answers)` says which kind of task a model was made for.",
        "`answers` is what a model's `predict` returned: a NumPy array of shape `(count, n)`, a row"
        " of `n` numbers for each example.",
        'Return `"classification"` if **each row is a probability distribution**: two or more'
        " numbers, none of them below 0, with the sum 1 (to within 0.001).",
        'Return `"regression"` otherwise.',
    ),
)
def knows_the_kinds(seen, truth):
    """Probability distributions are a classifier's answers, and all others a regression's."""
    given, kinds = truth.given["answers"], truth.given["kinds"]
    answers = seen.items("kinds", len(kinds))
    for rows, wanted, answer in zip(given, kinds, answers, strict=True):
        shown = [[round(float(one), 4) for one in row[:4]] for row in rows[:4]]
        about = {"answers": str(shown)}
        kind = as_returned(answer)
        said = kind if isinstance(kind, str) else type(kind).__name__
        expect.equal(said, wanted, say.kind, **about)
