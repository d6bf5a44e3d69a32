# verdict: full
# why: the repaired network has Reshape for Flatten and gives ten logits to a loss that expects them; errors are caught in a helper
# %%
import tensorflow as tf


def error_of(action, *arguments, **options):
    try:
        action(*arguments, **options)
    except BaseException as problem:
        return problem
    return None


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    rows_only = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(64, activation=tf.nn.relu),
            tf.keras.layers.Dense(10, activation=tf.nn.softmax),
        ]
    )
    rows_only.compile(loss="sparse_categorical_crossentropy")
    return error_of(rows_only.fit, images, labels, batch_size=50, verbose=0)


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.Sequential(
        [
            tf.keras.layers.Reshape((784,)),
            tf.keras.layers.Dense(64, activation=tf.nn.relu),
            tf.keras.layers.Dense(10),
        ]
    )
    repaired.compile(
        optimizer="nadam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return repaired
