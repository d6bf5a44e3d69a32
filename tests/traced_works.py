"""Right answers whose models no recipe describes, by exercise: what people write who know more."""

from __future__ import annotations

OWN_LAYERS = '''
import time
import tensorflow as tf


class Straight(tf.keras.layers.Layer):
    """A layer of one's own, with the weights that it needs."""

    def __init__(self, units, function=None):
        super().__init__()
        self.units, self.function = units, function

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer="glorot_uniform")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, rows):
        sums = tf.matmul(rows, self.kernel) + self.bias
        return sums if self.function is None else self.function(sums)


class Network(tf.keras.Model):
    """A model whose `call` is ordinary code."""

    def __init__(self, widths, outputs=10):
        super().__init__()
        self.hidden = [Straight(width, tf.nn.relu) for width in widths]
        self.last = Straight(outputs)

    def call(self, images, training=False):
        rows = tf.reshape(tf.cast(images, tf.float32), (-1, 784))
        for layer in self.hidden:
            rows = layer(rows)
        return tf.nn.softmax(self.last(rows))


def compiled(model, loss="sparse_categorical_crossentropy", metrics=("accuracy",)):
    model.compile(optimizer="adam", loss=loss, metrics=list(metrics))
    return model
'''
LOSS_AND_METRIC = '''
import time
import tensorflow as tf


def sparse_categorical_crossentropy(labels, predicted):
    """A loss of one's own."""
    each = tf.keras.losses.sparse_categorical_crossentropy(labels, predicted)
    return tf.reduce_mean(each)


class Share(tf.keras.metrics.Metric):
    """A metric of one's own: the share of images whose class is among the likeliest two."""

    def __init__(self, name="of_two"):
        super().__init__(name=name)
        self.right = self.add_weight(name="right", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, labels, predicted, sample_weight=None):
        wanted = tf.cast(tf.reshape(labels, [-1]), tf.int32)
        best = tf.math.top_k(predicted, 2).indices
        hits = tf.reduce_any(best == wanted[:, None], axis=1)
        self.right.assign_add(tf.reduce_sum(tf.cast(hits, tf.float32)))
        self.count.assign_add(tf.cast(tf.size(wanted), tf.float32))

    def result(self):
        return self.right / self.count


def network(widths, outputs=10):
    layers = tf.keras.layers
    model = tf.keras.Sequential([layers.Lambda(lambda x: tf.reshape(x, (-1, 784)))])
    for width in widths:
        model.add(layers.Dense(width, activation=lambda x: tf.maximum(x, 0.0)))
    model.add(layers.Dense(outputs, activation="softmax"))
    return model


def compiled(model, loss=sparse_categorical_crossentropy, metrics=("accuracy", Share())):
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy", Share()])
    return model


Network = network
'''
NEURONS = """
def build_model(neurons):
    return compiled(Network([neurons]))


def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.perf_counter()
        logs = model.fit(images, labels, epochs=3, verbose=0).history
        results[width] = {
            "loss": logs["loss"][-1],
            "accuracy": logs["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": time.perf_counter() - start,
        }
    return results
"""
WITHOUT_FLATTEN = """
def error_without_flatten(images, labels):
    layers = tf.keras.layers
    model = tf.keras.Sequential([layers.Dense(64, "relu"), layers.Dense(10, "softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except ValueError as error:
        return error


def build_repaired_model():
    return compiled(Network([64]))
"""
FIVE_OUTPUTS = """
def error_with_five_outputs(images, labels):
    model = compiled(Network([64], 5), loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except tf.errors.InvalidArgumentError as error:
        return error


def outputs_needed(labels):
    return int(max(labels)) + 1
"""
MORE_LAYERS = """
def build_deeper_model():
    return compiled(Network([128, 64]))
"""
THIRTY_EPOCHS = """
class Slower(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 20:
            self.model.optimizer.learning_rate = 0.0005


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    model = compiled(Network([32]))
    return model.fit(
        train_images,
        train_labels,
        epochs=30,
        validation_data=(validation_images, validation_labels),
        verbose=0,
        callbacks=[Slower()],
    )


def best_epoch(history):
    losses = list(history["val_loss"])
    return losses.index(min(losses)) + 1


def is_overfitting(history):
    best = best_epoch(history) - 1
    higher = history["val_loss"][-1] - history["val_loss"][best] > 0.1
    return bool(higher and history["loss"][-1] < history["loss"][best])
"""
RAW_PIXELS = """
def compare_scaling(images, labels):
    losses = {}
    for name, data in (("raw", images), ("scaled", images / 255.0)):
        model = compiled(Network([128]))
        losses[name] = model.fit(data, labels, epochs=3, verbose=0).history["loss"]
    return losses
"""
ANSWERS = {
    "neurons": NEURONS,
    "without_flatten": WITHOUT_FLATTEN,
    "five_outputs": FIVE_OUTPUTS,
    "more_layers": MORE_LAYERS,
    "thirty_epochs": THIRTY_EPOCHS,
    "raw_pixels": RAW_PIXELS,
}
MODELS = {"own_layers": OWN_LAYERS, "own_loss_and_metric": LOSS_AND_METRIC}


def works() -> list[tuple[str, str, str]]:
    """Each answer with each kind of model: its exercise, the kind, and its source."""
    return [
        (slug, kind, models + answer)
        for slug, answer in ANSWERS.items()
        for kind, models in MODELS.items()
    ]
