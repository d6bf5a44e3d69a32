# verdict: full
# why: both trainings in one comprehension; the raw pixels are divided by 1, which leaves their values as they are
import tensorflow as tf

DIVISORS = {"raw": 1, "scaled": 255}


def losses_when_divided_by(divisor, images, labels):
    tf.keras.utils.set_random_seed(0)  # the same start for both
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy")
    return net.fit(images / divisor, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    return {name: losses_when_divided_by(d, images, labels) for name, d in DIVISORS.items()}
