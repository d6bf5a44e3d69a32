# verdict: less
# breaks: "The function trains twice on all of them, each time a **new** network with the same layers"
# keeps: layers, optimiser, loss, epochs, scaled copy, arrays unchanged, form of the answer
# why: built the model once at the top, as both have the same layers; compile again was meant to reset it, but the weights stay

# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )

    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = model.fit(images, labels, epochs=3, verbose=0)

    # start again with the scaled pixels
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled = model.fit(images / 255.0, labels, epochs=3, verbose=0)

    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
