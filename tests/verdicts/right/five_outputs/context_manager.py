# verdict: full
# why: a context manager of the student's own keeps the exception, in place of try and except

# %%
class Keeping:
    """`with Keeping() as kept:` swallows an exception and keeps it as kept.error."""

    error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.error = error
        return isinstance(error, Exception)


# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    small = tf.keras.Model(inputs, outputs)
    small.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    with Keeping() as kept:
        small.fit(images, labels, batch_size=64, verbose=0)
    return kept.error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # classes 0, 1, ..., largest
    return len(range(0, int(max(labels)) + 1))


# %%
kept = error_with_five_outputs(train_images[:320], train_labels[:320])
print(type(kept))
