# verdict: less
# breaks: "each time a **new** network": both Sequentials are made of the same layer objects, so the second training goes on with the weights of the first
# keeps: raw losses, layers, epochs, scaling, keys
# why: "the same layers" was taken literally
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    layers = [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]

    raw_model = tf.keras.Sequential(layers)
    raw_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = raw_model.fit(images, labels, epochs=3, verbose=0)

    scaled_model = tf.keras.Sequential(layers)
    scaled_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled = scaled_model.fit(images / 255.0, labels, epochs=3, verbose=0)

    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
