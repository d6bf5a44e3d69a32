# verdict: less
# fails: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: it returns no dictionary: tf.train has no AdamOptimizer in TensorFlow 2, AttributeError
# keeps: nothing
# why: compile line from the first TensorFlow tutorial of 2018
import tensorflow as tf


def create_model():
    m = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(128, activation=tf.nn.relu),
        tf.keras.layers.Dense(10, activation=tf.nn.softmax),
    ])
    m.compile(optimizer=tf.train.AdamOptimizer(),
              loss="sparse_categorical_crossentropy",
              metrics=["accuracy"])
    return m


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw_history = create_model().fit(images, labels, epochs=3)
    scaled_history = create_model().fit(images / 255.0, labels, epochs=3)
    return {"raw": raw_history.history["loss"], "scaled": scaled_history.history["loss"]}
