# verdict: full
# why: functional API, the loss as the object SparseCategoricalCrossentropy (the same loss), and the parent class OpError in except
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Build Flatten-64-5 with the functional API and hand back what `fit` raises."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    outputs = tf.keras.layers.Dense(5, activation="softmax")(x)
    five = tf.keras.Model(inputs, outputs, name="five_outputs")
    five.compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.01),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    try:
        five.fit(images, labels, epochs=1, verbose=2)
    except tf.errors.OpError as problem:
        return problem


def outputs_needed(labels):
    """Largest label plus one, because counting starts from 0."""
    return int(tf.reduce_max(tf.convert_to_tensor(labels))) + 1
