# verdict: full
# why: Dense without an activation of its own, followed by BatchNormalization and an Activation layer: each hidden layer still has its activation function
import tensorflow as tf

K = tf.keras.layers


def hidden_block(units):
    return [
        K.Dense(units, use_bias=False),
        K.BatchNormalization(momentum=0.9),
        K.Activation("relu"),
    ]


def build_deeper_model():
    layers = [K.Flatten(), *hidden_block(512), *hidden_block(256), K.Dense(10, activation="softmax")]
    m = tf.keras.Sequential(layers)
    m.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return m
