# verdict: less
# breaks: "Nothing but the pixels may differ": the scaled training has batches of 64, the raw one of 32
# keeps: new networks, layers, optimiser, epochs, scaling, dictionary
# why: tried another batch size in the second call and left it there
import tensorflow as tf


def make_scaling_model():
    m = tf.keras.models.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(128, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return m


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    first = make_scaling_model()
    h1 = first.fit(images, labels, epochs=3, verbose=0)
    second = make_scaling_model()
    h2 = second.fit(images / 255.0, labels, epochs=3, batch_size=64, verbose=0)
    return {"raw": list(h1.history["loss"]), "scaled": list(h2.history["loss"])}
