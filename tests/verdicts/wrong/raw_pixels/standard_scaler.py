# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: "on pixels scaled to lie between 0 and 1": subtracts the mean and divides by the standard deviation, so values lie below 0 and above 1
# keeps: the raw training, the keys, three losses each, the caller's arrays
# why: scikit-learn's StandardScaler by hand
import numpy as np
import tensorflow as tf
from tensorflow import keras


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    mean, std = np.mean(images), np.std(images)
    standardized = (images - mean) / std

    results = {}
    for name, data in (("raw", images), ("scaled", standardized)):
        clf = keras.Sequential([
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ])
        clf.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        results[name] = clf.fit(data, labels, epochs=3, verbose=0).history["loss"]
    return results
