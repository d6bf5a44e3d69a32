# verdict: less
# breaks: "The output has ten neurons": it has eleven; training accepts that and never uses the last one
# keeps: new compiled model, two hidden layers with activation, softmax, metric; it learns
# why: counted 0 to 9 as "up to ten, so eleven"
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    classes = len(range(0, 10 + 1))
    model_deep = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(classes, activation="softmax"),
        ]
    )
    model_deep.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return model_deep
