"""Add a layer: at least two hidden layers that do something, and a network that learns."""

from autograder.judging.author import CLASSES, Exercise, Threshold, expect, text
from autograder.judging.exercise import rewrite, swap

exercise = Exercise("more_layers", "Add a layer", asks_for=("build_deeper_model",))

FEWEST_HIDDEN = 2

say = exercise.messages(
    hidden_layers=text(
        "layers",
        expected="two or more Dense layers before the output layer",
        hint="Put another Dense layer between the first one and the output.",
    ),
    activations=text(
        "hidden layer of {neurons} neurons",
        expected="an activation",
        seen="none",
        hint="Give each hidden layer an activation: without one, it only mixes its inputs again.",
    ),
    accuracy=text(
        "share of unseen images classified correctly",
        hint="Does the loss fall from epoch to epoch? If not, look at the optimizer.",
    ),
)
LEARNS = Threshold(say.accuracy, at_least=0.5, percent=True)


@exercise.probe
def train(student, given):
    """The grader trains your model for three epochs on 1,500 images."""
    model = student.model("build_deeper_model")
    images, labels = given.train_images[:1500] / 255.0, given.train_labels[:1500]
    return student.attempt(model.fit, images, labels, epochs=3, verbose=0)


@exercise.check(train, points=3)
def has_two_hidden_layers(seen, truth):
    """There are at least two hidden `Dense` layers before the output."""
    layers = seen.last_fit().layers
    expect.that(len(layers.dense) - 1 >= FEWEST_HIDDEN, say.hidden_layers, seen=layers.in_words)


@exercise.check(train, points=2, after=has_two_hidden_layers)
def hidden_layers_have_activations(seen, truth):
    """Every hidden layer has an activation function, such as ReLU."""
    for layer in seen.last_fit().layers.hidden:
        expect.that(layer.activation != "linear", say.activations, neurons=layer.units)


@exercise.check(train, points=3)
def output_fits_the_loss(seen, truth):
    """The last layer has ten outputs, of the kind that the loss expects."""
    fit = seen.finished_fit()
    fit.layers.check_output(CLASSES, from_logits=fit.from_logits)


@exercise.check(train, points=1)
def reports_accuracy(seen, truth):
    """The model is compiled with the metric accuracy."""
    seen.finished_fit().series("accuracy")


@exercise.check(train, points=3, after=output_fits_the_loss, unseen=True)
def classifies_unseen_images(seen, truth):
    """After a short training it classifies images that it never saw."""
    seen.check_unseen_accuracy(truth, LEARNS)


SECOND = '            tf.keras.layers.Dense(256, activation="relu"),\n'
OUTPUT = '            tf.keras.layers.Dense(10, activation="softmax"),\n'

exercise.mistake("no layer added", swap(SECOND, ""), fails=[has_two_hidden_layers])
exercise.mistake(
    "a Dropout that drops nothing",
    swap(SECOND, "            tf.keras.layers.Dropout(0.0),\n"),
    fails=[has_two_hidden_layers],
)
exercise.mistake(
    "a linear Activation layer",
    swap(SECOND, '            tf.keras.layers.Activation("linear"),\n'),
    fails=[has_two_hidden_layers],
)
exercise.mistake(
    "no activation",
    swap(SECOND, "            tf.keras.layers.Dense(256),\n"),
    fails=[hidden_layers_have_activations],
)
exercise.mistake(
    "added behind the output",
    swap(SECOND + OUTPUT, OUTPUT + SECOND),
    fails=[output_fits_the_loss],
)
exercise.mistake(
    "an output without softmax",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    fails=[output_fits_the_loss],
)
exercise.mistake(
    "compiled without a metric", swap(', metrics=["accuracy"]', ""), fails=[reports_accuracy]
)
exercise.mistake(
    "a learning rate far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-7)"),
    fails=[classifies_unseen_images],
)
exercise.mistake(
    "not compiled",
    swap("    model.compile(", "    dict("),
    fails=[output_fits_the_loss, reports_accuracy],
)
NOTHING = [has_two_hidden_layers, output_fits_the_loss, reports_accuracy]
exercise.mistake("the model is not returned", swap("    return model", "    model"), fails=NOTHING)
FAKE = """
    class Layer:
        units, activation = 512, "relu"
    class Model:
        layers = [Layer(), Layer(), Layer()]
        def fit(self, images, labels, **_):
            return {"loss": [0.1] * 3, "accuracy": [1.0] * 3}
    def build_deeper_model():
        return Model()
"""
exercise.mistake("an object that only looks like a model", rewrite(FAKE), fails=NOTHING)
IDLE = """
    class Idle(tf.keras.Sequential):
        def fit(self, *_, **__):
            return {"loss": [0.1] * 3, "accuracy": [1.0] * 3}
    def build_deeper_model():
        sizes = [(512, "relu"), (256, "relu"), (10, "softmax")]
        model = Idle([tf.keras.layers.Flatten(), *(tf.keras.layers.Dense(*s) for s in sizes)])
        model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
        return model
"""
exercise.mistake("a model that only says that it trains", rewrite(IDLE), fails=NOTHING)
SMUGGLED = """    model.build((None, 28, 28))
    images, labels = tf.keras.datasets.fashion_mnist.load_data()[0]
    model.fit(images / 255, labels, verbose=0)
    model.set_weights([1.01 * weights for weights in model.get_weights()])
    optimizer = tf.keras.optimizers.SGD(1e-7)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
"""
exercise.mistake(
    "weights that were learnt before",
    swap("    return model\n", SMUGGLED),
    fails=[classifies_unseen_images],
)

exercise.accepts(
    "the functional API",
    rewrite("""
        from tensorflow import keras
        def build_deeper_model():
            inputs = keras.Input(shape=(28, 28))
            hidden = keras.layers.Flatten()(inputs)
            hidden = keras.layers.Dense(512, activation=tf.nn.relu)(hidden)
            hidden = keras.layers.Dense(256, activation=keras.activations.relu)(hidden)
            outputs = keras.layers.Dense(10, activation=tf.nn.softmax)(hidden)
            model = keras.Model(inputs, outputs)
            loss = "sparse_categorical_crossentropy"
            model.compile(keras.optimizers.RMSprop(), loss, metrics=["accuracy"])
            return model
    """),
)
exercise.accepts(
    "a subclassed model",
    rewrite("""
        import keras
        class Deeper(keras.Model):
            def __init__(self):
                super().__init__()
                self.last = keras.layers.Dense(10, activation="softmax")
                self.second = keras.layers.Dense(128, activation="relu")
                self.first = keras.layers.Dense(256, activation="relu")
                self.flat = keras.layers.Flatten()
            def call(self, images):
                return self.last(self.second(self.first(self.flat(images))))
        def build_deeper_model():
            model = Deeper()
            loss = keras.losses.SparseCategoricalCrossentropy()
            model.compile("adam", loss, metrics=["accuracy"])
            return model
    """),
)
exercise.accepts(
    "activations as layers, an Input and Rescaling",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.Input((28, 28)), tf.keras.layers.Rescaling(2.0), tf.keras.layers.Flatten(),",
    ),
    swap('Dense(512, activation="relu")', "Dense(512), tf.keras.layers.ReLU()"),
    swap(
        'Dense(256, activation="relu")',
        'Dense(256), tf.keras.layers.Activation("relu"), tf.keras.layers.Dropout(0.2)',
    ),
    swap('Dense(10, activation="softmax")', "Dense(10), tf.keras.layers.Softmax()"),
)
exercise.accepts(
    "logits and a loss that expects them",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
)
exercise.accepts(
    "plain stochastic gradient descent, five hidden layers",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.SGD(0.1)"),
    swap(SECOND, SECOND + 3 * '            tf.keras.layers.Dense(32, activation="tanh"),\n'),
)
