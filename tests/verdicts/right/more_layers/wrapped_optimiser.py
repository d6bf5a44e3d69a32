# verdict: full
# why: Adam inside a LossScaleOptimizer, and the hidden part is a nested Sequential; optimiser and nesting are free
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    hidden = tf.keras.Sequential(
        [tf.keras.layers.Dense(units, activation="relu") for units in (512, 256)], name="hidden"
    )
    outer = tf.keras.Sequential(
        [tf.keras.layers.Flatten(), hidden, tf.keras.layers.Dense(10, activation="softmax")]
    )
    outer.compile(
        optimizer=tf.keras.optimizers.LossScaleOptimizer(tf.keras.optimizers.Adam(1e-3)),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return outer
