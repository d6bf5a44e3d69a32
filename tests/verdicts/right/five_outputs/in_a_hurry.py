# verdict: full
# why: short names, no optimiser named, every exception caught; the prompt names only the loss
import tensorflow as tf
L = tf.keras.layers


def error_with_five_outputs(images, labels):
    m = tf.keras.Sequential([L.Flatten(), L.Dense(64, "relu"), L.Dense(5, "softmax")])
    m.compile(loss="sparse_categorical_crossentropy")
    try:
        m.fit(images, labels)
    except Exception as e:
        return e


def outputs_needed(labels): return int(max(labels)) + 1
