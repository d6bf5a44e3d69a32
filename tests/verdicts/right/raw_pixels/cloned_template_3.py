# verdict: full
# why: clones one untrained template twice; clone_model makes new layers with new weights, so each training has a new network
import tensorflow as tf


def compare_scaling(images, labels):
    template = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )

    def losses(pixels):
        copy = tf.keras.models.clone_model(template)
        copy.compile(
            optimizer=tf.keras.optimizers.Adam(), loss="sparse_categorical_crossentropy"
        )
        return copy.fit(pixels, labels, epochs=3, verbose=2).history["loss"]

    return dict(raw=losses(images), scaled=losses(images.astype("float32") / 255.0))
