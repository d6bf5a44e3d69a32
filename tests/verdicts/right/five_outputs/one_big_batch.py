# verdict: full
# why: one batch as large as the data, several epochs, SGD; the prompt sets neither; outputs_needed counts range lengths recursively
import tensorflow as tf


def highest(labels):
    if len(labels) == 1:
        return int(labels[0])
    middle = len(labels) // 2
    return max(highest(labels[:middle]), highest(labels[middle:]))


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    five = tf.keras.models.Sequential(name="five")
    for layer in (
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(64),
        tf.keras.layers.Activation("relu"),
        tf.keras.layers.Dense(5),
        tf.keras.layers.Activation("softmax"),
    ):
        five.add(layer)
    five.compile(
        optimizer=tf.keras.optimizers.SGD(0.1),
        loss=tf.keras.losses.sparse_categorical_crossentropy,
    )
    try:
        five.fit(x=images, y=labels, batch_size=len(images), epochs=3, shuffle=False, verbose=0)
    except tf.errors.OpError as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return len(range(highest(labels) + 1))
