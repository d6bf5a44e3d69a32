# verdict: full
# why: divides in nested loops, one row of pixels at a time, into a new array; np comes from the introduction
import tensorflow as tf


def scale_all_pictures(pictures):
    count = pictures.shape[0]
    new_pictures = np.zeros((count, 28, 28))
    for i in range(count):
        for row in range(28):
            new_pictures[i, row] = pictures[i, row] / 255
    return new_pictures


def network_for_scaling():
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    answer = {}
    net_raw = network_for_scaling()
    answer["raw"] = net_raw.fit(images, labels, epochs=3, verbose=0).history["loss"]
    net_scaled = network_for_scaling()
    answer["scaled"] = net_scaled.fit(scale_all_pictures(images), labels, epochs=3, verbose=0).history["loss"]
    return answer
