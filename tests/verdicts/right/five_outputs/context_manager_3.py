# verdict: full
# why: catches with a context manager of its own, which keeps the very object; counts up until all labels fit
import tensorflow as tf


class KeepException:
    kept = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.kept = value
        return True


def error_with_five_outputs(images, labels):
    layers = tf.keras.layers
    five = tf.keras.Sequential()
    five.add(layers.Flatten())
    five.add(layers.Dense(64))
    five.add(layers.ReLU())
    five.add(layers.Dense(5))
    five.add(layers.Softmax())
    five.compile(loss="sparse_categorical_crossentropy", optimizer="rmsprop")
    with KeepException() as keeper:
        five.fit(x=images, y=labels, batch_size=64)
    return keeper.kept


def outputs_needed(labels):
    needed = 0
    for label in labels:
        if not int(label) < needed:
            needed = int(label) + 1
    return needed
