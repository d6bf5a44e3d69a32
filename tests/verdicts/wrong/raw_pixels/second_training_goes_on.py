# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "each time a **new** network": the same model is trained on the raw pixels first and then further on the scaled ones
# keeps: the raw losses are right; keys, lengths, scaling, arguments left alone
# why: compiled the model again and thought that this resets the weights
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    m = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = m.fit(images, labels, epochs=3, verbose=0).history["loss"]
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled = m.fit(images / 255.0, labels, epochs=3, verbose=0).history["loss"]
    return {"raw": raw, "scaled": scaled}
