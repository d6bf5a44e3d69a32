# verdict: full
# why: functional API with a Flatten in front, ReLU as layers of its own and logits; the prompt allows Flatten, such activations and from_logits=True
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    layers = tf.keras.layers
    rows = tf.keras.Input(shape=(784,), name="pixels")
    x = layers.Flatten()(rows)
    for number, width in enumerate(hidden, start=1):
        x = layers.Dense(width, kernel_initializer="he_normal", name=f"hidden_{number}")(x)
        x = layers.Activation("relu")(x)
    x = layers.Dropout(rate=dropout)(x)
    sums = layers.Dense(10, name="sums")(x)
    model = tf.keras.Model(rows, sums)
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.Adam(learning_rate), loss, metrics=["accuracy"])
    return model
