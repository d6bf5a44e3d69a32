# verdict: less
# fails: the_other_sees_scaled_pixels, both_networks_start_alike, losses_are_reported, raw_pixels_are_harder
# breaks: the function crashes: `/=` cannot write fractions into a whole-number array (UFuncTypeError), so nothing is returned; it would also change the caller's array
# keeps: nothing that is returned
# why: shortened `images = images / 255.0` of the introduction to `images /= 255.0`
import tensorflow as tf


def compare_scaling(images, labels):
    def train():
        model = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        return model.fit(images, labels, epochs=3, verbose=0).history["loss"]

    losses = {}
    losses["raw"] = train()
    images /= 255.0
    losses["scaled"] = train()
    return losses
