# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, arrays_are_left_alone
# breaks: the scaled training is on the introduction's train_images, not on the images and labels that the function gets
# keeps: the losses of the raw pixels; the form of the result; the caller's arrays
# why: the notebook has scaled images already, so no need to scale again

# %%
import tensorflow as tf


def pixel_network():
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return network


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = pixel_network().fit(images, labels, epochs=3, verbose=0)
    # train_images were divided by 255 at the beginning
    scaled = pixel_network().fit(
        train_images[: len(images)], train_labels[: len(images)], epochs=3, verbose=0
    )
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
