"""Remove Flatten: the real error of a network on square images, and a network that trains."""

import re

from autograder.judging.author import (
    CLASSES,
    Cause,
    Exercise,
    Threshold,
    check_given,
    expect,
    text,
)
from autograder.judging.exercise import Edit, rewrite, swap

exercise = Exercise(
    "without_flatten", "Remove Flatten", asks_for=("error_without_flatten", "build_repaired_model")
)

SQUARE, COUNT = (28, 28), 64
# What the loss says of ten outputs for each row of an image, for labels of shape (n,) and (n, 1).
CAUSE = Cause(
    "ValueError",
    (
        re.compile(r"must have rank \(ndim\) `target\.ndim - 1`|must have the same shape up until"),
        re.compile(r"output\.shape=\((?:None|\d+), 28, "),
    ),
)

say = exercise.messages(
    squares=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    other_shape=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}, trained on data of shape {shape}",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    flat_rows=text(
        "the network trained",
        expected="`Dense` layers directly on images of 28x28, and nothing that flattens them",
        seen="{layers}, which computes with flat rows",
        hint="Only remove Flatten, put nothing in its place, and pass the images on unchanged.",
    ),
    raised=text(
        "error of `fit`",
        expected="a ValueError about the shapes of labels and outputs",
        hint="Read the error: is it about the shapes, or about something else, like the loss?",
    ),
    one_row=text(
        "outputs for each image",
        expected="shape ({classes},)",
        seen="shape {shape}, from {layers}",
        hint="Which layer makes a single row of the image, before the outputs are computed?",
    ),
    ten_outputs=text(
        "outputs for each image",
        expected="shape ({classes},)",
        seen="shape {shape}, from {layers}",
        hint="How many classes are there? Each of them has its own output.",
    ),
    accuracy=text(
        "share of unseen images classified correctly",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer.",
    ),
)
LEARNS = Threshold(say.accuracy, at_least=0.33, percent=True)


@exercise.probe
def observe_error(student, given):
    """The grader calls `error_without_flatten` with 64 images and their labels."""
    images, labels = given.train_images[:64] / 255.0, given.train_labels[:64]
    return student.attempt(student.error_without_flatten, images, labels)


@exercise.probe
def train_repaired(student, given):
    """The grader trains your repaired model for three epochs on 1,500 images."""
    model = student.model("build_repaired_model")
    images, labels = given.train_images[:1500] / 255.0, given.train_labels[:1500]
    return student.attempt(model.fit, images, labels, epochs=3, verbose=0)


def works_on_squares(fit):
    """Whether the network was given square images, and nothing in it makes rows of them."""
    return (
        fit.images is not None
        and fit.images.shape[1:3] == SQUARE
        and bool(fit.layers.dense)
        and not fit.layers.flattens
        and not has_flat_rows(fit)
    )


def has_flat_rows(fit):
    """Whether some layer's output is one-dimensional."""
    return any(len(layer.output_shape) == 1 for layer in fit.layers)


@exercise.check(observe_error, points=2)
def tries_to_train_on_squares(seen, truth):
    """`error_without_flatten` tries to train a network on square images, with no `Flatten`."""
    fits = CAUSE.attempted(seen)
    check_given(fits, COUNT)
    last = fits[-1]
    name = say.squares
    if has_flat_rows(last):
        name = say.flat_rows
    elif last.images is not None and last.images.shape[1:3] != SQUARE:
        name = say.other_shape
    shape = str(last.images.shape) if last.images else ""
    expect.that(any(map(works_on_squares, fits)), name, layers=last.layers.in_words, shape=shape)


@exercise.check(observe_error, points=3, after=tries_to_train_on_squares)
def training_raises_the_error(seen, truth):
    """Training raises the error that comes of the missing `Flatten`."""
    CAUSE.check_raised_by([fit for fit in seen.fits() if works_on_squares(fit)], say.raised)


@exercise.check(observe_error, points=3, after=training_raises_the_error)
def error_is_returned(seen, truth):
    """The function returns this very exception."""
    CAUSE.check_returned(seen)


@exercise.check(train_repaired, points=2)
def repaired_model_has_ten_outputs(seen, truth):
    """The repaired network has one row of ten outputs for each image."""
    layers = seen.last_fit().layers
    shape = layers[-1].output_shape if layers else ()
    expect.that(
        shape == (CLASSES,),
        say.ten_outputs if len(shape) == 1 else say.one_row,
        classes=CLASSES,
        shape=str(shape),
        layers=layers.in_words,
    )


@exercise.check(train_repaired, points=2, after=repaired_model_has_ten_outputs, unseen=True)
def repaired_model_learns(seen, truth):
    """The repaired network trains, and then classifies images that it never saw."""
    seen.check_unseen_accuracy(truth, LEARNS)


DENSE = """            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
"""
NET = f"        [\n{DENSE}        ]\n"
FIT = "model.fit(images, labels, epochs=1, verbose=0)"
LOSS = '"sparse_categorical_crossentropy")\n    try'
ANY = swap("except ValueError as", "except Exception as")
LOGITS = "tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)"
DATASET = "tf.data.Dataset.from_tensor_slices((images[..., None], labels))"
PLOT = "    import sys; import matplotlib.pyplot as plt; plt.imshow(images[0]); plt.show()\n"
CAUGHT = "        return error\n"
FLATTEN = "            tf.keras.layers.Flatten(),\n"
MADE_BY_HAND = """
    def error_without_flatten(images, labels):
        return ValueError("Argument `output` must have rank (ndim) `target.ndim - 1`. Received: "
            "target.shape=(None,), output.shape=(None, 28, 10)")
"""


def in_front(layer: str) -> Edit:
    """An edit of the network that is to fail."""
    return swap(NET, NET.replace("[\n", f"[\n            tf.keras.{layer},\n"))


for name, edits in {
    "an error made by hand": [rewrite(MADE_BY_HAND)],
    "an error raised by hand, after a training that works": [
        in_front("layers.Flatten()"),
        swap(FIT, FIT + '; raise ValueError("must have rank (ndim) `target.ndim - 1`")'),
    ],
    "only predict": [swap(FIT, "model.predict(images, verbose=0)")],
    "labels as zeros and ones": [swap("fit(images, labels", "fit(images, tf.one_hot(labels, 10)")],
    "other images and labels": [
        swap(
            "    try:\n", "    loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:\n"
        ),
        swap("fit(images, labels", "fit(*loaded"),
    ],
    "a misspelt name": [swap(FIT, "mode.fit(images, labels)"), ANY],
    "Reshape in the place of Flatten": [in_front("layers.Reshape((784,))")],
    "pooling in the place of Flatten": [in_front("layers.GlobalAveragePooling1D()")],
    "an Input of 784 numbers": [in_front("Input((784,))")],
    "images reshaped before": [swap("fit(images,", "fit(images.reshape(-1, 784),")],
}.items():
    exercise.mistake(name, *edits, fails=[tries_to_train_on_squares])

for name, loss in {"a misspelt loss": "sparse_crossentropy", "another loss": "mse"}.items():
    edit = swap(LOSS, LOSS.replace("sparse_categorical_crossentropy", loss))
    exercise.mistake(name, edit, fails=[training_raises_the_error])

for name, line in {
    "swallowed": "print(error)",
    "its text": "return str(error)",
    "its class": "return type(error)",
    "raised again": "raise",
    "its name used too late": "pass\n    return error",
}.items():
    exercise.mistake(name, swap(CAUGHT, f"        {line}\n"), fails=[error_is_returned])

exercise.mistake("not repaired", swap(FLATTEN, ""), fails=[repaired_model_has_ten_outputs])
exercise.mistake(
    "flattened behind the outputs",
    swap(FLATTEN + DENSE, DENSE + FLATTEN),
    fails=[repaired_model_has_ten_outputs],
)
exercise.mistake("not compiled", swap("repaired.compile(", "dict("), fails=[repaired_model_learns])
SLOW = swap('repaired.compile(optimizer="adam"', "repaired.compile(tf.keras.optimizers.Adam(1e-7)")
exercise.mistake("a learning rate far too small", SLOW, fails=[repaired_model_learns])
SMUGGLED = """    images, labels = tf.keras.datasets.fashion_mnist.load_data()[0]
    teacher = tf.keras.models.clone_model(repaired)
    teacher.compile("adam", "sparse_categorical_crossentropy")
    teacher.fit(images / 255, labels, verbose=0)
    repaired.build((None, 28, 28))
    repaired.set_weights([1.01 * weights for weights in teacher.get_weights()])
    return repaired
"""
exercise.mistake(
    "weights that were learnt before",
    SLOW,
    swap("    return repaired\n", SMUGGLED),
    fails=[repaired_model_learns],
)
FAKE = """
    class Repaired:
        fit = lambda *_, **__: {"loss": [0.1] * 3}
    def build_repaired_model():
        return Repaired()
"""
OUTPUTS = [repaired_model_has_ten_outputs]
exercise.mistake("an object that only looks like a model", rewrite(FAKE), fails=OUTPUTS)

exercise.accepts(
    "the functional API, any exception, kept in a variable",
    rewrite("""
        import keras
        HIDDEN = 64
        def network(*front):
            inputs = keras.Input(shape=(28, 28))
            values = inputs
            for layer in [*front, keras.layers.Dense(HIDDEN), keras.layers.ReLU()]:
                values = layer(values)
            outputs = keras.layers.Dense(10, activation=keras.activations.softmax)(values)
            model = keras.Model(inputs, outputs)
            model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
            return model
        def error_without_flatten(images, labels) -> Exception:
            caught = None
            try:
                network().fit(images, labels, epochs=5)
            except Exception as error:
                caught = error
            return caught
        def build_repaired_model() -> keras.Model:
            return network(keras.layers.Flatten(input_shape=(28, 28)))
    """),
)
exercise.accepts(
    "a subclassed model and labels in a column",
    rewrite("""
        from tensorflow import keras
        class Net(keras.Model):
            def __init__(self, flat):
                super().__init__()
                self.front = keras.layers.Flatten() if flat else None
                self.outputs = keras.layers.Dense(10, activation="softmax")
                self.hidden = keras.layers.Dense(64, activation=tf.nn.relu)
            def call(self, images):
                return self.outputs(self.hidden(self.front(images) if self.front else images))
        def compiled(flat):
            model = Net(flat)
            model.compile(keras.optimizers.RMSprop(), "sparse_categorical_crossentropy")
            return model
        def error_without_flatten(images, labels):
            try:
                compiled(False).fit(x=images, y=labels.reshape(-1, 1))
            except (ValueError, TypeError) as problem:
                print(type(problem), problem)
                return problem
        def build_repaired_model():
            return compiled(True)
    """),
)
exercise.accepts(
    "logits, an Input, a channel and batches of a data set",
    in_front("Input((28, 28, 1))"),
    swap('"sparse_categorical_crossentropy")\n    try', LOGITS + ")\n    try"),
    swap("fit(images, labels,", f"fit({DATASET}.batch(16),"),
)
exercise.accepts(
    "both networks trained, a plot, a reshape that repairs",
    swap("    try:\n", PLOT + "    build_repaired_model().fit(images, labels)\n    try:\n"),
    swap(CAUGHT, "        print(error)\n        return sys.exc_info()[1]\n"),
    swap("layers.Flatten()", "layers.Rescaling(2.0), tf.keras.layers.Reshape((784,))"),
)
