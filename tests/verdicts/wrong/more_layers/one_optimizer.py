# verdict: less
# breaks: "returns a new, compiled model": all models share one Adam object, and Keras refuses to train a second model with an optimiser that knows only the first one's variables
# keeps: the first model, its layers, loss and metric
# why: made the optimiser once, at the top of the cell
# %%
import tensorflow as tf

OPTIMISER = tf.keras.optimizers.Adam(learning_rate=0.001)


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(
        optimizer=OPTIMISER, loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper


# %%
# deeper = build_deeper_model()
# deeper.fit(train_images, train_labels, epochs=5)
