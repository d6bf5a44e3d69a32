# verdict: full
# why: scales inside a tf.data map and leaves the network itself unchanged; the arrays are not touched
import tensorflow as tf


def pixel_dataset(images, labels, scale):
    ds = tf.data.Dataset.from_tensor_slices((images, labels))
    ds = ds.shuffle(len(images), seed=0)

    def prepare(image, label):
        image = tf.cast(image, tf.float32)
        return (image / 255.0 if scale else image), label

    return ds.map(prepare, num_parallel_calls=tf.data.AUTOTUNE).batch(32).prefetch(1)


def pixel_network():
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(128, activation="relu")(x)
    outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
    net = tf.keras.Model(inputs, outputs)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        name: pixel_network().fit(pixel_dataset(images, labels, scale), epochs=3).history["loss"]
        for name, scale in [("raw", False), ("scaled", True)]
    }
