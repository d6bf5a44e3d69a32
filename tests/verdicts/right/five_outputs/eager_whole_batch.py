# verdict: full
# why: runs eagerly with all the images as one batch, a loss object and an unusual optimiser; the prompt fixes none of these
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(name="pixels"),
            tf.keras.layers.Dense(64, activation=tf.keras.activations.relu, name="hidden"),
            tf.keras.layers.Dense(5, activation=tf.keras.activations.softmax, name="five"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Nadam(learning_rate=0.002),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        run_eagerly=True,
    )
    try:
        network.fit(images, labels, batch_size=len(labels), shuffle=False, verbose=2)
    except tf.errors.OpError as error:
        problem = error
    return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(tf.reduce_max(tf.cast(labels, tf.int64))) + 1
