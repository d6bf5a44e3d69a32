# verdict: full
# why: the scaling happens in the tf.data pipeline (map), the network gets batches; functional model
import tensorflow as tf

RECIPES = {
    "raw": lambda image, label: (tf.cast(image, tf.float32), label),
    "scaled": lambda image, label: (tf.cast(image, tf.float32) / 255.0, label),
}


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    pairs = tf.data.Dataset.from_tensor_slices((images, labels))

    def losses(recipe):
        tf.keras.backend.clear_session()
        tf.keras.utils.set_random_seed(1)
        entrance = tf.keras.Input((28, 28))
        x = tf.keras.layers.Flatten()(entrance)
        x = tf.keras.layers.Dense(128, activation="relu")(x)
        x = tf.keras.layers.Dense(10, activation="softmax")(x)
        network = tf.keras.Model(entrance, x)
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        batches = pairs.map(recipe).shuffle(1000, seed=1).batch(32).prefetch(1)
        return network.fit(batches, epochs=3, verbose=0).history["loss"]

    return {name: losses(recipe) for name, recipe in RECIPES.items()}
