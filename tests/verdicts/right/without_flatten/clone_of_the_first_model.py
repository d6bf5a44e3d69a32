# verdict: full
# why: the repaired model is a clone (new weights) of the introduction's model, compiled anew; the failing one is built from its last layers' settings
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    settings = ({"units": 64, "activation": "relu"}, {"units": 10, "activation": "softmax"})
    broken = tf.keras.Sequential([tf.keras.layers.Dense(**each) for each in settings])
    broken.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    try:
        broken.fit(images, labels)
    except Exception as error:
        caught = error
    else:
        caught = None
    return caught


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    repaired = tf.keras.models.clone_model(model)
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
