# verdict: less
# breaks: "calls fit with all the images and labels as they are": trains on the first 1000 only; where a class from 5 up comes later there is no exception at all
# keeps: the network, the caught object when there is one, outputs_needed
# why: a thousand are enough to see the error, and it is quicker
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net5 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    net5.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    caught = None
    try:
        net5.fit(images[:1000], labels[:1000], epochs=1, verbose=0)
    except Exception as error:
        caught = error
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
