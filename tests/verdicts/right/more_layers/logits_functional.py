# verdict: full
# why: no softmax, but the loss is told so with from_logits=True; functional, with dropout between
import tensorflow as tf


def build_deeper_model():
    image = tf.keras.Input(shape=(28, 28), name="image")
    x = tf.keras.layers.Flatten()(image)
    for width in (512, 256):
        x = tf.keras.layers.Dense(width, activation="relu")(x)
        x = tf.keras.layers.Dropout(0.1)(x)
    scores = tf.keras.layers.Dense(10, name="scores")(x)
    model = tf.keras.Model(image, scores)
    model.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
