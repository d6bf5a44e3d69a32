# verdict: full
# why: a template from another cell is cloned at each call, which gives new layers and new weights, and the clone is compiled
# %%
import tensorflow as tf

template = tf.keras.Sequential(
    [
        tf.keras.Input((28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(300, activation="relu"),
        tf.keras.layers.Dense(100, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
template.summary()

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    (fresh := tf.keras.models.clone_model(template)).compile(
        optimizer=tf.keras.optimizers.SGD(learning_rate=0.05, momentum=0.9, nesterov=True),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return fresh
