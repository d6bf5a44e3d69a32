# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, arrays_are_left_alone
# breaks: "for 3 epochs": fit is called without epochs, so each list has one loss only
# keeps: two new networks, raw and scaled pixels, the keys of the result, the caller's arrays stay
# why: forgotten argument of fit
import tensorflow as tf


def build_net_raw_or_scaled():
    inputs = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = images
    scaled = images / 255.0
    history_raw = build_net_raw_or_scaled().fit(raw, labels)
    history_scaled = build_net_raw_or_scaled().fit(scaled, labels)
    return {"raw": history_raw.history["loss"], "scaled": history_scaled.history["loss"]}
