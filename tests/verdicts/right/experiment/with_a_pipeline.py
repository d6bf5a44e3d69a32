# verdict: full
# why: one fit on a finite tf.data pipeline of all images with a channel axis; uses tf and BATCH_SIZE of the introduction; the prompt does not say in which form fit gets the images
def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    divisor = 255.0 if scaled else 1.0

    def prepare(picture, label):
        return tf.cast(picture, tf.float32)[..., None] / divisor, label

    pairs = tf.data.Dataset.from_tensor_slices((images, labels)).map(prepare)
    pairs = pairs.cache().shuffle(len(images)).batch(BATCH_SIZE)

    fresh = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            *[tf.keras.layers.Dense(n, activation="relu") for n in neurons],
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    fresh.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    result = fresh.fit(pairs, epochs=epochs, verbose=0)
    return dict(result.history)
