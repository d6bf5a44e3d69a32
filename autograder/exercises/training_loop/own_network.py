"""A network without fit: its weights' shapes, and what it computes with weights of the judge's own.

Each layer gets weights that take a mean of what comes in, in which each input has its own part, and
hand it on in parts, so that what comes out is known whatever its width: the activations can be told
whether the widths are right or not.
"""

import numpy as np

from autograder.judging.author import (
    Exercise,
    as_array,
    as_boolean,
    as_integer,
    as_list,
    as_returned,
    expect,
    text,
)

exercise = Exercise(
    "own_network",
    "A network without fit",
    asks_for=("build_network",),
    background=(
        "A network to train by hand: ... with the one before.",
        "It is not compiled, because ... come with the loop.",
        "Write `build_network()`.",
        "without one, three layers could do no more than one",
        "An `Input` in front sees to that, or `model.build(...)`.",
    ),
)

WIDTHS = (256, 128, 10)
PIXELS = 784
WANTED = [(PIXELS, 256), (256,), (256, 128), (128,), (128, 10), (10,)]
ROWS = 5
MOST_LAYERS = 12
# Outputs of a network that may have any number.
MOST = 1024
# Times this, sums are so large that any limit of an activation shows.
LARGE = 3000.0
WITHIN = 1e-3
# Outputs of a layer at 0 are the same to the last bit; others differ clearly among the images.
SAME, CLEARLY = 1e-5, 1e-3

say = exercise.messages(
    widths=text(
        "neurons of the layers, in order",
        expected="256, 128, 10",
        seen="{widths}",
        hint="Each `Dense` layer names its own number of neurons: two hidden ones, and the ten"
        " outputs.",
    ),
    other_weights=text(
        "weights and biases of the network",
        expected="weights and biases of three `Dense` layers, and nothing else that is learnt",
        seen="arrays of the shapes {shapes:list}",
        hint="Three `Dense` layers with their biases are all that learns here.",
    ),
    bends=text(
        "hidden layer {layer}, where each neuron's sum is negative",
        expected="0 from every neuron, as ReLU makes of it: then dark and bright images have the"
        " same outputs",
        seen="outputs that differ by up to {difference:.3g}",
        hint='A layer without `activation="relu"` hands on negative sums as they are.',
    ),
    alike=text(
        "the outputs for dark and bright images",
        expected="different ones",
        seen="the same outputs for all of them",
        hint="Which activation hands on the same numbers for every image? ReLU hands on positive"
        " sums as they are, however large: it has no upper limit, as `relu6` and `sigmoid` have.",
    ),
    limited=text(
        "an output for an image, where the sums of the hidden layers' neurons are up to {largest}",
        hint="ReLU hands on positive sums as they are, however large: it has no upper limit, as"
        " `relu6` and `sigmoid` have. The first argument of the layer `ReLU` is such a limit too.",
    ),
    cut_off=text(
        "an output for an image, where the sums of the hidden layers' neurons are above 0, by"
        " little",
        hint="ReLU hands on positive sums as they are, however small: nothing but sums below 0"
        " becomes 0.",
    ),
    no_hidden=text(
        "hidden layers",
        expected="two, both with ReLU",
        seen="{count}",
        hint="A hidden layer is a `Dense` layer in front of the outputs.",
    ),
    plain=text(
        "an output for an image, with weights of the grader's own",
        hint="What would an activation do to an output that should be below 0, or above 1, or far"
        " from both? The last `Dense` layer has none.",
    ),
    softmax=text(
        "the outputs for an image, with weights of the grader's own",
        expected="plain numbers of any size",
        seen="ten shares with the sum 1",
        hint="That is softmax. Here the outputs are compared with zeros and ones as they are: leave"
        " the last activation out.",
    ),
    not_built=text(
        "the model as it is returned",
        expected="a built model, with all its weights",
        seen="a model that is not built yet",
        hint="Keras makes weights once it knows how many numbers come in: say that it is 784.",
    ),
    takes=text(
        "the first layer's weights",
        expected="784 for each neuron, for rows of 784 numbers",
        seen="{inputs} for each neuron",
        hint="Say in `Input` or `build` that a row has 784 numbers: (784,), which is 28 * 28.",
    ),
    rows=text(
        "the outputs for {count} rows of 784 numbers",
        hint="Rows come in, not squares: what does the model's `Input` say, and does it hold for"
        " any number of rows?",
    ),
)


@exercise.given
def rows_and_numbers(generator):
    """Images of different brightness, and what each layer's weights and biases are made of."""
    others = MOST_LAYERS - 1
    brightness = np.linspace(0.15, 1.0, ROWS)[:, None]
    rows = brightness * generator.uniform(0.5, 1.0, (ROWS, PIXELS))
    return {
        "rows": generator.permutation(rows).astype(np.float32),
        # Sums between 4 and 6: there, all kinds of ReLU do the same.
        "gains": np.append(generator.uniform(1.4, 1.7), generator.uniform(0.55, 0.65, others)),
        "shifts": np.append(generator.uniform(4.2, 4.4), generator.uniform(1.9, 2.1, others)),
        # What part of a mean each input has, and of a sum each neuron; one in the mean.
        "parts": generator.permutation(np.linspace(0.9, 1.1, PIXELS)),
        # Outputs of either sign, and few of them between 0 and 1.
        "last_gains": generator.uniform(0.1, 0.4, MOST) * np.resize([1.0, -1.0], MOST),
        "last_shifts": generator.uniform(-1.0, 1.0, MOST),
    }


@exercise.probe
def ask(student, given):
    """The grader builds your network, gives it weights of its own, and asks it."""
    import numpy as np

    def chain_of(variables):
        # Kernels by what fits behind what, in whatever order a model lists them.
        left = [one for one in variables if len(one.shape) > 1]
        chain = []
        while left:
            ends = chain[-1].shape[1] if chain else 784
            fitting = [one for one in left if one.shape[0] == ends]
            chain.append((fitting or left)[0])
            left = [one for one in left if one is not chain[-1]]
        return chain

    def outputs_of(kernels, biases, negative, large=1.0, far=1.0, small=1.0):
        # Where the sums of a layer are negative, the next one turns whatever comes of them round.
        last = len(kernels) - 1
        for place, kernel in enumerate(kernels):
            inputs, outputs = kernel.shape
            factor = {negative: -0.05 if place else -0.5, negative + 1: -1.0}.get(place, 1.0)
            parts = np.resize(given.parts, outputs)
            gain = parts * given.gains[place] * factor * (1.0 if place else large * small)
            shift = np.full(outputs, given.shifts[place] * (place != negative) * small)
            if place == last:
                gain = given.last_gains[:outputs] * (far / large / small)
                shift = given.last_shifts[:outputs]
            kernel.assign(np.outer(np.resize(given.parts, inputs) / inputs, gain))
            own = [one for one in biases if one.shape == (outputs,)]
            if own:
                own[0].assign(shift)
                biases = [one for one in biases if one is not own[0]]
        return np.asarray(model(rows))

    model = student.model("build_network")
    # `build` without a shape makes no weights, and Keras calls the model built all the same.
    built, early = bool(model.built), len(model.trainable_variables)
    rows = given.rows
    # One that is not built, or built for squares, may still be asked about its layers.
    answer = student.attempt(model, rows)
    takes_rows = answer
    if answer["problem"] is not None:
        rows = rows.reshape(-1, 28, 28)
        answer = student.attempt(model, rows)
    variables = list(model.trainable_variables)
    kernels = chain_of(variables)[:12]
    biases = [one for one in variables if len(one.shape) == 1]
    # First none of them, and then each hidden layer.
    places = [-2, *range(len(kernels) - 1)]
    asked = [student.attempt(outputs_of, kernels, biases, each) for each in places]
    large = student.attempt(outputs_of, kernels, biases, -2, large=3000.0)
    far = student.attempt(outputs_of, kernels, biases, -2, far=3000.0)
    small = student.attempt(outputs_of, kernels, biases, -2, small=1e-3)
    return {
        "built": built and early == len(variables),
        "takes": takes_rows,
        "shapes": [list(one.shape) for one in variables],
        "kernels": [list(one.shape) for one in kernels],
        "plain": asked[0],
        "large": large,
        "small": small,
        "far": far,
        "negative": asked[1:],
    }


def shapes_of(seen, name):
    """Shapes that were reported, as tuples of whole numbers; raises `Failure`."""
    listed = as_list(seen.raw(name), None, "report.value", value=name)
    rows = [as_list(shape, None, "report.value", value=name) for shape in listed]
    expect.that(all(rows), "report.value", value=name)
    return [tuple(as_integer(one, "report.value", value=name) for one in row) for row in rows]


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the shapes of the weights that the judge's own numbers were put into",
    demands=(
        "It has a `Dense` layer of 256 neurons, then one of 128, then one of 10, each with its"
        " weights and biases; nothing else in it is learnt."
    ),
)
def layers_have_the_widths(seen, truth):
    """There are 256, then 128, then 10 neurons, and nothing else that is learnt."""
    widths = [shape[-1] for shape in shapes_of(seen, "kernels")]
    shown = ", ".join(map(str, widths)) or "none"
    expect.that(widths == [*WIDTHS], say.widths, widths=shown)
    shapes = shapes_of(seen, "shapes")
    # How many numbers come in is another check's business.
    inner = sorted(shape for shape in shapes if shape[1:] != (WIDTHS[0],))
    wanted = sorted(shape for shape in WANTED if shape[1:] != (WIDTHS[0],))
    names = [str(shape) for shape in shapes[:12]]
    expect.that(inner == wanted, say.other_weights, shapes=names)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: outputs for unseen rows, with weights that make a layer's sums negative",
    demands="Both hidden layers have the activation ReLU",
)
def hidden_layers_bend(seen, truth):
    """Both hidden layers have ReLU."""
    plain = as_array(as_returned(seen.raw("plain")), (ROWS, None), say.rows, count=ROWS)
    expect.that(spread_of(plain) > CLEARLY, say.alike)
    answers = as_list(seen.raw("negative"), None, "report.value", value="negative")
    expect.that(bool(answers), say.no_hidden, count=len(answers))
    for layer, answer in enumerate(answers, 1):
        outputs = as_array(as_returned(answer), (ROWS, None), say.rows, count=ROWS)
        difference = spread_of(outputs)
        expect.that(difference < SAME, say.bends, layer=layer, difference=difference)
    # Outputs that are no plain numbers are the next check's business.
    if worst_of(plain, wanted_of(seen, truth, plain))[0] > WITHIN:
        return
    outputs = as_array(as_returned(seen.raw("large")), plain.shape, say.rows, count=ROWS)
    wanted = wanted_of(seen, truth, outputs, LARGE)
    check_close(outputs, wanted, say.limited, largest=round(handed_on(seen, truth, LARGE).max()))
    # Where all sums are less by the same factor, and the last weights are more, nothing changes.
    outputs = as_array(as_returned(seen.raw("small")), plain.shape, say.rows, count=ROWS)
    check_close(outputs, wanted_of(seen, truth, outputs), say.cut_off)


def handed_on(seen, truth, large=1.0):
    """The mean, by their parts, of what the last hidden layer hands on, for each row.

    With sums above 0 ReLU changes nothing.
    """
    given, kernels = truth.given, shapes_of(seen, "kernels")
    handed = mean_by_parts(given, given["rows"].astype(np.float64))
    for place, (_, outputs) in enumerate(kernels[: MOST_LAYERS - 1][: len(kernels) - 1]):
        gain = given["gains"][place] * (1.0 if place else large)
        # How many neurons there are is the child's word.
        parts = np.resize(given["parts"], min(max(outputs, 1), MOST))
        sums = np.outer(handed, parts * gain)
        handed = mean_by_parts(given, sums + given["shifts"][place])
    return handed


def mean_by_parts(given, rows):
    """The mean of each row, in which each number has its part."""
    return (rows * np.resize(given["parts"], rows.shape[1])).mean(axis=1)


def wanted_of(seen, truth, outputs, large=1.0, far=1.0):
    """The outputs of layers with these weights, as many as there are."""
    count = outputs.shape[1]
    gains = truth.given["last_gains"][:count] * (far / large)
    shifts = truth.given["last_shifts"][:count]
    wanted = np.outer(handed_on(seen, truth, large), gains) + shifts
    if wanted.shape != outputs.shape or not count:
        as_array(outputs, (ROWS, WIDTHS[-1]), say.rows, count=ROWS)
    return wanted


def worst_of(outputs, wanted):
    """How far off the worst output is, as a share of its size if that is above 1, and its place."""
    off = np.abs(outputs - wanted) / np.maximum(np.abs(wanted), 1)
    worst = np.unravel_index(off.argmax(), off.shape)
    return float(off[worst]), worst


def check_close(outputs, wanted, name, **about):
    """No output is further off than rounding explains; raises `Failure`."""
    _, worst = worst_of(outputs, wanted)
    value, right = float(outputs[worst]), float(wanted[worst])
    expect.close(value, right, name, within=WITHIN * max(abs(right), 1), **about)


def spread_of(outputs):
    """By how much an output differs among images, at most."""
    return float(np.ptp(outputs, axis=0).max()) if outputs.size else np.inf


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: outputs for unseen rows, with weights of the judge's own",
    demands="The ten outputs have no activation: they are plain numbers, of any size and sign.",
)
def outputs_are_plain(seen, truth):
    """The ten outputs have no activation."""
    outputs = as_array(as_returned(seen.raw("plain")), (ROWS, None), say.rows, count=ROWS)
    wanted = wanted_of(seen, truth, outputs)
    sums = np.abs(outputs.sum(axis=1) - 1).max()
    if sums < WITHIN and outputs.min() >= 0:
        expect.that(False, say.softmax)
    check_close(outputs, wanted, say.plain)
    outputs = as_array(as_returned(seen.raw("far")), outputs.shape, say.rows, count=ROWS)
    check_close(outputs, wanted_of(seen, truth, outputs, far=LARGE), say.plain)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the outputs for unseen rows; that it was built before is a claim",
    demands=(
        "It takes nothing and returns a Keras model",
        "It takes rows of 784 numbers, one for each image, any number of them at a time.",
        "The model must be built when you return it: ... a single image.",
    ),
)
def takes_rows(seen, truth):
    """It is built for rows of 784 numbers, before it has seen any."""
    expect.that(as_boolean(seen.raw("built"), "report.value", value="built"), say.not_built)
    kernels = shapes_of(seen, "kernels")
    inputs = kernels[0][0] if kernels else 0
    if kernels:
        expect.that(inputs == PIXELS, say.takes, inputs=inputs)
    as_array(as_returned(seen.raw("takes")), (ROWS, None), say.rows, count=ROWS)
