# verdict: full
# why: trains on the scaled pixels first, and collects the losses in a callback rather than from the history; the prompt asks for no order
# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    result = {"scaled": [], "raw": []}
    for name, divisor in [("scaled", 255.0), ("raw", 1.0)]:
        inputs = tf.keras.Input(shape=(28, 28))
        x = tf.keras.layers.Flatten()(inputs)
        x = tf.keras.layers.Dense(128, activation="relu")(x)
        x = tf.keras.layers.Dense(10, activation="softmax")(x)
        network = tf.keras.Model(inputs, x)
        network.compile(
            optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy()
        )
        collect = tf.keras.callbacks.LambdaCallback(
            on_epoch_end=lambda epoch, logs: result[name].append(float(logs["loss"]))
        )
        network.fit(
            images / divisor, labels, epochs=3, batch_size=32, callbacks=[collect], verbose=0
        )
    return result
