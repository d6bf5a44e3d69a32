# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "each time a **new** network": both networks are made of the same layer objects, so the second goes on with trained weights
# keeps: the form of the result, 3 epochs each, the losses of the raw pixels (in the first call), the caller's arrays
# why: "with the same layers" taken literally, the layers in a list of their own

# %%
import tensorflow as tf

LAYERS = [
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(128, activation="relu"),
    tf.keras.layers.Dense(10, activation="softmax"),
]

# %%
def new_network():
    network = tf.keras.Sequential(LAYERS)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = new_network().fit(images, labels, epochs=3)
    scaled = new_network().fit(images / 255.0, labels, epochs=3)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
