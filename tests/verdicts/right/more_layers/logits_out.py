# verdict: full
# why: ten logits with from_logits=True instead of softmax; the prompt speaks of the ten outputs and does not ask for softmax here
import tensorflow as tf

L = tf.keras.layers


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = tf.keras.Sequential()
    net.add(tf.keras.Input(shape=(28, 28)))
    net.add(L.Flatten())
    net.add(L.Dense(300, activation="elu", kernel_initializer="he_normal"))
    net.add(L.Dense(100, activation="elu", kernel_initializer="he_normal"))
    net.add(L.Dense(50, activation="elu", kernel_initializer="he_normal"))
    net.add(L.Dense(10, name="logits"))
    net.compile(
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizer=tf.keras.optimizers.Nadam(learning_rate=1e-3),
        metrics=["accuracy"],
    )
    return net
