# verdict: less
# breaks: "Nothing but the pixels may differ": on raw pixels adam has a ten times smaller learning rate
# keeps: layers, new networks, epochs, the dictionary, the scaled training, untouched arrays
# why: the loss on raw pixels looked terrible, so it lowered the step for them
# %%
import tensorflow as tf


def scaling_run(pixels, labels, learning_rate):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
    )
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        # large pixels need small steps
        "raw": scaling_run(images, labels, 0.0001),
        "scaled": scaling_run(images / 255.0, labels, 0.001),
    }
