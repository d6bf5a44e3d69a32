# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: the second training must see scaled pixels; the scaled ones are cast back to the dtype of the images, so that all but 255 become 0
# keeps: the raw losses are right; keys, lengths, new networks, arguments left alone
# why: wanted to keep the dtype of the images and cast after the division
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled_images = (images / 255).astype(images.dtype)
    result = {}
    for name, data in [("raw", images), ("scaled", scaled_images)]:
        m = tf.keras.Sequential([
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ])
        m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        result[name] = m.fit(data, labels, epochs=3, verbose=0).history["loss"]
    return result
