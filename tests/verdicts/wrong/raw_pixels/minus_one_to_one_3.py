# verdict: less
# breaks: pixels "scaled to lie between 0 and 1"; these lie between -1 and 1
# keeps: the raw training, form, arrays of the caller
# why: used the Rescaling of another tutorial
import tensorflow as tf


def dense_part():
    return [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]


def compare_scaling(images, labels):
    raw_model = tf.keras.Sequential(dense_part())
    scaled_model = tf.keras.Sequential(
        [tf.keras.layers.Rescaling(1 / 127.5, offset=-1), *dense_part()]
    )
    for model in (raw_model, scaled_model):
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = raw_model.fit(images, labels, epochs=3, verbose=0)
    scaled = scaled_model.fit(images, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
