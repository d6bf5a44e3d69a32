# verdict: full
# why: 512 and 256 exactly as in the prompt's example, with the introduction's compile line
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper_model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper_model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper_model


deeper = build_deeper_model()
deeper.fit(train_images[:500], train_labels[:500], epochs=1)
deeper.summary()
