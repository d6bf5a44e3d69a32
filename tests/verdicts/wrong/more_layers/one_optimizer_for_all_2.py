# verdict: less
# breaks: returns a new, compiled model that can be trained: all models share one optimiser object, which knows only the variables of the model trained first; the next model raises in fit
# keeps: the first model that is trained does everything
# why: moved the optimiser out of the function to have the settings in one place
# %%
import tensorflow as tf

# settings
optimizer_deeper = tf.keras.optimizers.Adam(learning_rate=0.001)
loss_deeper = "sparse_categorical_crossentropy"


# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(optimizer=optimizer_deeper, loss=loss_deeper, metrics=["accuracy"])
    return deeper
