# verdict: full
# why: own label-smoothing loss and AdamW with cosine decay; loss and optimiser are left open, labels 0 to 9 are handled
import tensorflow as tf


def smoothed_crossentropy(y_true, y_pred):
    one_hot = tf.one_hot(tf.cast(tf.reshape(y_true, [-1]), tf.int32), 10)
    return tf.keras.losses.categorical_crossentropy(one_hot, y_pred, label_smoothing=0.05)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    schedule = tf.keras.optimizers.schedules.CosineDecay(1e-3, decay_steps=20_000)
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="gelu"),
            tf.keras.layers.Dense(256, activation="gelu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.AdamW(learning_rate=schedule, weight_decay=1e-4),
        loss=smoothed_crossentropy,
        metrics=["accuracy"],
    )
    return net
