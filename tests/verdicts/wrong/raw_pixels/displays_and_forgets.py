# verdict: less
# fails: losses_are_reported
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "It returns a dictionary": it shows the dictionary and returns None
# keeps: nothing that is handed back; the trainings themselves are right and the arrays unchanged
# why: print in place of return

# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    for name, pixels in [("raw", images), ("scaled", images / 255.0)]:
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        losses[name] = network.fit(pixels, labels, epochs=3, verbose=0).history["loss"]
    print(losses)


# %%
(raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
compare_scaling(raw_images[:500], raw_labels[:500])
