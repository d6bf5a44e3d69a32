# verdict: less
# breaks: must train twice and return both series: both networks share one Adam object, which does not know the second network's variables, so the second fit raises
# keeps: nothing (the function never returns)
# why: one optimiser for both, so that nothing but the pixels differs
# %%
import tensorflow as tf


def fit_with(optimizer, pixels, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    adam = tf.keras.optimizers.Adam()
    raw = fit_with(adam, images, labels)
    scaled = fit_with(adam, images / 255.0, labels)
    return {"raw": raw, "scaled": scaled}
