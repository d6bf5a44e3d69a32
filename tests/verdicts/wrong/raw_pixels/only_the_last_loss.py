# verdict: less
# fails: losses_are_reported
# passes: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, labels_stay_classes, both_networks_start_alike, arrays_are_left_alone
# breaks: "a dictionary with the training loss of each epoch": returns one number, the last loss, for each training
# keeps: two new networks, the scaling, three epochs, the keys, the caller's arrays
# why: thought that only the end of the training matters for a comparison
import tensorflow as tf


def final_loss(x, y):
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(128, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    h = m.fit(x, y, epochs=3)
    return h.history["loss"][-1]


def compare_scaling(images, labels):
    return {"raw": final_loss(images, labels), "scaled": final_loss(images / 255, labels)}
