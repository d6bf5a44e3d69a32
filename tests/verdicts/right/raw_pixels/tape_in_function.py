# verdict: full
# why: own training step inside tf.function over a tf.data pipeline, with a Mean metric for the epoch's loss
import tensorflow as tf


def make_step(net, optimiser, meter):
    loss_function = tf.keras.losses.SparseCategoricalCrossentropy()
    optimiser.build(net.trainable_variables)

    @tf.function(reduce_retracing=True)
    def step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_function(y, net(x, training=True))
        gradients = tape.gradient(loss, net.trainable_variables)
        optimiser.apply_gradients(zip(gradients, net.trainable_variables))
        meter.update_state(loss, sample_weight=tf.cast(tf.shape(x)[0], tf.float32))

    return step


def losses_with_factor(images, labels, factor):
    tf.keras.utils.set_random_seed(11)
    net = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.build((None, 28, 28))
    meter = tf.keras.metrics.Mean()
    step = make_step(net, tf.keras.optimizers.Adam(), meter)
    data = (
        tf.data.Dataset.from_tensor_slices((images, labels))
        .shuffle(len(images), seed=5)
        .batch(32)
        .map(lambda x, y: (tf.cast(x, tf.float32) * factor, y))
    )
    losses = []
    for epoch in range(3):
        meter.reset_state()
        for x, y in data:
            step(x, y)
        losses.append(float(meter.result()))
    return losses


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    return {
        "raw": losses_with_factor(images, labels, 1.0),
        "scaled": losses_with_factor(images, labels, 1.0 / 255.0),
    }
