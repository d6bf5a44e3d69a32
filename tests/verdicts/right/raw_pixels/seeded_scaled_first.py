# verdict: full
# why: trains on the scaled pixels first and sets the same seed before either network; order is free, results stand under the right keys
import tensorflow as tf

PIXEL_SEED = 2024


def train_on_pixels(pixels, labels):
    tf.keras.utils.set_random_seed(PIXEL_SEED)
    inputs = tf.keras.Input(shape=(28, 28))
    hidden = tf.keras.layers.Dense(128, activation="relu")(tf.keras.layers.Flatten()(inputs))
    outputs = tf.keras.layers.Dense(10, activation="softmax")(hidden)
    network = tf.keras.Model(inputs, outputs)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
    )
    history = network.fit(pixels, labels, epochs=3, verbose=0)
    return [float(loss) for loss in history.history["loss"]]


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    scaled = train_on_pixels(images * (1 / 255), labels)
    raw = train_on_pixels(images, labels)
    return {"raw": raw, "scaled": scaled}
