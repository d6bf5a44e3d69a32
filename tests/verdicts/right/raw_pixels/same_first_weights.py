# verdict: full
# why: gives the second new network the first weights of the first one, so that really nothing but the pixels differs
import tensorflow as tf


def _intro_network():
    inp = tf.keras.layers.Input(shape=(28, 28))
    x = tf.keras.layers.Flatten()(inp)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    out = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs=inp, outputs=out)
    net.compile(optimizer=tf.keras.optimizers.Adam(), loss="sparse_categorical_crossentropy")
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    on_raw = _intro_network()
    on_scaled = _intro_network()
    on_scaled.set_weights(on_raw.get_weights())

    history_raw = on_raw.fit(images, labels, epochs=3, shuffle=False, verbose=0)
    history_scaled = on_scaled.fit(images / 255.0, labels, epochs=3, shuffle=False, verbose=0)
    return {
        "raw": history_raw.history["loss"],
        "scaled": history_scaled.history["loss"],
    }
