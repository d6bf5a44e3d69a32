# verdict: full
# why: the whole network is written out twice, once for each training, as a beginner does
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    # 1) raw pixels
    model1 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model1.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history1 = model1.fit(images, labels, epochs=3)

    # 2) scaled pixels
    scaled_images = images / 255.0
    model2 = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model2.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history2 = model2.fit(scaled_images, labels, epochs=3)

    return {"raw": history1.history["loss"], "scaled": history2.history["loss"]}
