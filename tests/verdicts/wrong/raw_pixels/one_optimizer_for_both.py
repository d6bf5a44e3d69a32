# verdict: less
# breaks: the function fails: an Adam object that belongs to the variables of the first network is used for the second (Keras: unknown variable)
# keeps: nothing that it returns; the networks and the scaling are as asked
# why: the student makes one optimiser "so that it is the same for both"
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    adam = tf.keras.optimizers.Adam()

    def train(pixels):
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer=adam, loss="sparse_categorical_crossentropy")
        return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]

    return {"raw": train(images), "scaled": train(images / 255.0)}
