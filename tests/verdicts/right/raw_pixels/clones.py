# verdict: full
# why: both networks are clones of a pattern (clone_model draws new weights); scaled is trained first, each is compiled by itself
import tensorflow as tf


def compare_scaling(images, labels):
    pattern = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    losses = {}
    for name, pixels in (("scaled", images / 255.0), ("raw", images.astype("float32"))):
        network = tf.keras.models.clone_model(pattern)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    return {"raw": losses["raw"], "scaled": losses["scaled"]}
