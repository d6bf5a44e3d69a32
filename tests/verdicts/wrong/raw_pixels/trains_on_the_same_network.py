# verdict: less
# fails: both_networks_start_alike
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, losses_are_reported, arrays_are_left_alone
# breaks: "trains twice, each time a new network": the second training goes on with the network of the first
# keeps: the raw losses, the scaling, three epochs each, the form of the answer, the caller's arrays
# why: thought that calling compile again starts the network afresh
import tensorflow as tf


def compare_scaling(images, labels):
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    raw = net.fit(images, labels, epochs=3, verbose=0)

    # reset
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    scaled = net.fit(images / 255.0, labels, epochs=3, verbose=0)

    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}
