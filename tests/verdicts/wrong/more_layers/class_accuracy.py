# verdict: less
# breaks: the metric accuracy, so that training reports it: tf.keras.metrics.Accuracy compares the probabilities themselves with the label, so what it reports (or raises) is not the share of right answers
# keeps: layers, activations, output and loss are right; new and compiled
# why: took the class named Accuracy in place of the text "accuracy"
# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=[tf.keras.metrics.Accuracy()],
    )
    return deeper
