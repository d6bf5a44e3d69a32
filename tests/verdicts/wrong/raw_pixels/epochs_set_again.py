# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, arrays_are_left_alone
# breaks: "for **3 epochs**": a later cell sets the global to 5, and both trainings take five
# keeps: raw and scaled, new networks, the right keys, the caller's arrays
# why: wanted to see how it goes on, and changed the setting below

# %%
import tensorflow as tf

EPOCHS = 3

# %%
def train_on(pixels, labels):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net.fit(pixels, labels, epochs=EPOCHS, verbose=0).history["loss"]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {"raw": train_on(images, labels), "scaled": train_on(images / 255.0, labels)}


# %%
(raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
compare_scaling(raw_images[:300], raw_labels[:300])

# %%
# Does the raw one catch up?
EPOCHS = 5
compare_scaling(raw_images[:300], raw_labels[:300])
