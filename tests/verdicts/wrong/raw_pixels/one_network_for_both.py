# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "each time a new network": one network is trained on raw pixels and then trained on with scaled ones
# keeps: the raw losses, 3 epochs each, the form of the result, the caller's arrays stay
# why: built the model once at the top and reused it
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    result = {}
    print("raw")
    result["raw"] = network.fit(images, labels, epochs=3).history["loss"]
    print("scaled")
    result["scaled"] = network.fit(images / 255.0, labels, epochs=3).history["loss"]
    return result
