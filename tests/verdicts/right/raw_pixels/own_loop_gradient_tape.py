# verdict: full
# why: a training loop of the student's own (GradientTape, tf.data) instead of fit; three epochs, adam, the named loss, mean loss an epoch: the prompt asks for no more
import tensorflow as tf


def fresh_network():
    tf.keras.utils.set_random_seed(7)
    return tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )


def losses_by_epoch(pixels, labels, epochs=3):
    network = fresh_network()
    adam = tf.keras.optimizers.Adam()
    adam.build(network.trainable_variables)
    criterion = tf.keras.losses.SparseCategoricalCrossentropy()
    pairs = tf.data.Dataset.from_tensor_slices((tf.cast(pixels, tf.float32), labels))
    batches = pairs.shuffle(len(labels), seed=7).batch(32)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = criterion(y, network(x, training=True))
        variables = network.trainable_variables
        adam.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss

    losses = []
    for _ in range(epochs):
        total = count = 0
        for x, y in batches:
            total += float(step(x, y)) * len(y)
            count += len(y)
        losses.append(total / count)
    return losses


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": losses_by_epoch(images, labels),
        "scaled": losses_by_epoch(images / 255.0, labels),
    }
