# verdict: full
# why: functional model with plain gradient descent and several epochs; the prompt leaves optimiser and epochs open, and all images go to fit unchanged
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    picture = tf.keras.Input(shape=(28, 28))
    flat = tf.keras.layers.Flatten()(picture)
    hidden = tf.keras.layers.Dense(64, activation=tf.nn.relu)(flat)
    answer = tf.keras.layers.Dense(5, activation=tf.nn.softmax)(hidden)
    small = tf.keras.Model(picture, answer)
    small.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    problem = None
    try:
        small.fit(images, labels, epochs=2, verbose=0)
    except Exception as error:
        problem = error
    return problem


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    needed = 1
    for label in labels:
        while int(label) >= needed:
            needed += 1
    return needed
