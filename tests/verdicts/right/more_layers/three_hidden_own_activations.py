# verdict: full
# why: three hidden layers ("at least two"), each with an activation as a layer of its own, a learning rate that falls on a schedule, and the metric as "acc"
import tensorflow as tf

HIDDEN_PLAN = {512: tf.keras.layers.LeakyReLU, 256: tf.keras.layers.ELU, 128: tf.keras.layers.ReLU}


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    entry = x = tf.keras.Input(shape=(28, 28), name="picture")
    x = tf.keras.layers.Flatten()(x)
    for width, bend in HIDDEN_PLAN.items():
        x = bend()(tf.keras.layers.Dense(width, kernel_initializer="he_normal")(x))
    answer = tf.keras.layers.Dense(10, activation="softmax", name="answer")(x)
    network = tf.keras.Model(inputs=entry, outputs=answer)
    falling = tf.keras.optimizers.schedules.ExponentialDecay(1e-3, decay_steps=500, decay_rate=0.9)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=falling),
        loss="sparse_categorical_crossentropy",
        metrics=["acc"],
    )
    return network
