# verdict: full
# why: one hidden layer has tanh, the other a LeakyReLU layer behind it, and the metric is an object named accuracy; each is an activation, and training reports accuracy
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    K = tf.keras
    stack = K.models.Sequential(name="deeper")
    stack.add(K.layers.Flatten())
    stack.add(K.layers.Dense(512, activation="tanh", name="wide"))
    stack.add(K.layers.Dense(256, name="narrow"))
    stack.add(K.layers.LeakyReLU())
    stack.add(K.layers.Dense(10, activation="softmax", name="classes"))
    stack.compile(
        optimizer=K.optimizers.Adam(),
        loss=K.losses.SparseCategoricalCrossentropy(),
        metrics=[K.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return stack
