# verdict: full
# why: repairs with a small convolutional network and raw values with a matching loss; the prompt asks only that it trains and gives ten outputs
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    failing = tf.keras.Sequential()
    failing.add(tf.keras.layers.Dense(64))
    failing.add(tf.keras.layers.ReLU())
    failing.add(tf.keras.layers.Dense(10, activation="softmax"))
    failing.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    kept = None
    try:
        failing.fit(images, labels, epochs=1, verbose=0)
    except ValueError as error:
        kept = error
    finally:
        print("caught:", type(kept).__name__)
    return kept


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    picture = tf.keras.Input(shape=(28, 28))
    x = tf.keras.layers.Reshape((28, 28, 1))(picture)
    x = tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu")(x)
    x = tf.keras.layers.Flatten()(x)
    x = tf.keras.layers.Dense(64, activation="relu")(x)
    network = tf.keras.Model(picture, tf.keras.layers.Dense(10)(x))
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network
