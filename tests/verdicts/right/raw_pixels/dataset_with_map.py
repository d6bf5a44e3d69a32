# verdict: full
# why: trains from tf.data pipelines, one of which divides by 255 in a map; the arrays are never written to
import tensorflow as tf


def scale_pixels(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


def small_classifier():
    classifier = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    classifier.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return classifier


def compare_scaling(images, labels):
    pairs = tf.data.Dataset.from_tensor_slices((images, labels))
    pipelines = {"raw": pairs, "scaled": pairs.map(scale_pixels)}
    losses = {}
    for name, pipeline in pipelines.items():
        batches = pipeline.shuffle(len(labels)).batch(32)
        history = small_classifier().fit(batches, epochs=3, verbose=0)
        losses[name] = history.history["loss"]
    return losses
