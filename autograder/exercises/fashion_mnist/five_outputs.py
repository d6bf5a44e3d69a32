"""Only five outputs: the real error of labels that have no output, and the rule behind it."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import CheckFunction, Edit, Exercise, rewrite, swap
from autograder.judging.expected_errors import Cause, check_given
from autograder.judging.fits import FitRecord
from autograder.judging.values import as_integer
from autograder.recipes.layers import dense_stack, in_words
from autograder.records import Truth

exercise = Exercise(
    "five_outputs", "Only five outputs", asks_for=("error_with_five_outputs", "outputs_needed")
)

OUTPUTS, COUNT = 5, 128
LOWEST, HIGHEST = 0, 9
CAUSE = Cause(
    "InvalidArgumentError",
    (re.compile(r"label value of -?\d+ which is outside the valid range of \[0, 5\)"),),
)


@exercise.given
def label_sets(generator: np.random.Generator) -> dict[str, Any]:
    """Labels 0 to 6, 0 to 9 and others, shuffled, and labels with classes left out."""

    def shuffled(classes: Any) -> Any:
        return np.append(generator.permutation(np.tile(classes, 3)), 0)

    plain = [shuffled(np.arange(count)) for count in (7, 10, 13, 2)]
    gaps = [np.array(labels) for labels in ([0, 2, 9], [4], [3, 17, 11, 3], [1, 0, 5])]
    gaps.append(shuffled([0, 1, 2, 3, 6, 8]))
    lists = [shuffled(np.arange(count)).tolist() for count in (7, 12)]
    return {"plain": [plain[0].astype("uint8"), *plain[1:]], "gaps": gaps, "lists": lists}


@exercise.probe
def observe_error(student: Any, given: Any) -> dict[str, Any]:
    import numpy as np

    from autograder.child.student import attempt

    # The lowest and the highest class come first, so that even a part of the labels has both.
    ends = [int(np.argmin(given.train_labels)), int(np.argmax(given.train_labels))]
    images = np.concatenate([given.train_images[ends], given.train_images[:126]]) / 255.0
    labels = np.concatenate([given.train_labels[ends], given.train_labels[:126]])
    return attempt(student.error_with_five_outputs, images, labels)


@exercise.probe
def count_plain(student: Any, given: Any) -> dict[str, Any]:
    return {"outputs": [student.outputs_needed(labels) for labels in given.plain]}


@exercise.probe
def count_with_gaps(student: Any, given: Any) -> dict[str, Any]:
    return {"outputs": [student.outputs_needed(labels) for labels in given.gaps]}


@exercise.probe
def count_lists(student: Any, given: Any) -> dict[str, Any]:
    return {"outputs": [student.outputs_needed(labels) for labels in given.lists]}


def has_five_outputs(training: FitRecord) -> bool:
    return [layer.units for layer in dense_stack(training.layers)[-1:]] == [OUTPUTS]


def keeps_labels(training: FitRecord) -> bool:
    """Whether training saw labels from 0 to 9."""
    labels = training.labels
    return labels is not None and (labels.minimum, labels.maximum) == (LOWEST, HIGHEST)


@exercise.check(observe_error, points=2)
def trains_with_five_outputs(seen: Evidence, _truth: Truth) -> None:
    """`error_with_five_outputs` trains a network whose last layer has five neurons."""
    trainings = CAUSE.tried(seen)
    expect.that(
        any(map(has_five_outputs, trainings)),
        expected="a last layer of 5 neurons",
        seen=in_words(trainings[-1].layers),
        hint="Change nothing but the width of the last layer.",
    )


@exercise.check(observe_error, points=1, after=trains_with_five_outputs)
def labels_are_left_alone(seen: Evidence, _truth: Truth) -> None:
    """It trains on the labels as they are, those of all ten classes."""
    tried = [training for training in seen.trainings() if has_five_outputs(training)]
    last = tried[-1].labels
    check_given(tried, COUNT)
    expect.that(
        any(map(keeps_labels, tried)),
        expected=f"plain labels from {LOWEST} to {HIGHEST}",
        seen=f"labels from {last.minimum:g} to {last.maximum:g}" if last else "no such",
        hint="Nothing is to be repaired here: pass the images and labels to `fit` unchanged.",
    )


@exercise.check(observe_error, points=2, after=labels_are_left_alone)
def training_raises_the_error(seen: Evidence, _truth: Truth) -> None:
    """Training raises the error that comes of a label without an output."""
    tried = [training for training in seen.trainings() if has_five_outputs(training)]
    CAUSE.is_raised_by(
        tried,
        "an InvalidArgumentError of `fit`, about a label outside the valid range",
        "Is all but the last layer as usual, and is the loss the one that the prompt names?",
    )


@exercise.check(observe_error, points=2, after=training_raises_the_error)
def error_is_returned(seen: Evidence, _truth: Truth) -> None:
    """The function returns this very exception."""
    CAUSE.is_returned(seen)


def compare(seen: Evidence, label_sets: list[Any], hint: str) -> None:
    """`outputs_needed` was right for each of the label sets."""
    answers = seen.items("outputs", len(label_sets))
    for answer, labels in zip(answers, label_sets, strict=True):
        some = ", ".join(map(str, np.unique(labels)))
        what = f"`outputs_needed` for the labels {some}"
        count = as_integer(answer, what, "Return how many outputs are needed, as one number.")
        expect.equal(count, int(np.max(labels)) + 1, what, hint)


@exercise.check(count_plain, points=2)
def counts_outputs(seen: Evidence, truth: Truth) -> None:
    """`outputs_needed` is right for labels of 0 to 6, and other ranges without gaps."""
    compare(seen, truth.given["plain"], "Write down the labels 0, 1, 2: how many are they?")


@exercise.check(count_with_gaps, points=2)
def counts_outputs_despite_gaps(seen: Evidence, truth: Truth) -> None:
    """It is right where classes are missing among the labels."""
    hint = "The error said which labels five outputs allow. What would allow the largest of these?"
    compare(seen, truth.given["gaps"], hint)


@exercise.check(count_lists, points=1)
def counts_outputs_of_lists(seen: Evidence, truth: Truth) -> None:
    """It takes a list as well as an array."""
    compare(seen, truth.given["lists"], "The rule is the same. Which functions take lists too?")


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
