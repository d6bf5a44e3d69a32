# verdict: less
# breaks: the second training is on "pixels scaled to lie between 0 and 1": turned back into whole numbers, all pixels below 255 become 0
# keeps: the training on raw pixels; new networks, epochs, the dictionary; the caller's arrays
# why: wanted the scaled pixels to have the same type, so that "nothing but the pixels differs"
# %%
import tensorflow as tf


def train_three_epochs(pixels, labels):
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = train_three_epochs(images, labels)
    scaled = train_three_epochs((images / 255).astype(images.dtype), labels)
    return {"raw": raw, "scaled": scaled}
