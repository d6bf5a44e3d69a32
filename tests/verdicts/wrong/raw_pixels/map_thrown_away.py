# verdict: less
# fails: the_other_sees_scaled_pixels, raw_pixels_are_harder
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "once on pixels scaled to lie between 0 and 1": the result of dataset.map is not kept, so both trainings see raw pixels
# keeps: two new networks of the right layers, three epochs, three losses each, raw is right
# why: forgot that tf.data datasets are not changed in place
import tensorflow as tf


def scaling_dataset(images, labels, scaled):
    dataset = tf.data.Dataset.from_tensor_slices((images.astype("float32"), labels))
    if scaled:
        dataset.map(lambda image, label: (image / 255.0, label))
    return dataset.shuffle(1000).batch(32)


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    for name, scaled in {"raw": False, "scaled": True}.items():
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        history = net.fit(scaling_dataset(images, labels, scaled), epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
