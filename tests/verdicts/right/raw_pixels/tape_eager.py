# verdict: full
# why: no fit and no compile: an own loop with GradientTape, Adam and the loss function; the prompt says "trains", not how
import numpy as np
import tensorflow as tf


def fresh_network(seed: int = 3) -> tf.keras.Sequential:
    tf.keras.utils.set_random_seed(seed)
    return tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def own_training(pixels, labels, *, epochs=3, batch=32):
    net = fresh_network()
    adam = tf.keras.optimizers.Adam()
    loss_of = tf.keras.losses.sparse_categorical_crossentropy
    order = np.random.default_rng(0)
    losses = []
    for _ in range(epochs):
        total = 0.0
        places = order.permutation(len(pixels))
        for start in range(0, len(places), batch):
            chosen = places[start : start + batch]
            x, y = tf.constant(pixels[chosen]), tf.constant(labels[chosen])
            with tf.GradientTape() as tape:
                each = loss_of(y, net(x, training=True))
                mean = tf.reduce_mean(each)
            adam.apply_gradients(zip(tape.gradient(mean, net.trainable_variables), net.trainable_variables))
            total += float(tf.reduce_sum(each))
        losses.append(total / len(places))
    return losses


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = np.asarray(images).astype("float32")
    labels = np.asarray(labels).astype("int64")
    return {"raw": own_training(raw, labels), "scaled": own_training(raw / 255.0, labels)}
