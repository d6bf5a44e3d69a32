# verdict: full
# why: the scaling is a layer in front of the network, which the prompt allows since this work was written
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    answer = {}
    for kind in ["raw", "scaled"]:
        net = tf.keras.Sequential()
        if kind == "scaled":
            net.add(tf.keras.layers.Rescaling(1 / 255))
        net.add(tf.keras.layers.Flatten())
        net.add(tf.keras.layers.Dense(128, activation="relu"))
        net.add(tf.keras.layers.Dense(10, activation="softmax"))
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        answer[kind] = net.fit(images, labels, epochs=3, verbose=0).history["loss"]
    return answer
