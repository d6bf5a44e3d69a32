# verdict: full
# why: the output has no softmax, and the loss is told so with from_logits=True; only hidden layers need an activation, and it trains as well
import tensorflow as tf


def build_deeper_model():
    deeper = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(256, activation='relu'),
        tf.keras.layers.Dense(128, activation='relu'),
        tf.keras.layers.Dense(10),  # logits, the loss does the softmax
    ])
    deeper.compile(
        optimizer='adam',
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=['accuracy'],
    )
    return deeper
