# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "each time a **new** network": the network trained on raw pixels is trained on with the scaled ones
# keeps: the dictionary with three losses each, the arrays untouched
# why: built the functional model once and called fit twice
import tensorflow as tf
from tensorflow.keras import layers


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    inputs = tf.keras.Input(shape=(28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(128, activation="relu")(x)
    outputs = layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

    raw = net.fit(images, labels, epochs=3, verbose=0)
    scaled = net.fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
