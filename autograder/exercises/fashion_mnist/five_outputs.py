"""Only five outputs: the real error of labels that have no output, and the rule behind it."""

import re

import numpy as np

from autograder.judging.author import Cause, Exercise, as_integer, check_given, expect, text
from autograder.judging.exercise import CheckFunction, Edit, rewrite, swap

exercise = Exercise(
    "five_outputs", "Only five outputs", asks_for=("error_with_five_outputs", "outputs_needed")
)

OUTPUTS, COUNT = 5, 128
LOWEST, HIGHEST = 0, 9
CAUSE = Cause(
    "InvalidArgumentError",
    (re.compile(r"label value of -?\d+ which is outside the valid range of \[0, 5\)"),),
)

say = exercise.messages(
    last_layer=text(
        "last layer",
        expected="5 neurons",
        hint="Change nothing but the width of the last layer.",
    ),
    labels=text(
        "labels trained on",
        expected="from {lowest} to {highest}",
        seen="from {least:g} to {most:g}",
        hint="Nothing needs repair here: pass the images and labels to `fit` unchanged.",
    ),
    raised=text(
        "error of `fit`",
        expected="an InvalidArgumentError about a label outside the valid range",
        hint="Is all but the last layer as usual, and is the loss the one the exercise names?",
    ),
    whole_number=text(
        "`outputs_needed` for the labels {labels}",
        hint="Return how many outputs are needed, as one number.",
    ),
    plain=text(
        "`outputs_needed` for the labels {labels}",
        hint="Write down the labels 0, 1, 2. How many are there?",
    ),
    gaps=text(
        "`outputs_needed` for the labels {labels}",
        hint="The error said which labels five outputs allow. What would allow the largest label?",
    ),
    lists=text(
        "`outputs_needed` for the labels {labels}",
        hint="The rule is the same. Which functions take lists too?",
    ),
)


@exercise.given
def label_sets(generator):
    """Labels 0 to 6, 0 to 9 and others, shuffled, and labels with classes left out."""

    def shuffled(classes):
        return np.append(generator.permutation(np.tile(classes, 3)), 0)

    plain = [shuffled(np.arange(count)) for count in (7, 10, 13, 2)]
    gaps = [np.array(labels) for labels in ([0, 2, 9], [4], [3, 17, 11, 3], [1, 0, 5])]
    gaps.append(shuffled([0, 1, 2, 3, 6, 8]))
    lists = [shuffled(np.arange(count)).tolist() for count in (7, 12)]
    return {"plain": [plain[0].astype("uint8"), *plain[1:]], "gaps": gaps, "lists": lists}


@exercise.probe
def observe_error(student, given):
    """The grader calls `error_with_five_outputs` with 128 images and their labels."""
    import numpy as np

    # The lowest and the highest class come first, so that even a part of the labels has both.
    ends = [int(np.argmin(given.train_labels)), int(np.argmax(given.train_labels))]
    images = np.concatenate([given.train_images[ends], given.train_images[:126]]) / 255.0
    labels = np.concatenate([given.train_labels[ends], given.train_labels[:126]])
    return student.attempt(student.error_with_five_outputs, images, labels)


@exercise.probe
def count_plain(student, given):
    """The grader calls `outputs_needed` with labels that have no gaps."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.plain]}


@exercise.probe
def count_with_gaps(student, given):
    """The grader calls `outputs_needed` with labels that have gaps."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.gaps]}


@exercise.probe
def count_lists(student, given):
    """The grader calls `outputs_needed` with lists."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.lists]}


def has_five_outputs(fit):
    return fit.layers.output is not None and fit.layers.output.units == OUTPUTS


def keeps_labels(fit):
    """Whether training saw labels from 0 to 9."""
    labels = fit.labels
    return labels is not None and (labels.minimum, labels.maximum) == (LOWEST, HIGHEST)


@exercise.check(observe_error, points=2)
def trains_with_five_outputs(seen, truth):
    """`error_with_five_outputs` trains a network whose last layer has five neurons."""
    fits = CAUSE.attempted(seen)
    expect.that(any(map(has_five_outputs, fits)), say.last_layer, seen=fits[-1].layers.in_words)


@exercise.check(observe_error, points=1, after=trains_with_five_outputs)
def labels_are_left_alone(seen, truth):
    """It trains on the labels as they are, those of all ten classes."""
    fits = [fit for fit in seen.fits() if has_five_outputs(fit)]
    check_given(fits, COUNT)
    last = fits[-1].labels
    ends = {"least": last.minimum, "most": last.maximum} if last else {}
    expect.that(any(map(keeps_labels, fits)), say.labels, lowest=LOWEST, highest=HIGHEST, **ends)


@exercise.check(observe_error, points=2, after=labels_are_left_alone)
def training_raises_the_error(seen, truth):
    """Training raises the error that comes of a label without an output."""
    CAUSE.check_raised_by([fit for fit in seen.fits() if has_five_outputs(fit)], say.raised)


@exercise.check(observe_error, points=2, after=training_raises_the_error)
def error_is_returned(seen, truth):
    """The function returns this very exception."""
    CAUSE.check_returned(seen)


def compare(seen, label_sets, name):
    """`outputs_needed` was right for each of the label sets; `name` is the message's if not."""
    answers = seen.items("outputs", len(label_sets))
    for answer, labels in zip(answers, label_sets, strict=True):
        listed = np.unique(labels).tolist()
        count = as_integer(answer, say.whole_number, labels=listed)
        expect.equal(count, int(np.max(labels)) + 1, name, labels=listed)


@exercise.check(count_plain, points=2)
def counts_outputs(seen, truth):
    """`outputs_needed` is right for labels of 0 to 6, and other ranges without gaps."""
    compare(seen, truth.given["plain"], say.plain)


@exercise.check(count_with_gaps, points=2)
def counts_outputs_despite_gaps(seen, truth):
    """It is right where classes are missing among the labels."""
    compare(seen, truth.given["gaps"], say.gaps)


@exercise.check(count_lists, points=1)
def counts_outputs_of_lists(seen, truth):
    """It takes a list as well as an array."""
    compare(seen, truth.given["lists"], say.lists)


FIT = "model.fit(images, labels, epochs=1, verbose=0)"
LOSS = '"sparse_categorical_crossentropy"'
FLATTEN = "            tf.keras.layers.Flatten(),\n"
CAUGHT = "return error\n"
RULE = "return int(np.max(labels)) + 1"
PLOT = "import matplotlib.pyplot as plt; plt.hist(labels)\n    "
ANY = swap("except tf.errors.InvalidArgumentError as", "except Exception as")
MADE_BY_HAND = """
    def error_with_five_outputs(images, labels):
        return tf.errors.InvalidArgumentError(None, None, "Received a label value of 9 which is"
            " outside the valid range of [0, 5).  Label values: 9 0 3")
"""
THROW = (
    "; raise tf.errors.InvalidArgumentError(None, None,"
    " 'Received a label value of 9 which is outside the valid range of [0, 5).')"
)
TEN_FIRST = f"""
    usual = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(10, "softmax")])
    usual.compile("adam", {LOSS})
    usual.fit(images, labels)
"""


LOADED = swap(
    "    try:\n", "    loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:\n"
)


def fit(arguments: str) -> Edit:
    return swap(FIT, f"model.fit({arguments}, verbose=0)")


mistakes: list[tuple[str, CheckFunction, list[Edit]]] = [
    ("an error made by hand", trains_with_five_outputs, [rewrite(MADE_BY_HAND)]),
    ("only predict", trains_with_five_outputs, [swap(FIT, "model.predict(images)")]),
    ("raised by hand", labels_are_left_alone, [swap(FIT, FIT.replace("s, e", "s % 5, e") + THROW)]),
    ("four outputs", trains_with_five_outputs, [swap("Dense(5,", "Dense(4,")]),
    ("ten outputs still", trains_with_five_outputs, [swap("Dense(5,", "Dense(10,")]),
    ("filtered", labels_are_left_alone, [fit("images[labels < 5], labels[labels < 5]")]),
    ("labels clipped", labels_are_left_alone, [fit("images, np.clip(labels, 0, 4)")]),
    ("other images and labels", labels_are_left_alone, [LOADED, fit("*loaded")]),
    ("a few of the images", labels_are_left_alone, [fit("images[:2], labels[:2]")]),
    ("labels modulo five", labels_are_left_alone, [fit("images, labels % 5")]),
    ("labels as zeros and ones", labels_are_left_alone, [fit("images, np.eye(10)[labels]"), ANY]),
    ("another loss", training_raises_the_error, [swap(LOSS, '"mse"'), ANY]),
    ("no Flatten", training_raises_the_error, [swap(FLATTEN, ""), ANY]),
    ("swallowed", error_is_returned, [swap(CAUGHT, "print(error)\n")]),
    ("its text", error_is_returned, [swap(CAUGHT, "return str(error)\n")]),
    ("another error", error_is_returned, [swap(CAUGHT, "return ValueError(str(error))\n")]),
    ("raised again", error_is_returned, [swap(CAUGHT, "raise\n")]),
    ("distinct labels", counts_outputs_despite_gaps, [swap(RULE, "return len(set(labels))")]),
    ("arrays only", counts_outputs_of_lists, [swap(RULE, "return labels.max() + 1")]),
]
for name, fails, edits in mistakes:
    exercise.mistake(name, *edits, fails=[fails])
rule_checks = [counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists]
exercise.mistake("no one more", swap(RULE, "return int(np.max(labels))"), fails=rule_checks)
exercise.mistake("always ten", swap(RULE, "return 10"), fails=rule_checks)
exercise.mistake("a float", swap(RULE, "return float(np.max(labels)) + 1"), fails=rule_checks)
exercise.mistake("the last label", swap(RULE, "return labels[-1] + 1"), fails=rule_checks)

exercise.accepts(
    "the functional API, logits, type hints, a NumPy integer",
    rewrite("""
        import keras
        KEPT = 5
        def error_with_five_outputs(images: np.ndarray, labels: np.ndarray) -> Exception | None:
            pixels = keras.Input((28, 28))
            hidden = keras.layers.Dense(64, keras.activations.relu)(keras.layers.Flatten()(pixels))
            model = keras.Model(pixels, keras.layers.Dense(KEPT)(hidden))
            loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
            model.compile("sgd", loss, metrics=["accuracy"])
            try:
                history = model.fit(images, labels, epochs=3)
            except Exception as error:
                result = error
            return result
        def outputs_needed(labels):
            return np.unique(labels)[-1] + 1
    """),
)
exercise.accepts(
    "a subclassed model, softmax as a layer, TensorFlow's maximum",
    rewrite("""
        class Five(tf.keras.Model):
            def __init__(self):
                super().__init__()
                self.last = [tf.keras.layers.Dense(5), tf.keras.layers.Softmax()]
                self.first = [tf.keras.layers.Flatten(), tf.keras.layers.Dense(64, tf.nn.relu)]
            def call(self, values):
                for layer in [*self.first, *self.last]:
                    values = layer(values)
                return values
        def error_with_five_outputs(images, labels):
            try:
                (model := Five()).compile("rmsprop", "sparse_categorical_crossentropy")
                model.fit(images, labels.astype(int), batch_size=16)
            except (tf.errors.OpError, ValueError) as problem:
                return problem
        def outputs_needed(labels):
            return tf.reduce_max(labels) + 1
    """),
)
exercise.accepts(
    "labels in a column, batches run eagerly, a plot",
    fit("images, labels.reshape(-1, 1), batch_size=8, validation_split=0.1"),
    swap(LOSS, LOSS + ", run_eagerly=True"),
    swap("return int(np.max(labels))", PLOT + "return max(labels)"),
)
exercise.accepts(
    "ten outputs tried first, a data set, an Input and Rescaling, a counting array",
    swap("    try:\n", TEN_FIRST + "    try:\n"),
    fit("tf.data.Dataset.from_tensor_slices((images, labels)).batch(32)"),
    swap(FLATTEN, "tf.keras.Input((28, 28)), tf.keras.layers.Rescaling(2.0),\n" + FLATTEN),
    swap(RULE, "return len(np.bincount(labels))"),
)
